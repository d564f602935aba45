package typeset

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
	Rules []Rule
	Blank bool // nothing is drawn on it, not even a picture
}

// A Span is a range on the x axis.
type Span struct{ X0, X1 float64 }

// Width returns how wide s is.
func (s Span) Width() float64 { return s.X1 - s.X0 }

// Join returns the smallest span that holds s and t.
func (s Span) Join(t Span) Span { return Span{min(s.X0, t.X0), max(s.X1, t.X1)} }

// Gap returns how far s and t are apart; it is negative where they overlap.
func (s Span) Gap(t Span) float64 { return max(t.X0-s.X1, s.X0-t.X1) }
