package word

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed limits.txt
var limitList string

// phrases make a number a limit, as forms of words; a number among them is "n".
type phrases struct{ before, behind [][]string }

var limits = sync.OnceValue(func() phrases {
	var p phrases
	for line := range strings.Lines(limitList) {
		line, _, _ = strings.Cut(line, "#")
		for phrase := range strings.SplitSeq(line, ";") {
			phrase = strings.TrimSpace(phrase)
			if before, ok := strings.CutSuffix(phrase, " N"); ok {
				p.before = append(p.before, formsOf(before))
			}
			if behind, ok := strings.CutPrefix(phrase, "N "); ok {
				p.behind = append(p.behind, formsOf(behind))
			}
		}
	}
	return p
})

func formsOf(s string) []string {
	var out []string
	for w, ok := Next(s, 0); ok; w, ok = Next(s, w.End) {
		out = append(out, Form(s[w.Start:w.End]))
	}
	return out
}

// MaxLimit is how many words a phrase has at most that makes a number a limit.
const MaxLimit = 4

// LimitBefore returns how many of the last forms make the number after them a limit:
// "at least"; 0 if none do.
func LimitBefore(forms []string) int {
	n := 0
	for _, p := range limits().before {
		if len(p) <= len(forms) && slices.EqualFunc(forms[len(forms)-len(p):], p, isOfPhrase) {
			n = max(n, len(p))
		}
	}
	return n
}

// IsLimitBehind reports whether the first forms make the number before them, or its unit,
// a limit: "or more".
func IsLimitBehind(forms []string) bool {
	return slices.ContainsFunc(limits().behind, func(p []string) bool {
		return len(p) <= len(forms) && slices.EqualFunc(forms[:len(p)], p, isOfPhrase)
	})
}

func isOfPhrase(form, of string) bool { return form == of || of == "n" && IsNumber(form) }
