package passages

import (
	"iter"

	"pincite/internal/document"
	"pincite/internal/search"
)

// A Place is what a passage leads to: a sentence, or, with Sentence == Whole, the
// section.
type Place struct {
	Section  int // index in Document.Sections
	Sentence int // index in Document.Sentences(Section), or Whole
}

// Whole stands for the section itself, or its heading, where a sentence is expected.
const Whole = -1

// A Class says what kind of passage a place is reached by. Each class has
// fields of its own, so that the short ones are not measured by the length of
// the long ones.
type Class int

// The classes.
const (
	ClassSentence   Class = iota // one sentence with its finding aids, or a heading without text
	ClassSection                 // all words of one section and its aids: for counting, not for finding
	ClassExpected                // one expected question, which leads to its sentence or section
	ClassUnanswered              // one question that the section is known not to answer
)

// A Field is one searchable aspect of the passages of one class.
type Field string

// The fields.
const (
	SentenceBody  Field = "body"  // the document's words
	SentenceTitle Field = "title" // the heading that it comes under
	SentencePath  Field = "path"  // the headings above that
	SentenceLead  Field = "lead"  // the lead-in of its list, the heading row of its table
	SentenceGloss Field = "gloss" // what it says, in plain words
	SentenceSame  Field = "same"  // words that mean the same
	SentenceTerms Field = "terms" // other words for it
	SentenceIndex Field = "index" // index headings of its section
	SectionAll    Field = "all"
	Expected      Field = "expected"
	Unanswered    Field = "unanswered"
)

// Fields are all that there are.
var Fields = []Field{SentenceBody, SentenceTitle, SentencePath, SentenceLead, SentenceGloss, SentenceSame, SentenceTerms, SentenceIndex,
	SectionAll, Expected, Unanswered}

// classBits is where the class stands in the mark of a passage, above the sentence.
const classBits = 28

// Passage returns the passage of a class with these texts, by field, that leads to a place.
func Passage(cl Class, at Place, values map[string]string) search.Passage {
	return search.Passage{Values: values, Tag: Tag(at.Section), Mark: uint32(cl)<<classBits | uint32(at.Sentence+1)}
}

// Tag is the tag of the passages of a section.
func Tag(section int) uint32 { return uint32(section + 1) }

// PlaceOf returns the place that a passage leads to.
func PlaceOf(engine *search.Index, passage int) Place {
	return Place{int(engine.Tag(passage)) - 1, int(engine.Mark(passage)&(1<<classBits-1)) - 1}
}

// At returns the class of a passage and the place that it leads to.
func (x *Index) At(passage int) (Class, Place) {
	return Class(x.Engine.Mark(passage) >> classBits), PlaceOf(x.Engine, passage)
}

// Places returns the headings and sentences of the document in order.
func (c *Set) Places() iter.Seq2[Place, document.Span] {
	return func(yield func(Place, document.Span) bool) {
		for i := range c.doc.Sections {
			if h := c.doc.Sections[i].Heading; !h.Empty() && !yield(Place{i, Whole}, h) {
				return
			}
			for n, span := range c.doc.Sentences(i) {
				if !yield(Place{i, n}, span) {
					return
				}
			}
		}
	}
}

// Span returns the heading or sentence at a place.
func (c *Set) Span(at Place) document.Span {
	if at.Sentence == Whole {
		return c.doc.Sections[at.Section].Heading
	}
	for _, p := range c.doc.Sections[at.Section].Paragraphs {
		if at.Sentence < len(p.Sentences) {
			return p.Sentences[at.Sentence]
		}
		at.Sentence -= len(p.Sentences)
	}
	return document.Span{} // unreachable: places are those of the document
}
