// Package listen opens an address for HTTP and serves on it within limits that no
// peer can stretch, until it is told to stop.
package listen
