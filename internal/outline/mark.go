package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// A mark is what makes a line look like a heading: a number in some style, a
// word with a number, Markdown's signs, or capitals.
type mark struct {
	style  string // marks of one style are numbered together: "1.", "(a)", "article", "#2"
	kind   string // from the word used; empty for a bare number
	rank   int    // the lower, the higher its place in the outline; 0 where only the text can tell
	number int    // 0 for a heading without a number
	prefix string // of "1.2.3", "1.2."
	suffix string // of "Article 5a", "a"
	label  string // number as written, with its word: "Article 5", "(a)"
	rest   int    // where the words after the number begin, in bytes of the line
	alt    *mark  // the other reading of (i), (v), (x), C. and the like
}

// weak reports a mark that a list item may have as well as a heading.
func (m *mark) weak() bool { return m.rank == 0 }

// maxMark is the longest beginning of a line, in bytes, that is looked at for a
// number.
const maxMark = 64

// findMark reads the mark at the start of a line.
func findMark(s string) (mark, bool) {
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
	return mark{}, false
}

// markdown reads "## 2. Heading". A number after the signs is the section's.
func markdown(s string) (mark, bool) {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	body := strings.TrimLeft(s[n:], " \t")
	if n > 6 || body == "" || len(body) == len(s)-n {
		return mark{}, false
	}
	rest := len(s) - len(body)
	if in, ok := findMark(body); ok && body[0] != '#' && (in.prefix != "" || in.number > 0) {
		in.style, in.rank, in.rest, in.alt = "#"+string(rune('0'+n)), n, in.rest+rest, nil
		return in, true
	}
	return mark{style: "#" + string(rune('0'+n)), rank: n, rest: rest}, true
}

// decimal reads "1.", "1)", "1、", "1.2", "1.2.3." and, before a capital, "1 ".
func decimal(s string) (mark, bool) {
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
		return mark{}, false
	}
	m := mark{number: n, prefix: s[:last], label: s[:at]}
	sign, size := utf8.DecodeRuneInString(s[at:])
	m.rest = skipBlank(s, at+size)
	after, _ := utf8.DecodeRuneInString(s[m.rest:])
	switch {
	case strings.ContainsRune(".)、．）", sign) && at < len(s):
		m.style = "1" + string(sign)
		if unicode.IsDigit(after) && m.rest == at+size {
			return mark{}, false
		}
	case blank(sign) && begins(after) && (last > 0 || len(s) <= maxPlain && !stopped(s)):
		m.style = "1 "
	default:
		return mark{}, false
	}
	if last > 0 {
		m.style = "1" + strings.Repeat(".1", strings.Count(m.prefix, "."))
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
func bracketed(s string) (mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := strings.IndexAny(head, ")）")
	if end < 0 {
		return mark{}, false
	}
	_, open := utf8.DecodeRuneInString(s)
	_, shut := utf8.DecodeRuneInString(s[end:])
	m, ok := listed(s[open:end], "(", ")")
	if !ok {
		return mark{}, false
	}
	m.at(s[:end+shut], skipBlank(s, end+shut))
	return m, true
}

// lettered reads "a)", "A.", "IV.", "а)".
func lettered(s string) (mark, bool) {
	end := strings.IndexAny(s[:min(len(s), 10)], ".)")
	if end <= 0 || end+1 < len(s) && s[end+1] != ' ' && s[end+1] != '\t' {
		return mark{}, false
	}
	m, ok := listed(s[:end], "", s[end:end+1])
	if !ok {
		return mark{}, false
	}
	m.at(s[:end+1], skipBlank(s, end+1))
	return m, true
}

// at sets what both readings of a mark share.
func (m *mark) at(label string, rest int) {
	m.label, m.rest = label, rest
	if m.alt != nil {
		m.alt.label, m.alt.rest = label, rest
	}
}

// listed reads the number between the signs of a list mark.
func listed(in, open, shut string) (mark, bool) {
	if n, used := arabic(in); used > 0 && used == len(in) && open != "" {
		return mark{style: open + "1" + shut, number: n}, true
	}
	if n, used := han(in); n > 0 && used == len(in) && open != "" {
		return mark{style: open + "一" + shut, number: n}, true
	}
	var found []mark
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
		found = append(found, mark{style: open + string(first) + shut, number: n})
	}
	if n := spelled(in, text.Roman); n > 0 {
		one := "i"
		if r != lower {
			one = "I"
		}
		found = append(found, mark{style: open + one + shut, number: n})
	}
	if len(found) == 0 {
		return mark{}, false
	}
	if len(found) == 2 {
		found[0].alt = &found[1]
	}
	return found[0], true
}

