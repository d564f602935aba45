package looks

import (
	"fmt"
	"strings"
	"testing"
)

// parse reads lines of looks and text, "-" for plain.
func parse(s string) []Line {
	var out []Line
	for line := range strings.Lines(s) {
		how, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		out = append(out, Line{strings.Trim(how, "-"), text})
	}
	return out
}

func TestHeadings(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain text", "- One.\n- Two", "00"},
		{"sentences of a class", "a One is here.\na Two is here.\n- Three and a lot more text than that", "000"},
		{"a class of all the text", "a One\na Two\na Three", "000"},
		{"one level", "h Fees\n- The fee is due in March of each year.\nh Duties\n- A member comes.", "1010"},
		{"a title page", "t Rules\nt of the old club\n- These are the rules of the club, as decided in May.", "1+0"},
		{"names and titles", `
			c CHAPTER I
			d General
			a Article 1
			s Aim
			- This law has an aim, and that is said here.
			a Article 2
			s Words
			- Words mean things, and they are listed here.
			c CHAPTER II
			d Duties
			x Section 1
			y Owners
			a Article 3
			s Care
			- Owners take care of what they own, each day.
			x Section 2
			y Guests
			a Article 4
			s Quiet
			- Guests are quiet from ten o'clock on, each night.`, "1+3+03+01+2+3+02+3+0"},
		{"numbers in a row", "h 1. (Repealed)\nh 2. Exchanges and refunds\n- A ticket may be exchanged by the clerk on the day itself.\nh 3. Noise forbidden\n- Nobody shouts in any part of the yard, at any time.", "11010"},
		{"repealed in a row", "h Article 1\nh Article 2\n- The rest is as it has always been, and stays.\nh Article 3\n- More text of the same sort.", "11010"},
	} {
		got := ""
		for _, h := range Headings(parse(strings.TrimSpace(c.in))) {
			if h.GoesOn {
				got += "+"
			} else {
				got += fmt.Sprint(h.Level)
			}
		}
		if c.in == "" {
			got = got[:0] + strings.TrimLeft(got, "0")
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestTooManyLooks takes a page in which each pair of lines has looks of its own
// for one that says nothing.
func TestTooManyLooks(t *testing.T) {
	var lines []Line
	for i := range 2 * (maxLooks + 1) {
		lines = append(lines, Line{fmt.Sprint("c", i/2), "Title"}, Line{"", "A sentence that is longer than its title."})
	}
	for i, h := range Headings(lines) {
		if h.Level > 0 {
			t.Fatalf("line %d is a heading", i)
		}
	}
}
