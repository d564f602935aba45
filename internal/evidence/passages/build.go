package passages

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"pincite/internal/annotation"
	"pincite/internal/document"
	"pincite/internal/search"
)

// values are the texts of a passage by field.
type values map[Field]string

// add appends entries to a field, so that no phrase reaches over two of them.
func (v values) add(f Field, entries ...string) {
	for _, e := range entries {
		if e != "" {
			v[f] += e + ". "
		}
	}
}

// A builder makes the passages of an index.
type builder struct {
	*Set
	language string
	yield    func(search.Passage) bool
	done     bool // yield wants no more
}

// passages returns the passages in a language, in document order, and tells progress,
// if there is one to tell, the sections that are done.
func (c *Set) passages(language string, progress func(done, sections int)) iter.Seq[search.Passage] {
	return func(yield func(search.Passage) bool) {
		b := &builder{Set: c, language: language, yield: yield}
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
func (b *builder) add(cl Class, at Place, v values) { b.addFolded(cl, at, b.folded(v)) }

// folded returns the texts of a passage as they are indexed.
func (b *builder) folded(v values) map[string]string {
	out := make(map[string]string, len(v))
	for f, s := range v {
		if s != "" {
			out[string(f)] = strings.Join(append([]string{b.Fold(s)}, b.initials.otherwise(s)...), " ")
		}
	}
	return out
}

func (b *builder) addFolded(cl Class, at Place, v map[string]string) {
	if len(v) > 0 && !b.done {
		b.done = !b.yield(Passage(cl, at, v))
	}
}

// section adds the passages of one section: its sentences, the questions
// expected of them and of itself, and all of it together.
func (b *builder) section(i int) {
	all, context := values{}, values{}
	own := b.language == b.languages[0]
	if own {
		context = b.context(i)
		all.add(SectionAll, b.doc.Heading(i), b.body(i))
	}
	of := b.notes[Place{i, Whole}][b.language]
	context.add(SentenceIndex, of.headings...)
	all.add(SectionAll, of.headings...)
	all.add(SectionAll, of.questions...)
	b.questions(Place{i, Whole}, of)
	folded := b.folded(context)
	n := 0
	for _, p := range b.doc.Sections[i].Paragraphs {
		for _, span := range p.Sentences {
			b.sentence(Place{i, n}, p, span, folded, all, own)
			n++
		}
	}
	if h := b.doc.Sections[i].Heading; n == 0 && !h.Empty() && own {
		b.add(ClassSentence, Place{i, Whole}, values{SentenceBody: b.doc.Plain(h), SentencePath: context[SentencePath]})
	}
	b.add(ClassSection, Place{i, Whole}, all)
}

// sentence adds a sentence of a paragraph in the context of its section, and what it
// says to all.
func (b *builder) sentence(at Place, p document.Paragraph, span document.Span, context map[string]string, all values, own bool) {
	n := b.notes[at][b.language]
	v := values{}
	if own {
		field := SentenceLead
		if v[SentenceBody] = b.doc.Plain(span); p.Kind == document.Row {
			field = SentenceBody // what is in its columns is said above them alone
		}
		v.add(field, b.doc.Plain(b.doc.LeadIn(at.Section, span)))
	}
	v.add(SentenceGloss, n.gloss)
	v.add(SentenceSame, n.same...)
	v.add(SentenceTerms, n.terms...)
	all.add(SectionAll, n.all()...)
	all.add(SectionAll, n.questions...)
	folded := b.folded(v)
	maps.Copy(folded, context)
	b.addFolded(ClassSentence, at, folded)
	b.questions(at, n)
}

// context is what every sentence of section i is read with: the nearest heading,
// its own or that of a section above, and the headings above that.
func (b *builder) context(i int) values {
	v := values{}
	f := SentenceTitle
	for ; i >= 0; i = b.doc.Sections[i].Parent {
		if h := b.doc.Heading(i); h != "" {
			v.add(f, h)
			f = SentencePath
		}
	}
	return v
}

func (b *builder) questions(at Place, n note) {
	for _, q := range n.questions {
		b.add(ClassExpected, at, values{Expected: q})
	}
	for _, q := range n.unanswered {
		b.add(ClassUnanswered, at, values{Unanswered: q})
	}
}

// byPlace arranges annotations by the place that they belong to. Sentences are
// recognised by their words, white space aside; what fits nothing is left out
// here and reported by "pincite annotate".
func byPlace(d *document.Document, notes []annotation.Aids) map[Place]map[string]note {
	out := map[Place]map[string]note{}
	put := func(at Place, lang string, n note) {
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
			put(Place{i, Whole}, file.Language, note{headings: s.Headings, questions: s.Questions, unanswered: s.Unanswered})
			at := map[string]int{}
			for n, span := range d.Sentences(i) {
				key := document.OneLine(d.Slice(span))
				if _, twice := at[key]; !twice {
					at[key] = n
				}
			}
			for _, t := range s.Sentences {
				if n, ok := at[document.OneLine(t.Text)]; ok {
					put(Place{i, n}, file.Language, note{gloss: t.Gloss, same: t.Same, terms: t.Terms, questions: t.Questions})
				}
			}
		}
	}
	return out
}
