package text

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pincite/internal/text/words"
)

// latin returns the languages in Latin script that are told apart by their function
// words, by tag.
var latin = sync.OnceValue(func() []string {
	return slices.DeleteFunc(words.Languages(), func(l string) bool { return Scripts(l)[0] != unicode.Latin })
})

// scripts are those that tell a language, or a few of them, by tag of the commonest.
var scripts = []struct {
	tag   string
	table *unicode.RangeTable
}{
	{"ko", unicode.Hangul}, {"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"ar", unicode.Arabic}, {"hi", unicode.Devanagari},
	{"el", unicode.Greek}, {"he", unicode.Hebrew}, {"th", unicode.Thai}, {"lo", unicode.Lao}, {"km", unicode.Khmer}, {"my", unicode.Myanmar},
	{"ka", unicode.Georgian}, {"hy", unicode.Armenian},
	{"ru", unicode.Cyrillic}, {"zh", unicode.Han}, {"", unicode.Latin},
}

// sampleBytes is how much of a text Detect reads: some pages.
const sampleBytes = 32 << 10

// Detect returns the tag of the language that a document is written in, by its
// script, its letters and its function words; "und" where they do not tell. It is
// for texts; a question of a few words is a matter for [Language].
func Detect(s string) string {
	s = strings.ToValidUTF8(s[:min(len(s), sampleBytes)], "")
	count := map[string]int{}
	for _, r := range s {
		for _, x := range scripts {
			if unicode.Is(x.table, r) {
				count[x.tag]++
				break
			}
		}
	}
	best, most := "und", 0
	for _, x := range scripts { // in their order, so that equal counts tell the same always
		if count[x.tag] > most {
			best, most = x.tag, count[x.tag]
		}
	}
	switch best {
	case "zh", "ja":
		// Japanese has kana between its Han characters, Chinese has none.
		if kana := count["ja"]; kana*10 > count["zh"] {
			return "ja"
		}
		return "zh"
	case "ar":
		if strings.ContainsAny(s, "پچژگ") {
			return "fa"
		}
	case "ru":
		return cyrillic(s)
	case "":
		return latinDocument(s)
	}
	return best
}

// cyrillic tells languages by letters that the others do not have.
func cyrillic(s string) string {
	if strings.ContainsAny(s, "іїєґІЇЄҐ") && !strings.ContainsAny(s, "ыэъЫЭЪ") {
		return "uk"
	}
	if !strings.ContainsAny(s, "ыэЫЭ") && strings.ContainsRune(s, 'ъ') {
		return "bg"
	}
	return "ru"
}

// vietnamese reports ơ, ư and vowels with two marks, as ệ, in more than one word of ten;
// names have them in texts of other languages, too. A dot below alone does not tell: Yoruba
// and Igbo are written with it.
func vietnamese(s string) bool {
	all, own := 0, 0
	for w := range strings.FieldsSeq(norm.NFC.String(s)) {
		all++
		if strings.ContainsFunc(w, horned) || strings.ContainsFunc(w, twiceMarked) {
			own++
		}
	}
	return own*10 > all
}

// horned reports ơ and ư.
func horned(r rune) bool { return strings.ContainsRune("ơưƠƯ", r) }

// twiceMarked reports a vowel with a circumflex, a breve or a horn, and a tone.
func twiceMarked(r rune) bool {
	return r >= 'Ấ' && r <= 'ặ' || r >= 'Ế' && r <= 'ệ' || r >= 'Ố' && r <= 'ợ' || r >= 'Ứ' && r <= 'ự'
}

// latinDocument is the language whose function words are the most frequent; of equal
// ones, as in a short text, that whose words fewer others share, then English, in which most
// texts are and whose words many lists have, where every letter is one of its own, then that
// with the fewest words to meet by chance, then the first.
func latinDocument(s string) string {
	if vietnamese(s) {
		return "vi"
	}
	type vote struct{ words, own float64 }
	votes := map[string]vote{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		var having []string
		for _, l := range latin() {
			if words.Function(l).Has(w) {
				having = append(having, l)
			}
		}
		for _, l := range having {
			v := votes[l]
			votes[l] = vote{v.words + 1, v.own + 1/float64(len(having))}
		}
	}
	best := "en"
	plain := !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
	for _, l := range latin() {
		v, most := votes[l], votes[best]
		more := cmp.Or(cmp.Compare(v.words, most.words), cmp.Compare(v.own, most.own))
		if more > 0 || more == 0 && (best != "en" || !plain) && words.Function(l).Len() < words.Function(best).Len() {
			best = l
		}
	}
	if votes[best].words == 0 {
		return Language(s)
	}
	return best
}

// Clearly reports that a text which [Detect] tells to be in one language is not in another:
// it is in another script, or has function words enough, and twice as many as of the other.
func Clearly(s, language, other string) bool {
	const enough = 20
	if Scripts(language)[0] != Scripts(other)[0] {
		return true
	}
	is, not := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		if words.Function(language).Has(w) {
			is++
		}
		if words.Function(other).Has(w) {
			not++
		}
	}
	return is >= max(enough, 2*not)
}
