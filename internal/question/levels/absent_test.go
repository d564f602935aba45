package levels

import (
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
)

// ofRule returns the names of a document in a language whose text is one rule.
func ofRule(t *testing.T, language, text string) *Names {
	t.Helper()
	whole := document.Span{End: len(text)}
	d, err := document.New(document.Document{Name: "rules", Text: text,
		Meta:     document.Meta{Language: language, Levels: []document.Level{{Kind: "rule", Names: map[string][]string{language: {"rule"}}}}},
		Sections: []document.Section{{ID: "rule-1", Kind: "rule", Label: "Rule 1", Designation: document.Numbered(1), Parent: -1, Span: whole, Own: whole}}})
	if err != nil {
		t.Fatal(err)
	}
	return New(d, func(string) bool { return false })
}

// TestAbsent asks twice: the second time for what was kept.
func TestAbsent(t *testing.T) {
	names := ofRule(t, "en", "Rule 1. As chapter 2 of the old rules, Clause I and CLAUSES say.")
	for in, want := range map[string]string{
		"dogs":      "",
		"rule 2":    "",
		"chapter 1": "", // the text counts chapters
		"clause 1":  "", // and clauses
		"article 1": "article",
		"articles":  "articles",
		"point 1":   "", // a piece of whatever there is
		"annex 1":   "annex",
	} {
		tokens := grammar.Scan(in)
		names.Mark(tokens, english)
		for _, time := range []string{"first", "again"} {
			if got := names.Absent(tokens, "rule"); got != want {
				t.Errorf("%q, %s: %q, want %q", in, time, got, want)
			}
		}
	}
	if found, kept := names.counts.Load("chapter"); !kept || found != true {
		t.Errorf("chapters of the text: %v, kept %v", found, kept)
	}
}

// TestAbsentSaid says of no text that it has no annexes which speaks of one.
func TestAbsentSaid(t *testing.T) {
	for _, c := range []struct{ language, text, asked, want string }{
		{"cs", "Pravidlo 1. Klub sídlí v Brně.", "příloha 1", "priloha"},
		{"cs", "Pravidlo 1. Klub sídlí v Brně, viz Příloha.", "příloha 1", ""},
		{"en", "Rule 1. The annexed map shows the pond.", "annex 1", ""},
		{"zh", "规则一：会费见附件一。", "附件1", ""},
	} {
		names := ofRule(t, c.language, c.text)
		tokens := grammar.Scan(c.asked)
		names.Mark(tokens, english)
		if got := names.Absent(tokens, "rule"); got != c.want {
			t.Errorf("%q of %q: %q, want %q", c.asked, c.text, got, c.want)
		}
	}
}
