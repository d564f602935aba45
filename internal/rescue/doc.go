// Package rescue makes an error of a panic, so that the message, the request or the
// document that brought it about fails, and nothing else.
//
// A panic is a fault of the program. Its value may hold what the program was at work on, and
// so what a person has written: the error tells of the fault and of its place in the program,
// and nothing else.
package rescue
