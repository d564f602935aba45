// Package talk remembers running conversations: a bounded number, each until it was idle for
// too long. With a [Memory] they are known to other processes and after a restart; without
// one, or while it fails, to this process alone.
package talk
