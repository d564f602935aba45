package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// A Mark is what makes a line look like a heading: a number in some style, a
// word with a number, Markdown's signs, or capitals.
type Mark struct {
	Style  string // marks of one style are numbered together: "1.", "(a)", "article", "#2"
	Kind   string // from the word used; empty for a bare number
	Rank   int    // the lower, the higher its place in the outline; 0 where only the text can tell
	Number int    // 0 for a heading without a number
	Prefix string // of "1.2.3", "1.2."
	Suffix string // of "Article 5a", "a"
	Label  string // number as written, with its word: "Article 5", "(a)"
	Rest   int    // where the words after the number begin, in bytes of the line
	alt    *Mark  // the other reading of (i), (v), (x), C. and the like
}

// Weak reports a mark that a list item may have as well as a heading.
func (m *Mark) Weak() bool { return m.Rank == 0 }

// CapitalStyle is the style of headings in capitals.
const CapitalStyle = "CAPS"

// maxMark is the longest beginning of a line, in bytes, that is looked at for a
// number.
const maxMark = 64

// Read reads the mark at the start of a line.
func Read(s string) (Mark, bool) {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '#':
		return markdown(s)
	case r >= '0' && r <= '9':
		return decimal(s)
	case r == '(' || r == '（':
		return bracketed(s)
	case r == '第':
		return ordinalHan(s)
	case text.HanDigit(r):
		return listedHan(s)
	case r == '§' || unicode.IsLetter(r):
		if m, ok := worded(s); ok {
			return m, true
		}
		return lettered(s)
	}
	return Mark{}, false
}

// markdown reads "## 2. Heading". A number after the signs is the section's.
func markdown(s string) (Mark, bool) {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	body := strings.TrimLeft(s[n:], " \t")
	if n > 6 || body == "" || len(body) == len(s)-n {
		return Mark{}, false
	}
	rest := len(s) - len(body)
	if in, ok := Read(body); ok && body[0] != '#' && (in.Prefix != "" || in.Number > 0) {
		in.Style, in.Rank, in.Rest, in.alt = signs(n), n, in.Rest+rest, nil
		return in, true
	}
	return Mark{Style: signs(n), Rank: n, Rest: rest}, true
}

// Underlined reads a heading of Markdown's level 1 or 2 that has a line of signs
// below it instead of signs before it.
func Underlined(s string, level int) Mark {
	m, ok := Read(s)
	if !ok || m.Number == 0 {
		m = Mark{}
	}
	m.Style, m.Rank, m.alt = signs(level), level, nil
	return m
}

// signs is the style of a Markdown heading.
func signs(level int) string { return "#" + strconv.Itoa(level) }

// decimal reads "1.", "1)", "1、", "1.2", "1.2.3." and, before a capital, "1 ".
func decimal(s string) (Mark, bool) {
	n, at := arabic(s)
	last := 0
	for at > 0 && at+1 < len(s) && s[at] == '.' {
		m, used := arabic(s[at+1:])
		if used == 0 {
			break
		}
		n, last, at = m, at+1, at+1+used
	}
	if at == 0 || at > maxMark {
		return Mark{}, false
	}
	m := Mark{Number: n, Prefix: s[:last], Label: s[:at]}
	sign, size := utf8.DecodeRuneInString(s[at:])
	m.Rest = SkipBlank(s, at+size)
	after, _ := utf8.DecodeRuneInString(s[m.Rest:])
	switch {
	case strings.ContainsRune(".)、．）", sign) && at < len(s):
		m.Style = "1" + string(sign)
		if unicode.IsDigit(after) && m.Rest == at+size {
			return Mark{}, false
		}
	case Blank(sign) && begins(after) && (last > 0 || len(s) <= maxPlain && !Stopped(s)):
		m.Style = "1 "
	default:
		return Mark{}, false
	}
	if last > 0 {
		m.Style = "1" + strings.Repeat(".1", strings.Count(m.Prefix, "."))
	}
	return m, true
}

// maxPlain is the longest line, in bytes, that is a heading after a number
// without any sign: "1 Scope".
const maxPlain = 100

// begins reports a letter that can begin a heading or a sentence; a number that
// goes on in lower case is a sum: 1.5 million.
func begins(r rune) bool {
	return unicode.IsUpper(r) || unicode.Is(unicode.Han, r) || strings.ContainsRune("\"“‘«¿¡", r)
}

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

