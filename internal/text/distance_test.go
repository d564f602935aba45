package text

import (
	"math/rand/v2"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 0, 0},
		{"", "abc", 2, 3},
		{"", "abc", 3, 3},
		{"same", "same", 0, 0},
		{"same", "sane", 0, 1},
		{"same", "sane", -5, 1},
		{"measure", "mesure", 2, 1},
		{"measure", "maesure", 2, 1},
		{"measure", "erusaem", 2, 3},
		{"ca", "abc", 3, 3}, // no letter twice: 2 would exchange and then insert between
		{"мера", "мреа", 1, 1},
		{"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 99, 3},
		{"abcdefghijkl", "lkjihgfedcba", 99, maxSlips + 1},
	} {
		for _, d := range []int{Distance([]rune(c.a), []rune(c.b), c.limit), Distance([]rune(c.b), []rune(c.a), c.limit)} {
			if d != c.want {
				t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.limit, d, c.want)
			}
		}
	}
}

// The band gives what the whole table does.
func TestDistanceAgainstTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() []rune {
		w := make([]rune, r.IntN(10))
		for i := range w {
			w[i] = 'a' + r.Int32N(3)
		}
		return w
	}
	for range 20_000 {
		a, b, limit := word(), word(), r.IntN(maxSlips+1)
		if got, want := Distance(a, b, limit), min(wholeTable(a, b), limit+1); got != want {
			t.Fatalf("Distance(%q, %q, %d) = %d, want %d", string(a), string(b), limit, got, want)
		}
	}
}

// wholeTable is the distance by its definition.
func wholeTable(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			default:
				d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+differ(a[i-1], b[j-1]))
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestDistanceAllocatesNothing(t *testing.T) {
	a, b := []rune("implementation"), []rune("implemntaiton")
	if n := testing.AllocsPerRun(100, func() { Distance(a, b, 2) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
