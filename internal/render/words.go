package render

// words are the few words that only a carrier's form needs.
type words struct {
	reader  string // button that opens the reader
	passage string // what unfolds a passage
	reply   string // accessible name of the buttons below a reply
}

var tables = map[string]words{
	"en": {"Read in context", "The passage", "What you can do next"},
	"zh": {"在原文中查看", "所在段落", "接下来可以"},
	"ru": {"Читать в документе", "Отрывок целиком", "Что можно сделать дальше"},
	"es": {"Leer en su contexto", "El pasaje", "Qué puede hacer ahora"},
}

func wordsOf(language string) words {
	if w, ok := tables[language]; ok {
		return w
	}
	return tables["en"]
}
