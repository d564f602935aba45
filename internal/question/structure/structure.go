package structure

import (
	"slices"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
)

// An Ask is what a question asks of the structure.
type Ask int

// What can be asked of the structure.
const (
	None     Ask = iota
	Each         // how many measures each part has, and which has the most
	Count        // how many measures are there (in Refs[0], if any); Level "" counts every level
	List         // list the measures
	Children     // what is in part 3: the sections below Refs[0]
	Contents     // contents, how is it organised
	Parent       // which part does measure 13 belong to: the section above Refs[0]
)

var names = [...]string{"", "each", "count", "list", "children", "structure", "parent"}

// String returns the name of a in lower case, "" for None.
func (a Ask) String() string { return names[a] }

// A Question is a question about the structure.
type Question struct {
	Ask   Ask
	Refs  []locate.Ref // the sections named
	Level string       // the only level counted, listed or gone through, or counted in each; "" for all
	Top   bool         // only the sections that no other of their kind holds
}

// A parser reads one message.
type parser struct{ *message.Message }

// Read reads a question about the structure. References must be to
// sections that have sections below them.
func Read(m *message.Message) (Question, bool) {
	p := parser{m}
	any := func(*reference.Found) bool { return true }
	q, ok := p.outlineOf(func(r *reference.Found) bool { return message.Readable(r) && !p.wholeDocument(r) })
	if !ok && len(p.RefsIf(message.Readable)) == 0 && len(p.Found) == 1 {
		q, ok = p.outlineOf(any) // "the subsections of 6"
	}
	return q, ok
}

// outlineOf reads it with the references for which f holds.
func (p parser) outlineOf(f func(*reference.Found) bool) (Question, bool) {
	row, refs := p.unnamed(p.Scale.Documented(p.Core(p.CollapseIf(f)))), p.RefsIf(f)
	ask, also := None, p.Structural
	if len(refs) > 0 {
		also = p.Unheard
	}
	for m, value := range grammar.Matches("outline", row) {
		a := Ask(value) // where several match, the first kind is meant
		if (ask == None || a < ask) && grammar.Outside(row, m, grammar.Structure|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective|grammar.This, also) {
			ask = a
		}
	}
	if n := p.without(row, grammar.Uppermost); ask > Count && len(n) < len(row) && p.counts(n, also) {
		ask = Count // "how many main chapters": elsewhere "main" is said of what there is
	}
	if ask == None && len(refs) == 0 && p.arranged(row) {
		ask = Contents
	}
	if ask == None && (p.below(row, refs, also) || len(refs) == 0 && p.belowIt(row)) {
		ask = Children
	}
	if ask == None || ask == Children && len(refs) == 0 && !p.belowIt(row) {
		return Question{}, false
	}
	if len(refs) > 0 && p.termed() {
		return Question{}, false
	}
	for _, r := range refs {
		if ask != Each && (r.Rule != "title" || len(refs) > 1) && !p.holds(r) {
			return Question{}, false
		}
	}
	if len(refs) > 0 && ask != Count && ask != Each {
		ask = Children
	}
	if l := p.LevelOf(row); l != "" && len(p.Table.Document().OfKind(l)) == 0 && ask != Each {
		return Question{}, false // "the annex", where there is none
	}
	q := Question{Ask: ask, Refs: refs, Level: p.LevelOf(row)}
	if ask == Each {
		q.Refs = nil // "the first or the last" are those compared
		q.Level = p.lowest(row)
	}
	bare := p.Table.Bare()
	if p.high(row) && q.Level == "" && p.stacked(bare) {
		q.Level = bare
	}
	q.Top = p.high(row) && (bare == "" || p.stacked(q.Level)) || bare != "" && grammar.Any(row, grammar.Uppermost)
	if ask == Count && len(refs) == 0 && q.Level == "" && p.headed() {
		q.Top = p.high(row)
		if !q.Top && slices.ContainsFunc(row, func(w phrase.Token) bool { return slices.Contains(lexicon.Kinds(w.Fold), document.KindSection) }) {
			q.Level = document.KindSection
		}
	}
	return q, true
}

// counts reports whether a row asks how many there are.
func (p parser) counts(row []phrase.Token, also func(*phrase.Token) bool) bool {
	for m, value := range grammar.Matches("outline", row) {
		if Ask(value) == Count && grammar.Outside(row, m, grammar.Structure|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective|grammar.This, also) {
			return true
		}
	}
	return false
}

// without returns a row without the words of some bags.
func (p parser) without(row []phrase.Token, b grammar.Bag) []phrase.Token {
	return slices.DeleteFunc(slices.Clone(row), func(w phrase.Token) bool { return grammar.In(&w, b) })
}

