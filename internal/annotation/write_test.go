package annotation_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pincite/internal/annotation"
)

// drafted is a section with an entry of a model's in each list.
func drafted() annotation.Section {
	s := annotation.Section{
		ID: "article-2", Headings: []string{"visitors"}, Questions: []string{"Who knocks?"}, Unanswered: []string{"How often?"}, Named: []string{"Guests"},
		Sentences: []annotation.Sentence{{Text: "Guests knock.", Gloss: "say \"hello\"\u2028first", Same: []string{"callers"}, Terms: []string{"door: bell", "#1"}, Questions: []string{"- Do I ring?"}}},
	}
	wrote := annotation.Wrote{}
	for _, e := range s.Entries() {
		wrote.Add(e)
	}
	s.Drafted = &annotation.Drafted{Model: "m: 1", Prompt: 1, Passes: 2, Date: "2026-01-02", Digest: "0e1", Wrote: wrote.String()}
	return s
}

func update(t *testing.T, before string, s annotation.Section) string {
	t.Helper()
	out, err := annotation.Update([]byte(before), "annotations.yaml", "en", bundle(t).Document, map[string]annotation.Section{s.ID: s})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func read(t *testing.T, content string) *annotation.Aids {
	t.Helper()
	a, err := annotation.Read(strings.NewReader(content), "annotations.yaml")
	if err != nil {
		t.Fatalf("%v in\n%s", err, content)
	}
	return a
}

// TestUpdateKeeps: lines of other sections stay as they are, in any layout, and the
// new section reads back as it was.
func TestUpdateKeeps(t *testing.T) {
	tests := []struct{ name, before, kept string }{
		{"no file", "", ""},
		{"comments", "# mine\nlanguage: en\nsections:\n- id: article-1 # doors\n  # why\n  questions: [Who]\n", "# mine\nlanguage: en\nsections:\n- id: article-1 # doors\n  # why\n  questions: [Who]\n"},
		{"indented", "language: en\nsections:\n  - id: article-1\n    questions: ['Who']\n", "  - id: article-1\n    questions: ['Who']\n"},
		{"no line end", "language: en\nsections:\n- id: article-1\n  questions: [Who]", "- id: article-1\n  questions: [Who]\n"},
		{"a region", "language: en-GB\nsections:\n- id: article-1\n  questions: [Who]\n", "language: en-GB\n"},
		{"CRLF", "language: en\r\nsections:\r\n- id: article-1\r\n  questions: [Who]\r\n", "  questions: [Who]\r\n"},
		{"of an older text", "language: en\nsections:\n- id: article-9\n  questions: [Gone]\n", "- id: article-9\n  questions: [Gone]\n"},
		{"replaced", "language: en\nsections:\n- id: article-2\n  questions: [Old]\n- id: conclusion\n  questions: [Last]\n", "- id: conclusion\n  questions: [Last]\n"},
		{"keys after the sections", "sections:\n- id: article-1\n  questions: [Who]\nlanguage: en\nsynonyms: {a: [b]}\n", `"a": ["b"]`},
		{"sections on one line", "language: en\nsections: [{id: article-1, questions: [Who]}]\n", `- "Who"`},
		{"a text like a section", "language: en\nsections:\n- id: article-1\n  questions:\n  - |\n    x\n    - id: y\n", "- id: y"},
		{"no sections", "language: en\nnamed: [Heron]\n", `named: ["Heron"]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := drafted()
			out := update(t, tt.before, want)
			if !strings.Contains(out, tt.kept) {
				t.Errorf("%q is not in\n%s", tt.kept, out)
			}
			before, after := 0, read(t, out)
			if tt.before != "" {
				before = len(read(t, tt.before).Sections)
			}
			found := false
			for _, s := range after.Sections {
				if s.ID == want.ID {
					found = true
					if !reflect.DeepEqual(s, want) {
						t.Errorf("got  %+v\nwant %+v", s, want)
					}
				}
			}
			if !found || len(after.Sections) < before || after.Language != "en" {
				t.Errorf("%d sections became %d:\n%s", before, len(after.Sections), out)
			}
			if again := update(t, out, want); again != out {
				t.Errorf("not stable:\n%s\n---\n%s", out, again)
			}
		})
	}
}

func TestUpdateRefuses(t *testing.T) {
	for name, before := range map[string]string{
		"broken":           "sections: [",
		"another language": "language: zh\nsections: []\n",
		"section twice":    "language: en\nsections:\n- id: article-1\n- id: article-1\n",
	} {
		out, err := annotation.Update([]byte(before), "a.yaml", "en", bundle(t).Document, map[string]annotation.Section{"article-2": drafted()})
		if err == nil || out != nil || !strings.Contains(err.Error(), "a.yaml") {
			t.Errorf("%s: got %q, %v", name, out, err)
		}
	}
}

// TestMarks: an entry is the model's until a person has changed it.
func TestMarks(t *testing.T) {
	out := update(t, "", drafted())
	for _, line := range []string{`headings: ["visitors"] # model`, `- "Who knocks?" # model`, `terms: ["door: bell", "#1"] # model`, `- id: article-2 # Article 2 Guests`} {
		if !strings.Contains(out, line+"\n") {
			t.Errorf("no line %s in\n%s", line, out)
		}
	}
	changed := strings.NewReplacer(`"Who knocks?"`, `"Who must knock?"`, `"door: bell", `, `"doorbell", `).Replace(out)
	s := read(t, changed).Sections[0]
	out = update(t, changed, s)
	for _, line := range []string{`- "Who must knock?"`, `terms: ["doorbell", "#1"] # model, in part`, `- "- Do I ring?" # model`} {
		if !strings.Contains(out, line+"\n") {
			t.Errorf("no line %s in\n%s", line, out)
		}
	}
	_, reach := check(bundle(t, out))
	if reach[0].Drafted != 7 {
		t.Errorf("%d entries are the model's, want 7 of 9:\n%s", reach[0].Drafted, out)
	}
}

func TestNamedOfSections(t *testing.T) {
	a := read(t, "language: en\nnamed: [Heron]\nsections:\n- id: article-1\n  named: [Keys, Heron]\n")
	if got := strings.Join(a.Named, " "); got != "Heron Keys" {
		t.Errorf("got %s", got)
	}
}

func TestDoubts(t *testing.T) {
	b := bundle(t, `language: en
sections:
- id: article-1
  questions: ["Who may enter?"]
  sentences:
  - {text: Doors are shut at night., terms: [knock, curfew]}
- id: article-2
  questions: [who may enter]
  headings: [Callers]
`)
	var got []string
	for _, f := range annotation.Doubts(b.Document, b.Annotations[0]) {
		got = append(got, f.Section+": "+f.Problem)
	}
	want := []string{
		`article-1: "Who may enter?" leads to article-1, article-2 equally`,
		`article-1: the related word "knock" stands in the text of article-2 only`,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func FuzzUpdate(f *testing.F) {
	f.Add([]byte("language: en\nsections:\n- id: article-1\n  questions: [a]\n"), "q", "- id: x")
	f.Add([]byte("language: en\nsections:\n  - id: a\n    sentences:\n    - text: \"# id\"\n"), "\x00\n", "a: b")
	f.Fuzz(func(t *testing.T, before []byte, question, term string) {
		s := annotation.Section{ID: "article-2", Questions: []string{question}, Headings: []string{term}}
		out, err := annotation.Update(before, "a.yaml", "en", bundle(t).Document, map[string]annotation.Section{s.ID: s})
		if err != nil {
			return
		}
		if _, err := annotation.Read(bytes.NewReader(out), "a.yaml"); err != nil {
			t.Errorf("%v in\n%s", err, out)
		}
	})
}
