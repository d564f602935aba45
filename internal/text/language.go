package text

import (
	"strings"
	"unicode"
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

// Language returns the language of s: "en", "zh", "ru" or "es", and "und" when
// s does not tell, as digits and emoji do not. Script decides first; English
// and Spanish part by their letters, by frequent words and by endings.
func Language(s string) string {
	var latin, han, cyrillic, kana int
	for _, r := range s {
		switch {
		case r < unicode.MaxASCII && (r|0x20) >= 'a' && (r|0x20) <= 'z':
			latin++
		case r < 0x80:
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			kana++
		case IsHan(r):
			han += hanWeight
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	if kana > 0 && kana*hanWeight > latin && kana*hanWeight > cyrillic {
		return "und" // Japanese or Korean, whose Han characters are not Chinese
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
		case englishWords[f]:
			english++
		case spanishWords[f]:
			spanish++
		case hasSuffix(f, "cion", "ciones", "idad", "idades", "mente", "ismo", "ando", "iendo", "encia"):
			spanish++
		case hasSuffix(f, "ing", "tion", "ness", "ment", "ship", "ism", "ity", "ly"):
			english++
		case len(f) > 4 && Rarity(f) == Unlisted && hasSuffix(f, spanishEndings...):
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

// The most frequent words of each language that the other does not share,
// folded, and the nouns that stand alone with a number in a short question.
var (
	englishWords = set(`the of and to is it you that was for on are with as they this have from or had by
		hot but what some we can out were all your when up use how said an each she which do their if will
		about many then them would these so her him into has two could my than who may been where why does
		did there not any get give tell show me please pls plz thanks thank hello hi hey bye be at in
		measure measures part parts article articles chapter section number full text next previous last
		first second third fourth fifth sixth seventh eighth ninth tenth one three four five seven eight
		nine ten what's whats should must say says mean means anything something every find go open page`)
	spanishWords = set(`el la los las de que y en un una es se por con para su al lo como mas pero sus le
		ya o este esta estos estas si porque cuando muy sin sobre tambien hay donde quien quienes desde
		todo todos todas cual cuales cuanto cuanta cuantos cuantas del eso esa ese son fue ser tiene dice
		dicen medida medidas parte partes articulo articulos capitulo capitulos seccion apartado punto
		muestra muestrame mostrar dame hola gracias ayuda adios buenos buenas dias tardes indice contenido
		siguiente anterior ultima ultimo primera primero segunda segundo tercera tercero cuarta cuarto
		quinta quinto sexta sexto septima septimo octava octavo novena noveno decima decimo dos tres
		cuatro cinco seis siete ocho nueve diez once doce trece catorce quince documento texto completo
		completa favor ver leer otra otro y e ni u partido cuadros miembros`)
)
