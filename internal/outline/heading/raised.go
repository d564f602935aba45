package heading

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/text"
)

// raised returns the digits above the line that s begins with, "" for more than a number of
// sections has.
func raised(s string) string {
	const most = 3
	digits := s[:len(s)-len(strings.TrimLeft(s, text.Superscripts))]
	if utf8.RuneCountInString(digits) > most {
		return ""
	}
	return digits
}

// Insert reads the digits above the line behind the number of m as part of it: Article 5¹
// stands behind Article 5.
func (m *Mark) Insert() {
	n := 0
	for _, r := range m.Raised {
		n = 10*n + slices.Index([]rune(text.Superscripts), r)
	}
	m.Suffix += "-" + strconv.Itoa(n)
	m.Designation.Normal += "-" + strconv.Itoa(n)
	m.Designation.Printed += m.Raised
	if !strings.Contains(m.Label, m.Raised) {
		m.Label += m.Raised
	}
}
