package answer

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/search"
	"pincite/internal/text"
)

// conjunction parts a topic into phrases that may stand apart in a sentence:
// "audit inspection and special supervision" mentions supervision and inspection.
var conjunction = regexp.MustCompile(`(?i)\s+(?:and|or|&|и|или|y|e|o)\s+|[,;、，；]|[和与及或]`)

// A mention is a section's words as mentions compare them.
type mention struct {
	place place
	span  document.Span // of the sentence, or of the heading with place.sentence == whole
	terms []string      // stems in order, joined spellings folded
}

// list answers a question for every section that mentions something. What no
// section mentions in these words is searched for instead: it may be there in
// others.
func (a *Answerer) list(ctx context.Context, q question.Question, turns []Turn) Answer {
	if out := a.mentions(q.Topic, q.Level, a.languageOf(q, turns)); out.Kind == KindList {
		return out
	}
	return a.search(ctx, q, turns)
}

// Mentions lists every section that mentions topic: those with its words close
// together in one sentence or in the heading; if there are none, those whose
// annotations have them. All sections are gone through.
func (a *Answerer) Mentions(topic string) Answer {
	return a.mentions(topic, "", text.Language(topic))
}

// mentions is Mentions among the sections of one kind; "" for all.
func (a *Answerer) mentions(topic, kind, language string) Answer {
	out := Answer{Kind: KindList, Topic: topic, Level: kind, Checked: len(a.doc.Sections)}
	if kind != "" {
		out.Checked = len(a.doc.OfKind(kind))
	}
	for _, matches := range []func(mention) bool{a.literally(topic), a.byAnnotation(topic, language)} {
		if matches == nil {
			continue
		}
		if out.Citations = a.mentionedBy(kind, matches); len(out.Citations) > 0 {
			return out
		}
	}
	out.Kind, out.Reason = KindNone, ReasonNoMention
	return out
}

// mentionedBy cites each section with a match once, in document order, with its
// shortest matching sentence.
func (a *Answerer) mentionedBy(kind string, matches func(mention) bool) []Citation {
	var out []Citation
	a.listing.Do(a.prepareMentions)
	for _, m := range a.listed {
		if kind != "" && a.doc.Sections[m.place.section].Kind != kind || !matches(m) {
			continue
		}
		c := a.cite(m.place.section, m.span, 1)
		last := len(out) - 1
		switch {
		case last < 0 || out[last].Section != c.Section:
			out = append(out, c)
		case c.Span.Len() < out[last].Span.Len():
			out[last] = c
		}
	}
	return out
}

// literally matches the topic's words close together in the document's text.
func (a *Answerer) literally(topic string) func(mention) bool {
	var phrases [][]string
	for _, part := range conjunction.Split(topic, -1) {
		if stems := a.stems(part, a.coll.languages[0]); len(stems) > 0 {
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
func (a *Answerer) byAnnotation(topic, language string) func(mention) bool {
	han := strings.Map(hanOnly, text.Simplified(topic))
	wants := map[string][]string{}
	for _, lang := range a.coll.languages {
		if lang != "zh" && languageBoost(lang, language, topic) > 0 {
			wants[lang] = a.stems(topic, lang)
		}
	}
	return func(m mention) bool {
		for lang, n := range a.coll.notes[m.place] {
			for _, aid := range n.all() {
				if lang == "zh" && han != "" && strings.Contains(aid, han) {
					return true
				}
				if w := wants[lang]; len(w) > 0 && hasRun(a.aidStems(aid, lang), w) {
					return true
				}
			}
		}
		return false
	}
}

// aidStems is stems of a finding aid, kept: a list question compares thousands.
func (a *Answerer) aidStems(aid, lang string) []string {
	if kept, ok := a.aids.Load(lang + aid); ok {
		return kept.([]string)
	}
	out := a.stems(aid, lang)
	a.aids.Store(lang+aid, out)
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
func (a *Answerer) stems(s, lang string) []string {
	shelf, err := a.coll.shelf(lang)
	if err != nil {
		return nil
	}
	var out []string
	for _, t := range shelf.index.Analyze(field{classSentence, roleBody}.name(), a.coll.words.join(s)) {
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
func (a *Answerer) prepareMentions() {
	for i := range a.doc.Sections {
		if h := a.doc.Sections[i].Heading; !h.Empty() {
			a.addMention(place{i, whole}, h)
		}
		for n, span := range a.doc.Sentences(i) {
			a.addMention(place{i, n}, span)
		}
	}
}

func (a *Answerer) addMention(at place, span document.Span) {
	terms := a.stems(a.doc.Slice(span), a.coll.languages[0])
	a.listed = append(a.listed, mention{place: at, span: span, terms: terms})
}
