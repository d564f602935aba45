package levels

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
)

// A Level is all headings of one style and tier.
type Level struct {
	Style    string  // of its marks
	Tier     int     // which of several sequences of the style it is, from 0
	Weak     bool    // its marks are bare numbers, as list items have them too
	Numbered bool    // its marks have numbers
	Count    int     // headings, 1 or more
	Rank     float64 // the lower, the higher its place in the outline
	Kind     string  // from the word used; empty for bare numbers until somebody names them

	beside string // kind of the level that it stands beside; empty for the others

	key   string
	first int            // index of its first heading
	begun int            // how often it begins with 1
	depth int            // of its lists, where the format tells it; 0 elsewhere
	over  map[string]int // how often a sequence of another level began right below one of its headings
	under map[string]int // dotted numbers: how often a heading of another level has the number before the last dot
}

// Evident reports a level whose headings show by themselves where they end: the
// format says so, or they are capitals or short lines of their own.
func (l *Level) Evident() bool {
	return l.Style[0] == '#' || strings.HasPrefix(l.Style, heading.CapitalStyle) || strings.HasPrefix(l.Style, heading.TitleStyle)
}

// Levels groups the headings, in text order, by [Candidate.Key] and ranks the
// groups from the top of the outline down.
func Levels(cands []*Candidate) map[string]*Level {
	settleBetween(cands)
	all := map[string]*Level{}
	byNumber := map[string]string{} // number -> key of the level that had it last
	for i, c := range cands {
		key := c.Key()
		l := all[key]
		if l == nil {
			l = &Level{key: key, Style: c.Mark.Style, Tier: c.Tier, Weak: c.Mark.Weak(), first: i, depth: c.depth,
				Rank: float64(c.Mark.Rank) + c.Mark.Sub, Kind: c.Mark.Kind, beside: c.Mark.Beside, over: map[string]int{}, under: map[string]int{}}
			all[key] = l
		}
		l.Count++
		l.Numbered = l.Numbered || c.Mark.Numbered()
		if c.Mark.Number <= 1 {
			l.begun++
		}
		if i > 0 && c.Mark.Number <= 1 && cands[i-1].Key() != key {
			all[cands[i-1].Key()].over[key]++
		}
		if up, ok := byNumber[strings.TrimRight(c.Mark.Prefix, ".-")]; ok && c.Mark.Prefix != "" && up != key {
			l.under[up]++
		}
		if full := c.Mark.Full(); full != "" {
			byNumber[full] = key
		}
	}
	rankWords(all, cands)
	rankWeakOnes(all)
	rankHolders(all, cands)
	rankDotted(all)
	rankCaps(all, cands)
	rankListed(all)
	rankRunIns(all, cands)
	rankBetween(all, cands)
	return all
}

// Key tells the level of c from the others of its text.
func (c *Candidate) Key() string {
	if c.Tier == 0 {
		return c.Mark.Style
	}
	return c.Mark.Style + "/" + strconv.Itoa(c.Tier)
}

// holds reports that the numbers of other begin again and again, mostly right below one
// of l: § 1 below Artigo 4.
func (l *Level) holds(other *Level) bool {
	return other.begun > 1 && l.begun < other.begun && 2*l.over[other.key] > other.begun
}

// opens reports the same where both begin as often: 1 of other stands mostly right below a
// heading of l, and never the other way round.
func (l *Level) opens(other *Level) bool {
	return other.begun > 1 && l.begun == other.begun && 2*l.over[other.key] > other.begun && other.over[l.key] == 0
}

