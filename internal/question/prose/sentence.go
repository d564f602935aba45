package prose

import (
	"iter"
	"slices"
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// MaxParts bounds the questions taken from one message.
const MaxParts = 4

// A Text is a message and its words.
type Text struct {
	Body  string
	Words []phrase.Token
}

// Sentences returns the sentences as half-open ranges of words.
func (t Text) Sentences() [][2]int {
	var out [][2]int
	from := 0
	for i := range t.Words {
		if t.Words[i].Stop && (t.after(i) != '.' || i+1 == len(t.Words) || t.spaced(i)) || i+1 == len(t.Words) {
			out = append(out, [2]int{from, i + 1})
			from = i + 1
		}
	}
	return out
}

// after returns the byte behind word i, 0 at the end.
func (t Text) after(i int) byte {
	if e := t.Words[i].End; e < len(t.Body) {
		return t.Body[e]
	}
	return 0
}

// spaced reports whether the full stop behind word i ends a sentence: a space
// follows it, and the word is no abbreviation or number.
func (t Text) spaced(i int) bool {
	e := t.Words[i].End + 1
	return e < len(t.Body) && t.Body[e] == ' ' && t.Words[i].Level == 0 && !grammar.In(&t.Words[i], grammar.Number) &&
		len(t.Words[i].Fold) > 2
}

// End returns the byte behind a sentence; marks that open the next one are not
// part of it.
func (t Text) End(s [2]int) int {
	if s[1] == len(t.Words) {
		return len(t.Body)
	}
	return len(strings.TrimRightFunc(t.Body[:t.Words[s[1]].Start], func(r rune) bool {
		return text.OpensQuote(r) || strings.ContainsRune(" (¿¡", r)
	}))
}

// Parts returns the questions of the message. A statement goes with the
// question after it, or before it if it is the last. The second result is the sentence
// that asks, where the others only say something; "" where there are none.
func (t Text) Parts() (parts []string, asked string) {
	var cuts []int // bytes at which a question ends
	all := t.Sentences()
	for _, s := range all {
		if t.Asks(s) {
			cuts = append(cuts, t.End(s))
			if asked = ""; Content(t.Words[s[0]:s[1]]) >= minAsked {
				asked = t.behindColon(s)
			}
		}
	}
	last := len(cuts) > 0 && cuts[0] == t.End(all[len(all)-1])
	if len(cuts) != 1 || len(asked) == len(t.Body) || !last && len(all) < 3 { // "Who is it? Give me names."
		asked = ""
	}
	if len(cuts) < 2 || len(cuts) > MaxParts {
		return []string{strings.TrimSpace(t.Body)}, asked
	}
	cuts[len(cuts)-1] = len(t.Body)
	out := make([]string, 0, len(cuts))
	from := 0
	for _, c := range cuts {
		out = append(out, strings.TrimSpace(t.Body[from:c]))
		from = c
	}
	return out, asked
}

// minAsked is the number of words with content that a sentence must have to be a
// question without the others: "what does it say?" is none.
const minAsked = 3

// behindColon returns the text of a sentence; what stands behind a colon in it, if
// that asks: "A member wants to know: who decides?".
func (t Text) behindColon(s [2]int) string {
	for i := s[1] - 1; i > s[0]; i-- {
		if t.after(i-1) == ':' && t.Asks([2]int{i, s[1]}) {
			s[0] = i
			break
		}
	}
	return strings.TrimSpace(t.Body[t.Words[s[0]].Start:t.End(s)])
}

// Asks reports whether the sentence is a question: a question mark ends it and
// it is more than a tag, or it begins like one.
func (t Text) Asks(s [2]int) bool {
	first, last := &t.Words[s[0]], &t.Words[s[1]-1]
	if !slices.ContainsFunc(t.Words[s[0]:s[1]], func(w phrase.Token) bool { return w.Level == 0 && HasContent(&w) }) {
		return false // "which measure?" after a question is its tag
	}
	if strings.Contains(t.Body[last.End:t.End(s)], "?") || grammar.In(first, grammar.Auxiliary|grammar.Ask) {
		return s[1]-s[0] > 1
	}
	return first.Han() && grammar.Any(t.Words[s[0]:s[1]], grammar.Ask)
}

// HasContent reports whether w may be what a question is about.
func HasContent(w *phrase.Token) bool {
	return !w.Ref && !grammar.In(w, grammar.Frame|grammar.Ask|grammar.Connective|grammar.Structure)
}

// Content returns how many of words have content.
func Content(words []phrase.Token) (n int) {
	for i := range words {
		if HasContent(&words[i]) {
			n++
		}
	}
	return n
}

// MarkOpenings marks the words that open a clause: the first, and those that only
// greetings, connectives and polite words stand before.
func MarkOpenings(tokens []phrase.Token) {
	opens := true
	for i := range tokens {
		t := &tokens[i]
		if t.Mark {
			opens = opens || !strings.Contains("-–'’/&#№§()", t.Raw)
			continue
		}
		t.Opens = opens
		opens = opens && grammar.In(t, grammar.Connective|grammar.Greeting|grammar.Thanks|grammar.Polite)
	}
}

// Runs returns the runs of words that end with one for which f holds.
func Runs(words []phrase.Token, f func(*phrase.Token) bool) iter.Seq[[]phrase.Token] {
	return func(yield func([]phrase.Token) bool) {
		from := 0
		for i := range words {
			if i+1 == len(words) || f(&words[i]) {
				if !yield(words[from : i+1]) {
					return
				}
				from = i + 1
			}
		}
	}
}

// Inquires reports whether a clause is a question: it has a word that asks, and that
// does not just join it to what was said, or it begs for a yes or no; and it is no guess,
// as "who may join, I think" is.
func Inquires(clause []phrase.Token) bool {
	asks, opens := begs(clause), true
	for i := range clause {
		w := &clause[i]
		if _, guess := grammar.All().Set("hedge").Longest(clause, i); guess != nil {
			return false
		}
		if grammar.In(w, grammar.Ask) && (opens || !grammar.In(w, grammar.Joining)) {
			asks = true
		}
		opens = opens && (w.Ref || grammar.In(w, grammar.Connective|grammar.Polite|grammar.Greeting|grammar.Within|grammar.Article))
	}
	return asks
}

// begs reports whether a clause begins as a question that is answered with yes or no, and
// is no wish to see something, nor a request, as "¿Puede el dueño …?" is not.
func begs(clause []phrase.Token) bool {
	m, pat := grammar.All().Set("request").Longest(clause, 0)
	request := pat != nil && (m.End == len(clause) || !grammar.In(&clause[m.End], grammar.Article))
	return clause[0].Opens && !request && grammar.In(&clause[0], grammar.Auxiliary) && !grammar.Any(clause, grammar.See)
}
