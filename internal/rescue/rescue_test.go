package rescue

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

func TestInto(t *testing.T) {
	const secret = "what somebody has asked"
	var none []int
	var nowhere map[string]int
	for name, c := range map[string]struct {
		work func() error
		want string // a pattern of the error, "" for none
	}{
		"a text":               {func() error { panic(secret) }, `^the program panicked: a value of type string, in \S+ \(rescue_test\.go:\d+\)$`},
		"an error with a text": {func() error { panic(fmt.Errorf("read %s", secret)) }, `: a value of type \*\S+, in \S+ \(rescue_test\.go:\d+\)$`},
		"an index":             {func() error { _ = none[len(secret)]; return nil }, `: runtime error: index out of range \[23\] with length 0, in \S+ \(rescue_test\.go:\d+\)$`},
		"a type":               {func() error { _ = any(secret).(error); return nil }, `: interface conversion: string is not error: missing method Error, in `},
		"no map":               {func() error { nowhere[secret] = 1; return nil }, `: assignment to entry in nil map, in `},
		"nil":                  {func() error { panic(nil) }, `: panic called with nil argument, in `},
		"a library's":          {func() error { _ = strings.Repeat(secret, -1); return nil }, `: a value of type \S+, in strings\.\S+ \(strings\.go:\d+\)$`},
		"one in another":       {func() error { defer func() { panic(recover()) }(); panic(secret) }, `: a value of type string, in `},
		"an error":             {func() error { return io.EOF }, `^EOF$`},
		"nothing":              {func() error { return nil }, ""},
	} {
		err := caught(c.work)
		if (err == nil) != (c.want == "") || err != nil && !regexp.MustCompile(c.want).MatchString(err.Error()) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		var fault *Error
		if err == nil || !errors.As(err, &fault) {
			continue
		}
		if s := err.Error() + fault.Stack; strings.Contains(s, secret) || !strings.Contains(fault.Stack, "rescue_test.go") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %s", name, s)
		}
	}
}

func caught(work func() error) (err error) {
	defer Into(&err)
	return work()
}
