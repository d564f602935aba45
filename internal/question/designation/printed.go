package designation

import (
	"strconv"
	"strings"
	"unicode"

	"pincite/internal/document"
)

// printed reads the word that a section's number is printed as, behind the name of its level:
// "disposición final única".
func (r *Reader) printed(i int) Item {
	for _, s := range r.leveled(i, r.tokens[i].Fold) {
		if n, err := strconv.Atoi(s.Designation.Normal); err == nil {
			return Item{N: n, Code: s.Designation.Normal, Ordinal: true, Used: 1}
		}
	}
	return Item{}
}

// spelled reports whether the level whose name stands before token i has a section of number
// n that is printed as a word, so that "2ª" is "segunda" and nothing inserted.
func (r *Reader) spelled(i, n int) bool {
	found := r.leveled(i, strconv.Itoa(n))
	return len(found) > 0 && strings.IndexFunc(found[0].Designation.Printed, unicode.IsDigit) < 0
}

// leveled returns the sections of a designation of the level whose name stands right before
// token i.
func (r *Reader) leveled(i int, designation string) []*document.Section {
	level := 0
	for j := i - 1; j >= 0 && level == 0; j-- {
		if t := &r.tokens[j]; t.Level != 0 && j+t.Width == i {
			level = t.Level
		} else if t.Mark {
			return nil
		}
	}
	if level == 0 {
		return nil
	}
	var out []*document.Section
	d, kind := r.names.Document(), r.names.Kind(level)
	for _, at := range r.names.Called(designation) {
		if s := &d.Sections[at]; s.Kind == kind {
			out = append(out, s)
		}
	}
	return out
}
