package turn

import (
	"slices"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library/librarytest"
	"pincite/internal/question"
	"pincite/internal/question/step"
	"pincite/internal/question/structure"
)

const rules = `# Rules of the pool

## Part 1 Swimmers

### Article 1 Entry

Swimmers enter by the gate. They show a ticket.

### Article 2 Showers

Everybody showers. No soap is left behind.

## Part 2 Staff

### Article 3 Guards

A guard sits on the tower.
`

// reader returns the reader of the rules, and their parser.
func reader(t *testing.T) (*Reader, *question.Parser, *document.Document) {
	t.Helper()
	d := librarytest.Document(t, "rules.md", rules)
	p := question.NewParser(question.Options{Document: d, Languages: []string{"en"}, Weight: func(string) float64 { return 0.5 },
		Kept: func(_ string, make func() []byte) []byte { return make() }})
	return NewReader(d, p), p, d
}

func TestRead(t *testing.T) {
	r, p, _ := reader(t)
	ask := func(s string) question.Question { return p.Parse(s, question.Context{Language: "en"}) }
	for _, c := range []struct {
		before, message string // before is "" where nothing was said
		kind            question.Kind
		outline         structure.Ask
	}{
		{"", "", question.Empty, structure.None},
		{"", "the second sentence", question.Search, structure.None}, // of nothing
		{"article 1", "the second sentence", question.Lookup, structure.None},
		{"how many articles are there in part 1?", "which ones?", question.Outline, structure.List},
		{"list the articles in part 1", "and in part 2?", question.Outline, structure.Children},
		{"who sits on the tower?", "and in part 2?", question.Search, structure.None},
	} {
		var turns []Turn
		if c.before != "" {
			turns = []Turn{{Question: ask(c.before), Sections: []string{"article-1"}}}
		}
		if got := r.Read(ask(c.message), turns); got.Kind != c.kind || got.Outline != c.outline {
			t.Errorf("%q after %q: %v %v, want %v %v", c.message, c.before, got.Kind, got.Outline, c.kind, c.outline)
		}
	}
}

