package lexicon

import (
	"strings"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// spellings are question words, and the verb to mention, as they are typed in
// haste or by ear.
var spellings = map[string]string{
	"wat": "what", "wot": "what", "waht": "what", "wich": "which", "whcih": "which", "whitch": "which", "wher": "where",
	"dat": "that", "whn": "when", "hwo": "how", "menshun": "mention", "menshuns": "mentions", "menshon": "mention", "menshons": "mentions",
	"че": "что", "чо": "что", "шо": "что", "скока": "сколько", "скок": "сколько", "када": "когда", "хто": "кто", "кагда": "когда",
	"ke": "que", "kien": "quien", "kuando": "cuando", "qien": "quien", "dnd": "donde",
}

// names are spellings that are names of people as well, or letters: they ask
// in lower case and before a word of a question, "hu must attend", not Hu Jintao.
var names = map[string]string{"hu": "who", "wen": "when", "q": "que"}

// Scan splits s into tokens that know their numbers in the vocabulary. Question
// words in the spelling of chats read like the ones they stand for.
func Scan(s string) []phrase.Token {
	x := All()
	tokens := x.vocabulary.Scan(s)
	for i := range tokens {
		t := &tokens[i]
		if w, ok := spellings[t.Fold]; ok {
			x.vocabulary.Respell(t, w)
		} else if w, ok := names[t.Fold]; ok && t.Raw == t.Fold && i+1 < len(tokens) && tokens[i+1].ID != 0 && !In(&tokens[i+1], Connective) {
			x.vocabulary.Respell(t, w)
		}
	}
	return tokens
}

// framing are words of the frames around a wish for mentions that are long
// enough, or framed well enough, that a slip of them is no other word.
var framing = strings.Fields(`which where mentioned mentioning mentions mention that talk talks about refer refers discuss discusses cover
	covers contain contains list every
	какие каких упоминают упоминает упоминается упоминаются упомянуты говорят говорится касаются
	mencionan menciona mencionado hablan tratan contienen aparece donde cuales`)

// minFraming is the shortest word in bytes that is taken for a slip.
const minFraming = 4

// Framed returns words with every one that no table has, and that is a slip of
// one around a wish for mentions, as that one: "mentoin". It is nil if there
// are none.
func Framed(words []phrase.Token) []phrase.Token {
	var out []phrase.Token
	for i := range words {
		w := &words[i]
		if w.ID != 0 || w.Ref || w.Level != 0 || len(w.Fold) < minFraming || w.Han() {
			continue
		}
		for _, f := range framing {
			if text.Near(w.Fold, f, 1) {
				if out == nil {
					out = append(out, words...)
				}
				All().vocabulary.Respell(&out[i], f)
				break
			}
		}
	}
	return out
}
