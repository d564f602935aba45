package chat

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// Sent tells which message of a conversation carried a reply, so that what it
// cited is known when somebody replies to it. A carrier whose messages have no id
// need not call it.
func (c *Chat) Sent(conversation, id string, r reply.Reply) {
	if t := r.Answer.Turn(); len(t.Sections) > 0 {
		// The question is kept with the conversation, and no longer than that.
		c.sent.Add(sentKey{conversation, id}, answer.Turn{Document: t.Document, Digest: t.Digest, Sections: t.Sections, Quoted: t.Quoted})
	}
}

// A sentKey names a message of the bot.
type sentKey struct{ conversation, id string }

// context returns the earlier turns of m's conversation, oldest first. A
// message that m replies to comes last: it is what the person has in mind.
func (c *Chat) context(ctx context.Context, m Message) ([]answer.Turn, error) {
	var turns []answer.Turn
	for _, t := range c.talks.Get(ctx, m.Conversation).Turns {
		turns = append(turns, t.Turn)
	}
	if t, ok := c.cited(m); ok {
		return append(turns, withQuestion(t, turns)), nil
	}
	if m.ReplyToBot || text.Line(m.ReplyTo) == "" {
		return turns, nil
	}
	a, err := c.ask(ctx, m, text.Cut(text.Line(m.ReplyTo), questionRunes), turns)
	if err != nil {
		return nil, err
	}
	return append(turns, a.Turn()), nil
}

// withQuestion returns the turn that cited the same section first as t, which
// knows its question, or t.
func withQuestion(t answer.Turn, turns []answer.Turn) answer.Turn {
	for _, known := range slices.Backward(turns) {
		if known.Document == t.Document && len(known.Sections) > 0 && known.Sections[0] == t.Sections[0] {
			return known
		}
	}
	return t
}

// cited returns what the message of the bot that m replies to has cited: as it
// was sent or, after a restart, by the addresses that it links to. Where a part of
// it was marked, what that part is about counts.
func (c *Chat) cited(m Message) (answer.Turn, bool) {
	t, ok := c.sent.Get(sentKey{m.Conversation, m.ReplyToID})
	if !ok {
		t = c.linked(m.ReplyToLinks)
	}
	d, known := c.opt.Library.Get(t.Document)
	if !known || len(t.Sections) == 0 {
		return answer.Turn{}, false
	}
	if marked := text.Line(m.Quoted); marked != "" {
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
func (c *Chat) linked(addresses []string) answer.Turn {
	var t answer.Turn
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
func (c *Chat) leadsTo(address string) (document, id string, ok bool) {
	u, err := url.Parse(address)
	if err != nil {
		return "", "", false
	}
	to := reply.ParsePayload(u.Query().Get("start"))
	document, id = to.Document, to.Section
	if _, path, reader := strings.Cut(u.Path, "/d/"); reader {
		document, id, _ = strings.Cut(path, "/")
	}
	for _, d := range c.opt.Library.Documents() {
		if _, has := d.ByID(id); has && (document == "" || document == d.Name) {
			return d.Name, id, true
		}
	}
	return "", "", false
}
