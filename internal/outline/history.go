package outline

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
)

// histories makes notes of the paragraphs at the end of a section that only tell of its
// history, as consolidated laws have them: when it was amended, and by what. What is not in
// brackets is one only where several sections end so. A section that holds nothing else has
// it as its text.
func histories(p *parse, own [][]document.Paragraph) {
	bare := 0
	for _, ps := range own {
		if n := len(ps); n > 1 && ps[n-1].Kind == document.Prose && history(p.View(ps[n-1].Span).Text) == bareHistory {
			bare++
		}
	}
	for _, ps := range own {
		for i := len(ps) - 1; i > 0 && ps[i].Kind == document.Prose; i-- {
			h := history(p.View(ps[i].Span).Text)
			if h == noHistory || h == bareHistory && bare < 2 {
				break
			}
			ps[i].Kind, ps[i].Sentences = document.Note, []document.Span{ps[i].Span} // abbreviations end none
		}
	}
}

// What words may be as a note of the history of a section.
const (
	noHistory = iota
	bareHistory
	bracketedHistory
)

// history tells whether words are a note of amendments: short, with a year, and of
// references, dates and numbers for the most part, or in brackets for no small part.
func history(s string) int {
	const longest = 240 // bytes
	s = strings.TrimSpace(s)
	if len(s) > longest || !year.MatchString(s) {
		return noHistory
	}
	words, numbers := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		han := 0
		for _, r := range w {
			if text.IsHan(r) {
				han++
			}
		}
		words += max(1, han/2) // most have two
		if strings.ContainsFunc(w, unicode.IsDigit) {
			numbers++
		}
	}
	switch {
	case numbers*4 >= words && enclosed(s):
		return bracketedHistory
	case numbers*3 >= words && words > 1:
		return bareHistory
	}
	return noHistory
}

// year matches a number as those of the years in which laws in force were made or amended.
var year = regexp.MustCompile(`(?:^|[^0-9])(?:1[789]|20)[0-9][0-9](?:[^0-9]|$)`)

// enclosed reports words in brackets of which the first closes at the end.
func enclosed(s string) bool {
	depth := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("([（［【", r):
			depth++
		case strings.ContainsRune(")]）］】", r):
			depth--
		}
		if depth == 0 {
			return i > 0 && i+utf8.RuneLen(r) == len(s)
		}
	}
	return false
}

// historyLine reports a line in brackets that is such a note: nobody cites anything by it.
func (p *parse) historyLine(i int) bool {
	s := p.Line(i)
	return enclosed(s) && history(s) == bracketedHistory
}