func TestRefs(t *testing.T) {
	r, p, d := reader(t)
	for _, c := range []struct {
		last, message string // last is the id of the section shown last; "" for none
		want          []string
	}{
		{"", "article 3", []string{"article-3"}},
		{"no-such-section", "article 3", []string{"article-3"}},
		{"article-1", "the second sentence", []string{"article-1"}},
		{"article-1", "and 3?", []string{"article-3"}},
		{"part-1", "and 2?", []string{"part-2"}},
	} {
		var turns []Turn
		if c.last != "" {
			turns = []Turn{{Sections: []string{c.last}, Question: p.Parse(c.last, question.Context{})}}
		}
		q := p.Parse(c.message, question.Context{Language: "en"})
		var got []string
		for _, ref := range r.Refs(q, turns) {
			for _, i := range ref.Sections {
				got = append(got, d.Sections[i].ID)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q after %s names %q, want %q", c.message, c.last, got, c.want)
		}
	}
}

// TestStep reads a step of a designation that is all that was said.
func TestStep(t *testing.T) {
	d := librarytest.Document(t, "law.md", "# Law\n\n## Article 1 Scope\n\n(1) Boats are towed.\n\n(2) Rafts are not:\n\n(a) old ones;\n\n(b) new ones.\n\n## Article 2 Fees\n\nA fee is due.\n\n## Article 2A Waiver\n\nNone is due at night.\n\n## Annex A Forms\n\nForms are blue.\n\n## Annex B Signs\n\nSigns are red.\n")
	p := question.NewParser(question.Options{Document: d, Languages: []string{"en"}, Kept: func(_ string, make func() []byte) []byte { return make() }})
	r := NewReader(d, p)
	for _, c := range []struct{ last, message, want string }{ // want is "" where nothing is named
		{"", "and b?", ""},
		{"article 1", "(9)", ""},
		{"article 2", "z?", ""},
		{"article 1", "what about boats and rafts?", ""},
		{"article 1", "(2)?", "Article 1(2)"},
		{"article 1(1)", "(2)", "Article 1(2)"},
		{"article 1", "and 2?", ""}, // which is Article 2
		{"article 1(1)", "and 2?", ""},
		{"article 1(2)(a)", "b please", "Article 1(2)(b)"},
		{"article 2", "and A?", "Article 2A"},
		{"annex A", "and C?", ""},
		{"annex A", "and B?", "Annex B"},
	} {
		var turns []Turn
		if c.last != "" {
			before := p.Parse(c.last, question.Context{})
			turns = []Turn{{Question: before, Sections: []string{d.Sections[before.Refs[0].Sections[0]].ID}}}
		}
		got, q := "", p.Parse(c.message, question.Context{Language: "en"})
		if ref, ok := r.step(q.Step, turns); ok {
			got = d.Sections[ref.Sections[0]].Label
		}
		if got != c.want {
			t.Errorf("%q after %q is %q, want %q", c.message, c.last, got, c.want)
		}
	}
}

func TestListedAndCurrent(t *testing.T) {
	r, p, d := reader(t)
	q := func(s string) question.Question { return p.Parse(s, question.Context{Language: "en"}) }
	list := Turn{Question: q("which articles mention swimmers?"), Sections: []string{"article-1", "article-3"}}
	part := Turn{Question: q("part 1"), Sections: []string{"part-1"}}
	for _, c := range []struct {
		message string
		turns   []Turn
		want    string // "" for none
	}{
		{"the second one", nil, ""},
		{"the seventh one", []Turn{list}, ""},
		{"the second one", []Turn{list}, "article-3"},
		{"the last one", []Turn{list}, "article-3"},
		{"the second one", []Turn{part}, "article-2"},
		{"article 2", []Turn{list}, ""},
	} {
		got := ""
		if i, ok := r.Listed(q(c.message), c.turns); ok {
			got = d.Sections[i].ID
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.message, got, c.want)
		}
	}
	if _, ok := r.Current(step.None, []Turn{{Sections: []string{"gone"}}}); ok {
		t.Error("the conversation is at a section that is not there")
	}
	two := Turn{Question: q("articles 1 and 3"), Sections: []string{"article-1", "article-3"}}
	for move, want := range map[step.Move]string{step.None: "article-1", step.Next: "article-3"} {
		if i, ok := r.Current(move, []Turn{part, two}); !ok || d.Sections[i].ID != want {
			t.Errorf("%v goes on from %d, want %s", move, i, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	in := func(l string) question.Question { return question.Question{Language: l} }
	for _, c := range []struct {
		q     question.Question
		turns []Turn
		want  string
	}{
		{in(""), nil, "own"},
		{in("und"), []Turn{{Question: in("und")}}, "own"},
		{in("und"), []Turn{{Question: in("ru")}, {Question: in("")}}, "ru"},
		{in("es"), []Turn{{Question: in("ru")}}, "es"},
	} {
		if got := Language(c.q, c.turns, "own"); got != c.want {
			t.Errorf("%q after %v: %q, want %q", c.q.Language, c.turns, got, c.want)
		}
	}
}

// A number that several sections have is the one beside what was shown, in whatever
// language that is asked.
func TestNumberBesideLast(t *testing.T) {
	d := librarytest.Document(t, "stanovy.md", `# Stanovy klubu

## Riaditeľ

1. Riaditeľ vedie klub.

2. Riaditeľ podpisuje zmluvy.

## Pokladník

1. Pokladník vedie účty.

2. Pokladník platí faktúry.
`)
	p := question.NewParser(question.Options{Document: d, Languages: []string{"sk"}, Weight: func(string) float64 { return 0.5 }})
	r := NewReader(d, p)
	turns := []Turn{{Sections: []string{"pokladník-1"}, Question: p.Parse("pokladník 1", question.Context{})}}
	for _, c := range []struct{ message, want string }{{"a 9?", ""}, {"a 2?", "pokladník-2"}, {"2", "pokladník-2"}} {
		var got string
		for _, ref := range r.Refs(p.Parse(c.message, question.Context{}), turns) {
			for _, i := range ref.Sections {
				got += d.Sections[i].ID
			}
		}
		if got != c.want {
			t.Errorf("%q names %q, want %q", c.message, got, c.want)
		}
	}
}
