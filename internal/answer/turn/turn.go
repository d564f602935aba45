package turn

import (
	"cmp"
	"slices"
	"strconv"

	"pincite/internal/answer/contents"
	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/about"
	"pincite/internal/question/step"
	"pincite/internal/question/structure"
)

// A Turn is one earlier exchange of the same conversation.
type Turn struct {
	Document string            // name of the document that answered; empty if not known
	Digest   string            // of its text; empty if not known
	Question question.Question // as it was read
	Sections []string          // ids of the sections that were cited, best first
	Quoted   document.Span     // what was quoted of the first; empty if not known
}

// A Reader reads messages about one document, given the earlier turns, oldest first.
type Reader struct {
	doc    *document.Document
	parser *question.Parser
}

// NewReader returns the reader of a document, whose parser has read the messages.
func NewReader(d *document.Document, p *question.Parser) *Reader { return &Reader{doc: d, parser: p} }

// Read returns the question that q is after the turns. What only looks as if it were asked
// of the document, or of a section that nobody has named, is searched for.
func (r *Reader) Read(q question.Question, turns []Turn) question.Question {
	q = r.again(q, turns)
	if ref, ok := r.step(q.Step, turns); ok {
		q.Kind, q.Refs, q.Topic, q.Outline = question.Lookup, []locate.Ref{ref}, "", structure.None
	}
	if _, shown := r.Current(step.None, turns); ofWhatWasSpoken(q, turns) || !shown && ofNothing(q) {
		q.Kind, q.Refs, q.Topic = question.Search, nil, cmp.Or(q.Topic, q.Text)
	}
	return q
}

// ofWhatWasSpoken reports whether "how long is it?" is asked of something in the
// document that the turn before was about, not of the document.
func ofWhatWasSpoken(q question.Question, turns []Turn) bool {
	return q.Kind == question.Metadata && q.Meta == about.Length && q.Follow && len(turns) > 0 && turns[len(turns)-1].Question.Kind != question.Metadata
}

// ofNothing reports whether q names a sentence, and no section that it is of.
func ofNothing(q question.Question) bool {
	return q.Kind == question.Lookup && len(q.Refs) == 1 && q.Refs[0].Role == locate.Sentence && q.Refs[0].In == nil
}

// again returns the question that q asks after the last one: that one of other sections
// ("and in part 2?"), for the names or the number of what was spoken of ("how many are
// there?"), with another number ("no, I meant a 13 year old"), or of something else ("and
// fees?"). Elsewhere it is q.
func (r *Reader) again(q question.Question, turns []Turn) question.Question {
	if len(turns) == 0 {
		return q
	}
	out := turns[len(turns)-1].Question
	if asked, ok := r.parser.Revalued(&q, out.Text); ok && out.Kind == question.Search && len(out.Refs) == 0 {
		return r.parser.Parse(asked, question.Context{Language: out.Language})
	}
	out.Text, out.Parts, out.Asked, out.Follow = q.Text, nil, "", false
	switch last := out.Kind; {
	case q.Again == question.AgainIn && last == question.Lookup:
		ref, ok := r.likeIn(q, turns)
		if !ok {
			return q
		}
		out.Refs = []locate.Ref{ref}
	case q.Also != "" && last == question.Mentions:
		out.Topic, out.Else = q.Also, ""
	case q.Again == question.AgainIn && (last == question.Search || last == question.Mentions):
		out.Refs = q.Refs
	case last == question.Outline && r.likewise(&q, out):
		out.Refs = q.Refs
	case q.Again == question.AgainWhich && last == question.Outline && out.Outline == structure.Count:
		out.Outline = structure.List
	case q.Again == question.AgainCount && last == question.Outline && out.Outline != structure.Parent:
		out.Outline = structure.Count
	case q.Again == question.AgainCount && last == question.Mentions:
	case q.Again == question.AgainCount && last == question.Search:
		out, out.Kind = q, question.Search
	default:
		return q
	}
	return out
}

