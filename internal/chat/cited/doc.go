// Package cited remembers which sections the messages of a bot have cited, for whoever
// replies to one of them.
package cited