// rankWords settles equal ranks: what begins again below the other is the lower level,
// else what the text nests below it. In a regulation a section holds articles, in a
// constitution an article holds sections. What stands behind the body of a text stands
// side by side.
func rankWords(all map[string]*Level, cands []*Candidate) {
	sorted := Sorted(all, func(l *Level) bool { return !l.Weak && l.Kind != "" && l.Style[0] != '#' })
	for i, l := range sorted {
		for _, other := range sorted[:i] {
			if other.Rank == l.Rank && other.Style != l.Style && l.Rank > lexicon.RankAnnex && l.beside+other.beside == "" {
				if l.holds(other) || !other.holds(l) && nests(cands, l, other) {
					other.Rank += 0.5
				} else {
					l.Rank += 0.5
				}
			}
		}
		l.Rank += float64(l.Tier) / 4
	}
	rankInverted(sorted)
	for _, l := range sorted {
		if up := all[l.beside]; up != nil {
			l.Rank = up.Rank
		}
	}
}

// rankInverted puts the level of a word below that of another that mostly stands below it,
// where the text has them the other way: chapters that begin again in each section, in
// Uruguay. Levels that a text nests in its own way are sorted from the top down.
func rankInverted(sorted []*Level) {
	for i, l := range sorted {
		for _, other := range sorted[i+1:] {
			if l.Rank > lexicon.RankAnnex && l.Rank < other.Rank && l.beside+other.beside == "" && other.Count > 1 && (other.holds(l) || other.opens(l)) {
				l.Rank = other.Rank + 0.25
			}
		}
	}
}

// nests reports that a holds b, of two levels of one rank: far more of b's headings than
// of a's follow another of their own, or some of b's and none of a's; where neither is so,
// that a comes first.
func nests(cands []*Candidate, a, b *Level) bool {
	follow, last := map[string]int{}, ""
	for _, c := range cands {
		key := c.Key()
		if key != a.key && key != b.key {
			continue
		}
		if key == last {
			follow[key]++
		}
		last = key
	}
	const far = 3
	if ofA, ofB := follow[a.key]*b.Count, follow[b.key]*a.Count; max(ofA, ofB) > far*min(ofA, ofB) {
		return ofB > ofA
	}
	return a.first < b.first
}

// rankWeakOnes orders bare numbers as the text nests them: by first
// appearance, unless one begins again more often below the other.
func rankWeakOnes(all map[string]*Level) {
	weak := Sorted(all, func(l *Level) bool { return l.Weak })
	for moved, rounds := true, 0; moved && rounds < len(weak); rounds++ {
		moved = false
		for at, l := range weak {
			up := slices.IndexFunc(weak[:at], func(above *Level) bool { return below(above, l) })
			if up >= 0 {
				weak = slices.Insert(slices.Delete(weak, at, at+1), up, l)
				moved = true
				break
			}
		}
	}
	for i, l := range weak {
		l.Rank = float64(lexicon.RankWeak + 10*i)
	}
}

// below reports that the text nests a below b.
func below(a, b *Level) bool {
	if a.Style == b.Style && a.depth > 0 && b.depth > 0 {
		return a.depth > b.depth
	}
	return b.over[a.key] > a.over[b.key] && !sameNumbers(a, b)
}

// rankHolders places capital letters and Roman numbers above the sections that have a
// word or a sign, where each of at least two holds some and these are numbered through:
// "A. General" above "§ 1" to "§ 4", "B. Members" above "§ 5".
func rankHolders(all map[string]*Level, cands []*Candidate) {
	for _, style := range []string{"A.", "I."} {
		l := all[style]
		if l == nil || l.Count < 2 {
			continue
		}
		var held *Level
		last, holds := 0, true
		for i, c := range cands {
			if c.Key() != style {
				continue
			}
			if i+1 == len(cands) {
				holds = false
				break
			}
			next := cands[i+1]
			w := all[next.Key()]
			if w.Weak || w.Kind == "" || held != nil && w != held || next.Mark.Number <= last {
				holds = false
				break
			}
			held, last = w, next.Mark.Number
		}
		if holds {
			l.Rank = held.Rank - 0.25
		}
	}
}

