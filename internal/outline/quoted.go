package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
)

// quotes are the marks that open a quotation, each with those that close it.
var quotes = map[rune]string{'„': "”“", '“': "”", '«': "»"}

// quotedLines finds the lines of sections that the text quotes, as an act does that amends
// another: from behind a line that opens a quotation before a word or a sign with a number,
// „Art. 9. § 1. ..., to the line that closes it. What has no end is no quotation.
func (p *parse) quotedLines() []bool {
	const most = 300 // lines
	quoted := make([]bool, len(p.Lines))
	for i := 0; i < len(p.Lines); i++ {
		open, size := utf8.DecodeRuneInString(p.Line(i))
		shut := quotes[open]
		if shut == "" || p.Lines[i].Out {
			continue
		}
		if said := p.Line(i)[size:]; !begins(said) || closed(said, open, shut) {
			continue
		}
		end := i
		for end < min(len(p.Lines), i+most) && !ends(p.Line(end), shut) {
			end++
		}
		if end == len(p.Lines) || end == i+most {
			continue
		}
		for ; i < end; i++ {
			quoted[i+1] = true
		}
	}
	return quoted
}

// closed reports whether a quotation that has begun ends in s, where others may begin: a
// definition does, “Schedule 1” means the list.
func closed(s string, open rune, shut string) bool {
	depth := 1
	for _, r := range s {
		switch {
		case strings.ContainsRune(shut, r):
			if depth--; depth == 0 {
				return true
			}
		case r == open:
			depth++
		}
	}
	return false
}

// begins reports words that a section begins with, whatever letters its number has: "Art. 41aa."
func begins(s string) bool {
	if m, ok := heading.Read(s); ok {
		return m.Kind != ""
	}
	word, number, _ := strings.Cut(s, " ")
	_, known := lexicon.Of(strings.TrimSuffix(word, "."))
	r, _ := utf8.DecodeRuneInString(number)
	return known && unicode.IsDigit(r)
}

// ends reports a line that ends in one of the marks, and what may stand behind it.
func ends(s, marks string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " ;,."))
	return strings.ContainsRune(marks, r)
}
