package render

import (
	"pincite/internal/answer"
	"pincite/internal/reply"
)

// Object is an answer as pincite ask --json and GET /api/ask give it.
type Object struct {
	ID         string            `json:"id,omitempty"`
	Question   string            `json:"question"`
	Language   string            `json:"language"`
	Document   string            `json:"document"` // name; empty for all documents
	Kind       answer.Kind       `json:"kind"`
	Reason     answer.Reason     `json:"reason"`
	Confidence float64           `json:"confidence"` // probability that the first quote answers, 0 to 1
	Citations  []answer.Citation `json:"citations"`  // never null
	Text       string            `json:"text"`
}

// JSON returns the object for the reply to a question as it was typed.
func JSON(id, question string, r reply.Reply) Object {
	a := r.Answer
	cited := append([]answer.Citation{}, a.Citations...)
	for _, other := range a.Others {
		if other.Kind != a.Kind || a.Kind == answer.KindClosest {
			continue
		}
		for _, c := range other.Citations {
			if a.Kind == answer.KindSection {
				c.Role = answer.RoleSee
			}
			cited = append(cited, c)
		}
	}
	return Object{
		ID: id, Question: question, Language: a.Language, Document: r.Document, Kind: a.Kind, Reason: a.Reason, Confidence: a.Confidence,
		Citations: cited, Text: Plain(r),
	}
}
