package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A Watcher watches files and folders. Make it with [New] before they are read, so that
// no change is missed, and run it with [Watcher.Run].
type Watcher struct {
	paths []string
	quiet time.Duration
	hints *fsnotify.Watcher
	seen  string // the state of the paths that was told last
}

// patience is how many times the quiet it takes until a change is told though there is no
// quiet: one file that is written all the time must not keep those beside it as they were.
const patience = 20

// deepest is how many folders below a path are watched: a folder of documents holds
// folders of one document each.
const deepest = 2

// New returns a watcher of what is at the paths: files, and folders with what is in
// them. A change is told when the paths have been quiet for so long, or twenty times as
// long after the first of changes that go on. Close frees what it takes from the system.
func New(paths []string, quiet time.Duration) (*Watcher, error) {
	hints, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch files: %w", err)
	}
	w := &Watcher{paths: paths, quiet: quiet, hints: hints}
	if err := w.follow(); err != nil {
		return nil, errors.Join(err, hints.Close())
	}
	w.seen = w.state()
	return w, nil
}

// Close frees what the watcher takes from the system. Run then returns.
func (w *Watcher) Close() error { return w.hints.Close() }

// follow watches the folder of each path, and every folder at it.
func (w *Watcher) follow() error {
	var errs []error
	for _, path := range w.paths {
		if err := w.hints.Add(filepath.Dir(path)); err != nil {
			errs = append(errs, fmt.Errorf("watch %s: %w", path, err))
		}
		walk(path, func(name string, info fs.FileInfo) {
			if info.IsDir() {
				if err := w.hints.Add(name); err != nil {
					errs = append(errs, fmt.Errorf("watch %s: %w", name, err))
				}
			}
		})
	}
	return errors.Join(errs...)
}

// walk visits what is at a path, as deep as is watched. Links are followed, and what
// cannot be read is left out.
func walk(path string, visit func(name string, info fs.FileInfo)) { walkTo(path, deepest, visit) }

func walkTo(path string, depth int, visit func(name string, info fs.FileInfo)) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	visit(path, info)
	if !info.IsDir() || depth == 0 {
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			walkTo(filepath.Join(path, e.Name()), depth-1, visit)
		}
	}
}

// state sums up the files at the paths.
func (w *Watcher) state() string {
	var lines []string
	for _, path := range w.paths {
		walk(path, func(name string, info fs.FileInfo) {
			if !info.IsDir() {
				lines = append(lines, fmt.Sprintf("%s %d %d", name, info.Size(), info.ModTime().UnixNano()))
			}
		})
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// Run calls changed, never twice at once, whenever what is at the paths has changed.
// It returns when ctx ends, with nil, or when the system tells no more.
func (w *Watcher) Run(ctx context.Context, changed func()) error {
	timer := time.NewTimer(w.quiet) // what happened since New is a change, too
	defer timer.Stop()
	latest := time.Now().Add(patience * w.quiet)
	for waits := true; ; {
		ok := true
		select {
		case <-ctx.Done():
			return nil
		case _, ok = <-w.hints.Events:
		case _, ok = <-w.hints.Errors: // hints were lost, so that there is reason to look
		case <-timer.C:
			w.look(changed)
			waits = false
			continue
		}
		if !ok {
			return errors.New("watch files: the watcher was closed")
		}
		if !waits {
			waits, latest = true, time.Now().Add(patience*w.quiet)
		}
		timer.Reset(min(w.quiet, time.Until(latest)))
	}
}

// look tells of a change if there is one. Folders that are new are watched from then
// on; one that cannot be is tried again at the next hint.
func (w *Watcher) look(changed func()) {
	_ = w.follow()
	now := w.state()
	if now == w.seen {
		return
	}
	w.seen = now
	changed()
}
