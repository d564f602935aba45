package main

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A stepper shows the steps of something that takes long: a bar on a terminal, one
// line a step elsewhere.
type stepper struct {
	*program
	bar  *progressbar.ProgressBar // nil elsewhere
	step string
}

func (p *program) steps() *stepper {
	out := &stepper{program: p}
	if f, ok := p.errs.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		out.bar = progressbar.NewOptions(-1,
			progressbar.OptionSetWriter(f), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24),
			progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionEnableColorCodes(p.getenv("NO_COLOR") == ""))
	}
	return out
}

// tell shows a step, and how much of how much is done of it; 0 of 0 if that cannot
// be said.
func (p *stepper) tell(step string, done, of int) {
	began := step != p.step
	p.step = step
	switch {
	case p.bar == nil && began:
		fmt.Fprintln(p.errs, step)
	case p.bar == nil:
	case began:
		p.bar.Reset()
		p.bar.ChangeMax(-1)
		p.bar.Describe(step)
	default:
		p.bar.ChangeMax(of)
		p.show(done)
	}
}

// show sets the bar. What fails is a terminal that has gone, which is no matter of
// the document.
func (p *stepper) show(done int) { _ = p.bar.Set(done) }

// end takes the bar away.
func (p *stepper) end() {
	if p.bar != nil {
		_ = p.bar.Clear() // as in show
	}
}
