package text

import (
	"fmt"
	"strings"
)

// Count returns n with what is counted, an English word in the singular or some that end in
// it: "1 section", "2 sections", "3 processes", "4 entries".
func Count(n int, what string) string {
	last := what[max(0, len(what)-1):]
	switch before := strings.TrimSuffix(what, "y"); {
	case n == 1:
	case last == "y" && !strings.HasSuffix(before, "a") && !strings.HasSuffix(before, "e") && !strings.HasSuffix(before, "o"):
		what = before + "ies"
	case last == "s", last == "x":
		what += "es"
	default:
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
