package question

import (
	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
)

// auxiliaries begin a question that is answered with yes or no.
var auxiliaries = lexicon.Of(`is are was were do does did has have had can could should must will would may might shall am isn't aren't
	don't doesn't didn't can't`)

// asksWho follow a "who" that asks, where it does not begin its clause; after
// others it is "staff who lack expertise".
var asksWho = lexicon.Of("has must should is")

// maxDefined is the length in words of a thing whose definition is asked for;
// "what is" with more behind it asks for something else.
const maxDefined = 6

// next returns the word behind word i, folded.
func next(words []phrase.Token, i int) string {
	if i+1 < len(words) {
		return words[i+1].Fold
	}
	return ""
}

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
	for i := range p.plain {
		if p.plain[i].Opens && auxiliaries[p.plain[i].Fold] {
			w |= WantYesNo
		}
	}
	return refine(w)
}

// wishes appends all of the message's wishes to out.
func (p *parser) wishes(out []wish) []wish {
	for i := range p.plain {
		lexicon.All().Wants.Each(p.plain, i, func(pat *phrase.Pattern, m phrase.Match) bool {
			a := wish{Want(pat.Value &^ lexicon.NotWanted), m.Start, m.End, pat.Value&lexicon.NotWanted != 0}
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
	case kind == WantRole && p.plain[i].Fold == "who":
		return p.plain[i].Opens || asksWho[next(p.plain, i)]
	case kind == WantDate && m.Len() == 1 && bareWhen[p.plain[i].Fold]:
		return p.interrogative(i)
	}
	return true
}

// bareWhen are the words for when that begin a clause of time as often as a
// question; in English the auxiliary behind tells them apart.
var bareWhen = lexicon.Of("когда cuando")

// interrogative reports whether the "when" at word i asks: it opens its
// sentence, and no main clause follows that it would only belong to. A Spanish
// accent says as much by itself.
func (p *parser) interrogative(i int) bool {
	if w := &p.plain[i]; w.Raw != w.Fold && hasAccent(w.Raw) {
		return true
	}
	if !p.plain[i].Opens || i > 0 && p.comma(&p.plain[i-1]) && !p.plain[i-1].Stop {
		return false
	}
	joined := false // what follows goes on asking: "when and by whom"
	for k := i; k < len(p.plain) && (k == i || !p.plain[k-1].Stop); k++ {
		w := &p.plain[k]
		switch {
		case lexicon.In(w, lexicon.Connective):
			joined = true
		case k > i && !joined && asksAgain[w.Fold]:
			return false
		case k > i && p.comma(w) && k+1 < len(p.plain) && !lexicon.In(&p.plain[k+1], lexicon.Connective):
			return false
		}
	}
	return true
}

// asksAgain are question words of the languages of bareWhen that are nothing
// else.
var asksAgain = lexicon.Of("что кто как какой какая какое какие чем кому кого сколько где зачем почему quien quienes cual cuales cuanto cuantos cuanta cuantas")

func hasAccent(raw string) bool {
	for _, r := range raw {
		if r == 'á' || r == 'Á' {
			return true
		}
	}
	return false
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
