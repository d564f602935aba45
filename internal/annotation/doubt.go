package annotation

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/text"
)

// manySections is in how many sections a word leads nowhere in particular.
const manySections = 5

// Doubts returns what a reviewer should look at: aids that lead to several sections
// equally, and looser words for a sentence that the document itself has in one place
// only, elsewhere. Nothing of it is wrong for certain.
func Doubts(d *document.Document, a Aids) []Finding {
	w := &weigher{doc: d, language: a.Language, places: map[string][]string{}}
	for _, s := range a.Sections {
		for _, e := range s.Entries() {
			w.note(s.ID, e)
		}
	}
	literal := w.literal(a)
	for _, s := range a.Sections {
		for _, e := range s.Entries() {
			w.weigh(s.ID, e, literal)
		}
	}
	return w.findings
}

// A weigher looks for aids that may mislead.
type weigher struct {
	doc      *document.Document
	language string
	places   map[string][]string // kind and folded words -> ids of sections, each once
	findings []Finding
}

// kindOf puts the kinds together that compete with each other.
func kindOf(e Entry) string {
	if e.Kind == "same" {
		return "terms"
	}
	return e.Kind
}

func wordsOf(e Entry) string { return kindOf(e) + "\x00" + Folded(e.Text) }

// Folded returns the words and numbers of s for comparing, with one space between.
func Folded(s string) string {
	return strings.Join(strings.FieldsFunc(text.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

func (w *weigher) note(id string, e Entry) {
	if key := wordsOf(e); !slices.Contains(w.places[key], id) {
		w.places[key] = append(w.places[key], id)
	}
}

// literal returns, for each looser word of the aids, the sections whose own text has
// it.
func (w *weigher) literal(a Aids) map[string][]string {
	terms := map[string][]string{}
	longest := 0
	for _, s := range a.Sections {
		for _, n := range s.Sentences {
			for _, t := range n.Terms {
				if f := Folded(t); f != "" {
					terms[f] = nil
					longest = max(longest, strings.Count(f, " ")+1)
				}
			}
		}
	}
	for i := range w.doc.Sections {
		id := w.doc.Sections[i].ID
		words := strings.Fields(Folded(w.doc.Slice(w.doc.Sections[i].Own)))
		for from := range words {
			for n := 1; n <= longest && from+n <= len(words); n++ {
				phrase := strings.Join(words[from:from+n], " ")
				if ids, ok := terms[phrase]; ok && !slices.Contains(ids, id) {
					terms[phrase] = append(ids, id)
				}
			}
		}
	}
	return terms
}

func (w *weigher) weigh(id string, e Entry, literal map[string][]string) {
	places := w.places[wordsOf(e)]
	first := len(places) > 0 && places[0] == id
	switch kind := kindOf(e); {
	case kind == "questions" && len(places) > 1 && first, kind == "headings" && len(places) > 1 && first,
		kind == "terms" && len(places) >= manySections && first:
		w.places[wordsOf(e)] = nil // said once
		w.doubt(id, "%q leads to %s equally", beginning(e.Text), several(places))
	case e.Kind == "terms":
		if own := literal[Folded(e.Text)]; len(own) == 1 && own[0] != id {
			w.doubt(id, "the related word %q stands in the text of %s only", beginning(e.Text), own[0])
		}
	}
}

func (w *weigher) doubt(id, format string, args ...any) {
	w.findings = append(w.findings, Finding{Language: w.language, Section: id, Problem: fmt.Sprintf(format, args...), Idle: true})
}

// several names a few ids, and how many more there are.
func several(ids []string) string {
	const few = 3
	if len(ids) <= few {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:few], ", "), len(ids)-few)
}
