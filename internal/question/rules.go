package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/about"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/listing"
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
	if len(p.plain) != 1 || utf8.RuneCountInString(p.plain[0].Raw) != 1 || len(p.found) > 0 || len(p.plain[0].Raw) != len(p.q.Text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.plain[0].Raw)
	return unicode.IsLetter(r) && !text.IsHan(r) && p.is(TooShort, "one letter")
}

// maxSteps is how many sections can be gone on to at once.
const maxSteps = 5

// navigate claims a step from the section shown last.
func (p *parser) navigate() bool {
	if p.leap() || p.move(p.plain) || p.pasted() {
		return true
	}
	if m, value := p.talkAt(0); (value == talkYes || value == talkNo) && m.End > 0 && m.End < len(p.plain) && p.move(p.plain[m.End:]) { // "nope the one before"
		return true
	}
	before, moved := *p.q, false
	for clause := range p.clauses(p.plain) { // "hm, that is a lot, shorter please"
		switch {
		case moved && len(clause) <= mostGuessed && len(p.refsIf(untitled)) == 0 && !p.questioned() && !rest.Asks(clause): // "the one after, vacations"
		case !moved && len(clause) < len(p.plain) && p.move(clause):
			moved = true
		case len(p.found) > 0 || rest.Asks(clause) || p.weighs(clause):
			*p.q = before
			return false
		}
	}
	return moved
}

