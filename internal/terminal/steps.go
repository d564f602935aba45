package terminal

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Steps show the steps of something that takes long: a bar on a terminal, one
// line a step elsewhere.
type Steps struct {
	errs io.Writer
	bar  *progressbar.ProgressBar // nil elsewhere
	step string
}

// Steps returns what shows steps on standard error.
func (p Terminal) Steps() *Steps {
	out := &Steps{errs: p.Errs}
	if f, ok := p.Errs.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		out.bar = progressbar.NewOptions(-1,
			progressbar.OptionSetWriter(f), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24),
			progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionEnableColorCodes(p.Getenv("NO_COLOR") == ""))
	}
	return out
}

// Bar reports whether there is a bar, so that what takes no time is better not shown.
func (s *Steps) Bar() bool { return s.bar != nil }

// Tell shows a step, and how much of how much is done of it; 0 of 0 if that cannot
// be said.
func (s *Steps) Tell(step string, done, of int) {
	began := step != s.step
	s.step = step
	if s.bar == nil {
		if began {
			fmt.Fprintln(s.errs, step)
		}
		return
	}
	if began {
		s.bar.Reset()
		s.bar.ChangeMax(-1)
		s.bar.Describe(step)
	}
	if of > 0 {
		s.bar.ChangeMax(of)
		s.show(done)
	}
}

// show sets the bar. What fails is a terminal that has gone, which is no matter of
// the document.
func (s *Steps) show(done int) { _ = s.bar.Set(done) }

// End takes the bar away.
func (s *Steps) End() {
	if s.bar != nil {
		_ = s.bar.Clear() // as in show
	}
}
