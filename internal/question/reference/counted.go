package reference

import (
	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/levels"
	"pincite/internal/question/titles"
)

// ofCount reads what a title counts, "the ten comandments" for the section of "The 10
// Commandments", or one of them by its place in the list there: "third commandment?".
func (f *finder) ofCount(i int) (Found, bool) {
	e, ok := f.Item(i)
	at := i + e.Used
	if at >= len(f.tokens) || f.tokens[at].Level != 0 && f.tokens[at].Level < levels.Any || f.tokens[at].Mark {
		return Found{}, false
	}
	if ok && e.Cardinal() && !e.Roman {
		r, n, ok := f.table.Counted(f.tokens[at:], e.N)
		return Found{Refs: []locate.Ref{r}, From: i, To: at + n, Strength: titles.Medium}, ok
	}
	in, n, counted := f.table.Counted(f.tokens[at:], 0)
	to := at + n
	if !ok { // "commandment 3"
		if e, ok = f.Item(to); !ok || !e.Digits {
			return Found{}, false
		}
		to += e.Used
	}
	if !counted || e.Steps || e.FromEnd && !f.endsInItem(in.Sections[0]) {
		return Found{}, false
	}
	r := e.Ref()
	r.In = &in
	found, ok := f.table.inside(r)
	return Found{Refs: []locate.Ref{r}, From: i, To: to, Strength: titles.Strong}, ok && len(found.Sections) == 1
}

// endsInItem reports whether the last of what section i has is a point of a list, or a section.
func (f *finder) endsInItem(i int) bool {
	d := f.table.Document()
	p := d.Sections[i].Paragraphs
	return len(d.Children(i)) > 0 || len(p) > 0 && p[len(p)-1].Kind == document.Item
}
