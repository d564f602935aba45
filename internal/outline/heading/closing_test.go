package heading

import "testing"

func TestClosing(t *testing.T) {
	for _, tt := range []struct {
		line string
		want bool
	}{
		{"", false},
		{"closing", false},
		{"The final provisions apply to all members of the club", false},
		{"Schedule changes are told a week ahead.", false},
		{"annex to the rules", false},
		{"Disposición de los residuos. Se recogen los lunes. Los martes no.", false},
		{"Provisions for the journey, and what else we took with us,", false},
		{"附則ではない", false},
		{"Provisions are paid separately.", false},
		{"Schedule a call with the skipper", false},
		{"Exhibit rooms are free", false},
		{"Disposition of lost property. Things found are kept for a year.", false},
		{"Przepisy są tajne.", false},
		{"Schedule of fees", true},
		{"Final provisions", true},
		{"Appendix: Map of the moorings", true},
		{"Disposición adicional primera. Mercados de Navidad.", true},
		{"DISPOSICIÓN FINAL", true},
		{"Disposition transitoire", true},
		{"Заключительные положения", true},
		{"附則（平成二十五年四月一日）", true},
		{"附件：收费标准表", true},
	} {
		if _, got := Closing(tt.line); got != tt.want {
			t.Errorf("Closing(%q) = %v, want %v", tt.line, got, tt.want)
		}
	}
}
