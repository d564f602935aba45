// Package limit bounds how much one person may ask of a bot, among all processes that share
// its store.
package limit
