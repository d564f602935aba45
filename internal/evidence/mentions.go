package evidence

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/search"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A topic may have several phrases: any of those that "or" joins will do, and
// all of those that "and" joins are needed, though not side by side
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
	text  string    // folded, for what has no words or is not written in words
	words []counted // in order, as written
	whole []counted // the same with compounds as one word
}

// A counted word counts as a mention of another: their stems are the same, and one
// that owns something is looked for as such.
type counted struct {
	stem string
	owns bool // written with an apostrophe and s
}

func (w counted) mentions(topic counted) bool {
	return w.stem == topic.stem && (w.owns || !topic.owns)
}

// Mentions returns every section of a kind ("" for all) that mentions topic, in
// document order, each with its shortest sentence that does. literal says that
// they have the topic's own words, function words included, in whatever inflexion and
// spelling; if none has, those are returned whose finding aids have them. All
// sections are gone through.
func (c *Collection) Mentions(topic, kind, language string) (found []Mention, literal bool, err error) {
	l := lister{Collection: c, kind: kind}
	if l.listed, err = c.listing(); err != nil {
		return nil, false, err
	}
	if l.own, err = c.index(c.languages[0]); err != nil {
		return nil, false, err
	}
	whole := func(phrase string) bool {
		found = l.found(l.havingAll([]string{phrase}, l.literally))
		return len(found) > 0
	}
	if whole(topic) { // "terms and conditions" as it stands, before terms, and conditions
		return found, true, nil
	}
	if found = l.mentioning(topic, l.literally); len(found) > 0 {
		return found, true, nil
	}
	if err := l.addAids(topic, language); err != nil {
		return nil, false, err
	}
	return l.mentioning(topic, l.byAnnotation), false, nil
}

// A lister looks for the sections of a kind that mention something.
type lister struct {
	*Collection
	kind   string
	listed []mention
	own    *index
	aids   map[string]*index // by language, those whose aids may have the topic
}

// addAids opens the indexes whose finding aids may have words of topic. Chinese
// is not among them: its aids are compared by their characters.
func (l *lister) addAids(topic, language string) error {
	l.aids = map[string]*index{}
	for _, lang := range l.languages {
		if lang == "zh" || !slices.Contains(l.readIn(topic, language), lang) {
			continue
		}
		x, err := l.index(lang)
		if err != nil {
			return err
		}
		l.aids[lang] = x
	}
	return nil
}

// mentioning gathers the sections that mention any alternative of topic; match
// makes the test for one phrase.
func (l *lister) mentioning(topic string, match func(phrase string) func(mention) bool) []Mention {
	bySection := map[int]Mention{}
	for _, alternative := range either.Split(topic, maxPhrases) {
		for i, m := range l.havingAll(both.Split(alternative, maxPhrases), match) {
			if old, ok := bySection[i]; !ok || m.Span.Len() < old.Span.Len() {
				bySection[i] = m
			}
		}
	}
	return l.found(bySection)
}

// found returns mentions in document order.
func (l *lister) found(bySection map[int]Mention) []Mention {
	out := slices.Collect(maps.Values(bySection))
	slices.SortFunc(out, func(x, y Mention) int { return cmp.Compare(x.Section, y.Section) })
	return out
}

// maxPhrases bounds the phrases of a topic.
const maxPhrases = 8

// havingAll returns the sections that mention every phrase, each with the
// shortest place of the first.
func (l *lister) havingAll(phrases []string, match func(string) func(mention) bool) map[int]Mention {
	var out map[int]Mention
	for _, phrase := range phrases {
		has := match(phrase)
		if has == nil {
			continue
		}
		found := l.having(has)
		if out == nil {
			out = found
			continue
		}
		maps.DeleteFunc(out, func(i int, _ Mention) bool { _, ok := found[i]; return !ok })
	}
	return out
}

// having returns the shortest place of what matches in each section.
func (l *lister) having(matches func(mention) bool) map[int]Mention {
	out := map[int]Mention{}
	for _, m := range l.listed {
		if !matches(m) {
			continue
		}
		found, ok := l.within(m)
		old, before := out[found.Section]
		if ok && (!before || found.Span.Len() < old.Span.Len()) {
			out[found.Section] = found
		}
	}
	return out
}

// within returns where a section of the kind mentions what m does: in its own
// text, or, by its heading, in that of a section below it.
func (l *lister) within(m mention) (Mention, bool) {
	i, sections := m.place.section, l.doc.Sections
	if l.kind == "" || sections[i].Kind == l.kind {
		return Mention{i, m.span}, true
	}
	for i = sections[i].Parent; i >= 0; i = sections[i].Parent {
		if sections[i].Kind == l.kind {
			return Mention{i, sections[i].Heading}, true
		}
	}
	return Mention{}, false
}

