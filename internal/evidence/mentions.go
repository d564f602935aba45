package evidence

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/search"
	"pincite/internal/text"
)

// A topic may have several phrases: any of those that "or" joins will do, and
// all of those that "and" joins are needed, though they may stand apart
// ("audit inspection and special supervision" mentions supervision and inspection).
var (
	either = regexp.MustCompile(`(?i)\s+(?:or|или|o)\s+|或者?`)
	both   = regexp.MustCompile(`(?i)\s+(?:and|&|и|y|e)\s+|[,;、，；]|[和与及]`)
)

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
// document order, each with its shortest sentence that does. literal says that
// they have the topic's words, in whatever spelling; if none has, those are
// returned whose finding aids have them. All sections are gone through.
func (c *Collection) Mentions(topic, kind, language string) (found []Mention, literal bool) {
	c.listing.Do(c.prepareMentions)
	if found = c.mentioning(topic, kind, c.literally); len(found) > 0 {
		return found, true
	}
	return c.mentioning(topic, kind, func(phrase string) func(mention) bool { return c.byAnnotation(phrase, language) }), false
}

// mentioning gathers the sections that mention any alternative of topic; match
// makes the test for one phrase.
func (c *Collection) mentioning(topic, kind string, match func(phrase string) func(mention) bool) []Mention {
	bySection := map[int]Mention{}
	for _, alternative := range either.Split(topic, maxPhrases) {
		for i, m := range c.havingAll(both.Split(alternative, maxPhrases), kind, match) {
			if old, ok := bySection[i]; !ok || m.Span.Len() < old.Span.Len() {
				bySection[i] = m
			}
		}
	}
	out := slices.Collect(maps.Values(bySection))
	slices.SortFunc(out, func(x, y Mention) int { return cmp.Compare(x.Section, y.Section) })
	return out
}

// maxPhrases bounds the phrases of a topic.
const maxPhrases = 8

// havingAll returns the sections that mention every phrase, each with the
// shortest place of the first.
func (c *Collection) havingAll(phrases []string, kind string, match func(string) func(mention) bool) map[int]Mention {
	var out map[int]Mention
	for _, phrase := range phrases {
		has := match(phrase)
		if has == nil {
			continue
		}
		found := c.having(kind, has)
		if out == nil {
			out = found
			continue
		}
		maps.DeleteFunc(out, func(i int, _ Mention) bool { _, ok := found[i]; return !ok })
	}
	return out
}

// having returns the shortest place of what matches in each section.
func (c *Collection) having(kind string, matches func(mention) bool) map[int]Mention {
	out := map[int]Mention{}
	for _, m := range c.listed {
		if !matches(m) {
			continue
		}
		found, ok := c.within(m, kind)
		old, before := out[found.Section]
		if ok && (!before || found.Span.Len() < old.Span.Len()) {
			out[found.Section] = found
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

// literally matches the words of a phrase in a row; nil if it has none.
func (c *Collection) literally(phrase string) func(mention) bool {
	want := c.stems(phrase, c.languages[0])
	if len(want) == 0 || len(want) > search.MaxQueryTerms {
		return nil
	}
	return func(m mention) bool { return hasRun(m.terms, want) }
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
	if han == "" && len(wants) == 0 {
		return nil
	}
	return func(m mention) bool {
		for lang, n := range c.notes[m.place] {
			for _, aid := range n.all() {
				if lang == "zh" && han != "" && strings.Contains(aid, han) {
					return true
				}
				if w := wants[lang]; len(w) > 0 && mayHold(aid, w[0]) && hasRun(c.stems(aid, lang), w) {
					return true
				}
			}
		}
		return false
	}
}

// mayHold reports whether a text can have a word with this stem: analysing
// thousands of finding aids costs more than looking for its first letters.
func mayHold(s, stem string) bool {
	start := string([]rune(stem)[:min(len([]rune(stem)), 3)])
	return strings.Contains(strings.ToLower(s), start) || strings.Contains(text.Fold(s), start)
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
	for _, t := range shelf.index.Analyze(field{classSentence, roleBody}.name(), c.words.Join(s)) {
		out = append(out, t.Term)
	}
	return out
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
