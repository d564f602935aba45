package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// A Token is a word, a number, one Chinese character, a run of Chinese
// numerals, or one mark. A caller that finds the name of a level or a reference
// says so in the fields below the blank line; patterns ask for them.
type Token struct {
	Fold       string       // folded and simplified, for matching
	Raw        string       // as typed
	Start, End int          // bytes in the text
	ID         int32        // number in the vocabulary; 0 for a word that it lacks
	Mark       bool         // punctuation or a symbol
	Glued      bool         // stands directly after the token before it
	Stop       bool         // a clause or sentence ends behind it
	number     bool         // a written number begins here
	numeral    text.Numeral // what it is, where a grammar says so

	Level  int // which level it names, counted by the caller; 0 for none
	Width  int // tokens that the level name takes up
	Plural bool
	Loose  bool // the document does not call its level so
	Ref    bool // stands for a whole reference
	Opens  bool // what the caller's language puts first in a clause may stand here
}

// silent are marks that carry no meaning here: quotation and Markdown. No
// token is made of them.
const silent = "\"'`*_~|“”‘’„«»‹›《》〈〉「」『』【】"

// stops end a clause: what stands before them is said, and a captured topic
// does not run over them.
const stops = ".?!;。！？;…"

// Scan splits body into tokens, in time linear in its length.
func (v *Vocabulary) Scan(body string) []Token {
	out := scan(body)
	for i := range out {
		if !out[i].Mark {
			out[i].ID = v.ids[out[i].Fold]
			out[i].number = v.beginsNumber(&out[i])
		}
	}
	return out
}

// Respell makes t read as word, folded; what was typed stays in Raw.
func (v *Vocabulary) Respell(t *Token, word string) { t.Fold, t.ID = word, v.ids[word] }

func scan(body string) []Token {
	out := make([]Token, 0, len(body)/3+4)
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRuneInString(body[i:])
		end := i + size
		switch {
		case rangeMark(out, body[i:]) > 0:
			i += rangeMark(out, body[i:])
			out = append(out, Token{Fold: "~", Raw: "~", Start: end - size, End: i, Mark: true})
			continue
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
				out[len(out)-1].Stop = true
			}
			out = append(out, Token{Fold: body[i:end], Raw: body[i:end], Start: i, End: end, Mark: true})
			i = end
			continue
		}
		t := Token{Raw: body[i:end], Fold: foldWord(body[i:end]), Start: i, End: end,
			Glued: len(out) > 0 && out[len(out)-1].End == i && !out[len(out)-1].Mark}
		out = append(out, countdown(t)...)
		i = end
	}
	return out
}

// rangeMark returns the length of the wave or the dots that begin s, if they
// stand between two numbers, "7~9" or "7…9"; 0 for others.
func rangeMark(before []Token, s string) int {
	n := run(s, func(r rune) bool { return strings.ContainsRune("~〜⁓.…", r) })
	if n == 0 || s[:n] == "." || len(before) == 0 {
		return 0
	}
	last := &before[len(before)-1]
	number := func(r rune) bool { return unicode.IsDigit(r) || text.HanDigit(r) || r == '第' }
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(last.Fold, "第"))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[n:], " "))
	if !number(next) || !number(first) && !strings.ContainsRune("条项点章节款号分施", first) {
		return 0
	}
	return n
}

// countdown splits "third-last" and "second-to-last" at their hyphens, so that
// they read like three words; other words go to contraction.
func countdown(t Token) []Token {
	if !strings.HasSuffix(t.Fold, "-last") && !strings.Contains(t.Fold, "-from-") {
		return contraction(t)
	}
	var out []Token
	at := t.Start
	for p := range strings.SplitSeq(t.Raw, "-") {
		out = append(out, Token{Raw: p, Fold: foldWord(p), Start: at, End: at + len(p)})
		at += len(p) + 1
	}
	out[0].Glued = t.Glued
	return out
}

// contraction splits "what's", "whats" and their like, so that they read as
// "what is". Other apostrophes stay inside their word.
func contraction(t Token) []Token {
	f := strings.ReplaceAll(t.Fold, "'", "")
	stem, ok := strings.CutSuffix(f, "s")
	if !ok || !contracts[stem] || f == "its" && t.Fold == f {
		return []Token{t}
	}
	if len(t.Raw) < len(stem) || !strings.EqualFold(t.Raw[:len(stem)], stem) {
		return []Token{t}
	}
	cut := t.Start + len(stem)
	is := Token{Raw: t.Raw[len(stem):], Fold: "is", Start: cut, End: t.End}
	t.Raw, t.Fold, t.End = t.Raw[:len(stem)], stem, cut
	return []Token{t, is}
}

var contracts = map[string]bool{"what": true, "wat": true, "wot": true, "who": true, "where": true, "when": true, "how": true, "why": true,
	"it": true, "that": true, "there": true, "here": true}

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

// Words returns the tokens that are not marks. The flag of a stop moves to
// the word before it.
func Words(tokens []Token) []Token {
	out := make([]Token, 0, len(tokens))
	for _, t := range tokens {
		if !t.Mark {
			out = append(out, t)
		} else if t.Stop && len(out) > 0 {
			out[len(out)-1].Stop = true
		}
	}
	return out
}

// hyphens become the plain one: the hyphens of typographers and the minus sign.
var hyphens = strings.NewReplacer("‐", "-", "‑", "-", "−", "-")

// Hyphens writes every hyphen and minus sign of s as the plain hyphen.
func Hyphens(s string) string { return hyphens.Replace(s) }

// StripMarkup blanks what a chat shows as formatting: HTML tags and entities,
// script and style with their content, and text struck through. Lengths stay.
func StripMarkup(s string) string {
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

// Han reports whether t is Chinese.
func (t *Token) Han() bool {
	r, _ := utf8.DecodeRuneInString(t.Fold)
	return text.IsHan(r)
}

// Cyrillic reports whether t is in Cyrillic letters.
func (t *Token) Cyrillic() bool {
	r, _ := utf8.DecodeRuneInString(t.Fold)
	return unicode.Is(unicode.Cyrillic, r)
}
