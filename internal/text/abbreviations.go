package text

import (
	"embed"
	"strings"
	"sync"
)

// abbreviationFiles have what is abbreviated, one file a language. A line is a
// class, a colon and words in lower case without their last full stop:
//
//	name     a full stop after it never ends a sentence: "Dr.", "e.g."
//	number   nor does it before a number: "No. 5", "Abs. 3"; else it is a word
//	middle   it ends a sentence if a capital follows: "etc."
//	month    is after the number of a day: "1. July"
//	ordinal  a number with a full stop after this word is an ordinal: "am 29. Juli"
//
//go:embed abbreviations/*.txt
var abbreviationFiles embed.FS

// Month reports whether s begins with the name of a month, as after the number of a day.
func Month(s string) bool { return abbreviations().months[nextWord(s)] }

// abbreviated words of all languages. One set is enough: hardly any of them is a
// common last word of a sentence in another language.
type abbreviationSets struct {
	names, numbers, middles, months, ordinals map[string]bool
}

var abbreviations = sync.OnceValue(func() *abbreviationSets {
	a := &abbreviationSets{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	classes := map[string]map[string]bool{"name": a.names, "number": a.numbers, "middle": a.middles, "month": a.months, "ordinal": a.ordinals}
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
			for w := range strings.FieldsSeq(words) {
				classes[class][w] = true
			}
		}
	}
	return a
})
