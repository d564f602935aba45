package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Judged is one question of a question set with what a careful reader holds
// to be right. Fields of a set that are not listed here are for people to read.
type Judged struct {
	ID         string   `json:"id"`
	Question   string   `json:"question"`
	Language   string   `json:"lang"`     // "en", "zh", …; "und" for what is in none
	Type       string   `json:"type"`     // "fact", "lookup", …: a row of the summary
	Context    string   `json:"context"`  // the message sent just before, for a follow-up
	Document   string   `json:"document"` // name of the document asked; empty for all there are
	Repeat     *Repeat  `json:"repeat"`
	Answerable bool     `json:"answerable"`
	Sections   []string `json:"sections"`    // right in the first place; a lookup wants all, in order
	Also       []string `json:"also"`        // tolerable below the first place
	Quotes     []string `json:"quotes"`      // passages that answer, word for word
	Gold       []string `json:"gold_quotes"` // another name for the same
}

// Types of question that are judged, or counted, in their own way. Any other
// type, such as "fact" or "topic", is judged by the common rules.
const (
	typeLookup   = "lookup"
	typeFollowup = "followup"
	typeTypo     = "typo"
	typeHostile  = "hostile"
)

// A Repeat lengthens a question, so that a set need not hold thousands of
// characters.
type Repeat struct {
	Text  string `json:"text"`
	Times int    `json:"times"`
}

// maxRepeat bounds a line of a set, and what it can be made to repeat: 1 MiB.
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
	n := 1
	for ; lines.Scan(); n++ {
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
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
		return nil, fmt.Errorf("question set %s, line %d: %w", name, n, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("question set %s: no question in it", name)
	}
	return out, nil
}

func readJudged(line []byte) (Judged, error) {
	var j Judged
	if err := json.Unmarshal(line, &j); err != nil {
		return j, err
	}
	j.Quotes = append(j.Quotes, j.Gold...)
	switch r := j.Repeat; {
	case j.ID == "" || j.Type == "":
		return j, errors.New("id and type are needed")
	case j.Question == "" && r == nil:
		return j, fmt.Errorf("%s asks nothing: question is needed, or repeat", j.ID)
	case r != nil && (r.Times < 0 || r.Times > maxRepeat || len(r.Text)*r.Times > maxRepeat):
		return j, fmt.Errorf("%s repeats %d times: 0 or more are possible, and %d bytes at most", j.ID, r.Times, maxRepeat)
	case j.Answerable && len(j.Sections)+len(j.Quotes) == 0:
		return j, fmt.Errorf("%s is answerable: sections that answer are needed, or passages", j.ID)
	}
	return j, nil
}
