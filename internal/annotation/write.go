package annotation

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pincite/internal/document"
	"pincite/internal/text"
)

// Update returns the annotations file data with the sections of changed, by id,
// rewritten in the order of the document. All other lines stay as they are, a
// person's comments among them, unless the file is laid out in a way that cannot be
// cut into sections; then all of it is rewritten. data may be empty, for a file
// in that language that is not there yet; name stands in errors.
func Update(data []byte, name, language string, d *document.Document, changed map[string]Section) ([]byte, error) {
	old, err := Read(bytes.NewReader(data), name)
	if err != nil {
		return nil, err
	}
	if language = text.Base(language); old.Language == "" {
		old.Language = language
	}
	if old.Language != language {
		return nil, fmt.Errorf("%s is in the language %s, not %s", name, old.Language, language)
	}
	seen := map[string]bool{}
	for _, s := range old.Sections {
		if seen[s.ID] {
			return nil, fmt.Errorf("%s has two entries for the section %s: make one of them first", name, s.ID)
		}
		seen[s.ID] = true
	}
	l, ok := cut(data, old)
	if !ok {
		l = laidOut(old, d)
	}
	out := l.with(d, changed)
	if back, err := Read(bytes.NewReader(out), name); err != nil || len(back.Sections) < len(old.Sections) {
		out = laidOut(old, d).with(d, changed) // cut in the wrong place
	}
	return out, nil
}

// A layout is a file in pieces: what stands above the sections, and each section.
type layout struct {
	head     string
	indent   string // of the line that begins a section
	ids      []string
	sections map[string]string
}

// with puts the pieces together, those of changed rewritten.
func (l layout) with(d *document.Document, changed map[string]Section) []byte {
	var b strings.Builder
	b.WriteString(l.head)
	known := map[string]bool{}
	for i := range d.Sections {
		id := d.Sections[i].ID
		known[id] = true
		if s, ok := changed[id]; ok {
			b.WriteString(s.lines(l.indent, d))
		} else {
			b.WriteString(l.sections[id])
		}
	}
	for _, id := range l.ids {
		if !known[id] { // of an older text: not ours to drop
			b.WriteString(l.sections[id])
		}
	}
	return []byte(b.String())
}

var (
	sectionLine = regexp.MustCompile(`^( *)- id:`)
	plainID     = regexp.MustCompile(`^[a-z]+(-[a-z0-9.]+)+$`) // nothing but a text to YAML
	topLine     = regexp.MustCompile(`^[^\s#-]`)
)

// cut finds the pieces of a file. It reports false for a layout that it does not
// know: sections not at the end, or written otherwise than by a line "- id:" each.
func cut(data []byte, a *Aids) (layout, bool) {
	var starts []int // of the sections' lines
	l, at, inside := layout{sections: map[string]string{}}, 0, false
	for line := range strings.Lines(string(data)) {
		m := sectionLine.FindStringSubmatch(line)
		switch {
		case inside && m != nil && (len(starts) == 0 || m[1] == l.indent):
			l.indent = m[1]
			starts = append(starts, at)
		case inside && topLine.MatchString(line):
			return layout{}, false
		}
		inside = inside || strings.TrimSpace(line) == "sections:"
		at += len(line)
	}
	if !inside || len(starts) != len(a.Sections) {
		return layout{}, false
	}
	starts = append(starts, len(data))
	l.head = ended(data[:starts[0]])
	for i, s := range a.Sections {
		l.ids = append(l.ids, s.ID)
		l.sections[s.ID] = ended(data[starts[i]:starts[i+1]])
	}
	return l, true
}

// ended returns data with a line end at its end.
func ended(data []byte) string { return strings.TrimRight(string(data), "\n") + "\n" }

// laidOut writes a whole file, in pieces.
func laidOut(a *Aids, d *document.Document) layout {
	l := layout{head: a.head(), sections: map[string]string{}}
	for _, s := range a.Sections {
		l.ids = append(l.ids, s.ID)
		l.sections[s.ID] = s.lines("", d)
	}
	return l
}

