package spell

import (
	"strings"
	"unicode"
)

// Compounds knows the words that are written both joined and apart ("grassroots",
// "grass-roots", "check up"), so that one spelling finds the others. A pair with a
// hyphen is one word as well as two (Wi-Fi); one that is written apart is, where a
// text has it with a hyphen.
type Compounds struct{ joined map[string]string }

const (
	// minPart, in bytes, keeps prefixes such as "e-" apart from the pairs that
	// people write as two words.
	minPart = 2

	// minLonger keeps pairs of function words apart, "to-do", "in-on", which
	// occur side by side in sentences that are about something else.
	minLonger = 4
)

// NewCompounds learns the pairs of texts.
func NewCompounds(texts []string) *Compounds {
	c := &Compounds{joined: map[string]string{}}
	for _, s := range texts {
		c.learn(s)
	}
	return c
}

// learn notes every hyphened word of s.
func (c *Compounds) learn(s string) {
	for at := strings.IndexByte(s, '-'); at >= 0; {
		c.pair(s[:at], s[at+1:])
		next := strings.IndexByte(s[at+1:], '-')
		if next < 0 {
			return
		}
		at += 1 + next
	}
}

// pair notes the words on both sides of a hyphen, if they make a pair.
func (c *Compounds) pair(before, after string) {
	before = before[len(strings.TrimRightFunc(before, unicode.IsLetter)):]
	after = after[:len(after)-len(strings.TrimLeftFunc(after, unicode.IsLetter))]
	first, second := strings.ToLower(before), strings.ToLower(after)
	if min(len(first), len(second)) >= minPart && max(len(first), len(second)) >= minLonger {
		c.joined[first+" "+second] = first + second
	}
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
func (c *Compounds) known(s string, a, b [2]int) string {
	if s[a[1]] == '-' {
		return strings.ToLower(s[a[0]:a[1]] + s[b[0]:b[1]])
	}
	return c.joined[strings.ToLower(s[a[0]:a[1]]+" "+s[b[0]:b[1]])]
}

// none reports whether s surely has no pair that is known.
func (c *Compounds) none(s string) bool { return len(c.joined) == 0 && !strings.Contains(s, "-") }

// Fold writes every known pair of s, hyphened or apart, as one word too. The
// parts stay, so that a search for one of them still finds it.
func (c *Compounds) Fold(s string) string {
	if c.none(s) {
		return s
	}
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

// Join writes every known pair of s as one word in place of its parts.
func (c *Compounds) Join(s string) string {
	if c.none(s) {
		return s
	}
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
