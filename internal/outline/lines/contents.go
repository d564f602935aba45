package lines

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
)

// contentsWords head tables of contents, in many languages; "Sec." stands above the column of numbers in laws of the United States.
var contentsWords = map[string]bool{"contents": true, "table of contents": true, "目录": true, "目次": true, "目録": true, "차례": true, "목차": true,
	"содержание": true, "оглавление": true, "índice": true, "contenido": true, "tabla de contenidos": true, "sumario": true, "sommaire": true, "table des matières": true,
	"inhaltsübersicht": true, "sec.": true, "inhalt": true, "inhaltsverzeichnis": true, "indice": true, "sumário": true, "المحتويات": true, "الفهرس": true, "sommario": true, "inhoud": true, "inhoudsopgave": true,
	"innehåll": true, "innehållsförteckning": true, "indhold": true, "indholdsfortegnelse": true, "innhold": true, "sisällys": true, "sisällysluettelo": true,
	"spis treści": true, "obsah": true, "tartalom": true, "tartalomjegyzék": true, "cuprins": true, "içindekiler": true, "mục lục": true, "daftar isi": true,
	"πίνακας περιεχομένων": true, "περιεχόμενα": true, "зміст": true, "съдържание": true, "תוכן עניינים": true, "תוכן": true, "فهرست": true, "فهرست مطالب": true}

// contents marks tables of contents: lines that end in page numbers which grow, or,
// under a heading of that name or many of them in a row, lines that come back later in
// the text. A text may have one of its own above each chapter.
func (t *Text) contents() {
	t.paged()
	var later *rest
	marked := t.marked()
	for i := range t.Lines {
		headed := !t.Lines[i].Out && contentsHead(t.Line(i))
		if !headed && !t.dense(i, marked) {
			continue
		}
		if later == nil {
			later = t.restFrom(i + 1)
		}
		switch {
		case headed:
			t.Lines[i].Out = true
			t.listed(i+1, later)
		case t.returns(i, later):
			t.listed(i, later)
		}
	}
	if t.entries != nil {
		t.entered()
	}
}

// contentsHead reports the heading of a table of contents.
func contentsHead(s string) bool {
	const longest = 60
	if len(s) > longest {
		return false
	}
	s = strings.ToLower(strings.Trim(s, "#*:： "))
	return contentsWords[strings.Join(strings.Fields(s), "")] || contentsWords[s]
}

// denseLines is how many lines in a row are looked at to tell contents without a heading
// of that name, and fewDense how many of them have to be entries.
const (
	denseLines = 10
	fewDense   = 8
)

// marked returns how many of the lines before each one begin with a number and have
// words behind it.
func (t *Text) marked() []int32 {
	out := make([]int32, len(t.Lines)+1)
	for i := range t.Lines {
		out[i+1] = out[i]
		l, s := &t.Lines[i], t.Line(i)
		if l.Out || l.Given() || l.Kind == block.Code || len(s) > maxEntry {
			continue
		}
		if m, ok := heading.Read(s); ok && m.Numbered() && m.Rest < len(s) {
			out[i+1]++
		}
	}
	return out
}

// dense reports that nearly all lines from i on, which is one of them, begin with numbers.
func (t *Text) dense(i int, marked []int32) bool {
	return i+denseLines <= len(t.Lines) && marked[i+1] > marked[i] && marked[i+denseLines]-marked[i] >= fewDense
}

// returns reports that nearly all of those lines come back later, and so are entries of
// contents: most with their words, the others, which may be cut, with their number. Words
// that come back under another number are those of a rule that says the same.
func (t *Text) returns(i int, later *rest) bool {
	later.after(i + denseLines - 1)
	words, all := 0, 0
	for j := i; j < i+denseLines; j++ {
		switch s := t.Line(j); {
		case t.Lines[j].Out:
		case contentsHead(s):
			return false // what stands above it is none of its entries
		case later.says[ownKey(s)] > 0 || later.says[bareKey(s)] > 0:
			words, all = words+1, all+1
		case later.says[numberKey(s)] > 0:
			all++
		}
	}
	return all >= fewDense && words*2 > all
}

