package chat

import (
	"context"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat/words"
	"pincite/internal/document"
)

// about tells where the text comes from and what is kept of those who ask.
func (c *Chat) about(ctx context.Context, m Message, _ string) Reply {
	v := c.chrome(ctx, m)
	r := v.new(answer.KindHelp)
	r.add(Heading, Run{Text: tame(c.doc.Meta.Title), Strong: true})
	if c.doc.Meta.Issuer != "" {
		r.add(Item, Run{Text: v.fact(v.Issuer, c.doc.Meta.Issuer)})
	}
	for _, d := range c.doc.Meta.Dates {
		r.add(Item, Run{Text: v.fact(v.dateName(d), v.day(d.Day))})
	}
	if c.doc.Meta.Source != "" {
		r.add(Item, Run{Text: v.fact(v.Source, c.doc.Meta.Source)})
	}
	if n := v.counts(everything(c.doc)); n != "" {
		r.add(Item, Run{Text: words.Fill(v.Has, "counts", n)})
	}
	if c.doc.Meta.Language != "" {
		r.add(Item, Run{Text: v.inLanguage()})
	}
	r.add(Item, Run{Text: v.Digest + " " + c.doc.Digest()[:12] + v.Stop})
	for _, s := range c.kept(v) {
		r.line(s)
	}
	v.row(&r, v.press(verbContents, "0:", v.Contents))
	return r
}

// kept says what is stored and for how long.
func (c *Chat) kept(v voice) []string {
	memory := words.Fill(v.KeptMemory, "n", number(c.opt.Turns), "minutes", number(int(c.opt.Idle/time.Minute)))
	if c.opt.Keep <= 0 || c.opt.Recorder == nil {
		return []string{v.KeptNone, memory}
	}
	days := int((c.opt.Keep + 24*time.Hour - 1) / (24 * time.Hour))
	return []string{words.Fill(v.Kept, "days", number(days)), memory}
}

// everything cites all sections, for their numbers.
func everything(d *document.Document) []answer.Citation {
	out := make([]answer.Citation, len(d.Sections))
	for i := range out {
		out[i].Section = i
	}
	return out
}

// fact is a name and its value, on a line.
func (v voice) fact(name, value string) string {
	return name + v.Colon + tame(value)
}

func (v voice) inLanguage() string {
	name, ok := v.Languages[words.Spoken(v.doc.Meta.Language)]
	if !ok {
		name = v.doc.Meta.Language
	}
	return words.Fill(v.InLanguage, "language", name)
}

// dateName is what a date is the date of, in v's language if it is a usual one.
func (v voice) dateName(d document.Date) string {
	if name, ok := v.Dates[d.Name]; ok {
		return name
	}
	return upperFirst(d.Name)
}

// day writes an ISO 8601 day as the language does: 23 February 2024.
func (v voice) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return words.Fill(v.Day, "d", number(t.Day()), "month", v.Months[t.Month()-1], "y", number(t.Year()))
}
