package choose

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"text/template"

	"pincite/internal/model"
)

//go:embed prompt.txt
var promptText string

var prompts = template.Must(template.New("").Parse(promptText))

// Version is that of the prompts.
var Version = func() int {
	n, err := strconv.Atoi(fill("version", nil))
	if err != nil {
		panic("choose: the version in prompt.txt is not a number")
	}
	return n
}()

// limits are how much a reply may hold, as the prompts say.
var limits = struct{ Sentences, Words int }{Sentences: 6, Words: 12}

// Most tokens of a reply. Models that think before they speak need room for it.
const maxTokens = 4096

// The schemas of both replies.
var (
	chooseSchema = json.RawMessage(`{"type":"object","properties":{"sentences":{"type":"array","items":{"type":"integer"}},"uncovered":{"type":"string"}},"required":["sentences","uncovered"],"additionalProperties":false}`)
	wordsSchema  = json.RawMessage(`{"type":"object","properties":{"words":{"type":"array","items":{"type":"string"}}},"required":["words"],"additionalProperties":false}`)
)

// fill returns a prompt with its blanks filled.
func fill(name string, data any) string {
	var b strings.Builder
	if err := prompts.ExecuteTemplate(&b, name, data); err != nil {
		panic(fmt.Sprintf("choose: prompt.txt: %v", err)) // a mistake in the file: every prompt is tested
	}
	return strings.TrimSpace(b.String())
}

// chooseRequest asks which of the passages' sentences answer.
func (a Asked) chooseRequest(shown []passage) model.Request {
	return model.Request{
		System: fill("system choose", limits),
		User: fill("choose", map[string]any{"Title": a.titles(), "Lines": numbered(shown),
			"Question": a.question(), "Before": a.before(), "Shown": a.shownBefore()}),
		Schema: chooseSchema, Tokens: maxTokens,
	}
}

// wordsRequest asks for which words to search.
func (a Asked) wordsRequest() model.Request {
	return model.Request{
		System: fill("system words", limits),
		User: fill("words", map[string]any{"Title": a.titles(), "Outline": a.outline(), "Vocabulary": a.vocabulary(),
			"Question": a.question(), "Before": a.before()}),
		Schema: wordsSchema, Tokens: maxTokens,
	}
}
