package word

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// An Allowance is a way in which a text may differ from a document and still be
// word for word the same.
type Allowance string

// The allowances, in the order in which [Allowed.List] has them. The strings are part
// of the JSON contract.
const (
	Quotes      Allowance = "quotation-marks" // other marks, or none; apostrophes too
	Dashes      Allowance = "dashes"          // hyphens and dashes of another kind, or none but between numbers
	Ellipses    Allowance = "ellipses"        // "…" where something is left out
	LineBreaks  Allowance = "line-breaks"
	WhiteSpace  Allowance = "white-space"
	Case        Allowance = "case"
	Hyphenation Allowance = "hyphenation" // a word divided at the end of a line
	Ligatures   Allowance = "ligatures"
	FullWidth   Allowance = "full-width"
	Forms       Allowance = "character-forms" // other characters for the same: "①", "é" as two, 開 for 开
	Ends        Allowance = "closing-mark"    // another mark, or none, after the last word
	Numbering   Allowance = "numbering"       // numbers of sections, which are no sentence's
	Groups      Allowance = "digit-groups"    // "1,000", "1 000", "1000"
	Emphasis    Allowance = "emphasis"        // asterisks and the like around words, as Markdown has them
	Notes       Allowance = "note-marks"      // numbers of notes: "[12]"
	Markup      Allowance = "markup"          // marks of the source that people do not see
)

var allowances = []Allowance{Quotes, Dashes, Ellipses, LineBreaks, WhiteSpace, Case, Hyphenation, Ligatures, FullWidth,
	Forms, Ends, Numbering, Groups, Emphasis, Notes, Markup}

// An Allowed is a set of allowances.
type Allowed map[Allowance]bool

// List returns the set in the order of the constants, never nil.
func (a Allowed) List() []Allowance {
	out := []Allowance{}
	for _, x := range allowances {
		if a[x] {
			out = append(out, x)
		}
	}
	return out
}

// A Gap is what is between two words, sorted by what it is.
type Gap struct {
	Marks    string // what must be the same on both sides, in plain forms
	Quotes   string // quotation marks
	Ellipsis bool   // something is left out

	dashes, blanks string
	emphasis       string
	points         string // Marks with those of points
	lines          bool   // more than one
	wide           bool   // full-width forms among the marks
}

// Between sorts the characters between two words.
func Between(s string) Gap {
	var g Gap
	rest, cut := cutEllipses(s)
	g.Ellipsis = cut
	rest, g.emphasis = cutEmphasis(cutTableRules(rest))
	var quotes, dashes, marks, points, blanks strings.Builder
	start := false // of a line
	for i, r := range rest {
		plain := plainForm(r)
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			g.lines, start = true, true
			continue
		case unicode.IsSpace(r):
			blanks.WriteRune(r)
			continue
		case r == '\ufffc' || classOf(r) == hidden:
		case isQuote(plain):
			quotes.WriteRune(r)
		case isDash(plain) || plain == '~':
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
	g.Quotes, g.dashes, g.Marks, g.points, g.blanks = quotes.String(), dashes.String(), marks.String(), points.String(), blanks.String()
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
	return strings.Contains(g.Marks, "|") && (other.lines || strings.Contains(other.blanks, "\t") || g.lines && other.blanks != "")
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

// Same compares two gaps, adds what has to be allowed for, and reports whether
// that is all.
func (a Allowed) Same(g, h Gap) bool {
	if !g.SameMarks(h) {
		return false
	}
	a.Add(Markup, strings.Contains(g.Marks, "|") != strings.Contains(h.Marks, "|"))
	a.Add(Quotes, g.Quotes != h.Quotes)
	a.Add(Dashes, g.dashes != h.dashes)
	a.Add(Ellipses, g.Ellipsis != h.Ellipsis)
	a.Add(LineBreaks, g.lines != h.lines)
	a.Add(WhiteSpace, g.lines == h.lines && !g.lines && g.blanks != h.blanks)
	a.Add(FullWidth, g.wide != h.wide)
	a.Add(Emphasis, g.emphasis != h.emphasis)
	return true
}

// Add adds an allowance if it was needed.
func (a Allowed) Add(x Allowance, yes bool) {
	if yes {
		a[x] = true
	}
}

// Words adds what has to be allowed for to take one word of a form for another.
func (a Allowed) Words(v, w string) {
	if v == w {
		return
	}
	either, found := v+w, Allowed{}
	found.Add(Hyphenation, strings.ContainsAny(either, "\n\u00ad"))
	found.Add(Ligatures, strings.IndexFunc(either, isLigature) >= 0)
	found.Add(FullWidth, strings.IndexFunc(either, isFullWidth) >= 0)
	if IsDigits(v) {
		found.Add(Groups, groups(unsigned(v)) != groups(unsigned(w)))
	}
	signV, signW := v[:len(v)-len(unsigned(v))], w[:len(w)-len(unsigned(w))]
	sameDash := strings.TrimRight(signV, unbroken+" ") == strings.TrimRight(signW, unbroken+" ")
	found.Add(WhiteSpace, sameDash && signV != signW)
	found.Add(Dashes, !sameDash)
	if v, w = unsigned(v), unsigned(w); IsDigits(v) {
		v, w = ungrouped(v), ungrouped(w)
	}
	v, w = text.Clean(Whole(v)), text.Clean(Whole(w))
	found.Add(Quotes, apostrophes(v) != apostrophes(w))
	found.Add(Case, capitals(v) != capitals(w))
	found.Add(Forms, len(found) == 0)
	maps.Copy(a, found)
}

// capitals tells which letters of a word are capitals.
func capitals(s string) string {
	s = strings.NewReplacer("ß", "ss", "ẞ", "SS").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return -1
		case unicode.IsUpper(r):
			return 'X'
		}
		return 'x'
	}, s)
}

// groups returns the marks between the groups of digits of a number.
func groups(number string) string {
	return strings.Map(func(r rune) rune {
		if isGroupMark(r) {
			return plainForm(r)
		}
		return -1
	}, number)
}

func apostrophes(s string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return r
		}
		return -1
	}, s)
}

// Whole puts a word together that is divided at the end of a line.
func Whole(word string) string {
	i := strings.IndexByte(word, '\n')
	if i < 0 {
		return word
	}
	head := strings.TrimRightFunc(word[:i], func(r rune) bool { return unicode.IsSpace(r) || isDash(r) })
	return head + strings.TrimLeftFunc(word[i:], unicode.IsSpace)
}

func isLigature(r rune) bool  { return r >= 'ﬀ' && r <= 'ﬆ' }
func isFullWidth(r rune) bool { return r >= 0xff01 && r <= 0xffdc }

// isQuote reports a quotation mark, or a prime that may stand for one.
func isQuote(r rune) bool { return text.IsQuote(r) || r == '′' || r == '″' }

func isDash(r rune) bool { return r == '-' || r == '−' || r >= 0x80 && unicode.Is(unicode.Pd, r) }

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
// marks among them and, if wanted, behind them.
func Closing(s, marks string, quotes bool) int {
	n := 0
	for i, r := range s {
		plain := plainMark(plainForm(r))
		switch {
		case strings.HasPrefix(marks, string(plain)):
			marks = marks[len(string(plain)):]
			n = i + utf8.RuneLen(r)
		case !isQuote(plain) || marks == "" && !quotes:
			return n
		case marks == "":
			n = i + utf8.RuneLen(r)
		}
	}
	return n
}

// IsHyphen reports whether a gap is a hyphen, which may divide one word.
func (g Gap) IsHyphen() bool {
	return g.Marks == "" && utf8.RuneCountInString(g.dashes) == 1
}
