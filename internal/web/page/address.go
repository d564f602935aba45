package page

import (
	"net/url"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// Fragment returns the address of sentences with a text fragment for their
// words, or that of the section as a whole.
// See https://wicg.github.io/scroll-to-text-fragment/.
func Fragment(d *document.Document, i int, at reply.Sentences) string {
	span, ok := at.Span(d, i)
	if !ok {
		return d.Address(i, reply.Sentences{})
	}
	return d.Address(i, at) + directive(d, span)
}

// Sentence returns the address of sentence n, from 1, of section i with a text
// fragment; span is its place.
func Sentence(d *document.Document, i, n int, span document.Span) string {
	return d.Address(i, reply.Sentences{n, n}) + directive(d, span)
}

func directive(d *document.Document, span document.Span) string {
	return ":~:text=" + textFragment(d.Plain(span))
}

// edgeWords at either end of a sentence tell it from every other one of its
// section, as a rule; the browser takes the first that fits.
const edgeWords = 5

// textFragment names a stretch of text by its first and last words. A text
// without spaces, such as Chinese, is named in whole.
func textFragment(s string) string {
	words := strings.Fields(s)
	if len(words) <= 2*edgeWords {
		return fragmentEscape(strings.Join(words, " "))
	}
	return fragmentEscape(strings.Join(words[:edgeWords], " ")) + "," +
		fragmentEscape(strings.Join(words[len(words)-edgeWords:], " "))
}

// fragmentEscape encodes what a text fragment gives a meaning to: "&", "," and
// "-", besides what an address does.
func fragmentEscape(s string) string { return fragmentSigns.Replace(url.QueryEscape(s)) }

var fragmentSigns = strings.NewReplacer("+", "%20", "-", "%2D")

// Named returns the path and the title of section i: "Part 1 › Measure 2: Improve".
func Named(d *document.Document, i int) string {
	name := strings.Join(d.Path(i), " › ")
	if t := d.Title(i); t != "" {
		name += ": " + t
	}
	return name
}
