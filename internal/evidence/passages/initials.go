package passages

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text/words"
)

// maxAsked is how many initialisms of a question are written out: nobody who asks one thing
// has more.
const maxAsked = 8

var (
	// wordOf is a word of a question, whatever it is joined with.
	wordOf = regexp.MustCompile(`[\pL\pN](?:[\pL\pN.-]*[\pL\pN])?`)

	// initialism is a word in capitals, or one that may be typed without, and its plural.
	initialism = regexp.MustCompile(`^(\p{Lu}{2,5}|\p{Ll}{3,5}?)s?$`)
)

// Spell writes every initialism in a question as the words of the document that it stands
// for and that it does not have itself: "AGM" as "annual general meeting". Those words are its
// second result. A question all in capitals has none, and a word without them is one where
// nobody knows the word and the document writes what it stands for with capitals.
func (c *Set) Spell(question string) (spelt, meant string) {
	if !strings.ContainsFunc(question, unicode.IsLower) && strings.ContainsRune(strings.TrimSpace(question), ' ') {
		return question, ""
	}
	asked := map[string]string{} // what each word that was looked up is read as
	written := map[string]bool{} // those that are written out, by what they are read as
	spelt = wordOf.ReplaceAllStringFunc(question, func(w string) string {
		if as, ok := asked[w]; ok {
			return as
		}
		parts := initialism.FindStringSubmatch(w)
		if parts == nil || len(written) == maxAsked {
			return w
		}
		letters, lower := strings.ToUpper(parts[1]), parts[1] != strings.ToUpper(parts[1])
		word := c.ordinary(w) || c.ordinary(parts[1])
		if word && (lower || utf8.RuneCountInString(letters) < 3) {
			return w
		}
		asked[w] = w
		if c.initials.has(letters) || c.Own().has(w) || c.Own().has(parts[1]) {
			return w
		}
		r := c.initials.standsFor(letters)
		if r.words == "" || (lower || word) && !r.named {
			return w
		}
		written[r.words], asked[w] = true, r.words
		return r.words
	})
	return spelt, strings.Join(slices.Sorted(maps.Keys(written)), " ")
}

// ordinary reports whether a word is one of English, which is written in capitals for
// emphasis too, or of the languages of the document and its finding aids.
func (c *Set) ordinary(word string) bool {
	word = strings.ToLower(word)
	return words.Rarity(word) != words.Unlisted || slices.ContainsFunc(c.languages, func(lang string) bool {
		return words.Function(lang).Has(word) || words.IsEveryday(word, lang)
	})
}
