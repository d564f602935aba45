package docx

import (
	"strconv"
	"strings"
)

const maxFields = 64 // inside one another

// A field is one that has begun and not ended: what it computes stands between
// its instruction and its end.
type field struct {
	code   string
	result bool
}

func (f field) contents() bool { return strings.HasPrefix(strings.TrimSpace(f.code), "TOC") }

// A runner reads the runs of a paragraph.
type runner struct {
	*reader
	out    strings.Builder
	p      *paragraph
	hidden bool // the style of the paragraph is
	bold   bool // what is read now is
}

// inContents reports whether a table of contents has begun and not ended.
func (r *reader) inContents() bool {
	for _, f := range r.fields {
		if f.contents() {
			return true
		}
	}
	return false
}

// unseen reports whether what is read now belongs to an instruction or a table
// of contents.
func (r *reader) unseen() bool {
	for _, f := range r.fields {
		if !f.result || f.contents() {
			return true
		}
	}
	return false
}

func (r *runner) walk(kids []*node) {
	for _, k := range kids {
		switch k.name {
		case "r":
			if !r.hiddenRun(k.child("rPr")) {
				around := r.bold
				r.bold = r.boldRun(k.child("rPr"))
				r.walk(k.kids)
				r.bold = around
			} else {
				r.fieldsOf(k)
			}
		case "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym":
			if !r.unseen() {
				r.write(character(k))
			}
		case "fldChar", "instrText", "fldSimple":
			r.field(k)
		case "bookmarkStart":
			r.p.anchor = better(r.p.anchor, k.attr("name"))
		case "footnoteReference", "endnoteReference":
			r.p.notes = append(r.p.notes, noteRef{kind: strings.TrimSuffix(k.name, "Reference"), id: k.attr("id"), mark: ownMark(k, kids)})
			if k.attr("customMarkFollows") != "" {
				return
			}
		case "txbxContent":
			r.p.boxes = append(r.p.boxes, k)
		case "AlternateContent":
			r.walk(alternative(k))
		case "ruby":
			r.walk(k.child("rubyBase").children())
		case "sdt":
			if shown(k) {
				r.walk(k.child("sdtContent").children())
			}
		case "altChunk", "subDoc":
			r.embedded()
		case "del", "moveFrom", "delText", "pPr", "rPr", "sdtPr", "Fallback":
		default: // ins, moveTo, hyperlink, smartTag, drawing, oMath …: what is inside counts
			r.walk(k.kids)
		}
	}
}

// write adds text. It marks where words in bold type end, and the line break between them
// and the first that are not.
func (r *runner) write(s string) {
	if !r.bold && !r.p.plain && strings.TrimSpace(s) != "" {
		r.p.plain = true
		before := strings.TrimRight(r.out.String(), " \t\n")
		if r.p.runIn = len(before); strings.Contains(r.out.String()[len(before):], "\n") {
			r.p.head = len(before)
		}
	}
	r.out.WriteString(s)
}

func (r *runner) hiddenRun(rpr *node) bool {
	if on, said := rpr.on("vanish"); said {
		return on
	}
	return r.hidden || r.styles.hidden(rpr.val("rStyle"))
}

func (r *runner) boldRun(rpr *node) bool {
	if on, said := rpr.on("b"); said {
		return on
	}
	return r.bold || r.styles.bold(rpr.val("rStyle"))
}

// character returns what an element of a run shows.
func character(n *node) string {
	switch n.name {
	case "t":
		return n.text
	case "cr":
		return "\n"
	case "noBreakHyphen":
		return "-"
	case "br":
		if kind := n.attr("type"); kind == "" || kind == "textWrapping" {
			return "\n"
		}
		return " "
	case "sym":
		if c, err := strconv.ParseUint(n.attr("char"), 16, 16); err == nil {
			return string(rune(c))
		}
		return ""
	}
	return "\t"
}

// field reads a part of a field. Its result stands among the runs, even over
// several paragraphs.
func (r *runner) field(n *node) {
	last := len(r.fields) - 1
	switch kind := n.attr("fldCharType"); {
	case n.name == "fldSimple":
		if !(field{code: n.attr("instr")}).contents() {
			r.walk(n.kids)
		}
	case kind == "begin" && len(r.fields) < maxFields:
		r.fields = append(r.fields, field{})
	case last < 0:
	case n.name == "instrText" && !r.fields[last].result && len(r.fields[last].code) < maxPlain:
		r.fields[last].code += n.text
	case kind == "separate":
		r.fields[last].result = true
	case kind == "end":
		r.fields = r.fields[:last]
	}
}

// fieldsOf reads the fields of a run that is not shown.
func (r *runner) fieldsOf(run *node) {
	for _, k := range run.kids {
		if k.name == "fldChar" || k.name == "instrText" {
			r.field(k)
		}
	}
}

// settle forgets, at the end of a paragraph, instructions that have not ended:
// what follows them is text.
func (r *reader) settle() {
	for len(r.fields) > 0 && !r.fields[len(r.fields)-1].result {
		r.fields = r.fields[:len(r.fields)-1]
	}
}

// ownMark returns the mark that an author gave a note, which stands behind its
// reference in the run.
func ownMark(ref *node, run []*node) string {
	if on := ref.attr("customMarkFollows"); on == "" || on == "0" || on == "false" {
		return ""
	}
	var out strings.Builder
	for _, k := range run {
		if k.name == "t" || k.name == "sym" {
			out.WriteString(character(k))
		}
	}
	return strings.TrimSpace(out.String())
}

// better chooses the anchor of a block: the first bookmark that a person named,
// else the first that Word made.
func better(have, name string) string {
	byWord := func(s string) bool { return s == "" || s[0] == '_' }
	if name == "" || name == "_GoBack" || have != "" && (byWord(name) || !byWord(have)) {
		return have
	}
	return name
}

// alternative returns what to read of content that is given in several forms:
// the first, which the newest programs show.
func alternative(n *node) []*node {
	if c := n.child("Choice"); c != nil {
		return c.kids
	}
	return n.child("Fallback").children()
}

func (n *node) children() []*node {
	if n == nil {
		return nil
	}
	return n.kids
}

// shown reports whether a content control holds text of the document: neither a
// prompt to fill it in nor contents made by Word.
func shown(sdt *node) bool {
	pr := sdt.child("sdtPr")
	prompt, _ := pr.on("showingPlcHdr")
	return !prompt && pr.child("docPartObj").val("docPartGallery") != "Table of Contents"
}
