package pages

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A Bookmark is an entry of a file's own outline.
type Bookmark struct {
	Title string
	Level int // from 1
	Page  int // from 1; 0 where it leads nowhere
}

// An Opening knows where the file's own outline says that sections begin.
type Opening struct {
	chapters map[int]bool     // pages, from 1, on which its highest entries begin
	Titles   map[int][]string // the letters of the entries of each page
}

// Openings reads the file's own outline.
func Openings(marks []Bookmark) Opening {
	highest := 0
	for _, m := range marks {
		if highest == 0 || m.Level < highest {
			highest = m.Level
		}
	}
	out := Opening{map[int]bool{}, map[int][]string{}}
	for _, m := range marks {
		if m.Level == highest {
			out.chapters[m.Page] = true
		}
		out.Titles[m.Page] = append(out.Titles[m.Page], Letters(m.Title))
	}
	return out
}

// starts reports whether lines of one pattern are no running head but the first words
// of sections, as "CHAPTER" above a number: they stand where chapters begin, or an entry
// of that page begins with them, and most pages have none.
func (o Opening) starts(group []edgeLine, pages int) bool {
	for _, e := range group {
		begins := func(title string) bool { return e.text != "" && e.pattern != "#" && strings.HasPrefix(title, e.text) }
		if (e.isNumber(group) || !o.chapters[e.page+1]) && !slices.ContainsFunc(o.Titles[e.page+1], begins) {
			return false
		}
	}
	return 2*len(group) < pages
}

// Letters returns the letters and digits of s in lower case.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// Marker matches the number or letter, with its signs, that sections and points begin with.
var Marker = regexp.MustCompile(`^(?:[(（\[][0-9]{1,3}[)）\]]|[(（][\pL]{1,4}[)）]|[0-9]{1,3}(?:\.[0-9]{1,3})*(?:[.)]|\.\([0-9\pL]{1,4}\))?|[\pL][.)]|[ivxIVX]{1,5}[.)]|§+ ?[0-9]+)(?: |$)`)
