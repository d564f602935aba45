package typeset

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rightward reports a letter of a script that is written from right to left.
func rightward(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
}

// leftward reports a sign that is written from left to right also among those
// that are not: figures and other letters.
func leftward(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsLetter(r) && !rightward(r)
}

// logical puts the signs of a line that runs from right to left in the order of
// reading, by where they stand. The order of the file is no help: what joins
// letters in one sign comes out backwards, and signs beside figures on the wrong
// side.
func logical(run []Char) []Char {
	type sign struct {
		Char
		at int
	}
	signs := make([]sign, len(run))
	for i, c := range run {
		signs[i] = sign{c, i}
	}
	slices.SortFunc(signs, func(a, b sign) int {
		if d := cmp.Compare(b.X0+b.X1, a.X0+a.X1); d != 0 {
			return d
		}
		return b.at - a.at // letters of one sign
	})
	out := make([]Char, 0, len(run))
	for _, s := range signs {
		out = append(out, s.Char)
	}
	out = spaced(out)
	turnBack(out)
	turnBrackets(out)
	return out
}

// spaced takes out of a line from right to left the spaces that the reader of the file made
// up where nothing parts two signs, and puts them where something does: it looks for them
// in the order of the file.
func spaced(run []Char) []Char {
	const wordGap = 0.25 // ems
	var out []Char
	var made Char // a space without a width, since the last sign
	for _, c := range run {
		if c.Rune == ' ' && c.X1 <= c.X0 {
			made = c
			continue
		}
		if n := len(out); n > 0 && c.Rune != ' ' && out[n-1].Rune != ' ' && !unicode.Is(unicode.Mn, c.Rune) {
			last := out[n-1]
			least := wordGap
			if made.Rune != 0 && !strings.ContainsRune(opening+closing, last.Rune) {
				least = tightGap
			} else if figure(last.Rune) && figure(c.Rune) {
				least = wideGap
			}
			if gap(last, c) > least*max(last.Size, c.Size) {
				out = append(out, Char{Rune: ' '}.between(last, c))
			}
		}
		out, made = append(out, c), Char{}
	}
	return out
}

// figure reports a sign of a number, which may stand far from the next.
func figure(r rune) bool { return unicode.IsDigit(r) || joins(r, '0') }

// turnBack reverses the runs of figures and left-to-right letters, with the signs
// between two of them that belong to both, as in 3.5.
func turnBack(run []Char) {
	for i := 0; i < len(run); i++ {
		if !leftward(run[i].Rune) {
			continue
		}
		end := i + 1
		for j := end; j < len(run); j++ {
			if leftward(run[j].Rune) {
				end = j + 1
			} else if j > end || !joins(run[j].Rune, run[i].Rune) {
				break
			}
		}
		if name := nameBefore(run[end:]); unicode.IsDigit(run[i].Rune) && name > 0 {
			end += name
		}
		slices.Reverse(run[i:end])
		i = end - 1
	}
}

// nameBefore returns how many signs of a line from right to left are a space and a name in
// capitals that the number before them belongs to, as in "ISO 9001"; 0 if there is none.
func nameBefore(rest []Char) int {
	const fewest = 3 // letters: shorter ones are units, and stand behind a number
	n := 0
	for n+1 < len(rest) && unicode.IsUpper(rest[n+1].Rune) {
		n++
	}
	if n < fewest || rest[0].Rune != ' ' || n+1 < len(rest) && leftward(rest[n+1].Rune) {
		return 0
	}
	return n + 1
}

// joins reports a sign that does not end a run which begins with first.
func joins(r, first rune) bool {
	if unicode.IsDigit(first) {
		return strings.ContainsRune(".,:/-+\u066B\u066C", r)
	}
	return r == ' ' || r == '-' || r == '.'
}

// Brackets are drawn the other way round from right to left.
const (
	opening = "([{«‹"
	closing = ")]}»›" // each at the place of its other half
)

// turnBrackets gives the brackets of a line from right to left the sense that they have
// where they stand: some files tell what is drawn and some what is meant.
func turnBrackets(run []Char) {
	apart := func(i int, stops string) bool { // nothing, or a sign that parts words
		return i < 0 || i >= len(run) || blank(run[i].Rune) || strings.ContainsRune(stops, run[i].Rune)
	}
	open := map[int]bool{}
	for i := range run {
		kind := max(strings.IndexRune(opening, run[i].Rune), strings.IndexRune(closing, run[i].Rune))
		if kind < 0 {
			continue
		}
		before, after := apart(i-1, opening+closing), apart(i+1, opening+closing+".,:;!?،؛؟")
		if after && !before || before == after && open[kind] {
			run[i].Rune, _ = utf8.DecodeRuneInString(closing[kind:])
			open[kind] = false
		} else {
			run[i].Rune, _ = utf8.DecodeRuneInString(opening[kind:])
			open[kind] = true
		}
	}
}
