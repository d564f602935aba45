package cite

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"pincite/internal/folder"
	"pincite/internal/reply"
)

var update = flag.Bool("update", false, "write the golden file")

// The notations of a sentence, a section without a title, and a part.
func TestCitations(t *testing.T) {
	b0, err := folder.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		t.Fatal(err)
	}
	d := b0.Document
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	for _, at := range []struct {
		id string
		at reply.Sentences
	}{{"measure-7", reply.Sentences{}}, {"measure-7", reply.Sentences{3, 3}}, {"conclusion", reply.Sentences{1, 1}},
		{"part-2", reply.Sentences{}}, {"title", reply.Sentences{2, 2}}, {"measure-7", reply.Sentences{2, 3}}} {
		i, ok := d.ByID(at.id)
		if !ok {
			t.Fatalf("no section %s", at.id)
		}
		c := Of(d, i, at.at, "http://127.0.0.1:8080")
		if span, ok := at.at.Span(d, i); ok && !strings.Contains(c.Plain, d.Slice(span)) {
			t.Errorf("%s sentences %s are not quoted verbatim", at.id, at.at)
		}
		if err := e.Encode(c); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "testdata/citations.golden", b.Bytes())
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update and read the diff:\n%s", name, got)
	}
}

func TestCitationEscapes(t *testing.T) {
	c := source{Title: "A *bold* <b>title</b>", Quote: "a [link](x)\n# heading", Place: "Part 1", URL: "http://h/d/x/part-1#s1"}
	md := c.markdown()
	for _, live := range []string{"[link]", "<b>", "*bold*", "\n# "} {
		if strings.Contains(strings.ReplaceAll(md, `\`+live, ""), live) {
			t.Errorf("Markdown holds live %q: %s", live, md)
		}
	}
	c.Quote = `50% {of} a_b & \x`
	if b := c.bibtex(); !strings.Contains(b, `note = {50\% \{of\} a\_b \& \textbackslash{}x}`) {
		t.Errorf("BibTeX holds live TeX: %s", b)
	}
	c.Quote = `<script>"`
	if h := c.html(); strings.Contains(h, "<script>") || strings.Contains(h, "<b>") {
		t.Errorf("HTML holds live markup: %s", h)
	}
}
