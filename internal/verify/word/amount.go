package word

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/verify/between"
)

// behindNumbers are the signs that are after a number and not before one.
const behindNumbers = "%‰°℃℉"

// OneAmount reports whether two words with a gap between them are one number or one
// amount: a number and its sign, the parts of a number or of a range, a number and
// the letters written on to it.
func OneAmount(a, gap, b string) bool {
	if IsDigits(a) && IsDigits(b) && isInside(gap) {
		return true
	}
	g := between.Of(gap)
	if g.Marks != "" || g.Quotes != "" || g.Ellipsis {
		return false
	}
	switch numberA, numberB := IsNumber(a), IsNumber(b); {
	case numberA && numberB:
		return g.IsHyphen() || gap == "" && IsAlone(a) && IsAlone(b)
	case g.Dashes != "":
		return g.IsHyphen() && (isUnitSign(a) && numberB || numberA && isMoney(b, 0) && g.Blanks == "")
	case numberA && IsSign(b):
		return true
	case IsSign(a) && numberB:
		return gap == "" || !isUnitSign(a)
	case gap == "" && isMoney(b, 0):
		return IsSign(a) || isLetter(a) // "≥$", "US$"
	default:
		return numberA && gap == "" && IsDigits(a) && isLetter(b)
	}
}

// isUnitSign reports whether a word is a sign that is after numbers and not before
// them.
func isUnitSign(word string) bool { return strings.Contains(behindNumbers, Form(word)) }

// isInside reports whether a gap between digits is a mark within a number: a decimal
// comma, or the stroke of a fraction and the colon of a ratio, which may be
// between two blanks. A comma before a blank, or a full-width one, divides a list.
func isInside(gap string) bool {
	switch gap {
	case ",", "·", "/", "／", ":", "：", " / ", " : ":
		return true
	}
	return false
}

// IsDigits reports whether a word begins with a digit, or a point and a digit, after a
// sign or not.
func IsDigits(word string) bool { return numberAt(unsigned(word), 0) }

func isLetter(word string) bool {
	r, _ := utf8.DecodeRuneInString(unsigned(word))
	return classOf(r) == letter
}

// IsGroup reports whether a word may be the next three digits of the number before it, whose
// groups have the same blank between them: the first has three digits at most.
func IsGroup(number, gap, word string) bool {
	if !groupAt(word, 0) || !allDigits(word) || !allDigits(number) || !isBlank(gap) {
		return false
	}
	groups := strings.Split(unsigned(number), gap)
	for i, g := range groups {
		if strings.ContainsFunc(g, isGroupMark) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return len(groups[0]) <= 3 && groups[0][0] != '0'
}

// AreApart reports whether two words are digits with a blank between them.
func AreApart(a, gap, b string) bool { return isBlank(gap) && allDigits(a) && allDigits(b) }

// SameGroups reports whether two numbers have marks or blanks between their digits at the
// same places, and have any.
func SameGroups(a, b string) bool {
	v, w := groupsOf(a), groupsOf(b)
	return len(v) > 1 && slices.Equal(v, w)
}

func groupsOf(number string) []string {
	return strings.FieldsFunc(unsigned(number), func(r rune) bool { return isGroupMark(r) || r == '.' })
}

func allDigits(word string) bool { return strings.Trim(Form(word), "0123456789") == "" }

// isBlank reports whether a gap is one blank on a line.
func isBlank(gap string) bool {
	r, size := utf8.DecodeRuneInString(gap)
	return size == len(gap) && unicode.Is(unicode.Zs, r)
}
