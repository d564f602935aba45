package sentence

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/evidence/passages"
	"pincite/internal/library/librarytest"
	"pincite/internal/sought"
)

const house = `# House rules

The lift carries five persons of each flat, or three classes of tenants.
Heating is on from October.
A deposit of two months' rent is paid when the lease is signed.

The boiler may be reset by hand. It restarts by itself after nine hours. Nobody else touches it.
`

// open returns the passages of a text.
func open(t *testing.T, source string) *passages.Set {
	t.Helper()
	c, err := passages.New(t.Context(), passages.Options{Document: librarytest.Document(t, "house.md", source)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// asking returns the words of a question, and the last of them as the thing asked for.
func asking(x *passages.Index, question string) Words {
	var terms []string
	for _, t := range x.Analyze(question) {
		terms = append(terms, t.Term)
	}
	return Words{
		Narrows: func(term string) bool { return slices.Contains(terms, term) },
		Thing:   func(term string) bool { return len(terms) > 0 && term == terms[len(terms)-1] },
	}
}

func TestSentence(t *testing.T) {
	x := open(t, house).Own()
	for _, c := range []struct {
		sentence, question string
		start              float64
		news, near, counts bool
	}{
		{"", "lift", 1, false, false, false},
		{"Heating is on from October.", "", 1, true, false, false},
		{"Heating is on from October.", "October heating", 0, false, false, false},
		{"The lift carries five persons.", "elevator", 1, true, false, false},
		{"The lift carries five persons.", "lift persons", 0, true, true, true},
		{"The lift carries five classes of tenants.", "lift tenants", 0, true, true, false},
		{"Five tenants share the lift.", "lift five", 0, true, false, false}, // the number is the question's own
		{"2. The lift carries tenants.", "lift", 0, true, false, false},      // the number of a point
		{"(2) The lift carries two tenants.", "tenants", 0.75, true, true, true},
		{"b) lift: what carries tenants", "lift", 0, true, false, false}, // the letter of a point
		{"The number of tenants a lift carries is at most fifteen (15).", "lift tenants", 1.0 / 6, true, true, true},
		{"Tenants of block 7.", "tenants", 0, true, true, false},
		{"The tenants of the lift left in May 1995.", "lift tenants", 0, true, true, false},
		{"For tenants of the lift see section 4.", "lift tenants", 0, true, true, false},
		{"25 tons is what the lift carries.", "lift", 0.5, true, true, false},
		{strings.Repeat("a flat ", 200) + "lift", "lift", 1, true, false, false},
	} {
		s := Read(x, c.sentence, asking(x, c.question))
		if got := s.Start; got != c.start {
			t.Errorf("%q, %q: starts at %v, want %v", c.sentence, c.question, got, c.start)
		}
		if got := s.News; got > 0 != c.news {
			t.Errorf("%q, %q: news %v", c.sentence, c.question, got)
		}
		if got := s.NearNumber(); got > 0 != c.near || got > 1 {
			t.Errorf("%q, %q: near a number %v", c.sentence, c.question, got)
		}
		if got := s.Counts(); got != c.counts {
			t.Errorf("%q, %q: counts %v", c.sentence, c.question, got)
		}
	}
}

func TestCovered(t *testing.T) {
	x := open(t, house).Own()
	for question, want := range map[string][2]float64{"boiler": {0, 0}, "lift": {0.1, 0.9}, "lift tenants": {1, 1}} {
		if got := Read(x, "The lift and its tenants", asking(x, question)).Covered; got < want[0] || got > want[1] {
			t.Errorf("%q covers %v, want %v", question, got, want)
		}
	}
	if got := Read(x, "", asking(x, "lift")).Covered; got != 0 {
		t.Errorf("of nothing %v is covered", got)
	}
}

// A word that the question has itself does not say who somebody is.
func TestInOtherWords(t *testing.T) {
	x := open(t, house).Own()
	for _, c := range []struct {
		sentence, question string
		want               sought.Kind
	}{
		{"", "caretaker", 0},
		{"The key is kept by the porter.", "key kept porter", 0},
		{"The key is kept by the porter.", "key kept", sought.Agent},
	} {
		s := Read(x, c.sentence, asking(x, c.question))
		if got := s.InOtherWords(sought.Agent); got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.sentence, c.question, got, c.want)
		}
	}
	s := Read(x, "The key is kept by the porter.", asking(x, ""))
	if got := s.InOtherWords(0); got != 0 {
		t.Errorf("of no kinds it has %v", got)
	}
}

func TestKinds(t *testing.T) {
	d := librarytest.Document(t, "house.md", house)
	k := NewKinds(d, "en")
	section := -1
	for i := range d.Sections {
		if len(d.Sentences(i)) > 0 {
			section = i
		}
	}
	spans := d.Sentences(section)
	at := func(begins string) passages.Place {
		for n, s := range spans {
			if strings.HasPrefix(d.Plain(s), begins) {
				return passages.Place{Section: section, Sentence: n}
			}
		}
		return passages.Place{Section: section, Sentence: passages.Whole}
	}
	boiler := at("The boiler")
	for _, c := range []struct {
		asked  sought.Kind
		at     passages.Place
		has    sought.Kind
		ok     bool
		beside int
	}{
		{0, boiler, 0, false, -1},
		{sought.Duration, at("no such sentence"), 0, false, -1},
		{sought.Duration, passages.Place{Section: section, Sentence: len(spans)}, 0, false, -1},
		{sought.Duration, boiler, 0, true, boiler.Sentence + 1},
		{sought.Duration, at("Nobody else"), 0, true, boiler.Sentence + 1},
		{sought.Duration, at("It restarts"), sought.Duration, true, -1},
		{sought.Contact, boiler, 0, true, -1},
	} {
		for range 2 { // found out, and remembered
			if has, ok := k.Has(c.asked, c.at, spans); has != c.has || ok != c.ok {
				t.Errorf("%v has of %v %v, %v", c.at, c.asked, has, ok)
			}
		}
		if got := k.Completing(c.asked, c.at); got != c.beside {
			t.Errorf("%v is completed for %v by %d, want %d", c.at, c.asked, got, c.beside)
		}
	}
	if !k.Near(sought.Duration, boiler, spans) || k.Near(sought.Contact, boiler, spans) {
		t.Error("nearby is not what the sentences around have")
	}
	if has, ok := NewKinds(d, "xx").Has(sought.Duration, boiler, spans); ok {
		t.Errorf("in a language that is not known it has %v", has)
	}
}
