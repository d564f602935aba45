package between

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// A Gap is what is between two words, sorted by what it is.
type Gap struct {
	Marks    string // what must be the same on both sides, in plain forms
	Quotes   string // quotation marks
	Ellipsis bool   // something is left out

	Dashes string
	Blanks string
	Lines  bool // more than one

	emphasis string
	points   string // Marks with those of points
	wide     bool   // full-width forms among the marks
}

// Of sorts the characters between two words.
func Of(s string) Gap {
	var g Gap
	rest, cut := cutEllipses(s)
	g.Ellipsis = cut
	rest, g.emphasis = cutEmphasis(cutTableRules(rest))
	var quotes, dashes, marks, points, blanks strings.Builder
	start := false // of a line
	for i, r := range rest {
		plain := PlainForm(r)
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			g.Lines, start = true, true
			continue
		case unicode.IsSpace(r):
			blanks.WriteRune(r)
			continue
		case r == '\ufffc' || unicode.Is(unicode.Cf, plain):
		case IsQuote(plain):
			quotes.WriteRune(r)
		case IsDash(plain) || plain == '~':
			dashes.WriteRune(r)
		case start && isBullet(r, rest[i:]):
			points.WriteRune(r)
		default:
			g.wide = g.wide || plain != r || r == '。'
			marks.WriteRune(plainMark(plain))
			points.WriteRune(plainMark(plain))
		}
		start = false
	}
	g.Quotes, g.Dashes, g.Marks, g.points, g.Blanks = quotes.String(), dashes.String(), marks.String(), points.String(), blanks.String()
	return g
}

// SameMarks reports whether two gaps, of a text and of a document, have the same marks, of
// which those of points may be within a line where lines were joined, or one has those
// between the cells of a table for which the other has tabs or lines, as they are seen, or
// between its rows. An ellipsis of the text stands for any that it does not have itself.
func (g Gap) SameMarks(h Gap) bool {
	if g.Ellipsis && !h.Ellipsis && (strings.HasPrefix(h.Marks, g.Marks) || strings.HasSuffix(h.Marks, g.Marks)) {
		return true
	}
	if g.Marks == h.Marks || g.points != g.Marks && samePoints(g.points, h.Marks) || h.points != h.Marks && samePoints(g.Marks, h.points) {
		return true
	}
	return (g.isCells(h) || h.isCells(g)) && cellMarks.Replace(g.Marks) == cellMarks.Replace(h.Marks)
}

var cellMarks = strings.NewReplacer("|", "")

// isCells reports whether a gap has marks between cells, and another the room for them.
func (g Gap) isCells(other Gap) bool {
	return strings.Contains(g.Marks, "|") && (other.Lines || strings.Contains(other.Blanks, "\t") || g.Lines && other.Blanks != "")
}

// cutTableRules returns a gap without the lines that Markdown draws below the heads of a
// table: "|---|:-:|".
func cutTableRules(gap string) string {
	if !strings.Contains(gap, "|") || !strings.Contains(gap, "-") {
		return gap
	}
	var b strings.Builder
	for line := range strings.Lines(gap) {
		if strings.Trim(line, "|-: \t\r\n") == "" && strings.Contains(line, "-") && strings.Contains(line, "|") && strings.HasSuffix(line, "\n") {
			b.WriteByte('\n')
		} else {
			b.WriteString(line)
		}
	}
	return b.String()
}

// IsQuote reports a quotation mark, or a prime that may stand for one.
func IsQuote(r rune) bool { return text.IsQuote(r) || r == '′' || r == '″' }

// IsDash reports a hyphen, a minus or a dash.
func IsDash(r rune) bool { return r == '-' || r == '−' || r >= 0x80 && unicode.Is(unicode.Pd, r) }

// PlainForm returns the ASCII character of which r is the full-width form.
func PlainForm(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// bullets are the marks of points.
const bullets = ">*+•·●○▪■□◦‣"

// samePoints reports whether marks are the same but for the kind of the bullets.
func samePoints(a, b string) bool {
	plain := func(r rune) rune {
		if strings.ContainsRune(bullets, r) {
			return '•'
		}
		return r
	}
	return strings.Map(plain, a) == strings.Map(plain, b)
}

// isBullet reports whether r marks a point of a list, or a line that mail quotes;
// rest begins with it.
func isBullet(r rune, rest string) bool {
	if !strings.ContainsRune(bullets, r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[utf8.RuneLen(r):])
	return unicode.IsSpace(next)
}

// plainMark returns the mark that a mark of Chinese is compared by.
func plainMark(r rune) rune {
	switch r {
	case '。', '｡':
		return '.'
	case '﹐':
		return ','
	}
	return r
}

// cutEllipses returns s without ellipses, and whether there was one: three full
// stops or more, with blanks between them or not, or the sign, in brackets or not.
func cutEllipses(s string) (string, bool) {
	if !strings.ContainsAny(s, "….⋯") {
		return s, false
	}
	var b strings.Builder
	found := false
	for i := 0; i < len(s); {
		end := ellipsisEnd(s, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(s[i:])
			end = i + size
			b.WriteString(s[i:end])
		} else {
			found = true
		}
		i = end
	}
	return b.String(), found
}

// ellipsisEnd returns the end of the ellipsis at i, or i.
func ellipsisEnd(s string, i int) int {
	open, size := utf8.DecodeRuneInString(s[i:])
	at, closer := i, ""
	if k := strings.IndexRune("[(（［", open); k >= 0 && open != utf8.RuneError {
		at = i + size
		closer = map[rune]string{'[': "]", '(': ")", '（': "）", '［': "］"}[open]
	}
	dots, end := 0, at
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		at += size
		switch {
		case r == '…' || r == '⋯':
			dots, end = dots+3, at
		case r == '.':
			dots, end = dots+1, at
		case r == ' ' && dots > 0:
		default:
			at = len(s)
		}
	}
	if dots < 3 {
		return i
	}
	if closer == "" {
		return end
	}
	if strings.HasPrefix(strings.TrimLeft(s[end:], " "), closer) {
		return end + strings.Index(s[end:], closer) + len(closer)
	}
	return i
}

// Closing returns the length of the marks that s begins with, and of the quotation
// marks among them and, if wanted, after them.
func Closing(s, marks string, quotes bool) int {
	n := 0
	for i, r := range s {
		plain := plainMark(PlainForm(r))
		switch {
		case strings.HasPrefix(marks, string(plain)):
			marks = marks[len(string(plain)):]
			n = i + utf8.RuneLen(r)
		case !IsQuote(plain) || marks == "" && !quotes:
			return n
		case marks == "":
			n = i + utf8.RuneLen(r)
		}
	}
	return n
}

// IsHyphen reports whether a gap is a hyphen, which may divide one word.
func (g Gap) IsHyphen() bool {
	return g.Marks == "" && utf8.RuneCountInString(g.Dashes) == 1
}
