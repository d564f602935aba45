package evidence

import (
	"math"
	"slices"
	"strings"

	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
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

// said tells of a sentence where the first word that narrows the question stands, 0 at its
// beginning to 1, which is also for a sentence that has none: what a sentence is about
// stands at its beginning as a rule. news is how much it tells beyond the words of the
// question, as the logarithm of what its other words tell; 0 where it is asked whether
// something is so, which the question's own words can answer.
func (c *Collection) said(p Plan, section, sentence int) (start, news float64) {
	spans := c.doc.Sentences(section)
	if sentence < 0 || sentence >= len(spans) {
		return 1, 0
	}
	x := c.indexes[c.languages[0]]
	terms := x.analyze(text.Limit(c.doc.Plain(spans[sentence]), maxRunes))
	start = 1
	for i, t := range terms {
		switch {
		case !p.narrowedBy(x, t.Term):
			news += x.telling(t.Term)
		case start == 1:
			start = float64(i) / float64(len(terms))
		}
	}
	if p.Asked.Has(sought.Permission) {
		return start, 0
	}
	return start, math.Log1p(news)
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

// nearNumber is 1 / how many words a number of a sentence stands from a word that narrows
// the question, the nearest of them; 0 where no number is asked for.
func (c *Collection) nearNumber(p Plan, section, sentence int) (near float64) {
	spans := c.doc.Sentences(section)
	if sentence < 0 || sentence >= len(spans) || !p.Asked.Has(numbers|times) {
		return 0
	}
	x, s := c.indexes[c.languages[0]], text.Limit(c.doc.Plain(spans[sentence]), maxRunes)
	number, narrows := -1, -1
	for i, t := range x.engine.Analyze(allWords, s) {
		if p.narrowedBy(x, t.Term) {
			narrows = i
		} else if _, ok := numeral.Read([]string{strings.ToLower(s[t.Start:t.End])}); ok {
			number = i
		}
		if number >= 0 && narrows >= 0 {
			near = max(near, 1/math.Abs(float64(number-narrows)))
		}
	}
	return near
}
