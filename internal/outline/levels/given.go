package levels

import (
	"slices"
	"strconv"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
)

// settleGiven mends the levels that a format gives where the words and numbers of the
// headings know better: levels read from the size of letters waver, and many a page has
// its chapters and its articles on one level.
func settleGiven(cands []*Candidate) {
	var given, bare []*Candidate
	for _, c := range cands {
		switch {
		case !c.Mark.Given():
		case c.Mark.Kind != "":
			given = append(given, c)
		case c.Mark.Number > 0 && c.Mark.Prefix == "":
			bare = append(bare, c)
		}
	}
	joinRuns(given)
	joinRuns(bare)
	joinUntold(cands)
	joinBare(cands)
	splitKinds(given, cands)
}

// A telling is the sections of one kind, of which the format tells some to be headings.
type telling struct {
	last         *heading.Mark
	level        int // of those told last
	told, untold []*Candidate
	goOn, stray  int // untold ones whose number goes on with the one before, and others
}

func (k *telling) add(c *Candidate) {
	m := &c.Mark
	switch {
	case m.Given():
		k.level = m.Rank
		k.told = append(k.told, c)
	case k.last != nil && m.Follows(k.last):
		k.untold = append(k.untold, c)
		k.goOn++
	default:
		k.untold = append(k.untold, c)
		k.stray++
	}
	k.last = m
}

// joinUntold puts a section that the format does not tell to be one, and whose number goes
// on with those that it does tell, on their level, where most of its kind do. Where it
// tells hardly any of a kind, these go with the others: one bold line among ten is no
// chapter.
func joinUntold(cands []*Candidate) {
	const few = 10 // one in so many
	kinds := map[string]*telling{}
	for _, c := range cands {
		if c.Mark.Kind == "" {
			continue
		}
		if kinds[c.Mark.Kind] == nil {
			kinds[c.Mark.Kind] = &telling{}
		}
		kinds[c.Mark.Kind].add(c)
	}
	for kind, k := range kinds {
		switch {
		case len(k.told) == 0:
		case len(k.told)*few <= len(k.untold):
			for _, c := range k.told {
				c.Mark.Style, c.Mark.Rank = kind, lexicon.Rank(kind)
			}
		case k.goOn > k.stray:
			for _, c := range k.untold {
				c.Mark.Rank = k.level
			}
		}
	}
}

// joinBare makes numbers of the few that a format tells to be headings among many of one
// style that it does not, and with which they count on: the only one of twelve clauses
// whose title stands on a line of its own.
func joinBare(cands []*Candidate) {
	const few = 5 // one in so many
	var told []*Candidate
	plain := map[*Candidate]heading.Mark{}
	untold, last := map[string]int{}, map[string]int{}
	for _, c := range cands {
		style, n := c.Mark.Style, c.Mark.Number
		switch {
		case c.Mark.Given() && c.Mark.Kind == "" && n > 0 && c.Mark.Prefix == "":
			m, ok := countsOn(c, last)
			if !ok {
				return // the format has numbers of its own
			}
			style, plain[c] = m.Style, m
			told = append(told, c)
		case c.Mark.Weak() && n == last[style]+1:
			untold[style]++
		}
		last[style] = n
	}
	for _, c := range told {
		if m := plain[c]; few*len(told) <= untold[m.Style] {
			c.Mark = m
		}
	}
}

// countsOn returns the mark that a heading of the format has as a line of text, where its
// number goes on with the last of that style.
func countsOn(c *Candidate, last map[string]int) (heading.Mark, bool) {
	for _, sign := range []string{".", "", ")"} {
		m, ok := heading.Read(c.Mark.Designation.Printed + sign + " A")
		if ok && m.Weak() && m.Number > 1 && m.Number == last[m.Style]+1 {
			m.Rest = c.Mark.Rest
			return m, true
		}
	}
	return heading.Mark{}, false
}

// A run is headings of one kind whose numbers follow each other.
type run struct {
	cands []*Candidate
}

func (r *run) last() *heading.Mark { return &r.cands[len(r.cands)-1].Mark }

