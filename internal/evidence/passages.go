package evidence

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"pincite/internal/annotation"
	"pincite/internal/document"
	"pincite/internal/search"
)

// A place is what a passage leads to: a sentence, or, with sentence == whole, the
// section.
type place struct {
	section  int // index in Document.Sections
	sentence int // index in Document.Sentences(section), or whole
}

const whole = -1

// A class says what kind of passage a place is reached by. Each class has
// fields of its own, so that the short ones are not measured by the length of
// the long ones.
type class int

const (
	classSentence   class = iota // one sentence with its finding aids, or a heading without text
	classSection                 // all words of one section and its aids: for counting, not for finding
	classExpected                // one expected question, which leads to its sentence or section
	classUnanswered              // one question that the section is known not to answer
)

// A field is one searchable aspect of the passages of one class.
type field string

// The fields.
const (
	sentenceBody  field = "body"  // the document's words
	sentenceTitle field = "title" // the heading that it comes under
	sentencePath  field = "path"  // the headings above that
	sentenceLead  field = "lead"  // the lead-in of its list, the heading row of its table
	sentenceGloss field = "gloss" // what it says, in plain words
	sentenceSame  field = "same"  // words that mean the same
	sentenceTerms field = "terms" // other words for it
	sentenceIndex field = "index" // index headings of its section
	sectionAll    field = "all"
	expected      field = "expected"
	unanswered    field = "unanswered"
)

// fields are all that there are.
var fields = []field{sentenceBody, sentenceTitle, sentencePath, sentenceLead, sentenceGloss, sentenceSame, sentenceTerms, sentenceIndex,
	sectionAll, expected, unanswered}

// values are the texts of a passage by field.
type values map[field]string

// add appends entries to a field, so that no phrase reaches over two of them.
func (v values) add(f field, entries ...string) {
	for _, e := range entries {
		if e != "" {
			v[f] += e + ". "
		}
	}
}

// mark packs the class of a passage and the sentence that it leads to.
func mark(cl class, sentence int) uint32 { return uint32(cl)<<classBits | uint32(sentence+1) }

// classBits is where the class stands in a mark.
const classBits = 28

// at returns the class of a passage and the place that it leads to.
func (x *index) at(passage int) (class, place) {
	return class(x.engine.Mark(passage) >> classBits), placeOf(x.engine, passage)
}

// placeOf returns the place of a passage.
func placeOf(engine *search.Index, passage int) place {
	return place{int(engine.Tag(passage)) - 1, int(engine.Mark(passage)&(1<<classBits-1)) - 1}
}

// A builder makes the passages of an index.
type builder struct {
	*Collection
	language string
	yield    func(search.Passage) bool
	done     bool // yield wants no more
}

// passages returns the passages in a language, in document order, and tells progress,
// if there is one to tell, the sections that are done.
func (c *Collection) passages(language string, progress func(done, sections int)) iter.Seq[search.Passage] {
	return func(yield func(search.Passage) bool) {
		b := &builder{Collection: c, language: language, yield: yield}
		for i := range c.doc.Sections {
			if progress != nil && i%sectionsTold == 0 {
				progress(i, len(c.doc.Sections))
			}
			if b.section(i); b.done {
				return
			}
		}
	}
}

// sectionsTold is after how many sections progress is told.
const sectionsTold = 256

// A note is what one annotations file says of one place.
type note struct {
	gloss      string
	same       []string
	terms      []string
	headings   []string
	questions  []string
	unanswered []string
}

// all returns the finding aids of a note that name things, questions left out.
func (n note) all() []string {
	return slices.Concat([]string{n.gloss}, n.same, n.terms, n.headings)
}

// add adds a passage unless it has nothing in this language.
func (b *builder) add(cl class, at place, v values) { b.addFolded(cl, at, b.folded(v)) }

// folded returns the texts of a passage as they are indexed.
func (b *builder) folded(v values) map[string]string {
	out := make(map[string]string, len(v))
	for f, s := range v {
		if s != "" {
			out[string(f)] = b.fold(s)
		}
	}
	return out
}

func (b *builder) addFolded(cl class, at place, v map[string]string) {
	if len(v) > 0 && !b.done {
		b.done = !b.yield(search.Passage{Values: v, Tag: tagOf(at.section), Mark: mark(cl, at.sentence)})
	}
}

