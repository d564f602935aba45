package folder

import (
	"bytes"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/importer"
	"pincite/internal/importer/encoding"
	"pincite/internal/outline"
	"pincite/internal/outline/outlinetest"
)

func TestImportRefuses(t *testing.T) {
	for _, c := range []struct {
		name, source, want string
	}{
		{"empty", "", "import empty: there is no text in it"},
		{"blank", " \n\t\r\n\ufeff", "import blank: there is no text in it"},
		{"rtf", "{\\rtf1 x}", "import rtf: it is an RTF file; save it"},
		{"word", "PK\x03\x04\x14\x00", "import word: it is a damaged ZIP archive"},
		{"invisible", "\u200b\n\ufeff", "import invisible: there is no text in it"},
		{"binary", "\x01\x02\x00\x03\x04abc\x00\x05", "import binary: it holds control bytes"},
		{"lines", strings.Repeat("a\n", outline.MaxLines+1), "import lines: 2000001 lines are too many"},
	} {
		d, err := parse(c.name, []byte(c.source))
		if err == nil {
			t.Errorf("%s: imported %d sections", c.name, len(d.Sections))
		} else if msg := err.Error(); !strings.HasPrefix(msg, c.want) || strings.Contains(msg, "\n") {
			t.Errorf("%s: %q, want %q", c.name, msg, c.want)
		}
	}
	if _, err := parse("huge", make([]byte, importer.MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "limit is 100 MB") {
		t.Errorf("huge: %v", err)
	}
}

// TestDefault holds the outline of the default document: its ids, headings and
// sentences, and what document.yaml adds.
func TestDefault(t *testing.T) {
	b, err := Load(os.DirFS(path.Dir(defaultFolder)), path.Base(defaultFolder))
	if err != nil {
		t.Fatal(err)
	}
	outlinetest.Golden(t, "testdata/opinions-2024.outline", outlinetest.Print(b.Document))
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

// TestEncodings checks that the encoding of a file changes nothing in its outline.
func TestEncodings(t *testing.T) {
	const source = "Rules\n\n1. Définition\n\nText.\n\n2. Naïve\n\nMore text.\n"
	want := ""
	for _, c := range []struct{ name, source string }{
		{"UTF-8", source},
		{"mark", "\ufeff" + source},
		{"Latin-1", strings.NewReplacer("é", "\xe9", "ï", "\xef").Replace(source)},
	} {
		d, err := parse("test", []byte(c.source))
		if err != nil {
			t.Fatal(err)
		}
		got := outlinetest.Print(d)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%s: another outline:\n%s", c.name, got)
		}
	}
}

// FuzzImport checks that nothing panics and that what document.New cannot see
// holds too.
func FuzzImport(f *testing.F) {
	for _, s := range []string{"", "1. a\n\n1. b\n\n2. c", "\ufeff1. One\n\nText.", "\xff\xfe1\x00.\x00", "# a\n\nb", "\xe9t\xe9"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		d, err := parse("fuzz", source)
		if err != nil {
			if strings.Contains(err.Error(), "document fuzz") {
				t.Fatal(err) // spans that document.New turned down
			}
			return
		}
		outlinetest.Check(t, d)
		if utf8.Valid(source) && !bytes.HasPrefix(source, []byte("\ufeff")) && !bytes.ContainsRune(source, 0) { // neither marked nor UTF-16
			if want, _ := encoding.Clean(string(source)); d.Text != want {
				t.Error("the text is not the file")
			}
		}
	})
}