// maxEntry is the longest line of contents, in bytes.
const maxEntry = 200

// A rest counts what the lines from a line on say that may stand in contents.
type rest struct {
	*Text
	at   int
	says map[string]int
}

func (t *Text) restFrom(i int) *rest {
	r := &rest{t, i, map[string]int{}}
	for ; i < len(t.Lines); i++ {
		r.count(i, 1)
	}
	return r
}

// after forgets the lines up to i.
func (r *rest) after(i int) {
	for ; r.at <= i; r.at++ {
		r.count(r.at, -1)
	}
}

func (r *rest) count(i, by int) {
	s := r.Line(i)
	if len(s) > maxEntry || r.Lines[i].Out {
		return
	}
	if key := contentsKey(s); key != "" { // a rule says nothing
		r.says[key] += by
		r.says[ownKey(s)] += by
	}
	if n := numberKey(s); n != "" {
		r.says[n] += by
	}
	if own := captioned(s); own != "" {
		r.says[contentsKey(own)] += by
	}
}

// captioned returns what a list of tables has of the words above a table: all but the
// first, where a number follows it: "Table 2.1. Fares".
func captioned(s string) string {
	_, own, _ := strings.Cut(s, " ")
	if _, marked := heading.Read(s); marked || own == "" || own[0] < '0' || own[0] > '9' {
		return ""
	}
	return own
}

// listed marks the lines from from on that come back later, as those of contents do,
// up to where more than a few in a row do not. It keeps the words of those without
// numbers, which only contents tell to be headings.
func (t *Text) listed(from int, later *rest) {
	last, first := from-1, "" // the last line that comes back, and what the first one says
	for i := from; i < len(t.Lines) && i-last <= maxBetween; i++ {
		if t.Lines[i].Out {
			if last == i-1 {
				last = i
				if _, paged := trailingPage(t.Line(i)); paged && first == "" {
					first = entryKey(strings.TrimRight(t.Line(i), pageSigns))
				}
			}
			continue
		}
		later.after(i)
		key, number := contentsKey(t.Line(i)), numberKey(t.Line(i))
		switch {
		case key == "":
			continue
		case key == first || number != "" && number == first:
			return // here the text itself begins
		case later.says[key] == 0 && later.says[number] == 0:
			continue
		case first == "":
			first = entryKey(t.Line(i))
		}
		t.keep(i, key)
		for last < i || t.goesOn(last+1) && later.says[contentsKey(t.Line(last+1))] < 2 {
			last++
			t.Lines[last].Out = true
		}
	}
}

// pageSigns are those of a page number and of what leads to it.
const pageSigns = "0123456789. \t"

// entryKey is what tells an entry of contents where it comes back: its number, if that is
// likely to be that of one section only, or else its words.
func entryKey(s string) string {
	if number := numberKey(s); number != "" {
		return number
	}
	return contentsKey(s)
}

// An entry is a line of contents without a number.
type entry struct {
	depth int // 1 at the margin of the contents, 2 deeper
	times int // how often contents have it
}

// keep remembers a line of contents that has no number of its own, and how deep it
// stands.
func (t *Text) keep(i int, key string) {
	if _, marked := heading.Read(t.Line(i)); marked || t.Lines[i].Given() {
		return
	}
	if t.entries == nil {
		t.entries = map[string]entry{}
		t.margin = t.Lines[i].Indent
	}
	e := t.entries[key]
	e.times++
	if e.depth == 0 {
		e.depth = 1
		if t.Lines[i].Indent > t.margin+1 {
			e.depth = 2
		}
	}
	t.entries[key] = e
}

// goesOn reports a piece of the entry of contents above line i, deeper than that and
// without a number.
func (t *Text) goesOn(i int) bool {
	if i >= len(t.Lines) || t.Lines[i].Gap || t.Lines[i].Indent < t.Lines[i-1].Indent+2 {
		return false
	}
	_, marked := heading.Read(t.Line(i))
	return !marked
}

