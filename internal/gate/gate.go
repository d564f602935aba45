package gate

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"
)

// ErrBusy is returned to who would have to wait for too long.
var ErrBusy = errors.New("too much is asked at the same time")

// A Gate lets so many in at the same time. Who has to wait is let in in turn, one
// of each caller after another. A nil Gate lets everybody in. It is safe for
// concurrent use.
type Gate struct {
	each int // places that one caller may wait for

	mu    sync.Mutex
	free  int
	space int // places to wait
	lines []*line
}

// A line is what one caller waits with, in order.
type line struct {
	caller string
	places []chan struct{} // closed to let in
}

// Waiting returns how many wait to be let in.
func (g *Gate) Waiting() (n int) {
	if g == nil {
		return 0
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, l := range g.lines {
		n += len(l.places)
	}
	return n
}

// New returns a Gate that lets so many in at the same time and lets so many wait,
// an eighth of them of one caller.
func New(atOnce, waiting int) *Gate {
	return &Gate{free: max(atOnce, 1), space: waiting, each: max(waiting/8, 1)}
}

// Enter waits until a caller is let in, but no longer than patience. Who is in must
// call leave, once. It fails with ErrBusy, at once where too many wait already, and
// when ctx ends.
func (g *Gate) Enter(ctx context.Context, caller string, patience time.Duration) (leave func(), err error) {
	if g == nil {
		return func() {}, nil
	}
	place, err := g.queue(caller)
	if err != nil || place == nil {
		return g.leave, err
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-place:
		return g.leave, nil
	case <-timer.C:
		err = ErrBusy
	case <-ctx.Done():
		err = ctx.Err()
	}
	if g.giveUp(caller, place) {
		return nil, err
	}
	return g.leave, nil // it was let in meanwhile
}

// queue lets a caller in, or returns the place that it waits at.
func (g *Gate) queue(caller string) (place chan struct{}, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.free > 0 {
		g.free--
		return nil, nil
	}
	i := g.lineOf(caller)
	if g.space == 0 || i >= 0 && len(g.lines[i].places) >= g.each {
		return nil, ErrBusy
	}
	if i < 0 {
		i, g.lines = len(g.lines), append(g.lines, &line{caller: caller})
	}
	place = make(chan struct{})
	g.lines[i].places = append(g.lines[i].places, place)
	g.space--
	return place, nil
}

func (g *Gate) lineOf(caller string) int {
	return slices.IndexFunc(g.lines, func(l *line) bool { return l.caller == caller })
}

// leave hands the place on to the first of the first line, which is the last then.
func (g *Gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.lines) == 0 {
		g.free++
		return
	}
	l := g.lines[0]
	close(l.places[0])
	g.space++
	g.lines = g.lines[1:]
	if l.places = l.places[1:]; len(l.places) > 0 {
		g.lines = append(g.lines, l)
	}
}

// giveUp takes a place out of its line; false if it was let in meanwhile.
func (g *Gate) giveUp(caller string, place chan struct{}) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	i := g.lineOf(caller)
	if i < 0 {
		return false
	}
	l := g.lines[i]
	n := slices.Index(l.places, place)
	if n < 0 {
		return false
	}
	l.places = slices.Delete(l.places, n, n+1)
	g.space++
	if len(l.places) == 0 {
		g.lines = slices.Delete(g.lines, i, i+1)
	}
	return true
}
