package choose

import (
	"context"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/document"
	"pincite/internal/text"
)

// A Source is a document that can be searched.
type Source interface {
	Document() *document.Document
	// Rank returns the best places for a query, at most limit, best first.
	Rank(ctx context.Context, query string, limit int) ([]answer.Citation, error)
}

// Asked is what was asked, and of which documents.
type Asked struct {
	Turns   []turn.Turn // earlier exchanges, oldest first; the last is told to the model
	Sources []Source    // at least one
	Caller  string      // who is counted for it; empty for nobody

	message string // set by Choose, as it was read
}

// question is the question as the model gets it: on one line, as the parser read it.
func (a Asked) question() string { return text.Line(a.message) }

// last returns the turn before; false for the first question.
func (a Asked) last() (turn.Turn, bool) {
	if len(a.Turns) == 0 {
		return turn.Turn{}, false
	}
	return a.Turns[len(a.Turns)-1], true
}

func (a Asked) before() string {
	t, _ := a.last()
	return text.Line(t.Question.Text)
}

// shownBefore names the sections that answered the question before.
func (a Asked) shownBefore() string {
	t, _ := a.last()
	var names []string
	for _, d := range a.documents() {
		if t.Document != "" && t.Document != d.Name {
			continue
		}
		for _, id := range t.Sections[:min(len(t.Sections), 3)] {
			if i, ok := d.ByID(id); ok {
				names = append(names, d.Heading(i))
			}
		}
	}
	return strings.Join(names, "; ")
}

func (a Asked) documents() []*document.Document {
	var out []*document.Document
	for _, s := range a.Sources {
		out = append(out, s.Document())
	}
	return out
}

// texts tells the documents' texts from all others.
func (a Asked) texts() []string {
	var out []string
	for _, d := range a.documents() {
		out = append(out, d.Name, d.Digest())
	}
	return out
}

func (a Asked) titles() string {
	var titles []string
	for _, d := range a.documents() {
		titles = append(titles, d.Meta.Title)
	}
	return strings.Join(titles, "; ")
}
