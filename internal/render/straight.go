package render

import (
	"io"
	"strings"
)

// turns are the characters that turn the direction of what follows them around, or
// end that: embeddings, overrides and isolates. On a terminal they make a line read
// as something that it does not say, to its end and beyond. The marks that only tell
// the direction of a neighbour (U+200E, U+200F, U+061C) are none.
const turns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

// Straight returns s without the characters that turn the direction of writing
// around, for a terminal.
func Straight(s string) string {
	if !strings.ContainsAny(s, turns) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(turns, r) {
			return -1
		}
		return r
	}, s)
}

// Escaped returns a writer of JSON to w, with those characters escaped: the values
// stay what they are. Each write must be of whole characters.
func Escaped(w io.Writer) io.Writer { return escaped{w} }

type escaped struct{ w io.Writer }

var escapes = strings.NewReplacer("\u202a", `\u202a`, "\u202b", `\u202b`, "\u202c", `\u202c`, "\u202d", `\u202d`, "\u202e", `\u202e`,
	"\u2066", `\u2066`, "\u2067", `\u2067`, "\u2068", `\u2068`, "\u2069", `\u2069`)

// Write implements io.Writer.
func (e escaped) Write(b []byte) (int, error) {
	if _, err := escapes.WriteString(e.w, string(b)); err != nil {
		return 0, err
	}
	return len(b), nil
}
