package draft

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"pincite/internal/annotation"
	"pincite/internal/document"
	"pincite/internal/model"
	"pincite/internal/text"
)

// A Job is the writing of finding aids for one document.
type Job struct {
	Document  *document.Document
	Dir       string          // the document's folder, where the annotations stand
	Completer model.Completer // whom to ask
	Model     string          // its name, for the record
	Date      string          // of today, ISO 8601, for the record
	Languages []string        // of the aids, beside the document's own
	Passes    int             // 1 to MaxPasses: as how many kinds of people to ask
	Parallel  int             // calls at once, 1 or more
	Again     bool            // ask about all sections, also those that have not changed

	// Find returns the sections that may answer a question, best first.
	Find func(ctx context.Context, question string) ([]int, error)

	// Progress is told how far the job is, each time that a section is done;
	// nil for nobody.
	Progress func(Progress)
}

// Progress tells how far a job is. A section counts once for each language.
type Progress struct {
	Done, All int
	Section   string // that was done last
	Language  string
	Failed    error // what went wrong with it
	Usage     model.Usage
}

// A Report tells what a job has done.
type Report struct {
	Asked     int // sections asked about, once for each language
	Unchanged int // sections that were up to date
	Failed    []Failure
	Kept      int            // entries
	Dropped   map[string]int // entries that were not kept, by reason
	Usage     model.Usage
}

// A Failure is a section without usable aids.
type Failure struct {
	Section, Language string
	Err               error
}

// A task is a section to be asked about in one language.
type task struct {
	section  int
	file     *file
	done     int  // passes that need no asking
	fresh    bool // nothing that the model wrote earlier holds
	existing []annotation.Entry
}

// An outcome is what came of one pass of a task.
type outcome struct {
	task    task
	result  *result // nil for an error
	err     error
	last    bool // the task is done
	usage   model.Usage
	dropped map[string]int
}

// plan returns what is to be asked, and the number of sections that are up to date.
func (j *Job) plan() (tasks []task, files []*file, unchanged int, err error) {
	languages := []string{j.Document.Meta.Language}
	for _, l := range j.Languages {
		if l = text.Base(l); !slices.Contains(languages, l) {
			languages = append(languages, l)
		}
	}
	for _, language := range languages {
		f, a, err := j.openFile(language)
		if err != nil {
			return nil, nil, 0, err
		}
		files = append(files, f)
		have := map[string]annotation.Section{}
		for _, s := range a.Sections {
			have[s.ID] = s
		}
		for i := range j.Document.Sections {
			if len(units(j.Document, i)) == 0 {
				continue
			}
			if t := j.task(i, f, have[j.Document.Sections[i].ID]); t.done < j.Passes {
				tasks = append(tasks, t)
			} else {
				unchanged++
			}
		}
	}
	return tasks, files, unchanged, nil
}

func (j *Job) task(i int, f *file, s annotation.Section) task {
	t := task{section: i, file: f, existing: s.Entries()}
	switch r := s.Drafted; {
	case r != nil && r.Digest == digest(j.Document, i) && !j.Again:
		t.done = r.Passes
	case r != nil:
		wrote := s.Written()
		t.fresh, t.existing = true, s.Filter(func(e annotation.Entry) bool { return !wrote.Has(e) }).Entries()
	}
	return t
}

// Run asks about all sections that need it and writes what comes of it into the
// annotations files. When ctx ends, or the server fails, what has come so far is
// kept, and a later Run goes on from there; the report holds in either case. The
// error of ctx is returned only where all that has come is written.
func (j *Job) Run(ctx context.Context) (Report, error) {
	tasks, files, unchanged, err := j.plan()
	if err != nil {
		return Report{}, err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	c := &collector{job: j, all: len(tasks), saved: time.Now()}
	c.report.Unchanged, c.report.Dropped = unchanged, map[string]int{}
	for o := range j.work(ctx, tasks) {
		if err := c.take(o); err != nil {
			stop(err)
		}
	}
	for _, f := range files {
		err = errors.Join(err, j.save(f))
	}
	if err == nil {
		err = context.Cause(ctx)
	}
	for _, f := range files {
		if err == nil && c.report.Asked > 0 {
			err = j.rewrite(f, func(a *annotation.Aids) map[string]annotation.Section { return tidy(j.Document, a) })
		}
	}
	return c.report, err
}

// work does the tasks, several at once, and closes the channel when all are done or
// ctx has ended.
func (j *Job) work(ctx context.Context, tasks []task) <-chan outcome {
	queue, out := make(chan task), make(chan outcome)
	go func() {
		defer close(queue)
		for _, t := range tasks {
			select {
			case queue <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	var wait sync.WaitGroup
	for range max(j.Parallel, 1) {
		wait.Go(func() {
			for t := range queue {
				j.do(ctx, t, out)
			}
		})
	}
	go func() {
		wait.Wait()
		close(out)
	}()
	return out
}

// do does the passes of a task, each with an outcome.
func (j *Job) do(ctx context.Context, t task, out chan<- outcome) {
	for pass := t.done + 1; pass <= j.Passes && ctx.Err() == nil; pass++ {
		o := j.pass(ctx, t, pass)
		o.last = pass == j.Passes || o.err != nil
		if o.result != nil {
			t.existing = append(t.existing, o.result.aids.Entries()...)
			t.fresh = false
		}
		out <- o
		if o.err != nil {
			return
		}
	}
}

// How often files are written: what a crash may cost.
const saveEvery = 3 * time.Second

// maxRow is how many sections may fail one after the other, before the model is
// thought to be at fault.
const maxRow = 8

// A collector gathers outcomes.
type collector struct {
	job       *Job
	report    Report
	done, all int
	row       int // failures since the last success
	saved     time.Time
}

// take adds an outcome. An error ends the job.
func (c *collector) take(o outcome) error {
	id := c.job.Document.Sections[o.task.section].ID
	r := &c.report
	r.Usage = r.Usage.Add(o.usage)
	for reason, n := range o.dropped {
		r.Dropped[reason] += n
	}
	switch {
	case o.err != nil && !errors.Is(o.err, model.ErrReply):
		return o.err
	case o.err != nil:
		c.row++
		r.Failed = append(r.Failed, Failure{id, o.task.file.language, o.err})
	default:
		c.row = 0
		r.Kept += len(o.result.aids.Entries())
		o.task.file.pending[id] = append(o.task.file.pending[id], *o.result)
	}
	if o.last {
		c.done++
		r.Asked++
	}
	if p := c.job.Progress; p != nil {
		p(Progress{c.done, c.all, id, o.task.file.language, o.err, r.Usage})
	}
	if c.row == maxRow {
		return fmt.Errorf("the model failed at %d sections one after the other: %w", maxRow, o.err)
	}
	if time.Since(c.saved) < saveEvery {
		return nil
	}
	c.saved = time.Now()
	return c.job.save(o.task.file)
}
