package librarytest

import (
	"testing"
	"testing/fstest"

	"pincite/internal/document"
	"pincite/internal/folder"
)

// Document returns the document in a file with that name and those bytes, read as any
// file is. Its name is the file's without the ending, of which Markdown has .md.
func Document(tb testing.TB, file, source string) *document.Document {
	tb.Helper()
	b, err := folder.Load(fstest.MapFS{file: {Data: []byte(source)}}, file)
	if err != nil {
		tb.Fatal(err)
	}
	return b.Document
}
