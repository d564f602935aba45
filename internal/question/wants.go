package question

import (
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// maxDefined is the length in words of a thing whose definition is asked for;
// "what is" with more behind it asks for something else.
const maxDefined = 6

// A wish is a kind of answer that the words of a match ask for, or, with not
// set, only seem to.
type wish struct {
	kind     Want
	from, to int // words, half open
	not      bool
}

// wants returns the kinds of answer that the words ask for.
func (p *parser) wants() Want {
	var buf [16]wish
	wishes := p.wishes(buf[:0])
	var w Want
	for _, a := range wishes {
		if !a.not && !contradicted(a, wishes) {
			w |= a.kind
		}
	}
	return refine(w)
}

// wishes appends all of the message's wishes to out.
func (p *parser) wishes(out []wish) []wish {
	for i := range p.plain {
		grammar.All().Set("want").Each(p.plain, i, func(pat *phrase.Pattern, m phrase.Match) bool {
			a := wish{Want(pat.Value &^ grammar.NotWanted), m.Start, m.End, pat.Value&grammar.NotWanted != 0}
			if a.not || p.asksFor(a.kind, i, m) {
				out = append(out, a)
			}
			return true
		})
	}
	return out
}

// asksFor turns down words that ask only in some places.
func (p *parser) asksFor(kind Want, i int, m phrase.Match) bool {
	switch {
	case kind == WantDefinition:
		return m.TopicEnd-m.Topic <= maxDefined
	case kind == WantDate && m.Len() == 1 && grammar.In(&p.plain[i], grammar.When):
		return p.interrogative(i)
	}
	return true
}

// interrogative reports whether the "when" at word i asks: it opens its
// sentence, and no main clause follows that it would only belong to. A Spanish
// accent says as much by itself.
func (p *parser) interrogative(i int) bool {
	if w := &p.plain[i]; text.Fold(w.Raw) != strings.ToLower(w.Raw) {
		return true
	}
	if !p.plain[i].Opens || i > 0 && p.comma(&p.plain[i-1]) && !p.plain[i-1].Stop {
		return false
	}
	joined := false // what follows goes on asking: "when and by whom"
	for k := i; k < len(p.plain) && (k == i || !p.plain[k-1].Stop); k++ {
		w := &p.plain[k]
		switch {
		case grammar.In(w, grammar.Connective):
			joined = true
		case k > i && !joined && grammar.In(w, grammar.AsksAgain):
			return false
		case k > i && p.comma(w) && k+1 < len(p.plain) && !grammar.In(&p.plain[k+1], grammar.Connective):
			return false
		}
	}
	return true
}

// contradicted reports whether a wish of all says that a only looks like one.
func contradicted(a wish, all []wish) bool {
	for _, o := range all {
		if o.not && o.kind == a.kind && o.from < a.to && a.from < o.to {
			return true
		}
	}
	return false
}

// refine drops the wide want where a narrow one stands beside it.
func refine(w Want) Want {
	if w.Has(WantAge) {
		w &^= WantDuration | WantHowMany
	}
	if w.Has(WantDuration | WantAmount) {
		w &^= WantHowMany
	}
	if w.Has(WantDeadline) {
		w &^= WantDate | WantDuration
	}
	if w.Has(WantHowOften | WantDuration | WantHowMany | WantAmount | WantContact) {
		w &^= WantHow
	}
	return w
}