// lettered reads "a)", "A.", "IV.", "а)".
func lettered(s string) (Mark, bool) {
	end := strings.IndexAny(s[:min(len(s), 10)], ".)")
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

// at sets what both readings of a mark share.
func (m *Mark) at(label string, rest int) {
	m.Label, m.Rest = label, rest
	if m.alt != nil {
		m.alt.Label, m.alt.Rest = label, rest
	}
}

// listed reads the number between the signs of a list mark.
func listed(in, open, shut string) (Mark, bool) {
	if n, used := arabic(in); used > 0 && used == len(in) && open != "" {
		return Mark{Style: open + "1" + shut, Number: n}, true
	}
	if n, used := han(in); n > 0 && used == len(in) && open != "" {
		return Mark{Style: open + "一" + shut, Number: n}, true
	}
	var found []Mark
	r, size := utf8.DecodeRuneInString(in)
	lower := unicode.ToLower(r)
	if n := letter(lower); n > 0 && size == len(in) {
		first := 'a'
		if r > unicode.MaxASCII {
			first = 'а'
		}
		if r != lower {
			first = unicode.ToUpper(first)
		}
		found = append(found, Mark{Style: open + string(first) + shut, Number: n})
	}
	if n := spelled(in, text.Roman); n > 0 {
		one := "i"
		if r != lower {
			one = "I"
		}
		found = append(found, Mark{Style: open + one + shut, Number: n})
	}
	if len(found) == 0 {
		return Mark{}, false
	}
	if len(found) == 2 {
		found[0].alt = &found[1]
	}
	return found[0], true
}

// ordinalHan reads "第三条", "第二章" and "第五条之一".
func ordinalHan(s string) (Mark, bool) {
	at := len("第")
	n, used := han(s[at:min(len(s), maxMark)])
	if used == 0 || n == 0 {
		return Mark{}, false
	}
	at += used
	for _, u := range hanUnits {
		if !strings.HasPrefix(s[at:], u.word) {
			continue
		}
		at += len(u.word)
		m := Mark{Style: u.kind, Kind: u.kind, Rank: u.rank, Number: n, Label: s[:at]}
		if after, ok := strings.CutPrefix(s[at:], "之"); ok {
			if k, used := han(after[:min(len(after), maxMark)]); k > 0 {
				m.Suffix = "-" + strconv.Itoa(k)
				at += len("之") + used
				m.Label = s[:at]
			}
		}
		m.Rest = SkipBlank(s, at)
		return m, true
	}
	return Mark{}, false
}

// listedHan reads "一、".
func listedHan(s string) (Mark, bool) {
	n, used := han(s[:min(len(s), maxMark)])
	if after, ok := strings.CutPrefix(s[used:], "、"); ok && n > 0 {
		return Mark{Style: "一、", Number: n, Label: s[:used], Rest: SkipBlank(s, len(s)-len(after))}, true
	}
	return Mark{}, false
}

// worded reads "Article 5", "CHAPTER II", "PART ONE", "§ 3", "Статья 5.1".
func worded(s string) (Mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := strings.IndexFunc(head, func(r rune) bool { return r != '§' && !unicode.IsLetter(r) })
	if strings.HasPrefix(head, "§") {
		end = len("§")
	}
	if end <= 0 {
		return Mark{}, false
	}
	unit, known := wordUnits[strings.ToLower(head[:end])]
	at := SkipBlank(head, end)
	if !known || at == end && head[:end] != "§" {
		return Mark{}, false
	}
	m := Mark{Style: unit.kind, Kind: unit.kind, Rank: unit.rank}
	used := m.count(head[at:])
	if used == 0 {
		return Mark{}, false
	}
	m.Label = s[:at+used]
	return m, m.follow(s, at+used)
}

// count reads the number after a word and returns its length in bytes.
func (m *Mark) count(s string) int {
	if n, used := arabic(s); used > 0 {
		m.Number = n
		for used+1 < len(s) && s[used] == '.' && s[used+1] >= '0' && s[used+1] <= '9' {
			_, more := arabic(s[used+1:])
			m.Suffix += s[used : used+1+more]
			used += 1 + more
		}
		if r, size := utf8.DecodeRuneInString(s[used:]); unicode.IsLetter(r) || r == 'º' || r == 'ª' || r == '°' {
			if unicode.IsLetter(r) && r != 'º' && r != 'ª' {
				m.Suffix += string(unicode.ToLower(r))
			}
			used += size
		}
		return used
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	word := strings.TrimRight(s[:end], "-")
	end = len(word)
	r, size := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return 0
	case size == len(word) && unicode.IsUpper(r) && !strings.ContainsRune("IVX", r):
		m.Number = letter(unicode.ToLower(r)) // Annex C follows Annex B
	case word == strings.ToUpper(word) && spelled(word, text.Roman) > 0:
		m.Number = spelled(word, text.Roman)
	default:
		m.Number = spelled(word, text.Words)
	}
	if m.Number == 0 {
		return 0
	}
	return end
}

// follow finds the words after a worded number and reports whether the line
// can be a heading: "Article 5 of the Treaty" goes on in lower case and is none.
func (m *Mark) follow(s string, at int) bool {
	body := strings.TrimLeftFunc(s[at:], Blank)
	r, size := utf8.DecodeRuneInString(body)
	signed := false
	for body != "" && strings.ContainsRune(".:—–-)", r) {
		signed = true
		body = strings.TrimLeftFunc(body[size:], Blank)
		r, size = utf8.DecodeRuneInString(body)
	}
	m.Rest = len(s) - len(body)
	return body == "" || signed || m.Rest > at && !unicode.IsLower(r) && !strings.ContainsRune(",;)", r)
}

// Capitals reads a heading in capitals, which has no number.
func Capitals(s string) (Mark, bool) {
	return Mark{Style: CapitalStyle, Rank: rankCapitals}, capitals(s)
}

// capitals reports whether s is a heading in capitals: short, with at least
// four letters and none in lower case.
func capitals(s string) bool {
	if len(s) > 200 || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") {
		return false
	}
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r), unicode.IsLetter(r) && !unicode.IsUpper(r):
			return false
		case unicode.IsUpper(r):
			upper++
		}
	}
	return upper >= 4 && utf8.RuneCountInString(s) <= 100
}
