// Package guard wraps every request of the web server. It refuses those that call the
// server by another's name and writes that come from another site, says what browsers may do
// with a page, tells the server below a path from what is around it, counts and times what is
// asked by its route, and turns a panic into an answer.
package guard
