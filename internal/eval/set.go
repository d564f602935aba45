package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A Judged is one question of a question set with what a careful reader holds
// to be right.
type Judged struct {
	ID         string   `json:"id"`
	Question   string   `json:"question"`
	Language   string   `json:"lang"`
	Type       string   `json:"type"`    // fact, topic, lookup, metadata, keyword, typo, unanswerable, followup, hostile
	Context    string   `json:"context"` // the message sent just before, for a follow-up
	Repeat     *Repeat  `json:"repeat"`
	Answerable bool     `json:"answerable"`
	Sections   []string `json:"sections"` // right in the first place; a lookup wants all, in order
	Also       []string `json:"also"`     // tolerable below the first place
	Quotes     []string `json:"quotes"`   // passages that answer, word for word
	Expect     string   `json:"expect"`   // what a sensible reply to hostile input does, for a person to read
	Note       string   `json:"note"`
	Script     string   `json:"script"` // of a Chinese question: "simplified", "traditional"
}

// A Repeat lengthens a question, so that a set need not hold thousands of
// characters.
type Repeat struct {
	Text  string `json:"text"`
	Times int    `json:"times"`
}

// maxRepeat bounds what a set can make of one line: 1 MiB.
const maxRepeat = 1 << 20

// Asked returns the question in full, its repetition included.
func (j Judged) Asked() string {
	if j.Repeat == nil {
		return j.Question
	}
	return j.Question + strings.Repeat(j.Repeat.Text, j.Repeat.Times)
}

// ReadSet reads a question set, one JSON object a line. An error names the
// set and the line.
func ReadSet(r io.Reader, name string) ([]Judged, error) {
	var out []Judged
	seen := map[string]bool{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxRepeat)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		j, err := readJudged(line)
		if err == nil && seen[j.ID] {
			err = fmt.Errorf("id %q is used twice", j.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("question set %s, line %d: %w", name, n, err)
		}
		seen[j.ID] = true
		out = append(out, j)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("question set %s: %w", name, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("question set %s: no question in it", name)
	}
	return out, nil
}

func readJudged(line []byte) (Judged, error) {
	var j Judged
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&j); err != nil {
		return j, err
	}
	if j.ID == "" || j.Type == "" {
		return j, fmt.Errorf("id and type are needed")
	}
	if r := j.Repeat; r != nil && (r.Times < 0 || len(r.Text)*r.Times > maxRepeat) {
		return j, fmt.Errorf("repeat makes more than %d bytes", maxRepeat)
	}
	return j, nil
}