// ordinalHan reads "第三条", "第二章" and "第五条之一".
func ordinalHan(s string) (mark, bool) {
	at := len("第")
	n, used := han(s[at:min(len(s), maxMark)])
	if used == 0 || n == 0 {
		return mark{}, false
	}
	at += used
	for _, u := range hanUnits {
		if !strings.HasPrefix(s[at:], u.word) {
			continue
		}
		at += len(u.word)
		m := mark{style: u.kind, kind: u.kind, rank: u.rank, number: n, label: s[:at]}
		if after, ok := strings.CutPrefix(s[at:], "之"); ok {
			if k, used := han(after[:min(len(after), maxMark)]); k > 0 {
				m.suffix = "-" + itoa(k)
				at += len("之") + used
				m.label = s[:at]
			}
		}
		m.rest = skipBlank(s, at)
		return m, true
	}
	return mark{}, false
}

// listedHan reads "一、".
func listedHan(s string) (mark, bool) {
	n, used := han(s[:min(len(s), maxMark)])
	if after, ok := strings.CutPrefix(s[used:], "、"); ok && n > 0 {
		return mark{style: "一、", number: n, label: s[:used], rest: skipBlank(s, len(s)-len(after))}, true
	}
	return mark{}, false
}

// worded reads "Article 5", "CHAPTER II", "PART ONE", "§ 3", "Статья 5.1".
func worded(s string) (mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := strings.IndexFunc(head, func(r rune) bool { return r != '§' && !unicode.IsLetter(r) })
	if strings.HasPrefix(head, "§") {
		end = len("§")
	}
	if end <= 0 {
		return mark{}, false
	}
	unit, known := wordUnits[strings.ToLower(head[:end])]
	at := skipBlank(head, end)
	if !known || at == end && head[:end] != "§" {
		return mark{}, false
	}
	m := mark{style: unit.kind, kind: unit.kind, rank: unit.rank}
	used := m.count(head[at:])
	if used == 0 {
		return mark{}, false
	}
	m.label = s[:at+used]
	return m, m.follow(s, at+used)
}

// count reads the number after a word and returns its length in bytes.
func (m *mark) count(s string) int {
	if n, used := arabic(s); used > 0 {
		m.number = n
		for used+1 < len(s) && s[used] == '.' && s[used+1] >= '0' && s[used+1] <= '9' {
			_, more := arabic(s[used+1:])
			m.suffix += s[used : used+1+more]
			used += 1 + more
		}
		if r, size := utf8.DecodeRuneInString(s[used:]); unicode.IsLetter(r) || r == 'º' || r == 'ª' || r == '°' {
			if unicode.IsLetter(r) && r != 'º' && r != 'ª' {
				m.suffix += string(unicode.ToLower(r))
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
		m.number = letter(unicode.ToLower(r)) // Annex C follows Annex B
	case word == strings.ToUpper(word) && spelled(word, text.Roman) > 0:
		m.number = spelled(word, text.Roman)
	default:
		m.number = spelled(word, text.Words)
	}
	if m.number == 0 {
		return 0
	}
	return end
}

// follow finds the words after a worded number and reports whether the line
// can be a heading: "Article 5 of the Treaty" goes on in lower case and is none.
func (m *mark) follow(s string, at int) bool {
	body := strings.TrimLeftFunc(s[at:], blank)
	r, size := utf8.DecodeRuneInString(body)
	signed := false
	for body != "" && strings.ContainsRune(".:—–-)", r) {
		signed = true
		body = strings.TrimLeftFunc(body[size:], blank)
		r, size = utf8.DecodeRuneInString(body)
	}
	m.rest = len(s) - len(body)
	return body == "" || signed || m.rest > at && !unicode.IsLower(r) && !strings.ContainsRune(",;)", r)
}

func skipBlank(s string, at int) int {
	if at >= len(s) {
		return len(s)
	}
	return len(s) - len(strings.TrimLeftFunc(s[at:], blank))
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
