package sought

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text/words"
)

// What stands for words of a sentence that is asked who does something.
const (
	DoneSign  = "~" // the word for what is done
	KnownSign = "_" // another word of the question
	otherSign = "+" // any other word that may name who does it
)

// Doer reports whether a sentence in a language says who does what is asked: whether a
// noun of its own, whichever it is, stands where its language has the subject of the asked
// verb, or the agent of its passive. The words of the question in it are written as
// [DoneSign] and [KnownSign].
func Doer(sentence, language string) bool {
	r := rulesOf(language)
	if r == nil || len(r.does) == 0 || !strings.Contains(sentence, DoneSign) {
		return false
	}
	function := words.Function(language)
	var b strings.Builder
	b.WriteString(" ^ ")
	for i, w := range split(sentence) {
		b.WriteString(r.part(w, i > 0, function) + " ")
	}
	return matchAny(r.does, b.String()+". ")
}

// part returns a word of a sentence as the rules see it that find who does something: a
// function word or an idle one as it is. Inside a sentence a capital tells a noun from a
// function word that is spelt like it.
func (r *rules) part(w string, inside bool, function words.Set) string {
	c, _ := utf8.DecodeRuneInString(w)
	low := strings.ToLower(w)
	alone := " " + low + " "
	if !unicode.IsLetter(c) || matchAny(r.idle, alone) || matchAny(r.kept, alone) {
		return low
	}
	if before, after, ok := strings.Cut(w, "'"); ok && utf8.RuneCountInString(before) < 3 && after != "" {
		return strings.ToLower(before) + "' " + r.part(after, inside, function)
	}
	if function.Has(low) && !(inside && unicode.IsUpper(c)) {
		return low
	}
	return otherSign
}

// busy returns the words of a text without those that are idle. Two that follow one another
// share the space between them.
func (r *rules) busy(words string) string {
	for _, p := range r.idle {
		for p.MatchString(words) {
			words = p.ReplaceAllString(words, " "+KnownSign+" ")
		}
	}
	return words
}
