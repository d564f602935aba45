package compose

import (
	"time"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// Kept is what is kept of the people who ask, and for how long.
type Kept struct {
	Turns     int           // exchanges of a conversation
	Idle      time.Duration // how long they are kept
	Questions time.Duration // unanswered questions and feedback, on record; 0 for none
	Shared    bool          // conversations are in the store, not in the memory of chat alone
	Lasting   bool          // the store outlives the process
	Model     string        // host of the model that questions are sent to; empty for none
	Voice     string        // host of the model that voice messages are sent to; empty for none
}

// Privacy says exactly what is kept, for how long, and how to have it deleted.
func (v Voice) Privacy(k Kept) reply.Reply {
	r := v.New(answer.KindHelp)
	for _, s := range v.kept(k) {
		r.Say(s)
	}
	r.Say(v.KeptChoice)
	if k.Questions > 0 {
		r.Say(v.KeptCode)
	}
	if k.Shared {
		r.Say(v.KeptSending)
	}
	r.Say(v.where(k))
	v.model(&r, k)
	r.Say(v.ForgetHow)
	return r
}

// model says who else gets to see a question, or to hear it.
func (v Voice) model(r *reply.Reply, k Kept) {
	if k.Model != "" {
		r.Say(words.Fill(v.KeptModel, "host", k.Model))
		if k.Questions > 0 {
			r.Say(words.Fill(v.KeptChosen, "days", number(days(k.Questions))))
		}
	}
	if k.Voice != "" {
		r.Say(words.Fill(v.KeptVoice, "host", k.Voice))
	}
}

func (v Voice) where(k Kept) string {
	if k.Lasting {
		return v.KeptLasting
	}
	return v.KeptUntilEnd
}

// Forgotten says whether what is kept of a person was deleted.
func (v Voice) Forgotten(done bool) reply.Reply {
	r := v.New(answer.KindHelp)
	if done {
		r.Say(v.Words.Forgotten)
	} else {
		r.Say(v.NotForgotten)
	}
	return r
}

// About tells where the text comes from and what is kept of those who ask.
func (v Voice) About(k Kept) reply.Reply {
	r := v.New(answer.KindHelp)
	if v.among != nil {
		v.aboutAll(&r)
	} else {
		v.aboutOne(&r)
	}
	for _, s := range v.kept(k) {
		r.Say(s)
	}
	v.model(&r, k)
	if v.among == nil {
		v.row(&r, v.press(VerbContents, "0:", v.Contents))
	}
	return r
}

// aboutAll names the documents, with the digest of each text.
func (v Voice) aboutAll(r *reply.Reply) {
	r.Add(reply.Heading, reply.Run{Text: v.AllDocuments, Strong: true})
	for _, d := range v.among[:min(len(v.among), maxChoices)] {
		of := v.about(d)
		r.Add(reply.Item, reply.Run{Text: of.Title()}, reply.Run{Text: " (SHA-256 " + d.Digest()[:12] + ")"})
	}
}

func (v Voice) aboutOne(r *reply.Reply) {
	r.Add(reply.Heading, reply.Run{Text: text.Line(v.doc.Meta.Title), Strong: true})
	if v.doc.Meta.Issuer != "" {
		r.Add(reply.Item, reply.Run{Text: v.fact(v.Issuer, v.doc.Meta.Issuer)})
	}
	for _, d := range v.doc.Meta.Dates {
		r.Add(reply.Item, reply.Run{Text: v.fact(v.dateName(d), v.day(d.Day))})
	}
	if v.doc.Meta.Source != "" {
		r.Add(reply.Item, reply.Run{Text: v.fact(v.Source, v.doc.Meta.Source)})
	}
	if n := v.counts(everything(v.doc)); n != "" {
		r.Add(reply.Item, reply.Run{Text: words.Fill(v.Has, "counts", n)})
	}
	if v.doc.Meta.Language != "" {
		r.Add(reply.Item, reply.Run{Text: v.inLanguage()})
	}
	r.Add(reply.Item, reply.Run{Text: v.Digest + " " + v.doc.Digest()[:12] + v.Stop})
}

// kept says what is stored and for how long.
func (v Voice) kept(k Kept) []string {
	turns := v.KeptMemory
	if k.Shared {
		turns = v.KeptTurns
	}
	turns = words.Fill(turns, "n", number(k.Turns), "minutes", number(int(k.Idle/time.Minute)))
	if k.Questions <= 0 {
		return []string{v.KeptNone, turns}
	}
	return []string{words.Fill(v.Kept, "days", number(days(k.Questions))), turns}
}

// days is a length of time in days, rounded up.
func days(d time.Duration) int { return int((d + 24*time.Hour - 1) / (24 * time.Hour)) }

// everything cites all sections, for their numbers.
func everything(d *document.Document) []answer.Citation {
	out := make([]answer.Citation, len(d.Sections))
	for i := range out {
		out[i].Section = i
	}
	return out
}

// fact is a name and its value, on a line.
func (v Voice) fact(name, value string) string {
	return name + v.Colon + text.Line(value)
}

func (v Voice) inLanguage() string {
	return words.Fill(v.InLanguage, "language", v.languageName())
}

// languageName is the language of the document.
func (v Voice) languageName() string {
	if name, ok := v.Languages[words.Spoken(v.doc.Meta.Language)]; ok {
		return name
	}
	return v.doc.Meta.Language
}

// dateName is what a date is the date of, in v's language if it is a usual one.
func (v Voice) dateName(d document.Date) string {
	if name, ok := v.Dates[d.Name]; ok {
		return name
	}
	return upperFirst(d.Name)
}

// day writes an ISO 8601 day as the language does: 23 February 2024.
func (v Voice) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return words.Fill(v.Day, "d", number(t.Day()), "month", v.Months[t.Month()-1], "y", number(t.Year()))
}
