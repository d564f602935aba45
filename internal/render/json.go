package render

import (
	"pincite/internal/answer"
	"pincite/internal/document"
)

// Object is an answer as pincite ask --json and GET /api/ask give it.
type Object struct {
	ID         string     `json:"id,omitempty"`
	Question   string     `json:"question"`
	Language   string     `json:"language"`
	Kind       string     `json:"kind"`
	Confidence float64    `json:"confidence"`
	Citations  []Citation `json:"citations"` // never null
	Text       string     `json:"text"`
}

// Citation is one citation of an Object.
type Citation struct {
	Section string        `json:"section"`
	Label   string        `json:"label"`
	Title   string        `json:"title"`
	Path    []string      `json:"path"`
	Quote   string        `json:"quote"`
	Span    document.Span `json:"span"` // bytes of the source text
	Score   float64       `json:"score"`
}

// JSON returns the object for an answer to a question as it was typed; text is
// the reply as Plain gives it.
func JSON(id, question string, a answer.Answer, text string) Object {
	o := Object{
		ID: id, Question: question, Language: a.Language, Kind: string(a.Kind), Confidence: a.Confidence,
		Citations: make([]Citation, 0, len(a.Citations)), Text: text,
	}
	for _, c := range a.Citations {
		o.Citations = append(o.Citations, Citation{
			Section: c.ID, Label: c.Label, Title: c.Title, Path: c.Path,
			Quote: c.Quote, Span: c.Span, Score: c.Score,
		})
	}
	return o
}
