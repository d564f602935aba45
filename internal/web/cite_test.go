package web

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// The three notations of a sentence, a section without a title, and a part.
func TestCitations(t *testing.T) {
	s := newServer(t, options(t))
	d := theDocument(t)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	for _, at := range []struct {
		id string
		n  int
	}{{"measure-7", 0}, {"measure-7", 3}, {"conclusion", 1}, {"part-2", 0}, {"title", 2}} {
		i, ok := d.ByID(at.id)
		if !ok {
			t.Fatalf("no section %s", at.id)
		}
		c := s.cite(i, at.n)
		if at.n > 0 && !strings.Contains(c.Plain, d.Slice(d.Sentences(i)[at.n-1])) {
			t.Errorf("%s sentence %d is not quoted word for word", at.id, at.n)
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
	w := work{title: "A *bold* <b>title</b>"}
	md := citeMarkdown("a [link](x)\n# heading", "Part 1", w, "http://h/d/x/part-1#s1")
	for _, live := range []string{"[link]", "<b>", "*bold*", "\n# "} {
		if strings.Contains(strings.ReplaceAll(md, `\`+live, ""), live) {
			t.Errorf("Markdown holds live %q: %s", live, md)
		}
	}
	if h := citeHTML(`<script>"`, "Part 1", w, "http://h/"); strings.Contains(h, "<script>") || strings.Contains(h, "<b>") {
		t.Errorf("HTML holds live markup: %s", h)
	}
}
