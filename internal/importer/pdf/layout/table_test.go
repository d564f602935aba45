package layout

import "testing"

// TestOpenCells has rows that leave a cell open, as close below others as lines of a cell are.
func TestOpenCells(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][3]string
		want []string
	}{
		{"a label that has room above", [][3]string{{"Boat", "hour", "day"}, {"a sailing boat", "5.00", "22.00"}, {"canoe", "1.50", "6.00"}, {"motor boat", "", "90.00"}},
			[]string{"row header p1: Boat ¦ hour ¦ day", "row p1: a sailing boat ¦ 5.00 ¦ 22.00", "row p1: canoe ¦ 1.50 ¦ 6.00", "row p1: motor boat ¦  ¦ 90.00"}},
		{"figures below figures", [][3]string{{"no.", "mill", "quay"}, {"701", "6.10", "6.14"}, {"702", "6.15", "6.19"}, {"703", "", "6.24"}},
			[]string{"row header p1: no. ¦ mill ¦ quay", "row p1: 701 ¦ 6.10 ¦ 6.14", "row p1: 702 ¦ 6.15 ¦ 6.19", "row p1: 703 ¦  ¦ 6.24"}},
		{"figures that go on", [][3]string{{"year", "days", "hours"}, {"2021", "1, 2, 3,", "9"}, {"", "4, 5", ""}, {"2022", "6", "8"}},
			[]string{"row header p1: year ¦ days ¦ hours", "row p1: 2021 ¦ 1, 2, 3, 4, 5 ¦ 9", "row p1: 2022 ¦ 6 ¦ 8"}},
		{"a cell that goes on", [][3]string{{"Boat", "hour", "day"}, {"a sailing boat", "5.00", "22.00"}, {"with sails", "", ""}, {"canoe", "1.50", "6.00"}},
			[]string{"row header p1: Boat ¦ hour ¦ day", "row p1: a sailing boat with sails ¦ 5.00 ¦ 22.00", "row p1: canoe ¦ 1.50 ¦ 6.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := new(sheetOf).text(70, 60, full, "as follows:")
			for i, r := range c.rows {
				for k, cell := range r {
					if cell != "" {
						s.text(70+120*float64(k), 120+14*float64(i), cell)
					}
				}
			}
			expect(t, dump(t, nil, s), append([]string{"paragraph p1: " + full + " as follows:"}, c.want...)...)
		})
	}
}
