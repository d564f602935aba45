package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A Token is a word, a number, one Chinese character, a run of Chinese
// numerals, or one mark. A caller that finds the name of a level or a reference
// says so in the fields below the blank line; patterns ask for them.
type Token struct {
	Fold       string          // folded and simplified, for matching
	Raw        string          // as typed
	Start, End int             // bytes in the text
	ID         int32           // number in the vocabulary; 0 for a word that it lacks
	Mark       bool            // punctuation or a symbol
	Glued      bool            // stands directly after the token before it
	Stop       bool            // a clause or sentence ends behind it
	number     bool            // a written number begins here
	numeral    numeral.Numeral // what it is, where a grammar says so

	Level  int // which level it names, counted by the caller; 0 for none
	Width  int // tokens that the level name takes up
	Plural bool
	Loose  bool // the document does not call its level so
	Ref    bool // stands for a whole reference
	Opens  bool // what the caller's language puts first in a clause may stand here
}

// silent reports a mark that carries no meaning here: of a quotation or of Markdown. No
// token is made of it.
func silent(r rune) bool { return text.IsQuote(r) || strings.ContainsRune("*_|【】", r) }

// stops end a clause: what stands before them is said, and a captured topic
// does not run over them.
const stops = ".?!;。！？;…"

// Scan splits body into tokens, in time linear in its length.
func (v *Vocabulary) Scan(body string) []Token {
	out := scan(body, v.has)
	for i := range out {
		if !out[i].Mark {
			out[i].ID = v.ids[out[i].Fold]
			out[i].number = v.beginsNumber(&out[i])
		}
	}
	v.joinNumbers(out)
	return out
}

// Respell makes t read as word, folded; what was typed stays in Raw.
func (v *Vocabulary) Respell(t *Token, word string) { t.Fold, t.ID = word, v.ids[word] }

// Split returns tokens that read as words, folded, in the place of t.
func (v *Vocabulary) Split(t Token, words []string) []Token {
	out := make([]Token, len(words))
	part := t.End - 1
	if at := strings.IndexAny(t.Raw, "'’"); at > 0 {
		_, size := utf8.DecodeRuneInString(t.Raw[at:])
		part = t.Start + at + size
	}
	for i, w := range words {
		out[i] = Token{Fold: w, Raw: w, Start: t.Start, End: t.End, ID: v.ids[strings.TrimSuffix(w, "'")], Glued: t.Glued && i == 0}
		if i > 0 {
			out[i].Start = part
		}
		if i+1 < len(words) {
			out[i].End = part
		}
		out[i].number = v.beginsNumber(&out[i])
	}
	out[len(out)-1].Stop = t.Stop
	return out
}

func scan(body string, known func(string) bool) []Token {
	out := make([]Token, 0, len(body)/3+4)
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRuneInString(body[i:])
		end := i + size
		switch {
		case r == ' ' || silent(r):
			i = end
			continue
		case numeral.HanDigit(r):
			end = i + run(body[i:], numeral.HanDigit)
		case text.IsHan(r):
		case unicode.IsDigit(r):
			end = i + numberRun(body[i:])
		case unicode.Is(unicode.Hangul, r) && len(out) > 0 && out[len(out)-1].End == i && out[len(out)-1].Digits():
			// "제3조의2": what a number counts is one syllable, and particles follow.
		case unicode.IsLetter(r):
			if end = i + wordRun(body[i:]); len(out) > 0 && utf8.RuneCountInString(body[i:end]) <= maxEnding && out[len(out)-1].Digits() && apostrophe(body[out[len(out)-1].End:i]) {
				i = end // the ending of "5'inci", "7's"
				continue
			}
			if ends(out, i, body[i:end], known) {
				out, i = out[:len(out)-1], end
				continue
			}
		default:
			if dots := run(body[i:], func(r rune) bool { return r == '.' }); dots > 1 {
				end = i + dots // "7..9"
			}
			if strings.ContainsRune(stops, r) && len(out) > 0 {
				out[len(out)-1].Stop = true
			}
			out = append(out, Token{Fold: body[i:end], Raw: body[i:end], Start: i, End: end, Mark: true})
			i = end
			continue
		}
		out = append(out, Token{Raw: body[i:end], Fold: foldWord(body[i:end]), Start: i, End: end,
			Glued: len(out) > 0 && out[len(out)-1].End == i && !out[len(out)-1].Mark})
		i = end
	}
	return out
}

