package answer_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
)

// chatter is what people say around the section that they want to see: "@".
var chatter = []string{"@", "@ xyzzy", "show me @ pls, thx", "I lost my copy; @?", "enséñame @ por favor, gracias", "покажи @ пожалуйста, спасибо",
	"请给我看 @，谢谢", "zeig mir bitte @, danke", "montrez-moi @ s'il vous plaît, merci", "what does @ say about unicorns?"}

// A section that exists and is named is shown, in every document here: by what it is
// called, by its title in quotation marks, and by its place in what holds it. It is never
// said that it is not there. The chatter goes round, so that a run is short.
func TestNamedSectionIsShownEverywhere(t *testing.T) {
	n := 0
	for _, name := range documents(t) {
		t.Run(name, func(t *testing.T) {
			a := answererOf(t, name)
			for i := range a.Document().Sections {
				for _, called := range callings(a.Document(), i) {
					n++
					in := strings.ReplaceAll(chatter[n%len(chatter)], "@", called)
					if got := ask(t, a, in); !showsFirst(a.Document(), got, i) {
						t.Errorf("%q: %s %s %v, want %s", in, got.Kind, got.Reason, ids(got), a.Document().Sections[i].ID)
					}
				}
			}
		})
	}
	if n < 900 {
		t.Errorf("only %d sections were named", n)
	}
}

// documents are the names of those of the evaluation, the default one and those here.
func documents(t *testing.T) []string {
	t.Helper()
	out := []string{"opinions-2024"}
	for _, folder := range []string{"../eval/testdata/documents", "testdata/messages"} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if n := e.Name(); n != "README.md" && n != "messages.txt" {
				out = append(out, n)
			}
		}
	}
	return out
}

// callings are the ways in which section i can be named without doubt.
func callings(d *document.Document, i int) (out []string) {
	s := d.Sections[i]
	if s.Designation.IsZero() {
		return nil
	}
	path := s.Label
	for up := s.Parent; up >= 0 && !unique(d, i); up = d.Sections[up].Parent {
		if above := d.Sections[up]; !above.Designation.IsZero() && !strings.HasPrefix(path, above.Label) {
			path = above.Label + ", " + path
			break
		}
	}
	out = append(out, path)
	titled := 0
	for j := range d.Sections {
		if strings.EqualFold(d.Title(j), d.Title(i)) || d.Sections[j].Designation.IsZero() && strings.EqualFold(d.Sections[j].Label, d.Title(i)) {
			titled++
		}
	}
	if title := d.Title(i); title != "" && titled == 1 && len(lexicon.Kinds(text.Fold(title))) == 0 { // "Measures" is a level as well
		out = append(out, "“"+d.Title(i)+"”")
	}
	return append(out, ordinal(d, i)...)
}

// unique reports whether no other section has the label of section i.
func unique(d *document.Document, i int) bool {
	return !slices.ContainsFunc(d.Sections, func(s document.Section) bool { return s.Label == d.Sections[i].Label && s.ID != d.Sections[i].ID })
}

// ordinal is "the 2nd article of part II" where no section of that part is called 2.
func ordinal(d *document.Document, i int) []string {
	s := d.Sections[i]
	if s.Parent < 0 || d.Meta.Language != "en" || d.Sections[s.Parent].Designation.IsZero() || !unique(d, s.Parent) {
		return nil
	}
	place, numbered := 0, map[string]bool{}
	for _, below := range d.Sections {
		if n := below.Designation.Normal; s.Parent >= 0 && d.Sections[s.Parent].Span.Contains(below.Span) {
			numbered[n[strings.LastIndexByte(n, '.')+1:]] = true
		}
	}
	for _, j := range d.Children(s.Parent) {
		if d.Sections[j].Kind == s.Kind {
			place++
		}
		if j == i {
			break
		}
	}
	ending := map[int]string{1: "st", 2: "nd", 3: "rd"}[place]
	if place > 3 {
		ending = "th"
	}
	level := slices.IndexFunc(d.Meta.Levels, func(l document.Level) bool { return l.Kind == s.Kind })
	if level < 0 || len(d.Meta.Levels[level].Names["en"]) == 0 || place > 20 || numbered[fmt.Sprint(place)] {
		return nil
	}
	return []string{fmt.Sprintf("the %d%s %s of %s", place, ending, d.Meta.Levels[level].Names["en"][0], d.Sections[s.Parent].Label)}
}

// showsFirst reports whether an answer cites section i, or one called the same, first, and
// does not say that it is not there.
func showsFirst(d *document.Document, got answer.Answer, i int) bool {
	if got.Kind == answer.KindNone || got.Kind == answer.KindHelp || got.Reason == answer.ReasonOutOfRange || len(got.Citations) == 0 {
		return false
	}
	first := got.Citations[0].Section
	return first == i || d.Sections[first].Label == d.Sections[i].Label
}
