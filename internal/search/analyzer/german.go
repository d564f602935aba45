package analyzer

import (
	"strings"

	"pincite/internal/text/words"
)

// germanPrefixes are those that part from their verb, the longer before the shorter.
var germanPrefixes = strings.Fields("zusammen zurück herunter hinunter heraus hinaus herein hinein wieder weiter durch" +
	" unter nieder fest fort frei heim über nach statt teil auf aus bei dar ein her hin los mit vor weg ab an um zu")

// germanFixed are those that do not, and in whose participles no "ge" is: beschlossen.
var germanFixed = strings.Fields("über unter wider miss ent ver zer be er")

// germanDeclined are the endings of a participle that is declined, and of one that is not.
var germanDeclined = []string{"en", "er", "es", "em", "e", "s", ""}

// germanVerb brings participles, and infinitives with "zu" in them, to the infinitive:
// gepflanzt, abgestellt, eingetragen, einzulegen. Of strong verbs, and of those that begin with
// "ge" in the infinitive, it knows those that the words of German list. Nouns that begin with "ge" and end as participles
// do are changed in every text alike.
var germanVerb = termFilter(func(term []byte) []byte {
	word := string(term)
	if verb := infinitive("", word); verb != "" {
		return []byte(verb)
	}
	for _, prefix := range germanPrefixes {
		if rest, ok := strings.CutPrefix(word, prefix); ok {
			if verb := infinitive(prefix, rest); verb != "" {
				return []byte(verb)
			}
		}
	}
	for _, prefix := range germanFixed {
		if rest, ok := strings.CutPrefix(word, prefix); ok && !words.Verbs("de").Has(rest) { // belegen, not beliegen
			if verb := strong("ge" + rest); verb != "" {
				return []byte(prefix + verb)
			}
		}
	}
	return term
})

// strong returns the strong verb that a word is the participle of; "" if there is none.
func strong(word string) string {
	for _, declined := range germanDeclined {
		stem, ok := strings.CutSuffix(word, declined)
		if verb, known := words.Plain(stem, "de"); ok && known {
			return verb
		}
	}
	return ""
}

// infinitive returns the verb with that prefix whose participle, or infinitive with
// "zu", goes on with rest; "" if rest is neither.
func infinitive(prefix, rest string) string {
	const shortest = 4 // bytes of a verb, its ending included
	if verb, ok := strings.CutPrefix(rest, "zu"); ok && prefix != "" && strings.HasSuffix(verb, "en") && len(verb) >= shortest && !noun(verb) {
		return prefix + verb
	}
	if verb := strong(rest); verb != "" {
		return prefix + verb
	}
	verb, ok := strings.CutPrefix(rest, "ge")
	if !ok || len(verb) < shortest {
		return ""
	}
	for _, declined := range germanDeclined {
		stem, ok := strings.CutSuffix(verb, "t"+declined)
		if ok && len(stem) > 2 {
			return prefix + strings.TrimSuffix(stem, "e") + "en"
		}
	}
	return ""
}

// noun reports a word that ends as the plural of a noun or as a declined participle does,
// whose other forms end otherwise: Zulassungen, anzuwendenden.
func noun(word string) bool {
	return strings.HasSuffix(word, "ungen") || strings.HasSuffix(word, "enden")
}
