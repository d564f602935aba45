package telegram

import "testing"

// TestMenuIsToldAnew: when the documents change, so do the commands for their levels.
func TestMenuIsToldAnew(t *testing.T) {
	f := newFake(t)
	r := startBot(t, f)
	r.DocumentsChanged()
	r.DocumentsChanged() // a wish that is not yet met is not repeated
	f.introduced(t)
}
