package draft

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"pincite/internal/model"
)

//go:embed prompt.txt
var promptText string

var prompts = model.NewPrompts("draft", promptText)

// Version is that of the prompts.
var Version = prompts.Version()

// MaxPasses is as how many kinds of people a section can be asked about.
const MaxPasses = 5

// limits are how many entries a reply may have, as the prompt says.
var limits = struct{ Headings, SectionQuestions, Same, Related, Questions, Named, Unanswered int }{
	Headings: 6, SectionQuestions: 4, Same: 6, Related: 10, Questions: 5, Named: 4, Unanswered: 5,
}

// The schemas of both replies.
var (
	draftSchema = json.RawMessage(model.Object(
		"headings", model.List(model.String), "questions", model.List(model.String),
		"sentences", model.List(model.Object("n", model.Integer, "gloss", model.String, "same", model.List(model.String), "related", model.List(model.String), "questions", model.List(model.String))),
		"named", model.List(model.String), "unanswered", model.List(model.String)))
	checkSchema = json.RawMessage(model.Object("answers", model.List(model.Object("q", model.Integer, "n", model.Integer))))
)

// maxTokens bounds a reply: a model that repeats itself ends there.
const maxTokens = 8192

// draftRequest asks for the aids of a unit.
func (j *Job) draftRequest(u unit, language string, pass int, existing []string) model.Request {
	return model.Request{
		System: prompts.Fill("system draft", limits),
		User: prompts.Fill("draft", map[string]any{
			"Title": j.title(), "Outline": outlineAround(j.Document, u.section), "Path": pathOf(j.Document, u.section),
			"Before": before(j.Document, u.section), "Lines": numbered(u.shown()), "Existing": dashed(existing),
			"Asker": prompts.Fill("asker "+strconv.Itoa(pass), nil), "Language": language,
		}),
		Schema: draftSchema,
		Tokens: maxTokens,
	}
}

// checkRequest asks which of the questions the lines answer.
func (j *Job) checkRequest(lines, questions []string) model.Request {
	return model.Request{
		System: prompts.Fill("system check", nil),
		User:   prompts.Fill("check", map[string]any{"Title": j.title(), "Lines": numbered(lines), "Questions": numbered(questions)}),
		Schema: checkSchema,
		Tokens: maxTokens,
	}
}

func numbered(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "%d. %s\n", i+1, l)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func dashed(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("- " + l + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// tokens estimates how many tokens a text is: a token is about four letters of the
// Latin alphabet, or somewhat more than one of another script.
func tokens(s string) int {
	ascii, other := 0, 0
	for _, r := range s {
		if r < 0x250 {
			ascii++
		} else {
			other++
		}
	}
	return (ascii+3)/4 + (other*3+3)/4
}
