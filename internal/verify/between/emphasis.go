package between

import "strings"

// cutEmphasis returns a gap without the marks by which Markdown sets words apart or
// begins a heading, and those marks.
func cutEmphasis(gap string) (rest, emphasis string) {
	if !strings.ContainsAny(gap, "*_#") {
		return gap, ""
	}
	var b, marks strings.Builder
	for i := 0; i < len(gap); {
		end := i + 1
		for end < len(gap) && gap[end] == gap[i] {
			end++
		}
		if isEmphasis(gap, i, end) {
			marks.WriteString(gap[i:end])
		} else {
			b.WriteString(gap[i:end])
		}
		i = end
	}
	return b.String(), marks.String()
}

// isEmphasis reports whether gap[i:end], one character repeated, sets the words beside
// it apart: a mark that stands alone between two words or two blanks does not.
func isEmphasis(gap string, i, end int) bool {
	blankBefore := i > 0 && isASCIIBlank(gap[i-1])
	blankBehind := end < len(gap) && isASCIIBlank(gap[end])
	switch gap[i] {
	case '#':
		return (i == 0 || gap[i-1] == '\n') && blankBehind
	case '*', '_':
		return !(blankBefore && blankBehind) && (end-i > 1 || len(gap) > 1)
	}
	return false
}

func isASCIIBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
