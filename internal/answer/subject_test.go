package answer_test

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/answer"
)

const harbour = `# Harbour Safety Rules

## 1. Mooring

Boats are moored at the buoys that the harbour master assigns.

## 2. Speed

Inside the mole nobody goes faster than four knots.

## 3. Note books

Every skipper keeps a note book of all fuel taken on board, and shows the notebook on demand.

## 4. Coming into force

These rules come into force on 1 June 2021.
`

// What only asks, is a function word, says little, or names the document does not
// narrow a question: a section that lacks it lacks nothing.
func TestWhatDoesNotNarrow(t *testing.T) {
	a := about(t, harbour)
	for _, c := range []struct {
		question string
		unmet    bool // something that narrows it is not in the section found
		section  string
	}{
		{"how fast can a parachute go inside the mole", true, "section-2"},
		{"when do the Kayak Rules come into force", true, "section-4"},
		{"how fast can one go inside the mole", false, "section-2"},
		{"when do the Harbour Safety Rules come into force", false, "section-4"},
		{"sorry, when do the safety rules come into force actually?", false, "section-4"},
		{"which boats need to be moored at the buoys", false, "section-1"},
	} {
		got := ask(t, a, c.question)
		if len(got.Citations) == 0 || got.Citations[0].ID != c.section {
			t.Errorf("%q finds %v, want %s", c.question, ids(got), c.section)
			continue
		}
		if unmet := got.Features.Absent > 0.2; unmet != c.unmet {
			t.Errorf("%q: the weightiest word that is not met weighs %.2f", c.question, got.Features.Absent)
		}
	}
}

// The features of a subject say how many words narrow the question, where in the quote
// the first of them stands, and how much of the heading they are.
func TestSubject(t *testing.T) {
	a := about(t, harbour)
	for _, c := range []struct {
		question          string
		few, start, title float64
	}{
		{"what about buoys", 1.0 / 2, 2.0 / 6, 0},
		{"boats moored buoys", 1.0 / 3, 0, 1},
		{"who is mooring boats at buoys", 1.0 / 3, 0, 1},
	} {
		f := ask(t, a, c.question).Features
		if f.Few != c.few || f.Start != c.start || f.Title != c.title {
			t.Errorf("%q: few %.2f, start %.2f, title %.2f, want %.2f, %.2f, %.2f", c.question, f.Few, f.Start, f.Title, c.few, c.start, c.title)
		}
	}
}

// A compound is listed in both of its spellings.
func TestListsCompounds(t *testing.T) {
	a := about(t, harbour+"\n## 5. Ends\n\nThe note ends here. Books are closed. A not able skipper asks.\n")
	for topic, want := range map[string][]string{
		"notebook": {"section-3"}, "note book": {"section-3"}, "note books": {"section-3"}, "notebooks": {"section-3"}, "notable": nil,
	} {
		got, err := a.Mentions(t.Context(), topic)
		if err != nil {
			t.Fatal(err)
		}
		if found := ids(got); got.Kind == answer.KindList && !slices.Equal(found, want) || len(want) == 0 && got.Kind == answer.KindList {
			t.Errorf("%q is mentioned in %v, want %v", topic, found, want)
		}
	}
}

// A list of the sections of a level quotes the sentence that has the word, where it
// stands in a section below as well, and leads there.
func TestListQuotesBelow(t *testing.T) {
	a := about(t, "Article 1. Fees\n\n1. The fee is due in March.\n\n2. Whoever is late pays a surcharge.\n\nArticle 2. Boats\n\n1. Boats are painted.\n\n2. Boats have a number.\n\nArticle 3. Dogs\n\n1. Dogs wait outside.\n\n2. Cats may come in.\n")
	got := ask(t, a, "which articles mention the surcharge?")
	if got.Kind != answer.KindList || len(got.Citations) != 1 || got.Citations[0].ID != "article-1" {
		t.Fatalf("%s %v", got.Kind, ids(got))
	}
	if c := got.Citations[0]; !strings.Contains(c.Quote, "pays a surcharge") || !strings.Contains(c.URL, "article-1-2") {
		t.Errorf("quotes %q and leads to %s", c.Quote, c.URL)
	}
}

// A question in another script than the document is told so; one that has a word of it is
// answered as any other.
func TestForeign(t *testing.T) {
	a := about(t, harbour)
	for question, want := range map[string]answer.Reason{
		"кто отвечает за буйки?": answer.ReasonForeign, "谁负责浮标？": answer.ReasonForeign,
		"who feeds the penguins?": answer.ReasonUnknown, "¿quién alimenta a los pingüinos?": answer.ReasonUnknown,
	} {
		if got := ask(t, a, question); got.Kind != answer.KindNone || got.Reason != want {
			t.Errorf("%q: %s %s, want %s", question, got.Kind, got.Reason, want)
		}
	}
}

// A follow-up that asks for something and says what of goes by that, not by what was spoken
// of before; one that names nothing goes on from there.
func TestFollowUpWithItsOwnSubject(t *testing.T) {
	a := about(t, `# Boat club

## 1. Boats

Boats are painted in May and stay in the yard for six weeks.

## 2. Keys

The porter has the keys.

## 3. Berths

A berth is let to members only. It is let for two years.
`)
	for _, c := range []struct {
		before, asked, section string
		kind                   answer.Kind
	}{
		{"when are boats painted?", "and the moon?", "section-1", answer.KindClosest},
		{"when are boats painted?", "who keeps the keys for them?", "section-2", answer.KindClosest},
		{"when are boats painted?", "and who has the keys?", "section-2", answer.KindAnswer},
		{"who may have a berth?", "for how long?", "section-3", answer.KindAnswer},
	} {
		got := ask(t, a, c.asked, before(t, a, c.before)...)
		if got.Kind != c.kind || len(got.Citations) == 0 || got.Citations[0].ID != c.section {
			t.Errorf("after %q, %q: %s %v, want %s %s", c.before, c.asked, got.Kind, ids(got), c.kind, c.section)
		}
	}
}
