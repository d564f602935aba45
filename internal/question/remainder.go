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
// except section 2", "all articles not in part II"; or what is not done here of these.
func (p *parser) remainder() bool {
	if !p.onlyDenied() {
		return false
	}
	row := append(p.denying(), p.CollapseIf(func(*reference.Found) bool { return true })...)
	level, task, asked := p.LevelOf(row), NoTask, row
	if task, asked = withoutTask(row); task == NoTask && rest.Asks(row) || !p.total(row, asked, task) {
		return false
	}
	var left, absent []locate.Ref
	for _, r := range p.RefsIf(func(*reference.Found) bool { return true }) {
		if r.Kind == "" && r.In == nil && level != "" {
			r.Kind = level // "all articles except 2"
			p.Table.Resolve(&r)
		}
		switch {
		case len(r.Sections) == 0 && r.Rule == "number" && r.Miss != nil && r.Miss.Role == locate.NoRole:
			absent = append(absent, r) // which is said, beside the rest
		case len(r.Sections) == 0 || r.Spans != nil || r.Miss != nil:
			return false
		default:
			left = append(left, r)
		}
	}
	r := p.Table.Remainder(left, level)
	if len(r.Sections) == 0 {
		return false
	}
	p.q.Refs, p.q.Task = append([]locate.Ref{r}, absent...), task
	return p.is(Lookup, "remainder")
}

// onlyDenied reports whether sections are named and all of them said not to be meant.
func (p *parser) onlyDenied() bool {
	return len(p.Found) > 0 && !slices.ContainsFunc(p.Found, func(r reference.Found) bool { return r.Denied == 0 })
}

// denying returns what the words that deny say of all there is: the first two of "all
// articles but article 2".
func (p *parser) denying() []phrase.Token {
	var out []phrase.Token
	for _, r := range p.Found {
		for _, w := range p.Tokens[r.From-r.Denied : r.From] {
			if w.Level != 0 || grammar.In(&w, grammar.Total|grammar.Each) {
				out = append(out, w)
			}
		}
	}
	return out
}

// withoutTask returns what is asked for in a row that is not done here, and the row without
// the words that ask for it.
func withoutTask(row []phrase.Token) (Task, []phrase.Token) {
	if grammar.Has("compare", row) {
		return Comparison, row
	}
	for i := range row {
		if m, pat := grammar.All().Set("task").Longest(row, i); pat != nil {
			end := m.End
			if m.Topic > m.Start {
				end = m.Topic
			}
			return Task(pat.Value), slices.Concat(row[:m.Start], row[end:])
		}
	}
	return NoTask, row
}

// total reports whether a row says that all there is is meant, the document, a level, or
// a word such as "everything", and asked, what of it no task explains, nothing else beside
// references. Beside a task, what the document has not is part of it: "into German".
func (p *parser) total(row, asked []phrase.Token, task Task) bool {
	all := false
	for i := range row {
		w := &row[i]
		switch {
		case w.Level != 0 && !w.Ref:
			if !p.several(row, i) {
				return false // "the whole part, not section 3"
			}
			all = true
		case grammar.In(w, grammar.Document|grammar.Total|grammar.Whole) || grammar.Lists(grammar.GenreName, w.Fold):
			all = true
		}
	}
	const idle = grammar.Frame | grammar.Structure | grammar.Article | grammar.Within | grammar.Polite | grammar.Thanks | grammar.Greeting | grammar.Connective |
		grammar.Document | grammar.Total | grammar.Whole | grammar.Each
	return all && grammar.Only(asked, idle, func(w *phrase.Token) bool {
		return w.Ref || w.Level != 0 || grammar.Lists(grammar.GenreName, w.Fold) || w.Han() && words.Function("zh").Has(w.Fold) || task != NoTask && p.Weight(w.Fold) <= 0
	})
}

// several reports whether the level at row i is said of more than one section: it is a
// plural, or stands behind "every" or "all". Chinese has no plural, and that of a Russian
// word is also what stands behind another noun or a preposition.
func (p *parser) several(row []phrase.Token, i int) bool {
	w, before := &row[i], i-1
	for before > 0 && !row[before].Ref && grammar.In(&row[before], grammar.Article) {
		before--
	}
	said := func(l grammar.Bag) bool { return before >= 0 && !row[before].Ref && grammar.In(&row[before], l) }
	switch {
	case said(grammar.Each | grammar.Total):
		return true
	case w.Han():
		return grammar.Any(row, grammar.Total)
	case w.Cyrillic():
		return w.Plural && (before < 0 || said(grammar.Frame|grammar.Polite) && !said(grammar.Within|grammar.Document))
	}
	return w.Plural
}
