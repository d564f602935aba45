package chat

import (
	"context"
	"strings"

	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
)

// allDocuments is the choice of all documents, which people may also type.
const allDocuments = "*"

// reading is the name of the document that m is asked of unless it names another:
// the one that it is sent to, or that was chosen in the conversation, or that the
// person has before them; "" for all.
func (c *Chat) reading(ctx context.Context, m Message) string {
	if m.Document != "" || len(c.opt.Library.Documents()) == 1 {
		return m.Document
	}
	chosen := c.documents.get(ctx, m.Conversation)
	if _, ok := c.opt.Library.Get(chosen); ok {
		return chosen
	}
	if _, ok := c.opt.Library.Get(m.Reading); ok && chosen != allDocuments {
		return m.Reading
	}
	return ""
}

// among returns the documents that may be meant where d is cited: none others if it
// is the one that is being read.
func (c *Chat) among(ctx context.Context, m Message, d *document.Document) []*document.Document {
	if d.Name == c.reading(ctx, m) {
		return nil
	}
	return c.opt.Library.Documents()
}

// chooseFrom offers the documents, or takes the one named.
func (c *Chat) chooseFrom(ctx context.Context, m Message, name string) reply.Reply {
	v := c.chrome(ctx, m)
	d, found := c.opt.Library.Named(name)
	switch {
	case name == "":
		return c.documentMenu(ctx, m, v, v.ChooseDocument)
	case name == allDocuments, strings.EqualFold(name, v.AllDocuments), strings.EqualFold(name, "all"):
		return c.setDocument(ctx, m, v, nil)
	case found:
		return c.setDocument(ctx, m, v, d)
	}
	return c.documentMenu(ctx, m, v, v.NoDocument)
}

// setDocument chooses a document, nil for all, and says so.
func (c *Chat) setDocument(ctx context.Context, m Message, v compose.Voice, d *document.Document) reply.Reply {
	name, said := allDocuments, v.DocumentAll
	if d != nil {
		name, said = d.Name, words.Fill(v.DocumentSet, "title", compose.NewVoice(d, v.Language).Title())
	}
	c.documents.set(ctx, m.Conversation, name)
	return c.documentMenu(ctx, m, v, said)
}

func (c *Chat) documentMenu(ctx context.Context, m Message, v compose.Voice, lead string) reply.Reply {
	return v.Among(c.opt.Library.Documents()).DocumentMenu(lead, c.reading(ctx, m))
}

// pressDocument chooses the document of the button, or all.
func (c *Chat) pressDocument(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	d := v.Document()
	if compose.IsAll(payload) {
		d = nil
	}
	r := c.setDocument(ctx, m, v, d)
	r.Edit = true
	return r
}

// open shows the place that a link to the bot leads to, or says what has become of
// it; false if there never was one.
func (c *Chat) open(ctx context.Context, m Message, to reply.Place) (reply.Reply, bool) {
	for _, d := range c.opt.Library.Documents() {
		if i, ok := d.ByID(to.Section); ok && (to.Document == "" || to.Document == d.Name) {
			return c.show(ctx, m, c.voice(ctx, m, d, words.Spoken(m.Language)), i, to.Sentences), true
		}
	}
	if to.Document == "" {
		return reply.Reply{}, false
	}
	v := c.chrome(ctx, m)
	d, ok := c.opt.Library.Get(to.Document)
	if !ok {
		return c.documentMenu(ctx, m, v, v.DocumentGone), true
	}
	v = c.voice(ctx, m, d, words.Spoken(m.Language))
	if t := c.opt.Library.Left(to.Document, to.Section); t.Fate == library.Moved {
		return c.followed(ctx, m, v, t, to.Sentences), true
	}
	r := v.Browse(-1, 0)
	v.Followed(&r, v.Gone)
	return r, true
}
