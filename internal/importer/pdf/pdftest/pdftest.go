package pdftest

import (
	"fmt"
	"os"
	"path/filepath"

	"pincite/internal/importer/pdf"
)

// compiledEnv names a folder where the tests of several packages keep the reader that is
// compiled: with the race detector that takes half a minute, each time. The tests of
// package pdf read it as well.
const compiledEnv = "PINCITE_E2E_PDFIUM"

// compiled is that folder, or one for the tests of one package.
var compiled string

// Main lets a test binary be the process that reads PDF files, as the program is, and
// otherwise exits with what run returns.
func Main(run func() int) {
	if len(os.Args) > 1 && os.Args[1] == pdf.Verb {
		pdf.Main()
	}
	os.Exit(keeping(run))
}

func keeping(run func() int) int {
	if compiled = os.Getenv(compiledEnv); compiled == "" {
		dir, err := os.MkdirTemp("", "pdfium-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		compiled = dir
	}
	return run()
}

// Compiled is the folder for the compiled reader that all tests share. Main has made it.
func Compiled() string { return compiled }

// Lend lets a cache in a folder have the compiled reader that all tests share.
func Lend(cache string) error {
	if err := os.MkdirAll(cache, 0o700); err != nil {
		return err
	}
	return os.Symlink(compiled, filepath.Join(cache, "pdfium"))
}
