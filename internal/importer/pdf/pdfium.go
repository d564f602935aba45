package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"pincite/internal/importer/pdf/layout"
	"pincite/internal/importer/pdf/typeset"
)

// Limits on a file.
const (
	maxMemoryPages = 12_288 // of PDFium, 64 KB each
	maxPages       = 10_000
	maxPageChars   = 300_000
	maxChars       = 20_000_000 // of all pages
)

// A file is an open PDF file.
type file struct {
	lib      pdfium.Pdfium
	doc      references.FPDF_DOCUMENT
	warnings []string
	pieces   int // of drawings, that were asked for
}

// start starts PDFium; the function ends it.
func start(cacheDir string) (pdfium.Pdfium, func(), error) {
	config, err := runtimeConfig(cacheDir)
	if err != nil {
		return nil, nil, err
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       context.Background(),
		MaxIdle:       1,
		MaxTotal:      1,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // it sees no file
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("start PDFium: %w", err)
	}
	lib, err := pool.GetInstance(time.Minute)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("start PDFium: %w", err), pool.Close())
	}
	return lib, func() { pool.Close() }, nil
}

// open opens the file.
func open(lib pdfium.Pdfium, data []byte, req request) (*file, error) {
	f := &file{lib: lib}
	ask := &requests.OpenDocument{File: &data}
	if req.Password != "" {
		ask.Password = &req.Password
	}
	opened, err := lib.OpenDocument(ask)
	if err != nil {
		return nil, whyNot(err, req.Password)
	}
	f.doc = opened.Document
	return f, nil
}

// close lets go of the file. Whether that goes well changes nothing about what was read.
func (f *file) close() {
	_, _ = f.lib.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: f.doc})
}

func runtimeConfig(cacheDir string) (wazero.RuntimeConfig, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemoryPages)
	if cacheDir == "" {
		return config, nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(cacheDir)
	if err != nil {
		return nil, fmt.Errorf("open the cache of compiled code: %w", err)
	}
	return config.WithCompilationCache(cache), nil
}

// whyNot says in plain words why a file could not be opened.
func whyNot(err error, password string) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword) && password == "":
		return errors.New("the file is encrypted; set its password (import.password, or PINCITE_IMPORT_PASSWORD)")
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return errors.New("the file is encrypted and the password that is set (import.password) is not its own")
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return errors.New("the file is encrypted in a way that is not known here; save it without a password")
	}
	return fmt.Errorf("the file is damaged: PDFium says %q", err)
}

// pages reads all pages.
func (f *file) pages(l *layout.Layout, progress io.Writer) error {
	n, err := f.lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil {
		return fmt.Errorf("count the pages: %w", err)
	}
	if n.PageCount > maxPages {
		return fmt.Errorf("the file has %d pages, more than %d", n.PageCount, maxPages)
	}
	chars := 0
	for i := range n.PageCount {
		p, err := f.page(i)
		if err != nil {
			f.warnings = append(f.warnings, fmt.Sprintf("page %d could not be read: %v", i+1, err))
		}
		if chars += len(p.Chars); chars > maxChars {
			return fmt.Errorf("the first %d pages have more than %d characters", i+1, maxChars)
		}
		l.Add(p)
		if _, err := fmt.Fprintf(progress, progressLine, i+1, n.PageCount); err != nil {
			return fmt.Errorf("nobody waits for the pages any more: %w", err)
		}
	}
	return nil
}

// page reads page i, from 0.
func (f *file) page(i int) (typeset.Page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}
	if err := f.tooMany(at); err != nil {
		return typeset.Page{}, err
	}
	text, err := f.lib.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: at, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		return typeset.Page{}, err
	}
	places, err := f.places(at, len(text.Chars))
	if err != nil {
		return typeset.Page{}, err
	}
	p := toPage(text.Chars, places)
	if typeset.Jumps(p.Chars) >= fewJumps {
		p.Rules = f.rules(at, usualAngle(text.Chars))
	}
	if len(text.Chars) == 0 {
		drawn, err := f.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
		if err != nil {
			return typeset.Page{}, err
		}
		p.Blank = drawn.Count == 0
	}
	return p, nil
}

