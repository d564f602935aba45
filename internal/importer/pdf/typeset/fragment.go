package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/text"
)

// Distances in ems, of the larger of two neighbours; for a wide gap, of the smaller.
const (
	wideGap   = 1.0  // from here on two signs belong to different fragments
	lineShift = 0.5  // and two signs so far apart in height to different lines
	raised    = 0.15 // a small sign that stands higher by this is a superscript
	tightGap  = 0.12 // a space so narrow beside a ligature is none
	brokenGap = 0.17 // nor is a new line between two signs of one line
)

// A Fragment is a run of signs on one line without a wide gap.
type Fragment struct {
	Span
	Text  string
	Base  float64
	Size  float64 // of most of its signs
	Count int     // signs without spaces
	bold  int     // signs that are
	Font  string
	Fixed bool  // its font gives all signs one width
	right int   // letters that are written from right to left
	left  int   // other letters
	Table *Grid // stands for a table, and has no text of its own; nil for text
}

// Fragments cuts the signs of a page where the line changes, or a wide gap or a rule is.
// Within a fragment the order of the file is the order of reading, but for lines
// from right to left.
func Fragments(chars []Char, rules ...Rule) []Fragment {
	var out []Fragment
	for _, r := range mend(runs(accented(chars), uprights(rules))) {
		if f, ok := newFragment(r.chars); ok {
			out = append(out, f)
		}
	}
	return out
}

// A run is signs that follow one another without a gap.
type run struct {
	Span
	chars []Char
	lead  Char // the space before them; zero for none
}

func runs(chars []Char, walls []Rule) []run {
	var out []run
	var space Char // since the last sign
	for _, c := range chars {
		if blank(c.Rune) {
			if space = c; c.Rune != '\n' {
				space.Rune = ' '
			}
			continue
		}
		if !placed(c) {
			continue
		}
		at := Span{c.X0, c.X1}
		n := len(out) - 1
		if n < 0 || !out[n].reaches(c) || walled(out[n].chars[len(out[n].chars)-1], c, walls) {
			out = append(out, run{at, []Char{c}, space})
		} else {
			r := &out[n]
			last := r.chars[len(r.chars)-1]
			if space.Rune != 0 && !supposed(space, last, c) {
				r.chars = append(r.chars, space.between(last, c))
			}
			r.chars, r.Span = append(r.chars, c), r.Join(at)
		}
		space = Char{}
	}
	return out
}

// reaches reports whether c follows the last sign of r without a gap.
func (r *run) reaches(c Char) bool {
	last := r.chars[len(r.chars)-1]
	em := max(last.Size, c.Size)
	return gap(last, c) <= wideGap*min(last.Size, c.Size) && math.Abs(c.Base-last.Base) <= lineShift*em
}

// walled reports whether a rule stands between two signs of one line.
func walled(a, b Char, walls []Rule) bool {
	if len(walls) == 0 || gap(a, b) <= tightGap*b.Size {
		return false
	}
	between, height := Span{min(a.X1, b.X1), max(a.X0, b.X0)}, b.Base-0.3*b.Size
	return slices.ContainsFunc(walls, func(r Rule) bool {
		x := r.X.middle()
		return between.X0 <= x && x <= between.X1 && r.Y.X0 <= height && height <= r.Y.X1
	})
}

func gap(a, b Char) float64 { return Span{a.X0, a.X1}.Gap(Span{b.X0, b.X1}) }

// mend joins runs that were cut inside a line from right to left, where the first
// figure of a number stands far from the word before it.
func mend(all []run) []run {
	var out []run
	for _, r := range all {
		n := len(out) - 1
		if n >= 0 && math.Abs(out[n].chars[0].Base-r.chars[0].Base) <= raised*r.chars[0].Size &&
			out[n].Gap(r.Span) <= wideGap*r.chars[0].Size && (anyRightward(out[n].chars) || anyRightward(r.chars)) {
			if lead, ok := r.parted(&out[n]); ok {
				out[n].chars = append(out[n].chars, lead)
			}
			out[n].chars, out[n].Span = append(out[n].chars, r.chars...), out[n].Join(r.Span)
			continue
		}
		out = append(out, r)
	}
	return out
}

// parted returns the space between r and the run before it. One without a width, which the
// reader of the file made up, stands anywhere: it belongs in the gap between the two.
func (r *run) parted(before *run) (Char, bool) {
	space := r.lead
	if space.Rune == '\n' {
		space.Rune = ' '
	}
	if space.X1 > space.X0 && placed(space) || space.Rune == 0 {
		return space, space.Rune != 0
	}
	first := r.chars[0]
	from, to := r.X1, before.X0
	if r.X0 > before.X0 {
		from, to = before.X1, r.X0
	}
	space.X0, space.X1 = (from+to)/2, (from+to)/2
	space.Base, space.Size = first.Base, first.Size
	return space, to-from > tightGap*first.Size
}

