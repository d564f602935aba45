// Package admin serves what is for whoever runs the program, and for nobody else, on
// an address of its own: the metrics and the profiles of the process.
//
//	/metrics
//	/debug/pprof/…
//
// There is no password: who can reach the address may read it. It is this machine's
// own by default, and a page of another site in a browser on this machine cannot
// reach it by a name that it made up (package visitor).
package admin
