package heading

import (
	"strings"

	"pincite/internal/document"
)

// CodeStyle begins the styles of [Code].
const CodeStyle = "1c"

// Code reads "V2.1 Passwords", "A1-2 Gloves", "G3: Review", "R-7" and "17/041 Leave", as
// standards and handbooks number what they require: one or two capitals glued to numbers,
// or a number, a slash and three figures or more. Many words look like it: a line is read
// so if the format gives a heading, or a sequence of lines tells.
func Code(s string) (Mark, bool) {
	const most = 2 // capitals
	at := 0
	for at < len(s) && at < most && s[at] >= 'A' && s[at] <= 'Z' {
		at++
	}
	capitals := at
	if capitals > 0 && at < len(s) && s[at] == '-' {
		at++
	}
	n, used := arabic(s[at:], maxNumber)
	if used == 0 {
		return Mark{}, false
	}
	m := Mark{Number: n, Prefix: s[:at], Style: CodeStyle}
	at += used
	for at+1 < len(s) && strings.IndexByte(".-/", s[at]) >= 0 {
		if n, used = arabic(s[at+1:], maxNumber); used == 0 || capitals == 0 && !serial(s[at:at+1+used]) {
			break
		}
		m.Number, m.Prefix, m.Style = n, s[:at+1], m.Style+".1"
		at += 1 + used
	}
	if capitals == 0 && m.Prefix == "" {
		return Mark{}, false
	}
	m.Label = s[:at]
	m.Designation = document.Designation{Printed: m.Label, Normal: strings.ToLower(m.Label)}
	return m, m.follow(s, at)
}

// serial reports a slash and three figures or more, which are neither a fraction nor a day.
func serial(s string) bool {
	const figures = 3
	return s[0] == '/' && len(s) > figures
}