const headComment = `# Finding aids: words that people may use for what a sentence says. They are
# matched, never quoted. What a model wrote is marked so until somebody changes
# it. Change and remove freely: neither is undone by a later run.
`

// head writes what stands above the sections.
func (a *Aids) head() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%slanguage: %s\n", headComment, strconv.Quote(a.Language))
	for _, m := range []struct {
		key   string
		words map[string][]string
	}{{"synonyms", a.Synonyms}, {"same", a.Same}} {
		if len(m.words) > 0 {
			fmt.Fprintf(&b, "%s:\n", m.key)
		}
		for _, w := range slices.Sorted(maps.Keys(m.words)) {
			fmt.Fprintf(&b, "  %s: %s\n", strconv.Quote(w), flow(m.words[w]))
		}
	}
	var named []string
	for _, n := range a.Named {
		if !slices.ContainsFunc(a.Sections, func(s Section) bool { return slices.Contains(s.Named, n) }) {
			named = append(named, n)
		}
	}
	if len(named) > 0 {
		fmt.Fprintf(&b, "named: %s\n", flow(named))
	}
	b.WriteString("sections:\n")
	return b.String()
}

// flow returns a list on one line.
func flow(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = strconv.Quote(t) // what Go escapes, YAML does in the same way
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// lines writes a section, one line an entry or a list of words.
func (s Section) lines(indent string, d *document.Document) string {
	w := writer{wrote: s.Written(), indent: indent}
	title := ""
	if i, ok := d.ByID(s.ID); ok {
		title = " # " + document.OneLine(d.Sections[i].Label+" "+d.Title(i))
	}
	id := s.ID
	if !plainID.MatchString(id) {
		id = strconv.Quote(id)
	}
	w.line("- id: %s%s", id, title)
	w.words("  ", "headings", "", s.Headings)
	w.words("  ", "named", "", s.Named)
	w.each("  ", "questions", "", s.Questions)
	w.each("  ", "unanswered", "", s.Unanswered)
	if len(s.Sentences) > 0 {
		w.line("  sentences:")
	}
	for _, n := range s.Sentences {
		at := document.OneLine(n.Text)
		w.line("  - text: %s", strconv.Quote(n.Text))
		if n.Gloss != "" {
			w.line("    gloss: %s%s", strconv.Quote(n.Gloss), w.mark("gloss", at, n.Gloss))
		}
		w.words("    ", "same", at, n.Same)
		w.words("    ", "terms", at, n.Terms)
		w.each("    ", "questions", at, n.Questions)
	}
	if r := s.Drafted; r != nil {
		w.line("  drafted: {model: %s, prompt: %d, passes: %d, date: %s, digest: %s, wrote: %s}", strconv.Quote(r.Model),
			r.Prompt, r.Passes, strconv.Quote(r.Date), strconv.Quote(r.Digest), strconv.Quote(r.Wrote))
	}
	return w.String()
}

// A writer writes the lines of one section.
type writer struct {
	strings.Builder
	wrote  Wrote
	indent string
}

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(w, w.indent+format+"\n", args...)
}

// words writes a list on one line.
func (w *writer) words(deep, kind, at string, texts []string) {
	if len(texts) > 0 {
		w.line("%s%s: %s%s", deep, kind, flow(texts), w.mark(kind, at, texts...))
	}
}

// each writes a list with a line for each entry.
func (w *writer) each(deep, kind, at string, texts []string) {
	if len(texts) > 0 {
		w.line("%s%s:", deep, kind)
	}
	for _, t := range texts {
		w.line("%s- %s%s", deep, strconv.Quote(t), w.mark(kind, at, t))
	}
}

// mark is the comment on entries that a model wrote.
func (w *writer) mark(kind, at string, texts ...string) string {
	n := 0
	for _, t := range texts {
		if w.wrote.Has(Entry{kind, at, t}) {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case len(texts):
		return " # model"
	}
	return " # model, in part"
}
