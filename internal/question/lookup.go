package question

import (
	"regexp"
	"slices"
	"strings"

	"pincite/internal/locate"
	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// wholeTitle claims a message that is the title of a section and nothing else, whatever
// else it might mean: "Summary", "the Help section". Thanks, yes and no are said to the bot.
func (p *parser) wholeTitle() bool {
	if len(p.Found) != 1 || p.Found[0].Refs[0].Rule != "title" || p.Questioned() {
		return false
	}
	r := &p.Found[0]
	if !grammar.Outside(p.Tokens, phrase.Match{Start: r.From, End: r.To}, grammar.Article|grammar.AnySection|grammar.Polite, nil) {
		return false
	}
	d := p.Table.Document()
	title := grammar.Scan(text.Clean(d.Title(r.Refs[0].Sections[0])))
	if !slices.EqualFunc(phrase.Words(title), phrase.Words(p.Tokens[r.From:r.To]), func(a, b phrase.Token) bool { return titles.Same(a.Fold, b.Fold) }) {
		return false
	}
	if _, talk := p.TalkAt(0); talk == message.TalkThanks || talk == message.TalkYes || talk == message.TalkNo {
		return false
	}
	p.q.Refs = r.Refs
	return p.is(Lookup, "title")
}

// quotedTitle claims a message that quotes the title of a section, and says nothing else:
// "show me “Thanks” please". Its words may be any.
func (p *parser) quotedTitle() bool {
	quoted, start, end, ok := prose.Quotation(p.Body)
	if !ok || slices.ContainsFunc(p.Tokens, func(w phrase.Token) bool {
		return (w.Start < start || w.Start >= end) && !w.Mark && !grammar.In(&w, grammar.Frame|grammar.Polite|grammar.Thanks|grammar.Greeting|grammar.Article|grammar.AnySection)
	}) {
		return false
	}
	r, ok := p.Table.Quoted(grammar.Scan(quoted))
	if !ok {
		return false
	}
	p.q.Refs = []locate.Ref{r}
	return p.is(Lookup, "title")
}

// partTitle claims a message that is a telling part of one title.
func (p *parser) partTitle() bool {
	r, ok := p.Table.Titled(rest.Telling(p.Plain), rest.Tells)
	if !ok || len(p.Refs(titles.Medium)) > 0 || rest.Asks(p.Plain) {
		return false
	}
	p.q.Refs, p.q.Topic = []locate.Ref{r}, p.Text
	return p.is(Lookup, "part of a title")
}

// titleList claims a message that names several sections and says nothing else, one of them
// at least by a title, or a telling part of it, that is none in a longer message: "sick leave
// for parents and Overtime, please".
func (p *parser) titleList() bool {
	words := p.Collapse(titles.Weak)
	if rest.Asks(words) {
		return false
	}
	var refs []locate.Ref
	next, weak := 0, false
	ends := func(w *phrase.Token) bool { return w.Stop || p.Comma(w) || grammar.In(w, grammar.And) && !w.Ref }
	for part := range prose.Runs(words, ends) {
		named := next
		for i := range part {
			if part[i].Ref {
				next++
			}
		}
		said := rest.Telling(part)
		switch r, ok := p.Table.Titled(said, rest.Tells); {
		case next == named && ok:
			refs, weak = append(refs, r), true
		case len(said) > 0 || next > named+1:
			return false
		case next > named:
			r := &p.Found[named]
			refs, weak = append(refs, r.Refs...), weak || r.Strength == titles.Weak && r.Refs[0].Rule == "title"
		}
	}
	p.q.Refs = refs
	return weak && len(refs) > 1 && p.is(Lookup, "titles")
}

// lookup claims a message that names sections, if the rest of it weighs nothing.
func (p *parser) lookup() bool {
	least := titles.Weak
	if len(p.Refs(titles.Strong)) > 0 && !p.onlyNamed() {
		least = titles.Strong
	}
	refs := p.Refs(least)
	if len(refs) == 0 || p.allDenied() && (rest.Asks(p.Words) || p.Questioned()) {
		return false
	}
	words := p.Words
	if least == titles.Weak {
		words = p.Collapse(titles.Weak)
	}
	words = withoutThem(words)
	if least == titles.Weak {
		titled := slices.ContainsFunc(refs, func(r locate.Ref) bool { return r.Rule == "title" }) && (!rest.Asks(words) || sought.Asked(p.Body, p.Language) == sought.Place) // "where is Overtime?"
		if !titled && (arithmetic.MatchString(p.outsideCompounds()) || p.dated() || !p.bare(words) && !p.Foreign()) {                                                        // "Maßnahme 5 bitte"
			return false
		}
	}
	said, sum := p.Weigh(words)
	p.q.Rest = said
	p.q.Open = p.asksOf(words)
	if sum > 0 && (p.q.Open || !p.aside(words)) || (least == titles.Weak || p.OnlyTitles()) && p.inquires(words) {
		return false
	}
	p.q.Refs = p.ones(least)
	return p.is(Lookup, "reference")
}

// allDenied reports whether all that is named is said not to be meant: "besides article 2".
func (p *parser) allDenied() bool {
	return len(p.Found) > 0 && !slices.ContainsFunc(p.Found, func(r reference.Found) bool { return r.Denied == 0 })
}

// bare reports whether nothing is said beside references in their clauses, and nothing that
// weighs or asks in others: "I beg your pardon, 14".
func (p *parser) bare(words []phrase.Token) bool {
	for clause := range p.Clauses(words) {
		if slices.ContainsFunc(clause, message.IsRef) {
			if !rest.Bare(clause) {
				return false
			}
		} else if !rest.Bare(clause) && (rest.Asks(clause) || p.Weighs(clause)) {
			return false
		}
	}
	return true
}

// withoutThem returns words without what says that several were spoken of: "the last one
// of those".
func withoutThem(words []phrase.Token) []phrase.Token {
	for i := 1; i < len(words); i++ {
		if n := followup.Refers(words, i); n > 0 && words[i-1].ID != 0 && grammar.In(&words[i-1], grammar.Within) && (i+n == len(words) || !rest.Tells(&words[i+n])) {
			return slices.Delete(slices.Clone(words), i-1, i+n)
		}
	}
	return words
}

// onlyNamed reports whether a message says nothing but sections that there are:
// "8, conclusion".
func (p *parser) onlyNamed() bool {
	return len(p.Found) > 1 && rest.Bare(p.Collapse(titles.Weak)) && !slices.ContainsFunc(p.Found, func(r reference.Found) bool {
		return r.Refs[0].Rule == "title" || len(r.Refs[0].Sections) == 0 || p.amount(r)
	})
}

// inquires reports whether a message that is no request asks something, in words of
// the language however common, in a clause with what is only perhaps a title: "do
// juniors pay dues?".
func (p *parser) inquires(words []phrase.Token) bool {
	if len(words) > 1 && grammar.In(&words[0], grammar.Auxiliary) && !grammar.In(&words[1], grammar.Polite) && len(p.Found) > 1 {
		return true // "does the header need a comment?"
	}
	for clause := range p.Clauses(words) {
		if slices.ContainsFunc(clause, message.IsRef) && p.Says(clause) {
			return p.Asked()
		}
	}
	return false
}

// asksOf reports whether a message that names sections asks more of them than what they
// say: a clause that begins as a question, or has a word that asks, has a word that
// weighs; or it ends as a question does, and what it names may be just its words.
func (p *parser) asksOf(words []phrase.Token) bool {
	titled := !slices.ContainsFunc(p.Found, func(r reference.Found) bool { return r.Refs[0].Rule != "title" })
	for clause := range p.Clauses(words) {
		if !prose.Inquires(clause) && (!titled || p.Body[min(clause[len(clause)-1].End, len(p.Body)-1)] != '?') {
			continue
		}
		if _, sum := p.Weigh(clause); sum > 0 {
			return true
		}
	}
	return false
}

// idle reports whether w is a level, a reference, or says nothing in the document
// without being what a question turns on.
func (p *parser) idle(w *phrase.Token) bool {
	return w.Level != 0 || w.Ref || w.Hiragana() || grammar.Lists(grammar.GenreName, w.Fold) || !grammar.In(w, grammar.Auxiliary) && p.Weight(w.Fold) == 0
}

// aside reports whether all that weighs stands in clauses without a reference, in a
// message that asks nothing: chatter, or a guess what the section is about, as in
// "send me measure 7, the bus leaves in ten minutes".
func (p *parser) aside(words []phrase.Token) bool {
	stops := func(w *phrase.Token) bool { return w.Stop }
	for sentence := range prose.Runs(words, stops) {
		if !slices.ContainsFunc(sentence, message.IsRef) {
			continue
		}
		remark := false // "4.2.3, step 3 (the wires)"
		for clause := range prose.Runs(sentence, p.Comma) {
			if _, sum := p.Weigh(clause); sum > 0 && (!remark && len(clause) < message.MinAside || slices.ContainsFunc(clause, message.IsRef)) {
				return false
			}
			remark = p.Apart(&clause[len(clause)-1])
		}
	}
	return true
}

// ones returns the references of at least that strength without the pronoun of
// "the tenth one".
func (p *parser) ones(least titles.Strength) []locate.Ref {
	var out []locate.Ref
	for _, r := range p.Found {
		pronoun := r.Strength == titles.Weak && len(out) > 0 && grammar.In(&p.Tokens[r.From], grammar.One)
		if r.Strength >= least && !pronoun && !(r.Strength == titles.Weak && p.timed(r)) {
			out = message.AddRefs(out, r.Refs)
		}
	}
	return out
}

// timed reports whether a number is part of a time or a date: "at 10:30", "3/14".
func (p *parser) timed(r reference.Found) bool {
	part := func(i int) bool { // token i stands between two digits
		return i > 0 && i+1 < len(p.Tokens) && strings.Contains(":/", p.Tokens[i].Raw) && p.Tokens[i-1].Digits() && p.Tokens[i+1].Digits() &&
			p.Tokens[i-1].End == p.Tokens[i].Start && p.Tokens[i].End == p.Tokens[i+1].Start
	}
	return r.Refs[0].Rule == "number" && (part(r.From-1) || part(r.To))
}

// arithmetic are signs beside numbers that make them amounts, dates or code: "50%",
// "$7", "7+8=", "2024-02-28", "1.5", "9:30", "-1".
var arithmetic = regexp.MustCompile(`[%$=+^{}\[\]<>€¥£°\\]|\w[*:/.][\pL\pN]|^-\d|-.*-`)

// outsideCompounds is what is said outside designations of several steps that the
// document has, or has the like of.
func (p *parser) outsideCompounds() string {
	return p.Without(func(r *reference.Found) bool {
		return strings.Contains(r.Refs[0].From, ".") || strings.Contains(r.Refs[0].From, "-") && len(r.Refs[0].Sections) > 0
	})
}

// dated reports whether a bare number is part of a date or an amount, or is one that no
// section has and the text does.
func (p *parser) dated() bool {
	if rest.Dated(p.Plain) {
		return true
	}
	n, ok := phrase.Numeral(p.Plain, 0)
	return ok && n.Form == numeral.Digits && len(p.Plain) == 1 && len(p.Found) == 1 && len(p.Found[0].Refs[0].Sections) == 0 && p.Weight(p.Plain[0].Fold) > 0
}

// mostNeighbours is how many references a message may have that asks for what is beside
// one of them: each is tried against all words, so that hundreds would cost their square.
const mostNeighbours = 8

// neighbour claims a section named by the one beside it: "what comes after
// measure 9".
func (p *parser) neighbour() bool {
	if len(p.Found) > mostNeighbours {
		return false
	}
	for i := range p.Found {
		base := &p.Found[i]
		if len(base.Refs) != 1 {
			continue
		}
		words := slices.DeleteFunc(p.CollapseIf(func(o *reference.Found) bool { return o == base }), func(w phrase.Token) bool {
			return grammar.In(&w, grammar.Directly) && !w.Stop // "juste avant"
		})
		words, count := several(words)
		level, ok := p.oneLevel(words, base.Refs[0].Kind)
		if !ok || base.Strength == titles.Weak && len(words) <= 2 && base.Refs[0].Rule != "title" {
			continue // "after 9" is a time as well
		}
		for j := range words {
			m, pat := grammar.All().Set("neighbour").Longest(words, j)
			if pat == nil {
				continue
			}
			end := p.clauseEnd(words, m)
			if !grammar.Outside(words[:end], m, grammar.Frame|grammar.Connective|grammar.Article|grammar.One, p.idle) {
				continue
			}
			if base.Strength == titles.Weak && (p.Says(words[:m.Start]) || p.Says(words[m.End:end])) && p.Asked() {
				continue // "may the owner collect goods after seizure?"
			}
			at := base.Refs[0]
			if at.Kind == "" && at.FromEnd {
				at.Kind = level
				p.Table.Resolve(&at)
			}
			if found := p.severalFrom(at, count, pat.Value == 1); len(found) > 0 {
				p.q.Refs = found
				return p.is(Lookup, "neighbour")
			}
			if r, ok := p.Table.Neighbour(at, level, pat.Value == 1); ok {
				p.q.Refs = []locate.Ref{r}
				return p.is(Lookup, "neighbour")
			}
		}
	}
	return false
}

// clauseEnd returns the end of the clause that a match ends in, if what comes behind asks
// nothing: "the section right after Queues, I think it is about duplicates".
func (p *parser) clauseEnd(words []phrase.Token, m phrase.Match) int {
	end := m.End
	for end < len(words) && !words[end-1].Stop && !p.Comma(&words[end-1]) {
		end++
	}
	for clause := range p.Clauses(words[end:]) {
		if prose.Inquires(clause) {
			return len(words)
		}
	}
	return end
}

// between claims what stands between two sections: "the article between Fines and
// Appeals", "what's between article 12 and article 13".
func (p *parser) between() bool {
	refs, words := p.Refs(titles.Weak), p.Collapse(titles.Weak)
	first := slices.IndexFunc(words, message.IsRef)
	if first < 1 || !grammar.In(&words[first-1], grammar.Between) {
		return false
	}
	if len(refs) == 1 && refs[0].From != refs[0].To && rest.Asks(words) && p.LevelOf(words) == "" { // "what is between 5 and 7"
		from, to := refs[0], refs[0]
		from.To, to.From = from.From, to.To
		p.Table.Resolve(&from)
		p.Table.Resolve(&to)
		refs = []locate.Ref{from, to}
	}
	if len(refs) != 2 {
		return false
	}
	r, ok := p.Table.Between(refs[0], refs[1])
	if _, sum := p.Weigh(words); !ok || sum > 0 {
		return false
	}
	p.q.Refs = []locate.Ref{r}
	return p.is(Lookup, "between")
}

// oneLevel returns the level of the section asked for, given that of the one
// beside it. It is the same, or no neighbour is meant; nor is one in "measures
// before 7", which are several.
func (p *parser) oneLevel(words []phrase.Token, kind string) (string, bool) {
	for i := range words {
		w := &words[i]
		named := p.Table.Kind(w.Level)
		if w.Level != 0 && (w.Plural && !w.Cyrillic() || named != "" && kind != "" && named != kind && p.Table.HasLevel(kind)) {
			return "", false
		}
		if kind == "" || !p.Table.HasLevel(kind) {
			kind = max(kind, named)
		}
	}
	return kind, true
}
