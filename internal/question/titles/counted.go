package titles

import (
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A count is what a title says there are of something in its list, in words between the number
// that it begins with and what goes on from them: "The 10 Commandments of the Board", but not
// "Cancellation within 30 days".
type count struct {
	section, value int
	words          []string
}

// mostCounted is how many words may say what is counted, "five golden rules".
const mostCounted = 3

// byCount returns the counts of the titles of sections that have a list.
func (t *Titles) byCount() []count {
	var out []count
	for i := range t.doc.Sections {
		items := len(t.doc.Children(i))
		for _, p := range t.doc.Sections[i].Paragraphs {
			if p.Kind == document.Item {
				items++
			}
		}
		if items < 2 {
			continue
		}
		words := phrase.Words(grammar.Scan(text.Clean(t.doc.Heading(i))))
		at := 0
		for at < len(words) && grammar.In(&words[at], grammar.Article) {
			at++
		}
		n, ok := phrase.Numeral(words, at)
		if !ok || n.Ordinal || n.Form == numeral.Roman || n.Value < 2 || n.Value > items {
			continue
		}
		c := count{section: i, value: n.Value}
		for _, w := range words[at+n.Used:] {
			if grammar.In(&w, grammar.Within|grammar.And) || len(c.words) == mostCounted {
				break
			}
			c.words = append(c.words, w.Fold)
		}
		if len(c.words) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// Counted returns the reference to the one section whose title counts what words begin with,
// as many as value says, 0 for any number, and how many words say it: "commandment" and "ten
// comandments" of "The 10 Commandments".
func (t *Titles) Counted(words []phrase.Token, value int) (r locate.Ref, n int, ok bool) {
	for _, c := range t.counts() {
		if value > 0 && value != c.value {
			continue
		}
		used := 0
		for used < len(words) && used < len(c.words) && !words[used].Mark && counts(words[used].Fold, c.words[used]) {
			used++
		}
		if last := c.words[len(c.words)-1]; used < len(c.words) && len(words) > 0 && counts(words[0].Fold, last) {
			used = 1 // "the third rule" of "five golden rules"
		} else if used < len(c.words) {
			continue
		}
		if n > 0 {
			return locate.Ref{}, 0, false
		}
		r, n = locate.Ref{Kind: t.doc.Sections[c.section].Kind, Rule: "title", Sections: []int{c.section}}, used
	}
	return r, n, n > 0
}

// counts reports whether a word is one of a title in the singular or in another form, or a
// slip of it.
func counts(word, title string) bool {
	const ending, least, long = 3, 4, 8 // in runes; from the last on, two slips are none of another word
	most := max(utf8.RuneCountInString(word), utf8.RuneCountInString(title))
	common := phrase.CommonPrefix(word, title)
	return word == title || common >= least && most <= common+ending && 3*common >= 2*most || utf8.RuneCountInString(word) >= long && text.Near(word, title, 2)
}
