package question

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// A token is a word, a number, one Chinese character, a run of Chinese
// numerals, a reference that was found, or one mark.
type token struct {
	fold       string // folded and simplified, for matching
	raw        string // as typed
	start, end int    // bytes in the body
	mark       bool   // punctuation or a symbol
	glued      bool   // stands directly after the token before it
	stop       bool   // a clause or sentence ends behind it

	level     int // index into levelTable.levels plus one; 0 when it names no level
	width     int // tokens that the level name takes up
	plural    bool
	inflected bool // a Russian case form that is not one of the names
	ref       *Ref // set on tokens that stand for a reference
}

// silent are marks that carry no meaning here: quotation and Markdown. No
// token is made of them.
const silent = "\"'`*_~|“”‘’„«»‹›《》〈〉「」『』【】"

// stops end a clause: what stands before them is said, and a captured topic
// does not run over them.
const stops = ".?!;。！？;…"

// scan splits body into tokens, in time linear in its length.
func scan(body string) []token {
	out := make([]token, 0, len(body)/3+4)
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRuneInString(body[i:])
		end := i + size
		switch {
		case r == ' ' || strings.ContainsRune(silent, r):
			i = end
			continue
		case text.HanDigit(r):
			end = i + run(body[i:], text.HanDigit)
		case text.IsHan(r):
		case unicode.IsDigit(r):
			end = i + numberRun(body[i:])
		case unicode.IsLetter(r):
			end = i + wordRun(body[i:])
		default:
			if strings.ContainsRune(stops, r) && len(out) > 0 {
				out[len(out)-1].stop = true
			}
			out = append(out, token{fold: body[i:end], raw: body[i:end], start: i, end: end, mark: true})
			i = end
			continue
		}
		t := token{raw: body[i:end], fold: foldWord(body[i:end]), start: i, end: end,
			glued: len(out) > 0 && out[len(out)-1].end == i && !out[len(out)-1].mark}
		out = append(out, contraction(t)...)
		i = end
	}
	return out
}

// contraction splits "what's", "whats" and their like, so that they read as
// "what is". Other apostrophes stay inside their word.
func contraction(t token) []token {
	f := strings.ReplaceAll(t.fold, "'", "")
	stem, ok := strings.CutSuffix(f, "s")
	if !ok || !contracts[stem] || f == "its" && t.fold == f {
		return []token{t}
	}
	if len(t.raw) < len(stem) || !strings.EqualFold(t.raw[:len(stem)], stem) {
		return []token{t}
	}
	cut := t.start + len(stem)
	is := token{raw: t.raw[len(stem):], fold: "is", start: cut, end: t.end}
	t.raw, t.fold, t.end = t.raw[:len(stem)], stem, cut
	return []token{t, is}
}

var contracts = words("what wat who where when how why it that there here")

func foldWord(w string) string {
	return text.Simplified(text.Fold(strings.ReplaceAll(w, "’", "'")))
}

// run returns the length in bytes of the leading runes of s for which f holds.
func run(s string, f func(rune) bool) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !f(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// numberRun returns the length of the digits that begin s, with an ordinal
// ending ("7th", "7-я") where one follows.
func numberRun(s string) int {
	n := run(s, unicode.IsDigit)
	rest := strings.TrimPrefix(s[n:], "-")
	end := run(rest, func(r rune) bool { return unicode.IsLetter(r) && !text.IsHan(r) })
	if end == 0 {
		return n
	}
	whole := len(s) - len(rest) + end
	if _, ok := text.Number([]string{s[:whole]}); ok {
		return whole
	}
	return n
}

// wordRun returns the length of the word that begins s: letters and marks,
// with single apostrophes and hyphens between letters ("what's", "twenty-one").
func wordRun(s string) int {
	for i, r := range s {
		if (unicode.IsLetter(r) || unicode.IsMark(r)) && !text.IsHan(r) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if i > 0 && strings.ContainsRune("'’-", r) && unicode.IsLetter(next) && !text.IsHan(next) {
			continue
		}
		return i
	}
	return len(s)
}

// wordsOf returns the tokens that are not marks. The flag of a stop moves to
// the word before it.
func wordsOf(tokens []token) []token {
	out := make([]token, 0, len(tokens))
	for _, t := range tokens {
		if !t.mark {
			out = append(out, t)
		} else if t.stop && len(out) > 0 {
			out[len(out)-1].stop = true
		}
	}
	return out
}

// stripMarkup blanks what a chat shows as formatting: HTML tags and entities,
// script and style with their content, and text struck through. Lengths stay.
func stripMarkup(s string) string {
	if !strings.ContainsAny(s, "<&~") {
		return s
	}
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		switch n := markup(s[i:]); {
		case n > 0:
			for j := i; j < i+n; j++ {
				b[j] = ' '
			}
			i += n - 1
		}
	}
	return string(b)
}

// maxTag is the longest tag or entity in bytes that is taken for one; it keeps
// the scan linear in text full of "<".
const maxTag = 80

// markup returns the length of the formatting that begins s, 0 if none does.
func markup(s string) int {
	near := s[:min(len(s), maxTag)]
	switch {
	case strings.HasPrefix(s, "~~"):
		if i := strings.Index(near[2:], "~~"); i > 0 {
			return i + 4
		}
	case s[0] == '&':
		if i := strings.IndexByte(near, ';'); i > 1 && run(near[1:i], alnum) == i-1 {
			return i + 1
		}
	case s[0] == '<' && len(s) > 2 && (s[1] == '/' || alnum(rune(s[1]))):
		i := strings.IndexByte(near, '>')
		if i < 0 {
			return 0
		}
		if name := strings.ToLower(near[1:i]); name == "script" || name == "style" {
			if j := strings.Index(near, "</"+near[1:i]+">"); j > 0 {
				return j + i + 2
			}
		}
		return i + 1
	}
	return 0
}

func alnum(r rune) bool {
	return r == '#' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
