package pdf

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pincite/internal/importer/pdf/layout"
	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
)

// TestNothingIsLost holds that each line of each file is in its text, or is one of those
// that are known to be no text: a contents table, a running head, a number of a page.
func TestNothingIsLost(t *testing.T) {
	known := map[string][]string{
		"bylaws.pdf":    {"Page 1"},
		"encrypted.pdf": {"Page 1"},
		"law.pdf":       {"Page 1", "Page 2"},
		"paper.pdf":     {"Harbour Notes 51", "Page 1", "Harbour Notes 51", "Page 2"},
		"rules-zh.pdf":  {"第 1"},
	}
	lib, end, err := start(cache)
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	files, _ := filepath.Glob("testdata/*.pdf")
	for _, name := range files {
		name = filepath.Base(name)
		f, err := open(lib, sample(t, name), request{Password: "secret"})
		if err != nil {
			t.Fatal(err)
		}
		var l layout.Layout
		var raw pages.Pages
		for i := 0; ; i++ {
			p, err := f.page(i)
			if err != nil {
				break // behind the last
			}
			l.Add(p)
			raw = append(raw, pages.Page{Frags: typeset.Fragments(p.Chars, p.Rules...)})
		}
		text := pages.Letters(l.Source(f.bookmarks(), f.meta()).Text)
		f.close()
		var lost []string
		for _, line := range raw.Lines() {
			if !strings.Contains(text, pages.Letters(line.Text)) {
				lost = append(lost, strings.TrimSpace(line.Text))
			}
		}
		if !slices.Equal(lost, known[name]) {
			t.Errorf("%s: lost %q, known %q", name, lost, known[name])
		}
	}
}
