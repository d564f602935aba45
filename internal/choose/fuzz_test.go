package choose_test

import (
	"context"
	"testing"

	"pincite/internal/choose"
)

// A fixed memory has the same for every question.
type fixed []byte

// Chosen implements choose.Memory.
func (m fixed) Chosen(context.Context, string) ([]byte, error) { return m, nil }

// KeepChosen implements choose.Memory.
func (m fixed) KeepChosen(context.Context, string, []byte) error { return nil }

// FuzzKept: whatever was kept of a choice, perhaps by another version or of another text,
// every quote is the document's.
func FuzzKept(f *testing.F) {
	for _, raw := range []string{"", "null", `{"quotes":[]}`, `{"quotes":[{"document":"a","section":0,"start":0,"end":9}],"uncovered":[0,99]}`,
		`{"quotes":[{"document":"a","section":-1,"start":5,"end":-5}]}`, `{"quotes":[{"document":"","section":999999,"start":0,"end":1e9}]}`} {
		f.Add([]byte(raw))
	}
	l := open(f, rules)
	f.Fuzz(func(t *testing.T, raw []byte) {
		ask(t, with(l, &scripted{replies: []string{`{"sentences": [], "uncovered": ""}`}}, choose.Options{Memory: fixed(raw)}), "may I fish at night in July?")
	})
}
