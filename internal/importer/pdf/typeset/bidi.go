package typeset

import (
	"cmp"
	"slices"
	"unicode"
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
	out := make([]Char, len(run))
	for i, s := range signs {
		out[i] = s.Char
	}
	turnBack(out)
	return out
}

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
		slices.Reverse(run[i:end])
		i = end - 1
	}
}

// joins reports a sign that does not end a run which begins with first.
func joins(r, first rune) bool {
	if unicode.IsDigit(first) {
		return r == '.' || r == ',' || r == ':' || r == '/'
	}
	return r == ' ' || r == '-' || r == '.'
}
