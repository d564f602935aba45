package typeset

import "math"

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Near reports whether a and b differ by no more than d.
func Near(a, b, d float64) bool { return math.Abs(a-b) <= d }
