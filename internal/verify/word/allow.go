package word

import (
	"maps"
	"strings"
	"unicode"

	"pincite/internal/text"
	"pincite/internal/verify/between"
)

// Allow adds what has to be allowed for to take one word of a form for another.
func Allow(a between.Allowed, v, w string) {
	if v == w {
		return
	}
	either, found := v+w, between.Allowed{}
	found.Add(between.Hyphenation, strings.ContainsAny(either, "\n\u00ad"))
	found.Add(between.Ligatures, strings.IndexFunc(either, isLigature) >= 0)
	found.Add(between.FullWidth, strings.IndexFunc(either, isFullWidth) >= 0)
	if IsDigits(v) {
		found.Add(between.Groups, groups(unsigned(v)) != groups(unsigned(w)))
	}
	signV, signW := v[:len(v)-len(unsigned(v))], w[:len(w)-len(unsigned(w))]
	sameDash := strings.TrimRight(signV, unbroken+" ") == strings.TrimRight(signW, unbroken+" ")
	found.Add(between.WhiteSpace, sameDash && signV != signW)
	found.Add(between.Dashes, !sameDash)
	if v, w = unsigned(v), unsigned(w); IsDigits(v) {
		v, w = ungrouped(v), ungrouped(w)
	}
	v, w = text.Clean(Whole(v)), text.Clean(Whole(w))
	found.Add(between.Quotes, apostrophes(v) != apostrophes(w))
	found.Add(between.Case, capitals(v) != capitals(w))
	found.Add(between.Forms, len(found) == 0)
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
			return between.PlainForm(r)
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
	head := strings.TrimRightFunc(word[:i], func(r rune) bool { return unicode.IsSpace(r) || between.IsDash(r) })
	return head + strings.TrimLeftFunc(word[i:], unicode.IsSpace)
}

func isLigature(r rune) bool  { return r >= 'ﬀ' && r <= 'ﬆ' }
func isFullWidth(r rune) bool { return r >= 0xff01 && r <= 0xffdc }
