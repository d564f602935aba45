package prose

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// latin and cyrillic are the languages in a script that any question may be in, those that
// the grammar has rules for: they are told apart by their function words.
var (
	latin    = sync.OnceValue(func() []string { return writtenIn(unicode.Latin) })
	cyrillic = sync.OnceValue(func() []string { return writtenIn(unicode.Cyrillic) })
)

func writtenIn(script *unicode.RangeTable) []string {
	return slices.DeleteFunc(grammar.Languages(), func(l string) bool { return text.Scripts(l)[0] != script })
}

// lead is by how many words a language that nobody expects is ahead of those that are: "do we
// sell ale" has three words of Polish and two of English.
const lead = 2

// Language is the language of s. Where few words tell, it is one of those of the
// document and its aids, the document's first, or that of the person's client.
func Language(s string, document []string, client string) string {
	candidate := func(l string) bool { return l == client || slices.Contains(document, l) }
	found := text.Language(s)
	if found == "und" && candidate("ja") && strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }) {
		return "ja"
	}
	if found == "zh" && document[0] == "ja" && client != "zh" && !chinese(s) {
		return "ja" // 利用料金
	}
	var languages []string
	switch found {
	case "en", "es":
		languages = latin()
	case "ru":
		languages = cyrillic()
	default:
		return found
	}
	languages = withExpected(languages, append([]string{client}, document...))
	votes := votesOf(s, languages)
	best := likeliest(languages, votes, found, document[0], candidate)
	if votes[best] > 1 || votes[best] == 1 && (candidate(best) || found == "ru" && votes[found] == 0 && !candidate(found)) { // few words are of two languages in Cyrillic
		return best
	}
	if candidate(found) && (found != "en" || client == "en" || client == "" && document[0] == "en") {
		return found
	}
	for _, l := range append([]string{client}, document...) {
		if slices.Contains(languages, l) {
			return l
		}
	}
	return found
}

// likeliest returns the language with the most votes, in a tie the document's own, the one
// found otherwise, one that is expected, and that with the fewest words to meet by chance. One
// that nobody expects is ahead of those that are by lead.
func likeliest(languages []string, votes map[string]int, found, own string, expected func(string) bool) string {
	most := 0
	for _, l := range languages {
		if expected(l) {
			most = max(most, votes[l])
		}
	}
	rank := func(l string) []int {
		return []int{votes[l], phrase.One(l == own), phrase.One(l == found), phrase.One(expected(l)), -words.Function(l).Len()}
	}
	best := found
	for _, l := range languages {
		known := votes[l] > 0 && (most == 0 || expected(l) || votes[l] >= most+lead)
		if known && slices.Compare(rank(l), rank(best)) > 0 {
			best = l
		}
	}
	return best
}

// withExpected returns the languages of a script that a question may be in, with those
// others in that script that are expected: people ask about a Polish text in Polish, and
// about a Ukrainian one in Ukrainian.
func withExpected(languages, expected []string) []string {
	out := slices.Clone(languages)
	scripts := text.Scripts(out[0])
	for _, l := range expected {
		if !slices.Contains(out, l) && words.Function(l).Len() > 0 && slices.Equal(text.Scripts(l), scripts) {
			out = append(out, l)
		}
	}
	return out
}

// chinese reports whether Chinese characters hold a function word of Chinese that
// Japanese does not write so.
func chinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return words.Function("zh").Has(text.Simplified(string(r))) && !words.Function("ja").Has(string(r))
	})
}

// votesOf counts the words of s that each of the languages has among its common ones.
func votesOf(s string, languages []string) map[string]int {
	votes := map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		for _, l := range languages {
			if words.Function(l).Has(w) || words.Light(l).Has(w) || words.Telling(l).Has(text.Fold(w)) {
				votes[l]++
			}
		}
	}
	return votes
}

// Strange reports whether more than a third of the letters of s are in a script that
// neither the languages that are read nor language is written in.
func Strange(s, language string) bool {
	letters, strange := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Han) && !unicode.In(r, text.Scripts(language)...) {
				strange++
			}
		}
	}
	return 3*strange > letters
}
