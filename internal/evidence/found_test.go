package evidence_test

import (
	"testing"
	"testing/fstest"

	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/folder"
)

// collect returns a text in Markdown as a document, and what finds evidence in it.
func collect(t *testing.T, text string) (*document.Document, *evidence.Collection) {
	t.Helper()
	b, err := folder.Load(fstest.MapFS{"rules.md": {Data: []byte(text)}}, "rules.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return b.Document, c
}

// found returns how a question is looked for, and the sections that speak for it.
func found(t *testing.T, c *evidence.Collection, question, language string) (evidence.Plan, []evidence.Section) {
	t.Helper()
	p, err := c.Plan(question, language)
	if err != nil {
		t.Fatal(err)
	}
	p.Read(question, language)
	all, err := c.Find(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, all
}
