package eval

import (
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
)

// OutlineID stands in a question set for a reply about the structure of the
// document rather than for a section of it.
const OutlineID = "outline"

// An Outcome is one judged question with the answer that it got.
type Outcome struct {
	Judged
	Kind     answer.Kind
	Got      []string // sections cited, best first; OutlineID for an outline
	Quote    string   // of the first citation
	Hit1     bool     // the first citation is right; a lookup of several has all of them in order
	Hit3     bool     // one of the first three is
	Rank     float64  // 1/rank of the first right citation, 0 for none
	Quoted   bool     // the first citation's quote overlaps a passage that answers
	Refused  bool     // answerable, but the reply was closest, none or help
	Confides bool     // not answerable, but the reply was none of these
}

// Judge holds an answer against what the question set says of it.
func Judge(d *document.Document, j Judged, a answer.Answer) Outcome {
	o := Outcome{Judged: j, Kind: a.Kind, Got: cited(a)}
	abstained := a.Kind == answer.KindClosest || a.Kind == answer.KindNone || a.Kind == answer.KindHelp
	if !j.Answerable {
		o.Confides = !abstained && !allTolerable(o.Got, j.Also)
		return o
	}
	o.Refused = abstained
	for i, id := range o.Got {
		if !slices.Contains(j.Sections, id) {
			continue
		}
		o.Hit3 = o.Hit3 || i < 3
		if o.Rank == 0 {
			o.Rank = 1 / float64(i+1)
		}
	}
	o.Hit1 = o.Rank == 1
	if j.Type == "lookup" && len(j.Sections) > 1 {
		o.Hit1 = slices.Equal(o.Got, j.Sections)
	}
	if len(a.Citations) > 0 {
		o.Quote = a.Citations[0].Quote
		o.Quoted = overlapsAny(d, a.Citations[0].Span, j.Quotes)
	}
	return o
}

// cited returns the ids of the sections that an answer cites, each once.
func cited(a answer.Answer) []string {
	var out []string
	if a.Kind == answer.KindOutline {
		out = append(out, OutlineID)
	}
	for _, c := range a.Citations {
		if !slices.Contains(out, c.ID) {
			out = append(out, c.ID)
		}
	}
	return out
}

// allTolerable reports whether an answer to what the document does not say
// shows only what the set tolerates.
func allTolerable(got, also []string) bool {
	for _, id := range got {
		if !slices.Contains(also, id) {
			return false
		}
	}
	return len(got) > 0
}

// overlapsAny reports whether span shares a byte with one of the passages,
// white space aside.
func overlapsAny(d *document.Document, span document.Span, passages []string) bool {
	for _, p := range passages {
		for _, at := range places(d.Text, p) {
			if at.Overlaps(span) {
				return true
			}
		}
	}
	return false
}

// places finds every place of passage in text, taking any run of white space
// for any other.
func places(text, passage string) []document.Span {
	words := strings.Fields(passage)
	if len(words) == 0 {
		return nil
	}
	var out []document.Span
	for at := 0; ; {
		i := strings.Index(text[at:], words[0])
		if i < 0 {
			return out
		}
		start := at + i
		if end, ok := follow(text, start, words); ok {
			out = append(out, document.Span{Start: start, End: end})
		}
		at = start + len(words[0])
	}
}

// follow reports where words end when they stand in text from start on.
func follow(text string, start int, words []string) (end int, ok bool) {
	rest := text[start:]
	for i, w := range words {
		if i > 0 {
			rest = strings.TrimLeft(rest, " \t\r\n\u00a0\u3000")
		}
		if !strings.HasPrefix(rest, w) {
			return 0, false
		}
		rest = rest[len(w):]
	}
	return len(text) - len(rest), true
}
