package text

import (
	"embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// abbreviationFiles have what is abbreviated, one file a language. A line is a
// class, a colon and words in lower case without their last full stop:
//
//	name     a full stop after it never ends a sentence: "Dr.", "e.g."
//	number   nor does it before a number: "No. 5", "Abs. 3"; else it is a word
//	middle   it ends a sentence if a capital follows: "etc."
//	month    is after the number of a day: "1. July"; all twelve in order, with a slash
//	         between the names of one
//	ordinal  a number with a full stop after this word is an ordinal: "am 29. Juli"
//
//go:embed abbreviations/*.txt
var abbreviationFiles embed.FS

// Month reports whether s begins with the name of a month, as after the number of a day.
func Month(s string) bool { return abbreviations().months[Fold(nextWord(s))] > 0 }

// abbreviated words of all languages. One set is enough: hardly any of them is a
// common last word of a sentence in another language.
type abbreviationSets struct {
	names, numbers, middles, ordinals map[string]bool
	months                            map[string]int // from 1, by their folded names
}

var abbreviations = sync.OnceValue(func() *abbreviationSets {
	a := &abbreviationSets{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]int{}}
	classes := map[string]map[string]bool{"name": a.names, "number": a.numbers, "middle": a.middles, "ordinal": a.ordinals}
	files, err := abbreviationFiles.ReadDir("abbreviations")
	if err != nil {
		panic(err) // an embedded folder is always there
	}
	for _, f := range files {
		data, err := abbreviationFiles.ReadFile("abbreviations/" + f.Name())
		if err != nil {
			panic(err)
		}
		for line := range strings.Lines(string(data)) {
			class, words, ok := strings.Cut(line, ":")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			if class == "month" {
				a.addMonths(words)
				continue
			}
			for w := range strings.FieldsSeq(words) {
				classes[class][w] = true
			}
		}
	}
	return a
})

// addMonths adds the names of the twelve months of a language.
func (a *abbreviationSets) addMonths(names string) {
	for i, month := range strings.Fields(names) {
		for name := range strings.SplitSeq(month, "/") {
			a.months[Fold(name)] = i + 1
		}
	}
}

// minMonth is how many letters the short name of a month has at least: "Mar", "Sept".
const minMonth = 3

// MonthOf returns the number of a month by its name in any language, or by the beginning
// of its name if no other month begins so; 0 for other words.
func MonthOf(word string) int {
	word = Fold(word)
	months := abbreviations().months
	if n := months[word]; n > 0 || utf8.RuneCountInString(word) < minMonth {
		return n
	}
	found := 0
	for name, n := range months {
		if strings.HasPrefix(name, word) {
			if found > 0 && found != n {
				return 0
			}
			found = n
		}
	}
	return found
}
