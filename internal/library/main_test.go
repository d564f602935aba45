package library

import (
	"os"
	"testing"
	"testing/fstest"

	"pincite/internal/cache"
	"pincite/internal/importer/pdf"
)

// TestMain lets the test binary be the process that reads PDF files, as the
// program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == pdf.Verb {
		pdf.Main()
	}
	os.Exit(run(m))
}

// testCache is what the tests share: the reader of PDF files takes seconds to make.
var testCache *cache.Cache

func run(m *testing.M) int {
	testCache = cache.Open("", 0)
	defer testCache.Close() // its folder is a temporary one
	return m.Run()
}

// mapFS holds files, each a name and its text.
func mapFS(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}
