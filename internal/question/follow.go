package question

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
)

const (
	// maxLeaning is the number of content words up to which a pronoun can mean
	// something said before; a longer question brings its own noun along.
	maxLeaning = 5
	// shortLatin and shortHan are the words, and characters, of a question so
	// short that it is whole only after another: "at which meetings?", 多久一次.
	shortLatin = 3
	shortHan   = 7
)

// Values of the patterns of leaning.
const (
	leanConnective = iota + 1
	leanPronoun
	leanShort
)

// follows reports whether the message leans on what was said before.
func (p *parser) follows() bool {
	switch p.q.Kind {
	case Greeting, Thanks, Identity, Help, Empty, TooShort, TooLong:
		return false
	case Outline:
		return p.begins(leanConnective)
	case Metadata:
		return p.unnamed()
	case Navigate:
		return true
	}
	if p.begins(leanConnective) && len(p.parts()) == 1 {
		return true
	}
	if p.q.Kind == Lookup {
		return false
	}
	return p.pronoun() || p.short()
}

// unnamed reports whether a pronoun stands where the document is not named: it
// is the document only if nothing else was spoken of before.
func (p *parser) unnamed() bool {
	found := false
	for i := range p.words {
		w := &p.words[i]
		if documentNouns[w.Fold] {
			return false
		}
		found = found || thirdPerson[w.Fold]
		if w.Stop {
			break // in a later sentence, it is what this one says
		}
	}
	return found
}

// begins reports whether the first words are a pattern of that value.
func (p *parser) begins(value int) bool {
	ok := false
	lexicon.All().Leaning.Each(p.plain, 0, func(pat *phrase.Pattern, _ phrase.Match) bool {
		ok = pat.Value == value
		return !ok
	})
	return ok
}

// pronoun reports whether a pronoun stands in the message whose noun does not.
func (p *parser) pronoun() bool {
	content, first := 0, -1
	for i := range p.words {
		switch {
		case isPronoun(p.words, i):
			if first < 0 {
				first = i
			}
		case hasContent(&p.words[i]):
			content++
		}
	}
	return first >= 0 && content <= maxLeaning && !p.clauseBefore(first) && !p.nounBefore(first)
}

func hasContent(w *phrase.Token) bool {
	return !w.Ref && !lexicon.In(w, lexicon.Lookup|lexicon.Ask|lexicon.Connective|lexicon.Outline)
}

// clauseBefore reports whether a clause with content ends before word i: the
// pronoun has its noun there.
func (p *parser) clauseBefore(i int) bool {
	content := false
	for k := range i {
		content = content || hasContent(&p.words[k])
		if content && (p.words[k].Stop || p.comma(&p.words[k])) {
			return true
		}
	}
	return false
}

// nounBefore reports whether the question that word i stands in begins only
// after two words of content, "health checks who has to do it": these are what
// the pronoun means.
func (p *parser) nounBefore(i int) bool {
	content := 0
	for k := range i {
		if content > 1 && lexicon.In(&p.words[k], lexicon.Ask) {
			return true
		}
		if hasContent(&p.words[k]) {
			content++
		}
	}
	return false
}

// comma reports whether a comma stands behind word w.
func (p *parser) comma(w *phrase.Token) bool {
	return w.End < len(p.body) && (p.body[w.End] == ',' || strings.HasPrefix(p.body[w.End:], "，"))
}

// isPronoun reports whether word i leans on something said before: not the
// "it" that is the document ("does it say"), nor the "there" of "is there", nor
// the "that" of "the rule that".
func isPronoun(words []phrase.Token, i int) bool {
	m, _ := leaningAt(words, i, leanPronoun)
	if m == 0 {
		return false
	}
	next, prev := next(words, i+m-1), ""
	if i > 0 {
		prev = words[i-1].Fold
	}
	switch words[i].Fold {
	case "it", "they":
		return !documentVerbs[next]
	case "there":
		return !existential[prev] && !(next == "" && prev == "in")
	case "then":
		return next == ""
	case "one":
		_, number := phrase.Numeral(words, i-1)
		return next == "" && i > 0 && !number && !beforeOne[prev]
	case "that", "this":
		return next == "" || beforeThat[prev] || afterThat[next]
	case "these", "those", "such", "their", "its", "his", "her":
		return len(words) <= shortLatin+maxLeaning
	case "呢":
		return next == "" && len(words) <= shortHan
	case "это", "этого", "этом", "esto", "este", "esta", "estas", "estos", "lo", "le", "les":
		return !documentNouns[next]
	}
	return true
}

func leaningAt(words []phrase.Token, i, value int) (int, bool) {
	best := 0
	lexicon.All().Leaning.Each(words, i, func(pat *phrase.Pattern, m phrase.Match) bool {
		if pat.Value == value {
			best = max(best, m.End-m.Start)
		}
		return true
	})
	return best, best > 0
}

var (
	thirdPerson   = lexicon.Of("it they он она оно они его ее их lo 它")
	documentVerbs = lexicon.Of(`say says said mention mentions talk talks cover covers discuss discusses contain contains state states
		bring brings tell tells address addresses speak speaks have document text paper opinion opinions treat treats deal`)
	beforeOne     = lexicon.Of("the this that which next previous last each every another number no any only it by")
	existential   = lexicon.Of("is are was were in be out up over iz")
	beforeThat    = lexicon.Of("about for with of is does in on to by at do did from was after before into under are")
	afterThat     = lexicon.Of("is was include includes mean means apply applies cover covers work works happen happens include one rule")
	documentNouns = lexicon.Of("document documents text paper opinions file документ документа документе текст тексте мнение documento texto opiniones norma 文 件")
)

// short reports whether the message is a question of two or three words.
func (p *parser) short() bool {
	if len(p.words) == 0 || len(p.found) > 0 && p.found[0].Strength > reference.Weak {
		return false
	}
	n, _ := leaningAt(p.words, 0, leanShort)
	content := 0
	for i := n; i < len(p.words); i++ {
		if !lexicon.In(&p.words[i], lexicon.Lookup|lexicon.Ask) {
			content++
		}
	}
	if p.words[0].Han() {
		return n > 0 && utf8.RuneCountInString(p.q.Text) <= shortHan+1
	}
	return n > 0 && len(p.words) <= shortLatin+1 && content <= 1 || len(p.words) <= shortLatin && lexicon.In(&p.words[0], lexicon.Ask) && content <= 2
}
