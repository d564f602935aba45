package docx

import (
	"time"

	"pincite/internal/document"
)

// readMeta reads what the file says of itself. The days are those of the file,
// which are not always those of the text.
func readMeta(p *pack) (document.Meta, error) {
	var m document.Meta
	err := p.each(p.rels["core"], func(n *node) error {
		value := document.OneLine(n.text)
		switch n.name {
		case "title":
			m.Title = value
		case "language":
			m.Language = value
		case "created", "modified":
			if t, err := time.Parse(time.RFC3339, value); err == nil {
				m.Dates = append(m.Dates, document.Date{Name: n.name, Day: t.Format(time.DateOnly)})
			}
		}
		return nil
	})
	return m, err
}
