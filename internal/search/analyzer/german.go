package analyzer

import (
	"strings"

	"pincite/internal/text/words"
)

// germanPrefixes are those that part from their verb, the longer before the shorter.
var germanPrefixes = strings.Fields("zusammen zurück herunter hinunter heraus hinaus herein hinein wieder weiter durch" +
	" unter nieder fest fort frei heim über nach statt teil auf aus bei dar ein her hin los mit vor weg ab an um zu")

// germanVerb brings participles, and infinitives with "zu" in them, to the infinitive:
// gepflanzt, abgestellt, eingetragen, einzulegen. Of strong verbs it knows those that the
// words of German list. Nouns that begin with "ge" and end as participles
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
	return term
})

// infinitive returns the verb with that prefix whose participle, or infinitive with
// "zu", goes on with rest; "" if rest is neither.
func infinitive(prefix, rest string) string {
	const shortest = 4 // bytes of a verb, its ending included
	if verb, ok := strings.CutPrefix(rest, "zu"); ok && prefix != "" && strings.HasSuffix(verb, "en") && len(verb) >= shortest && !noun(verb) {
		return prefix + verb
	}
	if strong, ok := words.Plain(rest, "de"); ok {
		return prefix + strong
	}
	verb, ok := strings.CutPrefix(rest, "ge")
	if !ok || len(verb) < shortest {
		return ""
	}
	for _, declined := range []string{"en", "er", "es", "em", "e", "s", ""} {
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
