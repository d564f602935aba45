package lines

import (
	"strconv"
	"strings"

	"pincite/internal/importer/block"
	"pincite/internal/text"
)

// notes marks footnotes in plain text: paragraphs that begin with a number in
// square brackets to which the text refers, and all that is numbered below a rule at the
// foot of a page or of the text.
func (t *Text) notes() {
	t.belowRules()
	calls := map[string]bool{}
	for i := range t.Lines {
		s := t.Line(i)
		if t.Lines[i].Out || t.Lines[i].Kind != block.Text {
			continue
		}
		label := noteLabel(s)
		if label != "" && calls[label] && (t.Lines[i].Gap || i > 0 && t.Lines[i-1].Kind == block.Note) {
			t.Lines[i].Kind = block.Note
			continue
		}
		for at, r := range s {
			if at > 0 && (r == '[' || raised(r)) {
				calls[noteLabel(s[at:])] = true
			}
		}
	}
}

// raised reports a digit above the line.
func raised(r rune) bool { return strings.ContainsRune(text.Superscripts, r) }

// noteLabel returns the raised number, or that in square brackets, without them, that
// begins s; "" if there is none.
func noteLabel(s string) string {
	const longest = 5
	if digits := s[:len(s)-len(strings.TrimLeftFunc(s, raised))]; digits != "" {
		return digits
	}
	if !strings.HasPrefix(s, "[") {
		return ""
	}
	end := strings.IndexByte(s[:min(len(s), longest+1)], ']')
	if end < 2 || strings.Trim(s[1:end], "0123456789") != "" {
		return ""
	}
	return s[1:end]
}

// belowRules marks as notes the paragraphs below a rule of underscores that are numbered
// from 1, or have signs, down to the end of the page or of the text.
func (t *Text) belowRules() {
	for i := range t.Lines {
		if t.Lines[i].Out || t.Lines[i].Kind != block.Text || !underscores(t.Line(i)) {
			continue
		}
		for _, note := range t.notesFrom(i + 1) {
			t.Lines[note].Kind = block.Note
			t.Lines[i].Out = true
		}
	}
}

// underscores reports a rule of them.
func underscores(s string) bool {
	const least = 5
	return len(s) >= least && strings.Trim(s, "_") == ""
}

// notesFrom returns the lines that notes begin with which fill a page from line from on;
// nil if something else is there, too.
func (t *Text) notesFrom(from int) []int {
	const most = 500 // lines
	var out []int
	number, i := 0, from
	for ; i < len(t.Lines) && !(t.Lines[i].Page && i > from); i++ {
		s, l := t.Line(i), &t.Lines[i]
		n, rest, ok := strings.Cut(s, ". ")
		at, err := strconv.Atoi(n)
		switch {
		case l.Kind != block.Text, i-from > most:
			return nil
		case noteLabel(s) != "", strings.HasPrefix(s, "*"), strings.HasPrefix(s, "†"):
			out = append(out, i)
		case ok && err == nil && rest != "" && (at == number+1 || at == 1):
			number = at
			out = append(out, i)
		case l.Gap, i == from, underscores(s):
			return nil
		}
	}
	if i > from && t.Lines[i-1].Span.End-t.Lines[from].Span.Start > t.Lines[from].Span.Start {
		return nil // notes are not longer than what they are to
	}
	return out
}
