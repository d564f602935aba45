package reference

import (
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/titles"
)

// headed reads a level's name and letters that titles begin with: "Abschnitt K" of
// "K Haushalt", "Abschnitte B und C". A letter is none that a section of that level is called
// by, nor a word of what is said behind it.
func (f *finder) headed(i int) (Found, bool) {
	t := &f.tokens[i]
	out := Found{From: i, Strength: titles.Strong}
	if t.Level == 0 {
		return out, false
	}
	for at := f.Glue(i + t.Width); ; at = out.To + 1 {
		r, ok := f.headedBy(t.Level, at)
		if !ok {
			break
		}
		if out.Refs, out.To = append(out.Refs, r), at+1; out.To == len(f.tokens) || !f.Lists(out.To) {
			break
		}
	}
	return out, len(out.Refs) > 0
}

// headedBy returns the reference to the section whose title begins with the letter at token i,
// behind the name of a level.
func (f *finder) headedBy(level, i int) (locate.Ref, bool) {
	if i >= len(f.tokens) || utf8.RuneCountInString(f.tokens[i].Raw) != 1 || f.tokens[i].Mark || f.table.HasIn(level, f.tokens[i].Fold) {
		return locate.Ref{}, false
	}
	if e, ok := f.Item(i); ok && f.table.HasIn(level, e.Code) {
		return locate.Ref{}, false // "part I", of parts with numbers
	}
	if _, whole := f.titled[i]; whole {
		return locate.Ref{}, false
	}
	small := f.tokens[i].Raw == f.tokens[i].Fold
	if i++; small && i < len(f.tokens) && !f.tokens[i].Mark && !grammar.In(&f.tokens[i], grammar.Polite|grammar.Thanks|grammar.And) {
		return locate.Ref{}, false
	}
	return f.table.Lettered(f.tokens[i-1].Fold)
}
