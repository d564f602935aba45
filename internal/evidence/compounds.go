package evidence

import (
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer"
)

// compounds knows the words that are written both joined and apart ("grassroots",
// "grass-roots", "check up"), so that one spelling finds the others. They are
// learnt from the text and its annotations: a pair counts when its joined
// form, or the pair with a hyphen, occurs there.
type compounds struct{ joined map[string]string }

const (
	// minPart, in bytes, keeps prefixes such as "e-" apart from the pairs that
	// people write as two words.
	minPart = 2

	// minLonger keeps pairs of function words apart, "to-do", "in-on", which
	// stand side by side in sentences that are about something else.
	minLonger = 4
)

func newCompounds(d *document.Document, notes []importer.Annotations) *compounds {
	c := &compounds{joined: map[string]string{}}
	c.learn(d.Text)
	for _, file := range notes {
		for _, s := range file.Sections {
			c.learn(list(s.Headings) + " " + list(s.Questions))
			for _, t := range s.Sentences {
				c.learn(t.Gloss + " " + list(t.Terms) + " " + list(t.Questions))
			}
		}
	}
	return c
}

// learn notes every hyphened word of s.
func (c *compounds) learn(s string) {
	if !strings.Contains(s, "-") {
		return
	}
	eachPair(s, func(a, b [2]int) {
		first, second := strings.ToLower(s[a[0]:a[1]]), strings.ToLower(s[b[0]:b[1]])
		if s[a[1]] == '-' && min(len(first), len(second)) >= minPart && max(len(first), len(second)) >= minLonger {
			c.joined[first+" "+second] = first + second
		}
	})
}

// eachPair calls f for every two words of s, as byte ranges, that have a single
// hyphen or blank between them.
func eachPair(s string, f func(a, b [2]int)) {
	var last [2]int
	for at := 0; at < len(s); {
		start := at + strings.IndexFunc(s[at:], unicode.IsLetter)
		if start < at {
			return
		}
		end := start + strings.IndexFunc(s[start:], notLetter)
		if end < start {
			end = len(s)
		}
		if last[1] > 0 && start == last[1]+1 && (s[last[1]] == '-' || s[last[1]] == ' ') {
			f(last, [2]int{start, end})
		}
		last, at = [2]int{start, end}, end
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// known returns the joined form of two words of s, "" if they are no pair.
func (c *compounds) known(s string, a, b [2]int) string {
	return c.joined[strings.ToLower(s[a[0]:a[1]]+" "+s[b[0]:b[1]])]
}

// fold writes every known pair of s, hyphened or apart, as one word too. The
// parts stay, so that a search for one of them still finds it.
func (c *compounds) fold(s string) string {
	var extra []string
	eachPair(s, func(a, b [2]int) {
		if joined := c.known(s, a, b); joined != "" {
			extra = append(extra, joined)
		}
	})
	if extra == nil {
		return s
	}
	return s + " " + strings.Join(extra, " ")
}

// join writes every known pair of s as one word in place of its parts.
func (c *compounds) join(s string) string {
	var b strings.Builder
	done := 0
	eachPair(s, func(first, second [2]int) {
		if joined := c.known(s, first, second); joined != "" && first[0] >= done {
			b.WriteString(s[done:first[0]])
			b.WriteString(joined)
			done = second[1]
		}
	})
	b.WriteString(s[done:])
	return b.String()
}
