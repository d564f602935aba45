package text

import (
	"strings"
	"unicode"

	"pincite/internal/text/words"
)

// Weights of the evidence, in letters of running text. A Han character says
// about as much as three Latin letters; a function word of a Latin language
// outweighs a short foreign term in it ("what does 形式主义 mean").
const (
	hanWeight  = 3
	wordWeight = 8
)

// minEnglish is the length in letters of a Latin word from which text without
// any Spanish sign is taken for English; shorter ones ("ok", "VII") say nothing.
const minEnglish = 4

// Base returns a language tag without its script and region, in lower case: "zh" of
// "zh_TW" and of "zh-Hans". Norwegian is "no", whichever of its written forms it is in.
func Base(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if base == "nb" || base == "nn" {
		return "no"
	}
	return base
}

// Language returns the language of s: "en", "zh", "ru", "es", "ja" or "ko", and "und"
// when s does not tell, as digits and emoji do not. Script decides first; English
// and Spanish are told apart by their letters, by frequent words and by endings.
func Language(s string) string {
	var latin, han, cyrillic, kana, hangul int
	for _, r := range s {
		switch {
		case r < unicode.MaxASCII && (r|0x20) >= 'a' && (r|0x20) <= 'z':
			latin++
		case r < 0x80:
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case IsHan(r):
			han += hanWeight
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	if n := max(kana, hangul); n > 0 && n*hanWeight > latin && n*hanWeight > cyrillic {
		if kana > hangul { // its Han characters are not Chinese
			return "ja"
		}
		return "ko"
	}
	english, spanish := latinVotes(s)
	if latin > 0 {
		latin += wordWeight * max(english, spanish)
	}
	switch {
	case han > latin && han >= cyrillic:
		return "zh"
	case cyrillic > latin:
		return "ru"
	case latin == 0:
		return "und"
	}
	return latinLanguage(s, english, spanish)
}

func latinLanguage(s string, english, spanish int) string {
	switch {
	case spanish > english:
		return "es"
	case english > 0 || longWord(s):
		return "en"
	}
	return "und"
}

// longWord reports whether s has a run of at least minEnglish Latin letters.
func longWord(s string) bool {
	run := 0
	for _, r := range s {
		if run++; !unicode.Is(unicode.Latin, r) {
			run = 0
		}
		if run >= minEnglish {
			return true
		}
	}
	return false
}

// latinVotes counts the signs of English and of Spanish in s.
func latinVotes(s string) (english, spanish int) {
	if strings.ContainsAny(s, "¿¡ñÑ") {
		spanish += 3
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if strings.ContainsAny(w, "áéíóúÁÉÍÓÚ") {
			spanish++
		}
		f := Fold(w)
		switch {
		case words.Telling("en").Has(f):
			english++
		case words.Telling("es").Has(f):
			spanish++
		case hasSuffix(f, "cion", "ciones", "idad", "idades", "mente", "ismo", "ando", "iendo", "encia"):
			spanish++
		case hasSuffix(f, "ing", "tion", "ness", "ment", "ship", "ism", "ity", "ly"):
			english++
		case len(f) > 4 && words.Rarity(f) == words.Unlisted && hasSuffix(f, spanishEndings...):
			spanish++
		}
	}
	return english, spanish
}

// spanishEndings are those of Spanish words that a few hurried ones without
// accents or function words are told by, when English does not know them
// ("corregir errores", "nuevas fuerzas").
var spanishEndings = []string{"ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ar", "ir", "os", "as", "oso", "osa",
	"ivo", "iva", "ales", "ero", "era", "ario", "aria", "dad", "ores"}

func hasSuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if len(s) > len(x)+1 && strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
