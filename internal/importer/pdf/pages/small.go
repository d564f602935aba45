package pages

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
