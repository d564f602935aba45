// Package redact keeps secrets out of logs and errors: those that are known, and what
// looks like one where none belongs.
package redact
