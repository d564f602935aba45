package importer

import (
	"fmt"
	"io"
)

// Annotations are finding aids for a document in one language, written by hand
// beside it. They are matched, never quoted.
type Annotations struct {
	Language string `yaml:"language"` // BCP 47 tag: "en"

	// Synonyms are see-references of an index: a word that the document or
	// its finding aids have, and the words that people use for it instead.
	Synonyms map[string][]string `yaml:"synonyms"`

	// Named are terms that the document names and never spells out, such as a
	// numbered set phrase: a question for what they mean has no answer in it.
	Named []string `yaml:"named"`

	Sections []SectionNotes `yaml:"sections"`
}

// SectionNotes are the finding aids of one section.
type SectionNotes struct {
	ID        string          `yaml:"id"` // of the section: "measure-7"
	Headings  []string        `yaml:"headings"`
	Questions []string        `yaml:"questions"`
	Sentences []SentenceNotes `yaml:"sentences"`
}

// SentenceNotes are the finding aids of one sentence.
type SentenceNotes struct {
	Text      string   `yaml:"text"` // the sentence word for word, apart from white space
	Gloss     string   `yaml:"gloss"`
	Terms     []string `yaml:"terms"`
	Questions []string `yaml:"questions"`
}

// ReadAnnotations reads an annotations file; name stands in its errors. Unknown
// keys are errors that name the key and the line.
func ReadAnnotations(r io.Reader, name string) (*Annotations, error) {
	a := &Annotations{}
	if err := readYAML(r, name, a); err != nil {
		return nil, err
	}
	for i, s := range a.Sections {
		if s.ID == "" {
			return nil, fmt.Errorf("read %s: entry %d of sections has no id", name, i+1)
		}
	}
	return a, nil
}
