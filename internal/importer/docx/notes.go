package docx

import (
	"strconv"
	"strings"

	"pincite/internal/importer/docx/numeral"
)

// notes are the footnotes and endnotes by kind ("footnote", "endnote") and id.
type notes struct {
	text   map[noteRef]string
	count  map[string]int
	format map[string]string
}

func readNotes(p *pack, s *styles) (*notes, error) {
	n := &notes{
		text:   map[noteRef]string{},
		count:  map[string]int{},
		format: map[string]string{"footnote": "decimal", "endnote": "lowerRoman"},
	}
	for kind := range n.format {
		r := &reader{styles: s}
		err := p.each(p.rels[kind+"s"], func(e *node) error {
			if what := e.attr("type"); e.name == kind && (what == "" || what == "normal") {
				n.text[noteRef{kind: kind, id: e.attr("id")}] = r.plain(e.kids)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return n, p.each(p.rels["settings"], n.setting)
}

// setting reads how notes are numbered.
func (n *notes) setting(e *node) error {
	kind, ok := strings.CutSuffix(e.name, "Pr")
	if _, known := n.format[kind]; !ok || !known {
		return nil
	}
	if f := e.val("numFmt"); f != "" {
		n.format[kind] = f
	}
	if start, err := strconv.Atoi(e.val("numStart")); err == nil {
		n.count[kind] = start - 1
	}
	return nil
}

// next returns the mark and the text of the note that is referred to next.
func (n *notes) next(ref noteRef) (label, text string) {
	text = n.text[noteRef{kind: ref.kind, id: ref.id}]
	if ref.mark != "" {
		return ref.mark, text
	}
	n.count[ref.kind]++
	return numeral.Write(n.format[ref.kind], n.count[ref.kind]), text
}

// plain returns the text of paragraphs and tables, a line each.
func (r *reader) plain(kids []*node) string {
	var lines []string
	for _, k := range kids {
		switch k.name {
		case "p":
			if p := r.paragraph(k); p != nil {
				lines = append(lines, p.text)
			}
		case "del", "moveFrom":
		default:
			lines = append(lines, r.plain(k.kids))
		}
	}
	return strings.Join(lines, "\n")
}