// maxEnding is how many runes an ending has behind a number and an apostrophe.
const maxEnding = 6

// ends reports whether w at byte i is what Swedish and Finnish end a number or the sign of a
// section with, behind a colon: "3:e", "5:nnen", "4 §:ssä". A word that is known is none.
func ends(tokens []Token, i int, w string, known func(string) bool) bool {
	const short = 2 // runes
	n := len(tokens) - 1
	if n < 1 || tokens[n].Raw != ":" || tokens[n].End != i || tokens[n-1].End != tokens[n].Start || !tokens[n-1].Digits() && tokens[n-1].Raw != "§" {
		return false
	}
	long := utf8.RuneCountInString(w)
	return w == strings.ToLower(w) && long <= maxEnding && (long <= short || !known(foldWord(w)))
}

func apostrophe(s string) bool { return s == "'" || s == "’" }

func foldWord(w string) string {
	return text.Simplified(text.Fold(strings.ReplaceAll(w, "’", "'")))
}

// run returns the length in bytes of the leading runes of s for which f holds.
func run(s string, f func(rune) bool) int { return len(s) - len(strings.TrimLeftFunc(s, f)) }

// numberRun returns the length of the digits that begin s, with an ordinal
// ending ("7th", "7-я") where one follows; a capital behind a hyphen is none: "71-A".
func numberRun(s string) int {
	n := run(s, unicode.IsDigit)
	rest := strings.TrimPrefix(s[n:], "-")
	end := run(rest, func(r rune) bool { return unicode.IsLetter(r) && !text.IsHan(r) })
	if first, size := utf8.DecodeRuneInString(rest); end == 0 || len(rest) < len(s[n:]) && end == size && unicode.IsUpper(first) {
		return n
	}
	whole := len(s) - len(rest) + end
	if _, ok := numeral.Read([]string{s[:whole]}); ok {
		return whole
	}
	return n
}

// wordRun returns the length of the word that begins s: letters and marks,
// with single apostrophes and hyphens between letters ("what's", "twenty-one").
func wordRun(s string) int {
	if a, b, ok := letterRange(s); ok && a < b {
		return utf8.RuneLen(a)
	}
	for i, r := range s {
		if (unicode.IsLetter(r) || unicode.IsMark(r)) && !text.IsHan(r) {
			continue
		}
		if i > 0 && strings.ContainsRune("'’-", r) && !strings.HasPrefix(s, "o-") { // "4.º-A", once it is cleaned
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if unicode.IsLetter(next) && !text.IsHan(next) {
				continue
			}
		}
		return i
	}
	return len(s)
}

// letterRange returns the letters of "a-c" at the beginning of s, if that is all of the word.
func letterRange(s string) (a, b rune, ok bool) {
	a, size := utf8.DecodeRuneInString(s)
	rest, hyphen := strings.CutPrefix(s[size:], "-")
	b, size = utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return a, b, hyphen && unicode.IsLetter(b) && unicode.IsUpper(a) == unicode.IsUpper(b) && !unicode.IsLetter(next) && next != '-' && next != '\''
}

// Hiragana reports whether t is written in hiragana alone, as what holds a Japanese
// sentence together is.
func (t *Token) Hiragana() bool {
	return !strings.ContainsFunc(t.Raw, func(r rune) bool { return !unicode.Is(unicode.Hiragana, r) })
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

// Hangul reports whether t is Korean.
func (t *Token) Hangul() bool {
	r, _ := utf8.DecodeRuneInString(t.Fold)
	return unicode.Is(unicode.Hangul, r)
}

// LevelBefore returns the last of tokens before token i that names a level, or none.
func LevelBefore(tokens []Token, i int) Token {
	for j := i - 1; j >= 0; j-- {
		if tokens[j].Level != 0 {
			return tokens[j]
		}
	}
	return Token{}
}
