package step

import (
	"slices"
	"sync"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/listing"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/structure"
	"pincite/internal/question/titles"
	"pincite/internal/sought"
	"pincite/internal/text/words"
)

// A Move is a step from the section that was shown last.
type Move int

// The moves.
const (
	None     Move = iota
	Next          // the section after
	Previous      // the section before
	FullText      // the whole section
	More          // further results
	Summary       // the same in short: the best sentence
	Up            // the section that holds this one

	SentenceBefore // the sentence before the one that was quoted
	SentenceAfter  // the one after
)

var names = [...]string{"", "next", "previous", "full text", "more", "summary", "up", "sentence before", "sentence after"}

// String returns the name of m in lower case, "" for None.
func (m Move) String() string { return names[m] }

// A Step is what a message asks to go on to.
type Step struct {
	Move  Move
	Steps int          // how many sections to go on to, "the next two"; 0 for one
	Leap  bool         // only the last of these is wanted, "the one after next"
	Of    []locate.Ref // the section whose text is wanted, where the message itself names it
	Rule  string       // what explained the message
}

// A parser reads one message.
type parser struct {
	*message.Message
	asksPlace func() bool // the message asks for a place; found out once for all its clauses
}

// maxSteps is how many sections can be gone on to at once.
const maxSteps = 10

// Read reads a step from the section shown last.
func Read(m *message.Message) (Step, bool) {
	p := parser{m, sync.OnceValue(func() bool { return sought.Asked(m.Body, m.Language) == sought.Place })}
	for _, read := range []func() (Step, bool){p.leap, func() (Step, bool) { return p.move(p.Plain) }, p.pasted, p.answered} {
		if s, ok := read(); ok {
			return s, true
		}
	}
	var step Step
	moved := false
	for clause := range p.Clauses(p.Plain) { // "hm, that is a lot, shorter please"
		if moved && len(clause) <= mostGuessed && len(p.RefsIf(message.Untitled)) == 0 && !p.Questioned() && !rest.Asks(clause) {
			continue // "the one after, vacations"
		}
		if len(clause) < len(p.Plain) {
			if s, ok := p.move(clause); ok { // "is that the exact sentence? which article is it in"
				if !moved {
					step, moved = s, true
				}
				continue
			}
		}
		if len(p.Found) > 0 || rest.Asks(clause) || p.Weighs(clause) {
			return Step{}, false
		}
	}
	return step, moved
}

// answered reads a step behind a yes or no: "nope the one before".
func (p parser) answered() (Step, bool) {
	m, value := p.TalkAt(0)
	if value != message.TalkYes && value != message.TalkNo || m.End == 0 || m.End == len(p.Plain) {
		return Step{}, false
	}
	return p.move(p.Plain[m.End:])
}

// pasted reads the wish for the text of the one section that sentences before name, where
// the last one asks for nothing but that: "please review the guest policy. can you paste it
// here".
func (p parser) pasted() (Step, bool) {
	sentences, refs, found := p.Prose().Sentences(), p.Refs(titles.Weak), p.Found
	last := p.Plain[sentences[len(sentences)-1][0]:]
	if len(refs) != 1 || len(refs[0].Sections) != 1 || len(found) != 1 || found[0].Strength == titles.Weak && refs[0].Rule != "title" || p.Tokens[found[0].To-1].End > last[0].Start {
		return Step{}, false
	}
	unnamed := *p.Message
	unnamed.Found = nil
	s, ok := parser{&unnamed, p.asksPlace}.move(last)
	return Step{Of: refs, Rule: "pasted"}, ok && s.Move == FullText
}

// mostAsked is how many words of a longer message may ask for the text or its place.
const mostAsked = 10

// mostGuessed is how many words behind a step may say what it is thought to lead to.
const mostGuessed = 2

// move reads a step that words are nothing but.
func (p parser) move(words []phrase.Token) (s Step, ok bool) {
	longest, said, all := 0, len(words), words
	words = slices.DeleteFunc(slices.Clone(words), func(w phrase.Token) bool { return grammar.In(&w, grammar.Directly) }) // "the one right after"
	if len(words) == 0 {
		return Step{}, false
	}
	for m, value := range grammar.Matches("move", words) {
		steps, step := 0, Move(value) == Next || Move(value) == Previous
		several := func(w *phrase.Token) bool { // "the next two measures"
			n, ok := phrase.Numeral([]phrase.Token{*w}, 0)
			if step && ok && !n.Ordinal && n.Value > 1 && steps == 0 && !p.numbers(words, w, m) {
				steps = n.Value
				return true
			}
			return steps > 0 && w.Level != 0
		}
		for i := m.Start; i < m.End; i++ { // "los dos siguientes"
			several(&words[i])
		}
		idle, also := grammar.Frame|grammar.Connective, several
		if !words[0].Han() { // whose characters are in many words
			idle |= grammar.Polite | grammar.Thanks
		}
		if Move(value) == FullText { // "the whole thing with all its subsections"
			idle |= grammar.Structure | grammar.AnySection
			also = func(w *phrase.Token) bool { return w.Level != 0 && len(p.Found) == 0 || p.Unheard(w) }
		}
		if m.Len() > longest && grammar.Outside(words, m, idle, also) && steps <= maxSteps && (steps > 0 || !p.NamedOutside(words, m)) {
			longest, s = m.Len(), Step{Move: Move(value), Steps: steps}
		}
	}
	switch {
	case longest > 0:
	case said > mostAsked && said < len(p.Plain):
	case p.verbatim(all) || p.whereabouts(all):
		longest, s.Move = len(words), FullText
	case said == len(p.Plain) && p.shorter():
		longest, s.Move = len(words), Summary
	}
	s.Rule = "move " + s.Move.String()
	return s, longest > 0
}

