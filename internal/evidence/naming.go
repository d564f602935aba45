package evidence

import (
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
				if !namesIt(n, j, len(terms), n > 0 && isHan(terms[j].Term)) && (n != 1 || !p.words[i].properName() && !c.names[terms[j].Term]) {
					continue
				}
				for k := range n {
					p.words[i+k].naming = true
				}
			}
		}
	}
}

// titleOnly returns the terms of those words of a document's titles that stand nowhere else
// in it.
func titleOnly(d *document.Document, x *passages.Index) map[string]bool {
	out := map[string]bool{}
	all := strings.FieldsFunc(d.Meta.Title+" "+d.Meta.ShortTitle, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range all {
		lower := strings.ToLower(w)
		first, size := utf8.DecodeRuneInString(lower)
		capital := string(unicode.ToUpper(first)) + lower[size:]
		elsewhere := slices.ContainsFunc(d.Sections, func(s document.Section) bool {
			own := d.Slice(s.Own)
			return s.Kind != document.KindTitle && !strings.Contains(d.Meta.Title, document.OneLine(own)) &&
				(hasWord(own, w) || hasWord(own, lower) || hasWord(own, strings.ToUpper(w)) || hasWord(own, capital))
		})
		for _, t := range x.Analyze(lower) {
			if !elsewhere {
				out[t.Term] = true
			}
		}
	}
	return out
}

// hasWord reports whether a text has a word, as it is written.
func hasWord(s, word string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at = end
	}
}

// properName reports whether a word is written as the name of somebody or of a place is.
func (w *word) properName() bool {
	return w.name && !strings.ContainsFunc(w.surface, unicode.IsDigit) && words.Rarity(w.surface) == words.Unlisted
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
