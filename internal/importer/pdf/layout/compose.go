package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
)

// A composer makes paragraphs of lines and blocks of paragraphs.
type composer struct {
	lines   []typeset.Line
	marks   []pages.Bookmark
	titles  map[int][]string       // the letters of those of each page
	margins map[int][]typeset.Line // notes in the margin by page
	entries map[string]int         // titles in tables of contents, by their letters

	body    float64 // size of the text
	style   style   // and how it is set
	fixed   bool    // most of the text is of one width: then that does not mean code
	leading float64 // usual distance of lines, in ems
	join    *joiner
	pages   int // of the document
	done    int // pages whose notes are written
	title   string

	depths map[*paragraph]int // of points with numbers, where only their indentation tells

	header     []block.Cell // the first row of the table before, if nothing stands behind that
	headerPage int

	out block.Builder
}

func newComposer(all []typeset.Line, marks []pages.Bookmark) *composer {
	c := &composer{lines: all, marks: marks, titles: pages.Openings(marks).Titles, join: newJoiner(all)}
	count := map[style]int{}
	fixed, signs := 0, 0
	for i := range all {
		l := &all[i]
		s, n := styleOf(l), utf8.RuneCountInString(l.Text)
		count[s] += n
		signs += n
		fixed += n * one(l.Fixed)
		if count[s] > count[c.style] || count[s] == count[c.style] && s.size < c.style.size {
			c.style = s
		}
	}
	c.body, c.fixed = c.style.size, 2*fixed > signs
	c.leading = usualLeading(all, c.body)
	for i := range all {
		all[i].Fixed = all[i].Fixed && !c.fixed
	}
	return c
}

// usualLeading returns the distance that most lines of the text have, in ems.
func usualLeading(all []typeset.Line, body float64) float64 {
	count := map[float64]int{}
	best := 1.2
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], &all[i]
		d := math.Round((b.Base-a.Base)/body*20) / 20
		if a.Area == b.Area && a.Page == b.Page && typeset.Near(b.Size, body, 0.3) && d > 0.8 && d < 3 {
			count[d]++
			if count[d] > count[best] || count[d] == count[best] && d < best {
				best = d
			}
		}
	}
	return best
}

// compose goes through the pages.
func (c *composer) compose() {
	ps, notes := c.paragraphs()
	ps = wholeHeadings(ps, c.marks)
	h := findHeads(ps, c.marks, c.style)
	h.findEntries(ps, c.entries)
	c.depths = nestedPoints(ps, h)
	for i := range ps {
		p := &ps[i]
		c.emit(p, h)
		if i+1 < len(ps) && ps[i+1].page() == p.lastPage() {
			c.emitMargins(p.lastPage(), p.bottom())
		} else {
			c.emitNotes(p.lastPage(), notes)
		}
	}
	c.emitNotes(c.pages, notes)
}

func (p *paragraph) page() int {
	if p.rows != nil {
		return p.rows[0].page
	}
	return p.first().Page
}

func (p *paragraph) lastPage() int {
	if p.rows != nil {
		return p.rows[len(p.rows)-1].page
	}
	return p.last().Page
}

// bottom returns the height at which a paragraph ends.
func (p *paragraph) bottom() float64 {
	if p.rows != nil {
		return math.Inf(-1)
	}
	return p.last().Base
}

// paragraphs makes paragraphs and tables of the lines, and parts the footnotes
// from them, by page.
func (c *composer) paragraphs() ([]paragraph, map[int][]paragraph) {
	var out []paragraph
	notes := map[int][]paragraph{}
	for from := 0; from < len(c.lines); {
		to := from
		for to < len(c.lines) && c.lines[to].Page == c.lines[from].Page {
			to++
		}
		page := c.lines[from].Page
		text, below := c.takeNotes(c.lines[from:to])
		notes[page] = below
		for _, n := range below {
			c.join.notes[page] = append(c.join.notes[page], n.label)
		}
		out = c.grow(out, text)
		from = to
	}
	return out, notes
}

