package outline

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
)

// Limits on what a text without full stops or line ends gives, so that what is quoted
// and indexed stays readable. Both are in bytes.
const (
	maxSentence  = 4_000
	maxParagraph = 64_000
)

// pieces cuts the sentence t of s where it is longer than maxSentence: at a space, or
// between two letters where there is none.
func pieces(s string, t [2]int) [][2]int {
	var out [][2]int
	for t[1]-t[0] > maxSentence {
		end := t[0] + maxSentence
		if space := strings.LastIndexByte(s[t[0]:end], ' '); space > 0 {
			end = t[0] + space
		}
		for !utf8.RuneStart(s[end]) {
			end--
		}
		out = append(out, [2]int{t[0], end})
		t[0] = end
		for t[0] < t[1] && s[t[0]] == ' ' {
			t[0]++
		}
	}
	return append(out, t)
}

// parts gives a paragraph its sentences, and makes several of one that is longer than
// maxParagraph.
func (c *collector) parts(para document.Paragraph) []document.Paragraph {
	all := c.sentences(para)
	if para.Span.Len() <= maxParagraph || len(all) < 2 {
		para.Sentences = all
		return []document.Paragraph{para}
	}
	var out []document.Paragraph
	end := para.Span.End
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].End-para.Span.Start <= maxParagraph {
			n++
		}
		part := para
		part.Sentences, part.Span.End = all[:n:n], all[n-1].End
		if all = all[n:]; len(all) == 0 {
			part.Span.End = end
		} else {
			para.Span.Start = all[0].Start
		}
		out = append(out, part)
	}
	return out
}
