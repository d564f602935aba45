package evidence

import (
	"slices"
	"strings"

	"pincite/internal/confidence"
	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/evidence/sentence"
	"pincite/internal/sought"
)

// Features are what speaks for quoting a sentence of the first section found, as
// package confidence weighs it. language is that of the question; it is an error of the
// caller if nothing was found.
func (c *Collection) Features(p Plan, found []Section, quoted Sentence, language string) confidence.Features {
	e := &found[0]
	at := passages.Place{Section: e.Index, Sentence: quoted.Index}
	in := e.Met
	if own := c.set.Own().Language; inPairs(own) {
		quoted.Met = p.meetCharacters(quoted.Met, c.quote(at), own)
		in = p.meetCharacters(in, c.doc.Plain(c.doc.Sections[e.Index].Own), own)
	}
	f := confidence.Features{
		Text:     p.Share(quoted.Met, Met.text),
		Any:      p.Share(quoted.Met, Met.any),
		Section:  p.Share(in, Met.same),
		Absent:   p.heaviest(in),
		Lead:     c.lead(found),
		Expected: max(e.Expected, quoted.Expected),
	}
	f.Open = max(0, e.Open-f.Expected)
	f.Unknown, f.Name = p.unmet(in)
	for i, w := range p.words {
		if p.Thing != "" && strings.Contains(w.surface, p.Thing) {
			f.Thing, f.HasThing = 1, quoted.Met[i].Same
		}
	}
	f.Leads, f.SectionSquared, f.AbsentSection = f.Lead*f.Lead, f.Section*f.Section, f.Absent*f.Section
	f.Few = 1 / max(p.narrowing(), 2)
	f.UnknownFew = f.Unknown * f.Few
	c.noteTurn(&f, p, e.Index, quoted)
	asked := p.wordsIn(c.set.Own().Language)
	f.Title = sentence.Read(c.set.Own(), c.set.Alike(c.headingOver(e.Index), p.has), asked).Covered
	c.noteSaid(&f, p, asked, at)
	if slices.Index(c.set.Languages(), language) > 0 {
		f.Foreign = 1
	}
	if c.set.Aided() {
		f.Aided, f.AidedText, f.AidedSection = 1, f.Text, f.Section
	}
	return f
}

func (m Met) text() float64 { return m.Text }
func (m Met) same() float64 { return m.Same }
func (m Met) any() float64  { return m.Any }

// heaviest is the weight of the heaviest of the question's own words that is not met
// in words that mean the same, less what is met of it; 1 at most. Pairs of Han
// characters that overlap are one word.
func (p Plan) heaviest(met []Met) float64 {
	out, run := 0.0, 0.0
	for i, w := range p.words {
		if !w.joined {
			run = 0
		}
		if absent := w.weight * (1 - met[i].Same); w.borrowed || absent == 0 {
			run = 0
		} else {
			run = min(run+absent, 1)
		}
		out = max(out, run)
	}
	return out
}

// unmet is the share of the plan's weight that nothing in the document counts as,
// and 1 if a name or number is among the words that are not met.
func (p Plan) unmet(met []Met) (unknown, name float64) {
	var all float64
	for i, w := range p.words {
		if !w.own() {
			continue
		}
		all += w.weight
		if len(w.variants) == 0 {
			unknown += w.weight * (1 - met[i].Same)
		}
		if w.name && met[i].Same == 0 {
			name = 1
		}
	}
	return unknown / max(all, 1e-9), name
}

// groups are the kinds of things whose recognition is about as sure.
const (
	numbers  = sought.Count | sought.Sum | sought.Contact
	times    = sought.Date | sought.Duration | sought.Frequency | sought.Age
	accounts = sought.Means | sought.Consequence
	others   = sought.Definition | sought.Enumeration | sought.Permission
)

// headingOver returns the heading that a section stands under, its own or the nearest above.
func (c *Collection) headingOver(section int) string {
	for ; section >= 0; section = c.doc.Sections[section].Parent {
		if heading := c.doc.Heading(section); heading != "" {
			return heading
		}
	}
	return ""
}

// noteSaid notes what the quoted sentence says. One that is asked whether something is so
// may answer in the question's own words: what it says beyond them tells nothing.
func (c *Collection) noteSaid(f *confidence.Features, p Plan, asked sentence.Words, at passages.Place) {
	s := sentence.Read(c.set.Own(), c.set.Alike(c.quote(at), p.has), asked)
	f.Start = s.Start
	if !p.Asked.Has(sought.Permission) {
		f.News = s.News
	}
	if p.Asked.Has(numbers | times) {
		f.NearNumber = s.NearNumber()
	}
	if p.Asked.Has(sought.Count) && p.Many && p.Thing != "" {
		f.Counted = 1
		if s.Counts() {
			f.HasCounted = 1
		}
	}
	c.noteKinds(f, p.Asked, &s, at, c.doc.Sentences(at.Section))
}

// has reports whether the question has a word as it is.
func (p Plan) has(said string) bool {
	return slices.ContainsFunc(p.words, func(w word) bool { return strings.EqualFold(w.surface, said) })
}

// quote returns what the sentence at a place says; "" for what is no sentence.
func (c *Collection) quote(at passages.Place) string {
	if spans := c.doc.Sentences(at.Section); at.Sentence >= 0 && at.Sentence < len(spans) {
		return c.doc.Plain(spans[at.Sentence])
	}
	return ""
}

// worded are the kinds that any word of a certain form or meaning is taken for. The
// question has such words itself as a rule, and a sentence that repeats them tells
// nothing: "the head judge" does not say who the head judge is.
const worded = sought.Agent | sought.Name

// noteKinds notes what is asked for, and whether a sentence has it. Several kinds are
// alternatives: "how much" asks for money or for a measure.
func (c *Collection) noteKinds(f *confidence.Features, asked sought.Kind, s *sentence.Sentence, at passages.Place, spans []document.Span) {
	if asked == 0 {
		f.Unasked = f.Section
	}
	has, ok := c.kinds.Has(asked, at, spans)
	if !ok {
		return
	}
	has = has&^worded | s.InOtherWords(asked&worded)
	note := func(group sought.Kind, is, met *float64) {
		if asked.Has(group) {
			*is = 1
			if has.Has(group) {
				*met = 1
			}
		}
	}
	note(numbers, &f.Number, &f.HasNumber)
	note(times, &f.Timed, &f.HasTimed)
	note(sought.Agent, &f.Agent, &f.HasAgent)
	note(sought.Name, &f.Named, &f.HasNamed)
	note(sought.Reason, &f.Reason, &f.HasReason)
	note(accounts, &f.Account, &f.HasAccount)
	note(others, &f.Other, &f.HasOther)
	if has != 0 {
		return
	}
	f.Lacks = 1
	if c.kinds.Near(asked, at, spans) {
		f.Nearby = 1
	}
}
