package lines

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
)

// A Line is one line of a text that holds something, or a whole block whose kind
// the format tells.
type Line struct {
	Span   document.Span // without the white space around it
	Indent int           // runes of white space before it
	Gap    bool          // a blank line, a page break or the top of the text stands before it
	Page   bool          // a page break stands before it
	Out    bool          // furniture: in no section
	Soft   bool          // it goes on with the paragraph of the line before
	Room   int           // runes that the line before had to spare for its first word; below 0 if it had none
	List   bool          // it stands among lines that end in semicolons
	Split  bool          // it stands on the line of the number before
	Listed int           // contents have it without a number: 1 at their margin, 2 deeper; else 0

	Kind block.Kind // Text for a line of plain text
	From *block.Block

	view document.View // of a block with markup
}

// A Text is a text in lines. Out, Soft, Room, Hashes and the kinds of plain lines
// are known after [Text.Sort].
type Text struct {
	Source string
	Lines  []Line
	Hashes bool   // Markdown headings are in use
	Equals bool   // headings behind equals signs are, as AsciiDoc and Typst have them
	Title  string // what front matter calls the text

	markup []document.Markup
	width  int // of broken lines, in runes

	entries map[string]entry // of contents, by what they say
	margin  int              // of the contents, in runes
}

// Line returns the text of line i, as it is shown.
func (t *Text) Line(i int) string {
	if t.markup != nil {
		return t.Lines[i].view.Text
	}
	return t.Slice(t.Lines[i].Span)
}

// At returns where byte n of line i stands in the source.
func (t *Text) At(i, n int) int {
	if t.markup == nil {
		return t.Lines[i].Span.Start + n
	}
	if s := t.Line(i); n >= len(s) {
		return t.Lines[i].Span.End
	}
	return t.Lines[i].view.Source(n, n).Start
}

// Label returns how many bytes at the start of line i the format knows to be its
// number, 0 if it knows none.
func (t *Text) Label(i int) int {
	from := t.Lines[i].From
	if from == nil || from.Label.Empty() || from.Label.Start > t.Lines[i].Span.Start {
		return 0
	}
	return len(t.View(document.Span{Start: t.Lines[i].Span.Start, End: max(from.Label.End, t.Lines[i].Span.Start)}).Text)
}

// View returns span s as it is shown.
func (t *Text) View(s document.Span) document.View { return document.Show(t.Source, t.markup, s) }

// Slice returns the text of s.
func (t *Text) Slice(s document.Span) string { return t.Source[s.Start:s.End] }

// Given reports a block whose kind the format tells.
func (l *Line) Given() bool { return l.From != nil }

// Hard reports that the line before had room for the first word of this one, and
// some to spare: whoever broke it there meant it.
func (l *Line) Hard() bool {
	const spare = 4
	return l.Room >= spare
}

// Code reports preformatted text.
func (l *Line) Code() bool { return l.Kind == block.Code }

// Sort tells what the lines are: furniture, code, rows, notes, pieces of
// paragraphs. skip are further lines, word for word, that are furniture.
func (t *Text) Sort(skip []string) {
	t.partAtRules()
	t.frontMatter()
	t.fields()
	t.fences()
	t.Hashes, t.Equals = t.uses("#") > 0, t.uses("=") > 1
	t.closeEquals()
	t.furniture(skip)
	t.rows()
	t.dropRules()
	t.notes()
	t.wrap()
	t.split()
}

// New cuts the text blocks of a source at line ends of every system, and takes the
// other blocks as they are; blank lines only leave their mark on what follows.
func New(s *block.Source) *Text {
	t := &Text{Source: s.Text, markup: s.Markup}
	if len(s.Blocks) == 0 {
		t.cut(document.Span{End: len(s.Text)}, false)
	}
	for i := range s.Blocks {
		b := &s.Blocks[i]
		page := i > 0 && b.Page != s.Blocks[i-1].Page
		if b.Kind == block.Text || b.Kind == block.Code && indentedList(s.Text, b.Span) {
			t.cut(b.Span, page)
			continue
		}
		if span := trim(s.Text, b.Span); !span.Empty() {
			t.Lines = append(t.Lines, Line{Span: span, Gap: true, Page: page, Kind: b.Kind, From: b})
		}
	}
	if t.markup != nil {
		t.show()
	}
	return t
}

