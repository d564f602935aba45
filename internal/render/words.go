package render

// words are the few words that only the chat page needs.
type words struct {
	passage string // what unfolds a passage
	buttons string // accessible name of the buttons below a reply
}

var tables = map[string]words{
	"en": {"The passage", "What you can do next"},
	"zh": {"所在段落", "接下来可以"},
	"ru": {"Отрывок целиком", "Что можно сделать дальше"},
	"es": {"El pasaje", "Qué puede hacer ahora"},
}

func wordsOf(language string) words {
	if w, ok := tables[language]; ok {
		return w
	}
	return tables["en"]
}