// entered marks the lines of their own that contents have without a number, each as
// often as contents do.
func (t *Text) entered() {
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.Out || l.Given() || !l.Gap || i+1 < len(t.Lines) && !t.Lines[i+1].Gap {
			continue
		}
		key := contentsKey(t.Line(i))
		if e := t.entries[key]; e.times > 0 {
			e.times--
			t.entries[key] = e
			l.Listed = e.depth
		}
	}
}

// minPaged is how many lines in a row with growing page numbers are a table of
// contents, and maxBetween how many lines without may stand between two of them.
const (
	minPaged   = 3
	maxBetween = 3
)

// paged marks lines of contents whose page number stands apart from their words:
// "1.2   Attendance                2".
func (t *Text) paged() {
	var found []int
	last := 0
	later := sync.OnceValue(func() map[string]int { return t.restFrom(0).says }) // few texts need it
	flush := func() {
		if len(found) >= minPaged && t.returning(found, later()) {
			for i := found[0]; i <= found[len(found)-1]; i++ {
				t.Lines[i].Out = true
			}
		}
		found, last = found[:0], 0
	}
	for i := range t.Lines {
		page, ok := trailingPage(t.Line(i))
		switch {
		case t.Lines[i].Given() || t.Lines[i].Kind == block.Code:
			flush()
		case ok && page >= last:
			found, last = append(found, i), page
		case ok || len(found) > 0 && i-found[len(found)-1] > maxBetween:
			flush()
			if ok {
				found, last = append(found, i), page
			}
		}
	}
	flush()
}

// returning reports whether at least half of the lines stand in the text a second
// time, without their page number: prices in a table do not.
func (t *Text) returning(found []int, later map[string]int) bool {
	n := 0
	for _, i := range found {
		s := strings.TrimRight(t.Line(i), pageSigns)
		if later[contentsKey(s)] > 0 {
			n++
		}
	}
	return n*2 >= len(found)
}

// trailingPage reads the page number that ends a line, with a wide space or dots
// before it and a single column of words before that.
func trailingPage(s string) (int, bool) {
	body := strings.TrimRight(s, "0123456789")
	digits := s[len(body):]
	if digits == "" || len(digits) > 4 || len(s) > 200 || !strings.HasSuffix(body, "   ") && !strings.HasSuffix(body, "\t") && !strings.HasSuffix(strings.TrimSuffix(body, " "), "..") {
		return 0, false
	}
	m, _ := heading.Read(body)
	words := strings.TrimRight(body[m.Rest:], ". \t")
	n, err := strconv.Atoi(digits)
	return n, err == nil && strings.ContainsFunc(words, unicode.IsLetter) && columns(words) == 1
}

// numberKey is the number of a line where it is likely to be that of one section only:
// one with a word or with dots. It is empty for other lines.
func numberKey(s string) string {
	m, ok := heading.Read(s)
	if !ok || m.Kind == "" && m.Prefix == "" {
		return ""
	}
	return "number " + m.Kind + " " + m.Full()
}

// ownKey is the number of a line, whatever stands around it, with its words; bareKey is
// the ownKey of a line that has these words and no number.
func ownKey(s string) string {
	m, ok := heading.Read(strings.TrimLeft(s, "-*+# "))
	if !ok {
		return bareKey(s)
	}
	return "own " + m.Full() + " " + contentsKey(s)
}

func bareKey(s string) string { return "own " + contentsKey(s) }

// contentsKey drops what differs between a heading and its line in the contents: signs,
// and the number with its word.
func contentsKey(s string) string {
	s = strings.TrimLeft(s, "-*+# ")
	if words, _, ok := strings.Cut(s, "]("); ok && s[0] == '[' { // a link
		s = words[1:]
	}
	if m, ok := heading.Read(s); ok && m.Rest < len(s) {
		s = s[m.Rest:]
	}
	return strings.TrimRight(document.OneLine(strings.ToLower(s)), ". ")
}
