package text

import "strings"

// everyday are words of Russian and Spanish that are too common to name a topic,
// in the forms that questions use, beyond the articles and pronouns that search
// leaves out anyway: auxiliaries, what questions are framed with, and numbers.
// English has [Rarity].
var everyday = map[string]map[string]bool{
	"ru": wordsOf(`нужно нужны нужен нужна надо можно нельзя должен должна должно должны какие какой какая какое каких каким какую
		какими сколько снова опять еще уже тоже также просто вообще именно около более менее больше меньше много мало есть быть
		будет будут был была было были стать делать делают сделать делается дает дают дать иметь имеет имеют хочет хотят
		говорит говорится сказано сказать пишут написано указано упоминается советует предлагает предлагается требует требуется
		касается относится означает значит думать знать знает понять вопрос вопросы вопросе случай случае раз раза дело дела деле
		время времени год года году лет день дня дней человек людей люди людям вещи вещь часть пример например кто-то что-то
		один одна одно два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч новый новая новые новых
		происходит произойдет случится случается бывает документ документа документе документу текст текста тексте здесь там тут сейчас теперь потом после перед между`),
	"es": wordsOf(`hace hacen hacer hecho haga debe deben deberia debería puede pueden poder tener tiene tienen tenga hay haber
		ser está están estar dice dicen decir dicho habla hablan hablar menciona mencionan propone plantea pide piden exige señala
		trata refiere significa quiere quieren querer sabe saber cosa cosas caso casos vez veces forma manera tipo tipos parte
		ejemplo alguien algo alguna alguno algunos alguna nuevo nueva nuevos nuevas año años día días tiempo persona personas gente
		cuántos cuántas cuánto cuánta cuál cuáles dónde cómo cuándo quién quiénes mucho muchos mucha muchas poco más menos mejor
		bien mal siempre nunca ahora después antes según aquí ahí uno dos tres cuatro cinco seis siete ocho nueve diez cien mil
		pasa pasan pasar paso ocurre ocurren sucede documento documentos texto textos pretende dar da dan va van ir`),
}

func wordsOf(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// IsEveryday reports whether a lower-case word is among the commonest of a
// language; false for languages other than English, Russian and Spanish.
func IsEveryday(word, language string) bool {
	if language == "en" {
		return Rarity(word) == Everyday
	}
	return everyday[language][strings.ReplaceAll(word, "ё", "е")]
}
