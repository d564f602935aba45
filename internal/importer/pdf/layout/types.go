package layout

// A Char is one sign of a page, as it is placed there. Coordinates are in points
// with y downwards; where they begin does not matter.
type Char struct {
	Rune    rune
	X0, X1  float64 // left and right edge of its ink
	X, Base float64 // where it stands on its line
	Size    float64 // of its font, as it appears
	Font    string  // its name
	Bold    bool
}

// A Page is what stands on one page, in the order in which the file draws it.
type Page struct {
	Chars []Char
}

// A Bookmark is an entry of a file's own outline.
type Bookmark struct {
	Title string
	Level int // from 1
	Page  int // from 1; 0 where it leads nowhere
}

// span is a range on the x axis.
type span struct{ x0, x1 float64 }

func (s span) width() float64 { return s.x1 - s.x0 }

func (s span) join(t span) span { return span{min(s.x0, t.x0), max(s.x1, t.x1)} }

// gap returns how far s and t are apart; it is negative where they overlap.
func (s span) gap(t span) float64 { return max(t.x0-s.x1, s.x0-t.x1) }
