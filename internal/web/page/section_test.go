package page

import (
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/library/librarytest"
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
		part := PartAt(d, 0, reply.Sentences{})
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

// TestLines has a line end that Markdown keeps, then what says nothing, between sentences
// and within them; and the lines of a text that are its own.
func TestLines(t *testing.T) {
	const text = "# Some Act\n\n## Article 1. Boats\n\nThe boats are  \nkept in the shed and nobody\ntakes one. They are cleaned.\nThat is all.\n\n" +
		"## Article 2. Oars\n\nThe oars are kept.\nThey are cleaned.\n"
	got := ""
	for _, v := range PartAt(bare(t, "law.md", text), 0, reply.Sentences{}).Sections {
		for _, b := range v.Blocks {
			for _, p := range b.Pieces {
				got += p.Text
			}
			got += "|"
		}
	}
	for _, want := range []string{"The boats are  \nkept in the shed and nobody takes one. They are cleaned. That is all.|", "The oars are kept.\nThey are cleaned.|"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q has no %q", got, want)
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
		{reply.Sentences{1, 2}, "/d/opinions-2024/measure-7?s=1-2#s1-s2:~:text=", textFragment(d.Slice(sentences[0].Join(sentences[1])))},
	} {
		if got := Fragment(d, i, tc.at); got != tc.from+tc.holds {
			t.Errorf("%v: %s", tc.at, got)
		}
	}
}

func opinions(t *testing.T) *document.Document {
	t.Helper()
	b, err := folder.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		t.Fatal(err)
	}
	return b.Document
}