// pasted claims the text of the one section that sentences before name, where the last one
// asks for nothing but that: "please review the guest policy. can you paste it here".
func (p *parser) pasted() bool {
	sentences, refs, q, found := p.text().Sentences(), p.refs(titles.Weak), *p.q, p.found
	last := p.plain[sentences[len(sentences)-1][0]:]
	if len(refs) != 1 || len(refs[0].Sections) != 1 || len(found) != 1 || found[0].Strength == titles.Weak && refs[0].Rule != "title" || p.tokens[found[0].To-1].End > last[0].Start {
		return false
	}
	p.found = nil
	asked := p.move(last) && p.q.Move == MoveFullText
	if p.found, *p.q = found, q; asked {
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
			also = func(w *phrase.Token) bool { return w.Level != 0 && len(p.found) == 0 || p.unheard(w) }
		}
		if m.Len() > longest && grammar.Outside(words, m, idle, also) && steps <= maxSteps && (steps > 0 || !p.namedOutside(words, m)) {
			longest, p.q.Move, p.q.Steps = m.Len(), Move(value), steps
		}
	}
	switch whole := longest == 0 && said == len(p.plain); {
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
	for m, value := range grammar.Matches("leap", p.plain) {
		if m.Len() <= longest || p.namedOutside(p.plain, m) || !grammar.Outside(p.plain, m, grammar.Frame|grammar.Connective|grammar.Polite|grammar.Thanks, nil) {
			continue
		}
		longest, steps = m.Len(), 2
		for i := m.Start; i < m.End && value > 2; i++ {
			if n, ok := phrase.Numeral(p.plain, i); ok {
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
	return slices.ContainsFunc(p.found, func(r reference.Found) bool {
		start := p.tokens[r.From].Start
		return r.Strength == titles.Strong && start < w.Start && w.End <= p.tokens[r.To-1].End && (start < from || start >= to)
	})
}

// namedOutside reports whether a section is surely named by other words than those of a
// match: "give me point a in full".
func (p *parser) namedOutside(words []phrase.Token, m phrase.Match) bool {
	from, to := words[m.Start].Start, words[m.End-1].End
	return slices.ContainsFunc(p.found, func(r reference.Found) bool {
		return r.Strength == titles.Strong && (p.tokens[r.From].Start < from || p.tokens[r.To-1].End > to)
	})
}

// verbatim reports whether nothing else is said than that the text itself is wanted:
// "the exact words please", "quote it exactly".
func (p *parser) verbatim() bool {
	found := false
	for i := range p.plain {
		w := &p.plain[i]
		of := w.Level != 0 && !w.Plural && found // "the exact words of the section"
		if !of && (w.Level != 0 || !grammar.In(w, grammar.Verbatim|grammar.Frame|grammar.Article|grammar.Connective|grammar.ThirdPerson|grammar.Polite|grammar.Within)) || grammar.In(w, grammar.Ask) && !grammar.In(w, grammar.Polite) {
			return false
		}
		found = found || grammar.In(w, grammar.Verbatim)
	}
	return found && len(p.plain) > 1 && len(p.found) == 0
}

// shorter reports whether nothing else is said than that less is wanted: "say it shorter
// please, it's way too long".
func (p *parser) shorter() bool {
	const idle = grammar.Brevity | grammar.Length | grammar.Frame | grammar.ThirdPerson | grammar.Connective | grammar.Article | grammar.Polite | grammar.Thanks
	function := words.Function(p.q.Language)
	return len(p.found) == 0 && grammar.Any(p.plain, grammar.Brevity) && grammar.Only(p.plain, idle, func(w *phrase.Token) bool { return function.Has(w.Fold) })
}

// whereabouts reports whether nothing else is asked than where something is said, or in
// which section: "where exactly does it say that?", "c'est écrit dans quel article ?".
func (p *parser) whereabouts() bool {
	said, function := false, words.Function(p.q.Language)
	_, from, end := p.levelAsked(p.plain)
	for i := 0; i < len(p.plain); i++ {
		w := &p.plain[i]
		if n := listing.Says(p.plain, i); n > 0 {
			said, i = true, i+n-1
		} else if (i < from || i >= end) && (w.Level != 0 || !grammar.In(w, grammar.Verbatim|grammar.Frame|grammar.Ask|grammar.Auxiliary|grammar.Article|grammar.Connective|grammar.ThirdPerson|grammar.Polite|grammar.Inside) && !function.Has(w.Fold)) {
			return false
		}
	}
	return said && len(p.found) == 0 && (end > 0 || sought.Asked(p.body, p.q.Language) == sought.Place)
}

// outline claims a question about the structure. References must be to
// sections that have sections below them.
func (p *parser) outline() bool {
	any := func(*reference.Found) bool { return true }
	return p.outlineOf(readable) || len(p.refsIf(readable)) == 0 && len(p.found) == 1 && p.outlineOf(any) // "the subsections of 6"
}

// outlineOf claims it with the references for which f holds.
func (p *parser) outlineOf(f func(*reference.Found) bool) bool {
	row, refs := p.scale.Documented(p.core(p.collapseIf(f))), p.refsIf(f)
	ask, also := OutlineNone, p.structural
	if len(refs) > 0 {
		also = p.unheard
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
	if l := p.levelOf(row); l != "" && len(p.table.Document().OfKind(l)) == 0 && ask != OutlineEach {
		return false // "the annex", where there is none
	}
	p.q.Outline, p.q.Refs = ask, refs
	if ask == OutlineEach {
		p.q.Refs = nil // "the first or the last" are those compared
	}
	p.q.Level = p.levelOf(row)
	bare := p.table.Bare()
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
		return grammar.In(&w, grammar.Arranged) && (named || p.weight(w.Fold) == 0)
	}) && grammar.Only(row, grammar.Arranged|grammar.Document|grammar.Structure|grammar.Frame|grammar.Article|grammar.Within|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective|grammar.Ask, p.structural)
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
	kids := p.table.Document().Children(refs[0].Sections[0])
	return level != 0 && slices.ContainsFunc(kids, func(i int) bool { return p.table.Document().Sections[i].Kind == p.table.Kind(level) })
}

// belowIt reports whether a row asks what is below what was shown last: "what is under it?".
func (p *parser) belowIt(row []phrase.Token) bool {
	for i := range row {
		it := row[i]
		if !grammar.In(&it, grammar.ThirdPerson) || len(p.found) > 0 {
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
		return len(p.table.Document().Children(r.Sections[0])) > 0
	}
	return p.table.HasLevel(r.Kind) && !p.table.Lowest(r.Kind)
}

// high reports whether a word is for upper levels in documents at large: where nothing
// has a number, the chapters are what holds the rest.
func (p *parser) high(words []phrase.Token) bool {
	return slices.ContainsFunc(words, func(w phrase.Token) bool { return grammar.Lists(grammar.LevelHigh, w.Fold) })
}

// stacked reports whether sections of a level hold others of the same, as 1 holds 1.1:
// their chapters are those that none of them holds.
func (p *parser) stacked(level string) bool {
	d := p.table.Document()
	return slices.ContainsFunc(d.OfKind(level), func(i int) bool {
		parent := d.Sections[i].Parent
		return parent >= 0 && d.Sections[parent].Kind == level
	})
}

// structural accepts what no question about the structure is about: the document called
// by its initials or the first word of its title as well. A Chinese word for a level may
// be two characters of which the document has one.
func (p *parser) structural(t *phrase.Token) bool {
	initials := len(t.Raw) > 1 && t.Raw == strings.ToUpper(t.Raw) && p.scale.Names[t.Fold] && !t.Han()
	return t.Level != 0 || t.Ref || initials || t.Fold == p.scale.First || t.Hiragana() || grammar.In(t, grammar.AnySection|grammar.Uppermost) || grammar.Lists(grammar.GenreName, t.Fold) || words.Function(p.q.Language).Has(t.Fold) && !t.Han() && !grammar.In(t, grammar.Ask) // nor is it about who or why
}

// unheard accepts besides what nobody knows, which beside a section is no subject:
// "lístame los artículos del título II".
func (p *parser) unheard(t *phrase.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Raw)
	return p.structural(t) || t.ID == 0 && unicode.IsLetter(first) && !t.Han() && p.weight(t.Fold) == 0 && words.Rarity(t.Fold) == words.Unlisted
}

// levelOf returns the one level that the words name; "" for none or more.
func (p *parser) levelOf(words []phrase.Token) string {
	kind := ""
	for i := range words {
		k := p.table.Kind(words[i].Level)
		if k != "" && kind != "" && k != kind {
			return ""
		}
		kind = max(kind, k)
	}
	return kind
}

// metadata claims a question about the document as a whole.
func (p *parser) metadata() bool {
	if len(p.refs(titles.Strong)) > 0 {
		return false
	}
	p.q.Meta = about.Read(p.words, sought.Asked(p.body, p.q.Language))
	return p.q.Meta != 0 && p.is(Metadata, "about")
}
