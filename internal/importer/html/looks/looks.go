package looks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on headings, the first two in characters.
const (
	longestHeading = 200
	longestName    = 40 // "CHAPTER IV", "Article 12"
	maxLooks       = 30 // of headings in one page
)

// A Line is a paragraph: how it looks, in any words that are the same for what looks
// the same, "" for plain text; and its text on one line.
type Line struct {
	Looks string
	Text  string
}

// A Heading says what a line is as a heading.
type Heading struct {
	Level  int  // from 1 at the top; 0 for what is no heading
	GoesOn bool // it goes on with the heading above, as a title does with the name of a section
}

// Headings returns what each of the lines is.
func Headings(lines []Line) []Heading {
	above := headingLooks(lines)
	titles := titleLooks(lines, above)
	for look := range titles {
		delete(above, look)
	}
	levels := rank(lines, above, titles)
	out := make([]Heading, len(lines))
	for i, l := range lines {
		out[i].Level = levels[l.Looks]
		switch {
		case i == 0:
		case above[l.Looks]:
			out[i].GoesOn = lines[i-1].Looks == l.Looks && goesOn(lines[i-1].Text, l.Text)
		case titles[l.Looks]:
			out[i].GoesOn = above[lines[i-1].Looks] || lines[i-1].Looks == l.Looks
		}
	}
	return out
}

// goesOn reports whether a line goes on with the heading above, of the same looks:
// it is no name of another section.
func goesOn(above, line string) bool {
	f, g := strings.Fields(above), strings.Fields(line)
	if len(f) == 0 || len(g) == 0 || f[0] == g[0] || named(line) && len(g) <= 3 {
		return false
	}
	return !digit(f[0]) || !digit(g[0]) // "19. (Repealed)" and "20. Exchanges and refunds"
}

// digit reports a word that begins with a digit.
func digit(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(r)
}

// headingLooks returns the looks that occur at least twice (or on the first line of
// the page), on short lines that do not end as sentences do, and that make up less
// than half of the text.
func headingLooks(lines []Line) map[string]bool {
	type group struct{ n, short, size int }
	groups, all := map[string]*group{}, 0
	for _, l := range lines {
		all += len(l.Text)
		g := groups[l.Looks]
		if g == nil {
			g = &group{}
			groups[l.Looks] = g
		}
		g.n++
		g.size += len(l.Text)
		if short(l.Text) {
			g.short++
		}
	}
	out := map[string]bool{}
	for look, g := range groups {
		often := g.n >= 2 || look == lines[0].Looks
		if look != "" && often && g.short*10 >= g.n*9 && g.size*2 <= all {
			out[look] = true
		}
	}
	if len(out) > maxLooks { // each line has looks of its own: they say nothing
		clear(out)
	}
	return out
}

// short reports whether a line may be a heading: it has letters or digits, is not
// long, and does not end as sentences and points do.
func short(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(",;:。；：，!！", last) || last == '.' && !named(s) {
		return false
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) &&
		utf8.RuneCountInString(s) <= longestHeading
}

// named reports whether a line is the name of a section: short, with a number.
func named(s string) bool {
	return utf8.RuneCountInString(s) <= longestName && strings.ContainsFunc(s, func(r rune) bool { return unicode.IsNumber(r) }) || roman(s)
}

// roman reports whether a short line ends in a Roman numeral or a single letter.
func roman(s string) bool {
	f := strings.Fields(strings.TrimRight(s, ". "))
	if len(f) == 0 || utf8.RuneCountInString(s) > longestName {
		return false
	}
	last := f[len(f)-1]
	return strings.Trim(last, "IVXLCDM") == "" || len(f) > 1 && utf8.RuneCountInString(last) == 1
}

// titleLooks returns those of the looks that stand right below a name of a section
// nearly always.
func titleLooks(lines []Line, above map[string]bool) map[string]bool {
	follows, n := map[string]int{}, map[string]int{}
	for i, l := range lines {
		if !above[l.Looks] {
			continue
		}
		n[l.Looks]++
		if i > 0 && lines[i-1].Looks != l.Looks && above[lines[i-1].Looks] && named(lines[i-1].Text) && !named(l.Text) {
			follows[l.Looks]++
		}
	}
	out := map[string]bool{}
	for look, k := range follows {
		if k*10 >= n[look]*8 {
			out[look] = true
		}
	}
	return out
}

// rank gives the looks of headings their levels, from 1 down. One stands above
// another if it is seen right above it more often than below; where that says
// nothing, what comes first in the page does.
func rank(lines []Line, above, titles map[string]bool) map[string]int {
	over := map[[2]string]int{}
	var order []string
	seen := map[string]bool{}
	last := ""
	for _, l := range lines {
		switch {
		case above[l.Looks]:
			if last != "" && last != l.Looks {
				over[[2]string{last, l.Looks}]++
			}
			if !seen[l.Looks] {
				seen[l.Looks] = true
				order = append(order, l.Looks)
			}
			last = l.Looks
		case !titles[l.Looks]:
			last = ""
		}
	}
	levels := map[string]int{}
	for len(levels) < len(order) {
		look := highest(order, levels, over)
		levels[look] = len(levels) + 1
	}
	for _, l := range lines { // a title has the level of the name above it
		if above[l.Looks] {
			last = l.Looks
		} else if titles[l.Looks] && levels[l.Looks] == 0 {
			levels[l.Looks] = levels[last]
		}
	}
	return levels
}

// highest returns the first of the looks without a level that no other of them
// stands above.
func highest(order []string, levels map[string]int, over map[[2]string]int) string {
	rest := ""
	for _, look := range order {
		if levels[look] > 0 {
			continue
		}
		if rest == "" {
			rest = look
		}
		top := true
		for _, other := range order {
			if levels[other] == 0 && over[[2]string{other, look}] > over[[2]string{look, other}] {
				top = false
			}
		}
		if top {
			return look
		}
	}
	return rest
}
