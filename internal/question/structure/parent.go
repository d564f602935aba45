package structure

import (
	"slices"

	"pincite/internal/locate"
	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/sought"
)

// ReadParent reads the question to which part a section belongs: a level above it is asked
// for, "which part is measure 14 in?", or what holds it, "where does it belong?".
func ReadParent(m *message.Message) (Question, bool) {
	p := parser{m}
	words, refs := p.Core(p.Collapse(titles.Weak)), p.Refs(titles.Weak)
	if len(refs) == 0 {
		return Question{}, false
	}
	level, from, end := LevelAsked(m, words)
	var asked func(*phrase.Token) bool // "where does Guests belong, under which chapter?"
	if end > 0 {
		asked = func(w *phrase.Token) bool {
			return w.Start >= words[from].Start && w.End <= words[end-1].End || grammar.In(w, grammar.Inside)
		}
	}
	for match := range grammar.Matches("parent", words) {
		if grammar.Outside(words, match, grammar.Structure|grammar.Polite, asked) {
			return Question{Ask: Parent, Refs: refs, Level: p.LevelOf(words)}, true
		}
	}
	return Question{Ask: Parent, Refs: refs, Level: level},
		end > 0 && p.above(level, refs[0]) && p.placesOnly(words, from, end) && (level != "" || grammar.Any(words, grammar.Inside))
}

// ReadHolder reads the same question of what was shown last: "which chapter is that in?".
func ReadHolder(m *message.Message) (Question, bool) {
	p, words := parser{m}, m.Plain // all of them: "anything on housing? which article"
	level, from, end := LevelAsked(m, words)
	if level == "" || p.Table.Lowest(level) || len(p.Found) > 0 || grammar.In(&words[end-1], grammar.AnySection) || !p.placesOnly(words, from, end) {
		return Question{}, false
	}
	it := func(w phrase.Token) bool { // "in", "it", "belong"
		return grammar.In(&w, grammar.Inside|grammar.ThirdPerson) || !grammar.In(&w, grammar.Frame|grammar.Polite|grammar.Connective)
	}
	others := slices.Concat(words[:from], words[end:])
	return Question{Ask: Parent, Level: level}, len(others) == 0 || slices.ContainsFunc(others, it) || followup.Pronoun(words)
}

// LevelAsked returns the kind of the one level that a word asks for, "which part", 第几章,
// and where that begins and ends; 0 where none does.
func LevelAsked(m *message.Message, words []phrase.Token) (kind string, from, end int) {
	kind, from, end = parser{m}.levelBehindAsk(words)
	if end == 0 || slices.ContainsFunc(words, func(w phrase.Token) bool { return w.Han() }) {
		return kind, from, end
	}
	_, count := grammar.All().Set("outline").Longest(words, from) // "hoeveel artikelen"
	if count != nil && Ask(count.Value) == Count || sought.Asked(m.Body, m.Language) == sought.Count {
		return "", 0, 0
	}
	return kind, from, end
}

// levelBehindAsk returns the kind of the level that stands behind a word that asks.
func (p parser) levelBehindAsk(words []phrase.Token) (kind string, from, end int) {
	for i := range words {
		counts := words[i].Han() && !grammar.In(&words[i], grammar.Frame)
		if !grammar.In(&words[i], grammar.Ask) || counts && (i == 0 || !grammar.In(&words[i-1], grammar.Article)) {
			continue // 几章 and 多少章 are several, 第几章 and 哪章 one
		}
		for j := i + 1; j < len(words); j++ {
			if _, number := phrase.Numeral(words, j); words[j].Level != 0 && (!words[j].Plural || words[j].Cyrillic()) {
				return p.Table.Kind(words[j].Level), i, j + words[j].Width
			} else if !number && !grammar.In(&words[j], grammar.Classifier|grammar.Article|grammar.Auxiliary|grammar.ThirdPerson|grammar.This) {
				break
			}
		}
	}
	return "", 0, 0
}

// above reports whether sections of a kind, "" for any, may hold what r names; "the first
// or the last" are of the kind itself.
func (p parser) above(kind string, r locate.Ref) bool {
	of := r.Kind
	if of == "" && (r.Ordinal || r.FromEnd) {
		return false
	}
	if len(r.Sections) > 0 {
		of = p.Table.Document().Sections[r.Sections[0]].Kind
	}
	return kind == "" || p.Table.Rank(kind) < p.Table.Rank(of) || kind == of && !p.Table.Lowest(kind)
}

// placesOnly reports whether words say only where something is, from the level that is
// asked for, between two words, or from what is named on; and before that nothing that
// weighs.
func (p parser) placesOnly(words []phrase.Token, from, end int) bool {
	first := from
	if ref := slices.IndexFunc(words, message.IsRef); ref >= 0 {
		first = min(first, ref)
	}
	var told []phrase.Token
	for i := range words {
		w := &words[i]
		said := i >= from && i < end || w.Ref || grammar.In(w, grammar.Structure|grammar.Polite|grammar.Frame|grammar.Thanks|grammar.Connective|grammar.ThirdPerson|grammar.Article)
		switch {
		case said:
		case i > 0 && words[i-1].Ref && !w.Han() && !w.Stop && (w.ID == 0 && p.Weight(w.Fold) == 0 || i+2 == len(words) && grammar.In(&words[i+1], grammar.Inside)): // "which chapter is the Overtime policy in"
		case i >= first || grammar.In(w, grammar.Ask):
			return false
		default:
			told = append(told, *w)
		}
	}
	_, sum := p.Weigh(told)
	return sum == 0
}
