package document

import (
	"slices"
	"testing"
)

// TestOrder holds that designations order as a table of contents has them.
func TestOrder(t *testing.T) {
	for _, row := range [][]string{
		{"7", "7-1", "7-2", "7a", "7b", "8", "10", "71", "71a", "71b", "72", "2005"},
		{"4", "4.1", "4.2", "4.2.1", "4.2.10", "4.10", "5"},
		{"a", "b", "b.1", "b.2", "c"},
		{"104.3", "104.3a", "104.3b", "104.4"},
	} {
		got := slices.Clone(row)
		slices.Reverse(got)
		slices.SortFunc(got, CompareNormal)
		if !slices.Equal(got, row) {
			t.Errorf("got %v, want %v", got, row)
		}
		for _, s := range row {
			if CompareNormal(s, s) != 0 {
				t.Errorf("%s differs from itself", s)
			}
		}
	}
}

func TestDesignationID(t *testing.T) {
	for _, c := range []struct{ printed, normal, want string }{
		{"", "", ""},
		{"7", "7", "7"},
		{"71B", "71b", "71b"},
		{"4.2.1", "4.2.1", "4.2.1"},
		{"II", "2", "ii"},
		{"D", "d", "d"},
		{"(a)(ii)", "a.2", "a-ii"},
		{"ONE", "1", "1"},
		{"七条之一", "7-1", "7-1"},
		{"12 bis", "12-2", "12-2"},
		{"17/041", "17/041", "17-041"},
	} {
		if got := (Designation{c.printed, c.normal}).ID(); got != c.want {
			t.Errorf("%q: %q, want %q", c.printed, got, c.want)
		}
	}
}

func TestDesignated(t *testing.T) {
	d, err := New(Document{Name: "law", Text: "abcdef", Sections: []Section{
		{ID: "annex-ii", Kind: "annex", Parent: -1, Designation: Designation{"II", "2"}, Span: Span{0, 1}, Own: Span{0, 1}},
		{ID: "rule-1", Kind: "rule", Parent: -1, Designation: Designation{"1", "1"}, Span: Span{1, 2}, Own: Span{1, 2}},
		{ID: "rule-1--2", Kind: "rule", Parent: -1, Designation: Designation{"1", "1"}, Span: Span{2, 3}, Own: Span{2, 3}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if i, ok := d.ByID("annex-2"); !ok || i != 0 {
		t.Errorf("annex-2: %d, %v", i, ok)
	}
	if got := d.Designated("rule", "1"); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("rule 1: %v", got)
	}
}