// likewise reports whether q names a section of which what last asked about the structure
// can be asked: "and in part 2?"; "and part 2?", or "and 2?", after a question about part 1.
func (r *Reader) likewise(q *question.Question, last question.Question) bool {
	if len(q.Refs) != 1 {
		return false
	}
	ref := q.Refs[0]
	if bare := ref.Rule == "number" && ref.Kind == "" && ref.In == nil && !ref.Ordinal; bare && q.Follow && len(last.Refs) == 1 {
		ref.Kind = last.Refs[0].Kind
		r.parser.Resolve(&ref)
	}
	if len(ref.Sections) != 1 || !contents.Holds(r.doc, ref.Sections[0], last.Level) {
		return false
	}
	alike := q.Kind == question.Lookup && q.Follow && len(last.Refs) == 1 && last.Refs[0].Kind == ref.Kind
	if q.Again != question.AgainIn && (!alike || last.Level == "" || last.Outline == structure.Parent) {
		return false
	}
	q.Refs = []locate.Ref{ref}
	return true
}

// likeIn returns what is called in the section that q names as the section shown last is in
// one of the same kind: "and in chapter 8?", after Section 3 of Chapter 7.
func (r *Reader) likeIn(q question.Question, turns []Turn) (locate.Ref, bool) {
	at, ok := r.Current(step.Next, turns)
	if !ok || len(q.Refs) != 1 || len(q.Refs[0].Sections) != 1 {
		return locate.Ref{}, false
	}
	in := q.Refs[0].Sections[0]
	var steps []document.Designation // up from the section shown last
	for up := at; ; up = r.doc.Sections[up].Parent {
		if up < 0 || up == in {
			return locate.Ref{}, false
		}
		if r.doc.Sections[up].Kind == r.doc.Sections[in].Kind {
			break
		}
		steps = append(steps, r.doc.Sections[up].Designation)
	}
	for _, step := range slices.Backward(steps) {
		kids := r.doc.Children(in)
		n := slices.IndexFunc(kids, func(i int) bool { return !step.IsZero() && r.doc.Sections[i].Designation.Normal == step.Normal })
		if n < 0 {
			return locate.Ref{}, false
		}
		in = kids[n]
	}
	return locate.Ref{Rule: "title", Sections: []int{in}}, len(steps) > 0
}

// Listed returns the section that "the second one" means after several that were shown,
// or after one that has sections below it.
func (r *Reader) Listed(q question.Question, turns []Turn) (int, bool) {
	if len(turns) == 0 || len(q.Refs) != 1 || q.Corrects {
		return 0, false
	}
	ref, last := q.Refs[0], turns[len(turns)-1]
	if ref.Kind != "" || ref.In != nil || ref.Role != locate.NoRole || !ref.Ordinal && !ref.FromEnd || ref.From != ref.To {
		return 0, false
	}
	in := r.shown(last)
	n, err := strconv.Atoi(ref.From)
	if ref.FromEnd {
		n = len(in) + 1 - n
	}
	if err != nil || n < 1 || n > len(in) {
		return 0, false
	}
	return in[n-1], true
}

// shown returns the sections among which one of those of a turn is the first: a list, or
// what is below the one that was looked up.
func (r *Reader) shown(last Turn) (in []int) {
	switch k := last.Question.Kind; {
	case k != question.Mentions && k != question.Lookup && k != question.Outline || last.Question.Outline == structure.Contents:
		return nil
	}
	for _, id := range last.Sections {
		if i, ok := r.doc.ByID(id); ok {
			in = append(in, i)
		}
	}
	if len(in) == 1 && last.Question.Kind != question.Mentions {
		return r.doc.Children(in[0])
	}
	return in
}

// Current is the section that the conversation was at last: the last of several
// that were shown, to go on from.
func (r *Reader) Current(m step.Move, turns []Turn) (int, bool) {
	for n := len(turns) - 1; n >= 0; n-- {
		ids := turns[n].Sections
		if m == step.Next && len(ids) > 1 && turns[n].Question.Kind == question.Lookup {
			ids = ids[len(ids)-1:]
		}
		for _, id := range ids {
			if i, ok := r.doc.ByID(id); ok {
				return i, true
			}
		}
	}
	return 0, false
}

// Language is the question's language, or, where its words do not tell, that of the
// question before, or the document's own.
func Language(q question.Question, turns []Turn, own string) string {
	if q.Language != "und" && q.Language != "" {
		return q.Language
	}
	for i := len(turns) - 1; i >= 0; i-- {
		if l := turns[i].Question.Language; l != "und" && l != "" {
			return l
		}
	}
	return own
}
