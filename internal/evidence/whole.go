package evidence

import (
	"strings"

	"pincite/internal/text"
)

// noteWholes notes of which words a spelling is that writes them as one: a text that has
// "halfday" has what "half-day" asks for.
func (p *Plan) noteWholes() {
	for i := range p.words {
		if p.words[i].spelling {
			p.words[i].whole = p.partsOf(p.words[i].surface)
		}
	}
}

// noteDates notes of which words the number of a date is the spelling; at has the places of
// words by the bytes of the message where they begin.
func (p *Plan) noteDates(message string, at map[int]int) {
	for _, d := range text.Dates(message) {
		var parts []int
		for b := d.Start; b < d.End; b++ {
			if i, ok := at[b]; ok {
				parts = append(parts, i)
			}
		}
		for i := range p.words {
			if p.words[i].spelling && p.words[i].surface == d.Number() {
				p.words[i].whole = parts
			}
		}
	}
}

// partsOf returns the places of words that follow one another and together are spelled as
// one is; nil if there are none.
func (p *Plan) partsOf(whole string) []int {
	for i := range p.words {
		var parts []int
		rest := whole
		for j := i; j < len(p.words) && !p.words[j].spelling && rest != ""; j++ {
			after, ok := strings.CutPrefix(rest, p.words[j].surface)
			if !ok {
				break
			}
			rest, parts = after, append(parts, j)
		}
		if rest == "" && len(parts) > 1 {
			return parts
		}
	}
	return nil
}
