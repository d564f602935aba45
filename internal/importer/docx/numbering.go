package docx

import (
	"strconv"
	"strings"

	"pincite/internal/importer/docx/numeral"
)

const levels = 9 // of a list

// A numbered says which list a paragraph belongs to and at which level; the
// zero value says nothing. List "0" takes a paragraph out of the list of its
// style.
type numbered struct {
	list  string
	level string // from "0"
}

// numbering reads the list of paragraph properties.
func numbering(ppr *node) numbered {
	n := ppr.child("numPr")
	return numbered{list: n.val("numId"), level: n.val("ilvl")}
}

// or fills in what n does not say.
func (n numbered) or(m numbered) numbered {
	if n.list == "" {
		n.list = m.list
	}
	if n.level == "" {
		n.level = m.level
	}
	return n
}

// A level is one level of a list definition.
type level struct {
	start   int
	format  string // "decimal", "bullet", …
	text    string // "%1.%2"
	legal   bool   // all numbers in decimal
	restart int    // begins anew after this level, from 1, or a higher one; 0 never, -1 after any higher
	style   string // the paragraph style that belongs to it
	glued   bool   // nothing stands between number and text
}

// An abstract is a definition that lists share, and the count that they share.
type abstract struct {
	levels [levels]level
	link   string // a style whose list defines the levels
	style  string // the style that this definition is for

	count [levels]int
	used  [levels]bool
}

// A list is a use of a definition.
type list struct {
	of     *abstract
	levels [levels]*level // overrides
	start  [levels]int    // overrides, -1 for none
	begun  [levels]bool
}

// lists are the lists of a document by id, with their counts.
type lists map[string]*list

func readLists(p *pack, s *styles) (lists, error) {
	all, abstracts := lists{}, map[string]*abstract{}
	err := p.each(p.rels["numbering"], func(n *node) error {
		switch n.name {
		case "abstractNum":
			abstracts[n.attr("abstractNumId")] = readAbstract(n)
		case "num":
			if of := abstracts[n.val("abstractNumId")]; of != nil {
				all[n.attr("numId")] = readList(n, of)
			}
		}
		return nil
	})
	for _, a := range abstracts {
		a.follow(abstracts, all, s)
	}
	return all, err
}

func readAbstract(n *node) *abstract {
	a := &abstract{link: n.val("numStyleLink"), style: n.val("styleLink")}
	for i := range a.levels {
		a.levels[i] = level{start: 1, restart: -1}
	}
	for _, k := range n.kids {
		if i, err := strconv.Atoi(k.attr("ilvl")); k.name == "lvl" && err == nil && i >= 0 && i < levels {
			a.levels[i] = readLevel(k)
		}
	}
	return a
}

func readLevel(n *node) level {
	l := level{start: 0, restart: -1, format: n.val("numFmt"), text: n.val("lvlText"), style: n.val("pStyle"), glued: n.val("suff") == "nothing"}
	if f := n.child("numFmt"); f == nil { // newer formats stand beside a plain one
		l.format = n.child("AlternateContent").child("Fallback").val("numFmt")
	}
	if l.format == "" {
		l.format = "decimal"
	}
	if v, err := strconv.Atoi(n.val("start")); err == nil {
		l.start = v
	}
	if v, err := strconv.Atoi(n.val("lvlRestart")); err == nil {
		l.restart = v
	}
	l.legal, _ = n.on("isLgl")
	return l
}

func readList(n *node, of *abstract) *list {
	l := &list{of: of}
	for i := range l.start {
		l.start[i] = -1
	}
	for _, k := range n.kids {
		i, err := strconv.Atoi(k.attr("ilvl"))
		if k.name != "lvlOverride" || err != nil || i < 0 || i >= levels {
			continue
		}
		if v, err := strconv.Atoi(k.val("startOverride")); err == nil {
			l.start[i] = v
		}
		if lvl := k.child("lvl"); lvl != nil {
			own := readLevel(lvl)
			l.levels[i] = &own
		}
	}
	return l
}

// follow takes the levels from the definition that a points to by a style.
func (a *abstract) follow(abstracts map[string]*abstract, all lists, s *styles) {
	if a.link == "" {
		return
	}
	if l := all[s.byID[a.link].num.list]; l != nil && l.of != a {
		a.levels = l.of.levels
		return
	}
	for _, b := range abstracts {
		if b.style == a.link && b != a {
			a.levels = b.levels
		}
	}
}

func (l *list) level(i int) *level {
	if l.levels[i] != nil {
		return l.levels[i]
	}
	return &l.of.levels[i]
}

// begin returns the number that level i starts with.
func (l *list) begin(i int) int {
	if l.start[i] >= 0 {
		return l.start[i]
	}
	return l.level(i).start
}

// styled returns the level that belongs to a paragraph style.
func (l *list) styled(id string) (int, bool) {
	for i := range levels {
		if id != "" && l.level(i).style == id {
			return i, true
		}
	}
	return 0, false
}

// next counts a paragraph at level i and returns its number as Word shows it:
// "6.2(c)", or "" for a bullet.
func (l *list) next(i int) string {
	a := l.of
	if l.start[i] >= 0 && !l.begun[i] { // a list that restarts does so where it begins
		a.used[i] = false
	}
	l.begun[i] = true
	if a.used[i] {
		a.count[i]++
	} else {
		a.count[i], a.used[i] = l.begin(i), true
	}
	for j := i + 1; j < levels; j++ {
		if after := l.level(j).restart; after < 0 || i < after {
			a.used[j] = false
		}
	}
	return l.show(i)
}

// show writes the number of level i from the counts. A higher level that has not
// occurred is shown with the number that it would start with.
func (l *list) show(i int) string {
	lvl := l.level(i)
	if lvl.format == "bullet" {
		return ""
	}
	var out strings.Builder
	for rest := lvl.text; rest != ""; {
		if rest[0] != '%' || len(rest) < 2 || rest[1] < '1' || rest[1] > '9' {
			out.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		j := int(rest[1] - '1')
		rest = rest[2:]
		n, format := l.of.count[j], l.level(j).format
		if !l.of.used[j] {
			n = l.begin(j)
		}
		if lvl.legal && format != "none" {
			format = "decimal"
		}
		out.WriteString(numeral.Write(format, n))
	}
	return strings.TrimSpace(out.String())
}