// tagOf is the tag of the passages of a section.
func tagOf(section int) uint32 { return uint32(section + 1) }

// section adds the passages of one section: its sentences, the questions
// expected of them and of itself, and all of it together.
func (b *builder) section(i int) {
	all, context := values{}, values{}
	own := b.language == b.languages[0]
	if own {
		context = b.context(i)
		all.add(sectionAll, b.doc.Heading(i), b.Body(i))
	}
	of := b.notes[place{i, whole}][b.language]
	context.add(sentenceIndex, of.headings...)
	all.add(sectionAll, of.headings...)
	all.add(sectionAll, of.questions...)
	b.questions(place{i, whole}, of)
	folded := b.folded(context)
	n := 0
	for _, p := range b.doc.Sections[i].Paragraphs {
		for _, span := range p.Sentences {
			b.sentence(place{i, n}, p, span, folded, all, own)
			n++
		}
	}
	if h := b.doc.Sections[i].Heading; n == 0 && !h.Empty() && own {
		b.add(classSentence, place{i, whole}, values{sentenceBody: b.doc.Plain(h), sentencePath: context[sentencePath]})
	}
	b.add(classSection, place{i, whole}, all)
}

// sentence adds a sentence of a paragraph in the context of its section, and what it
// says to all.
func (b *builder) sentence(at place, p document.Paragraph, span document.Span, context map[string]string, all values, own bool) {
	n := b.notes[at][b.language]
	v := values{}
	if own {
		v[sentenceBody] = b.doc.Plain(span)
		v.add(sentenceLead, b.lead(at, p))
	}
	v.add(sentenceGloss, n.gloss)
	v.add(sentenceSame, n.same...)
	v.add(sentenceTerms, n.terms...)
	all.add(sectionAll, n.all()...)
	all.add(sectionAll, n.questions...)
	folded := b.folded(v)
	maps.Copy(folded, context)
	b.addFolded(classSentence, at, folded)
	b.questions(at, n)
}

// context is what every sentence of section i is read with: the nearest heading,
// its own or that of a section above, and the headings above that.
func (b *builder) context(i int) values {
	v := values{}
	f := sentenceTitle
	for ; i >= 0; i = b.doc.Sections[i].Parent {
		if h := b.doc.Heading(i); h != "" {
			v.add(f, h)
			f = sentencePath
		}
	}
	return v
}

// lead is what stands before a sentence of a paragraph and is needed to read it.
func (b *builder) lead(at place, p document.Paragraph) string {
	if !p.Lead.Empty() {
		return b.doc.Plain(p.Lead)
	}
	parent := b.doc.Sections[at.section].Parent
	if at.sentence > 0 || parent < 0 {
		return ""
	}
	above := b.doc.Sentences(parent)
	if len(above) == 0 {
		return ""
	}
	last := b.doc.Plain(above[len(above)-1])
	if strings.HasSuffix(last, ":") || strings.HasSuffix(last, "：") {
		return last
	}
	return ""
}

func (b *builder) questions(at place, n note) {
	for _, q := range n.questions {
		b.add(classExpected, at, values{expected: q})
	}
	for _, q := range n.unanswered {
		b.add(classUnanswered, at, values{unanswered: q})
	}
}

// byPlace arranges annotations by the place that they belong to. Sentences are
// recognised by their words, white space aside; what fits nothing is left out
// here and reported by "pincite annotate".
func byPlace(d *document.Document, notes []annotation.Aids) map[place]map[string]note {
	out := map[place]map[string]note{}
	put := func(at place, lang string, n note) {
		if out[at] == nil {
			out[at] = map[string]note{}
		}
		out[at][lang] = n
	}
	for _, file := range notes {
		for _, s := range file.Sections {
			i, ok := d.ByID(s.ID)
			if !ok {
				continue
			}
			put(place{i, whole}, file.Language, note{headings: s.Headings, questions: s.Questions, unanswered: s.Unanswered})
			at := map[string]int{}
			for n, span := range d.Sentences(i) {
				key := document.OneLine(d.Slice(span))
				if _, twice := at[key]; !twice {
					at[key] = n
				}
			}
			for _, t := range s.Sentences {
				if n, ok := at[document.OneLine(t.Text)]; ok {
					put(place{i, n}, file.Language, note{gloss: t.Gloss, same: t.Same, terms: t.Terms, questions: t.Questions})
				}
			}
		}
	}
	return out
}
