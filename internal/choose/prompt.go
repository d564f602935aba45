package choose

import (
	_ "embed"
	"encoding/json"

	"pincite/internal/model"
)

//go:embed prompt.txt
var promptText string

var prompts = model.NewPrompts("choose", promptText)

// Version is that of the prompts.
var Version = prompts.Version()

// limits are how much a reply may hold, as the prompts say.
var limits = struct{ Sentences, Words int }{Sentences: 6, Words: 12}

// Most tokens of a reply. Models that think before they speak need room for it.
const maxTokens = 4096

// The schemas of both replies.
var (
	chooseSchema = json.RawMessage(model.Object("sentences", model.List(model.Integer), "uncovered", model.String))
	wordsSchema  = json.RawMessage(model.Object("words", model.List(model.String)))
)

// chooseRequest asks which of the passages' sentences answer.
func (a Asked) chooseRequest(shown []passage) model.Request {
	return model.Request{
		System: prompts.Fill("system choose", limits),
		User: prompts.Fill("choose", map[string]any{"Title": a.titles(), "Lines": numbered(shown),
			"Question": a.question(), "Before": a.before(), "Shown": a.shownBefore()}),
		Schema: chooseSchema, Tokens: maxTokens,
	}
}

// wordsRequest asks for which words to search.
func (a Asked) wordsRequest(vocabulary string) model.Request {
	return model.Request{
		System: prompts.Fill("system words", limits),
		User: prompts.Fill("words", map[string]any{"Title": a.titles(), "Outline": a.outline(), "Vocabulary": vocabulary,
			"Question": a.question(), "Before": a.before()}),
		Schema: wordsSchema, Tokens: maxTokens,
	}
}
