package question

import (
	"slices"
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
)

// maxParts bounds the questions taken from one message.
const maxParts = 4

// sentences returns the message's sentences as half-open ranges of words.
func (p *parser) sentences() [][2]int {
	var out [][2]int
	from := 0
	for i := range p.plain {
		if p.plain[i].Stop && (p.after(i) != '.' || i+1 == len(p.plain) || p.spaced(i)) || i+1 == len(p.plain) {
			out = append(out, [2]int{from, i + 1})
			from = i + 1
		}
	}
	return out
}

// after returns the byte behind word i, 0 at the end.
func (p *parser) after(i int) byte {
	if e := p.plain[i].End; e < len(p.body) {
		return p.body[e]
	}
	return 0
}

// spaced reports whether the full stop behind word i ends a sentence: a space
// follows it, and the word is no abbreviation or number.
func (p *parser) spaced(i int) bool {
	e := p.plain[i].End + 1
	return e < len(p.body) && p.body[e] == ' ' && p.plain[i].Level == 0 && !grammar.In(&p.plain[i], grammar.Number) &&
		len(p.plain[i].Fold) > 2
}

// end returns the byte behind a sentence; marks that open the next one are not
// part of it.
func (p *parser) end(s [2]int) int {
	if s[1] == len(p.plain) {
		return len(p.body)
	}
	return len(strings.TrimRight(p.body[:p.plain[s[1]].Start], " \"“«「『(¿¡"))
}

// parts returns the questions of the message. A statement goes with the
// question after it, or before it if it is the last.
func (p *parser) parts() []string {
	var cuts []int // bytes at which a question ends
	all := p.sentences()
	for _, s := range all {
		if p.asks(s) {
			cuts = append(cuts, p.end(s))
			if p.q.Asked = ""; p.contentIn(s) >= minAsked {
				p.q.Asked = p.behindColon(s)
			}
		}
	}
	last := len(cuts) > 0 && cuts[0] == p.end(all[len(all)-1])
	if len(cuts) != 1 || len(p.q.Asked) == len(p.body) || !last && len(all) < 3 { // "Who is it? Give me names."
		p.q.Asked = ""
	}
	if len(cuts) < 2 || len(cuts) > maxParts {
		return []string{strings.TrimSpace(p.body)}
	}
	cuts[len(cuts)-1] = len(p.body)
	out := make([]string, 0, len(cuts))
	from := 0
	for _, c := range cuts {
		out = append(out, strings.TrimSpace(p.body[from:c]))
		from = c
	}
	return out
}

// minAsked is the number of words with content that a sentence must have to be a
// question without the others: "what does it say?" is none.
const minAsked = 3

// contentIn returns how many words of a sentence have content.
func (p *parser) contentIn(s [2]int) (n int) {
	for i := s[0]; i < s[1]; i++ {
		if hasContent(&p.plain[i]) {
			n++
		}
	}
	return n
}

// behindColon returns the text of a sentence; what stands behind a colon in it, if
// that asks: "A member wants to know: who decides?".
func (p *parser) behindColon(s [2]int) string {
	for i := s[1] - 1; i > s[0]; i-- {
		if p.after(i-1) == ':' && p.asks([2]int{i, s[1]}) {
			s[0] = i
			break
		}
	}
	return strings.TrimSpace(p.body[p.plain[s[0]].Start:p.end(s)])
}

// asks reports whether the sentence is a question: a question mark ends it and
// it is more than a tag, or it begins like one.
func (p *parser) asks(s [2]int) bool {
	first, last := &p.plain[s[0]], &p.plain[s[1]-1]
	if !slices.ContainsFunc(p.plain[s[0]:s[1]], func(w phrase.Token) bool { return w.Level == 0 && hasContent(&w) }) {
		return false // "which measure?" after a question is its tag
	}
	if strings.Contains(p.body[last.End:p.end(s)], "?") {
		return s[1]-s[0] > 1
	}
	if grammar.In(first, grammar.Auxiliary|grammar.Ask) {
		return s[1]-s[0] > 1
	}
	if first.Han() {
		for i := s[0]; i < s[1]; i++ {
			if grammar.In(&p.plain[i], grammar.Ask) {
				return true
			}
		}
	}
	return false
}

// bySentence reads the sentences one by one, for a message that says something
// about itself and then asks: "Need it for the minutes. What is measure 7?"
func (p *parser) bySentence() {
	all := p.sentences()
	if len(all) < 2 || len(all) > maxParts {
		return
	}
	var claim *Question
	for _, s := range all {
		sub := p.sentence(s)
		switch {
		case claims(sub.Kind) && claim == nil:
			claim = &sub
		case claims(sub.Kind), sub.Kind == Search && p.asks(s):
			return // two things are asked; the search takes it all
		}
	}
	if claim != nil {
		claim.Text, claim.Language, claim.Parts = p.q.Text, p.q.Language, p.q.Parts
		*p.q = *claim
	}
}

// claims reports whether a sentence read as k is what the message asks.
func claims(k Kind) bool { return k >= Lookup && k < Search || k == Undone }

// sentence classifies one sentence on its own.
func (p *parser) sentence(s [2]int) Question {
	q := Question{Language: p.q.Language}
	sub := parser{Parser: p.Parser, q: &q, context: p.context}
	sub.scan(p.body[p.plain[s[0]].Start:p.end(s)])
	if len(sub.plain) > 0 {
		sub.classify()
	}
	return q
}
