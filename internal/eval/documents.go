package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"pincite/internal/annotation"
	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/folder"
	"pincite/internal/library"
)

// A Case is a document with the questions that are judged about it.
type Case struct {
	Name   string
	Bundle *folder.Bundle
	Set    []Judged
}

// questionsName is the question set in a document's folder; beside a bare document
// it is called as the document is, with this after a full stop.
const questionsName = "questions.jsonl"

// ReadCases reads the documents of a folder that have judged questions: folders with
// a questions.jsonl in them, and files NAME.txt with a NAME.questions.jsonl beside
// them, in the order of their names. It is an error if there is none.
func ReadCases(fsys fs.FS) ([]Case, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var out []Case
	for _, e := range entries {
		set := path.Join(e.Name(), questionsName)
		if !e.IsDir() {
			set = strings.TrimSuffix(e.Name(), path.Ext(e.Name())) + "." + questionsName
		}
		if _, err := fs.Stat(fsys, set); err != nil || set == e.Name() {
			continue
		}
		c, err := readCase(fsys, e.Name(), set)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, errors.New("no document in it has judged questions")
	}
	return out, nil
}

func readCase(fsys fs.FS, name, set string) (Case, error) {
	b, err := folder.Load(fsys, name)
	if err != nil {
		return Case{}, err
	}
	f, err := fsys.Open(set)
	if err != nil {
		return Case{}, err
	}
	defer f.Close() // opened to read: nothing is lost
	judged, err := ReadSet(f, set)
	if err != nil {
		return Case{}, err
	}
	c := Case{Name: b.Document.Name, Bundle: b, Set: judged}
	for i := range c.Set {
		c.locate(&c.Set[i])
	}
	return c, nil
}

// locate finds the sections that answer where a set tells only the passages.
func (c *Case) locate(j *Judged) {
	if j.Language == "" {
		j.Language = c.Bundle.Document.Meta.Language
	}
	if len(j.Sections) > 0 {
		return
	}
	d := c.Bundle.Document
	for _, q := range j.Quotes {
		for _, at := range places(d, q) {
			for i := range d.Sections {
				if s := &d.Sections[i]; s.Own.Overlaps(at) && !slices.Contains(j.Sections, s.ID) {
					j.Sections = append(j.Sections, s.ID)
				}
			}
		}
	}
}

// Ask puts the questions of a case to an answerer made for it, with the document's
// finding aids or without them, and with the numbers of p; their zero value means the
// default.
func (c Case) Ask(ctx context.Context, aids bool, p evidence.Params) (out []Outcome, err error) {
	var notes []annotation.Aids
	if aids {
		notes = c.Bundle.Annotations
	}
	a, err := answer.New(ctx, answer.Options{Document: c.Bundle.Document, Annotations: notes, Params: p})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	l, err := library.New(a)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, errors.Join(err, a.Close()))
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	return Ask(ctx, l, c.Set, 1)
}

// complete reports whether a list cites all of the passages that a set names and
// nothing else.
func complete(d *document.Document, a answer.Answer, quotes []string) bool {
	if len(a.Citations) != len(quotes) {
		return false
	}
	for _, q := range quotes {
		if !slices.ContainsFunc(a.Citations, func(c answer.Citation) bool { return overlapsAny(d, c.Span, []string{q}) }) {
			return false
		}
	}
	return true
}

// WriteCase prints the figures of one document: by type of question, how often the
// first section and the first quote are right, how often that is said without a
// hedge, and how often a question without an answer gets one.
func WriteCase(w io.Writer, name string, outcomes []Outcome, misses bool) error {
	rows := map[string]*row{}
	var types []string
	for _, o := range outcomes {
		kind := o.Type
		if !o.Answerable {
			kind = "unanswerable"
		}
		if !o.Answerable && o.Context != "" {
			kind = "no answer, after"
		}
		r := rows[kind]
		if r == nil {
			r = &row{}
			rows[kind] = r
			types = append(types, kind)
		}
		r.add(o)
	}
	slices.Sort(types)
	var b strings.Builder
	for _, t := range types {
		fmt.Fprintf(&b, "%-32s %-16s %s\n", name, t, rows[t])
	}
	for _, o := range outcomes {
		if misses && (o.Confides || o.Answerable && !o.Right()) {
			fmt.Fprintf(&b, "  %s [%s] %s: %s %.2f, %v\n", o.ID, o.Type, o.Question, o.Kind, o.Confidence, o.Got)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// A row counts the outcomes of one type of question.
type row struct {
	n, hit1, hit3, quoted, refused, wrong, complete, confides float64
	answerable                                                bool
}

func (r *row) add(o Outcome) {
	count := func(n *float64, yes bool) {
		if yes {
			*n++
		}
	}
	r.n++
	r.answerable = r.answerable || o.Answerable
	count(&r.hit1, o.Hit1)
	count(&r.hit3, o.Hit3)
	count(&r.quoted, o.Quoted)
	count(&r.refused, o.Refused)
	count(&r.wrong, o.Answerable && !o.Refused && !o.Right())
	count(&r.complete, o.Complete)
	count(&r.confides, o.Confides)
}

// String prints the shares.
func (r *row) String() string {
	if !r.answerable {
		return fmt.Sprintf("%4.0f  false %.2f", r.n, r.confides/r.n)
	}
	return fmt.Sprintf("%4.0f  hit@1 %.2f  hit@3 %.2f  quote %.2f  hedged or refused %.2f  wrong %.2f  complete %.2f",
		r.n, r.hit1/r.n, r.hit3/r.n, r.quoted/r.n, r.refused/r.n, r.wrong/r.n, r.complete/r.n)
}
