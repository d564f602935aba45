package sentence

import (
	"strings"

	"pincite/internal/document"
)

// termEnds are the marks behind a term where a glossary goes on with what they mean.
var termEnds = []string{" – ", " — ", " - ", ": ", "："}

// maxTerm is the length in bytes of the longest term of a glossary.
const maxTerm = 80

// Term returns what the sentence at span explains as the entry of a glossary does, "Season –
// from April to October": the words before the dash or the colon, or on a line of their own;
// "" if it is no entry.
func Term(d *document.Document, span document.Span) string {
	s := d.Plain(span)
	end := -1
	if line := strings.IndexByte(s, '\n'); span.Start == 0 || d.Text[span.Start-1] == '\n' {
		end = line // a short line that begins a paragraph is broken on purpose
	}
	for _, mark := range termEnds {
		if at := strings.Index(s, mark); at >= 0 && (end < 0 || at < end) {
			end = at
		}
	}
	if end <= 0 || end > maxTerm {
		return ""
	}
	return s[:end]
}
