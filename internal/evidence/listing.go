package evidence

import (
	"slices"
	"strings"

	"pincite/internal/document"
)

// A listing holds every heading and sentence of the document, in order, and where
// each word stands: what a list costs does not grow with the text but with how
// often its words occur.
type listing struct {
	mentions  []mention
	having    postings // of mention.words and mention.whole
	compounds bool     // some text has compounds, so that words and whole differ
}

// postings are the places that have a stem, in order, each once.
type postings map[string][]int32

func (p postings) add(stem string, at int) {
	if have := p[stem]; len(have) == 0 || have[len(have)-1] != int32(at) {
		p[stem] = append(have, int32(at))
	}
}

// rarest returns the places of the stem that the fewest have.
func (p postings) rarest(stems []string) []int32 {
	out := p[stems[0]]
	for _, s := range stems[1:] {
		if len(p[s]) < len(out) {
			out = p[s]
		}
	}
	return out
}

// matching returns the places whose words have want in a row.
func (l *listing) matching(want []counted, words func(mention) []counted) []int {
	stems := make([]string, len(want))
	for i, w := range want {
		stems[i] = w.stem
	}
	var out []int
	for _, at := range l.having.rarest(stems) {
		if hasRun(words(l.mentions[at]), want, counted.mentions) {
			out = append(out, int(at))
		}
	}
	return out
}

// holding returns the places that have a folded phrase as it stands.
func (l *listing) holding(phrase string) []int {
	var out []int
	for at, m := range l.mentions {
		if holds(m.text, phrase) {
			out = append(out, at)
		}
	}
	return out
}

// prepareMentions analyses the headings and sentences of the document, once,
// when the first list is asked for.
func (c *Collection) prepareMentions() (*listing, error) {
	x, err := c.index(c.languages[0])
	if err != nil {
		return nil, err
	}
	out := &listing{having: postings{}}
	add := func(at place, span document.Span) {
		s := plainText(c.doc.Plain(span))
		m := mention{place: at, span: span, text: folded(s), words: x.counted(s)}
		m.whole = m.words
		if joined := c.words.Join(s); joined != s {
			m.whole, out.compounds = x.counted(joined), true
		}
		out.mentions = append(out.mentions, m)
		for _, w := range slices.Concat(m.words, m.whole) {
			out.having.add(w.stem, len(out.mentions)-1)
		}
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

// aids are the finding aids in one language that name things, as lists compare
// them: Chinese by its characters, others by their stems.
type aids struct {
	entries []aid
	having  postings
}

type aid struct {
	at    int // place in the listing
	text  string
	stems []string
}

// aidsIn returns the finding aids of a language, analysed when they are first
// needed. The listing has been made.
func (l *lister) aidsIn(x *index) *aids {
	x.aidsOnce.Do(func() {
		x.aids = &aids{having: postings{}}
		var texts []string
		for at, m := range l.listed.mentions {
			for _, s := range l.notes[m.place][x.language].all() {
				if s != "" {
					x.aids.entries = append(x.aids.entries, aid{at: at, text: s})
					texts = append(texts, l.words.Join(plainText(s)))
				}
			}
		}
		if x.language != "zh" {
			x.aids.analyze(x, texts)
		}
	})
	return x.aids
}

// analyze notes the stems of the entries, whose texts these are.
func (a *aids) analyze(x *index, texts []string) {
	for n, tokens := range x.analyzeEach(texts) {
		a.entries[n].text, a.entries[n].stems = "", stemsOf(tokens)
		for _, stem := range a.entries[n].stems {
			a.having.add(stem, n)
		}
	}
}

// matching returns the places of the entries that have the stems in a row.
func (a *aids) matching(stems []string) []int {
	if len(stems) == 0 {
		return nil
	}
	var out []int
	for _, n := range a.having.rarest(stems) {
		if hasRun(a.entries[n].stems, stems, func(a, b string) bool { return a == b }) {
			out = append(out, a.entries[n].at)
		}
	}
	return out
}

// holding returns the places of the entries that have Chinese characters in a row.
func (a *aids) holding(han string) []int {
	if han == "" {
		return nil
	}
	var out []int
	for _, e := range a.entries {
		if strings.Contains(e.text, han) {
			out = append(out, e.at)
		}
	}
	return out
}
