package answer

import "pincite/internal/document"

// A Citation points at the exact place of a quote.
type Citation struct {
	Document  string        `json:"document"`  // its name
	ID        string        `json:"section"`   // "measure-7"
	Label     string        `json:"label"`     // "Measure 7"
	Title     string        `json:"title"`     // its heading without number and closing stop
	Path      []string      `json:"path"`      // "Part 3", "Measure 7"
	Page      int           `json:"page"`      // where the quote begins, from 1; 0 if there are no pages
	Quote     string        `json:"quote"`     // Text[Span.Start:Span.End], verbatim
	Span      document.Span `json:"span"`      // bytes of the document's text; may be empty in an outline
	Sentences [2]int        `json:"sentences"` // first and last sentence quoted, from 1; zero for the section as a whole
	URL       string        `json:"url"`       // path of the quote in the reader
	Role      string        `json:"role"`      // "answer", "near" or "see"
	Score     float64       `json:"score"`     // 0 to 1: how well it meets the question

	Section int `json:"-"` // index in Document.Sections
}

// Roles of a citation.
const (
	RoleAnswer = "answer" // it answers, is listed, or was looked up
	RoleNear   = "near"   // it comes nearest to an answer
	RoleSee    = "see"    // further reading
)

// Cite cites span in section i of a document, with a score of 1.
func Cite(d *document.Document, i int, span document.Span) Citation {
	s := &d.Sections[i]
	c := Citation{
		Document: d.Name, Section: i, ID: s.ID, Label: s.Label, Title: d.Title(i), Path: d.Path(i),
		Page: d.Page(span.Start), Span: span, Quote: d.Slice(span), Role: RoleAnswer, Score: 1,
	}
	if !span.Contains(s.Own) {
		c.Sentences[0], c.Sentences[1] = d.SentenceRange(i, span)
	}
	c.URL = d.Address(i, c.Sentences)
	return c
}

// Whole cites section i of a document with all of its own text, and with what is below it
// where that is not too long: points, or, if they are short, sections with titles.
func Whole(d *document.Document, i int) Citation {
	s := &d.Sections[i]
	if s.Span.Len() > maxPoints {
		return Cite(d, i, s.Own)
	}
	for j := i + 1; j < len(d.Sections) && s.Span.Contains(d.Sections[j].Own); j++ {
		if d.Title(j) != "" && s.Span.Len() > maxTitled {
			return Cite(d, i, s.Own)
		}
	}
	return Cite(d, i, s.Span)
}

// maxPoints bounds a section that is cited with the points below it, in bytes.
const maxPoints = 8000

// maxTitled bounds one that is cited with the titled sections below it, in bytes: what a
// screen shows. Longer ones are better chosen from by their titles.
const maxTitled = 1200
