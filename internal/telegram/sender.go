package telegram

// A sender is a person whose updates wait, in whatever chats.
type sender struct {
	open    int        // updates
	running int        // of them
	waiting []*mailbox // that begin with an update of the person's, who has no worker to spare
}

// waiting returns how many updates of the chat of j wait, or of its person if those
// are more. d.mu is held.
func (d *dispatcher) waiting(j *job) (n int) {
	if box := d.boxes[j.mailbox]; box != nil {
		n = len(box.queue)
	}
	if who := d.people[j.person]; who != nil {
		n = max(n, who.open)
	}
	return n
}

// rest gives the worker of a person to the next of the person's chats. d.mu is held.
func (d *dispatcher) rest(person int64) {
	who := d.people[person]
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

// leave notes that an update of a person is over. d.mu is held.
func (d *dispatcher) leave(person int64) {
	who := d.people[person]
	if who == nil {
		return
	}
	if who.open--; who.open == 0 {
		delete(d.people, person)
	}
}
