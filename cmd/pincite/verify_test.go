package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/render"
	"pincite/internal/verify"
)

// TestQuotesVerify asks the questions that come with the program and checks what
// the answers quote: all of it is verbatim, where the answers say.
func TestQuotesVerify(t *testing.T) {
	var texts []verify.Request
	known := map[string]bool{}
	for line := range strings.Lines(allAnswers(t)) {
		var o render.Object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		for _, c := range o.Citations {
			if c.Quote != "" && utf8.RuneCountInString(c.Quote) <= verify.MaxText && !known[c.Quote] {
				known[c.Quote] = true
				texts = append(texts, verify.Request{ID: o.ID, Text: c.Quote})
			}
		}
	}
	if len(texts) < 100 {
		t.Fatalf("only %d quotes", len(texts))
	}
	var in strings.Builder
	for _, x := range texts {
		line, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		in.WriteString(string(line) + "\n")
	}
	status, out, errs := exec1(t, in.String(), "verify", "-")
	if status != success || errs != "" || strings.Count(out, "\n") != len(texts) {
		t.Errorf("status %d, %d replies to %d texts: %s", status, strings.Count(out, "\n"), len(texts), errs)
	}
	for line := range strings.Lines(out) {
		if !strings.Contains(line, `"status":"verbatim"`) {
			t.Error(line)
		}
	}
}
