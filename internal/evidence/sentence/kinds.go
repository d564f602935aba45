package sentence

import (
	"math/bits"
	"sync"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/sought"
)

// Kinds tell which kinds of things the sentences of a document have. Each is found out
// once. They are safe for concurrent use.
type Kinds struct {
	doc      *document.Document
	language string
	known    sync.Map // passages.Place -> recognised
}

// recognised says which kinds a sentence has been examined for and which it has.
type recognised struct{ examined, has sought.Kind }

// NewKinds returns the kinds of a document in a language.
func NewKinds(d *document.Document, language string) *Kinds {
	return &Kinds{doc: d, language: language}
}

// Has returns those of the kinds of things asked for that a sentence has. spans are the
// sentences of its section. ok is false for what is no sentence and in a language in
// which kinds are not recognised.
func (k *Kinds) Has(asked sought.Kind, at passages.Place, spans []document.Span) (has sought.Kind, ok bool) {
	if at.Sentence < 0 || at.Sentence >= len(spans) || asked == 0 {
		return 0, false
	}
	var r recognised
	if known, ok := k.known.Load(at); ok {
		r = known.(recognised)
	}
	if asked&^r.examined != 0 {
		s := Unnumbered(k.doc.Plain(spans[at.Sentence]))
		has, ok := sought.In(s, k.language, asked&^r.examined)
		if !ok {
			return 0, false
		}
		r = recognised{r.examined | asked, r.has | has}
		k.known.Store(at, r) // of two at the same time one is lost, and found out again
	}
	return r.has & asked, true
}

// maxExamined bounds the sentences times kinds that are examined for one question, each of
// which takes some 50 µs. Sentences far down do not come up by their kinds.
const maxExamined = 512

// Examined is how many sentences may be examined for what is asked.
func Examined(asked sought.Kind) int {
	return maxExamined / max(bits.OnesCount32(uint32(asked)), 1)
}

// Near reports whether another sentence of a section, of those around one, has a kind
// of thing asked for.
func (k *Kinds) Near(asked sought.Kind, at passages.Place, spans []document.Span) bool {
	most := Examined(asked)
	from := max(0, min(at.Sentence-most/2, len(spans)-most))
	for n := from; n < min(from+most, len(spans)); n++ {
		if has, _ := k.Has(asked, passages.Place{Section: at.Section, Sentence: n}, spans); has != 0 {
			return true
		}
	}
	return false
}

// Completing returns the neighbour of a sentence that has the kind of thing asked for
// where the sentence itself has none, the one after it before the one in front; -1 if
// there is none. Quoted together they answer: "Night lowers the fan. It ends by itself
// after nine hours."
func (k *Kinds) Completing(asked sought.Kind, at passages.Place) int {
	spans := k.doc.Sentences(at.Section)
	if has, ok := k.Has(asked, at, spans); !ok || has != 0 {
		return -1
	}
	for _, n := range [...]int{at.Sentence + 1, at.Sentence - 1} {
		if has, _ := k.Has(asked, passages.Place{Section: at.Section, Sentence: n}, spans); has != 0 {
			return n
		}
	}
	return -1
}
