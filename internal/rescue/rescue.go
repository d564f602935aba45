package rescue

import (
	"fmt"
	"path"
	"runtime"
	"runtime/debug"
	"strings"
)

// An Error is a panic that was caught.
type Error struct {
	fault string
	place string
	Stack string // as the Go runtime prints it, which prints no text that is worked on
}

// Error implements error, in one line.
func (e *Error) Error() string { return "the program panicked: " + e.fault + e.place }

// Caught returns the error of the panic that recover returned the value of. It must be
// called by the deferred function, or from it.
func Caught(v any) *Error {
	return &Error{fault: faultOf(v), place: place(), Stack: string(debug.Stack())}
}

// Into catches a panic and puts its error where err points to. It is for defer.
func Into(err *error) {
	if v := recover(); v != nil {
		*err = Caught(v)
	}
}

// faultOf tells of the value of a panic. What the Go runtime says of a fault has numbers
// and types alone; of any other value the type is told.
func faultOf(v any) string {
	if err, ok := v.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a value of type %T", v)
}

// deepest is how many calls may lie between a panic and who catches it, to find where it was.
const deepest = 64

// place tells where the panic was that is being caught: the first line of the stack below
// it that is not the Go runtime's. "" if it is not to be seen.
func place() string {
	pcs := make([]uintptr, deepest)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			panicked = panicked || f.Function == "runtime.gopanic"
		case panicked:
			return fmt.Sprintf(", in %s (%s:%d)", f.Function, path.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}
