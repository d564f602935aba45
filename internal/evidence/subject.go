package evidence

import (
	"slices"

	"pincite/internal/text"
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

// narrowedBy reports whether a term is a word that narrows the question, or means the
// same.
func (p Plan) narrowedBy(x *index, term string) bool {
	k := key(x.language, term)
	return slices.ContainsFunc(p.words, func(w word) bool { return w.narrows() && w.meets(k, same) })
}

// start is where in a sentence the first word that narrows the question stands, 0 at
// its beginning to 1, which is also for a sentence that has none: what a sentence is
// about stands at its beginning as a rule.
func (c *Collection) start(p Plan, section, sentence int) float64 {
	spans := c.doc.Sentences(section)
	if sentence < 0 || sentence >= len(spans) {
		return 1
	}
	x := c.indexes[c.languages[0]]
	terms := x.analyze(text.Limit(c.doc.Plain(spans[sentence]), maxRunes))
	for i, t := range terms {
		if p.narrowedBy(x, t.Term) {
			return float64(i) / float64(len(terms))
		}
	}
	return 1
}

// titled is how much of the heading that a section stands under the question's words
// are, by what its words tell: 1 for a question that has all of them.
func (c *Collection) titled(p Plan, section int) float64 {
	x := c.indexes[c.languages[0]]
	for ; section >= 0; section = c.doc.Sections[section].Parent {
		heading := c.doc.Heading(section)
		if heading == "" {
			continue
		}
		var met, all float64
		for _, t := range x.analyze(text.Limit(heading, maxRunes)) {
			w := x.telling(t.Term)
			all += w
			if p.narrowedBy(x, t.Term) {
				met += w
			}
		}
		return met / max(all, 1e-9)
	}
	return 0
}
