package gaps

import (
	"encoding/json"
	"fmt"
	"io"
)

// An asked question of a set to be judged, in the format of package eval; near, times
// and note are for who judges.
type asked struct {
	ID         string   `json:"id"`
	Question   string   `json:"question"`
	Language   string   `json:"lang"`
	Type       string   `json:"type"`
	Document   string   `json:"document,omitempty"`
	Answerable bool     `json:"answerable"`
	Sections   []string `json:"sections"`
	Near       string   `json:"near,omitempty"`
	Times      int      `json:"times"`
	Note       string   `json:"note"`
}

// judge tells who judges what to do. As it stands, the set says that nothing answers.
const judge = "to be judged: if the document answers this, set answerable, sections and type"

// WriteSet writes the questions of all gaps, masked, as a question set, one JSON
// object a line.
func (r Report) WriteSet(w io.Writer) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for i, g := range r.Gaps {
		for n, q := range g.asked {
			err := out.Encode(asked{
				ID: fmt.Sprintf("gap-%d-%d", i+1, n+1), Question: mask(q.text), Language: q.language, Type: "unanswerable",
				Document: q.near.Document, Sections: []string{}, Near: q.near.Section, Times: len(q.at), Note: judge,
			})
			if err != nil {
				return fmt.Errorf("write a question set: %w", err)
			}
		}
	}
	return nil
}
