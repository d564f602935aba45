package typeset

import "math"

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// near reports whether a and b differ by no more than d.
func near(a, b, d float64) bool { return math.Abs(a-b) <= d }
