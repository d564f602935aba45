package service

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"time"

	"pincite/internal/config"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/watch"
)

// quiet is how long the files of the documents must have been left alone before they
// are read anew: copying a folder has pauses of its own.
const quiet = 500 * time.Millisecond

// watchFiles watches the files of the documents; nil where there are none, or the
// system cannot watch them.
func watchFiles(c config.Config, log *slog.Logger) *watch.Watcher {
	var paths []string
	for _, path := range c.Documents {
		if path != "" {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return nil
	}
	w, err := watch.New(paths, quiet)
	if err != nil {
		log.Warn("files are not watched; documents are read anew at SIGHUP", "err", err)
		return nil
	}
	return w
}

// reloads reads documents anew when their files have changed, and all of them at SIGHUP,
// until ctx ends.
func (s *Service) reloads(ctx context.Context, hangups <-chan os.Signal) {
	changed := make(chan struct{})
	var wait sync.WaitGroup
	defer wait.Wait()
	if s.watcher != nil {
		wait.Go(func() {
			err := s.watcher.Run(ctx, func() {
				select {
				case changed <- struct{}{}:
				case <-ctx.Done():
				}
			})
			if err != nil && ctx.Err() == nil {
				s.log.Warn("files are watched no longer; documents are read anew at SIGHUP", "err", err)
			}
		})
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-changed:
			s.reload(ctx, "files have changed", s.library.Refresh)
		case <-hangups:
			s.reload(ctx, "SIGHUP", s.library.Reload)
		}
	}
}

// reload has documents read anew and tells what came of it.
func (s *Service) reload(ctx context.Context, why string, read func(context.Context, ...library.Source) (library.Changes, error)) {
	changes, err := read(ctx, s.sources...)
	if ctx.Err() != nil {
		return
	}
	for _, err := range changes.Broken {
		s.log.Warn("a document cannot be read and stays as it was", "err", err)
	}
	for _, err := range changes.Skipped {
		s.log.Warn("not a document", "err", err)
	}
	for _, doubt := range changes.Doubts {
		s.log.Warn("doubtful", "outline", doubt)
	}
	switch {
	case err != nil:
		s.metrics.Reloaded("failed", len(changes.Broken))
		s.log.Error("documents stay as they were", "why", why, "err", err)
		return
	case changes.None():
		s.metrics.Reloaded("unchanged", len(changes.Broken))
	default:
		s.metrics.Reloaded("changed", len(changes.Broken))
		s.count()
		if s.bot != nil {
			s.bot.DocumentsChanged()
		}
	}
	s.log.Info("documents are read anew", "why", why, "broken", len(changes.Broken), "added", changes.Added,
		"changed", changes.Changed, "removed", changes.Removed)
}

// count tells the metrics what is served.
func (s *Service) count() {
	passages, err := s.library.Passages()
	if err != nil {
		s.log.Warn("passages are not counted", "err", err)
	}
	var all []metrics.Document
	for _, d := range s.library.Documents() {
		all = append(all, metrics.Document{Name: d.Name, Digest: d.Digest()[:12], Sections: len(d.Sections), Bytes: len(d.Text), Passages: passages[d.Name]})
	}
	s.metrics.Documents(all)
}

// follow tells the metrics whom to ask how things are.
func (s *Service) follow() {
	g := metrics.Gauges{QuestionsWaiting: s.gate.Waiting, StoreAnswers: s.store.Answers, Replicas: s.store.Replicas}
	if s.bot != nil {
		g.UpdatesWaiting, g.TelegramAnswers = s.bot.Waiting, s.bot.Answers
	}
	s.metrics.Follow(g)
	s.metrics.Build(s.version)
}
