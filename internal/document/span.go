package document

import "unicode/utf8"

// A Span is a half-open range [Start, End) of bytes in a document's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Join returns the smallest span that contains s and t.
func (s Span) Join(t Span) Span {
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Within reports whether s is a well-formed range of text that starts and ends
// on rune boundaries.
func (s Span) Within(text string) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
		boundary(text, s.Start) && boundary(text, s.End)
}

func boundary(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i])
}
