package heading

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed opening.txt
var openingFile string

var openings = sync.OnceValue(func() map[string]bool { return wordList(openingFile) })

// Opening reports the heading of what stands before the numbered body of a text:
// "Preamble", "FOREWORD", "Vorwort".
func Opening(s string) bool {
	return openings()[strings.ToLower(strings.Trim(s, " .:*_"))]
}
