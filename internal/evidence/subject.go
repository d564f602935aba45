package evidence

import (
	"slices"
	"strings"

	"pincite/internal/evidence/sentence"
)

// narrowing is how many words narrow the question. Of Han characters two pairs that
// overlap make a word as a rule.
func (p Plan) narrowing() (n float64) {
	for _, w := range p.words {
		switch {
		case w.narrows() && w.joined:
			n += 0.5
		case w.narrows():
			n++
		}
	}
	return n
}

// narrows reports whether a word is of what the question itself is about, and tells
// something.
func (w word) narrows() bool { return w.own() && w.weight > 0 }

// wordsIn tells which terms of a language are words of the question.
func (p Plan) wordsIn(language string) sentence.Words {
	means := func(term string, is func(word) bool) bool {
		k := key(language, term)
		return slices.ContainsFunc(p.words, func(w word) bool { return w.meets(k, same) && is(w) })
	}
	out := sentence.Words{
		Narrows: func(term string) bool { return means(term, word.narrows) },
		Thing: func(term string) bool {
			return means(term, func(w word) bool { return strings.Contains(w.surface, p.Thing) })
		},
	}
	if p.Verb != "" {
		out.Verb = func(term string) bool { return means(term, func(w word) bool { return w.surface == p.Verb }) }
	}
	return out
}
