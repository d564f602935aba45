package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A Mark is what makes a line look like a heading: a number in some style, a
// word with a number, a level that the format gives, or capitals.
type Mark struct {
	Style  string // marks of one style are numbered together: "1.", "(a)", "article", "#2"
	Kind   string // from the word used; empty for a bare number
	Rank   int    // the lower, the higher its place in the outline; 0 where only the text can tell
	Number int    // 0 for a heading without a number
	Prefix string // of "1.2.3", "1.2."
	Suffix string // of "Article 5a", "a"
	Label  string // number as written, with its word: "Article 5", "(a)"
	Rest   int    // where the words after the number begin, in bytes of the line

	Beside string // kind of the unit in a mark of [Phrase]; else empty

	Designation document.Designation // what the number says; zero without one

	Zeroth   bool    // a bare 0 that counting begins with
	Sub      float64 // place below the others of its given level, from 0 up to 1
	Alt      *Mark   // the other reading of (i), (v), (x), C. and the like
	Inserted *Mark   // the reading of 101.1a as inserted behind 101.1, not as a point of it
	Raised   string  // digits above the line behind the number: the call of a note, or of what is inserted
}

// Weak reports a mark that a list item may have as well as a heading.
func (m *Mark) Weak() bool { return m.Rank == 0 }

// Numbered reports a mark that tells its section from others: a bare 0 does not unless 1
// follows it, Chapter 0 does.
func (m *Mark) Numbered() bool {
	return m.Number > 0 || m.Zeroth || m.Prefix != "" || m.Kind != "" && !m.Designation.IsZero()
}

// Follows reports that m has the number after that of last, or one inserted behind it.
func (m *Mark) Follows(last *Mark) bool {
	return m.Number == last.Number+1 || m.Number == last.Number && m.Suffix != ""
}

// Given reports a heading whose level the format tells.
func (m *Mark) Given() bool { return m.Style[0] == '#' }

// Bracketed reports a number in brackets, as points have it.
func (m *Mark) Bracketed() bool {
	return strings.HasPrefix(m.Label, "(") || strings.HasPrefix(m.Label, "（")
}

// Full is the whole number in digits, "1.2.3", with what is inserted behind it;
// "" for a list point, whose number is in no other.
func (m *Mark) Full() string {
	if letter := m.Designation.Normal; len(letter) == 1 && letter >= "a" && (m.Kind != "" || m.Style == "A." || m.Style[0] == '#') {
		return strings.ToUpper(letter)
	}
	if m.Number == 0 || m.Bracketed() || m.Kind == "" && m.Style[0] != '1' && m.Style[0] != '#' {
		return ""
	}
	return m.Prefix + strconv.Itoa(m.Number) + m.Suffix
}

// Styles of headings that have no number, or whose number is not all.
const (
	CapitalStyle     = "CAPS"                 // in capitals
	ParagraphStyle   = "1 p"                  // a number without any sign before running text
	OrdinalSignStyle = "1ª"                   // a number with the sign of ordinals
	OrdinalStyle     = "Nth"                  // a word that counts
	TitleStyle       = "Title"                // a short line of its own
	ClosingStyle     = TitleStyle + " behind" // behind the numbered sections
)

// maxMark is the longest beginning of a line, in bytes, that is looked at for a
// number.
const maxMark = 64

// Read reads the mark at the start of a line.
func Read(s string) (Mark, bool) {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '#' || r == '=':
		return hashes(s)
	case unicode.IsDigit(r):
		for _, read := range []func(string) (Mark, bool){reversed, signed} {
			if m, ok := read(s); ok {
				return m, true
			}
		}
		if m, ok := decimal(s); ok {
			return m, true
		}
		return amended(s)
	case r == '(' || r == '（':
		return bracketed(s)
	case r == '第' || r == '제':
		return counted(s)
	case numeral.HanDigit(r):
		return listedHan(s)
	case r == '§' || unicode.IsLetter(r):
		if m, ok := worded(s); ok {
			return m, true
		}
		if m, ok := reversed(s); ok {
			return m, true
		}
		if m, ok := letterDotted(s); ok {
			return m, true
		}
		if m, ok := lettered(s); ok {
			return m, true
		}
		return wordedOrdinal(s)
	}
	return Mark{}, false
}

