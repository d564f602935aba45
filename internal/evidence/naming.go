package evidence

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// The fewest words, or pairs of Han characters, that name a document: "the Highway
// Code", 安全法.
const (
	fewestNaming    = 2
	fewestHanNaming = 3
)

// noteNaming marks the words that name the document rather than something in it: "when
// did the Cybersecurity Act come into force" asks it for a date. They are a run of words
// with which its title or short title begins or ends, and half of it at least; in
// Chinese, where titles begin with who issued them, it may be less. One word of a title does
// that is written as a name, "Elmford" of "By-laws of the Town of Elmford", and is no word of
// English, or that nothing else in the text has.
func (c *Collection) noteNaming(p *Plan) {
	x := c.set.Own()
	for _, title := range []string{c.doc.Meta.Title, c.doc.Meta.ShortTitle} {
		terms := x.Analyze(c.set.Fold(title))
		for i := range p.words {
			for j := range terms {
				n := 0
				for i+n < len(p.words) && j+n < len(terms) && p.words[i+n].meets(key(x.Language, terms[j+n].Term), itself) {
					n++
				}
				if !namesIt(n, j, len(terms), n > 0 && isHan(terms[j].Term)) && (n != 1 || !p.words[i].properName(x.Language) && !c.names[terms[j].Term]) {
					continue
				}
				for k := range n {
					p.words[i+k].naming = true
				}
			}
		}
	}
}

// titleNames returns the terms of those words of a document's titles that are names there, or
// all that it is called by, and stand nowhere else in it.
func titleNames(d *document.Document, x *passages.Index) map[string]bool {
	written := map[string]string{} // as the text may write a name -> the name in lower case
	for _, title := range []string{d.Meta.Title, d.Meta.ShortTitle} {
		all, before := slices.Collect(lettersOf(title)), ""
		// "Allotment Bylaws" are about nothing else; "Noise and Parking Rules" may be
		whole := x.Language == "en" && !slices.ContainsFunc(all, func(w string) bool { return words.Function("en").Has(strings.ToLower(w)) })
		for _, w := range all {
			if lower := strings.ToLower(w); whole || isNameIn(x.Language, before, w) {
				_, size := utf8.DecodeRuneInString(lower)
				for _, as := range []string{w, lower, strings.ToUpper(w), strings.ToUpper(lower[:size]) + lower[size:]} {
					written[as] = lower
				}
			}
			before = w
		}
	}
	for i := range d.Sections {
		if len(written) == 0 {
			break
		}
		own := d.Slice(d.Sections[i].Own)
		if d.Sections[i].Kind == document.KindTitle || strings.Contains(d.Meta.Title, document.OneLine(own)) {
			continue
		}
		for w := range lettersOf(own) {
			if lower, ok := written[w]; ok {
				maps.DeleteFunc(written, func(_, name string) bool { return name == lower })
			}
		}
	}
	out := map[string]bool{}
	for _, lower := range written {
		for _, t := range x.Analyze(lower) {
			out[t.Term] = true
		}
	}
	return out
}

// lettersOf returns the words of a text as it writes them.
func lettersOf(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isNameIn reports whether a word of a title is the name of somebody or of a place, by the word
// before it. Such a name is no word of English; elsewhere it has no article, and as German writes
// every noun with a capital, it stands behind what it is the name of: "Gemeinde Elmdorf".
func isNameIn(language, before, w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	lower := strings.ToLower(before)
	switch {
	case !unicode.IsUpper(first):
		return false
	case language == "en":
		return words.Rarity(strings.ToLower(w)) == words.Unlisted
	case before == "" || words.Articles(language).Has(lower):
		return false
	}
	return language != "de" || !words.Function(language).Has(lower)
}

// properName reports whether a word is written as the name of somebody or of a place is, in a
// text whose language lists the words that are none.
func (w *word) properName(language string) bool {
	return language == "en" && w.name && !strings.ContainsFunc(w.surface, unicode.IsDigit) && words.Rarity(w.surface) == words.Unlisted
}

// namesIt reports whether n words from place j of a title of so many words name it.
func namesIt(n, j, length int, han bool) bool {
	if last := j+n == length; han {
		return n >= fewestHanNaming && last
	} else if !last && j > 0 {
		return false
	}
	return n >= fewestNaming && 2*n >= length
}

// keepQuoted has a name that the message quotes be what it asks for.
func (p *Plan) keepQuoted(message, language string) {
	message = strings.ToLower(message)
	for i := range p.words {
		if w := &p.words[i]; w.naming && (i > 0 && p.words[i-1].quoted || quotedIn(message, w.surface, language)) {
			w.naming, w.quoted = false, true
		}
	}
}

// quotedIn reports whether a message has a word right after a quotation mark, or after
// one and an article.
func quotedIn(message, word, language string) bool {
	before, _, ok := strings.Cut(message, word)
	at := strings.LastIndexFunc(before, text.OpensQuote)
	if !ok || at < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(before[at:])
	between := strings.TrimSpace(before[at+size:])
	return between == "" || words.Articles(language).Has(between)
}