// tooMany refuses a page with more signs than anybody reads.
func (f *file) tooMany(at requests.Page) error {
	page, err := f.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return err
	}
	n, err := f.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: page.TextPage})
	if err == nil && n.Count > maxPageChars {
		err = fmt.Errorf("it has %d characters, more than %d", n.Count, maxPageChars)
	}
	_, closeErr := f.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: page.TextPage})
	return errors.Join(err, closeErr)
}

// A place is where a sign stands on its line, in the axes of the file, and whether it is
// made bold by drawing its outline, too.
type place struct {
	x, y     float64
	outlined bool
}

// places finds out how each of the n signs of a page stands. Whether it is outlined is
// asked of the first and the last sign of a line, and of those between only where these
// differ, since each answer costs a call.
func (f *file) places(at requests.Page, n int) ([]place, error) {
	page, err := f.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return nil, err
	}
	out := make([]place, n)
	for i := range out {
		if o, err := f.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: page.TextPage, Index: i}); err == nil {
			out[i] = place{x: o.X, y: o.Y}
		}
	}
	for from, to := 0, 0; from < n; from = to {
		for to = from + 1; to < n && out[to].y == out[from].y; to++ {
		}
		first := f.outlined(page.TextPage, from)
		last := first
		if to-1 > from {
			last = f.outlined(page.TextPage, to-1)
		}
		out[from].outlined, out[to-1].outlined = first, last
		for i := from + 1; i < to-1; i++ {
			out[i].outlined = first
			if first != last {
				out[i].outlined = f.outlined(page.TextPage, i)
			}
		}
	}
	_, err = f.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: page.TextPage})
	return out, err
}

// outlined reports whether sign i is filled and outlined, as programs have it where a font
// has no bold one beside it; many East Asian ones have none.
func (f *file) outlined(page references.FPDF_TEXTPAGE, i int) bool {
	of, err := f.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: page, Index: i})
	if err != nil {
		return false
	}
	mode, err := f.lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: of.TextObject})
	return err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_FILL_STROKE
}

// toPage turns the signs so that most of them stand upright, and leaves out the
// others: stamps along the edge.
func toPage(chars []*responses.GetPageTextStructuredChar, places []place) typeset.Page {
	turn := usualAngle(chars)
	sin, cos := math.Sincos(turn) // angles are counted clockwise
	var p typeset.Page
	for i, c := range chars {
		r := []rune(c.Text)
		if len(r) == 0 {
			continue
		}
		if !blankRune(r[0]) && angleBetween(c.Angle, turn) > 0.1 {
			continue
		}
		o, b := places[i], c.PointPosition
		x := func(px, py float64) float64 { return px*cos - py*sin }
		x0, x1 := x(b.Left, b.Bottom), x(b.Right, b.Top)
		char := typeset.Char{Rune: r[0], X0: min(x0, x1), X1: max(x0, x1), X: x(o.x, o.y), Base: -(o.x*sin + o.y*cos)}
		if c.FontInformation != nil {
			char.Font = c.FontInformation.Name
			char.Size, char.Bold = size(c.FontInformation), o.outlined || bold(c.FontInformation)
		}
		p.Chars = append(p.Chars, char)
	}
	return p
}

func blankRune(r rune) bool { return r == ' ' || r == '\r' || r == '\n' || r == '\t' }

// usualAngle returns the angle, in radians, at which most signs stand.
func usualAngle(chars []*responses.GetPageTextStructuredChar) float64 {
	count := map[int]int{}
	best := 0
	for _, c := range chars {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		a := int(math.Round(c.Angle/(math.Pi/2))) % 4
		if count[a]++; count[a] > count[best] {
			best = a
		}
	}
	return float64(best) * math.Pi / 2
}

func angleBetween(a, b float64) float64 {
	d := math.Mod(math.Abs(a-b), 2*math.Pi)
	return min(d, 2*math.Pi-d)
}

// size returns the size of a font as it appears.
func size(info *responses.FontInformation) float64 {
	if info.RenderedSize > 0 {
		return info.RenderedSize
	}
	return info.Size
}

// bold reports whether a font is bold. Many files say so by its name alone.
func bold(info *responses.FontInformation) bool {
	const forceBold = 1 << 18 // flag of a font in PDF
	name := strings.ToLower(info.Name)
	for _, sign := range []string{"bold", "black", "heavy", "demi", "cmbx", "sfbx"} {
		if strings.Contains(name, sign) {
			return true
		}
	}
	return info.Weight >= 600 || info.Flags&forceBold != 0
}
