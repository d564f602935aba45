package draft

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
		panic("draft: the version in prompt.txt is not a number")
	}
	return n
}()

// MaxPasses is as how many kinds of people a section can be asked about.
const MaxPasses = 5

// limits are how many entries a reply may have, as the prompt says.
var limits = struct{ Headings, SectionQuestions, Same, Related, Questions, Named, Unanswered int }{
	Headings: 6, SectionQuestions: 4, Same: 6, Related: 10, Questions: 5, Named: 4, Unanswered: 5,
}

// fill returns a prompt with its blanks filled.
func fill(name string, data any) string {
	var b strings.Builder
	if err := prompts.ExecuteTemplate(&b, name, data); err != nil {
		panic(fmt.Sprintf("draft: prompt.txt: %v", err)) // a mistake in the file: every prompt is tested
	}
	return b.String()
}

// list returns the JSON schema of a list of a kind of values.
func list(items string) string { return `{"type":"array","items":` + items + `}` }

// object returns the JSON schema of an object with those fields and no others: pairs
// of a name and a schema.
func object(fields ...string) string {
	var properties, names []string
	for i := 0; i < len(fields); i += 2 {
		properties = append(properties, strconv.Quote(fields[i])+":"+fields[i+1])
		names = append(names, strconv.Quote(fields[i]))
	}
	return `{"type":"object","properties":{` + strings.Join(properties, ",") + `},"required":[` +
		strings.Join(names, ",") + `],"additionalProperties":false}`
}

const (
	aString = `{"type":"string"}`
	aNumber = `{"type":"integer"}`
)

// The schemas of both replies.
var (
	draftSchema = json.RawMessage(object(
		"headings", list(aString), "questions", list(aString),
		"sentences", list(object("n", aNumber, "gloss", aString, "same", list(aString), "related", list(aString), "questions", list(aString))),
		"named", list(aString), "unanswered", list(aString)))
	checkSchema = json.RawMessage(object("answers", list(object("q", aNumber, "n", aNumber))))
)

// maxTokens bounds a reply: a model that repeats itself ends there.
const maxTokens = 8192

// draftRequest asks for the aids of a unit.
func (j *Job) draftRequest(u unit, language string, pass int, existing []string) model.Request {
	return model.Request{
		System: fill("system draft", limits),
		User: fill("draft", map[string]any{
			"Title": j.title(), "Outline": outlineAround(j.Document, u.section), "Path": pathOf(j.Document, u.section),
			"Before": before(j.Document, u.section), "Lines": numbered(u.shown()), "Existing": dashed(existing),
			"Asker": fill("asker "+strconv.Itoa(pass), nil), "Language": language,
		}),
		Schema: draftSchema,
		Tokens: maxTokens,
	}
}

// checkRequest asks which of the questions the lines answer.
func (j *Job) checkRequest(lines, questions []string) model.Request {
	return model.Request{
		System: fill("system check", nil),
		User:   fill("check", map[string]any{"Title": j.title(), "Lines": numbered(lines), "Questions": numbered(questions)}),
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