// Given reads a heading whose level, 1 and up, the format gives, and of whose words
// the first bytes, label of them, are its number where the format says so. Else a
// number that it begins with is the section's.
func Given(s string, label, level int) Mark {
	m, ok := Labelled(s, label)
	for _, read := range []func(string) (Mark, bool){bareNumber, Code, dotted} {
		if own, is := read(s); is && !ok {
			m, ok = own, true
		}
	}
	if s == "" || s[0] == '#' || !ok || !m.Numbered() || m.Style == "1." && text.Month(s[m.Rest:]) {
		m = Mark{} // "13. August 2024" is no number 13
	}
	if m.Inserted != nil {
		m = *m.Inserted
	}
	m.Style, m.Rank = GivenStyle(level), level
	if m.Alt != nil {
		other := *m.Alt
		other.Style, other.Rank = m.Style, m.Rank
		m.Alt = &other
	}
	return m
}

// Next reads a heading whose level the format gives, and which begins with the number after
// that of last, a heading of that level: "36" after 35, whatever follows.
func Next(s string, last *Mark) (Mark, bool) {
	n, at := lexicon.Arabic(s, lexicon.MaxNumber)
	r, _ := utf8.DecodeRuneInString(s[at:])
	if n != last.Number+1 || at < len(s) && !Blank(r) {
		return Mark{}, false
	}
	m := Mark{Style: last.Style, Rank: last.Rank, Number: n}
	m.at(s[:at], SkipBlank(s, at))
	return m, true
}

// bareNumber reads a heading that is nothing but the number of a point or a paragraph,
// as 一 and ○２ of Japanese laws: in Han numerals or full-width digits.
func bareNumber(s string) (Mark, bool) {
	const circle = "○"
	number := strings.TrimPrefix(s, circle)
	r, _ := utf8.DecodeRuneInString(number)
	n, used := lexicon.Han(number)
	if used == 0 || used < len(number) || r <= unicode.MaxASCII {
		return Mark{}, false
	}
	m := Mark{Style: "一", Number: n}
	m.at(s, len(s))
	m.Designation = document.Designation{Printed: number, Normal: strconv.Itoa(n)}
	return m, true
}

// Labelled reads the mark at the start of a line of which the format knows that the
// first bytes, label of them, are its number: "6.2(c)(ii)", "IV", "Article 5". It is
// [Read] where the format knows nothing.
func Labelled(s string, label int) (Mark, bool) {
	if label <= 0 || label > len(s) {
		return Read(s)
	}
	own := strings.TrimRightFunc(s[:label], Blank)
	last := own[max(strings.LastIndexByte(own, '('), 0):]
	for _, try := range []string{own, own + ".", last} {
		m, ok := Read(try)
		if !ok || !m.Numbered() {
			continue
		}
		m.Rest = SkipBlank(s, label)
		if m.Alt != nil {
			m.Alt.Rest = m.Rest
		}
		return m, true
	}
	return Read(s)
}

// GivenStyle is the style of a heading with a given level.
func GivenStyle(level int) string { return "#" + strconv.Itoa(level) }

// bracketed reads "(a)", "(1)", "(iv)", "（一）".
func bracketed(s string) (Mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := strings.IndexAny(head, ")）")
	if end < 0 {
		return Mark{}, false
	}
	_, open := utf8.DecodeRuneInString(s)
	_, shut := utf8.DecodeRuneInString(s[end:])
	m, ok := listed(s[open:end], "(", ")")
	if !ok {
		return Mark{}, false
	}
	m.at(s[:end+shut], SkipBlank(s, end+shut))
	return m, true
}

// lettered reads "a)", "A.", "IV.", "а)", and "IV" alone.
func lettered(s string) (Mark, bool) {
	end := strings.IndexAny(s[:min(len(s), 10)], ".)")
	if end < 0 && len(s) < 10 && s == strings.ToUpper(s) {
		if n := lexicon.Spelled(s, numeral.Roman); n > 0 {
			m := Mark{Style: "I.", Number: n}
			m.at(s, len(s))
			return m, true
		}
	}
	if m, ok := dashed(s); ok {
		return m, true
	}
	if end <= 0 || end+1 < len(s) && s[end+1] != ' ' && s[end+1] != '\t' {
		return Mark{}, false
	}
	m, ok := listed(s[:end], "", s[end:end+1])
	if !ok {
		return Mark{}, false
	}
	m.at(s[:end+1], SkipBlank(s, end+1))
	return m, true
}

// dashed reads "IV - Words", as Brazilian laws number their points.
func dashed(s string) (Mark, bool) {
	at := letters(s)
	rest := SkipBlank(s, at)
	n := lexicon.Spelled(s[:at], numeral.Roman)
	if n == 0 || rest == at || s[:at] != strings.ToUpper(s[:at]) || skipDash(s, rest) == rest {
		return Mark{}, false
	}
	m := Mark{Style: "I-", Number: n}
	m.at(s[:at], skipDash(s, rest))
	return m, true
}