// literally matches the words of a phrase in a row; what is not written in words of
// its own ("C#", 退会, "&"), as it stands.
func (l *lister) literally(phrase string) func(mention) bool {
	if l.asWritten(phrase) {
		want := folded(phrase)
		return func(m mention) bool { return holds(m.text, want) }
	}
	phrase = withoutArticle(phrase, l.own.language)
	want, whole := l.counted(phrase), l.counted(l.words.Join(phrase))
	if len(want) == 0 || len(want) > search.MaxQueryTerms {
		return nil
	}
	return func(m mention) bool {
		return hasRun(m.words, want, counted.mentions) || hasRun(m.whole, whole, counted.mentions)
	}
}

// withoutArticle takes the article off a phrase: who asks for the grass roots asks for
// grass roots. One of function words alone is looked for as it stands: "the who".
func withoutArticle(phrase, language string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(phrase), " ")
	if !words.Articles(language).Has(strings.ToLower(first)) {
		return phrase
	}
	for w := range strings.FieldsSeq(strings.ToLower(rest)) {
		if !words.Function(language).Has(w) {
			return rest
		}
	}
	return phrase
}

// asWritten reports whether a phrase has signs that are no words, or is in a script
// that does not set words apart.
func (l *lister) asWritten(phrase string) bool {
	return strings.ContainsFunc(strings.Trim(phrase, " .,;:!?\"'“”«»‘’()"), func(r rune) bool {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			return true
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), unicode.IsSpace(r):
			return false
		}
		return !strings.ContainsRune("-–'’.,\"“”«»", r)
	})
}

// folded is a text as phrases are compared that are not written in words.
func folded(s string) string { return text.Simplified(text.Fold(document.OneLine(plainText(s)))) }

// holds reports whether a text has a phrase that does not begin or end inside a word.
func holds(s, phrase string) bool {
	if phrase == "" {
		return false
	}
	for at := 0; ; {
		i := strings.Index(s[at:], phrase)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(phrase):])
		first, _ := utf8.DecodeRuneInString(phrase)
		last, _ := utf8.DecodeLastRuneInString(phrase)
		if !inWord(before, first) && !inWord(last, after) {
			return true
		}
		at++
	}
}

// inWord reports whether two characters that stand side by side belong to one word.
func inWord(a, b rune) bool {
	return isWordRune(a) && isWordRune(b)
}

func isWordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// byAnnotation matches the topic in the finding aids of every language that its
// script allows: Chinese by its characters, others by their stems.
func (l *lister) byAnnotation(topic string) func(mention) bool {
	han := strings.Map(hanOnly, text.Simplified(topic))
	wants := map[string][]string{}
	for lang, x := range l.aids {
		wants[lang] = l.stems(x, topic)
	}
	if han == "" && len(wants) == 0 {
		return nil
	}
	return func(m mention) bool {
		for lang, n := range l.notes[m.place] {
			for _, aid := range n.all() {
				if lang == "zh" && han != "" && strings.Contains(aid, han) {
					return true
				}
				if w := wants[lang]; len(w) > 0 && mayHold(aid, w[0]) && hasRun(l.stems(l.aids[lang], aid), w, equal) {
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

func equal(a, b string) bool { return a == b }

func hanOnly(r rune) rune {
	if unicode.Is(unicode.Han, r) {
		return r
	}
	return -1
}

// stems returns the words of s as the index has them in lang, with spellings
// that are known joined written as one word.
func (c *Collection) stems(x *index, s string) []string {
	var out []string
	for _, t := range x.engine.Analyze(string(sentenceBody), c.words.Join(plainText(s))) {
		out = append(out, t.Term)
	}
	return out
}

// counted returns all words of a text in the document's language, function words
// included.
func (l *lister) counted(s string) []counted { return l.own.counted(plainText(s)) }

func (x *index) counted(s string) []counted {
	var out []counted
	for _, t := range x.engine.Analyze(allWords, s) {
		w := s[t.Start:t.End]
		out = append(out, counted{t.Term, strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")})
	}
	return out
}

// hasRun reports whether run occurs in a row without a break.
func hasRun[W any](in, run []W, same func(W, W) bool) bool {
	for i := 0; i+len(run) <= len(in); i++ {
		if slices.EqualFunc(in[i:i+len(run)], run, same) {
			return true
		}
	}
	return false
}

// prepareMentions analyses the headings and sentences of the document, once,
// when the first list is asked for.
func (c *Collection) prepareMentions() ([]mention, error) {
	x, err := c.index(c.languages[0])
	if err != nil {
		return nil, err
	}
	var out []mention
	add := func(at place, span document.Span) {
		s := plainText(c.doc.Plain(span))
		m := mention{place: at, span: span, text: folded(s), words: x.counted(s)}
		if joined := c.words.Join(s); joined != s {
			m.whole = x.counted(joined)
		} else {
			m.whole = m.words
		}
		out = append(out, m)
	}
	for i := range c.doc.Sections {
		if h := c.doc.Sections[i].Heading; !h.Empty() {
			add(place{i, whole}, h)
		}
		for n, span := range c.doc.Sentences(i) {
			add(place{i, n}, span)
		}
	}
	return out, nil
}