// level is the one that most headings of the run have; of equals, the higher.
func (r *run) level() int {
	count, best := map[int]int{}, 0
	for _, c := range r.cands {
		count[c.Mark.Rank]++
	}
	for level, n := range count {
		if n > count[best] || n == count[best] && level < best {
			best = level
		}
	}
	return best
}

// byHundreds reports numbers from 100 on of which the full hundreds stand on one level and
// all others on a lower one.
func (r *run) byHundreds() bool {
	const hundred = 100
	upper, lower := 0, 0
	for _, c := range r.cands {
		level := &lower
		if c.Mark.Number%hundred == 0 {
			level = &upper
		}
		if c.Mark.Number < hundred || *level > 0 && *level != c.Mark.Rank {
			return false
		}
		*level = c.Mark.Rank
	}
	return upper > 0 && upper < lower
}

// joinRuns puts Article 2 on the level of Article 1, if no other Article 1 has its level.
func joinRuns(given []*Candidate) {
	open := map[string][]*run{}
	for _, c := range given {
		m := &c.Mark
		next := goingOn(open[m.Kind], m)
		if next == nil {
			next = &run{}
			open[m.Kind] = append(open[m.Kind], next)
		}
		next.cands = append(next.cands, c)
	}
	for _, runs := range open {
		for _, r := range runs {
			if r.byHundreds() {
				continue
			}
			level := r.level()
			for _, c := range r.cands {
				c.Mark.Rank, c.Mark.Style = level, heading.GivenStyle(level)
			}
		}
	}
}

// maxRuns bounds the runs of one kind that a number is looked for in.
const maxRuns = 8

// goingOn returns the run that m's number goes on with, nil if there is none. One on
// m's own level is likelier than others, and the latest than earlier ones.
func goingOn(runs []*run, m *heading.Mark) *run {
	var found *run
	for _, r := range slices.Backward(runs[max(0, len(runs)-maxRuns):]) {
		last := r.last()
		if !m.Follows(last) {
			continue
		}
		if last.Rank == m.Rank {
			return r
		}
		if found == nil {
			found = r
		}
	}
	return found
}

// splitKinds ranks the kinds that share a level of the format: where chapters and
// articles do, the articles go below the chapters. A heading without a word of its own
// stands beside the lowest of them; where their numbers begin again right below it, beside
// what holds these, as a chapter does.
func splitKinds(given, cands []*Candidate) {
	kinds := map[int]map[string]int{} // level -> kind -> how often
	for _, c := range given {
		if kinds[c.Mark.Rank] == nil {
			kinds[c.Mark.Rank] = map[string]int{}
		}
		kinds[c.Mark.Rank][c.Mark.Kind]++
	}
	order := map[int][]string{}
	for level, count := range kinds {
		order[level] = ranked(count)
	}
	for i, c := range cands {
		names := order[c.Mark.Rank]
		at := slices.Index(names, c.Mark.Kind)
		joined := at >= 0 && lexicon.Rank(c.Mark.Kind) != c.Mark.Rank // by joinUntold
		if !c.Mark.Given() && !joined || len(names) < 2 {
			continue
		}
		if c.Mark.Kind == "" {
			at = len(names) - 1
			if i+1 < len(cands) && cands[i+1].Mark.Number == 1 {
				at = max(at, slices.Index(names, cands[i+1].Mark.Kind)) - 1
			}
		}
		switch {
		case at <= 0: // the highest, and what stands behind the body of the text
			continue
		}
		c.Mark.Sub = float64(at) / float64(len(names))
		if c.Mark.Given() {
			c.Mark.Style = heading.GivenStyle(c.Mark.Rank) + "." + strconv.Itoa(at)
		}
	}
}

// ranked returns the kinds that may stand above each other, from the top down: those
// of words, of equals the rarer first. Annexes are beside all of them.
func ranked(count map[string]int) []string {
	const enough = 2
	var out []string
	for kind, n := range count {
		if lexicon.Rank(kind) > lexicon.RankAnnex && n >= enough {
			out = append(out, kind)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if lexicon.Rank(a) != lexicon.Rank(b) {
			return lexicon.Rank(a) - lexicon.Rank(b)
		}
		if count[a] != count[b] {
			return count[a] - count[b]
		}
		if a < b {
			return -1
		}
		return 1
	})
	return out
}
