package library

import (
	"maps"
	"slices"
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
	for _, t := range titlesOf(d) {
		folded := text.Fold(document.OneLine(t.words))
		if utf8.RuneCountInString(folded) >= shortest && !words.IsEveryday(folded, t.language) {
			out = append(out, name{words: folded})
		}
		written, initials := abbreviations(t.words)
		for _, a := range written {
			out = append(out, name{a, true})
			if lower := text.Fold(a); utf8.RuneCountInString(a) > shortest && !words.IsEveryday(lower, t.language) {
				out = append(out, name{words: lower}) // "gdpr", but not "who" for "WHO"
			}
		}
		if initials != "" {
			out = append(out, name{initials, true})
		}
	}
	return out
}

// A title is one of those of a document, in the language that tells its everyday words.
type title struct{ words, language string }

// titlesOf returns the title, short title and short name of a document, and its titles in
// other languages.
func titlesOf(d *document.Document) []title {
	plain, _, _ := strings.Cut(d.Meta.Title, " (") // "General Rules (GR)" are called either
	var titles []title
	for _, s := range []string{d.Meta.Title, plain, d.Meta.ShortTitle, strings.ReplaceAll(d.Name, "-", " ")} {
		titles = append(titles, title{s, d.Meta.Language})
	}
	for _, language := range slices.Sorted(maps.Keys(d.Meta.Titles)) {
		titles = append(titles, title{d.Meta.Titles[language], language})
	}
	return titles
}

// Named returns the document that s names: its name or one of the titles and
// abbreviations that a question may have for it, or a part that only one title has.
func (l *Library) Named(s string) (*document.Document, bool) {
	docs := l.current()
	if d, ok := l.Get(strings.TrimSpace(s)); ok {
		return d, true
	}
	if e, _ := docs.addressed(s); e != nil {
		return e.doc, true
	}
	folded := text.Fold(document.OneLine(s))
	var found []*document.Document
	for _, e := range docs.all {
		if folded != "" && slices.ContainsFunc(e.names, func(n name) bool { return strings.Contains(text.Fold(n.words), folded) }) {
			found = append(found, e.doc)
		}
	}
	if len(found) != 1 {
		return nil, false
	}
	return found[0], true
}

// abbreviations returns the words of a title in capitals, such as GDPR, and the
// initials of its capitalised words, "" if they are too few. A title that is all in
// capitals shows none of either.
func abbreviations(title string) (written []string, initials string) {
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) {
			continue
		}
		initials += string(first)
		if w == strings.ToUpper(w) && utf8.RuneCountInString(w) >= shortest {
			written = append(written, w)
		}
	}
	if len(written) > 1 && title == strings.ToUpper(title) {
		return nil, ""
	}
	if utf8.RuneCountInString(initials) < shortest {
		initials = ""
	}
	return written, initials
}

// addressed returns the document that a message names, and the message without
// the name if that leaves something to ask. Of several names the longest counts;
// a message that names several documents alike names none.
func (s *documents) addressed(message string) (*entry, string) {
	var found *entry
	var rest string
	longest, spelt := 0, spell(message)
	for _, e := range s.all {
		for _, n := range e.names {
			without, ok := n.cut(spelt)
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

// A spelling is a message as its names are looked for: as it is, and folded.
type spelling struct {
	message       string
	exact, folded string
	source        [2][]int // where in the message each byte of exact, and of folded, comes from, and its end
}

func spell(message string) spelling {
	s := spelling{message: message}
	s.exact, s.source[0] = mapped(message, func(s string) string { return s })
	s.folded, s.source[1] = mapped(message, text.Fold)
	return s
}

// mapped maps a message rune by rune, and tells where each byte comes from.
func mapped(message string, to func(string) string) (out string, source []int) {
	var b strings.Builder
	for i, r := range message {
		s := to(string(r))
		for range len(s) {
			source = append(source, i)
		}
		b.WriteString(s)
	}
	return b.String(), append(source, len(message))
}

// cut takes the name out of a message; false if it is not in it as whole words.
func (n name) cut(s spelling) (string, bool) {
	in, source := s.folded, s.source[1]
	if n.exact {
		in, source = s.exact, s.source[0]
	}
	for at := 0; ; {
		i := strings.Index(in[at:], n.words)
		if i < 0 {
			return s.message, false
		}
		start, end := at+i, at+i+len(n.words)
		before, _ := utf8.DecodeLastRuneInString(in[:start])
		after, _ := utf8.DecodeRuneInString(in[end:])
		if !joins(before, n.words) && !joins(after, n.words) {
			return s.message[:source[start]] + " " + s.message[source[end]:], true
		}
		at = end
	}
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
