package question

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/sought"
)

// parent claims the question to which part a section belongs: a level above it is asked
// for, "which part is measure 14 in?", or what holds it, "where does it belong?".
func (p *parser) parent() bool {
	words := p.core(p.collapse(titles.Weak))
	refs := p.refs(titles.Weak)
	if len(refs) == 0 {
		return false
	}
	for m := range grammar.Matches("parent", words) {
		if grammar.Outside(words, m, grammar.Structure|grammar.Polite, nil) {
			return p.isParent(refs, p.levelOf(words))
		}
	}
	level, from, end := p.levelAsked(words)
	if end == 0 || !p.above(level, refs[0]) || !p.placesOnly(words, from, end) {
		return false
	}
	return (level != "" || grammar.Any(words, grammar.Inside)) && p.isParent(refs, level)
}

// holder claims the same question of what was shown last: "which chapter is that in?".
func (p *parser) holder() bool {
	words := p.plain // all of them: "anything on housing? which article"
	level, from, end := p.levelAsked(words)
	if level == "" || len(p.found) > 0 || grammar.In(&words[end-1], grammar.AnySection) || !p.placesOnly(words, from, end) {
		return false
	}
	it := func(w phrase.Token) bool { // "in", "it", "belong"
		return grammar.In(&w, grammar.Inside|grammar.ThirdPerson) || !grammar.In(&w, grammar.Frame|grammar.Polite|grammar.Connective)
	}
	others := slices.Concat(words[:from], words[end:])
	return (len(others) == 0 || slices.ContainsFunc(others, it) || followup.Pronoun(words)) && p.isParent(nil, level)
}

func (p *parser) isParent(refs []locate.Ref, level string) bool {
	p.q.Outline, p.q.Refs, p.q.Level = OutlineParent, refs, level
	return p.is(Outline, "outline parent")
}

// levelAsked returns the kind of the one level that a word asks for, "which part", 第几章,
// and where that begins and ends; 0 where none does.
func (p *parser) levelAsked(words []phrase.Token) (kind string, from, end int) {
	kind, from, end = p.levelBehindAsk(words)
	if kind != "" && !slices.ContainsFunc(words, func(w phrase.Token) bool { return w.Han() }) && sought.Asked(p.body, p.q.Language) == sought.Count {
		return "", 0, 0
	}
	return kind, from, end
}

// levelBehindAsk returns the kind of the level that stands behind a word that asks.
func (p *parser) levelBehindAsk(words []phrase.Token) (kind string, from, end int) {
	for i := range words {
		counts := words[i].Han() && !grammar.In(&words[i], grammar.Frame)
		if !grammar.In(&words[i], grammar.Ask) || counts && (i == 0 || !grammar.In(&words[i-1], grammar.Article)) {
			continue // 几章 and 多少章 are several, 第几章 and 哪章 one
		}
		for j := i + 1; j < len(words); j++ {
			if _, number := phrase.Numeral(words, j); words[j].Level != 0 && (!words[j].Plural || words[j].Cyrillic()) {
				return p.table.Kind(words[j].Level), i, j + words[j].Width
			} else if !number && !grammar.In(&words[j], grammar.Classifier|grammar.Article|grammar.Auxiliary|grammar.ThirdPerson) {
				break
			}
		}
	}
	return "", 0, 0
}

// above reports whether sections of a kind, "" for any, may hold what r names; "the first
// or the last" are of the kind itself.
func (p *parser) above(kind string, r locate.Ref) bool {
	of := r.Kind
	if of == "" && (r.Ordinal || r.FromEnd) {
		return false
	}
	if len(r.Sections) > 0 {
		of = p.table.Document().Sections[r.Sections[0]].Kind
	}
	return kind == "" || p.table.Rank(kind) < p.table.Rank(of) || kind == of && !p.table.Lowest(kind)
}

// core returns words without the clauses that say something beside one that asks, where
// they are sentences of their own or weigh nothing: "sorry to bother you, but which
// measures are in part 4? asking for a friend".
func (p *parser) core(words []phrase.Token) []phrase.Token {
	if !rest.Asks(words) {
		return p.known(words)
	}
	var out []phrase.Token
	asks, from := false, 0
	for i := range words {
		w := &words[i]
		opens := i+1 < len(words) && grammar.In(w, grammar.Connective) && grammar.In(&words[i+1], grammar.Ask)
		if !w.Stop && !opens && !p.comma(w) && i+1 < len(words) {
			continue
		}
		clause := words[from : i+1]
		from = i + 1
		inquires := prose.Inquires(clause)
		named := slices.ContainsFunc(clause, func(w phrase.Token) bool { return w.Ref || w.Level != 0 })
		if asks = asks || inquires; inquires || named || !w.Stop && p.weighs(clause) {
			out = append(out, clause...)
		}
	}
	if !asks {
		return words
	}
	return out
}

// known returns words without the clauses of which neither the grammar nor the document has
// any word: "table of contents, ta".
func (p *parser) known(words []phrase.Token) []phrase.Token {
	var out []phrase.Token
	for clause := range p.clauses(words) {
		if slices.ContainsFunc(clause, func(w phrase.Token) bool {
			return w.ID != 0 || w.Ref || w.Level != 0 || w.Han() || p.weight(w.Fold) > 0
		}) {
			out = append(out, clause...)
		}
	}
	return out
}

// weighs reports whether a clause has a word that weighs, be it of a title. There may be a
// hundred clauses: a title is not read for each.
func (p *parser) weighs(clause []phrase.Token) bool {
	_, sum := p.scale.Weigh(clause, "", false)
	return sum > 0
}

// placesOnly reports whether words say only where something is, from the level that is
// asked for, between two words, or from what is named on; and before that nothing that
// weighs.
func (p *parser) placesOnly(words []phrase.Token, from, end int) bool {
	first := from
	if ref := slices.IndexFunc(words, isRef); ref >= 0 {
		first = min(first, ref)
	}
	var told []phrase.Token
	for i := range words {
		w := &words[i]
		said := i >= from && i < end || w.Ref || grammar.In(w, grammar.Structure|grammar.Polite|grammar.Frame|grammar.Thanks|grammar.Connective|grammar.ThirdPerson|grammar.Article)
		switch {
		case said:
		case i > 0 && words[i-1].Ref && !w.Han() && !w.Stop && (w.ID == 0 && p.weight(w.Fold) == 0 || i+2 == len(words) && grammar.In(&words[i+1], grammar.Inside)): // "which chapter is the Overtime policy in"
		case i >= first || grammar.In(w, grammar.Ask):
			return false
		default:
			told = append(told, *w)
		}
	}
	_, sum := p.weigh(told)
	return sum == 0
}
