package answer

import (
	"context"
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/search"
)

// A place is what a passage stands for: a sentence, or with sentence ==
// whole the section.
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
	classSentence class = iota // one sentence with its finding aids
	classSection               // one section with its finding aids
	classQuestion              // one expected question, which leads to its sentence or section
	classes
)

// Roles of a field: what text stands in it.
const (
	roleBody  = "body"  // the document's words
	roleTitle = "title" // the heading of the section, also given to each of its sentences
	roleGloss = "gloss" // what a sentence says, in plain words
	roleTerms = "terms" // other words for it
	roleHeads = "heads" // index headings of the section
	roleAsked = "asked" // an expected question
)

// A field is one searchable aspect of the passages of one class, in one language.
type field struct {
	class    class
	role     string
	language string
}

func (f field) name() string {
	return [...]string{"sentence", "section", "question"}[f.class] + "." + f.role + "." + f.language
}

// roles lists the fields of each class.
var roles = [classes][]string{
	classSentence: {roleBody, roleTitle, roleGloss, roleTerms},
	classSection:  {roleBody, roleTitle, roleGloss, roleTerms, roleHeads},
	classQuestion: {roleAsked},
}

// A collection is the document and its finding aids as passages in an index.
type collection struct {
	doc       *document.Document
	index     *search.Index
	places    []place // by passage number
	classes   []class
	fields    []field
	languages []string // of the document first, then of the annotations
	words     *compounds
	passages  []search.Passage
	notes     map[place]map[string]note // place -> language -> what the annotations say
}

// newCollection indexes the sentences, the sections and the questions that the
// annotations expect.
func newCollection(ctx context.Context, d *document.Document, notes []importer.Annotations) (*collection, error) {
	c := &collection{doc: d, languages: languagesOf(d, notes)}
	for cl := range classes {
		for _, role := range roles[cl] {
			for _, lang := range c.languages {
				c.fields = append(c.fields, field{cl, role, lang})
			}
		}
	}
	c.words = newCompounds(d, notes)
	c.notes = byPlace(d, notes)
	b := &builder{collection: c}
	for i := range d.Sections {
		b.section(i)
	}
	decl := make([]search.Field, len(c.fields))
	for i, f := range c.fields {
		decl[i] = search.Field{Name: f.name(), Analyzer: analyzerFor(f.language)}
	}
	var err error
	c.passages = b.passages
	c.index, err = search.Build(ctx, decl, b.passages)
	return c, err
}

func languagesOf(d *document.Document, notes []importer.Annotations) []string {
	out := []string{d.Meta.Language}
	if out[0] == "" {
		out[0] = "en"
	}
	for _, n := range notes {
		if !slices.Contains(out, n.Language) {
			out = append(out, n.Language)
		}
	}
	return out
}

func analyzerFor(language string) string {
	switch language {
	case "en":
		return search.English
	case "ru":
		return search.Russian
	case "es":
		return search.Spanish
	case "zh":
		return search.CJK
	}
	return search.Exact
}

// A builder makes the passages of a collection.
type builder struct {
	*collection
	passages []search.Passage
}

// A note is what one annotations file says of one place.
type note struct {
	gloss     string
	terms     []string
	headings  []string
	questions []string
}

// all returns the finding aids of a note that name things, questions left out.
func (n note) all() []string {
	return append(append([]string{n.gloss}, n.terms...), n.headings...)
}

func (b *builder) add(cl class, at place, values map[string]string) {
	for k, v := range values {
		values[k] = b.words.fold(v)
	}
	b.passages = append(b.passages, search.Passage{Values: values})
	b.places = append(b.places, at)
	b.classes = append(b.classes, cl)
}

// section adds the passages of one section: its sentences, itself, and the
// questions expected of either.
func (b *builder) section(i int) {
	base := b.languages[0]
	title := b.doc.Title(i)
	own := map[string]string{
		field{classSection, roleTitle, base}.name(): title,
		field{classSection, roleBody, base}.name():  b.body(i),
	}
	for n, span := range b.doc.Sentences(i) {
		at := place{i, n}
		values := map[string]string{
			field{classSentence, roleBody, base}.name():  b.doc.Slice(span),
			field{classSentence, roleTitle, base}.name(): title,
		}
		for lang, note := range b.notes[at] {
			values[field{classSentence, roleGloss, lang}.name()] = note.gloss
			values[field{classSentence, roleTerms, lang}.name()] = list(note.terms)
			join(own, field{classSection, roleGloss, lang}.name(), note.gloss)
			join(own, field{classSection, roleTerms, lang}.name(), list(note.terms))
		}
		b.add(classSentence, at, values)
		b.questions(at)
	}
	at := place{i, whole}
	for lang, note := range b.notes[at] {
		own[field{classSection, roleHeads, lang}.name()] = list(note.headings)
	}
	b.add(classSection, at, own)
	b.questions(at)
}

// body returns the paragraphs of section i without its heading.
func (b *builder) body(i int) string {
	var out []string
	for _, p := range b.doc.Sections[i].Paragraphs {
		out = append(out, b.doc.Slice(p.Span))
	}
	return strings.Join(out, "\n")
}

func (b *builder) questions(at place) {
	for _, lang := range b.languages {
		for _, q := range b.notes[at][lang].questions {
			b.add(classQuestion, at, map[string]string{field{classQuestion, roleAsked, lang}.name(): q})
		}
	}
}

// list joins entries so that no phrase reaches over two of them.
func list(entries []string) string { return strings.Join(entries, ". ") }

func join(values map[string]string, key, more string) {
	if values[key] != "" {
		more = values[key] + ". " + more
	}
	values[key] = more
}

// byPlace arranges annotations by the place that they belong to. Sentences are
// recognised by their words, white space aside; what fits nothing is left out
// here and reported by "pincite annotate".
func byPlace(d *document.Document, notes []importer.Annotations) map[place]map[string]note {
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
			put(place{i, whole}, file.Language, note{headings: s.Headings, questions: s.Questions})
			at := map[string]int{}
			for n, span := range d.Sentences(i) {
				at[squeeze(d.Slice(span))] = n
			}
			for _, t := range s.Sentences {
				if n, ok := at[squeeze(t.Text)]; ok {
					put(place{i, n}, file.Language, note{gloss: t.Gloss, terms: t.Terms, questions: t.Questions})
				}
			}
		}
	}
	return out
}

// squeeze folds every run of white space into one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
