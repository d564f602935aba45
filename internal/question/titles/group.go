package titles

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/phrase"
)

// Group returns the reference to the one section without a number that holds others and
// has a title in other forms of words. What sections in general are called may be in
// another language among them: "transitional provision" for "Disposiciones transitorias".
func (t *Titles) Group(words []phrase.Token) (locate.Ref, bool) {
	if len(words) < 2 || slices.ContainsFunc(words, func(w phrase.Token) bool { return w.Mark }) {
		return locate.Ref{}, false
	}
	return t.only(func(n int) bool { return t.groups(n) && formsOf(words, t.all[n].Words) })
}

// groups reports whether title n is that of a section without a number that holds others.
func (t *Titles) groups(n int) bool {
	x := &t.all[n]
	return x.Span.Empty() && t.doc.Sections[x.Section].Designation.IsZero() && len(t.doc.Children(x.Section)) > 0
}

// formsOf reports whether said and title have as many words and these are forms of each
// other, in any order, but for one that is the name of a level.
func formsOf(said []phrase.Token, title []string) bool {
	if len(said) != len(title) {
		return false
	}
	strange := 0
	for i := range said {
		if slices.ContainsFunc(title, func(x string) bool { return forms(said[i].Fold, x) }) {
			continue
		}
		if strange++; strange > 1 || said[i].Level == 0 {
			return false
		}
	}
	return true
}

// forms reports whether two words begin alike for more than half of their letters.
func forms(a, b string) bool {
	common := phrase.CommonPrefix(a, b)
	return common >= minStem && 2*common > max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
}

// byWord returns the sections whose titles have a word, in document order.
func (t *Titles) byWord() map[string][]int {
	out := map[string][]int{}
	for n := range t.all {
		for _, w := range t.all[n].Words {
			if has := out[w]; t.names(n) && (len(has) == 0 || has[len(has)-1] != t.all[n].Section) {
				out[w] = append(has, t.all[n].Section)
			}
		}
	}
	return out
}

// With returns the sections whose titles have a folded word, or all its parts, "by-law", in
// document order.
func (t *Titles) With(word string) []int {
	parts := strings.Split(bare(word), "-")
	out := t.words()[parts[0]]
	for _, part := range parts[1:] {
		has := t.words()[part]
		out = slices.DeleteFunc(slices.Clone(out), func(s int) bool { _, ok := slices.BinarySearch(has, s); return !ok })
	}
	return out
}
