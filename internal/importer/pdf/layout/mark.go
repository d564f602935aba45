package layout

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/importer/pdf/pages"
)

// counted is a word with a number and a sign behind it.
var counted = regexp.MustCompile(`^(\pL{1,15}\.? )([0-9]+[.:])(?: |$)`)

// nextMark reports whether line cur begins with the number or letter that follows the one
// that line prev begins with, in the same signs: "2." after "1.", "(b)" after "(a)", "1.3"
// after "1.2", "Section 2." after "Section 1.".
func nextMark(prev, cur string) bool {
	if a, b := counted.FindStringSubmatch(prev), counted.FindStringSubmatch(cur); a != nil && b != nil && a[1] == b[1] {
		return nextMark(a[2], b[2])
	}
	a, b := pages.Marker.FindString(prev), pages.Marker.FindString(cur)
	if a == "" || b == "" {
		return false
	}
	before, from, after := partMark(a)
	start, to, end := partMark(b)
	if before != start || after != end {
		return false
	}
	x, err := strconv.Atoi(from)
	y, otherErr := strconv.Atoi(to)
	if err == nil && otherErr == nil {
		return y == x+1
	}
	r, size := utf8.DecodeRuneInString(from)
	next, nextSize := utf8.DecodeRuneInString(to)
	return err != nil && otherErr != nil && size == len(from) && nextSize == len(to) && next == r+1
}

// partMark parts a mark in its last number or letters and the signs on both sides.
func partMark(mark string) (before, number, after string) {
	mark = strings.TrimSpace(mark)
	end := strings.TrimRight(mark, ".)）]")
	at := strings.LastIndexAny(end, ".([§ （") // the last is of three bytes
	for at++; at < len(end) && !utf8.RuneStart(end[at]); at++ {
	}
	return end[:at], end[at:], mark[len(end):]
}

// raisedNumber returns the number that a line begins with in raised figures, as laws number
// the paragraphs of an article; 0 if there is none.
func raisedNumber(line string) int {
	at := superscript.FindStringIndex(line)
	if at == nil || at[0] > 0 {
		return 0
	}
	n, _ := strconv.Atoi(plainDigits(line[:at[1]])) // digits only
	return n
}
