package outline

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
)

// A line is one line of the text that holds something.
type line struct {
	span   document.Span // without the white space around it
	indent int           // runes of white space before it
	gap    bool          // a blank line, a page break or the top of the text stands before it
	page   bool          // a page break stands before it
	out    bool          // furniture: in no section
	code   bool          // inside a Markdown fence
	head   bool          // begins a section
}

// splitLines cuts text at line ends of every system; blank lines only leave
// their mark on the line that follows.
func splitLines(text string) []line {
	var lines []line
	gap, page := true, false
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		raw := text[at:end]
		body := strings.TrimLeftFunc(raw, heading.Blank)
		lead := raw[:len(raw)-len(body)]
		page = page || strings.Contains(lead, "\f")
		start := at + len(lead)
		body = strings.TrimRightFunc(body, heading.Blank)
		if body == "" {
			gap = true
		} else {
			span := document.Span{Start: start, End: start + len(body)}
			lines = append(lines, line{span: span, indent: utf8.RuneCountInString(lead), gap: gap || page, page: page})
			gap, page = false, false
		}
		at = next
	}
	return lines
}

// lineEnd returns where the line that starts at at ends, and where the next starts.
func lineEnd(text string, at int) (end, next int) {
	i := strings.IndexAny(text[at:], "\n\r")
	if i < 0 {
		return len(text), len(text)
	}
	end = at + i
	if strings.HasPrefix(text[end:], "\r\n") {
		return end, end + 2
	}
	return end, end + 1
}

// paused reports whether the line after s may begin something new.
func paused(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return heading.Stopped(s) || strings.ContainsRune(":;：", r) ||
		strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or") || strings.HasSuffix(s, ",")
}

func listItem(s string) bool {
	_, ok := heading.Read(s)
	return ok
}

// wrappedWidth is the longest line, in runes, of a text that was broken into
// lines by hand or by a mail program; longer lines are paragraphs.
const wrappedWidth = 120

// minFull is the shortest line, in bytes, that can be one of a broken
// paragraph; a shorter one ends it, or is a heading.
const minFull = 40

// isWrapped reports whether paragraphs are broken over several lines: most
// lines with another right below them stop in the middle of a sentence.
func isWrapped(text string, lines []line) bool {
	full, open, long := 0, 0, 0
	for i := range lines {
		s := text[lines[i].span.Start:lines[i].span.End]
		if len(s) > wrappedWidth && utf8.RuneCountInString(s) > wrappedWidth {
			long++
		}
		if i+1 == len(lines) || lines[i+1].gap || len(s) <= minFull {
			continue
		}
		if next := lines[i+1].span; !listItem(text[next.Start:next.End]) {
			full++
			if !heading.Stopped(s) && !strings.ContainsAny(s[len(s)-1:], ":;") {
				open++
			}
		}
	}
	return open*2 > full && long*20 <= len(lines)
}
