package evidence

import (
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
	classSentence class = iota // one sentence with its finding aids
	classSection               // one section with its finding aids
	classQuestion              // one expected question, which leads to its sentence or section
)

// Roles of a field: what its text is.
const (
	roleBody  = "body"  // the document's words
	roleTitle = "title" // the heading of the section, also given to each of its sentences
	roleGloss = "gloss" // what a sentence says, in plain words
	roleTerms = "terms" // other words for it
	roleHeads = "heads" // index headings of the section
	roleAsked = "asked" // an expected question
)

// A field is one searchable aspect of the passages of one class.
type field struct {
	class class
	role  string
}

func (c class) String() string { return [...]string{"sentence", "section", "question"}[c] }

func (f field) name() string { return f.class.String() + "." + f.role }

// fields lists the fields of each class.
var fields = []field{
	{classSentence, roleBody}, {classSentence, roleTitle}, {classSentence, roleGloss}, {classSentence, roleTerms},
	{classSection, roleBody}, {classSection, roleTitle}, {classSection, roleGloss}, {classSection, roleTerms}, {classSection, roleHeads},
	{classQuestion, roleAsked},
}

// A builder makes the passages of an index.
type builder struct {
	*Collection
	*index
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

// add adds a passage unless it has nothing in this language.
func (b *builder) add(cl class, at place, values map[string]string) {
	empty := true
	for k, v := range values {
		values[k] = b.words.Fold(v)
		empty = empty && v == ""
	}
	if empty {
		return
	}
	b.passages = append(b.passages, search.Passage{Values: values})
	b.places = append(b.places, at)
	b.classes = append(b.classes, cl)
}

// section adds the passages of one section: its sentences, itself, and the
// questions expected of either.
func (b *builder) section(i int) {
	own := map[string]string{}
	title := ""
	if b.language == b.languages[0] {
		title = b.doc.Heading(i)
		own[field{classSection, roleTitle}.name()] = title
		own[field{classSection, roleBody}.name()] = b.Body(i)
	}
	for n, span := range b.doc.Sentences(i) {
		at := place{i, n}
		note := b.notes[at][b.language]
		values := map[string]string{
			field{classSentence, roleTitle}.name(): title,
			field{classSentence, roleGloss}.name(): note.gloss,
			field{classSentence, roleTerms}.name(): list(note.terms),
		}
		if b.language == b.languages[0] {
			values[field{classSentence, roleBody}.name()] = b.doc.Slice(span)
		}
		join(own, field{classSection, roleGloss}.name(), note.gloss)
		join(own, field{classSection, roleTerms}.name(), list(note.terms))
		b.add(classSentence, at, values)
		b.questions(at)
	}
	at := place{i, whole}
	own[field{classSection, roleHeads}.name()] = list(b.notes[at][b.language].headings)
	b.add(classSection, at, own)
	b.questions(at)
}

func (b *builder) questions(at place) {
	for _, q := range b.notes[at][b.language].questions {
		b.add(classQuestion, at, map[string]string{field{classQuestion, roleAsked}.name(): q})
	}
}

// bodyField is the field of the words of sentences.
var bodyField = field{classSentence, roleBody}.name()

// list joins entries so that no phrase reaches over two of them.
func list(entries []string) string { return strings.Join(entries, ". ") }

func join(values map[string]string, key, more string) {
	if values[key] != "" && more != "" {
		more = values[key] + ". " + more
	}
	values[key] = more
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
			put(place{i, whole}, file.Language, note{headings: s.Headings, questions: s.Questions})
			at := map[string]int{}
			for n, span := range d.Sentences(i) {
				if _, twice := at[document.OneLine(d.Slice(span))]; !twice {
					at[document.OneLine(d.Slice(span))] = n
				}
			}
			for _, t := range s.Sentences {
				if n, ok := at[document.OneLine(t.Text)]; ok {
					put(place{i, n}, file.Language, note{gloss: t.Gloss, terms: t.Terms, questions: t.Questions})
				}
			}
		}
	}
	return out
}
