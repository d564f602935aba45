package eval

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"time"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/library"
	"pincite/internal/text"
)

// Ask puts every question of a set to the library, a follow-up after the
// message before it, and judges what comes back. Each is asked times times, at
// least once; Outcome.Took is the median, which a busy machine disturbs least. It
// fails on the first question that cannot be answered.
func Ask(ctx context.Context, l *library.Library, set []Judged, times int) ([]Outcome, error) {
	out := make([]Outcome, 0, len(set))
	for _, j := range set {
		o, err := ask(ctx, l, j, max(times, 1))
		if err != nil {
			return nil, fmt.Errorf("question %s: %w", j.ID, err)
		}
		out = append(out, o)
	}
	return out, nil
}

// ask puts one question and judges the answer.
func ask(ctx context.Context, l *library.Library, j Judged, times int) (Outcome, error) {
	var turns []turn.Turn
	if j.Context != "" {
		before, err := l.Answer(ctx, library.Ask{Message: j.Context, Document: j.Document})
		if err != nil {
			return Outcome{}, err
		}
		turns = []turn.Turn{before.Turn()}
	}
	took := make([]time.Duration, times)
	var reply answer.Answer
	for i := range took {
		start := time.Now()
		var err error
		if reply, err = l.Answer(ctx, library.Ask{Message: j.Asked(), Turns: turns, Document: j.Document}); err != nil {
			return Outcome{}, err
		}
		took[i] = time.Since(start)
	}
	slices.Sort(took)
	o := judge(reply.Document, j, reply)
	o.Took = took[len(took)/2]
	return o, nil
}

// WriteTimes prints how long the answers took.
func WriteTimes(w io.Writer, outcomes []Outcome) error {
	times := make([]time.Duration, 0, len(outcomes))
	for _, o := range outcomes {
		times = append(times, o.Took)
	}
	slices.Sort(times)
	_, err := fmt.Fprintf(w, "time for an answer, ms: p50 %.2f, p99 %.2f, longest %.2f; %s\n",
		ms(percentile(times, 50)), ms(percentile(times, 99)), ms(percentile(times, 100)), text.Count(len(times), "question"))
	return err
}

// percentile returns the p-th percentile of sorted times by nearest rank: the
// least time that p in a hundred do not exceed. p is above 0, up to 100.
func percentile(sorted []time.Duration, p float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[int(math.Ceil(p/100*float64(len(sorted))))-1]
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
