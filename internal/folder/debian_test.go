package folder

import (
	"cmp"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pincite/internal/document"
)

// documentsFolder names the variable with the folder of the documents below, as they
// are in /usr/share/doc of the Debian packages debian-policy, developers-reference,
// maint-guide and debian-faq, and the last two in other languages. Where it is set, no test may skip.
const documentsFolder = "PINCITE_REQUIRE_DOCUMENTS"

// A listed section is an entry of a table of contents.
type listed struct{ number, title string }

var (
	contentsLink = regexp.MustCompile(`(?s)<a [^>]*href="[^"]*"[^>]*>(.*?)</a>`)
	tags         = regexp.MustCompile(`<[^>]*>`)
	numberedLine = regexp.MustCompile(`^(\d+(?:\.\d+)*)\. (.+)$`)
	plainWord    = regexp.MustCompile(`[\pL\pN]+`)
)

// listedIn returns the numbered entries of the contents of a page, each once, up to
// where the numbers begin again: formats number appendices each in its own way.
func listedIn(t *testing.T, file string) []listed {
	t.Helper()
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []listed
	seen := map[string]bool{}
	for _, link := range contentsLink.FindAllSubmatch(page, -1) {
		words := document.OneLine(html.UnescapeString(tags.ReplaceAllString(string(link[1]), "")))
		e := numberedLine.FindStringSubmatch(words)
		switch {
		case e == nil || seen[words]:
		case seen[e[1]]:
			return out
		default:
			seen[words], seen[e[1]] = true, true
			out = append(out, listed{e[1], bare(e[2])})
		}
	}
	return out
}

// bare is a title by its letters and digits: quotation marks and hyphens differ
// from format to format.
func bare(title string) string {
	return strings.ToLower(strings.Join(plainWord.FindAllString(title, -1), ""))
}

// TestDebianDocuments holds the outlines of real documents, in each format that a
// package has them in, against their own tables of contents.
func TestDebianDocuments(t *testing.T) {
	folder := cmp.Or(os.Getenv(documentsFolder), "/usr/share/doc")
	if _, err := os.Stat(folder + "/maint-guide/maint-guide.en.pdf"); err != nil {
		if os.Getenv(documentsFolder) != "" {
			t.Fatal(err)
		}
		t.Skip("the Debian packages are not installed")
	}
	for _, c := range []struct {
		contents string             // page with the contents
		files    map[string]float64 // share of them that must be found
		whole    bool               // its numbers go to the end of the document
	}{
		{"debian-policy/policy.html/index.html", map[string]float64{"debian-policy/policy.txt.gz": 0.99, "debian-policy/policy.epub": 0.99, "debian-policy/policy.pdf.gz": 0.99}, false},
		{"debian-policy/perl-policy-1.html", map[string]float64{"debian-policy/perl-policy-1.html": 0.99, "debian-policy/perl-policy.txt.gz": 0.99}, false},
		{"debian-policy/fhs/fhs-3.0.html", map[string]float64{"debian-policy/fhs/fhs-3.0.html": 0.99, "debian-policy/fhs/fhs-3.0.txt.gz": 0.99, "debian-policy/fhs/fhs-3.0.pdf.gz": 0.99}, true},
		{"debian-policy/debconf_specification.html", map[string]float64{"debian-policy/debconf_specification.html": 0.99, "debian-policy/debconf_specification.txt.gz": 0.99}, true},
		{"debian-policy/copyright-format-1.0.html", map[string]float64{"debian-policy/copyright-format-1.0.html": 0.99, "debian-policy/copyright-format-1.0.txt.gz": 0.99}, true},
		{"maint-guide/html/index.en.html", map[string]float64{"maint-guide/maint-guide.en.txt.gz": 0.97, "maint-guide/maint-guide.en.pdf": 0.97}, true},
		{"maint-guide-ja/html/index.ja.html", map[string]float64{"maint-guide-ja/maint-guide.ja.txt.gz": 0.97, "maint-guide-ja/maint-guide.ja.pdf": 0.97}, true},
		{"maint-guide-vi/html/index.vi.html", map[string]float64{"maint-guide-vi/maint-guide.vi.txt.gz": 0.97, "maint-guide-vi/maint-guide.vi.pdf": 0.97}, true},
		{"maint-guide-zh-cn/html/index.zh-cn.html", map[string]float64{"maint-guide-zh-cn/maint-guide.zh-cn.pdf": 0.97}, true},
		{"developers-reference/docs/index.html", map[string]float64{"developers-reference/docs/developers-reference.html": 0.99, "developers-reference/docs/developers-reference.txt.gz": 0.99, "developers-reference/docs/developers-reference.epub": 0.99, "developers-reference/docs/developers-reference.pdf": 0.99}, false},
		{"debian/FAQ/index.en.html", map[string]float64{"debian/FAQ/debian-faq.en.pdf.gz": 0.99, "debian/FAQ/debian-faq.en.txt.gz": 0.99}, true},
		{"debian/FAQ/ru/index.ru.html", map[string]float64{"debian/FAQ/debian-faq.ru.pdf.gz": 0.98, "debian/FAQ/debian-faq.ru.txt.gz": 0.97}, true},
	} {
		want := listedIn(t, filepath.Join(folder, c.contents))
		for file, share := range c.files {
			t.Run(file, func(t *testing.T) {
				b, err := LoadWith(t.Context(), os.DirFS(folder), file, Reading{Cache: testCache})
				if err != nil {
					t.Fatal(err)
				}
				missing := notFound(b.Document, want)
				more := phantoms(b.Document, want)
				t.Logf("%d of %d sections found, %d more, %d warnings; not found: %v; more: %v", len(want)-len(missing), len(want), len(more), len(b.Warnings), missing, more)
				if c.whole && len(more) > 0 {
					t.Errorf("sections that the contents do not have: %v", more)
				}
				if len(want) < 8 || float64(len(missing)) > (1-share)*float64(len(want)) {
					t.Errorf("%d of %d sections are not found", len(missing), len(want))
				}
			})
		}
	}
}

// notFound returns the entries of the contents that are no section of a document,
// with number and title.
func notFound(d *document.Document, want []listed) []listed {
	have := map[listed]bool{}
	for i := range d.Sections {
		have[listed{d.Sections[i].Designation.Normal, bare(d.Title(i))}] = true
	}
	var out []listed
	for _, w := range want {
		if !have[w] {
			out = append(out, w)
		}
	}
	return out
}

// phantoms returns the chapters and sections of a document whose numbers are not in the
// contents, though those go as deep.
func phantoms(d *document.Document, want []listed) []string {
	known, deepest := map[string]bool{}, 0
	for _, w := range want {
		known[w.number] = true
		deepest = max(deepest, strings.Count(w.number, "."))
	}
	var out []string
	for i := range d.Sections {
		s := &d.Sections[i]
		n := s.Designation.Normal
		if (s.Kind == "chapter" || s.Kind == "section") && n != "" && strings.Trim(n, "0123456789.") == "" && strings.Count(n, ".") <= deepest && !known[n] {
			out = append(out, n)
		}
	}
	return out
}
