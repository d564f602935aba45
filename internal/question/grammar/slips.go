package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// framing are the groups of patterns, and the lists, whose words may be misspelt in a message
// that is nothing but them: "nxet one", "hwo many chapters".
var framing = []string{"move", "leap", "outline", "parent", "neighbour", "again", "words frame", "words structure", "words ask", "words article", "words auxiliary", "words directly"}

// addFraming notes the words of a section that may be misspelt.
func (g *Grammar) addFraming(s section) {
	if !slices.Contains(framing, s.group) && !slices.Contains(framing, s.group+" "+s.intent) {
		return
	}
	language := s.language()
	for _, l := range s.lines {
		for f := range strings.FieldsFuncSeq(l, func(r rune) bool { return strings.ContainsRune(" |_?;^", r) }) {
			if r, _ := utf8.DecodeRuneInString(f); unicode.IsLetter(r) && !text.IsHan(r) {
				g.framing[language] = append(g.framing[language], f)
			}
		}
	}
}

// maxSlips is how many words a slip is read as at most.
const maxSlips = 3

// Slips returns the words of frames in a language that w, which no table has, is one slip
// away from: exchanged letters first. Of three letters nothing else is a slip, nor
// where it is all that is said: another letter makes "Wetter" of "weiter".
func Slips(w *phrase.Token, language string, alone bool) []string {
	n := utf8.RuneCountInString(w.Fold)
	if n < minSlip-1 || !misspellable(w) {
		return nil
	}
	var exchanged, others []string
	for _, f := range All().framing[language] {
		switch {
		case slices.Contains(exchanged, f) || slices.Contains(others, f) || !text.Near(w.Fold, f, 1):
		case utf8.RuneCountInString(f) == n && sorted(f) == sorted(w.Fold):
			exchanged = append(exchanged, f)
		case n >= minSlip && !(alone && utf8.RuneCountInString(f) == n):
			others = append(others, f)
		}
	}
	out := append(exchanged, others...)
	return out[:min(len(out), maxSlips)]
}

// sorted returns the letters of a word in order.
func sorted(w string) string {
	letters := []rune(w)
	slices.Sort(letters)
	return string(letters)
}
