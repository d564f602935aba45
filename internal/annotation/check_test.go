package annotation_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/annotation"
	"pincite/internal/folder"
)

const smallText = "Rules of the House\n\nArticle 1. Doors\n\nDoors are shut at night. Keys hang inside.\n\nArticle 2. Guests\n\nGuests knock.\n"

func bundle(t *testing.T, annotations ...string) *folder.Bundle {
	t.Helper()
	files := fstest.MapFS{"house/source.txt": {Data: []byte(smallText)}}
	for i, a := range annotations {
		files[fmt.Sprintf("house/annotations.%d.yaml", i)] = &fstest.MapFile{Data: []byte(a)}
	}
	b, err := folder.Load(files, "house")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func check(b *folder.Bundle) ([]annotation.Finding, []annotation.Coverage) {
	return annotation.Check(b.Document, b.Annotations)
}

func TestCheckFindings(t *testing.T) {
	const head = "language: en\nsections:\n"
	tests := []struct {
		name, notes, want string // want: "section: problem", with ~ before what does no harm
	}{
		{"unknown section", "- id: article-9\n", "article-9: the document has no section of this id"},
		{"section twice", "- id: article-1\n- id: article-1\n", "article-1: the section has two entries: the later one wins"},
		{"changed sentence", "- id: article-2\n  sentences:\n  - text: Guests ring.\n", `article-2: no sentence of the document reads "Guests ring."`},
		{"sentence elsewhere", "- id: article-1\n  sentences:\n  - text: Guests knock.\n", `article-1: the sentence "Guests knock." stands in article-2, not here`},
		{"sentence twice", "- id: article-2\n  sentences:\n  - {text: Guests knock., gloss: a}\n  - {text: Guests  knock., gloss: b}\n",
			`article-2: the sentence "Guests knock." has two entries: the later one wins`},
		{"term twice", "- id: article-2\n  sentences:\n  - {text: Guests knock., terms: [visitor, Visitor, '']}\n",
			`~article-2: the term "Visitor" stands twice in one list;~article-2: an empty term`},
		{"question of two sections", "- id: article-1\n  questions: [Who]\n- id: article-2\n  questions: [who, '']\n",
			`~article-2: the question "who" is already asked of article-1;~article-2: an empty question`},
		{"nothing wrong", "- id: article-2\n  questions: [Who]\n  sentences:\n  - {text: Guests knock., questions: [Who]}\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			findings, _ := check(bundle(t, head+tt.notes))
			var got []string
			for _, f := range findings {
				mark := ""
				if f.Idle {
					mark = "~"
				}
				got = append(got, mark+f.Section+": "+f.Problem)
			}
			if s := strings.Join(got, ";"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestCheckTwoFilesOfOneLanguage(t *testing.T) {
	findings, _ := check(bundle(t, "language: en\n", "language: en\n"))
	if len(findings) != 1 || !strings.Contains(findings[0].Problem, "second file") {
		t.Errorf("got %v", findings)
	}
}

func TestCoverage(t *testing.T) {
	_, reach := check(bundle(t, `language: en
sections:
- id: article-1
  sentences:
  - {text: Doors are shut at night., gloss: the entrances are closd, terms: [curfew, lock-up]}
  - {text: Keys hang inside.}
`))
	if len(reach) != 1 {
		t.Fatalf("got %v", reach)
	}
	got := reach[0]
	bare := strings.Join(got.Bare, " ")
	got.Bare = nil
	want := annotation.Coverage{Language: "en", Sections: 1, AllSections: got.AllSections, Sentences: 1, All: got.All, Terms: 2, Strange: []string{"closd"}}
	if !reflect.DeepEqual(got, want) || !strings.Contains(bare, "article-1 article-2") {
		t.Errorf("got %+v, bare %s; want %+v", got, bare, want)
	}
}

// TestTemplate: what is written reads back, fits, and reaches nothing.
func TestTemplate(t *testing.T) {
	b := bundle(t)
	content, err := annotation.Template(b.Document, "en")
	if err != nil {
		t.Fatal(err)
	}
	findings, reach := check(bundle(t, string(content)))
	if len(findings) != 0 || len(reach) != 1 || reach[0].Sentences != 0 || len(reach[0].Bare) == 0 {
		t.Errorf("findings %v, coverage %+v", findings, reach)
	}
}
