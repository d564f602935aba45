package answer_test

import (
	"slices"
	"testing"

	"pincite/internal/question"
)

// parts is a text of parts and articles, calls one of its articles a paragraph, and quotes
// the clause of another text by its number.
const parts = `# Harbour rules

## Part 1: Members

### Article 1 Joining
Anyone over sixteen may join. Book a trial sail with the secretary.

### Article 2 Dogs
Dogs are kept on a lead, as clause 4 of the town by-law says.

## Part 2: Boats

### Article 3 Moorings
A mooring is given for one year.

### Article 4 Other matters
The committee decides on dogs and boats.

## Part 3: Money

### Article 5 Fees
The fee is paid in January.
`

// TestAbsentLevels has what names no level, or one that there is, first.
func TestAbsentLevels(t *testing.T) {
	part := func(word string) []question.Absent { return []question.Absent{{Word: word, Kind: "part"}} }
	a := about(t, parts)
	for message, want := range map[string][]question.Absent{
		"":                                    nil,
		"part 2":                              nil,
		"article 4 in part 2":                 nil,
		"what is the title of part 2":         nil,
		"list the titles":                     nil,
		"how do I book a trial sail":          nil,
		"часть 2":                             nil, // in another language
		"Teil 2":                              nil,
		"第二部分":                                nil,
		"第三条":                                 nil,
		"section 3":                           nil, // whatever has a number
		"rule 3":                              nil,
		"point 3":                             nil, // a piece of a text, elsewhere
		"clause 3":                            nil, // the text says "clause 4"
		"annex 2":                             {{Word: "annex", Kind: "article"}},
		"chapter 3":                           part("chapter"),
		"chapters 1 to 2":                     part("chapters"),
		"Chapter 1 and chapter 3, please":     part("chapter"),
		"chapter 9":                           part("chapter"),
		"article 4 of chapter 2":              part("chapter"),
		"which chapter is article 4 in?":      part("chapter"),
		"what is in chapter 2?":               part("chapter"),
		"how many chapters are there?":        part("chapters"),
		"does chapter 2 say anything on dogs": part("chapter"),
		"title II":                            part("title"),
		"第二章":                                 part("章"),
		"глава 3":                             part("глава"),
		"capítulos 1 y 3":                     part("capitulos"),
		"Kapitel 2":                           part("kapitel"),
	} {
		if got := ask(t, a, message).Question.Absent; !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", message, got, want)
		}
	}
	bare := about(t, "# Terms\n\n## 1. Rent\n\nRent is due on the first.\n\n## 2. Keys\n\nTwo keys are handed over.\n")
	printed := about(t, "The Ferry Act\n\nSection 1. Name\nThis is the Ferry Act.\n\nSection 2. Fares\nFares are set by the board.\n")
	if got := ask(t, bare, "article 2").Question.Absent; got != nil {
		t.Errorf("what has a number alone is called %v", got)
	}
	if got := ask(t, printed, "article 2").Question.Absent; len(got) != 1 || got[0].Kind != "section" {
		t.Errorf("of sections: %v", got)
	}
}
