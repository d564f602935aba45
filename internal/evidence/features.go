package evidence

import (
	"slices"
	"strings"

	"pincite/internal/confidence"
	"pincite/internal/document"
	"pincite/internal/sought"
	"pincite/internal/text"
)

// Features are what speaks for quoting a sentence of the first section found, as
// package confidence weighs it. language is that of the question; it is an error of the
// caller if nothing was found.
func (c *Collection) Features(p Plan, found []Section, quoted Sentence, language string) confidence.Features {
	e := &found[0]
	f := confidence.Features{
		Text:     p.Share(quoted.Met, Met.text),
		Any:      p.Share(quoted.Met, Met.any),
		Section:  p.Share(e.Met, Met.same),
		Absent:   p.heaviest(e.Met),
		Lead:     1,
		Expected: max(e.Expected, quoted.Expected),
	}
	if len(found) > 1 && e.Score > 0 {
		f.Lead = 1 - found[1].Score/e.Score
	}
	f.Open = max(0, e.Open-f.Expected)
	f.Unknown, f.Name = p.unmet(e.Met)
	for i, w := range p.words {
		if p.Thing != "" && strings.Contains(w.surface, p.Thing) {
			f.Thing, f.HasThing = 1, quoted.Met[i].Same
		}
		if w.borrowed {
			f.Follow = 1
		}
	}
	f.Leads, f.SectionSquared, f.AbsentSection = f.Lead*f.Lead, f.Section*f.Section, f.Absent*f.Section
	f.Few = 1 / max(p.narrowing(), 2)
	f.UnknownFew = f.Unknown * f.Few
	f.Start, f.News = c.said(p, e.Index, quoted.Index)
	f.Title, f.NearNumber = c.titled(p, e.Index), c.nearNumber(p, e.Index, quoted.Index)
	c.noteKinds(&f, p, e.Index, quoted.Index)
	c.noteCounted(&f, p, e.Index, quoted.Index)
	if slices.Index(c.languages, language) > 0 {
		f.Foreign = 1
	}
	if len(c.notes) > 0 {
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
			unknown += w.weight
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

// noteKinds notes what is asked for, and whether a sentence has it. Several kinds are
// alternatives: "how much" asks for money or for a measure.
func (c *Collection) noteKinds(f *confidence.Features, p Plan, section, sentence int) {
	asked := p.Asked
	if asked == 0 {
		f.Unasked = f.Section
	}
	at, spans := place{section, sentence}, c.doc.Sentences(section)
	has, ok := c.recognise(asked, at, spans)
	if !ok {
		return
	}
	has = has&^worded | c.worded(p, spans[sentence])
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
	if c.nearby(asked, at, spans) {
		f.Nearby = 1
	}
}

// worded are the kinds that any word of a certain form or meaning is taken for. The
// question has such words itself as a rule, and a sentence that repeats them tells
// nothing: "the head judge" does not say who the head judge is.
const worded = sought.Agent | sought.Name

// worded returns those of the kinds of that name asked for that a sentence has in other
// words than those of the question.
func (c *Collection) worded(p Plan, sentence document.Span) sought.Kind {
	if !p.Asked.Has(worded) {
		return 0
	}
	x, s := c.indexes[c.languages[0]], text.Limit(c.doc.Plain(sentence), maxRunes)
	var left strings.Builder
	at := 0
	for _, t := range x.engine.Analyze(allWords, s) {
		if t.Start >= at && p.narrowedBy(x, t.Term) {
			left.WriteString(s[at:t.Start] + "_")
			at = t.End
		}
	}
	left.WriteString(s[at:])
	has, _ := sought.In(left.String(), x.language, p.Asked&worded)
	return has
}

// noteCounted notes whether it is asked how many there are of a thing, and whether a
// sentence says so: "five classes of members" counts classes, not members.
func (c *Collection) noteCounted(f *confidence.Features, p Plan, section, sentence int) {
	if !p.Asked.Has(sought.Count) || p.Thing == "" {
		return
	}
	f.Counted = 1
	spans := c.doc.Sentences(section)
	if sentence < 0 || sentence >= len(spans) {
		return
	}
	x, s := c.indexes[c.languages[0]], text.Limit(c.doc.Plain(spans[sentence]), maxRunes)
	for _, t := range x.engine.Analyze(allWords, s) {
		if p.isThing(key(x.language, t.Term)) {
			if number, _ := sought.In(justBefore(s[:t.Start]), x.language, sought.Count); number != 0 {
				f.HasCounted = 1
			}
		}
	}
}

// isThing reports whether a term is the word for the thing asked for, or counts as it.
func (p Plan) isThing(k string) bool {
	return slices.ContainsFunc(p.words, func(w word) bool { return w.meets(k, same) && strings.Contains(w.surface, p.Thing) })
}

// justBefore returns the last two words of s; of a text without spaces, the last four
// characters.
func justBefore(s string) string {
	words := strings.Fields(s)
	s = strings.Join(words[max(0, len(words)-2):], " ")
	if r := []rune(s); len(r) > 4 && text.IsHan(r[len(r)-1]) {
		s = string(r[len(r)-4:])
	}
	return s
}
