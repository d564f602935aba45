package outline

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/encoding"
	"pincite/internal/outline/outlinetest"
)

func TestBuildRefuses(t *testing.T) {
	for _, source := range []string{"", " \n\t\r\n\ufeff", "\u200b\n\ufeff"} {
		if o, err := Build(&block.Source{Text: source}, Hints{}); !errors.Is(err, encoding.ErrEmpty) {
			t.Errorf("%q: %v, %v", source, o, err)
		}
	}
	_, err := Build(&block.Source{Text: strings.Repeat("a\n", MaxLines+1)}, Hints{})
	if err == nil || err.Error() != "2000001 lines are too many; the limit is 2000000" {
		t.Errorf("lines: %v", err)
	}
}

// texts returns the documents of testdata.
func texts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	kinds, err := filepath.Glob("testdata/kinds/*.txt")
	if err != nil || len(kinds) == 0 {
		t.Fatal("no kinds", err)
	}
	return append(append(files, kinds...), "testdata/readme.md")
}

// TestOutlines compares the outline inferred for each text of testdata with its
// golden file.
func TestOutlines(t *testing.T) {
	for _, file := range texts(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			d := infer(t, read(t, file), Hints{})
			outlinetest.Check(t, d)
			outlinetest.Golden(t, file+".outline", outlinetest.Print(d))
		})
	}
}

func read(t testing.TB, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func infer(t *testing.T, source string, hints Hints) *document.Document {
	t.Helper()
	return build(t, &block.Source{Text: source}, hints)
}

func build(t *testing.T, source *block.Source, hints Hints) *document.Document {
	t.Helper()
	o, err := Build(source, hints)
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.New(document.Document{Name: "test", Text: source.Text, Meta: o.Meta, Sections: o.Sections, Markup: source.Markup, Pages: o.Pages})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const defaultSource = "../../data/opinions-2024/source.txt"

// TestDefaultWithoutSettings shows that document.yaml only names what is there.
func TestDefaultWithoutSettings(t *testing.T) {
	d := infer(t, read(t, defaultSource), Hints{})
	outlinetest.Golden(t, "testdata/opinions-2024-bare.outline", outlinetest.Print(d))
}

// TestLineEnds checks that line ends and other spaces change nothing in the outline.
func TestLineEnds(t *testing.T) {
	source := read(t, "testdata/contract.txt")
	want := outlinetest.Print(infer(t, source, Hints{}))
	for name, change := range map[string]func(string) string{
		"Windows":  func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"old Mac":  func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
		"mark":     func(s string) string { return "\ufeff" + s },
		"no-break": func(s string) string { return strings.ReplaceAll(s, "1. Def", "1.\u00a0Def") },
	} {
		if got := outlinetest.Print(infer(t, change(source), Hints{})); got != want {
			t.Errorf("%s: another outline:\n%s", name, got)
		}
	}
}

// TestLarge has texts on which a step that is quadratic takes longer than a test may.
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
		d := infer(t, source, Hints{})
		t.Logf("%-10s %8d bytes %7d sections %v", name, len(source), len(d.Sections), time.Since(start))
	}
}

// TestManyNumbers has more sections than the longest statutes.
func TestManyNumbers(t *testing.T) {
	const n = 12_000
	var s strings.Builder
	for i := range n {
		fmt.Fprintf(&s, "%d. Entry\n\nText of %d.\n\n", i+1, i+1)
	}
	d := infer(t, s.String(), Hints{})
	if last := d.Sections[len(d.Sections)-1]; len(d.Sections) != n || last.ID != "section-12000" {
		t.Errorf("%d sections, the last is %s", len(d.Sections), last.ID)
	}
}

