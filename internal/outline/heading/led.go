package heading

import "strings"

// Led reads a line that words lead to the mark of, as the name of the law does in "Ferry
// Act § 3 Fares": the first word with a number, or sign of a section, behind a space. It
// returns the mark and the length of what leads to it, or 0.
func Led(s string) (Mark, int) {
	const most = 12 // words
	at := 0
	for range most {
		word := strings.IndexByte(s[at:min(len(s), at+maxMark)], ' ')
		if word < 0 {
			break
		}
		at = SkipBlank(s, at+word)
		if m, ok := worded(s[at:]); ok {
			return m.behind(at), at
		}
	}
	return Mark{}, 0
}

// behind returns m as it is read on a line where n bytes stand before it.
func (m Mark) behind(n int) Mark {
	m.Rest += n
	if m.Alt != nil {
		alt := m.Alt.behind(n)
		m.Alt = &alt
	}
	return m
}

// GivenBehind reads a heading whose level the format gives, and of whose words the first n bytes are no part.
func GivenBehind(s string, n, level int) Mark { return Given(s[n:], 0, level).behind(n) }