func anyRightward(chars []Char) bool {
	return slices.ContainsFunc(chars, func(c Char) bool { return rightward(c.Rune) })
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0 || r == 0xad }

// supposed reports whether a space between two signs is none of the text: beside
// a ligature that was cut off its word, or where a reader of the file made up one
// between Chinese signs and figures, or a new line between signs that are placed one by
// one. Such spaces have no width.
func supposed(space, last, c Char) bool {
	em, gap := max(last.Size, c.Size), gap(last, c)
	if ligature(last.Rune) || ligature(c.Rune) {
		return gap < tightGap*em
	}
	if space.Rune == '\n' && gap < brokenGap*em {
		return true
	}
	return space.X1 <= space.X0 && (Unspaced(last.Rune) || Unspaced(c.Rune)) && gap < 0.7*em
}

// between places a space between two signs where it has no width of its own.
func (c Char) between(a, b Char) Char {
	if c.X1 <= c.X0 || !placed(c) {
		mid := (max(a.X0, b.X0) + min(a.X1, b.X1)) / 2
		c.X0, c.X1 = mid, mid
	}
	c.Rune, c.Base, c.Size = ' ', a.Base, a.Size
	return c
}

// placed reports whether a sign is somewhere at all: broken files hold numbers
// that are none.
func placed(c Char) bool {
	for _, v := range [...]float64{c.X0, c.X1, c.Base, c.Size} {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return c.Size > 0.5 && c.X1 >= c.X0
}

func ligature(r rune) bool { return r >= 0xfb00 && r <= 0xfb06 }

func newFragment(run []Char) (Fragment, bool) {
	if len(run) == 0 {
		return Fragment{}, false
	}
	f := Fragment{Span: Span{run[0].X0, run[0].X1}}
	f.Size, f.Base = usual(run)
	for _, c := range run {
		f.right += one(rightward(c.Rune))
		f.left += one(unicode.IsLetter(c.Rune) && !rightward(c.Rune))
	}
	if f.right > f.left {
		run = logical(run)
	}
	var text strings.Builder
	for _, c := range run {
		f.Span = f.Join(Span{c.X0, c.X1})
		if c.Rune == ' ' {
			text.WriteByte(' ')
			continue
		}
		f.Count++
		f.bold += one(c.Bold)
		text.WriteString(f.sign(c))
	}
	f.Text = text.String()
	f.Font, f.Fixed = run[0].Font, evenly(run)
	return f, true
}

// evenly reports whether enough signs stand at even distances to tell that their
// font gives all of them one width.
func evenly(run []Char) bool {
	const enough = 6
	if len(run) < enough || Unspaced(run[0].Rune) {
		return false
	}
	pitch := math.Inf(1)
	for i := 1; i < len(run); i++ {
		if run[i].Rune != ' ' && run[i-1].Rune != ' ' {
			pitch = min(pitch, run[i].X-run[i-1].X)
		}
	}
	if pitch < 0.2*run[0].Size || math.IsInf(pitch, 1) {
		return false
	}
	last := run[0].X
	for _, c := range run[1:] {
		if c.Rune == ' ' {
			continue
		}
		steps := (c.X - last) / pitch
		if !Near(steps, math.Round(steps), 0.04) {
			return false
		}
		last = c.X
	}
	return true
}

// usual returns the size that most signs have and the line that those stand on.
func usual(run []Char) (size, base float64) {
	count := map[float64]int{}
	for _, c := range run {
		if s := Half(c.Size); c.Rune != ' ' {
			count[s]++
			if count[s] > count[size] || count[s] == count[size] && s > size {
				size = s
			}
		}
	}
	for _, c := range run {
		if Half(c.Size) == size && c.Rune != ' ' {
			return size, c.Base
		}
	}
	return size, run[0].Base
}

// Half rounds a size to half a point.
func Half(v float64) float64 { return math.Round(v*2) / 2 }

// sign returns what c reads as in f: ligatures in letters, raised digits as
// superscripts, a hyphen that the reader of the file found at the end of a line.
func (f *Fragment) sign(c Char) string {
	switch {
	case c.Rune == 2 || c.Rune == 0xfffe:
		return "-"
	case ligature(c.Rune):
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[c.Rune-0xfb00]
	case c.Rune >= 0xf900 && c.Rune <= 0xfaff:
		return text.Clean(string(c.Rune)) // a second number of a Chinese sign, which looks alike
	case c.Rune >= '0' && c.Rune <= '9' && c.Size < 0.85*f.Size && f.Base-c.Base > raised*f.Size:
		return string([]rune(text.Superscripts)[c.Rune-'0'])
	}
	return string(c.Rune)
}