// at sets what all readings of a mark share, and its designation.
func (m *Mark) at(label string, rest int) {
	m.Label, m.Rest = label, rest
	printed := strings.Trim(label, "()（）.、")
	m.Designation = document.Designation{Printed: printed, Normal: strconv.Itoa(m.Number) + m.Suffix}
	if strings.ContainsAny(m.Style, "aAаА") && m.Kind == "" {
		m.Designation.Normal = strings.ToLower(printed)
	}
	if m.Alt != nil {
		m.Alt.at(label, rest)
	}
}

// listed reads the number between the signs of a list mark.
func listed(in, open, shut string) (Mark, bool) {
	if n, used := lexicon.Arabic(in, lexicon.MaxNumber); used > 0 && open != "" {
		letter, size := utf8.DecodeRuneInString(in[used:])
		switch {
		case used == len(in):
			return Mark{Style: open + "1" + shut, Number: n}, true
		case used+size == len(in) && letter >= 'a' && letter <= 'z':
			return Mark{Style: open + "1" + shut, Number: n, Suffix: string(letter)}, true
		}
	}
	if n, used := lexicon.Han(in); n > 0 && used == len(in) && open != "" {
		return Mark{Style: open + "一" + shut, Number: n}, true
	}
	var found []Mark
	r, size := utf8.DecodeRuneInString(in)
	lower := unicode.ToLower(r)
	if n := lexicon.Letter(lower); n > 0 && size == len(in) {
		first := 'a'
		if r > unicode.MaxASCII {
			first = 'а'
		}
		if r != lower {
			first = unicode.ToUpper(first)
		}
		found = append(found, Mark{Style: open + string(first) + shut, Number: n})
	}
	if n := lexicon.Spelled(in, numeral.Roman); n > 0 {
		one := "i"
		if r != lower {
			one = "I"
		}
		found = append(found, Mark{Style: open + one + shut, Number: n})
	}
	if n := doubled(in); n > 0 {
		found = append(found, Mark{Style: open + "aa" + shut, Number: n})
	}
	if len(found) == 0 {
		return Mark{}, false
	}
	if len(found) == 2 {
		found[0].Alt = &found[1]
	}
	return found[0], true
}

// doubled returns the place of a small letter that stands twice, as points of points have it
// in German laws: 2 of "bb".
func doubled(s string) int {
	if len(s) != 2 || s[0] != s[1] || s[0] < 'a' || s[0] > 'z' {
		return 0
	}
	return lexicon.Letter(rune(s[0]))
}

// counted reads "第三条", "第二章", "第五条之一", "第2条の3" and "제2조의3".
func counted(s string) (Mark, bool) {
	begin := SkipBlank(s, len("第")) // some leave spaces: 第 2 章
	if begin > maxMark {
		return Mark{}, false
	}
	n, used := lexicon.Han(s[begin:min(len(s), maxMark)])
	if used == 0 || n == 0 {
		return Mark{}, false
	}
	m := Mark{Number: n}
	end := begin + used
	if k := m.further(s[end:]); k > 0 && s[end] == '-' {
		end += k // 第 3-1 條
	}
	at := SkipBlank(s, end)
	for _, u := range lexicon.Counters {
		if !strings.HasPrefix(s[at:], u.Word) {
			continue
		}
		m.Style, m.Kind, m.Rank = u.Kind, u.Kind, u.Rank
		m.Designation = document.Designation{Printed: s[begin:end], Normal: strconv.Itoa(n) + m.Suffix}
		at += len(u.Word)
		for _, mark := range document.InsertionMarks {
			after, ok := strings.CutPrefix(s[at:], mark)
			if k, used := lexicon.Han(after[:min(len(after), maxMark)]); ok && k > 0 {
				m.Suffix = "-" + strconv.Itoa(k)
				at += len(mark) + used
				m.Designation = document.Designation{Printed: s[begin:at], Normal: m.Full()}
				break
			}
		}
		m.Label, m.Rest = s[:at], SkipBlank(s, at)
		if after, ok := strings.CutPrefix(s[m.Rest:], "："); ok {
			m.Rest = SkipBlank(s, len(s)-len(after)) // 第一章：总则
		}
		return m, true
	}
	return Mark{}, false
}

// listedHan reads "一、" and, in Japanese, "一" and a space.
func listedHan(s string) (Mark, bool) {
	n, used := lexicon.Han(s[:min(len(s), maxMark)])
	rest, sign := SkipBlank(s, used), "一 "
	if after, ok := strings.CutPrefix(s[used:], "、"); ok {
		rest, sign = SkipBlank(s, len(s)-len(after)), "一、"
	}
	if n == 0 || rest == used || rest == len(s) && sign == "一 " {
		return Mark{}, false
	}
	m := Mark{Style: sign, Number: n}
	m.at(s[:used], rest)
	return m, true
}