// TestRulesThatSayTheSame: a rule whose words come back under another number is no line
// of contents; a list whose words come back under the same numbers, or under none, is.
func TestRulesThatSayTheSame(t *testing.T) {
	var same, listed, unnumbered, text strings.Builder
	for n := 1; n <= 21; n++ {
		fmt.Fprintf(&same, "%d. Members pay %d euros to the house.\n", n, n%7)
	}
	for n := 1; n <= 12; n++ {
		title := strings.Repeat(string(rune('a'+n)), 6)
		fmt.Fprintf(&listed, "%d. %s\n", n, title)
		fmt.Fprintf(&text, "\n%d. %s\n\nMembers of group %d pay by the month.\n", n, title, n)
		fmt.Fprintf(&unnumbered, "\n%s\n\nMembers of group %d pay by the month.\n", title, n)
	}
	for name, c := range map[string]struct {
		source string
		first  bool // whether the first line with a number is a section
	}{
		"the same words":    {same.String(), true},
		"contents":          {listed.String() + text.String(), false},
		"without a number":  {listed.String() + unnumbered.String(), false},
		"contents and text": {"Of the House\n\n" + listed.String() + text.String(), false},
	} {
		d := infer(t, c.source, Hints{})
		line := c.source[strings.Index(c.source, "1. "):]
		line, _, _ = strings.Cut(line, "\n")
		at := strings.Index(c.source, line)
		found := slices.ContainsFunc(d.Sections, func(s document.Section) bool { return s.Span.Start <= at && at < s.Span.End })
		if found != c.first {
			t.Errorf("%s: the first rule is a section: %v, want %v", name, found, c.first)
		}
		if name == "the same words" && len(d.Sections) != 21 {
			t.Errorf("%d sections of 21 rules", len(d.Sections))
		}
	}
}

// TestOneLine has megabytes without a line end, and without the end of a sentence.
func TestOneLine(t *testing.T) {
	for name, source := range map[string]string{
		"sentences": strings.Repeat("A boat is blue and old. ", 20_000),
		"words":     strings.Repeat("boat ", 100_000),
		"signs":     strings.Repeat("船", 100_000),
	} {
		d := infer(t, source, Hints{})
		outlinetest.Check(t, d)
		for _, s := range d.Sections {
			for _, para := range s.Paragraphs {
				if para.Span.Len() > maxParagraph+maxSentence {
					t.Errorf("%s: a paragraph of %d bytes", name, para.Span.Len())
				}
				for _, sentence := range para.Sentences {
					if sentence.Len() > maxSentence {
						t.Errorf("%s: a sentence of %d bytes", name, sentence.Len())
					}
				}
			}
		}
	}
}

// seeds are the texts of testdata and some that are no documents.
func seeds(f *testing.F) {
	for _, file := range texts(f) {
		f.Add([]byte(read(f, file)))
	}
	for _, s := range []string{"", "1.", "1.\n2.", "#\n# a", "a\n===\n", "(", "第", "第一条", "§", "Article", "1. a\n\n1. b\n\n2. c",
		"\xff\xfe1\x00.\x00", "CHAPTER I\nCHAPTER II\n", "```\n# a", "Contents\n1. a\n1. a", "Release date:\n2024-02-28"} {
		f.Add([]byte(s))
	}
}

// FuzzBuild checks that nothing panics, that the spans are those of a document,
// and that what document.New cannot see holds too.
func FuzzBuild(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, source []byte) {
		decoded, _, _, err := encoding.Decode(source)
		if err != nil {
			return
		}
		o, err := Build(&block.Source{Text: decoded}, Hints{})
		if err != nil {
			return
		}
		d, err := document.New(document.Document{Name: "fuzz", Text: decoded, Meta: o.Meta, Sections: o.Sections})
		if err != nil {
			t.Fatal(err) // spans that document.New turned down
		}
		outlinetest.Check(t, d)
	})
}

// BenchmarkBuild has, beside the default document, texts with a thing in every section that
// must be looked at in the light of all others, of two lengths: a byte of the longer one
// should take as long.
func BenchmarkBuild(b *testing.B) {
	annexes := func(n int) string {
		var out strings.Builder
		for i := range n {
			fmt.Fprintf(&out, "%d. Rule\nIt is kept.\n\nSchedule of fees\n\nFees are paid.\n\n", i+1)
		}
		return out.String()
	}
	for name, source := range map[string]string{"default": read(b, defaultSource), "annexes 1000": annexes(1000), "annexes 4000": annexes(4000)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Build(&block.Source{Text: source}, Hints{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestOwnWords wants a level that a text counts by its own words named as its language
// writes them in lower case.
func TestOwnWords(t *testing.T) {
	d := infer(t, read(t, "testdata/kinds/law-tr.txt"), Hints{})
	l, ok := d.Meta.Level("gecici-madde")
	if names := l.Names["tr"]; !ok || len(names) != 1 || names[0] != "geçici madde" {
		t.Errorf("%q", names)
	}
}
