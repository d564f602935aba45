package answer

import "pincite/internal/annotation"

// expected returns the questions that finding aids expect of each section, by
// language and id of the section: those of the section before those of its
// sentences.
func expected(aids []annotation.Aids) map[[2]string][]string {
	out := map[[2]string][]string{}
	for _, a := range aids {
		for _, s := range a.Sections {
			key := [2]string{a.Language, s.ID}
			all := append(out[key], s.Questions...)
			for _, n := range s.Sentences {
				all = append(all, n.Questions...)
			}
			out[key] = all
		}
	}
	return out
}

// Questions returns the questions in a language that the finding aids expect of a
// section, to be read and never changed; none where there are no aids.
func (a *Answerer) Questions(section, language string) []string {
	return a.expected[[2]string{language, section}]
}
