package words

import (
	"slices"

	"pincite/internal/text"
)

// languages are the tags of the interface languages, English first.
var languages = []string{"en", "zh", "ru", "es"}

var tables = map[string]*Words{"en": &english, "zh": &chinese, "ru": &russian, "es": &spanish}

// Languages returns the tags of the interface languages, English first.
func Languages() []string { return slices.Clone(languages) }

// In returns the words of an interface language, to be read and never changed;
// nil for any other tag.
func In(language string) *Words { return tables[language] }

// Has reports whether a tag is one of [Languages].
func Has(language string) bool { return tables[language] != nil }

// Spoken returns the interface language for a language tag: "zh-hans" and
// "zh_TW" are "zh"; "" for what is not spoken here.
func Spoken(tag string) string {
	if base := text.Base(tag); Has(base) {
		return base
	}
	return ""
}

// Known is [Spoken], with English for all other languages.
func Known(tag string) string {
	if l := Spoken(tag); l != "" {
		return l
	}
	return languages[0]
}

// ownNames are the languages as those who speak them write them.
var ownNames = map[string]string{"en": "English", "zh": "中文", "ru": "Русский", "es": "Español"}

// OwnName is an interface language as those who speak it write it.
func OwnName(language string) string { return ownNames[language] }
