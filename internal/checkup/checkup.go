package checkup

import (
	"context"
	"fmt"
	"io"
	"time"

	"pincite/data"
	"pincite/internal/cache"
	"pincite/internal/config"
	"pincite/internal/library"
	"pincite/internal/redact"
	"pincite/internal/service"
	"pincite/internal/text"
)

// Options are what is checked, and how the verbs open it.
type Options struct {
	Config  config.Config
	Sources func() ([]library.Source, error) // of the settings' documents
	Open    func(context.Context, []library.Source) (*library.Library, error)
	Cache   func() *cache.Cache // of what was opened; nil where nothing needs one
	Out     io.Writer
}

// How a checked thing is.
const (
	well   = "ok"
	doubt  = "warn"
	broken = "fail"
	unset  = "off"
)

// A checkup prints a line for each thing that is checked and counts what fails.
type checkup struct {
	Options
	sources       []library.Source // of the settings' documents, each read once
	library       *library.Library // of all of them; nil if they cannot be opened
	opening       time.Duration    // what that took
	unopened      error            // why not
	checks, fails int
}

// say prints a line, as people may see it and without secrets, which may have been put where
// none belongs. What only looks like a key is hidden where settings are quoted: the name of
// a document or of a model may look like one, too.
func (k *checkup) say(state, what, format string, args ...any) {
	k.checks++
	if state == broken {
		k.fails++
	}
	hide := redact.Hide
	if what == "settings" {
		hide = redact.HideLikely
	}
	said := hide(text.Line(fmt.Sprintf(format, args...)))
	fmt.Fprintf(k.Out, "%-5s %-9s %s\n", state, what, said)
}

// Run checks everything, and prints a line for each thing. It fails if one of them does.
func Run(ctx context.Context, o Options) error {
	k := &checkup{Options: o}
	k.open(ctx)
	k.settings(ctx)
	if k.documents(ctx) {
		k.index()
	}
	k.telegram(ctx)
	k.store(ctx)
	k.model(ctx)
	k.voice(ctx)
	if k.library != nil {
		k.unopened = k.library.Close()
	}
	if k.fails > 0 {
		return fmt.Errorf("%d of %s failed", k.fails, text.Count(k.checks, "check"))
	}
	return k.unopened
}

// open makes the documents ready to answer, together.
func (k *checkup) open(ctx context.Context) {
	start := time.Now()
	defer func() { k.opening = time.Since(start) }()
	all, err := k.Sources()
	if err != nil {
		k.unopened = err
		return
	}
	for _, s := range all {
		k.sources = append(k.sources, s.Once())
	}
	if k.library, k.unopened = k.Open(ctx, k.sources); k.unopened == nil {
		k.unopened = k.library.Warm()
	}
}

// settings makes the parts of serve that the settings ask for, without running
// them: they refuse what cannot be. Where there are no documents it does so on the one
// inside the program.
func (k *checkup) settings(ctx context.Context) {
	l := k.library
	if l == nil {
		var err error
		if l, err = library.Open(ctx, library.Source{FS: data.FS, Name: data.Default}); err != nil {
			k.say(broken, "settings", "%v", err)
			return
		}
		defer l.Close() // nothing was asked of it
	}
	switch reader, err := service.Try(ctx, k.Config, l); {
	case err != nil:
		k.say(broken, "settings", "%v", err)
	case reader == "":
		k.say(well, "settings", "no reader, web.addr is off")
	default:
		k.say(well, "settings", "a reader at %s", reader)
	}
}
