package annotation

import (
	"fmt"
	"io"
	"slices"

	"pincite/internal/text"
	"pincite/internal/yamlfile"
)

// Aids are the finding aids for a document in one language, written beside it. They
// are matched, never quoted.
type Aids struct {
	Language string `yaml:"language"` // BCP 47 tag, without script and region: "en"

	// Synonyms are see-references of an index: a word that the document or
	// its finding aids have, and the words that people use for it instead.
	Synonyms map[string][]string `yaml:"synonyms"`

	// Same are the see-references whose words mean the same as the document's:
	// who uses them has asked for just that. Synonyms may be looser; they lead to
	// passages and prove nothing.
	Same map[string][]string `yaml:"same,omitempty"`

	// Named are terms that the document names and never spells out, such as a
	// numbered set phrase: a question for what they mean has no answer in it.
	Named []string `yaml:"named"`

	Sections []Section `yaml:"sections"`
}

// A Section has the finding aids of one section.
type Section struct {
	ID        string     `yaml:"id"` // of the section: "measure-7"
	Headings  []string   `yaml:"headings"`
	Questions []string   `yaml:"questions"`
	Sentences []Sentence `yaml:"sentences"`

	// Unanswered are questions that people plausibly ask about the section and
	// that the document does not answer.
	Unanswered []string `yaml:"unanswered,omitempty"`

	// Named are terms that the section names and that the document never spells
	// out. Read adds them to those of the file.
	Named []string `yaml:"named,omitempty"`

	Drafted *Drafted `yaml:"drafted,omitempty"` // what a model wrote of this; nil for nothing
}

// A Sentence has the finding aids of one sentence.
type Sentence struct {
	Text      string   `yaml:"text"` // the sentence word for word, apart from white space
	Gloss     string   `yaml:"gloss"`
	Terms     []string `yaml:"terms"`          // words for it, which may be looser than its own
	Same      []string `yaml:"same,omitempty"` // words that mean the same as its own
	Questions []string `yaml:"questions"`
}

// Read reads an annotations file; name stands in its errors. Unknown
// keys are errors that name the key and the line.
func Read(r io.Reader, name string) (*Aids, error) {
	a := &Aids{}
	if err := yamlfile.Read(r, name, a); err != nil {
		return nil, err
	}
	a.Language = text.Base(a.Language)
	for i, s := range a.Sections {
		if s.ID == "" {
			return nil, fmt.Errorf("read %s: entry %d of sections has no id", name, i+1)
		}
		for _, term := range s.Named {
			if !slices.Contains(a.Named, term) {
				a.Named = append(a.Named, term)
			}
		}
	}
	return a, nil
}
