package report

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/library"
	"pincite/internal/reply"
)

// InFull is a reply of whole sections: headings, paragraphs word for
// word, and the names of the sections below.
func InFull(l *library.Library, sections []answer.Citation) reply.Reply {
	var r reply.Reply
	for _, c := range sections {
		d, ok := l.Get(c.Document)
		if !ok {
			continue // unreachable: nothing replaces the documents here
		}
		path := c.Path
		if len(l.Documents()) > 1 {
			path = append([]string{d.Name}, path...)
		}
		r.Add(reply.Heading, reply.Run{Text: Named(strings.Join(path, " › "), c.Title)})
		for _, p := range d.Sections[c.Section].Paragraphs {
			r.Add(reply.Quote, reply.Run{Text: d.Bullet(p) + d.Plain(p.Span)})
		}
		for _, j := range d.Children(c.Section) {
			r.Add(reply.Item, reply.Run{Text: Named(d.Sections[j].Label, d.Title(j))})
		}
	}
	return r
}
