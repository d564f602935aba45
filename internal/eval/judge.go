package eval

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"pincite/internal/answer"
	"pincite/internal/confidence"
	"pincite/internal/document"
)

// outlineID is how a question set writes a reply about the structure of the
// document rather than for a section of it.
const outlineID = "outline"

// An Outcome is one judged question with the answer that it got.
type Outcome struct {
	Judged
	Kind     answer.Kind
	Got      []string // sections cited, best first; outlineID before them for an outline
	Hit1     bool     // the first is right; a lookup of several has all of them in order
	Hit3     bool     // one of the first three is
	Rank     float64  // 1/rank of the first that is right, 0 for none
	Quoted   bool     // the quote of the first citation, or of any in an outline, overlaps a passage that answers
	Refused  bool     // answerable, but the reply was closest, none or help
	Confides bool     // not answerable, but the reply was none of these
	Complete bool     // a list that cites all passages named and nothing else

	Confidence float64
	Features   confidence.Features // zero where nothing was searched for

	Took time.Duration // time for the answer; 0 if it was not measured
}

// judge holds an answer against what the question set says of it. The rules are
// in the comment on the package.
func judge(d *document.Document, j Judged, a answer.Answer) Outcome {
	o := Outcome{Judged: j, Kind: a.Kind, Got: Cited(a), Confidence: a.Confidence, Features: a.Features}
	if !j.Answerable {
		tolerable := j.Type == typeHostile && allTolerable(o.Got, j.Also)
		o.Confides = !Abstains(a.Kind) && !tolerable
		return o
	}
	o.Refused = Abstains(a.Kind)
	if j.Type == typeLookup && len(j.Sections) > 1 {
		o.placeAll()
	} else {
		o.placeFirst()
	}
	o.Hit1 = o.Rank == 1
	o.Complete = complete(d, a, j.Quotes)
	for _, c := range shown(a) {
		o.Quoted = o.Quoted || overlapsAny(d, c.Span, j.Quotes)
	}
	return o
}

// shown returns the citations that make up the answer itself: the first, or all
// headings of an outline.
func shown(a answer.Answer) []answer.Citation {
	if a.Kind == answer.KindOutline {
		return a.Citations
	}
	return a.Citations[:min(len(a.Citations), 1)]
}

// Abstains reports whether a reply says that it does not answer.
func Abstains(k answer.Kind) bool {
	return k == answer.KindClosest || k == answer.KindNone || k == answer.KindHelp
}

// placeFirst finds the first right section.
func (o *Outcome) placeFirst() {
	i := slices.IndexFunc(o.Got, func(id string) bool { return slices.Contains(o.Sections, id) })
	if i >= 0 {
		o.Rank, o.Hit3 = 1/float64(i+1), i < 3
	}
}

// placeAll wants every section that was asked for, in order. What is tolerable
// may be among them, below the first place.
func (o *Outcome) placeAll() {
	var got []string
	for i, id := range o.Got {
		if i == 0 || !slices.Contains(o.Also, id) {
			got = append(got, id)
		}
	}
	if slices.Equal(got, o.Sections) {
		o.Rank, o.Hit3 = 1, true
	}
}

// Cited returns the ids of the sections that an answer cites, each once.
func Cited(a answer.Answer) []string {
	var out []string
	if a.Kind == answer.KindOutline {
		out = append(out, outlineID)
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
// wherever they are in the text.
func overlapsAny(d *document.Document, span document.Span, passages []string) bool {
	if span.Empty() {
		return false
	}
	for _, p := range passages {
		for _, at := range places(d, p) {
			if at.Overlaps(span) {
				return true
			}
		}
	}
	return false
}

// places finds every place of passage in a document, as it stands in the source or,
// where it does not, as it is shown: a reader's quotation has no markup in it.
func places(d *document.Document, passage string) []document.Span {
	if out := find(d.Text, passage); len(out) > 0 || len(d.Markup) == 0 {
		return out
	}
	shown := document.Show(d.Text, d.Markup, document.Span{End: len(d.Text)})
	out := find(shown.Text, passage)
	for i, at := range out {
		out[i] = shown.Source(at.Start, at.End)
	}
	return out
}

// find finds every place of passage in text, taking any run of white space for any
// other: a reader's quotation does not keep the line breaks.
func find(text, passage string) []document.Span {
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
		at = start + 1
	}
}

// follow reports where words end when text has them from start on, with
// white space between them.
func follow(text string, start int, words []string) (end int, ok bool) {
	rest := text[start:]
	for i, w := range words {
		if i > 0 {
			trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
			if len(trimmed) == len(rest) {
				return 0, false
			}
			rest = trimmed
		}
		var found bool
		if rest, found = strings.CutPrefix(rest, w); !found {
			return 0, false
		}
	}
	return len(text) - len(rest), true
}
