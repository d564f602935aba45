package queue

import (
	"time"

	"pincite/internal/telegram/botapi"
)

const (
	// maxOpen is how many updates of one chat, and of one person, hold a place of
	// those that the platform has for updates that are not confirmed. Where there are
	// more, all of them are kept and need not come again.
	maxOpen = 4

	// OpenFor is how long an update holds such a place.
	OpenFor = 2 * time.Second

	// slower is how many others each worker has handled, on average, while an update that
	// is slow was at hand. Where all take long, since the machine is busy, none is.
	slower = 4

	// mostOutrun bounds those: while one holds its place, a poll brings no more others than
	// there are places beside it.
	mostOutrun = botapi.MaxBatch / 2
)

// A Waiting is a job with the update as it came, which the job forgets when it is done.
type Waiting struct {
	*Job
	Raw []byte
}

// Loose returns the jobs that memory alone has.
func (q *Queue) Loose() (out []Waiting) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, box := range q.boxes {
		for _, j := range box.queue {
			if j.raw != nil && j.Loose.Load() {
				out = append(out, Waiting{j, j.raw})
			}
		}
	}
	return out
}

// Slow reports whether an update has been at hand for so long, while others came and
// went, that it should not hold a place: what it waits for may be far away, and may hang.
func (q *Queue) Slow(j *Job) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	box := q.boxes[j.Mailbox]
	return time.Since(j.Since) >= OpenFor && box != nil && box.running && box.queue[0] == j && q.ended-j.began >= q.outrun
}

// Crowding returns an update as it came if it waits and should not hold a place for
// longer than patience, nil if it may, and how many of its chat or person wait.
func (q *Queue) Crowding(j *Job, patience time.Duration) (raw []byte, waiting int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if j.raw == nil { // handled, or no update
		return nil, 0
	}
	waiting = q.waiting(j)
	if time.Since(j.Since) < patience && waiting <= maxOpen {
		return nil, waiting
	}
	return j.raw, waiting
}
