package lines

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
)

// A Line is one line of a text that holds something.
type Line struct {
	Span   document.Span // without the white space around it
	Indent int           // runes of white space before it
	Gap    bool          // a blank line, a page break or the top of the text stands before it
	Page   bool          // a page break stands before it
	Out    bool          // furniture: in no section
	Code   bool          // inside a Markdown fence
}

// A Text is a text in lines. Wrapped, Hashes, Out and Code are known after [Text.Sort].
type Text struct {
	Source  string
	Lines   []Line
	Wrapped bool // paragraphs are broken over several lines
	Hashes  bool // Markdown headings are in use
}

// Line returns the text of line i.
func (t *Text) Line(i int) string { return t.Slice(t.Lines[i].Span) }

// Slice returns the text of s.
func (t *Text) Slice(s document.Span) string { return t.Source[s.Start:s.End] }

// Sort tells what the lines are: furniture, code, pieces of paragraphs. skip are
// further lines, word for word, that are furniture.
func (t *Text) Sort(skip []string) {
	t.fences()
	t.furniture(skip)
	t.Wrapped = t.isWrapped()
	t.Hashes = t.usesHashes()
}

// Cut cuts a text at line ends of every system; blank lines only leave their
// mark on the line that follows.
func Cut(source string) *Text {
	var lines []Line
	gap, page := true, false
	for at := 0; at < len(source); {
		end, next := lineEnd(source, at)
		raw := source[at:end]
		body := strings.TrimLeftFunc(raw, heading.Blank)
		lead := raw[:len(raw)-len(body)]
		page = page || strings.Contains(lead, "\f")
		start := at + len(lead)
		body = strings.TrimRightFunc(body, heading.Blank)
		if body == "" {
			gap = true
		} else {
			span := document.Span{Start: start, End: start + len(body)}
			lines = append(lines, Line{Span: span, Indent: utf8.RuneCountInString(lead), Gap: gap || page, Page: page})
			gap, page = false, false
		}
		at = next
	}
	return &Text{Source: source, Lines: lines}
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
func (t *Text) isWrapped() bool {
	full, open, long := 0, 0, 0
	for i := range t.Lines {
		s := t.Line(i)
		if len(s) > wrappedWidth && utf8.RuneCountInString(s) > wrappedWidth {
			long++
		}
		if i+1 == len(t.Lines) || t.Lines[i+1].Gap || len(s) <= minFull || listItem(t.Line(i+1)) {
			continue
		}
		full++
		if !heading.Stopped(s) && !strings.ContainsAny(s[len(s)-1:], ":;") {
			open++
		}
	}
	return open*2 > full && long*20 <= len(t.Lines)
}

// fences marks the lines of Markdown code blocks, where nothing is a heading.
func (t *Text) fences() {
	in := false
	for i := range t.Lines {
		s := t.Line(i)
		fence := strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~")
		t.Lines[i].Code = in || fence
		if fence {
			in = !in
		}
	}
}

// usesHashes reports Markdown headings: "# " in prose or in a shell comment
// happens once, in headings again and again.
func (t *Text) usesHashes() bool {
	n, blankAfter := 0, 0
	for i := range t.Lines {
		s := t.Line(i)
		if strings.HasPrefix(s, "#") && !t.Lines[i].Code {
			if _, ok := heading.Read(s); ok {
				n++
				if i+1 == len(t.Lines) || t.Lines[i+1].Gap || t.Lines[i].Gap {
					blankAfter++
				}
			}
		}
	}
	return n > 0 && blankAfter*2 >= n
}
