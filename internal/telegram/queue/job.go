package queue

import (
	"context"
	"sync/atomic"
	"time"
)

// A Job is one accepted update. It is in mind for long after it is done, and keeps
// nothing of what the update says.
type Job struct {
	ID      int
	Ours    bool          // an update that was submitted here
	Passing bool          // nobody minds if it is lost: it need not be done to be confirmed
	Mailbox int64         // in which it waits its turn: the chat, or the person of an inline query
	Person  int64         // who sent it; 0 if nobody is known
	Since   time.Time     // when it was accepted
	Waited  time.Duration // for the store, until then

	Kept   atomic.Bool // it need not come again though it is not handled
	Loose  atomic.Bool // kept, but in memory alone
	Stored atomic.Bool // the store may have it, and the next process then handles it unless it is noted as handled
	Again  atomic.Bool // to be handled again after a pause, since its chat is not free

	work    func(context.Context) (handled bool) // nil once done
	began   int                                  // how many others the queue was done with when this one began
	raw     []byte                               // as it came; nil once done
	done    chan struct{}
	handled bool // valid once done is closed
}

// Elsewhere returns the job of an update that another process handles. It does not end.
func Elsewhere(id int) *Job { return &Job{ID: id, done: make(chan struct{})} }

// Done returns a channel that is closed when the update is handled or given up.
func (j *Job) Done() <-chan struct{} { return j.done }

// Finished reports whether Done is closed.
func (j *Job) Finished() bool {
	select {
	case <-j.done:
		return true
	default:
		return false
	}
}

// Handled reports whether a job that is finished was handled: if not, the update is to be
// delivered again.
func (j *Job) Handled() bool { return j.handled }

// end notes what became of j.
func (j *Job) end(handled bool) {
	j.work, j.raw, j.handled = nil, nil, handled
	close(j.done)
}
