// Package queue has updates handled by a bounded number of workers: those of one chat in
// the order in which they came, chats side by side, and no more of one person than a share
// of the workers. It bounds what waits, in all, of a chat and of a person, and remembers
// the numbers of what it had, so that nothing is handled twice.
package queue
