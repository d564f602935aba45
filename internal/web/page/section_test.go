package page

import (
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/reply"
)

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// Every byte of the text that is not white space stands on the first page
// once, in order.
func TestWholeViewIsTheText(t *testing.T) {
	for _, d := range []*document.Document{
		opinions(t),
		bare(t, "law", "Some Act\n\nCHAPTER I\nGeneral\n\nArticle 1\nScope\n\nThis Act applies. It is short.\n\nArticle 2\nTerms\n\nNothing is defined.\n"),
		bare(t, "essay", "One thought. Another one.\n\nA third.\n"),
	} {
		var b strings.Builder
		part := PartAt(d, 0)
		for _, v := range part.Sections {
			b.WriteString(v.Before + v.Number + v.Heading)
			for _, p := range append(v.Folded, v.Blocks...) {
				for _, piece := range p.Pieces {
					b.WriteString(piece.Text)
				}
			}
		}
		if got, want := squeeze(b.String()+part.After), squeeze(d.Text); got != want {
			t.Errorf("%s: the page differs from the text:\n got %.200q\nwant %.200q", d.Name, got, want)
		}
	}
}

func TestTextFragment(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"short", "A few words.", "A%20few%20words."},
		{"line breaks are spaces", "A few\n\n words.", "A%20few%20words."},
		{"what a fragment gives a meaning to", "a-b, c & d", "a%2Db%2C%20c%20%26%20d"},
		{"long", "one two three four five six seven eight nine ten eleven", "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"},
		{"Chinese", "第七条", "%E7%AC%AC%E4%B8%83%E6%9D%A1"},
	} {
		got := textFragment(tc.text)
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
		if _, err := url.Parse("http://h/p#s1:~:text=" + got); err != nil {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}

// TestFragmentPath holds that a link leads to all of the quoted sentences.
func TestFragmentPath(t *testing.T) {
	d := opinions(t)
	i, _ := d.ByID("measure-7")
	sentences := d.Sentences(i)
	for _, tc := range []struct {
		at          reply.Sentences
		from, holds string
	}{
		{reply.Sentences{}, "/d/opinions-2024/measure-7", ""},
		{reply.Sentences{99, 99}, "/d/opinions-2024/measure-7", ""},
		{reply.Sentences{3, 3}, "/d/opinions-2024/measure-7#s3:~:text=", textFragment(d.Slice(sentences[2]))},
		{reply.Sentences{1, 2}, "/d/opinions-2024/measure-7#s1-s2:~:text=", textFragment(d.Slice(sentences[0].Join(sentences[1])))},
	} {
		if got := Fragment(d, i, tc.at); got != tc.from+tc.holds {
			t.Errorf("%v: %s", tc.at, got)
		}
	}
}

func opinions(t *testing.T) *document.Document {
	t.Helper()
	b, err := library.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		t.Fatal(err)
	}
	return b.Document
}

func bare(t *testing.T, name, text string) *document.Document {
	t.Helper()
	d, err := library.Parse(name, []byte(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// long is a law of n articles, each of a few lines.
func long(t *testing.T, n int) *document.Document {
	t.Helper()
	var b strings.Builder
	b.WriteString("Some Act\n\n")
	for i := range n {
		fmt.Fprintf(&b, "Article %d\nMatter %d\n\n%s The number is %d.\n\n", i+1, i+1, strings.Repeat("This Act applies to matters of the kind. ", 8), i+1)
	}
	return bare(t, "law", b.String())
}

// A long document is parts of a bounded size that follow one another without a
// gap, and every section is in the part that is asked for.
func TestParts(t *testing.T) {
	d := long(t, 400)
	var b strings.Builder
	seen, id := 0, d.Sections[0].ID
	for id != "" {
		i, ok := d.ByID(id)
		if !ok {
			t.Fatalf("no section %s", id)
		}
		p := PartAt(d, i)
		if p.Start != seen || p.End-p.Start > 2*partBytes {
			t.Fatalf("the part from %s is bytes %d to %d after %d", id, p.Start, p.End, seen)
		}
		if p.Sections[0].ID != id {
			t.Errorf("the part from %s begins with %s", id, p.Sections[0].ID)
		}
		for _, s := range p.Sections {
			b.WriteString(s.Before + s.Number + s.Heading)
			for _, block := range append(s.Folded, s.Blocks...) {
				for _, piece := range block.Pieces {
					b.WriteString(piece.Text)
				}
			}
		}
		b.WriteString(p.After)
		seen, id = p.End, p.Later
	}
	if seen != len(d.Text) || squeeze(b.String()) != squeeze(d.Text) {
		t.Errorf("the parts are not the text: %d of %d bytes", seen, len(d.Text))
	}
	for i, s := range d.Sections {
		if !slices.ContainsFunc(PartAt(d, i).Sections, func(v Section) bool { return v.ID == s.ID }) {
			t.Errorf("%s is not in its own part", s.ID)
		}
	}
}

func TestContents(t *testing.T) {
	if all, whole := Contents(opinions(t)); !whole || len(all) != len(opinions(t).Sections) {
		t.Errorf("%d entries of a short document, all %v", len(all), whole)
	}
	d := long(t, 400)
	some, whole := Contents(d)
	if whole || len(some) < 2 || len(some) > maxEntries+len(starts(d)) {
		t.Errorf("%d entries of %d sections, all %v", len(some), len(d.Sections), whole)
	}
}
