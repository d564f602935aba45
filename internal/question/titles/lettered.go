package titles

import (
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// Lettered returns the reference to the one section without a number whose title begins
// with a folded letter, as those beside it do with others: "K Haushalt".
func (t *Titles) Lettered(letter string) (locate.Ref, bool) {
	found := t.letters()[letter]
	if len(found) != 1 {
		return locate.Ref{}, false
	}
	return locate.Ref{Kind: t.doc.Sections[found[0]].Kind, Rule: "title", Sections: found}, true
}

// byLetter returns the sections whose titles begin with a letter by itself, where those in
// the same section rise with them.
func (t *Titles) byLetter() map[string][]int {
	rows := map[int][]int{} // by the section that holds them
	letter := map[int]string{}
	for i := range t.doc.Sections {
		s := &t.doc.Sections[i]
		if !s.Designation.IsZero() {
			continue
		}
		if code := firstLetter(t.doc.Heading(i)); code != "" {
			letter[i], rows[s.Parent] = code, append(rows[s.Parent], i)
		}
	}
	out := map[string][]int{}
	for _, row := range rows {
		rises := len(row) > 1
		for n := 1; n < len(row); n++ {
			rises = rises && letter[row[n-1]] < letter[row[n]]
		}
		for _, i := range row {
			if rises {
				out[letter[i]] = append(out[letter[i]], i)
			}
		}
	}
	return out
}

// firstLetter returns the capital, folded, that a title begins with and that more follows;
// "" if it begins with a word.
func firstLetter(title string) string {
	title = text.Clean(title)
	r, size := utf8.DecodeRuneInString(title)
	if next, _ := utf8.DecodeRuneInString(title[size:]); !unicode.IsUpper(r) || unicode.IsLetter(next) || unicode.IsDigit(next) {
		return ""
	}
	words := phrase.Words(grammar.Scan(title))
	if len(words) < 2 || words[0].End != size {
		return ""
	}
	return words[0].Fold
}
