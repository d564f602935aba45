package reference

import (
	"pincite/internal/locate"
	"pincite/internal/question/designation"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
)

// maxGroup is the most words that the name of a group of sections is said in.
const maxGroup = 4

// grouped reads a section by its place in a group that has a title and no number: "the
// second transitional provision", "disposición final primera", in words that are forms of
// those of the title.
func (f *finder) grouped(i int) (Found, bool) {
	if e, ok := f.Item(i); ok && e.Ordinal && !e.FromEnd {
		for to := min(i+e.Used+maxGroup, len(f.tokens)); to > i+e.Used; to-- {
			if r, ok := f.inGroup(f.tokens[i+e.Used:to], e); ok {
				return Found{Refs: []locate.Ref{r}, From: i, To: to, Strength: titles.Medium}, true
			}
		}
		return Found{}, false
	}
	for at := i + 2; at <= i+maxGroup && at < len(f.tokens); at++ {
		if e, ok := f.Item(at); ok && !e.FromEnd && !e.Steps {
			r, ok := f.inGroup(f.tokens[i:at], e)
			return Found{Refs: []locate.Ref{r}, From: i, To: at + e.Used, Strength: titles.Medium}, ok
		}
	}
	return Found{}, false
}

// inGroup returns the reference to what e is of the group that words name.
func (f *finder) inGroup(words []phrase.Token, e designation.Item) (locate.Ref, bool) {
	in, ok := f.table.Group(words)
	if !ok {
		return locate.Ref{}, false
	}
	r := e.Ref()
	r.In = &in
	found, ok := f.table.inside(r)
	return r, ok && len(found.Sections) == 1 && found.Spans == nil
}