// rankDotted places "1.1" right below the level that has its "1", and longer
// numbers below shorter ones.
func rankDotted(all map[string]*Level) {
	dotted := Sorted(all, func(l *Level) bool { return l.Weak && strings.HasPrefix(l.Style, "1.1") })
	sort.SliceStable(dotted, func(i, j int) bool { return dotted[i].Style < dotted[j].Style })
	var base *Level
	for _, style := range []string{"1.+", "1 +", "1.", "1 ", "1)", "1、", "1．"} {
		if base == nil {
			base = all[style]
		}
	}
	if letters := all["A."]; letters != nil && base != nil && slices.ContainsFunc(dotted, func(l *Level) bool { return l.under["A."] > 0 }) {
		letters.Rank = base.Rank // appendices stand beside the sections before them
	}
	for _, l := range dotted {
		up, most := base, 0
		for _, other := range Sorted(all, func(o *Level) bool { return l.under[o.key] > 0 }) {
			if l.under[other.key] > most && other.key != "A." {
				up, most = other, l.under[other.key]
			}
		}
		if up == nil || up == l {
			continue
		}
		above := up.Rank
		if up.Style[0] == '#' {
			above = lowestGiven(all)
		}
		l.Rank = above + 0.01*float64(1+strings.Count(l.Style, "."))
	}
}

// lowestGiven is the rank of the deepest level that the format gives: what is only
// inferred stands below all of them.
func lowestGiven(all map[string]*Level) float64 {
	lowest := 0.0
	for _, l := range all {
		if l.Style[0] == '#' {
			lowest = max(lowest, l.Rank)
		}
	}
	return lowest
}

// sameNumbers reports levels whose order is given by their style: 1. and 1.1.
func sameNumbers(a, b *Level) bool {
	return a.Style == b.Style || strings.HasPrefix(a.Style, "1") && strings.HasPrefix(b.Style, "1.1")
}

// rankCaps places headings in capitals: above the bare numbers that several of
// them hold, beside them otherwise.
func rankCaps(all map[string]*Level, cands []*Candidate) {
	caps := all[heading.CapitalStyle]
	if caps == nil {
		return
	}
	top := Sorted(all, func(l *Level) bool { return l.Weak })
	if len(top) == 0 {
		return
	}
	holders, open := 0, false
	for _, c := range cands {
		switch key := c.Key(); {
		case key == heading.CapitalStyle:
			open = true
		case key == top[0].key && open:
			holders, open = holders+1, false
		}
	}
	if holders < 2 {
		caps.Rank = top[0].Rank
	}
}

// rankListed places what only contents tell to be headings: at their margin, beside the
// highest level; deeper, right below it.
func rankListed(all map[string]*Level) {
	top := Sorted(all, func(l *Level) bool {
		return !strings.HasPrefix(l.Style, heading.ListedStyle) && l.Rank > lexicon.RankAnnex
	})
	if len(top) == 0 {
		return
	}
	for _, l := range all {
		if depth, ok := strings.CutPrefix(l.Style, heading.ListedStyle); ok && depth == "1" {
			l.Rank = top[0].Rank
		} else if ok {
			l.Rank = top[0].Rank + 0.5
		}
	}
}

// rankRunIns puts the level of paragraphs with titles right below the lowest of those that
// hold them, so that what counts on behind them is beside these again.
func rankRunIns(all map[string]*Level, cands []*Candidate) {
	runIns := all[heading.RunInStyle]
	if runIns == nil {
		return
	}
	const below = 1.0 / 16
	lowest := 0.0
	for i, c := range cands[:len(cands)-1] {
		if up := all[c.Key()]; up != runIns && cands[i+1].Mark.Style == heading.RunInStyle {
			lowest = max(lowest, up.Rank+below)
		}
	}
	if lowest > 0 {
		runIns.Rank = lowest
	}
}

// Sorted returns the levels that pass, from the top of the outline down; of
// equals, the one that comes first in the text.
func Sorted(all map[string]*Level, in func(*Level) bool) []*Level {
	var out []*Level
	for _, l := range all {
		if in(l) {
			out = append(out, l)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Rank != out[j].Rank {
			return out[i].Rank < out[j].Rank
		}
		return out[i].first < out[j].first
	})
	return out
}
