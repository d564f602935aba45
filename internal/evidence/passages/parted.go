package passages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joining are the languages that write a noun and what narrows it as one word, with the
// letters that may stand between the two.
var joining = map[string][]string{
	"de": {"", "s", "es", "n", "en", "e"},
	"nl": {"", "s", "en", "e"},
	"sv": {"", "s"},
	"da": {"", "s", "e"},
	"no": {"", "s", "e"},
}

// making are the endings that make a word of another, which are the second part of none,
// though a text may have words that look like them: "Licht", "Haft".
var making = map[string][]string{
	"de": {"lich", "liche", "lichen", "licher", "liches", "lichem", "haft", "hafte", "haften", "hafter", "heit", "heiten", "keit", "keiten", "schaft", "schaften"},
	"nl": {"lijk", "lijke", "heid", "heden", "schap", "schappen", "baar"},
	"sv": {"skap", "skapet", "heten", "aktig"},
	"da": {"skab", "skabet", "heden", "agtig"},
	"no": {"skap", "skapet", "heten", "aktig"},
}

// minParted is how many letters each part of a word has at least, and longestParted how
// many the whole at most; no word in use has more. Of a message so many words are tried at
// most: each takes some dozen analyses.
const (
	minParted     = 4
	longestParted = 40
	maxParted     = 16
)

// Parted writes every word of s that the document does not have, but whose two parts it
// has, as these parts: "Aufnahmeantrag" where it speaks of an "Antrag" and the "Aufnahme".
func (x *Index) Parted(s string) string {
	links := joining[x.Language]
	if links == nil {
		return s
	}
	var b strings.Builder
	tried := 0
	for at := 0; at < len(s); {
		end := at + strings.IndexFunc(s[at:], func(r rune) bool { return !unicode.IsLetter(r) })
		if end < at {
			end = len(s)
		}
		if end == at {
			_, size := utf8.DecodeRuneInString(s[at:])
			b.WriteString(s[at : at+size])
			at += size
			continue
		}
		word := s[at:end]
		if n := utf8.RuneCountInString(word); n >= 2*minParted && n <= longestParted && tried < maxParted && !x.has(word) {
			tried++
			word = x.part(word, links)
		}
		b.WriteString(word)
		at = end
	}
	return b.String()
}

// part returns the two parts of a word with a blank between them, the word itself where it
// has none that are known. Of several pairs that with the longest second part is it, which
// says what kind of thing the whole is.
func (x *Index) part(word string, links []string) string {
	letters := []rune(word)
	for i := minParted; i <= len(letters)-minParted; i++ {
		head, tail := string(letters[:i]), string(letters[i:])
		if slices.Contains(making[x.Language], strings.ToLower(tail)) || !x.has(tail) {
			continue
		}
		for _, link := range links {
			if bare, ok := strings.CutSuffix(head, link); ok && utf8.RuneCountInString(bare) >= minParted && x.has(bare) {
				return bare + " " + tail
			}
		}
	}
	return word
}

// has reports whether the document has a word.
func (x *Index) has(word string) bool {
	terms := x.Analyze(word)
	return len(terms) == 1 && x.Engine.DocFreq(string(SentenceBody), terms[0].Term) > 0
}