// leap reads a step over others: "the one after next", "two before that", 下下条. Behind an
// article all of them are meant: "the two after it".
func (p parser) leap() (Step, bool) {
	longest, steps, move, all := 0, 0, None, false
	for m, value := range grammar.Matches("leap", p.Plain) {
		if m.Len() <= longest || p.NamedOutside(p.Plain, m) || !grammar.Outside(p.Plain, m, grammar.Frame|grammar.Connective|grammar.Polite|grammar.Thanks|grammar.Article, nil) {
			continue
		}
		longest, steps, all = m.Len(), 2, false
		for i := m.Start; i < m.End && value > 2; i++ {
			if n, ok := phrase.Numeral(p.Plain, i); ok {
				steps, all = n.Value, !n.Ordinal && i > 0 && grammar.In(&p.Plain[i-1], grammar.Article)
				break
			}
		}
		move = []Move{Next, Previous, Next, Previous}[value-1]
	}
	return Step{Move: move, Steps: steps, Leap: steps > 1 && !all, Rule: "leap " + move.String()}, longest > 0 && steps <= maxSteps
}

// numbers reports whether the number w is that of a section whose level is said before it,
// outside a match: "what comes after section 3".
func (p parser) numbers(words []phrase.Token, w *phrase.Token, m phrase.Match) bool {
	from, to := words[m.Start].Start, words[m.End-1].End
	return slices.ContainsFunc(p.Found, func(r reference.Found) bool {
		start := p.Tokens[r.From].Start
		return r.Strength == titles.Strong && start < w.Start && w.End <= p.Tokens[r.To-1].End && (start < from || start >= to)
	})
}

// verbatim reports whether nothing else is said than that the text itself is wanted:
// "the exact words please", "quote it exactly".
func (p parser) verbatim(words []phrase.Token) bool {
	found := false
	for i := range words {
		w := &words[i]
		of := w.Level != 0 && !w.Plural && found // "the exact words of the section"
		if !of && (w.Level != 0 || !grammar.In(w, grammar.Verbatim|grammar.Frame|grammar.Article|grammar.Connective|grammar.ThirdPerson|grammar.Polite|grammar.Within|grammar.Sentence)) || grammar.In(w, grammar.Ask) && !grammar.In(w, grammar.Polite) {
			return false
		}
		found = found || grammar.In(w, grammar.Verbatim)
	}
	return found && len(words) > 1 && len(p.Found) == 0
}

// shorter reports whether nothing else is said than that less is wanted: "say it shorter
// please, it's way too long".
func (p parser) shorter() bool {
	const idle = grammar.Brevity | grammar.Length | grammar.Frame | grammar.ThirdPerson | grammar.Connective | grammar.Article | grammar.Polite | grammar.Thanks
	function := words.Function(p.Language)
	return len(p.Found) == 0 && grammar.Any(p.Plain, grammar.Brevity) && grammar.Only(p.Plain, idle, func(w *phrase.Token) bool { return function.Has(w.Fold) })
}

// mostBesideLevel is how many words stand beside the level in "and which section was that?".
const mostBesideLevel = 3

// whereabouts reports whether nothing else is asked than where something is said, or which
// section it is: "where exactly does it say that?", "c'est écrit dans quel article ?".
func (p parser) whereabouts(row []phrase.Token) bool {
	said, function := false, words.Function(p.Language)
	_, from, end := structure.LevelAsked(p.Message, row)
	for i := 0; i < len(row); i++ {
		w := &row[i]
		if n := listing.Says(row, i); n > 0 {
			said, i = true, i+n-1
		} else if (i < from || i >= end) && (w.Level != 0 || !grammar.In(w, grammar.Verbatim|grammar.Frame|grammar.Ask|grammar.Auxiliary|grammar.Article|grammar.Connective|grammar.ThirdPerson|grammar.Polite|grammar.Inside) && !function.Has(w.Fold)) {
			return false
		}
	}
	if which := end > 0 && len(row)-(end-from) <= mostBesideLevel; which && !said { // "welcher Paragraph ist das?"
		return len(p.Found) == 0
	}
	return said && len(p.Found) == 0 && (end > 0 || p.asksPlace())
}
