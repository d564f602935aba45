package question

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
)

const (
	// maxLeaning is the number of content words up to which a pronoun can mean
	// something said before; a longer question brings its own noun along.
	maxLeaning = 5
	// shortLatin and shortHan are the words, and characters, of a question so
	// short that it is whole only after another: "at which meetings?", 多久一次.
	shortLatin = 3
	shortHan   = 7
)

// Values of the patterns of leaning.
const (
	leanConnective = iota + 1
	leanPronoun
	leanShort
	leanCorrection
	leanPossessive
)

// follows reports whether the message leans on what was said before.
func (p *parser) follows() bool {
	switch p.q.Kind {
	case Greeting, Thanks, Identity, Help, Empty, TooShort, TooLong, Undone, Unknown:
		return false
	case Outline:
		return p.begins(leanConnective) || len(p.q.Refs) == 0 && p.unnamed() // "how many sections does it have?"
	case Metadata:
		return p.unnamed()
	case Navigate:
		return true
	}
	if p.begins(leanCorrection) { // "no, I meant the young ones", unless it says all of what was meant
		return p.content(len(p.words)) <= 2
	}
	if p.begins(leanConnective) && len(p.q.Parts) == 1 {
		return true
	}
	if p.q.Kind == Lookup {
		return p.begins(leanPossessive) // "its first paragraph"
	}
	return p.pronoun() || p.short()
}

// unnamed reports whether a pronoun stands where the document is not named: it
// is the document only if nothing else was spoken of before.
func (p *parser) unnamed() bool {
	found := false
	for i := range p.words {
		w := &p.words[i]
		if grammar.In(w, grammar.Document) {
			return false
		}
		found = found || grammar.In(w, grammar.ThirdPerson)
		if w.Stop {
			break // in a later sentence, it is what this one says
		}
	}
	return found
}

// leaning returns the length in words of the longest pattern of that value at word i,
// 0 if there is none.
func leaning(words []phrase.Token, i, value int) (n int) {
	grammar.All().Set("lean").Each(words, i, func(pat *phrase.Pattern, m phrase.Match) bool {
		if pat.Value == value {
			n = max(n, m.Len())
		}
		return true
	})
	return n
}

// begins reports whether the first words are a pattern of that value.
func (p *parser) begins(value int) bool { return leaning(p.plain, 0, value) > 0 }

// pronoun reports whether a pronoun stands in the message whose noun does not.
func (p *parser) pronoun() bool {
	content, first := 0, -1
	for i := range p.words {
		switch {
		case p.leans(i):
			if first < 0 {
				first = i
			}
		case prose.HasContent(&p.words[i]):
			content++
		}
	}
	return first >= 0 && content <= maxLeaning && !p.nounBefore(first)
}

// leans reports whether word i begins a pronoun that means something said before:
// not the "it" that is the document ("does it say"), nor the "there" of "is there".
func (p *parser) leans(i int) bool {
	n := leaning(p.words, i, leanPronoun)
	if p.content(i) < 2 {
		n = max(n, leaning(p.words, i, leanPossessive))
	}
	if n == 0 {
		return false
	}
	stands := false
	for j := max(0, i-2); j <= i && !stands; j++ {
		grammar.All().Set("stand").Each(p.words, j, func(_ *phrase.Pattern, m phrase.Match) bool {
			stands = m.End >= i+n && m.Len() > n
			return !stands
		})
	}
	return !stands
}

// content returns how many of the first words have content. Two before a possessive
// are what it goes back to.
func (p *parser) content(words int) int {
	n := 0
	for k := range words {
		if prose.HasContent(&p.words[k]) {
			n++
		}
	}
	return n
}

// nounBefore reports whether the question that word i stands in begins only
// after two words of content, "health checks who has to do it": these are what
// the pronoun means.
func (p *parser) nounBefore(i int) bool {
	content := 0
	for k := range i {
		if content > 1 && grammar.In(&p.words[k], grammar.Ask) {
			return true
		}
		if prose.HasContent(&p.words[k]) {
			content++
		}
	}
	return false
}

// comma reports whether a comma stands behind word w.
func (p *parser) comma(w *phrase.Token) bool {
	return w.End < len(p.body) && (p.body[w.End] == ',' || strings.HasPrefix(p.body[w.End:], "，"))
}

// short reports whether the message is a question of two or three words.
func (p *parser) short() bool {
	if len(p.words) == 0 || len(p.found) > 0 && p.found[0].Strength > reference.Weak {
		return false
	}
	n, content := leaning(p.words, 0, leanShort), 0
	for i := n; i < len(p.words); i++ {
		if !grammar.In(&p.words[i], grammar.Frame|grammar.Ask) {
			content++
		}
	}
	if p.words[0].Han() {
		return n > 0 && utf8.RuneCountInString(p.q.Text) <= shortHan+1
	}
	return n > 0 && len(p.words) <= shortLatin+1 && content <= 1 || len(p.words) <= shortLatin && grammar.In(&p.words[0], grammar.Ask) && content <= 2
}
