package pages

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pincite/internal/importer/pdf/typeset"
)

// contentsLine matches an entry of a table of contents: leaders before a page.
var contentsLine = regexp.MustCompile(`^(.*?)[ .·…_]*(?:[.·…_] ?){3,}\s*([0-9]+|[ivxlc]+)$`)

// dropContents takes tables of contents out of the pages: at least minEntries
// lines, one after another, that lead to pages of this document in order.
func dropContents(pages Pages) {
	const minEntries = 4
	last := len(pages) + 20 // where front matter is numbered by itself
	for i := range pages {
		rows := typeset.Lines(pages[i].Frags, i+1)
		first, entries, at, before := -1, 0, -1, 0
		for j := range rows {
			n, sure := leadsTo(&rows[j])
			if n == 0 || n < before || n > last && !sure {
				continue
			}
			if first < 0 {
				first = j
			}
			if at >= 0 && j-at > 3 {
				break
			}
			entries, at, before = entries+1, j, n
		}
		page := entries >= len(rows)-1 || i > 0 && pages[i-1].contents // all of it, or the last of several
		if entries == 0 || entries < minEntries && !page {
			continue
		}
		if first > 0 && titleLike(&rows[first-1]) {
			first--
		}
		for j := first; j <= at; j++ {
			pages[i].entries = append(pages[i].entries, words(&rows[j]))
		}
		from, to := rows[first].Base-1, rows[at].Base+1
		pages[i].contents = true
		pages[i].Frags = slices.DeleteFunc(pages[i].Frags, func(f typeset.Fragment) bool { return f.Base >= from && f.Base <= to })
	}
}

// leadsTo returns the page that an entry of a table of contents leads to; 0 where
// the line is none. It is sure where there are leaders.
func leadsTo(l *typeset.Line) (page int, sure bool) {
	if m := contentsLine.FindStringSubmatch(l.Text); m != nil {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return 1, true
		}
		return max(n, 1), true
	}
	last := len(l.Frags) - 1
	if last < 1 || l.End() > l.Size || l.Area.Width() < 20*l.Size {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(l.Frags[last].Text))
	if err != nil || math.Abs(l.Frags[last].Gap(l.Frags[last-1].Span)) < 2*l.Size {
		return 0, false
	}
	return n, false
}

// words returns what an entry says, without the page.
func words(l *typeset.Line) string {
	if m := contentsLine.FindStringSubmatch(l.Text); m != nil {
		return m[1]
	}
	return strings.TrimRight(l.Text, "0123456789 ")
}

// Entries returns how often tables of contents have each title without a number, by its
// [Letters].
func (ps Pages) Entries() map[string]int {
	const shortest = 4 // letters
	out := map[string]int{}
	for _, p := range ps {
		for _, s := range p.entries {
			if key := Letters(s); len(key) >= shortest && !Marker.MatchString(strings.TrimSpace(s)) {
				out[key]++
			}
		}
	}
	return out
}

// titleLike reports a short line without a number.
func titleLike(l *typeset.Line) bool { return len(l.Text) < 40 && !number.MatchString(l.Text) }
