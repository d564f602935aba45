package verify_test

import (
	"os"
	"path/filepath"
	"testing"

	"pincite/data"
	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/library/librarytest"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
)

// home returns the document that comes with the program.
func home(tb testing.TB) *document.Document {
	tb.Helper()
	b, err := folder.Load(data.FS, data.Default)
	if err != nil {
		tb.Fatal(err)
	}
	return b.Document
}

// read returns a document of testdata.
func read(tb testing.TB, file string) *document.Document {
	tb.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		tb.Fatal(err)
	}
	return parse(tb, file, string(source))
}

func parse(tb testing.TB, name, source string) *document.Document {
	tb.Helper()
	d := librarytest.Document(tb, name, source)
	return d
}

// check checks a text and holds the result to what is true of every one.
func check(tb testing.TB, c *verify.Checker, text string, docs ...*document.Document) verify.Result {
	tb.Helper()
	r, err := c.Check(tb.Context(), text)
	if err != nil {
		tb.Fatalf("%q: %v", text, err)
	}
	for _, m := range r.Matches {
		for _, d := range docs {
			if d.Name == m.Document && m.Quote != d.Slice(m.Span) {
				tb.Errorf("%q: quote %q, text %q", text, m.Quote, d.Slice(m.Span))
			}
		}
		if m.Span.Empty() || m.Section == "" {
			tb.Errorf("%q: match without a place: %+v", text, m)
		}
	}
	holdTogether(tb, text, r)
	for _, d := range r.Differences {
		if got := text[d.At.Start:d.At.End]; d.Kind != collate.Punctuation && got != d.Text {
			tb.Errorf("%q: difference %q is %q in the text", text, d.Text, got)
		}
	}
	if r.Status == verify.Verbatim && len(r.Differences) > 0 || r.Status == verify.Altered && len(r.Differences) == 0 {
		tb.Errorf("%q: %s with %d differences", text, r.Status, len(r.Differences))
	}
	return r
}

// holdTogether holds each index of a result against its slice, and each range of the
// text against the text.
func holdTogether(tb testing.TB, text string, r verify.Result) {
	tb.Helper()
	within := func(match int, span document.Span) {
		if match < 0 || match >= len(r.Matches) || span.Start > span.End || span.End > len(text) {
			tb.Errorf("%q: bytes %v of match %d of %d", text, span, match, len(r.Matches))
		}
	}
	for _, d := range r.Differences {
		within(d.Match, d.At)
	}
	for _, o := range r.Omitted {
		within(o.Match, document.Span{})
	}
	for i, m := range r.Matches {
		within(i, m.Text)
	}
}
