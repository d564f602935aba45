package evidence

import (
	"regexp"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer"
)

// compounds knows the words that are written both joined and apart ("grassroots",
// "grass-roots", "check up"), so that one spelling finds the others. They are
// learnt from the text and its annotations: a pair counts when its joined
// form, or the pair with a hyphen, occurs there.
type compounds struct{ joined map[string]string }

var (
	hyphened = regexp.MustCompile(`[\p{Latin}\p{Cyrillic}]+(?:-[\p{Latin}\p{Cyrillic}]+)+`)
	wordPair = regexp.MustCompile(`[\p{Latin}\p{Cyrillic}]+`)
)

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
	for _, w := range hyphened.FindAllString(s, -1) {
		parts := strings.Split(strings.ToLower(w), "-")
		if len(parts) == 2 && min(len(parts[0]), len(parts[1])) >= minPart && max(len(parts[0]), len(parts[1])) >= minLonger {
			c.joined[parts[0]+" "+parts[1]] = parts[0] + parts[1]
		}
	}
}

// fold writes every known pair of s, hyphened or apart, as one word too. The
// parts stay, so that a search for one of them still finds it.
func (c *compounds) fold(s string) string {
	at := wordPair.FindAllStringIndex(s, -1)
	var extra []string
	for i := 1; i < len(at); i++ {
		gap := s[at[i-1][1]:at[i][0]]
		if gap != "-" && gap != " " {
			continue
		}
		pair := strings.ToLower(s[at[i-1][0]:at[i-1][1]] + " " + s[at[i][0]:at[i][1]])
		if joined, ok := c.joined[pair]; ok {
			extra = append(extra, joined)
		}
	}
	if extra == nil {
		return s
	}
	return s + " " + strings.Join(extra, " ")
}

// join writes every known pair of s as one word in place of its parts.
func (c *compounds) join(s string) string {
	at := wordPair.FindAllStringIndex(s, -1)
	var b strings.Builder
	done := 0
	for i := 1; i < len(at); i++ {
		gap := s[at[i-1][1]:at[i][0]]
		if gap != "-" && gap != " " || at[i-1][0] < done {
			continue
		}
		pair := strings.ToLower(s[at[i-1][0]:at[i-1][1]] + " " + s[at[i][0]:at[i][1]])
		if joined, ok := c.joined[pair]; ok {
			b.WriteString(s[done:at[i-1][0]])
			b.WriteString(joined)
			done = at[i][1]
		}
	}
	b.WriteString(s[done:])
	return b.String()
}