// headed reports whether the document is told by headings without numbers: at the top are
// several of them and nothing that has one.
func (p parser) headed() bool {
	d, n := p.Table.Document(), 0
	for _, i := range d.Children(-1) {
		switch s := &d.Sections[i]; {
		case !s.Designation.IsZero():
			return false
		case s.Kind == document.KindSection:
			n++
		}
	}
	return n > 1
}

// unnamed returns a row without the words behind those that point to what is at hand, if they
// weigh nothing: whatever "this bill" and "this booklet" are called, they are the document.
func (p parser) unnamed(row []phrase.Token) []phrase.Token {
	var out []phrase.Token
	for i := range row {
		w := &row[i]
		if i > 0 && grammar.In(&row[i-1], grammar.This) && grammar.BagsOf(w) == 0 && w.Level == 0 && !w.Ref && !w.Han() && p.Weight(w.Fold) == 0 {
			continue
		}
		out = append(out, *w)
	}
	return out
}

// lowest returns the lowest of the levels that are named, the one whose sections are counted;
// "" if none is.
func (p parser) lowest(row []phrase.Token) string {
	low := 0
	for _, w := range row {
		if w.Level < levels.Any {
			low = max(low, w.Level)
		}
	}
	return p.Table.Kind(low)
}

// wholeDocument reports whether a title means the document, of which it is a word for the
// genre or the name, because no section of the level that is spoken of lies in its own:
// "hoeveel artikelen tellen de statuten?".
func (p parser) wholeDocument(r *reference.Found) bool {
	level := p.LevelOf(p.Plain)
	if level == "" || r.Refs[0].Rule != "title" || !grammar.Only(phrase.Words(p.Tokens[r.From:r.To]), grammar.Article, func(w *phrase.Token) bool {
		return grammar.Lists(grammar.GenreName, w.Fold) || p.Scale.Names[w.Fold]
	}) {
		return false
	}
	d := p.Table.Document()
	within := func(i int) bool {
		for i >= 0 && !slices.Contains(r.Refs[0].Sections, i) {
			i = d.Sections[i].Parent
		}
		return i >= 0
	}
	return !slices.ContainsFunc(d.OfKind(level), within)
}

// arranged reports whether nothing else is asked than how the document is arranged, in any
// words: "c'est quoi le plan des statuts ?". Where the document itself has a plan or a
// structure, the row names the document.
func (p parser) arranged(row []phrase.Token) bool {
	named := grammar.Any(row, grammar.Document)
	return slices.ContainsFunc(row, func(w phrase.Token) bool {
		return grammar.In(&w, grammar.Arranged) && (named || p.Weight(w.Fold) == 0)
	}) && grammar.Only(row, grammar.Arranged|grammar.Document|grammar.Structure|grammar.Frame|grammar.Article|grammar.Within|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective|grammar.Ask, p.Structural)
}

// below reports whether a row names one section and, besides, nothing but the level of
// those that it holds, in any words and order: "for chapter 3, which articles please?".
func (p parser) below(row []phrase.Token, refs []locate.Ref, also func(*phrase.Token) bool) bool {
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
func (p parser) belowIt(row []phrase.Token) bool {
	for i := range row {
		it := row[i]
		if !grammar.In(&it, grammar.ThirdPerson) || len(p.Found) > 0 {
			continue
		}
		it.Ref = true
		asked := slices.Concat(row[:i], []phrase.Token{it}, row[i+1:])
		for m, value := range grammar.Matches("outline", asked) {
			if Ask(value) == Children && m.Start <= i && i < m.End && grammar.Outside(asked, m, grammar.Connective|grammar.Polite|grammar.Thanks, nil) {
				return true
			}
		}
	}
	return false
}

// holds reports whether r is to a section that has sections below it, or is not there
// and would have.
func (p parser) holds(r locate.Ref) bool {
	if len(r.Sections) > 0 {
		return r.Miss == nil && len(p.Table.Document().Children(r.Sections[0])) > 0
	}
	return p.Table.HasLevel(r.Kind) && !p.Table.Lowest(r.Kind)
}

// high reports whether a word is for upper levels in documents at large: where nothing
// has a number, the chapters are what holds the rest.
func (p parser) high(words []phrase.Token) bool {
	return slices.ContainsFunc(words, func(w phrase.Token) bool { return grammar.Lists(grammar.LevelHigh, w.Fold) })
}

// stacked reports whether sections of a level hold others of the same, as 1 holds 1.1:
// their chapters are those that none of them holds.
func (p parser) stacked(level string) bool {
	d := p.Table.Document()
	return slices.ContainsFunc(d.OfKind(level), func(i int) bool {
		parent := d.Sections[i].Parent
		return parent >= 0 && d.Sections[parent].Kind == level
	})
}
