package reference

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// spelled is what a slip leaves alone as a rule: the first letter; and nearly, the
// length in runes.
type spelled struct {
	first  rune
	length int
}

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
	common := commonPrefix(a, b)
	return common >= minStem && utf8.RuneCountInString(a) <= common+maxEnding && utf8.RuneCountInString(b) <= common+maxEnding
}

// The lengths in runes of what two cases of a noun have in common, and do not.
const (
	minStem   = 4
	maxEnding = 3
)

// respelt returns tokens with the words that neither the document nor the grammar has
// as the one word of a title that they are a slip of, if there is just one.
func (t *titles) respelt(tokens []phrase.Token) []phrase.Token {
	var out []phrase.Token
	tried := 0
	for i := range tokens {
		w := &tokens[i]
		if w.Mark || w.ID != 0 || w.Level != 0 || w.Han() || utf8.RuneCountInString(w.Fold) < minShort || tried == maxRespelt || t.known(w.Fold) || words.Rarity(w.Fold) != words.Unlisted {
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

// abbreviated returns the level whose name begins tokens in short, with a designation
// behind it: "sched. A", "subsec. (b)", "apdo 3". A name of the document comes first.
func (t *Table) abbreviated(tokens []phrase.Token) (levelName, bool) {
	w := &tokens[0]
	if w.ID != 0 || len(tokens) < 2 || t.known(w.Fold) || words.Rarity(w.Fold) != words.Unlisted {
		return levelName{}, false
	}
	next := &tokens[1]
	if next.Raw == "." && len(tokens) > 2 {
		next = &tokens[2]
	}
	if !unicode.IsDigit(firstRune(next.Raw)) && (next == &tokens[1] || next.Raw != "(" && !oneLetter(next)) {
		return levelName{}, false
	}
	var found levelName
	for _, n := range t.stems {
		switch {
		case !shortens(w.Fold, n.words[0]):
		case found.words == nil:
			found = n
		case found.level != n.level: // "sub 1" is a subsection, or whatever there is
			found.level, found.loose = anyLevel, true
		}
	}
	return found, found.words != nil
}

// shortens reports whether a is an abbreviation of b, which is longer by two letters
// or more: its beginning, or some of its letters in order, the first and the last of
// them among these.
func shortens(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) < minShort || len(y) < len(x)+2 || x[0] != y[0] {
		return false
	}
	if strings.HasPrefix(b, a) {
		return true
	}
	at := 0
	for _, r := range y {
		if at < len(x) && x[at] == r {
			at++
		}
	}
	return at == len(x) && x[at-1] == y[len(y)-1]
}

// minShort is the shortest abbreviation in runes that is recognised.
const minShort = 3

// nearest returns the one word of a title that w is a slip of, or an abbreviation.
func (t *titles) nearest(w string) (string, bool) {
	found := ""
	length := utf8.RuneCountInString(w)
	for n := max(minSlip, length-1); n <= length+1; n++ {
		for _, x := range t.near[spelled{firstRune(w), n}] {
			if !text.Near(w, x, 1) || x == found {
				continue
			}
			if found != "" {
				return "", false
			}
			found = x
		}
	}
	if found != "" {
		return found, true
	}
	for x := range t.has {
		if shortens(w, x) {
			if found != "" {
				return "", false
			}
			found = x
		}
	}
	return found, found != ""
}
