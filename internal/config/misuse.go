package config

import "fmt"

// A Misuse is an error in what was typed or set, rather than in what the program met.
type Misuse struct{ Err error }

// Error implements error.
func (m Misuse) Error() string { return m.Err.Error() }

// Unwrap returns what is wrong.
func (m Misuse) Unwrap() error { return m.Err }

// Misusef returns a Misuse that says so.
func Misusef(format string, args ...any) error { return Misuse{fmt.Errorf(format, args...)} }
