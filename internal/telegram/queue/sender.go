package queue

// A sender is a person whose updates wait, in whatever chats.
type sender struct {
	open    int        // updates
	running int        // of them
	waiting []*mailbox // that begin with an update of the person's, who has no worker to spare
}

// waiting returns how many updates of the chat of j wait, or of its person if those
// are more. q.mu is held.
func (q *Queue) waiting(j *Job) (n int) {
	if box := q.boxes[j.Mailbox]; box != nil {
		n = len(box.queue)
	}
	if who := q.people[j.Person]; who != nil {
		n = max(n, who.open)
	}
	return n
}

// rest gives the worker of a person to the next of the person's chats. q.mu is held.
func (q *Queue) rest(person int64) {
	who := q.people[person]
	if who == nil {
		return
	}
	who.running--
	if len(who.waiting) > 0 {
		box := who.waiting[0]
		who.waiting = who.waiting[1:]
		box.ready <- box
	}
}

// leave notes that an update of a person is over. q.mu is held.
func (q *Queue) leave(person int64) {
	who := q.people[person]
	if who == nil {
		return
	}
	if who.open--; who.open == 0 {
		delete(q.people, person)
	}
}
