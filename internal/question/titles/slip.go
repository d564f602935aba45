package titles

import (
	"slices"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// minSlip is the shortest word of a title in runes that is recognised with a slip,
// and maxRespelt how many words of a message may be such.
const (
	minSlip    = 5
	maxRespelt = 4
)

// sameWord reports whether two words are the same, or Cyrillic ones in different cases.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if first := firstRune(a); first < 'а' || first > 'я' {
		return false
	}
	common := phrase.CommonPrefix(a, b)
	return common >= minStem && utf8.RuneCountInString(a) <= common+maxEnding && utf8.RuneCountInString(b) <= common+maxEnding
}

// sameNoun reports whether two words in Latin letters are likely forms of one: what they begin
// with is long, and most of both.
func sameNoun(a, b string) bool {
	const longest, least = 3, 5
	common := phrase.CommonPrefix(a, b)
	long := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return sameWord(a, b) || common >= least && long <= common+longest && 3*common >= 2*long
}

// inflected returns the one section whose title stands in another case at token i: "после
// срока полномочий"; one of a single word, which may be any, only where what is beside it is
// asked for: "после членства".
func (t *Titles) inflected(tokens []phrase.Token, i int) (Match, bool) {
	if !tokens[i].Cyrillic() || tokens[i].Level != 0 {
		return Match{}, false
	}
	to, found := 0, []int(nil)
	for _, n := range t.stems[stem(tokens[i].Fold)] {
		end := i + len(t.all[n].Words)
		if end < to || end > len(tokens) || !t.names(n) || len(t.all[n].Words) == 1 && !beside(tokens, i) || !slices.EqualFunc(tokens[i:end], t.all[n].Words, func(w phrase.Token, x string) bool { return !w.Mark && sameWord(bare(w.Fold), x) }) {
			continue
		}
		if end > to {
			to, found = end, nil // of "срок полномочий" and "срок полномочий совета" the longer one
		}
		found = append(found, n)
	}
	if len(found) == 0 {
		return Match{}, false
	}
	r := t.ref(found)
	return Match{r, i, to, Weak}, len(r.Sections) == 1
}

// beside reports whether the word at token i stands where the section does whose neighbour is
// asked for, and nothing else is said: "можно ли курить после уборки?" asks for no section.
func beside(tokens []phrase.Token, i int) bool {
	const around = 4 // tokens
	const idle = grammar.Frame | grammar.Structure | grammar.Connective | grammar.Ask | grammar.Polite | grammar.Directly | grammar.Other
	from, to := max(0, i-around), min(len(tokens), i+around)
	row := slices.Clone(tokens[from:to])
	row[i-from] = phrase.Token{Ref: true}
	level := func(w *phrase.Token) bool { return w.Level != 0 }
	for j := range row[:i-from+1] {
		if m, pattern := grammar.All().Set("neighbour").Longest(row, j); pattern != nil && m.End > i-from {
			return grammar.Outside(row, m, idle, level) && grammar.Only(tokens[:from], idle, level) && grammar.Only(tokens[to:], idle, level)
		}
	}
	return false
}

// stem returns what the cases of a word have in common at least.
func stem(word string) string {
	runes := []rune(word)
	return string(runes[:min(len(runes), minStem)])
}

// The lengths in runes of what two cases of a noun have in common, and do not.
const (
	minStem   = 4
	maxEnding = 3
)

// respelt returns tokens with the words that neither the document nor the grammar has
// as the one word of a title that they are a slip of, if there is just one.
func (t *Titles) respelt(tokens []phrase.Token) []phrase.Token {
	var out []phrase.Token
	tried := 0
	for i := range tokens {
		w := &tokens[i]
		if w.Mark || w.ID != 0 || w.Level != 0 || w.Han() || utf8.RuneCountInString(w.Fold) < phrase.MinShort || tried == maxRespelt || len(t.first[bare(w.Fold)])+len(t.words()[bare(w.Fold)]) > 0 || t.doc.Meta.Language != "en" && t.known(w.Fold) || words.Rarity(w.Fold) != words.Unlisted {
			continue
		}
		tried++
		if near, ok := t.nearest(w.Fold); ok {
			if out == nil {
				out = slices.Clone(tokens)
			}
			out[i].Fold = near
		}
	}
	if out == nil {
		return tokens
	}
	return out
}

// spell returns the words of titles by their first letter, which a slip leaves alone as a
// rule.
func (t *Titles) spell() map[rune][]string {
	out, has := map[rune][]string{}, map[string]bool{}
	for i := range t.all {
		for _, w := range t.all[i].Words {
			if utf8.RuneCountInString(w) >= minSlip && !has[w] && t.names(i) {
				has[w] = true
				out[firstRune(w)] = append(out[firstRune(w)], w)
			}
		}
	}
	return out
}

// nearest returns the one word of a title that w is a slip of, or an abbreviation.
func (t *Titles) nearest(w string) (string, bool) {
	near := func(x string) bool { return text.Near(w, x, 1) }
	short := func(x string) bool { return phrase.Shortens(w, x) }
	for _, is := range []func(string) bool{near, short} {
		found := ""
		for _, x := range t.spelt()[firstRune(w)] {
			if !is(x) {
				continue
			}
			if found != "" {
				return "", false
			}
			found = x
		}
		if found != "" {
			return found, true
		}
	}
	return "", false
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
