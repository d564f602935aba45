package words

import (
	"embed"
	"io/fs"
	"iter"
	"maps"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed ??.txt
var files embed.FS

// A Set is a list of words of one language, in lower case. The zero value is
// empty. It is safe for concurrent use.
type Set struct {
	words map[string]struct{}
	plain map[string]string // in [irregular], [short] and [plural]: the plain form of a word or an ending
}

// Has reports whether a word in lower case is in the set. In Russian, ё counts
// as е.
func (s Set) Has(word string) bool {
	if _, ok := s.words[word]; ok {
		return true
	}
	if !strings.Contains(word, "ё") {
		return false
	}
	_, ok := s.words[strings.ReplaceAll(word, "ё", "е")]
	return ok
}

// All returns the words of the set, in no order.
func (s Set) All() iter.Seq[string] { return maps.Keys(s.words) }

// Len returns the number of words in the set.
func (s Set) Len() int { return len(s.words) }

// Languages returns the languages that have a file, in the order of their tags.
func Languages() []string { return LanguagesIn(files) }

// LanguagesIn returns the languages that have a file in a folder, as "en.txt", in the order of
// their tags.
func LanguagesIn(folder fs.FS) []string {
	names, _ := fs.Glob(folder, "*.txt") // the pattern is well formed
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".txt")
	}
	return names
}

// Function returns the words of a language (a tag such as "en") that carry no
// topic of their own: articles, pronouns, prepositions, auxiliaries, question
// words. Of Chinese they are single characters, particles included.
func Function(language string) Set { return listsOf(language)["function"] }

// Particles returns the characters of Chinese of which one is enough to tell
// that a pair of characters names nothing; of other languages, nothing.
func Particles(language string) Set { return listsOf(language)["particle"] }

// Articles returns the articles of a language that are before a word apart.
func Articles(language string) Set { return listsOf(language)["article"] }

// Joins returns the small words that stand between the words of a name and have no
// letter in its initials: "of", "and". They are function words.
func Joins(language string) Set { return listsOf(language)["joins"] }

// everyday returns the words of a language that are too common to name a topic
// though they are no function words. For English, see [Rarity].
func everyday(language string) Set { return listsOf(language)["everyday"] }

// Of returns the words of a language that stand between a number and the text that it is
// of: "of" in "Article 6 of the Treaty".
func Of(language string) Set { return listsOf(language)["of"] }

// Light returns the words of questions that say little beside what they are about:
// "get", "need", "actually".
func Light(language string) Set { return listsOf(language)["light"] }

// Telling returns the words that tell a language from others in the same script,
// folded as package text folds; empty where the script tells.
func Telling(language string) Set { return listsOf(language)["telling"] }

// IsEveryday reports whether a word in lower case is among the commonest of a
// language; false for a language that has no list.
func IsEveryday(word, language string) bool {
	if language == "en" {
		return Rarity(word) == MostCommon
	}
	return everyday(language).Has(word)
}

// Plain returns the plain form of an irregular one, in lower case, and whether the
// word is irregular in that language: "child" of "children".
func Plain(word, language string) (string, bool) {
	s, ok := listsOf(language)["irregular"].plain[word]
	return s, ok
}

// Whole returns the words of a language, as stems without accents, that only look as if they
// had the ending of a verb, and without it would be another word: "markt", which is no form
// of "mark". Those with a hyphen before them end others too: "-markt".
func Whole(language string) Set { return listsOf(language)["whole"] }

// Verbs returns the verbs whose irregular forms are known, in the infinitive where they have one.
func Verbs(language string) Set { return listsOf(language)["irregular"] }

// Singular returns the singular of a noun that its ending says to be a plural, in lower
// case; "" for others. It reports whether the endings of the language tell, all of them being
// known where there is an empty one.
func Singular(word, language string) (string, bool) {
	const shortest = 3 // runes
	endings := listsOf(language)["plural"].plain
	for i := range word { // the longest ending first
		one, ok := endings[word[i:]]
		if ok && one == word[i:] {
			return "", true
		}
		if one = word[:i] + one; ok && utf8.RuneCountInString(one) >= shortest {
			return one, true
		}
	}
	_, all := endings[""]
	return "", all
}

// Long returns the word that a short form of chats stands for, in lower case, and
// whether there is one in that language: "people" of "ppl".
func Long(word, language string) (string, bool) {
	s, ok := listsOf(language)["short"].plain[word]
	return s, ok
}

var loaded sync.Map // language -> func() map[string]Set

// listsOf returns the lists of a language by name, read once.
func listsOf(language string) map[string]Set {
	read, ok := loaded.Load(language)
	if !ok {
		data, err := files.ReadFile(language + ".txt")
		if err != nil {
			return nil // no such language; it is not remembered, since callers may pass anything
		}
		read, _ = loaded.LoadOrStore(language, sync.OnceValue(func() map[string]Set { return parse(string(data)) }))
	}
	return read.(func() map[string]Set)()
}

// parse reads the lists of a file. Function words include the particles.
func parse(data string) map[string]Set {
	lists := map[string]Set{}
	name := ""
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "["); ok {
			name = strings.TrimSuffix(rest, "]")
			lists[name] = Set{map[string]struct{}{}, map[string]string{}}
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			plain, form, ok := strings.Cut(word, ":") // in [irregular]: child:children
			if ok {
				lists[name].plain[form] = plain
			}
			lists[name].words[plain] = struct{}{}
		}
	}
	for word := range lists["particle"].words {
		lists["function"].words[word] = struct{}{}
	}
	return lists
}
