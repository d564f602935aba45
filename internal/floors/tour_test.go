package floors

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// inTour are the files and folders that the tour names: a way below the root, or one file
// of the command's own folder in brackets.
var inTour = regexp.MustCompile(`\b(?:internal|cmd|config|data)/[\w./-]*\w|\((\w+\.go)\)`)

// TestTourLeadsSomewhere holds the tour of the program, and the list of where changes
// begin, to files that are there; and wants each package of the program named in it, or
// the one that it is a part of.
func TestTourLeadsSomewhere(t *testing.T) {
	const at = "cmd/pincite/doc.go"
	tour, err := os.ReadFile("../../" + at)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, m := range inTour.FindAllStringSubmatch(string(tour), -1) {
		name := m[0]
		if m[1] != "" {
			name = path.Join(path.Dir(at), m[1])
		}
		if _, err := os.Stat("../../" + name); err != nil {
			t.Errorf("%s: %s is not there", at, name)
		}
		named[name] = true
	}
	_, begins, _ := strings.Cut(string(tour), "# Where to begin")
	begins, _, _ = strings.Cut(begins, "\n// # ")
	if n := strings.Count(begins, "\n//   - "); n < 10 {
		t.Errorf("%s: says of %d changes where they begin", at, n)
	}
	for _, names := range floors {
		for _, name := range names {
			top := strings.Join(strings.SplitN(name, "/", 3)[:min(2, strings.Count(name, "/")+1)], "/")
			if strings.HasPrefix(name, "internal/") && top != "internal/floors" && !named[top] {
				t.Errorf("%s does not name %s", at, top)
			}
		}
	}
}
