package importer

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pincite/internal/document"
)

func TestImportRefuses(t *testing.T) {
	for _, c := range []struct {
		name, source, want string
	}{
		{"empty", "", "import empty: there is no text in it"},
		{"blank", " \n\t\r\n\ufeff", "import blank: there is no text in it"},
		{"pdf", "%PDF-1.7\n%\xe2\xe3", "import pdf: it is a PDF file"},
		{"word", "PK\x03\x04\x14\x00", "import word: it is a ZIP archive"},
		{"invisible", "\u200b\n\ufeff", "import invisible: there is no text in it"},
		{"binary", "\x01\x02\x00\x03\x04abc\x00\x05", "import binary: it holds control bytes"},
		{"lines", strings.Repeat("a\n", MaxLines+1), "import lines: 2000001 lines are too many"},
	} {
		d, err := Import(c.name, []byte(c.source), nil)
		if err == nil {
			t.Errorf("%s: imported %d sections", c.name, len(d.Sections))
		} else if msg := err.Error(); !strings.HasPrefix(msg, c.want) || strings.Contains(msg, "\n") {
			t.Errorf("%s: %q, want %q", c.name, msg, c.want)
		}
	}
	if _, err := Import("huge", make([]byte, MaxBytes+1), nil); err == nil || !strings.Contains(err.Error(), "limit is 100 MB") {
		t.Errorf("huge: %v", err)
	}
}

// TestDefault holds the outline of the default document: its ids, headings and
// sentences, and what document.yaml adds.
func TestDefault(t *testing.T) {
	b, err := Open(os.DirFS(path.Dir(defaultFolder)), path.Base(defaultFolder))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/opinions-2024.outline", outline(b.Document))
	source, err := os.ReadFile(path.Join(defaultFolder, "source.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if b.Document.Text != string(source) {
		t.Error("the text is not the file")
	}
	if n := len(b.Document.OfKind("measure")); n != 15 {
		t.Errorf("%d measures", n)
	}
}

// TestDefaultWithoutSettings shows that document.yaml only names what is there.
func TestDefaultWithoutSettings(t *testing.T) {
	source, err := os.ReadFile(path.Join(defaultFolder, "source.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Import("opinions-2024", source, nil)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/opinions-2024-bare.outline", outline(d))
}

// TestLineEnds checks that line ends, byte order marks and encodings change
// nothing in the outline.
func TestLineEnds(t *testing.T) {
	source, err := os.ReadFile("testdata/contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := mustImport(t, source)
	for name, change := range map[string]func(string) string{
		"Windows":  func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"old Mac":  func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
		"mark":     func(s string) string { return "\ufeff" + s },
		"no-break": func(s string) string { return strings.ReplaceAll(s, "1. Def", "1.\u00a0Def") },
	} {
		if got := mustImport(t, []byte(change(string(source)))); outline(got) != outline(want) {
			t.Errorf("%s: another outline:\n%s", name, outline(got))
		}
	}
}

func mustImport(t *testing.T, source []byte) *document.Document {
	t.Helper()
	d, err := Import("test", source, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLarge makes sure that no step is quadratic: each of these takes well under a
// second when it is not, and minutes when it is.
func TestLarge(t *testing.T) {
	const n = 20_000
	var counted, nested strings.Builder
	for i := range n {
		fmt.Fprintf(&counted, "%d. Heading\n\nText of %d.\n\n", i%1500+1, i)
		fmt.Fprintf(&nested, "Article %d\n\n(a) one;\n\n(b) two.\n\n", i%1500+1)
	}
	for name, source := range map[string]string{
		"numbered":  counted.String(),
		"nested":    nested.String(),
		"ones":      strings.Repeat("1. One.\n", n),
		"same":      strings.Repeat("SAME HEADING\n\n", n),
		"hashes":    strings.Repeat("# Same\n\n", n),
		"one line":  strings.Repeat("word and word. ", n),
		"no space":  strings.Repeat("wordandwordandword.Wordandword", n),
		"stops":     strings.Repeat(".", n*10),
		"brackets":  strings.Repeat("(a)(i)", n),
		"wrapped":   strings.Repeat("a line that goes on in the middle of the sentence and\n", n),
		"fences":    strings.Repeat("```\n", n),
		"contents":  "Contents\n" + strings.Repeat("1. One\n", n),
		"footers":   strings.Repeat("[Page 1]\n\f\nHeader\n", n),
		"dates":     strings.Repeat("2024-02-28\n", n),
		"no breaks": strings.Repeat("字", n*3),
	} {
		start := time.Now()
		d := mustImport(t, []byte(source))
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %d sections took %v", name, len(d.Sections), took)
		} else {
			t.Logf("%-10s %8d bytes %7d sections %v", name, len(source), len(d.Sections), took)
		}
	}
}

// seeds are the texts of testdata and some that are no documents.
func seeds(f *testing.F) {
	for _, file := range texts(f) {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{"", "1.", "1.\n2.", "#\n# a", "a\n===\n", "(", "第", "第一条", "§", "Article", "1. a\n\n1. b\n\n2. c",
		"\xff\xfe1\x00.\x00", "CHAPTER I\nCHAPTER II\n", "```\n# a", "Contents\n1. a\n1. a", "Release date:\n2024-02-28"} {
		f.Add([]byte(s))
	}
}

// FuzzImport checks that nothing panics and that what document.New cannot see
// holds too.
func FuzzImport(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, source []byte) {
		d, err := Import("fuzz", source, nil)
		if err != nil {
			if strings.Contains(err.Error(), "document fuzz") {
				t.Fatal(err) // spans that document.New turned down
			}
			return
		}
		checkOutline(t, d)
		if utf8.Valid(source) && !bytes.HasPrefix(source, []byte("\ufeff")) && d.Text != string(source) {
			t.Error("the text is not the file")
		}
	})
}

// checkOutline checks that there is a section, that sentences hold all of
// their paragraph but white space, and that nothing is covered twice.
func checkOutline(t *testing.T, d *document.Document) {
	t.Helper()
	end := 0
	for i, s := range d.Sections {
		if s.Label == "" || s.Kind == "" {
			t.Errorf("section %d has no label or kind: %+v", i, s)
		}
		for _, p := range s.Paragraphs {
			if p.Span.Start < end {
				t.Errorf("%s: the paragraph at %d begins before %d", s.ID, p.Span.Start, end)
			}
			at := p.Span.Start
			for _, sentence := range p.Sentences {
				if strings.TrimSpace(d.Text[at:sentence.Start]) != "" {
					t.Errorf("%s: %q is in no sentence", s.ID, d.Text[at:sentence.Start])
				}
				at = sentence.End
			}
			if strings.TrimSpace(d.Text[at:p.Span.End]) != "" {
				t.Errorf("%s: %q is in no sentence", s.ID, d.Text[at:p.Span.End])
			}
			end = p.Span.End
		}
	}
}

func TestOutlineProperties(t *testing.T) {
	for _, file := range texts(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		checkOutline(t, mustImport(t, data))
	}
}
