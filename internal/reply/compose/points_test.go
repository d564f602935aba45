package compose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/library/librarytest"
	"pincite/internal/reply"
)

// pointed is a document of one section that has no text of its own but points, of so many
// runes each, and a titled section after it.
func pointed(t *testing.T, runes ...int) *document.Document {
	t.Helper()
	d := document.Document{Name: "pointed", Text: "1 Fees\n", Meta: document.Meta{Language: "en"}}
	d.Sections = []document.Section{{ID: "s1", Kind: document.KindSection, Label: "1", Parent: -1, Own: document.Span{End: 6}, Heading: document.Span{End: 6}}}
	for i, n := range runes {
		start := len(d.Text)
		d.Text += strings.Repeat("x", n-1) + "."
		at := document.Span{Start: start, End: len(d.Text)}
		d.Sections = append(d.Sections, document.Section{ID: "p" + string(rune('a'+i)), Kind: "point", Label: "(" + string(rune('a'+i)) + ")", Parent: 0,
			Span: at, Own: at, Paragraphs: []document.Paragraph{{Span: at, Sentences: []document.Span{at}}}})
		d.Text += "\n"
	}
	d.Sections[0].Span = document.Span{End: len(d.Text) - 1}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestPointsAreShown holds that a section without text of its own is shown with what its
// points say, as far as there is room, and that all of them are named.
func TestPointsAreShown(t *testing.T) {
	for _, c := range []struct {
		room  int
		runes []int
		said  int // runes of points
	}{
		{0, []int{10, 20}, 30}, {1000, []int{10, 20}, 30},
		{1000, []int{pointsRunesInRoom - 10, 100, 100}, pointsRunesInRoom}, {0, []int{pointsRunes + 100, 5}, pointsRunes},
	} {
		d := pointed(t, c.runes...)
		v := NewVoice(d, "en")
		v.Room = c.room
		r := v.Reply(answer.Answer{Kind: answer.KindSection, Citations: []answer.Citation{answer.Whole(d, 0)}}, 0)
		items, said := 0, 0
		for _, b := range r.Blocks {
			if b.Kind != reply.Item {
				continue
			}
			items++
			for _, run := range b.Runs[1:] {
				said += utf8.RuneCountInString(strings.Trim(run.Text, ": “”"))
			}
		}
		if items != len(c.runes) || said > c.said || said < c.said-1 {
			t.Errorf("room %d, points of %v: %d items that say %d runes, want %d", c.room, c.runes, items, said, c.said)
		}
	}
}

// TestShortSectionsWithTitlesAreShown has a part that is too long to be shown first.
func TestShortSectionsWithTitlesAreShown(t *testing.T) {
	for _, c := range []struct {
		sentences int
		want      string
	}{
		{50, "Article 1: Glass; Article 2: Name"},
		{1, "Article 1: Glass: “Honey is sold in glass.”; Article 2: Name: “The glass names the keeper.”"},
	} {
		d := librarytest.Document(t, "honey.md", "# Hives\n\n## Part 1 Honey\n\n### Article 1 Glass\n\n"+
			strings.Repeat("Honey is sold in glass. ", c.sentences)+"\n\n### Article 2 Name\n\nThe glass names the keeper.\n")
		i, ok := d.ByID("part-1")
		if !ok {
			t.Fatal("no part 1")
		}
		r := NewVoice(d, "en").Reply(answer.Answer{Kind: answer.KindSection, Citations: []answer.Citation{answer.Whole(d, i)}}, 0)
		var got []string
		for _, b := range r.Blocks {
			if b.Kind == reply.Item {
				item := ""
				for _, run := range b.Runs {
					item += run.Text
				}
				got = append(got, item)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%d sentences: %s, want %s", c.sentences, s, c.want)
		}
	}
}

// TestWhole holds that a section is cited with its points, unless they are too long.
func TestWhole(t *testing.T) {
	short, long := pointed(t, 10, 20), pointed(t, 5000, 5000)
	if c := answer.Whole(short, 0); c.Span != short.Sections[0].Span || c.Sentences != [2]int{} {
		t.Errorf("short: %v of %v, sentences %v", c.Span, short.Sections[0].Span, c.Sentences)
	}
	if c := answer.Whole(long, 0); c.Span != long.Sections[0].Own {
		t.Errorf("long: %v of %v", c.Span, long.Sections[0].Own)
	}
}

// TestAnEntryTellsWhatItSays holds that an entry of the contents which has but a number is
// told by what it says, and one without number and title by its name alone.
func TestAnEntryTellsWhatItSays(t *testing.T) {
	d := pointed(t, 10, 500)
	v := NewVoice(d, "en")
	if runs := v.entry(1); len(runs) != 1 {
		t.Errorf("no number: %v", runs)
	}
	for i := range d.Sections {
		d.Sections[i].Designation = document.Designation{Printed: "a", Normal: "a"}
	}
	for i, limit := range map[int]int{1: 10, 2: titleCut} {
		if runs := v.entry(i); len(runs) != 2 || utf8.RuneCountInString(strings.Trim(runs[1].Text, ": “”")) > limit || !strings.Contains(runs[1].Text, "xxx") {
			t.Errorf("point %d: %v", i, runs)
		}
	}
	if runs := v.entry(0); len(runs) != 1 {
		t.Errorf("one without text of its own: %v", runs)
	}
}
