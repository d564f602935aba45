package layout

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/importer/pdf/typeset"
)

// fees draws a table of two columns with rules, each column so wide, in type of this size.
func (s *sheetOf) fees(x, y, wide, size float64, rows ...[2]string) *sheetOf {
	high := 2 * size
	for i := range len(rows) + 1 {
		at := y + high*float64(i)
		s.Rules = append(s.Rules, typeset.Rule{X: typeset.Span{X0: x, X1: x + 2*wide}, Y: typeset.Span{X0: at, X1: at}})
	}
	for i := range 3 {
		at := x + wide*float64(i)
		s.Rules = append(s.Rules, typeset.Rule{X: typeset.Span{X0: at, X1: at}, Y: typeset.Span{X0: y, X1: y + high*float64(len(rows))}})
	}
	for i, r := range rows {
		for k, cell := range r {
			s.put(x+wide*float64(k)+3, y+high*float64(i)+1.4*size, size, false, cell)
		}
	}
	return s
}

// TestRuledTablesStay has tables with rules where other lines are taken for something else:
// for notes at the foot of the page or in its margin, for the rest of a heading, for what
// the frame of another table holds.
func TestRuledTablesStay(t *testing.T) {
	boats, hours := [][2]string{{"Boat", "Fee"}, {"raft", "9"}}, [][2]string{{"Season", "Hours"}, {"winter", "ten"}}
	text := slices.Repeat([]string{full}, 12)
	rule := func(x0, y0, x1, y1 float64) typeset.Rule {
		return typeset.Rule{X: typeset.Span{X0: x0, X1: x1}, Y: typeset.Span{X0: y0, X1: y1}}
	}
	frame := new(sheetOf).fees(60, 110, 120, 10, boats...).text(52, 230, "day").text(310, 230, "ten").text(52, 280, "night").text(310, 280, "six")
	frame.Rules = append(frame.Rules, rule(40, 100, 40, 300), rule(300, 200, 300, 300), rule(560, 100, 560, 300),
		rule(40, 200, 560, 200), rule(40, 250, 560, 250), rule(40, 300, 560, 300))
	margin := new(sheetOf).text(220, 100, text...).text(220, 268, text...)
	for _, c := range []struct {
		name string
		page *sheetOf
		want []string
	}{
		{"below a note", new(sheetOf).text(70, 100, text...).fees(70, 290, 80, 8, boats...).put(70, 340, 8, false, "* with the tax").fees(70, 350, 80, 8, hours...),
			[]string{"Boat ¦ Fee", "raft ¦ 9", "Season ¦ Hours", "winter ¦ ten", "with the tax"}},
		{"below a heading with its number at half its height", new(sheetOf).text(100, 100, "Fees of boats").text(70, 108, "3").fees(100, 100.6, 80, 11, boats...).text(60, 200, text...),
			[]string{"Fees of boats", "Boat ¦ Fee", "raft ¦ 9"}},
		{"in the margin", margin.fees(60, 103, 40, 8, boats...), []string{"Boat ¦ Fee", "raft ¦ 9"}},
		{"in the frame of another", frame, []string{"Boat ¦ Fee", "raft ¦ 9", "day ¦ ten", "night ¦ six"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, at := dump(t, nil, c.page), 0
			for _, want := range c.want {
				i := strings.Index(got[at:], want)
				if i < 0 {
					t.Fatalf("%q is not there, or not in its place:\n%s", want, got)
				}
				at += i + len(want)
			}
		})
	}
}
