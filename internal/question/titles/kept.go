package titles

import (
	"fmt"
	"strconv"
	"strings"

	"pincite/internal/document"
)

// form names the form in which titles are kept: the numbers of the sections that are
// annexes on the first line, then a line for each title: its section, the span that it
// stands above, 1 for initials, and its words.
const form = "titles 3"

func (t *Titles) encode() []byte {
	var out []byte
	for i, n := range t.annex {
		if i > 0 {
			out = append(out, ' ')
		}
		out = strconv.AppendInt(out, int64(n), 10)
	}
	out = append(out, '\n')
	for _, x := range t.all {
		short := 0
		if x.short {
			short = 1
		}
		out = fmt.Appendf(out, "%d %d %d %d %s\n", x.section, x.span.Start, x.span.End, short, strings.Join(x.words, " "))
	}
	return out
}

// decode reads what encode wrote of the titles of the same document. It reports whether
// it is that.
func (t *Titles) decode(encoded []byte) bool {
	first, rest, ok := strings.Cut(string(encoded), "\n")
	if !ok {
		return false
	}
	for s := range strings.FieldsSeq(first) {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 || n >= len(t.doc.Sections) {
			return false
		}
		t.annex = append(t.annex, n)
	}
	words := make([]string, 0, strings.Count(rest, " "))
	t.all = make([]title, 0, strings.Count(rest, "\n"))
	for line := range strings.Lines(rest) {
		start := len(words)
		var numbers [4]int
		line = strings.TrimSuffix(line, "\n")
		for i := range numbers {
			number, more, _ := strings.Cut(line, " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				return false
			}
			numbers[i], line = n, more
		}
		for word := range strings.SplitSeq(line, " ") {
			words = append(words, word)
		}
		x := title{words: words[start:len(words):len(words)], section: numbers[0], span: document.Span{Start: numbers[1], End: numbers[2]}, short: numbers[3] == 1}
		if x.section < 0 || x.section >= len(t.doc.Sections) || !x.span.Within(t.doc.Text) {
			return false
		}
		t.all = append(t.all, x)
	}
	return true
}