// indentedList reports a block of code that is none: points in brackets, which a
// Markdown file indents below those that they belong to.
func indentedList(text string, s document.Span) bool {
	for line := range strings.Lines(text[s.Start:s.End]) {
		line = strings.TrimSpace(line)
		if _, ok := heading.Read(line); line != "" && (!ok || line[0] != '(') {
			return false
		}
	}
	return strings.HasPrefix(strings.TrimSpace(text[s.Start:s.End]), "(")
}

// show keeps the views of the lines; lines of which nothing is shown go.
func (t *Text) show() {
	kept := t.Lines[:0]
	for _, l := range t.Lines {
		l.view = t.View(l.Span)
		if s := strings.TrimFunc(l.view.Text, heading.Blank); s != "" && s != l.view.Text {
			at := strings.Index(l.view.Text, s)
			l.Span = l.view.Source(at, at+len(s))
			l.view = t.View(l.Span)
		}
		if strings.TrimFunc(l.view.Text, heading.Blank) != "" {
			kept = append(kept, l)
		}
	}
	t.Lines = kept
}

func trim(text string, s document.Span) document.Span {
	body := strings.TrimLeftFunc(text[s.Start:s.End], heading.Blank)
	start := s.End - len(body)
	return document.Span{Start: start, End: start + len(strings.TrimRightFunc(body, heading.Blank))}
}

// cut appends the lines of span s; page says that a page begins there.
func (t *Text) cut(s document.Span, page bool) {
	gap := true
	text := t.Source[:s.End]
	for at := s.Start; at < len(text); {
		end, next := lineEnd(text, at)
		raw := text[at:end]
		body := strings.TrimLeftFunc(raw, heading.Blank)
		lead := raw[:len(raw)-len(body)]
		page = page || strings.Contains(lead, "\f")
		start := at + len(lead)
		body = strings.TrimRightFunc(body, heading.Blank)
		if body == "" {
			gap = true
		} else {
			span := document.Span{Start: start, End: start + len(body)}
			t.Lines = append(t.Lines, Line{Span: span, Indent: utf8.RuneCountInString(lead), Gap: gap || page, Page: page})
			gap, page = false, false
		}
		at = next
	}
}

// parts reports a long rule of plain text, which parts what stands below it from what is above
// as a blank line does: where there is a blank line above it, it underlines nothing.
func (t *Text) parts(i int) bool {
	const least = 20
	s := t.Line(i)
	return t.Lines[i].Gap && t.Lines[i].Kind == block.Text && len(s) >= least && strings.Trim(s, s[:1]) == "" && strings.Contains("=-_*~#", s[:1])
}

// partAtRules takes the long rules for blank lines, but those above a heading or the head of a
// table that has the same one below it.
func (t *Text) partAtRules() {
	const most = 3 // lines between two such rules
	for i := range len(t.Lines) - 1 {
		if !t.parts(i) {
			continue
		}
		closed := false
		for j := i + 2; j < min(i+2+most, len(t.Lines)) && !t.Lines[j].Gap && !closed; j++ {
			closed = t.Line(j) == t.Line(i)
		}
		t.Lines[i+1].Gap = t.Lines[i+1].Gap || !closed
	}
}

// dropRules sets aside the long rules that part the text, where they border no table. Those of
// underscores stand above notes and names.
func (t *Text) dropRules() {
	for i := range t.Lines {
		if t.parts(i) && t.Line(i)[0] != '_' && (i+1 == len(t.Lines) || t.Lines[i+1].Kind != block.Row) {
			t.Lines[i].Out = true
		}
	}
}

// lineEnd returns where the line that starts at at ends, and where the next starts.
func lineEnd(text string, at int) (end, next int) {
	i := strings.IndexAny(text[at:], "\n\r")
	if i < 0 {
		return len(text), len(text)
	}
	end = at + i
	if strings.HasPrefix(text[end:], "\r\n") {
		return end, end + 2
	}
	return end, end + 1
}

