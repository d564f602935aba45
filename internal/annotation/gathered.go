package annotation

import (
	"slices"
	"strings"

	"pincite/internal/text"
)

// Questions are those that finding aids expect of each section.
type Questions map[questionKey][]string

type questionKey struct{ section, language string }

// QuestionsOf gathers the questions of finding aids: those of a section before those of
// its sentences.
func QuestionsOf(aids []Aids) Questions {
	out := Questions{}
	for _, a := range aids {
		for _, s := range a.Sections {
			key := questionKey{s.ID, a.Language}
			all := append(out[key], s.Questions...)
			for _, n := range s.Sentences {
				all = append(all, n.Questions...)
			}
			out[key] = all
		}
	}
	return out
}

// Of returns those of the section with an id, in a language: to be read and never changed.
func (q Questions) Of(section, language string) []string { return q[questionKey{section, language}] }

// Names are terms that a document names and never spells out.
type Names []string

// NamesOf gathers the names of finding aids.
func NamesOf(aids []Aids) (out Names) {
	for _, a := range aids {
		for _, term := range a.Named {
			out = append(out, text.Simplified(text.Fold(term)))
		}
	}
	return out
}

// In reports whether a question has one of the names.
func (n Names) In(asked string) bool {
	asked = text.Simplified(text.Fold(asked))
	return slices.ContainsFunc(n, func(name string) bool { return strings.Contains(asked, name) })
}
