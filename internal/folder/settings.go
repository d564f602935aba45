package folder

import (
	"cmp"
	"fmt"
	"io"
	"time"

	"pincite/internal/document"
	"pincite/internal/outline"
	"pincite/internal/yamlfile"
)

// Settings are a document.yaml: what the text doesn't say, or says in a way
// that inference can't settle. All keys are optional.
type Settings struct {
	Title      string `yaml:"title"`       // if the inferred one is wrong
	ShortTitle string `yaml:"short_title"` // for headings of lists and pages

	// Titles are short titles in other languages, by tag: what the bot calls the
	// document when it speaks them.
	Titles map[string]string `yaml:"titles"`

	Issuer   string `yaml:"issuer"`
	Language string `yaml:"language"` // BCP 47 tag of the text; inferred if empty
	Source   string `yaml:"source"`   // where the text was taken from

	// Dates of the document, by name; their places are looked up in the text.
	Dates []struct {
		Name string `yaml:"name"`
		Day  string `yaml:"day"` // ISO 8601
	} `yaml:"dates"`

	// Levels of numbered sections from the top down. One whose kind is a word of
	// the text (article) names that level; the others name the remaining ones.
	Levels []document.Level `yaml:"levels"`

	// Examples are questions to try, by language tag: the first three are
	// offered to whoever does not know what to ask.
	Examples map[string][]string `yaml:"examples"`

	// Skip lists lines, word for word, that belong to no section.
	Skip []string `yaml:"skip"`
}

// ReadSettings reads a document.yaml; errors begin with name. Unknown keys
// are errors that name the key and the line.
func ReadSettings(r io.Reader, name string) (*Settings, error) {
	s := &Settings{}
	if err := yamlfile.Read(r, name, s); err != nil {
		return nil, err
	}
	for _, d := range s.Dates {
		if _, err := time.Parse(time.DateOnly, d.Day); err != nil || d.Name == "" {
			return nil, fmt.Errorf("%s: dates: %q is named %q; a date needs a name and a day such as 2024-02-28", name, d.Day, d.Name)
		}
	}
	for _, l := range s.Levels {
		if l.Kind == "" || len(l.Names) == 0 {
			return nil, fmt.Errorf("%s: levels: each needs a kind and names by language (kind is %q)", name, l.Kind)
		}
	}
	return s, nil
}

// hints are the settings that take part in the inference.
func (s *Settings) hints() outline.Hints {
	h := outline.Hints{Language: s.Language, Levels: s.Levels, Skip: s.Skip}
	for _, d := range s.Dates {
		h.Dates = append(h.Dates, document.Date{Name: d.Name, Day: d.Day})
	}
	return h
}

// complete adds to m what no text says of itself, and puts the settings in the
// place of what the file says.
func (s *Settings) complete(m *document.Meta) {
	m.Title = cmp.Or(s.Title, m.Title)
	m.ShortTitle = cmp.Or(s.ShortTitle, m.ShortTitle)
	m.Issuer, m.Source = cmp.Or(s.Issuer, m.Issuer), cmp.Or(s.Source, m.Source)
	m.Titles, m.Examples = s.Titles, s.Examples
}
