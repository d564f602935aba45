package gaps

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

const (
	// DefaultPeople is how many people must have asked for a gap for it to be told.
	DefaultPeople = 2

	// Recent is the length of the two spans of time that a trend compares.
	Recent = 7 * 24 * time.Hour

	// maxDistinct bounds the different questions that are compared, the most asked
	// ones first: two thousand take about a second.
	maxDistinct = 2000

	// maxExamples and maxWords are how many of each a gap shows.
	maxExamples = 3
	maxWords    = 5
)

// A Question was asked and not answered.
type Question struct {
	Text     string
	Language string // tag; "und" where it is not known
	Document string // name of the document asked; "" for none in particular
	Person   int    // the same for the same asker
	At       time.Time
}

// A Near is the section that comes nearest to a question today.
type Near struct {
	Document string // its name
	Section  string // its id; "" for none
	Label    string // as it is shown
	Answered bool   // the document answers the question by now
}

// Options say how questions are gathered. Near must be given.
type Options struct {
	Near   func(context.Context, Question) (Near, error)
	People int       // how many must have asked for a gap; 0 means DefaultPeople
	Now    time.Time // the end of the time looked at
}

// A Gap is what several questions ask for in vain.
type Gap struct {
	Near
	Words    []string // that they share, the most telling first
	Times    int      // how often it was asked for
	People   int      // by how many
	Last     int      // how often within the last Recent
	Before   int      // how often within the Recent before
	Examples []string // the questions most asked, masked

	asked []*group
}

// A Report is all that was asked and not answered.
type Report struct {
	Gaps     []Gap // the most asked first
	Asked    int   // questions in all
	Answered int   // of them, what is answered by now
	Hidden   int   // of them, in gaps of too few people, or beyond the most asked
}

// A group is one question, however often it was asked.
type group struct {
	text     string // as it was asked last
	language string
	document string
	words    []word
	near     Near
	people   map[int]bool
	at       []time.Time
}

// Find gathers questions. It fails where Near does.
func Find(ctx context.Context, questions []Question, o Options) (Report, error) {
	o.People = cmp.Or(o.People, DefaultPeople)
	r := Report{Asked: len(questions)}
	groups := groupsOf(questions)
	for _, g := range groups[min(len(groups), maxDistinct):] {
		r.Hidden += len(g.at)
	}
	groups = groups[:min(len(groups), maxDistinct)]
	var open []*group
	for _, g := range groups {
		near, err := o.Near(ctx, Question{Text: g.text, Language: g.language, Document: g.document})
		if err != nil {
			return Report{}, fmt.Errorf("look for what comes nearest to a question: %w", err)
		}
		if g.near = near; near.Answered {
			r.Answered += len(g.at)
			continue
		}
		open = append(open, g)
	}
	weights := weigh(open)
	for _, c := range gather(open, weights) {
		if gap := c.gap(weights, o); gap.People >= o.People {
			r.Gaps = append(r.Gaps, gap)
		} else {
			r.Hidden += gap.Times
		}
	}
	slices.SortStableFunc(r.Gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(b.People, a.People))
	})
	return r, nil
}

// groupsOf brings the same questions together, the most asked first.
func groupsOf(questions []Question) []*group {
	byKey := map[string]*group{}
	var out []*group
	for _, q := range questions {
		words := wordsOf(q.Text, q.Language)
		key := q.Document + "\x00" + keyOf(words, q.Text)
		g := byKey[key]
		if g == nil {
			g = &group{document: q.Document, words: words, people: map[int]bool{}}
			byKey[key] = g
			out = append(out, g)
		}
		g.text, g.language = q.Text, q.Language
		g.people[q.Person] = true
		g.at = append(g.at, q.At)
	}
	slices.SortStableFunc(out, byTimes)
	return out
}

func byTimes(a, b *group) int {
	return cmp.Or(cmp.Compare(len(b.at), len(a.at)), cmp.Compare(a.text, b.text))
}

// A cluster is the groups that are like its first.
type cluster struct{ groups []*group }

// Likeness from which a question belongs to a gap: half of the weight of the words of
// both, or a quarter where the same section comes nearest to both.
const (
	alike    = 0.5
	sameNear = 0.25
)

// gather puts each group to the cluster whose first it is most like. To compare with
// the first alone keeps a gap from drifting from one subject to another.
func gather(groups []*group, weights map[string]float64) []*cluster {
	var out []*cluster
	for _, g := range groups {
		var best *cluster
		most := 0.0
		for _, c := range out {
			if l := likeness(c.groups[0], g, weights); l > most {
				best, most = c, l
			}
		}
		if best == nil || most < alike {
			out = append(out, &cluster{[]*group{g}})
			continue
		}
		best.groups = append(best.groups, g)
	}
	return out
}

// likeness returns how much of the weight of their words two questions of one
// document share, and more where the same section is nearest to both.
func likeness(a, b *group, weights map[string]float64) float64 {
	if a.near.Document != b.near.Document {
		return 0
	}
	shared, all := 0.0, 0.0
	for _, w := range a.words {
		all += weights[w.stem]
		if i := find(b.words, w); i >= 0 {
			shared += max(weights[w.stem], weights[b.words[i].stem])
		}
	}
	for _, w := range b.words {
		if find(a.words, w) < 0 {
			all += weights[w.stem]
		}
	}
	if shared == 0 {
		return 0
	}
	out := shared / all
	if a.near.Section != "" && a.near.Section == b.near.Section {
		out += sameNear
	}
	return out
}

// gap tells of a cluster.
func (c *cluster) gap(weights map[string]float64, o Options) Gap {
	first := c.groups[0]
	g := Gap{Near: first.near, asked: c.groups}
	people := map[int]bool{}
	for _, asked := range c.groups {
		for p := range asked.people {
			people[p] = true
		}
		g.Times += len(asked.at)
		for _, at := range asked.at {
			switch age := o.Now.Sub(at); {
			case age <= Recent:
				g.Last++
			case age <= 2*Recent:
				g.Before++
			}
		}
		if len(g.Examples) < maxExamples {
			g.Examples = append(g.Examples, mask(asked.text))
		}
	}
	g.People = len(people)
	g.Words = c.sharedWords(weights, o.People)
	return g
}

// sharedWords returns the words of a cluster that as many people used, the most
// telling first.
func (c *cluster) sharedWords(weights map[string]float64, people int) []string {
	var all []word
	by := map[string]map[int]bool{}
	for _, g := range c.groups {
		for _, w := range g.words {
			i := find(all, w)
			if i < 0 {
				i = len(all)
				all = append(all, w)
				by[w.stem] = map[int]bool{}
			}
			for p := range g.people {
				by[all[i].stem][p] = true
			}
		}
	}
	all = slices.DeleteFunc(all, func(w word) bool { return len(by[w.stem]) < people })
	slices.SortStableFunc(all, func(a, b word) int {
		return cmp.Compare(float64(len(by[b.stem]))*weights[b.stem], float64(len(by[a.stem]))*weights[a.stem])
	})
	var out []string
	for _, w := range all[:min(len(all), maxWords)] {
		out = append(out, w.shown)
	}
	return out
}
