package cited

import (
	"net/url"
	"slices"
	"strings"

	"pincite/internal/answer/turn"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/recent"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// Cited knows a bounded number of messages. It is safe for concurrent use.
type Cited struct {
	library *library.Library
	sent    *recent.Map[key, turn.Turn]
}

// A key names a message of the bot.
type key struct{ conversation, id string }

// New returns a Cited that remembers so many messages.
func New(l *library.Library, most int) *Cited {
	return &Cited{library: l, sent: recent.NewMap[key, turn.Turn](most)}
}

// Sent notes what a message of a conversation has cited.
func (c *Cited) Sent(conversation, id string, t turn.Turn) {
	if len(t.Sections) > 0 {
		// The question is kept with the conversation, and no longer than that.
		c.sent.Add(key{conversation, id}, turn.Turn{Document: t.Document, Digest: t.Digest, Sections: t.Sections, Quoted: t.Quoted})
	}
}

// By returns what a message of the bot has cited: as it was sent or, after a restart, by the
// addresses that it links to. Where a part of it was marked, what that part is about counts.
func (c *Cited) By(conversation, id string, links []string, marked string) (turn.Turn, bool) {
	t, ok := c.sent.Get(key{conversation, id})
	if !ok {
		t = c.linked(links)
	}
	d, known := c.library.Get(t.Document)
	if !known || len(t.Sections) == 0 {
		return turn.Turn{}, false
	}
	if marked = text.Line(marked); marked != "" {
		if i := slices.IndexFunc(t.Sections, func(id string) bool { return isAbout(d, id, marked) }); i >= 0 {
			t.Sections = t.Sections[i : i+1]
		}
	}
	return t, true
}

// isAbout reports whether words that were marked in a reply name a section, or
// are its own.
func isAbout(d *document.Document, id, marked string) bool {
	i, ok := d.ByID(id)
	if !ok {
		return false
	}
	label := d.Sections[i].Label
	_, after, named := strings.Cut(marked, label)
	if named && (after == "" || strings.ContainsAny(after[:1], ": ,.;)")) {
		return true
	}
	return strings.Contains(document.OneLine(d.Plain(d.Sections[i].Own)), document.OneLine(marked))
}

// linked returns a turn that cites the sections of one document that addresses
// lead to.
func (c *Cited) linked(addresses []string) turn.Turn {
	var t turn.Turn
	for _, a := range addresses {
		name, id, ok := c.leadsTo(a)
		if ok && (t.Document == "" || t.Document == name) && !slices.Contains(t.Sections, id) {
			t.Document, t.Sections = name, append(t.Sections, id)
		}
	}
	return t
}

// leadsTo returns the section that an address of the reader leads to, such as
// https://example.org/d/opinions-2024/measure-2#s4, or one that starts the bot with
// a section, https://t.me/pincite_bot?start=measure-2.
func (c *Cited) leadsTo(address string) (document, id string, ok bool) {
	u, err := url.Parse(address)
	if err != nil {
		return "", "", false
	}
	to := reply.ParsePayload(u.Query().Get("start"))
	document, id = to.Document, to.Section
	if _, path, reader := strings.Cut(u.Path, "/d/"); reader {
		document, id, _ = strings.Cut(path, "/")
	}
	for _, d := range c.library.Documents() {
		if _, has := d.ByID(id); has && (document == "" || document == d.Name) {
			return d.Name, id, true
		}
	}
	return "", "", false
}
