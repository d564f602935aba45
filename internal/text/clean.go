package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Clean makes typed text fit to read.
func Clean(s string) string { return strings.Join(strings.Fields(norm.NFKC.String(s)), " ") }

// Fold returns s in lower case without accents, for comparing words.
func Fold(s string) string { return strings.ToLower(s) }
