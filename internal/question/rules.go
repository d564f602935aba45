package question

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/about"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/listing"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// tooShort claims a single letter that is no number.
func (p *parser) tooShort() bool {
	if len(p.Plain) != 1 || utf8.RuneCountInString(p.Plain[0].Raw) != 1 || len(p.Found) > 0 || len(p.Plain[0].Raw) != len(p.Text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.Plain[0].Raw)
	return unicode.IsLetter(r) && !text.IsHan(r) && p.is(TooShort, "one letter")
}

// maxSteps is how many sections can be gone on to at once.
const maxSteps = 5

// navigate claims a step from the section shown last.
func (p *parser) navigate() bool {
	if p.leap() || p.move(p.Plain) || p.pasted() {
		return true
	}
	if m, value := p.TalkAt(0); (value == talkYes || value == talkNo) && m.End > 0 && m.End < len(p.Plain) && p.move(p.Plain[m.End:]) { // "nope the one before"
		return true
	}
	before, moved := *p.q, false
	for clause := range p.Clauses(p.Plain) { // "hm, that is a lot, shorter please"
		switch {
		case moved && len(clause) <= mostGuessed && len(p.RefsIf(message.Untitled)) == 0 && !p.Questioned() && !rest.Asks(clause): // "the one after, vacations"
		case !moved && len(clause) < len(p.Plain) && p.move(clause):
			moved = true
		case len(p.Found) > 0 || rest.Asks(clause) || p.Weighs(clause):
			*p.q = before
			return false
		}
	}
	return moved
}

// pasted claims the text of the one section that sentences before name, where the last one
// asks for nothing but that: "please review the guest policy. can you paste it here".
func (p *parser) pasted() bool {
	sentences, refs, q, found := p.Prose().Sentences(), p.Refs(titles.Weak), *p.q, p.Found
	last := p.Plain[sentences[len(sentences)-1][0]:]
	if len(refs) != 1 || len(refs[0].Sections) != 1 || len(found) != 1 || found[0].Strength == titles.Weak && refs[0].Rule != "title" || p.Tokens[found[0].To-1].End > last[0].Start {
		return false
	}
	p.Found = nil
	asked := p.move(last) && p.q.Move == MoveFullText
	if p.Found, *p.q = found, q; asked {
		p.q.Refs = refs
	}
	return asked && p.is(Lookup, "pasted")
}

// mostGuessed is how many words behind a step may say what it is thought to lead to.
const mostGuessed = 2

// move claims a step that words are nothing but.
func (p *parser) move(words []phrase.Token) bool {
	longest, said := 0, len(words)
	words = slices.DeleteFunc(slices.Clone(words), func(w phrase.Token) bool { return grammar.In(&w, grammar.Directly) }) // "the one right after"
	if len(words) == 0 {
		return false
	}
	for m, value := range grammar.Matches("move", words) {
		steps, step := 0, Move(value) == MoveNext || Move(value) == MovePrevious
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
		if Move(value) == MoveFullText { // "the whole thing with all its subsections"
			idle |= grammar.Structure | grammar.AnySection
			also = func(w *phrase.Token) bool { return w.Level != 0 && len(p.Found) == 0 || p.Unheard(w) }
		}
		if m.Len() > longest && grammar.Outside(words, m, idle, also) && steps <= maxSteps && (steps > 0 || !p.NamedOutside(words, m)) {
			longest, p.q.Move, p.q.Steps = m.Len(), Move(value), steps
		}
	}
	switch whole := longest == 0 && said == len(p.Plain); {
	case whole && (p.verbatim() || p.whereabouts()):
		longest, p.q.Move = len(words), MoveFullText
	case whole && p.shorter():
		longest, p.q.Move = len(words), MoveSummary
	}
	return longest > 0 && p.is(Navigate, "move "+p.q.Move.String())
}

// leap claims a step over others: "the one after next", "two before that", 下下条.
func (p *parser) leap() bool {
	longest, steps, move := 0, 0, MoveNone
	for m, value := range grammar.Matches("leap", p.Plain) {
		if m.Len() <= longest || p.NamedOutside(p.Plain, m) || !grammar.Outside(p.Plain, m, grammar.Frame|grammar.Connective|grammar.Polite|grammar.Thanks, nil) {
			continue
		}
		longest, steps = m.Len(), 2
		for i := m.Start; i < m.End && value > 2; i++ {
			if n, ok := phrase.Numeral(p.Plain, i); ok {
				steps = n.Value
				break
			}
		}
		move = []Move{MoveNext, MovePrevious, MoveNext, MovePrevious}[value-1]
	}
	if longest == 0 || steps > maxSteps {
		return false
	}
	p.q.Move, p.q.Steps, p.q.Leap = move, steps, steps > 1
	return p.is(Navigate, "leap "+move.String())
}

