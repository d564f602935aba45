package question

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/text/words"
)

// remainder claims the wish for all that there is but sections that are named: "everything
// except section 2", "all articles not in part II".
func (p *parser) remainder() bool {
	if len(p.found) == 0 || slices.ContainsFunc(p.found, func(r reference.Found) bool { return r.Denied == 0 }) {
		return false
	}
	row := p.collapseIf(func(*reference.Found) bool { return true })
	level := p.levelOf(row)
	if rest.Asks(row) || !p.total(row) {
		return false
	}
	var left []locate.Ref
	for _, r := range p.refsIf(func(*reference.Found) bool { return true }) {
		if r.Kind == "" && r.In == nil && level != "" {
			r.Kind = level // "all articles except 2"
			p.table.Resolve(&r)
		}
		if len(r.Sections) == 0 || r.Spans != nil {
			return false
		}
		left = append(left, r)
	}
	r := p.table.Remainder(left, level)
	p.q.Refs = []locate.Ref{r}
	return len(r.Sections) > 0 && p.is(Lookup, "remainder")
}

// total reports whether a row says nothing beside references but that all there is is
// meant: the document, a level, or a word such as "everything".
func (p *parser) total(row []phrase.Token) bool {
	all := slices.ContainsFunc(p.plain, func(w phrase.Token) bool { return grammar.In(&w, grammar.Total) }) // "all but section 2"
	for i := range row {
		w := &row[i]
		switch {
		case grammar.In(w, grammar.Document) || grammar.Lists(grammar.GenreName, w.Fold) || w.Level != 0 && (w.Plural || w.Cyrillic() || w.Han()):
			all = true
		case w.Ref || w.Level != 0 || grammar.In(w, grammar.Total) || w.Han() && words.Function("zh").Has(w.Fold):
		case !grammar.In(w, grammar.Frame|grammar.Structure|grammar.Article|grammar.Within|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Connective):
			return false
		}
	}
	return all
}
