package outline

import (
	"sort"
	"strings"
)

// A level is all headings of one style and tier.
type level struct {
	key      string
	weak     bool
	style    string
	tier     int
	rank     float64
	kind     string
	count    int
	first    int // index of its first heading
	numbered bool
	restarts bool           // its numbers begin again somewhere
	over     map[string]int // how often a sequence of another level began right below one of its headings
}

// levels groups the headings and ranks the groups from the top of the outline
// down.
func levels(cands []*candidate) map[string]*level {
	all := map[string]*level{}
	for i, c := range cands {
		key := c.key()
		l := all[key]
		if l == nil {
			l = &level{key: key, style: c.mark.style, tier: c.tier, weak: c.mark.weak(), first: i,
				rank: float64(c.mark.rank), kind: c.mark.kind, over: map[string]int{}}
			all[key] = l
		}
		l.count++
		l.numbered = l.numbered || c.mark.number > 0
		if i > 0 && c.mark.number <= 1 && cands[i-1].key() != key {
			all[cands[i-1].key()].over[key]++
		}
	}
	rankWords(all)
	rankWeakOnes(all)
	rankCaps(all, cands)
	return all
}

func (c *candidate) key() string {
	if c.tier == 0 {
		return c.mark.style
	}
	return c.mark.style + "/" + itoa(c.tier)
}

// rankWords settles equal ranks: fewer headings, higher level. In a regulation
// a section holds articles, in a constitution an article holds sections.
func rankWords(all map[string]*level) {
	sorted := sortedLevels(all, func(l *level) bool { return !l.weak && l.kind != "" })
	for i, l := range sorted {
		for _, other := range sorted[:i] {
			if other.rank == l.rank && other.style != l.style {
				if other.count > l.count || other.count == l.count && other.first > l.first {
					other.rank += 0.5
				} else {
					l.rank += 0.5
				}
			}
		}
		l.rank += float64(l.tier) / 4
	}
}

// rankWeakOnes orders bare numbers as the text nests them: by first
// appearance, unless one begins again more often below the other.
func rankWeakOnes(all map[string]*level) {
	weak := sortedLevels(all, func(l *level) bool { return l.weak })
	for swapped, rounds := true, 0; swapped && rounds < len(weak); rounds++ {
		swapped = false
		for i := 1; i < len(weak); i++ {
			a, b := weak[i-1], weak[i]
			if b.over[a.key] > a.over[b.key] && !sameNumbers(a, b) {
				weak[i-1], weak[i] = b, a
				swapped = true
			}
		}
	}
	for i, l := range weak {
		l.rank = float64(rankWeak + 10*i)
	}
	base := all["1."]
	for _, style := range []string{"1 ", "1)", "1、", "1．"} {
		if base == nil {
			base = all[style]
		}
	}
	for _, l := range weak {
		if base != nil && strings.HasPrefix(l.style, "1.1") {
			l.rank = base.rank + float64(strings.Count(l.style, "."))
		}
	}
}

// sameNumbers reports levels whose order is given by their style: 1. and 1.1.
func sameNumbers(a, b *level) bool {
	return a.style == b.style || strings.HasPrefix(a.style, "1") && strings.HasPrefix(b.style, "1.1")
}

// rankCaps places headings in capitals: above the bare numbers that several of
// them hold, beside them otherwise.
func rankCaps(all map[string]*level, cands []*candidate) {
	caps := all["CAPS"]
	if caps == nil {
		return
	}
	top := sortedLevels(all, func(l *level) bool { return l.weak })
	if len(top) == 0 {
		return
	}
	holders, open := 0, false
	for _, c := range cands {
		switch key := c.key(); {
		case key == "CAPS":
			open = true
		case key == top[0].key && open:
			holders, open = holders+1, false
		}
	}
	if holders < 2 {
		caps.rank = top[0].rank
	}
}

func sortedLevels(all map[string]*level, in func(*level) bool) []*level {
	var out []*level
	for _, l := range all {
		if in(l) {
			out = append(out, l)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].rank != out[j].rank {
			return out[i].rank < out[j].rank
		}
		return out[i].first < out[j].first
	})
	return out
}
