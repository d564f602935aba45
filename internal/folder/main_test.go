package folder

import (
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/importer/pdf/pdftest"
)

// testCache is what the tests share: the reader of PDF files takes seconds to make.
var testCache *cache.Cache

func TestMain(m *testing.M) {
	pdftest.Main(func() int {
		testCache = cache.Open("", 0)
		defer testCache.Close() // its folder is a temporary one
		dir, _ := testCache.Place()
		if err := pdftest.Lend(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return m.Run()
	})
}

// parse reads the document in a file with that name and those bytes.
func parse(name string, source []byte) (*document.Document, error) {
	b, err := Load(fstest.MapFS{name: {Data: source}}, name)
	if err != nil {
		return nil, err
	}
	return b.Document, nil
}