func bare(t *testing.T, name, text string) *document.Document {
	t.Helper()
	d := librarytest.Document(t, name, text)
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

// huge is one article of n paragraphs, a list and one paragraph that is longer than
// a part by itself.
func huge(t *testing.T, n int) *document.Document {
	t.Helper()
	var b strings.Builder
	b.WriteString("# Some Act\n\n## Article 1. Everything\n\n- one point\n- another point\n\n")
	for i := range n {
		fmt.Fprintf(&b, "%sThe number of *this* paragraph is %d.\n\n", strings.Repeat("It applies to matters of the kind. ", 8), i+1)
	}
	b.WriteString(strings.Repeat("The long paragraph goes on. ", 2*document.PageBytes/28) + "\n\n## Article 2. The rest\n\nIt ends here.\n")
	return bare(t, "law", b.String())
}

func textOf(v Section) string {
	var b strings.Builder
	b.WriteString(v.Before + v.Number + v.Heading)
	for _, block := range append(v.Folded, v.Blocks...) {
		for _, piece := range block.Pieces {
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

// A long document is parts of a bounded size that follow one another without a
// gap, every section is in the part that is asked for, and so is every sentence.
func TestParts(t *testing.T) {
	for _, d := range []*document.Document{long(t, 400), huge(t, 400)} {
		var b strings.Builder
		parts, at := 0, &Turn{ID: d.Sections[0].ID}
		for ; at != nil; parts++ {
			i, _ := d.ByID(at.ID)
			p := PartAt(d, i, reply.Sentences{at.Sentence, at.Sentence})
			if first := p.Sections[0]; first.ID != at.ID || first.Rest != (at.Sentence > 0) {
				t.Fatalf("the part from %v begins with %s", at, first.ID)
			}
			from := b.Len()
			for _, s := range p.Sections {
				b.WriteString(textOf(s))
			}
			b.WriteString(p.After)
			if b.Len()-from > document.PageBytes+1000 {
				t.Errorf("the part from %v has %d bytes", at, b.Len()-from)
			}
			at = p.Later
		}
		if parts < 3 || squeeze(b.String()) != squeeze(d.Plain(document.Span{End: len(d.Text)})) {
			t.Errorf("%d parts are not the text", parts)
		}
		for i, s := range d.Sections {
			if !slices.ContainsFunc(PartAt(d, i, reply.Sentences{}).Sections, func(v Section) bool { return v.ID == s.ID && !v.Rest }) {
				t.Errorf("%s does not begin in its own part", s.ID)
			}
			for n := range d.Sentences(i) {
				id := s.ID + "." + reply.Sentences{n + 1, n + 1}.Fragment()
				if n%97 == 0 && !slices.ContainsFunc(PartAt(d, i, reply.Sentences{n + 1, n + 1}).Sections, func(v Section) bool { return has(v, id) }) {
					t.Errorf("%s is not in its own part", id)
				}
			}
		}
	}
}

func has(v Section, id string) bool {
	return slices.ContainsFunc(append(v.Folded, v.Blocks...), func(b Block) bool {
		return slices.ContainsFunc(b.Pieces, func(p Piece) bool { return p.ID == id })
	})
}

// The page of a long section is turned over like the document, and stays within
// the section.
func TestAt(t *testing.T) {
	d := huge(t, 400)
	i, _ := d.ByID("article-1")
	whole, _, _ := At(d, i+1, reply.Sentences{})
	if whole.Rest || !strings.Contains(textOf(whole), "It ends here.") {
		t.Errorf("the short article: %q", textOf(whole))
	}
	var b strings.Builder
	before, at := 0, 0
	for {
		v, earlier, later := At(d, i, reply.Sentences{at, at})
		if earlier != before && before > 1 || v.Rest != (at > 0) {
			t.Fatalf("sentence %d: before %d, earlier %d, rest %v", at, before, earlier, v.Rest)
		}
		b.WriteString(textOf(v))
		if later == 0 {
			break
		}
		if !has(v, reply.Sentences{later - 1, later - 1}.Fragment()) || has(v, reply.Sentences{later, later}.Fragment()) {
			t.Errorf("the part from %d does not end before %d", at, later)
		}
		before, at = at, later
	}
	if squeeze(b.String()) != squeeze(d.Plain(d.Sections[i].Own)) {
		t.Errorf("the parts are not the section")
	}
	for _, beyond := range []int{-1, 1 << 30} {
		if v, _, _ := At(d, i, reply.Sentences{beyond, beyond}); len(v.Blocks) == 0 {
			t.Errorf("sentence %d: nothing", beyond)
		}
	}
}

// A range of sentences is on the page that it begins on, together with the pages that
// it goes on to, as long as those are few.
func TestRangeOverABorder(t *testing.T) {
	d := huge(t, 2000)
	i, _ := d.ByID("article-1")
	_, _, second := At(d, i, reply.Sentences{})
	_, _, third := At(d, i, reply.Sentences{second, second})
	end := len(d.Sentences(i))
	for _, tc := range []struct {
		at    reply.Sentences
		later int // 0 for one that is not told
		whole bool
	}{
		{reply.Sentences{second - 2, second - 1}, second, true},
		{reply.Sentences{second - 2, second}, third, true},
		{reply.Sentences{second - 2, third - 1}, third, true},
		{reply.Sentences{second, third - 1}, third, true},
		{reply.Sentences{second - 1, third}, 0, true},
		{reply.Sentences{1, end}, 0, false},
	} {
		v, _, later := At(d, i, tc.at)
		part := PartAt(d, i, tc.at)
		if tc.later > 0 && (later != tc.later || part.Later.Sentence != tc.later) {
			t.Errorf("%v: the next pages begin at %d and %v, not %d", tc.at, later, part.Later, tc.later)
		}
		if size := len(textOf(v)); size > maxParts*(document.PageBytes+1000) {
			t.Errorf("%v: %d bytes", tc.at, size)
		}
		all := true
		for n := tc.at[0]; n <= tc.at[1]; n++ {
			id := reply.Sentences{n, n}.Fragment()
			all = all && has(v, id) && slices.ContainsFunc(part.Sections, func(v Section) bool { return has(v, "article-1."+id) })
		}
		if all != tc.whole {
			t.Errorf("%v: all are there: %v", tc.at, all)
		}
	}
}

func TestSpread(t *testing.T) {
	all := make([]int, 1000)
	for i := range all {
		all[i] = i
	}
	for n, want := range map[int]int{0: 0, 1: 1, 250: 250, 251: 250, 1000: 250} {
		got := spread(all[:n], 250)
		if len(got) != want || want > 0 && got[0] != 0 || !slices.IsSorted(got) || n > 250 && got[len(got)-1] < n*99/100-1 {
			t.Errorf("%d of %d: %v", len(got), n, got)
		}
	}
}

func TestContents(t *testing.T) {
	if all, whole := Contents(opinions(t)); !whole || len(all) != len(opinions(t).Sections) {
		t.Errorf("%d entries of a short document, all %v", len(all), whole)
	}
	d := long(t, 400)
	some, whole := Contents(d)
	if whole || len(some) < 2 || len(some) > 2*maxEntries {
		t.Errorf("%d entries of %d sections, all %v", len(some), len(d.Sections), whole)
	}
}
