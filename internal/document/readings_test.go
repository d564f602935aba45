package document

import (
	"slices"
	"testing"
)

func TestReadings(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"", nil},
		{"?", nil},
		{"hello", nil},
		{"71bcd", nil},
		{"7", []string{"7"}},
		{"IV", []string{"4", "iv"}},
		{"i", []string{"1", "i"}},
		{"D", []string{"d", "500"}},
		{"B", []string{"b"}},
		{"б", []string{"б"}},
		{"71B", []string{"71b", "71.b"}},
		{"71ZA", []string{"71za"}},
		{"71-AB", []string{"71ab"}},
		{"71é", []string{"71é", "71.é"}},
		{"71éa", nil},
		{"2nd", []string{"2"}},
		{"71 b", []string{"71b", "71.b"}},
		{"12bis", []string{"12-2"}},
		{"12 bis", []string{"12-2"}},
		{"二十之一", []string{"20-1"}},
		{"2의3", []string{"2-3"}},
		{"12-2", []string{"12-2"}},
		{"4.2.1", []string{"4.2.1"}},
		{"104.3a", []string{"104.3a", "104.3.a"}},
		{"6(1)(b)", []string{"6.1.b"}},
		{"(a)(ii)", []string{"a.2", "a.ii"}},
		{"2-я", []string{"2"}},
		{"٢", []string{"2"}},
		{"twenty-one", []string{"21"}},
		{"двадцать первая", []string{"21"}},
		{"treinta y dos", []string{"32"}},
		{"第七", []string{"7"}},
	} {
		if got := Readings(c.typed); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.typed, got, c.want)
		}
	}
}

// FuzzReadings checks that there are few readings of anything and that none is empty.
func FuzzReadings(f *testing.F) {
	for _, s := range []string{"", "IV", "6(1)(b)", "a a a a a a a a a", "i.i.i.i.i.i.i", "七之", "\xff1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Readings(s)
		if len(got) > maxReadings || slices.Contains(got, "") {
			t.Errorf("%q: %q", s, got)
		}
	})
}
