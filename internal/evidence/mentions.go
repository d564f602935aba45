package evidence

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/search"
	"pincite/internal/text"
)

// conjunction parts a topic into phrases that may stand apart in a sentence:
// "audit inspection and special supervision" mentions supervision and inspection.
var conjunction = regexp.MustCompile(`(?i)\s+(?:and|or|&|и|или|y|e|o)\s+|[,;、，；]|[和与及或]`)

// A Mention is a place where a section mentions something.
type Mention struct {
	Section int           // index in Document.Sections
	Span    document.Span // of the sentence, or of the heading; empty if it has none
}

// A mention is a sentence or heading with its words as mentions compare them.
type mention struct {
	place place // place.sentence is whole for a heading
	span  document.Span
	terms []string // stems in order, joined spellings folded
}

// Mentions returns every section of a kind ("" for all) that mentions topic, in
// document order, each with its shortest sentence that does. Those with the
// topic's words, in whatever spelling; if there are none, those whose finding
// aids have them. All sections are gone through.
func (c *Collection) Mentions(topic, kind, language string) []Mention {
	for _, matches := range []func(mention) bool{c.literally(topic), c.byAnnotation(topic, language)} {
		if matches == nil {
			continue
		}
		if out := c.mentioning(kind, matches); len(out) > 0 {
			return out
		}
	}
	return nil
}

func (c *Collection) mentioning(kind string, matches func(mention) bool) []Mention {
	var out []Mention
	c.listing.Do(c.prepareMentions)
	for _, m := range c.listed {
		if !matches(m) {
			continue
		}
		found, ok := c.within(m, kind)
		last := len(out) - 1
		switch {
		case !ok:
		case last < 0 || out[last].Section != found.Section:
			out = append(out, found)
		case found.Span.Len() < out[last].Span.Len():
			out[last] = found
		}
	}
	return out
}

// within returns where a section of the kind mentions what m does: in its own
// text, or, by its heading, in that of a section below it.
func (c *Collection) within(m mention, kind string) (Mention, bool) {
	i := m.place.section
	if kind == "" || c.doc.Sections[i].Kind == kind {
		return Mention{i, m.span}, true
	}
	for i = c.doc.Sections[i].Parent; i >= 0; i = c.doc.Sections[i].Parent {
		if s := c.doc.Sections[i]; s.Kind == kind {
			return Mention{i, s.Heading}, true
		}
	}
	return Mention{}, false
}

// literally matches the topic's words close together in the document's text.
func (c *Collection) literally(topic string) func(mention) bool {
	var phrases [][]string
	for _, part := range conjunction.Split(topic, -1) {
		if stems := c.stems(part, c.languages[0]); len(stems) > 0 {
			phrases = append(phrases, stems)
		}
	}
	if len(phrases) == 0 || len(phrases) > search.MaxQueryTerms {
		return nil
	}
	return func(m mention) bool { return near(m.terms, phrases) }
}

// byAnnotation matches the topic in the finding aids of every language that its
// script allows: Chinese by its characters, others by their stems.
func (c *Collection) byAnnotation(topic, language string) func(mention) bool {
	han := strings.Map(hanOnly, text.Simplified(topic))
	wants := map[string][]string{}
	for _, lang := range c.languages {
		if lang != "zh" && languageBoost(lang, language, topic) > 0 {
			wants[lang] = c.stems(topic, lang)
		}
	}
	return func(m mention) bool {
		for lang, n := range c.notes[m.place] {
			for _, aid := range n.all() {
				if lang == "zh" && han != "" && strings.Contains(aid, han) {
					return true
				}
				if w := wants[lang]; len(w) > 0 && hasRun(c.aidStems(aid, lang), w) {
					return true
				}
			}
		}
		return false
	}
}

// aidStems is stems of a finding aid, kept: a list question compares thousands.
func (c *Collection) aidStems(aid, lang string) []string {
	if kept, ok := c.aids.Load(lang + aid); ok {
		return kept.([]string)
	}
	out := c.stems(aid, lang)
	c.aids.Store(lang+aid, out)
	return out
}

func hanOnly(r rune) rune {
	if unicode.Is(unicode.Han, r) {
		return r
	}
	return -1
}

// stems returns the words of s as the index has them in lang, with spellings
// that are known joined written as one word.
func (c *Collection) stems(s, lang string) []string {
	shelf, err := c.shelf(lang)
	if err != nil {
		return nil
	}
	var out []string
	for _, t := range shelf.index.Analyze(field{classSentence, roleBody}.name(), c.words.join(s)) {
		out = append(out, t.Term)
	}
	return out
}

// near reports whether terms have every phrase, word for word.
func near(terms []string, phrases [][]string) bool {
	for _, p := range phrases {
		if !hasRun(terms, p) {
			return false
		}
	}
	return true
}

// hasRun reports whether run stands in terms without a break.
func hasRun(terms, run []string) bool {
	for i := 0; i+len(run) <= len(terms); i++ {
		if slices.Equal(terms[i:i+len(run)], run) {
			return true
		}
	}
	return false
}

// prepareMentions analyses the headings and sentences of the document, once,
// when the first list is asked for.
func (c *Collection) prepareMentions() {
	for i := range c.doc.Sections {
		if h := c.doc.Sections[i].Heading; !h.Empty() {
			c.addMention(place{i, whole}, h)
		}
		for n, span := range c.doc.Sentences(i) {
			c.addMention(place{i, n}, span)
		}
	}
}

func (c *Collection) addMention(at place, span document.Span) {
	terms := c.stems(c.doc.Slice(span), c.languages[0])
	c.listed = append(c.listed, mention{place: at, span: span, terms: terms})
}
