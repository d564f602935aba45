package outline

import (
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

func TestHistory(t *testing.T) {
	for _, c := range []struct {
		words string
		want  int
	}{
		{"", noHistory},
		{"2019", noHistory},
		{"()", noHistory},
		{"[", noHistory},
		{"(1) Amended by Act 5 of 2019 (s. 3)", bareHistory},
		{"(Members who joined before 2019 pay only half of the fee)", noHistory},
		{"The boats of 2019 are kept until 2021 in the shed behind the mill.", noHistory},
		{"(see section 12)", noHistory},
		{"[" + strings.Repeat("2019, ", 50) + "]", noHistory},
		{"（2019年以前加入的会员只交纳一半的会费）", noHistory},
		{"[Amended 2019]", bracketedHistory},
		{"[Section 4 amended by resolution of 3 May 2019 (no. 7)]", bracketedHistory},
		{"(geändert durch Gesetz vom 3. Mai 2019)", bracketedHistory},
		{"(в ред. Федерального закона от 03.05.2019 № 27-ФЗ)", bracketedHistory},
		{"（2019年修正）", bracketedHistory},
		{"2015, c. 3, s. 12; 2019, c. 7, s. 4.", bareHistory},
		{"DORS/2022-134, art. 6", bareHistory},
		{"Amended by Act 5 of 2019", bareHistory},
	} {
		if got := history(c.words); got != c.want {
			t.Errorf("%q: %d, want %d", c.words, got, c.want)
		}
	}
}

// TestHistories makes notes of what stands behind the text of sections, one sentence each,
// and of no section's only text. Without brackets, several sections must have it.
func TestHistories(t *testing.T) {
	const one = "Article 1. Boats\n\nTwo are kept.\n\n(в ред. закона от 03.05.2019 № 27)\n\nArticle 2. Oars\n\n[Repealed 2018]\n\n" +
		"Article 3. Sails\n\nThey are dried.\n(Amended 2019)\n(Amended 2021)\n\nArticle 4. Keys\n\nTom has them.\n\nAct 5 of 2019.\n\n"
	const wrapped = "Article 7. Docks\n\nThey are let by the decree\n(journal of 2016, 12 and 14)\nof the board.\n\n"
	const two = "Article 5. Lamps\n\nNone.\n\nAct 5 of 2019, s. 3.\n\nArticle 6. End\n\nNever."
	for text, want := range map[string]string{
		one:     "article-1: (в ред. закона от 03.05.2019 № 27)|article-3: (Amended 2019)|article-3: (Amended 2021)",
		wrapped: "",
		one + two: "article-1: (в ред. закона от 03.05.2019 № 27)|article-3: (Amended 2019)|article-3: (Amended 2021)|" +
			"article-4: Act 5 of 2019.|article-5: Act 5 of 2019, s. 3.",
	} {
		o, err := Build(&block.Source{Text: text}, Hints{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range o.Sections {
			for _, p := range s.Paragraphs {
				if p.Kind == document.Note {
					got = append(got, s.ID+": "+text[p.Sentences[0].Start:p.Sentences[0].End])
				}
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
