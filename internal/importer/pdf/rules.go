package pdf

import (
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"pincite/internal/importer/pdf/typeset"
)

// What is asked for of the drawings of a page and of a file, since each answer costs a call
// and is kept until the file is closed.
const (
	fewJumps       = 3 // between cells: a page with fewer has no table
	maxPageObjects = 4_000
	maxPagePieces  = 50_000    // objects, and the segments of their paths
	maxPieces      = 1_000_000 // of all pages
	maxSegments    = 1_000     // of a path
	box            = 5         // segments: what has no more and is filled is a background
)

// rules returns the straight lines that are drawn on a page, turned as its text is; none
// where there are so many objects, or pieces of them, that it must be a drawing.
func (f *file) rules(at requests.Page, turn float64) []typeset.Rule {
	n, err := f.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil || n.Count > maxPageObjects || f.pieces+n.Count > maxPieces {
		return nil
	}
	before := f.pieces
	f.pieces += n.Count
	sin, cos := math.Sincos(turn)
	var out []typeset.Rule
	for i := range n.Count {
		o, err := f.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			continue
		}
		found := f.rulesOf(o.PageObject)
		if f.pieces-before > maxPagePieces {
			return nil
		}
		for _, r := range found {
			out = append(out, typeset.Rule{
				X: between(r.X.X0*cos-r.Y.X0*sin, r.X.X1*cos-r.Y.X1*sin),
				Y: between(-(r.X.X0*sin + r.Y.X0*cos), -(r.X.X1*sin + r.Y.X1*cos)),
			})
		}
	}
	return out
}

// rulesOf returns the straight lines of an object.
func (f *file) rulesOf(o references.FPDF_PAGEOBJECT) []typeset.Rule {
	kind, err := f.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil || kind.Type != enums.FPDF_PAGEOBJ_PATH {
		return nil
	}
	b, err := f.lib.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return nil
	}
	r := typeset.Rule{X: typeset.Span{X0: float64(b.Left), X1: float64(b.Right)}, Y: typeset.Span{X0: float64(b.Bottom), X1: float64(b.Top)}}
	if r.Thin() {
		return []typeset.Rule{r}
	}
	return f.segments(o)
}

// segments returns the straight lines that a path is drawn of.
func (f *file) segments(o references.FPDF_PAGEOBJECT) []typeset.Rule {
	n, err := f.lib.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil || n.Count > maxSegments {
		return nil
	}
	mode, err := f.lib.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil || !mode.Stroke && n.Count <= box || f.pieces+n.Count > maxPieces {
		return nil
	}
	f.pieces += n.Count
	m, err := f.lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return nil
	}
	var out []typeset.Rule
	var first, last [2]float64
	to := func(p [2]float64) {
		out = append(out, typeset.Rule{X: between(last[0], p[0]), Y: between(last[1], p[1])})
		last = p
	}
	for i := range n.Count {
		s, err := f.lib.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
		if err != nil {
			return nil
		}
		kind, err := f.lib.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return nil
		}
		p, err := f.lib.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return nil
		}
		x, y := float64(p.X), float64(p.Y)
		point := [2]float64{
			float64(m.Matrix.A)*x + float64(m.Matrix.C)*y + float64(m.Matrix.E),
			float64(m.Matrix.B)*x + float64(m.Matrix.D)*y + float64(m.Matrix.F),
		}
		switch kind.Type {
		case enums.FPDF_SEGMENT_LINETO:
			to(point)
		case enums.FPDF_SEGMENT_MOVETO:
			first, last = point, point
		default:
			last = point
		}
		if end, err := f.lib.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment}); err == nil && end.IsClose {
			to(first)
		}
	}
	return out
}

func between(a, b float64) typeset.Span {
	return typeset.Span{X0: math.Min(a, b), X1: math.Max(a, b)}
}
