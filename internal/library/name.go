package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A name is what people may call a document in a message.
type name struct {
	words string
	exact bool // an abbreviation, in its own letters; else folded
}

// shortest is the length in runes from which a name is one: "IT" is a word.
const shortest = 3

// namesOf returns the names of a document: its title, short title and short name,
// and the abbreviations that its titles hold or their initials make. A single
// everyday word ("rules") names no document.
func namesOf(d *document.Document) []name {
	var out []name
	plain, _, _ := strings.Cut(d.Meta.Title, " (") // "General Rules (GR)" are called either
	for _, s := range []string{d.Meta.Title, plain, d.Meta.ShortTitle, strings.ReplaceAll(d.Name, "-", " ")} {
		folded := text.Fold(document.OneLine(s))
		if utf8.RuneCountInString(folded) >= shortest && !words.IsEveryday(folded, d.Meta.Language) {
			out = append(out, name{words: folded})
		}
		for _, a := range abbreviations(s) {
			out = append(out, name{a, true})
		}
	}
	return out
}

// abbreviations returns the words of a title in capitals, such as GDPR, and the
// initials of its capitalised words.
func abbreviations(title string) []string {
	var out []string
	initials := ""
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) {
			continue
		}
		initials += string(first)
		if w == strings.ToUpper(w) && utf8.RuneCountInString(w) >= shortest {
			out = append(out, w)
		}
	}
	if utf8.RuneCountInString(initials) >= shortest {
		out = append(out, initials)
	}
	return out
}

// addressed returns the document that a message names, and the message without
// the name if that leaves something to ask. Of several names the longest counts;
// a message that names several documents alike names none.
func (s *documents) addressed(message string) (*entry, string) {
	var found *entry
	var rest string
	longest := 0
	for _, e := range s.all {
		for _, n := range e.names {
			without, ok := n.cut(message)
			switch {
			case !ok || len(n.words) < longest:
			case len(n.words) > longest:
				found, rest, longest = e, without, len(n.words)
			case found != e:
				found = nil
			}
		}
	}
	if found == nil {
		return nil, message
	}
	if !says(rest, found.doc.Meta.Language) {
		rest = message
	}
	return found, rest
}

// cut takes the name out of a message; false if it is not in it as whole words.
func (n name) cut(message string) (string, bool) {
	in, source := fold(message, n.exact)
	for at := 0; ; {
		i := strings.Index(in[at:], n.words)
		if i < 0 {
			return message, false
		}
		start, end := at+i, at+i+len(n.words)
		before, _ := utf8.DecodeLastRuneInString(in[:start])
		after, _ := utf8.DecodeRuneInString(in[end:])
		if !joins(before, n.words) && !joins(after, n.words) {
			return message[:source[start]] + " " + message[source[end]:], true
		}
		at = end
	}
}

// fold returns the message folded, or as it is, and where in the message each
// byte of that comes from, its end included.
func fold(message string, exact bool) (folded string, source []int) {
	var b strings.Builder
	for i, r := range message {
		s := string(r)
		if !exact {
			s = text.Fold(s)
		}
		for range len(s) {
			source = append(source, i)
		}
		b.WriteString(s)
	}
	return b.String(), append(source, len(message))
}

// joins reports whether r would be part of a word that begins with s. Chinese is
// written without spaces.
func joins(r rune, s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !text.IsHan(first)
}

// says reports whether a message has a word that is no function word.
func says(message, language string) bool {
	function := words.Function(language)
	for w := range strings.FieldsFuncSeq(strings.ToLower(message), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !function.Has(w) {
			return true
		}
	}
	return false
}
