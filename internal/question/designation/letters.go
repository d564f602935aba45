package designation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// rather reports whether a level has a section of a number and none of the letter that
// also writes it: "article V" of a law that has Part V and Article 5.
func (r *Reader) rather(level int, letter string, n int) bool {
	if level == 0 || level == levels.Any || r.names.HasIn(level, letter) {
		return false
	}
	d := r.names.Document()
	found := d.Designated(r.names.Kind(level), strconv.Itoa(n))
	return len(found) > 0 && !strings.EqualFold(d.Sections[found[0]].Designation.Printed, letter)
}

// lettered reads a designation that is a letter or two: "section D", "приложение
// А". Only what the document has is one.
func (r *Reader) lettered(i int) Item {
	t := &r.tokens[i]
	if utf8.RuneCountInString(t.Raw) > 2 || t.Han() {
		return Item{}
	}
	if i+2 < len(r.tokens) && t.Letter() && r.tokens[i+2].Digits() { // "B.4"
		if e := r.Extended(i, Item{Code: text.Fold(t.Raw), Steps: true, Used: 1}); e.Used > 2 && r.Leads(e.Code) {
			return e
		}
	}
	if i == 0 && r.words > 1 || i > 1 && r.tokens[i-1].Raw == "," && r.tokens[i-2].Level != 0 { // "the Protocol, I think"
		return Item{}
	}
	code := text.Fold(t.Raw) // "q" is no "que" here
	led, before := i == 0, i
	for j := i - 1; j >= 0 && !led; j-- {
		before = j
		if t.Raw != code && r.tokens[j].Digits() && j > 1 && r.tokens[j-2].Letter() && r.tokens[j-2].Raw != r.tokens[j-2].Fold {
			led = true // "T-6 and R"
			break
		}
		if led = r.tokens[j].Level != 0 && (r.tokens[j].Level != levels.Any || r.tokens[i-1].Raw == "(") || r.Role(j) == locate.Point || r.Role(j) == locate.Paragraph; !led && !r.tokens[j].Mark && !r.tokens[j].Letter() &&
			!grammar.In(&r.tokens[j], grammar.Number|grammar.And|grammar.To|grammar.ToDigits) {
			break
		}
	}
	if t.Raw == code && grammar.In(t, grammar.Within|grammar.And|grammar.From) && before < i &&
		(r.preposed(i, before) || r.Role(before) != locate.Point && !r.names.HasIn(r.tokens[before].Level, code)) {
		return Item{} // "какие статьи в главе 2"
	}
	if t.Raw == code && before < i && r.tokens[before].Loose && r.determines(i) {
		return Item{} // "book a court"
	}
	if !led || !r.names.HasStep(code) && !(len(t.Raw) == 1 && t.Raw != code && r.byLetters(r.tokens[before].Level)) && (i == 0 || len(t.Raw) > 1 || r.Role(i-1) != locate.Point && r.tokens[i-1].Raw != "(") {
		return Item{}
	}
	return r.Extended(i, Item{Code: code, Steps: true, Used: 1})
}

// preposed reports whether token i, a letter that is also a word such as "in", stands before the
// name of a level that is written out: "сколько пунктов в статье 2". Designations that are
// abbreviated have no such words between them, "подп. в п. 3", "а и в статьи 2" are two, and
// the point at token before has the letter in "подпункт в пункта 3", as the genitive tells.
func (r *Reader) preposed(i, before int) bool {
	if i == 0 || i+1 == len(r.tokens) || r.tokens[i-1].Mark || grammar.In(&r.tokens[i-1], grammar.And|grammar.To) || r.tokens[i].Start > r.tokens[i-1].End+1 { // «в»
		return false
	}
	next := &r.tokens[i+1]
	if !r.tokens[before].Plural && grammar.Genitive(text.Base(r.names.Document().Meta.Language), next.Fold) {
		return false
	}
	return (next.Level != 0 || r.Role(i+1) != locate.NoRole) && !(i+2 < len(r.tokens) && r.tokens[i+2].Raw == ".")
}

// byLetters reports whether the sections of a level are told by single letters that are no
// Roman numbers throughout: "Annex C" of a text that has Annex A and Annex B.
func (r *Reader) byLetters(level int) bool {
	if level == 0 || level == levels.Any {
		return false
	}
	d, other := r.names.Document(), false
	all := d.OfKind(r.names.Kind(level))
	for _, i := range all {
		printed := d.Sections[i].Designation.Printed
		if utf8.RuneCountInString(printed) != 1 || !unicode.IsLetter(firstRune(printed)) {
			return false
		}
		other = other || !numeral.IsRoman(printed)
	}
	return other
}
