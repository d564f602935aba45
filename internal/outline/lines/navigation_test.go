package lines

import "testing"

// TestNavigation has lines of a text first.
func TestNavigation(t *testing.T) {
	for line, want := range map[string]bool{
		"": false, "# whole lines": false, "en": false, "home | home page": false, "Next of kin": false,
		"Next": true, "« Previous page": true, "上一篇：": true, "Ключевые слова:": true, "cerrar": true,
	} {
		if got := navigation(line); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}
