package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/search"
	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// Read reads what a message asks for. Words that only ask weigh nothing, nor do
// function words that the analyzer takes for content: a text that answers "how long can
// a lease be" need not have "long" or "can". They keep their weight where no other word is
// left, until some are borrowed ([Plan.Borrow]).
func (p *Plan) Read(message, language string) {
	q := sought.Read(message, language)
	p.Asked, p.Thing, p.Many, p.Verb = q.Asked, q.Thing, q.Many, q.Verb
	p.topic = p.Asked == 0 && wordsOf(message) <= mostOfTopic
	frame := q.Frame
	if slices.ContainsFunc(frame, func(f string) bool { return asks(f, p.Thing) }) {
		p.Thing = ""
	}
	function, light := words.Function(language), words.Light(language)
	if function.Has(p.Thing) {
		p.Thing = ""
	}
	if function.Has(p.Verb) {
		p.Verb = ""
	}
	p.keepQuoted(message, language)
	only := func(w word) bool {
		said := unelided(w.surface)
		return w.naming || len(w.variants) == 0 && slices.ContainsFunc(frame, func(f string) bool { return seamOf(f, message, w.surface) }) || function.Has(w.surface) || function.Has(said) || light.Has(said) || slices.ContainsFunc(frame, func(f string) bool { return asks(f, w.surface) })
	}
	alone := !slices.ContainsFunc(p.words, func(w word) bool { return !only(w) && !w.spelling })
	for i := range p.words {
		if w := &p.words[i]; only(*w) && w.surface != p.Thing {
			w.asks = true
			if !alone {
				w.ask()
			}
		}
	}
}

// mostOfTopic is how many words at most name a topic and say nothing of it: "quorum",
// "special meetings".
const mostOfTopic = 2

// wordsOf is about how many words a message has. Where they are not set apart, three
// characters are one.
func wordsOf(message string) int {
	const perWord = 3
	n := 0
	for _, r := range message {
		if text.Unspaced(r) {
			n++
		}
	}
	return max(len(strings.Fields(message)), (n+perWord-1)/perWord)
}

// unelided returns a word without the article or pronoun before it that has lost its
// vowel: "a" of "l'a".
func unelided(surface string) string {
	i := strings.IndexAny(surface, "'’")
	if i != 1 {
		return surface
	}
	_, size := utf8.DecodeRuneInString(surface[i:])
	return surface[i+size:]
}

// ask makes w a word that only asks. What its characters could mean besides is nothing to
// look for.
func (w *word) ask() {
	w.asking, w.weight = true, 0
	if isHan(w.surface) {
		w.near = nil
	}
}

// asks reports whether a word is one of the frame of a question, or, in a script that
// does not set words apart, a part of one.
func asks(frame, surface string) bool {
	return frame == surface || isHan(surface) && strings.Contains(frame, surface)
}

// seamOf reports whether an unknown pair of Han characters is the end of the words that ask and the
// beginning of what follows, or the other way round: "少米" of "多少米".
func seamOf(frame, message, pair string) bool {
	first, size := utf8.DecodeRuneInString(pair)
	if !text.IsHan(first) || len(pair) == size {
		return false
	}
	return strings.HasSuffix(frame, pair[:size]) && strings.Contains(message, frame+pair[size:]) ||
		strings.HasPrefix(frame, pair[size:]) && strings.Contains(message, pair[:size]+frame)
}

// Asking returns the sentences of a message that ask: those with a question mark, else
// those that ask for something by their words. It is the whole message where all do, or
// none.
func Asking(message, language string) string {
	var marked, worded []string
	all := text.Sentences(message, 0)
	for _, at := range all {
		s := message[at[0]:at[1]]
		switch {
		case text.EndsIn(strings.TrimRight(s, " \"'”’»)"), text.QuestionMarks):
			marked = append(marked, s)
		case sought.Asked(s, language) != 0:
			worded = append(worded, s)
		}
	}
	if len(marked) == 0 {
		marked = worded
	}
	if len(marked) == 0 || len(marked) == len(all) {
		return message
	}
	return strings.Join(marked, " ")
}

// Tell lowers the words that stand only where the message tells, not in asks, the
// sentences that ask. It reports whether there are any, and enough words where it asks
// to say what is looked for.
func (p *Plan) Tell(asks string) bool {
	asks = strings.ToLower(asks)
	said, told := 0.0, false
	for i := range p.words {
		w := &p.words[i]
		switch {
		case !w.narrows():
		case strings.Contains(asks, w.surface) || strings.Contains(p.spelt, w.surface):
			said += w.weight
		default:
			w.told, told = true, true
			w.weight *= p.params.Told
		}
	}
	return told && said >= p.params.AsksFrom
}

// supposed reports a sum of money or a share that topic has at t, which is that of the
// person's own case as a rule where the document does not have it: the text that answers
// "may I spend €900?" says from when on. The number of a form or a law is none.
func supposed(topic string, t search.Token) bool {
	const signs = "€$£¥%"
	if strings.ContainsFunc(topic[t.Start:t.End], func(r rune) bool { return !unicode.IsDigit(r) && r != ',' && r != '.' }) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(topic[:t.Start])
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(topic[t.End:], " "))
	return strings.ContainsRune(signs, before) || strings.ContainsRune(signs, behind)
}
