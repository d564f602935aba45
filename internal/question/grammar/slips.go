package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
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
	if n < minSlip-1 || !misspellable(w) || words.Function(language).Has(w.Fold) || words.Light(language).Has(w.Fold) {
		return nil // the Dutch "kost" is no slip of "kort"
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

// minDrawn is how many letters in a row are one that is drawn out, and minUndrawn how long the
// word without them is at least, unless it is one of small talk: "AAAS" is no "as".
const (
	minDrawn   = 3
	minUndrawn = 3
)

// undraw makes t the word of the grammar that it is with letters drawn out, "thanksss", if it
// is one. What is left of three letters is one of them, or else two.
func (g *Grammar) undraw(t *phrase.Token) {
	if !misspellable(t) {
		return
	}
	for left := 1; left < minDrawn; left++ {
		word := shrunk(t.Fold, left)
		if word == t.Fold {
			return
		}
		read := *t
		g.vocabulary.Respell(&read, word)
		if read.ID != 0 && (utf8.RuneCountInString(word) >= minUndrawn || In(&read, Greeting|Thanks|Chat) && len(word) > 1) {
			*t = read
			return
		}
	}
}

// shrunk returns a word in which so many letters are left of each row of minDrawn or more.
func shrunk(word string, left int) string {
	var out []rune
	letters := []rune(word)
	for i := 0; i < len(letters); {
		end := i + 1
		for end < len(letters) && letters[end] == letters[i] {
			end++
		}
		if end-i >= minDrawn && unicode.IsLetter(letters[i]) {
			out = append(out, letters[i:i+left]...)
		} else {
			out = append(out, letters[i:end]...)
		}
		i = end
	}
	return string(out)
}

// minStem is how long what kindred words share is at least, and maxEnding how long what
// they do not.
const (
	minStem   = 5
	maxEnding = 4
)

// Kindred reports whether w, a word that no table has, is one of a list with another ending,
// as diminutives have: "спасибки".
func Kindred(w *phrase.Token, list string) bool {
	if !misspellable(w) || words.Rarity(w.Fold) != words.Unlisted {
		return false
	}
	typed := []rune(w.Fold)
	return slices.ContainsFunc(All().lists[list], func(known string) bool {
		stem := []rune(known)
		stem = stem[:max(0, len(stem)-1)]
		return len(stem) >= minStem && len(typed) <= len(stem)+maxEnding && len(typed) > len(stem) && slices.Equal(stem, typed[:len(stem)])
	})
}
