package library

import (
	"cmp"
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"pincite/internal/answer"
	"pincite/internal/rescue"
)

// Changes are what a [Library.Reload] has changed: names of documents, and what
// could not be read. A document that could not is kept as it was.
type Changes struct {
	Added, Changed, Removed []string
	Broken                  []error
	Skipped                 []error  // files that no document was read from before, either; each is told once
	Doubts                  []string // about the outlines of what was added or changed, one line each
}

// None reports whether every document is as it was.
func (c Changes) None() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }

// Reload reads the sources anew, which should be those of [Open], and puts what has
// changed in the place of what there was, all at once. What has not changed, or
// cannot be read now, is kept. It returns when the questions that were under way on
// the old documents have ended. If it fails nothing has changed. Where questions come
// meanwhile it takes its time, so that they have the processors.
func (l *Library) Reload(ctx context.Context, sources ...Source) (Changes, error) {
	return l.reload(ctx, sources, false)
}

// Refresh is Reload of the documents alone whose files have another size or time than
// when they were read.
func (l *Library) Refresh(ctx context.Context, sources ...Source) (Changes, error) {
	return l.reload(ctx, sources, true)
}

func (l *Library) reload(ctx context.Context, sources []Source, stamped bool) (Changes, error) {
	l.swapping.Lock()
	defer l.swapping.Unlock()
	g := gathering{before: l.current(), warm: l.warm.Load(), stamped: stamped, pace: &l.pace}
	docs, err := g.documents(ctx, sources)
	if err == nil && (!g.changes.None() || len(g.changes.Skipped) > 0) {
		err = l.swap(docs)
	}
	if err != nil {
		return Changes{}, errors.Join(err, g.discard())
	}
	return g.changes, nil
}

// open opens the sources, all or none.
func open(ctx context.Context, sources []Source) (*documents, error) {
	g := gathering{before: &documents{}, strict: true, pace: &pacer{asked: func() int64 { return 0 }}}
	docs, err := g.documents(ctx, sources)
	if err != nil {
		return nil, errors.Join(err, g.discard())
	}
	return docs, nil
}

// A gathering opens documents, and keeps those of before that have not changed.
type gathering struct {
	before  *documents
	warm    bool // index at once what is otherwise indexed when it is needed
	strict  bool // fail where a source cannot be read
	stamped bool // read no files that are as they were by their stamp
	pace    *pacer
	all     []*entry
	opened  []*entry // those of all that are not of before
	skipped []error
	changes Changes
}

// documents opens the sources in their order. A source that cannot be read as a
// whole is broken.
func (g *gathering) documents(ctx context.Context, sources []Source) (*documents, error) {
	for _, s := range sources {
		if err := g.source(ctx, s); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	for _, e := range g.before.all {
		if !slices.ContainsFunc(g.all, func(now *entry) bool { return now.doc.Name == e.doc.Name }) {
			g.changes.Removed = append(g.changes.Removed, e.doc.Name)
		}
	}
	docs, err := arrange(g.all)
	if err != nil {
		return nil, err
	}
	docs.skipped = g.skipped
	return docs, nil
}

// source opens the documents of a source; where it cannot be read those of before
// stay.
func (g *gathering) source(ctx context.Context, s Source) error {
	all, err := s.read(ctx, func(ctx context.Context, path string) attempt { return g.load(ctx, s, path) })
	if err == nil {
		err = none(s.Name, all)
	}
	if err != nil && g.strict {
		return err
	}
	if err != nil {
		g.changes.Broken = append(g.changes.Broken, err)
		for _, e := range g.before.all {
			if e.source == s.Name {
				g.all = append(g.all, e)
			}
		}
		return nil
	}
	for _, r := range all {
		if err := g.document(ctx, s, r); err != nil {
			return err
		}
	}
	return nil
}

// load reads the document at a path, unless its files are as they were.
func (g *gathering) load(ctx context.Context, s Source, path string) (a attempt) {
	stamp := stampOf(s.FS, path, time.Now())
	if old := g.before.from(s.Name, path); g.stamped && old != nil && stamp != "" && stamp == old.stamp {
		return attempt{path: path, same: old}
	}
	if err := g.pace.do(ctx, func() { a = s.load(ctx, path) }); err != nil {
		return attempt{path: path, err: err}
	}
	a.stamp = stamp
	return a
}

// document opens one document, unless it is what it was.
func (g *gathering) document(ctx context.Context, s Source, r attempt) error {
	old := g.before.from(s.Name, r.path)
	switch {
	case r.same != nil:
		g.all = append(g.all, r.same)
		return nil
	case r.err != nil && old == nil:
		g.skip(r.err)
		return nil
	case r.err != nil:
		g.changes.Broken = append(g.changes.Broken, r.err)
		g.all = append(g.all, old)
		return nil
	}
	if old != nil && reflect.DeepEqual(old.notes, r.bundle.Annotations) && reflect.DeepEqual(old.doc, r.bundle.Document) {
		old.stamp = r.stamp
		g.all = append(g.all, old)
		return nil
	}
	var e *entry
	var err error
	if paced := g.pace.do(ctx, func() { e, err = g.open(ctx, s, r) }); paced != nil || err != nil {
		return cmp.Or(paced, naming(r.path, err))
	}
	g.changes.Doubts = append(g.changes.Doubts, e.doubts...)
	if g.before.named(e.doc.Name) != nil {
		g.changes.Changed = append(g.changes.Changed, e.doc.Name)
	} else {
		g.changes.Added = append(g.changes.Added, e.doc.Name)
	}
	return nil
}

// open makes what answers from a document that was read. It fails for one that the program
// panics over.
func (g *gathering) open(ctx context.Context, s Source, r attempt) (e *entry, err error) {
	defer rescue.Into(&err)
	b := r.bundle
	a, err := answer.New(ctx, answer.Options{Document: b.Document, Annotations: b.Annotations, Cache: b.Cache, Progress: s.indexing()})
	if err != nil {
		return nil, err
	}
	e = newEntry(a)
	e.source, e.path, e.stamp, e.notes = s.Name, r.path, r.stamp, b.Annotations
	for _, w := range b.Warnings {
		e.doubts = append(e.doubts, e.doc.Name+": "+w)
	}
	g.all, g.opened = append(g.all, e), append(g.opened, e)
	if g.warm {
		err = e.Warm()
	}
	return e, err
}

// skip leaves out a file that cannot be read.
func (g *gathering) skip(err error) {
	g.skipped = append(g.skipped, err)
	if !slices.ContainsFunc(g.before.skipped, func(told error) bool { return told.Error() == err.Error() }) {
		g.changes.Skipped = append(g.changes.Skipped, err)
	}
}

// discard closes what was opened for nothing.
func (g *gathering) discard() error {
	var errs []error
	for _, e := range g.opened {
		errs = append(errs, e.Close())
	}
	return errors.Join(errs...)
}
