package pdftest

import (
	"os"

	"pincite/internal/importer/pdf"
)

// Main lets a test binary be the process that reads PDF files, as the program is, and
// otherwise exits with what run returns.
func Main(run func() int) {
	if len(os.Args) > 1 && os.Args[1] == pdf.Verb {
		pdf.Main()
	}
	os.Exit(run())
}
