package layout

import "math"

// A Bookmark is an entry of a file's own outline.
type Bookmark struct {
	Title string
	Level int // from 1
	Page  int // from 1; 0 where it leads nowhere
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// near reports whether a and b differ by no more than d.
func near(a, b, d float64) bool { return math.Abs(a-b) <= d }