// numbers reports whether the number w is that of a section whose level is said before it,
// outside a match: "what comes after section 3".
func (p *parser) numbers(words []phrase.Token, w *phrase.Token, m phrase.Match) bool {
	from, to := words[m.Start].Start, words[m.End-1].End
	return slices.ContainsFunc(p.Found, func(r reference.Found) bool {
		start := p.Tokens[r.From].Start
		return r.Strength == titles.Strong && start < w.Start && w.End <= p.Tokens[r.To-1].End && (start < from || start >= to)
	})
}

// verbatim reports whether nothing else is said than that the text itself is wanted:
// "the exact words please", "quote it exactly".
func (p *parser) verbatim() bool {
	found := false
	for i := range p.Plain {
		w := &p.Plain[i]
		of := w.Level != 0 && !w.Plural && found // "the exact words of the section"
		if !of && (w.Level != 0 || !grammar.In(w, grammar.Verbatim|grammar.Frame|grammar.Article|grammar.Connective|grammar.ThirdPerson|grammar.Polite|grammar.Within)) || grammar.In(w, grammar.Ask) && !grammar.In(w, grammar.Polite) {
			return false
		}
		found = found || grammar.In(w, grammar.Verbatim)
	}
	return found && len(p.Plain) > 1 && len(p.Found) == 0
}

// shorter reports whether nothing else is said than that less is wanted: "say it shorter
// please, it's way too long".
func (p *parser) shorter() bool {
	const idle = grammar.Brevity | grammar.Length | grammar.Frame | grammar.ThirdPerson | grammar.Connective | grammar.Article | grammar.Polite | grammar.Thanks
	function := words.Function(p.Language)
	return len(p.Found) == 0 && grammar.Any(p.Plain, grammar.Brevity) && grammar.Only(p.Plain, idle, func(w *phrase.Token) bool { return function.Has(w.Fold) })
}

// whereabouts reports whether nothing else is asked than where something is said, or in
// which section: "where exactly does it say that?", "c'est écrit dans quel article ?".
func (p *parser) whereabouts() bool {
	said, function := false, words.Function(p.Language)
	_, from, end := p.levelAsked(p.Plain)
	for i := 0; i < len(p.Plain); i++ {
		w := &p.Plain[i]
		if n := listing.Says(p.Plain, i); n > 0 {
			said, i = true, i+n-1
		} else if (i < from || i >= end) && (w.Level != 0 || !grammar.In(w, grammar.Verbatim|grammar.Frame|grammar.Ask|grammar.Auxiliary|grammar.Article|grammar.Connective|grammar.ThirdPerson|grammar.Polite|grammar.Inside) && !function.Has(w.Fold)) {
			return false
		}
	}
	return said && len(p.Found) == 0 && (end > 0 || sought.Asked(p.Body, p.Language) == sought.Place)
}

// outline claims a question about the structure. References must be to
// sections that have sections below them.
func (p *parser) outline() bool {
	any := func(*reference.Found) bool { return true }
	return p.outlineOf(message.Readable) || len(p.RefsIf(message.Readable)) == 0 && len(p.Found) == 1 && p.outlineOf(any) // "the subsections of 6"
}

// outlineOf claims it with the references for which f holds.
func (p *parser) outlineOf(f func(*reference.Found) bool) bool {
	row, refs := p.Scale.Documented(p.Core(p.CollapseIf(f))), p.RefsIf(f)
	ask, also := OutlineNone, p.Structural
	if len(refs) > 0 {
		also = p.Unheard
	}
	for m, value := range grammar.Matches("outline", row) {
		a := OutlineAsk(value) // where several match, the first kind is meant
		if (ask == OutlineNone || a < ask) && grammar.Outside(row, m, grammar.Structure|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective, also) {
			ask = a
		}
	}
	if ask == OutlineNone && len(refs) == 0 && p.arranged(row) {
		ask = OutlineStructure
	}
	if ask == OutlineNone && (p.below(row, refs, also) || len(refs) == 0 && p.belowIt(row)) {
		ask = OutlineChildren
	}
	if ask == OutlineNone || ask == OutlineChildren && len(refs) == 0 && !p.belowIt(row) {
		return false
	}
	for _, r := range refs {
		if ask != OutlineEach && (r.Rule != "title" || len(refs) > 1) && !p.holds(r) {
			return false
		}
	}
	if len(refs) > 0 && ask != OutlineCount && ask != OutlineEach {
		ask = OutlineChildren
	}
	if l := p.LevelOf(row); l != "" && len(p.Table.Document().OfKind(l)) == 0 && ask != OutlineEach {
		return false // "the annex", where there is none
	}
	p.q.Outline, p.q.Refs = ask, refs
	if ask == OutlineEach {
		p.q.Refs = nil // "the first or the last" are those compared
	}
	p.q.Level = p.LevelOf(row)
	bare := p.Table.Bare()
	if p.high(row) && p.q.Level == "" && p.stacked(bare) {
		p.q.Level = bare
	}
	p.q.Top = p.high(row) && (bare == "" || p.stacked(p.q.Level)) || bare != "" && grammar.Any(row, grammar.Uppermost)
	return p.is(Outline, "outline "+ask.String())
}