// frontMatter takes the title from the YAML between two lines of hyphens at the
// top of a plain text, and sets its lines aside.
func (t *Text) frontMatter() {
	const fence, longest = "---", 60
	if len(t.Lines) == 0 || t.Lines[0].Given() || t.Line(0) != fence {
		return
	}
	for end := 1; end < min(len(t.Lines), longest); end++ {
		if t.Line(end) != fence {
			if !strings.ContainsAny(t.Line(end), ":-#") {
				return
			}
			continue
		}
		for i := range end + 1 {
			t.Lines[i].Out = true
			if title, ok := strings.CutPrefix(t.Line(i), "title:"); ok {
				t.Title = strings.Trim(title, " \"'")
			}
		}
		return
	}
}

// maxHead is how many lines the fields at the top of a text may take.
const maxHead = 40

// fieldNames are those that such fields begin with.
var fieldNames = map[string]bool{"from": true, "to": true, "date": true, "title": true, "author": true, "version": true, "status": true,
	"pep": true, "rfc": true, "number": true, "id": true, "message-id": true}

// fields takes the title from fields as mails have them, "Title: Boats", in the lines that
// a plain text begins with, up to a blank one, and sets these aside.
func (t *Text) fields() {
	const fewest = 3
	end, n, title := 0, 0, ""
	for ; end < min(len(t.Lines), maxHead) && (end == 0 || !t.Lines[end].Gap); end++ {
		name, value, ok := strings.Cut(t.Line(end), ":")
		switch {
		case t.Lines[end].Given():
			return
		case t.Lines[end].Indent > 0 && n > 0: // the field above goes on
			continue
		case end == 0 && !fieldNames[strings.ToLower(name)], !ok || strings.ContainsAny(name, " .,;") || value != "" && !strings.HasPrefix(value, " "):
			return
		case strings.EqualFold(name, "title"), strings.EqualFold(name, "subject"):
			title = strings.TrimSpace(value)
		}
		n++
	}
	if n < fewest || title == "" {
		return
	}
	t.Title = title
	for i := range end {
		t.Lines[i].Out = true
	}
}

// fences marks the lines of Markdown code blocks, where nothing is a heading. A
// fence that nothing closes is the underline of a heading, or a rule.
func (t *Text) fences() {
	open := -1
	for i := range t.Lines {
		l := &t.Lines[i]
		s := t.Line(i)
		if l.Given() || !strings.HasPrefix(s, "```") && !strings.HasPrefix(s, "~~~") {
			continue
		}
		switch {
		case open < 0 && (l.Gap || s[0] == '`' || strings.Trim(s, "~") != ""):
			open = i
		case open >= 0 && t.boxed(open, i):
			open = -1
		case open >= 0 && s[:3] == t.Line(open)[:3] && strings.Trim(s, s[:1]) == "":
			for j := open; j <= i; j++ {
				t.Lines[j].Kind = block.Code
			}
			open = -1
		}
	}
}

// boxed reports that lines from and to are the lines above and below a heading, which are
// as long as each other and no shorter than the heading.
func (t *Text) boxed(from, to int) bool {
	const long = 6 // signs
	s := t.Line(from)
	return to == from+2 && s[0] == '~' && len(s) >= max(long, len(t.Line(from+1))) && t.Line(to) == s
}

// closeEquals leaves out the signs behind a heading that stands between equals signs, as wikis
// have it: "== Boats ==".
func (t *Text) closeEquals() {
	for i := range t.Lines {
		l, s := &t.Lines[i], t.Line(i)
		if t.Equals && t.markup == nil && l.Kind == block.Text && strings.HasPrefix(s, "=") && strings.Trim(s, "= ") != "" {
			l.Span.End = l.Span.Start + len(strings.TrimRight(s, "= "))
		}
	}
}

// uses returns how many lines are headings behind such signs: they stand alone, and most of
// them begin as headings do; "# command" in a shell example does not.
func (t *Text) uses(sign string) int {
	n, alone := 0, 0
	for i := range t.Lines {
		s := t.Line(i)
		if !strings.HasPrefix(s, sign) || t.Lines[i].Kind != block.Text {
			continue
		}
		m, ok := heading.Read(s)
		if !ok {
			continue
		}
		n++
		if capital := heading.Begins(s[m.Rest:]) || m.Number > 0; capital && (i+1 == len(t.Lines) || t.Lines[i+1].Gap || t.Lines[i].Gap) {
			alone++
		}
	}
	if alone*2 < n {
		return 0
	}
	return n
}
