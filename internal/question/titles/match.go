package titles

import (
	"slices"
	"strings"

	"pincite/internal/locate"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// Measures reports whether w, behind a number, may be what that counts or measures: a
// unit, or a word with content that is not in the title of one of sections, which have
// that number.
func (t *Titles) Measures(w *phrase.Token, sections []int) bool {
	if w.Mark {
		return strings.Contains("%°€£¥$", w.Raw)
	}
	function := words.Function("en").Has(w.Fold) || words.Function(t.doc.Meta.Language).Has(w.Fold)
	if w.Level != 0 || function || grammar.In(w, grammar.Frame|grammar.Polite|grammar.Thanks|grammar.Connective|grammar.Ask|grammar.Auxiliary|grammar.Point) {
		return false
	}
	titled := slices.ContainsFunc(sections, func(i int) bool { return slices.Contains(strings.Fields(text.Fold(t.doc.Title(i))), w.Fold) })
	return !titled && (t.known(w.Fold) || words.Rarity(w.Fold) != words.Unlisted)
}

// designated reports whether what stands behind a level's name may be what is called so.
func designated(tokens []phrase.Token, i int) bool {
	return bareNumber(tokens, i) || i < len(tokens) && (tokens[i].Letter() || tokens[i].Mark)
}

// counted reports whether a number stands before or behind the name of a level,
// tokens[from:to].
func counted(tokens []phrase.Token, from, to int) bool {
	return bareNumber(tokens, from-1) || bareNumber(tokens, to) || to < len(tokens) && (tokens[to].Letter() || lexicon.Ordinal(tokens[to].Fold) > 0)
}

func bareNumber(tokens []phrase.Token, i int) bool {
	_, ok := phrase.Numeral(tokens, i)
	return ok
}

// isLevel reports whether t is the name of a level, and not just a slip of one that the
// document does not have: the title "Media" is no "medida".
func isLevel(t *phrase.Token) bool {
	return t.Level != 0 && (!t.Loose || slices.ContainsFunc([]string{grammar.LevelLow, grammar.LevelHigh, grammar.LevelApart}, func(list string) bool { return grammar.Lists(list, t.Fold) }))
}

// Strength says how sure it is that words name a section.
type Strength int

// The strengths.
const (
	Weak   Strength = iota // a bare number or a short title: a reference only if nothing else is said
	Medium                 // "no. 7", "#7", "the introduction": the same, but readable
	Strong                 // a level's name stands beside it
)

// A Match is a title among tokens, from the first up to the second.
type Match struct {
	Ref      locate.Ref
	From, To int
	Strength Strength
}
