package folder

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/outline/outlinetest"
)

// TestSameOutline holds the outline of a document to be the same whatever format
// it comes in. Whether its title stands in the text, and where notes do, is up to
// the format.
func TestSameOutline(t *testing.T) {
	for _, name := range []string{"handbook", "statute-ru", "reglamento-es", "regulation-ar", "law", "bylaws", "rules-zh", "specification", "faq", "rulebook"} {
		var files []string
		for _, in := range []string{"importer/docx/testdata/source", "importer/docx/testdata", "importer/pdf/testdata", "folder/testdata/formats"} {
			made, err := filepath.Glob("../" + in + "/" + name + ".*")
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range made {
				if ext := path.Ext(file); ext != ".outline" && ext != ".golden" {
					files = append(files, in+"/"+filepath.Base(file))
				}
			}
		}
		if len(files) < 4 {
			t.Fatalf("%s: %v", name, files)
		}
		for _, file := range files {
			t.Run(file, func(t *testing.T) {
				b, err := LoadWith(t.Context(), os.DirFS(".."), file, Reading{Cache: testCache})
				if err != nil {
					t.Fatal(err)
				}
				if len(b.Warnings) > 0 {
					t.Errorf("doubtful: %q", b.Warnings)
				}
				outlinetest.Golden(t, "testdata/formats/"+name+".outline", contentsOf(b.Document))
			})
		}
	}
}

// contentsOf lists the sections that a document has in every format.
func contentsOf(d *document.Document) string {
	var b strings.Builder
	for i := range d.Sections {
		s := &d.Sections[i]
		switch {
		case s.Kind == document.KindTitle, s.Kind == document.KindPreamble, s.ID == "notes":
			continue
		}
		fmt.Fprintf(&b, "%s%s: %s | %s\n", strings.Repeat("  ", len(d.Path(i))-1), s.ID, s.Label, d.Title(i))
	}
	return b.String()
}