// grow adds the lines of a page to the paragraphs.
func (c *composer) grow(ps []paragraph, ls []typeset.Line) []paragraph {
	for i := 0; i < len(ls); {
		if g := ls[i].Table(); g != nil {
			ps = append(ps, paragraph{rows: ruled(g, ls[i].Page)})
			i++
			continue
		}
		if p, n := hung(ls[i:]); n > 0 {
			ps = append(ps, p)
			i += n
			continue
		}
		if rows, n := c.table(ls[i:]); n > 0 {
			ps = append(ps, paragraph{rows: rows})
			i += n
			continue
		}
		roundBullet(&ls[i])
		if last := len(ps) - 1; last >= 0 && ps[last].rows == nil && !c.breaks(&ps[last], &ls[i]) {
			ps[last].lines = append(ps[last].lines, ls[i])
		} else {
			ps = append(ps, paragraph{lines: []typeset.Line{ls[i]}})
		}
		i++
	}
	return ps
}

func (c *composer) emit(p *paragraph, h *heads) {
	like := block.Block{Kind: block.Paragraph, Page: p.page()}
	if p.rows != nil {
		c.emitTable(p)
		return
	}
	c.header = nil // what follows is another table
	if h.joined[p] {
		return
	}
	level, label := h.level(p), ""
	text := c.join.text(p.lines, p.first().Fixed && level == 0)
	if n := h.number[p]; n != "" {
		text = n + "\n" + text
	}
	switch {
	case level > 0:
		like.Kind, like.Level = block.Heading, level
	case p.first().Fixed:
		like.Kind = block.Code
	case isPoint(p.first()):
		like.Kind, like.Level = block.Item, c.depth(p.first())
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	case c.depths[p] > 0:
		like.Kind, like.Level = block.Item, c.depths[p]
		label = strings.TrimSpace(pages.Marker.FindString(text))
		text = text[len(label):]
	case raisedNumber(text) > 0:
		end := superscript.FindStringIndex(text)[1]
		label, text = plainDigits(text[:end]), text[end:]
	}
	if p == h.title {
		c.title = block.Clean(text)
	}
	c.out.Add(like, label, " ", text)
}

// isPoint reports whether a line begins a point of a list. A dash may also begin
// what somebody says, unless it hangs before the text.
func isPoint(l *typeset.Line) bool {
	return bullet.MatchString(l.Text) && (hanging(l) || !dash.MatchString(l.Text))
}

var dash = regexp.MustCompile(`^[–—-]`)

// depth returns the depth of a list item, by how far it is set in: a level for
// each two ems, beginning with the first.
func (c *composer) depth(l *typeset.Line) int {
	return 1 + min(int(max(l.Start()-c.body, 0)/(2*c.body)), 8)
}

func (c *composer) emitTable(p *paragraph) {
	head := headed(p.rows)
	for i, r := range p.rows {
		cells := make([]block.Cell, len(r.cells))
		for j, ls := range r.cells {
			cells[j] = block.Cell{Text: c.join.text(ls, false), Joined: j < len(r.joined) && r.joined[j]}
		}
		if i == 0 && len(p.rows) > 1 {
			again := slices.Equal(cells, c.header) && r.page == c.headerPage+1
			c.header, c.headerPage = cells, r.page
			if again { // the table goes on from the page before
				continue
			}
		}
		c.out.AddRow(block.Block{Page: r.page, Header: head && i == 0}, cells)
	}
}

// emitNotes writes the footnotes of the pages up to one, and what is left in
// their margins.
func (c *composer) emitNotes(upTo int, notes map[int][]paragraph) {
	for ; c.done < upTo; c.done++ {
		page := c.done + 1
		c.emitMargins(page, math.Inf(1))
		for _, n := range notes[page] {
			c.out.Add(block.Block{Kind: block.Note, Page: page}, n.label, " ", strings.TrimSpace(c.join.text(n.lines, false)))
		}
	}
}

// emitMargins writes the notes in the margin of a page that begin above a height.
func (c *composer) emitMargins(page int, above float64) {
	rest := c.margins[page]
	for len(rest) > 0 && rest[0].Base <= above {
		c.out.Add(block.Block{Kind: block.Note, Page: page}, "", "", rest[0].Text)
		rest = rest[1:]
	}
	c.margins[page] = rest
}