// arranged reports whether nothing else is asked than how the document is arranged, in any
// words: "c'est quoi le plan des statuts ?". Where the document itself has a plan or a
// structure, the row names the document.
func (p *parser) arranged(row []phrase.Token) bool {
	named := grammar.Any(row, grammar.Document)
	return slices.ContainsFunc(row, func(w phrase.Token) bool {
		return grammar.In(&w, grammar.Arranged) && (named || p.Weight(w.Fold) == 0)
	}) && grammar.Only(row, grammar.Arranged|grammar.Document|grammar.Structure|grammar.Frame|grammar.Article|grammar.Within|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective|grammar.Ask, p.Structural)
}

// below reports whether a row names one section and, besides, nothing but the level of
// those that it holds, in any words and order: "for chapter 3, which articles please?".
func (p *parser) below(row []phrase.Token, refs []locate.Ref, also func(*phrase.Token) bool) bool {
	if len(refs) != 1 || len(refs[0].Sections) != 1 || refs[0].Spans != nil {
		return false
	}
	if !grammar.Only(row, grammar.Structure|grammar.Frame|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective, also) {
		return false
	}
	level := 0
	for _, w := range row {
		if w.Level != 0 && w.Level < levels.Any && (w.Plural || w.Han()) {
			level = w.Level
		}
	}
	kids := p.Table.Document().Children(refs[0].Sections[0])
	return level != 0 && slices.ContainsFunc(kids, func(i int) bool { return p.Table.Document().Sections[i].Kind == p.Table.Kind(level) })
}

// belowIt reports whether a row asks what is below what was shown last: "what is under it?".
func (p *parser) belowIt(row []phrase.Token) bool {
	for i := range row {
		it := row[i]
		if !grammar.In(&it, grammar.ThirdPerson) || len(p.Found) > 0 {
			continue
		}
		it.Ref = true
		asked := slices.Concat(row[:i], []phrase.Token{it}, row[i+1:])
		for m, value := range grammar.Matches("outline", asked) {
			if OutlineAsk(value) == OutlineChildren && m.Start <= i && i < m.End && grammar.Outside(asked, m, grammar.Connective|grammar.Polite|grammar.Thanks, nil) {
				return true
			}
		}
	}
	return false
}

// holds reports whether r is to a section that has sections below it, or is not there
// and would have.
func (p *parser) holds(r locate.Ref) bool {
	if len(r.Sections) > 0 {
		return len(p.Table.Document().Children(r.Sections[0])) > 0
	}
	return p.Table.HasLevel(r.Kind) && !p.Table.Lowest(r.Kind)
}

// high reports whether a word is for upper levels in documents at large: where nothing
// has a number, the chapters are what holds the rest.
func (p *parser) high(words []phrase.Token) bool {
	return slices.ContainsFunc(words, func(w phrase.Token) bool { return grammar.Lists(grammar.LevelHigh, w.Fold) })
}

// stacked reports whether sections of a level hold others of the same, as 1 holds 1.1:
// their chapters are those that none of them holds.
func (p *parser) stacked(level string) bool {
	d := p.Table.Document()
	return slices.ContainsFunc(d.OfKind(level), func(i int) bool {
		parent := d.Sections[i].Parent
		return parent >= 0 && d.Sections[parent].Kind == level
	})
}

// metadata claims a question about the document as a whole.
func (p *parser) metadata() bool {
	if len(p.Refs(titles.Strong)) > 0 {
		return false
	}
	p.q.Meta = about.Read(p.Words, sought.Asked(p.Body, p.Language))
	return p.q.Meta != 0 && p.is(Metadata, "about")
}
