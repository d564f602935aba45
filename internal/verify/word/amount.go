package word

import (
	"strings"
	"unicode/utf8"
)

// behindNumbers are the signs that stand behind a number and not before one.
const behindNumbers = "%‰°℃℉"

// OneAmount reports whether two words with a gap between them are one number or one
// amount: a number and its sign, the parts of a number or of a range, a number and
// the letters written on to it.
func OneAmount(a, gap, b string) bool {
	if IsDigits(a) && IsDigits(b) && isInside(gap) {
		return true
	}
	g := Between(gap)
	if g.Marks != "" || g.Quotes != "" || g.Ellipsis {
		return false
	}
	switch numberA, numberB := IsNumber(a), IsNumber(b); {
	case numberA && numberB:
		return g.IsHyphen() || gap == "" && IsAlone(a) && IsAlone(b)
	case g.dashes != "":
		return false
	case numberA && IsSign(b):
		return true
	case IsSign(a) && numberB:
		return gap == "" || !strings.Contains(behindNumbers, Form(a))
	default:
		return numberA && gap == "" && IsDigits(a) && isLetter(b)
	}
}

// isInside reports whether a gap between digits is a mark within a number: a decimal
// comma, or the stroke of a fraction and the colon of a ratio, which may stand
// between two blanks. A comma before a blank, or a full-width one, divides a list.
func isInside(gap string) bool {
	switch gap {
	case ",", "·", "/", "／", ":", "：", " / ", " : ":
		return true
	}
	return false
}

// IsDigits reports whether a word begins with a digit, behind a minus or not.
func IsDigits(word string) bool { return digitAt(strings.TrimLeftFunc(word, isDash), 0) }

func isLetter(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return classOf(r) == letter
}

// IsGroup reports whether a word may be the next three digits of the number before
// it, with one blank between them.
func IsGroup(number, gap, word string) bool {
	return groupAt(word, 0) && allDigits(number) && allDigits(word) && isBlank(gap)
}

func allDigits(word string) bool { return strings.Trim(Form(word), "0123456789") == "" }

// isBlank reports whether a gap is one blank on a line.
func isBlank(gap string) bool {
	return utf8.RuneCountInString(gap) == 1 && strings.TrimSpace(gap) == "" && gap != "\n"
}
