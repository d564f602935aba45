package compose

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/structure"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

const (
	// pageSections is how many sections a page of a list quotes, in about one
	// screen of a telephone.
	pageSections = 5

	// pageRows is how many sections a page of the contents offers as buttons:
	// a telephone's screen.
	pageRows = 10

	// titleCut keeps an entry of the contents to about two lines.
	titleCut   = 100
	briefTitle = 60 // where there is little room
)

// outline tells how many sections there are, and which.
func (v Voice) outline(r *reply.Reply, a answer.Answer) {
	within := v.contentsOf(a)
	counts := v.counts(a.Citations)
	if k := len(a.Citations); counts == "" && k > 0 && a.Question.Outline == structure.Count { // none has a number
		counts = number(k) + " " + v.Count(v.SectionNoun, k)
	}
	switch {
	case counts == "" || a.Level == "" && len(a.Question.Refs) > 1: // the contents of several sections
	case within >= 0:
		r.Say(words.Fill(v.HasIn, "label", upperFirst(v.name(within)), "counts", counts))
	default:
		r.Say(words.Fill(v.Has, "counts", counts))
	}
	below, listed := map[int][]answer.Citation{}, map[int]bool{}
	for _, c := range a.Citations {
		up := v.doc.Sections[c.Section].Parent
		below[up] = append(below[up], c)
		listed[c.Section] = true
	}
	counted := a.Question.Outline == structure.Each || a.Question.Outline == structure.Count && a.Level == ""
	for _, c := range a.Citations {
		if v.Room > 0 && listed[v.doc.Sections[c.Section].Parent] {
			continue // the contents of the section above have it
		}
		runs := v.entry(c.Section)
		runs[0].Strong = len(below[c.Section]) > 0
		if counted && len(below[c.Section]) > 0 {
			if counts := v.counts(below[c.Section]); counts != "" {
				runs = append(runs, reply.Run{Text: " (" + counts + ")"})
			}
		}
		r.Add(reply.Item, runs...)
	}
	v.outlineButtons(r, a.Citations, listed)
	v.row(r, v.press(VerbContents, "0:", v.Contents))
}

const (
	outlineButtons = 8 // sections that have a button each; of more, the contents have them
	outlineRow     = 4 // of them in a row
)

// outlineButtons opens each section of the uppermost level that is listed, if they
// are few.
func (v Voice) outlineButtons(r *reply.Reply, cited []answer.Citation, listed map[int]bool) {
	var top []answer.Citation
	for _, c := range cited {
		if !listed[v.doc.Sections[c.Section].Parent] {
			top = append(top, c)
		}
	}
	if len(top) > outlineButtons {
		return
	}
	var row []reply.Button
	for _, c := range top {
		b := v.contentsButton(c.Section)
		b.Label = v.label(c.Section)
		if row = append(row, b); len(row) == outlineRow {
			v.row(r, row...)
			row = nil
		}
	}
	v.row(r, row...)
}

// contentsOf is the section whose contents were asked for, -1 for the document.
func (v Voice) contentsOf(a answer.Answer) int {
	if i, ok := v.doc.ByID(a.Level); ok && (len(a.Question.Refs) > 0 || a.Question.Follow) {
		return i
	}
	return -1
}

// entry is section i as one entry of a list. One that has but a number to tell it by is
// told by what it begins with.
func (v Voice) entry(i int) []reply.Run {
	run := v.titled(i)
	limit := titleCut
	if v.Room > 0 {
		limit = briefTitle
	}
	run.Text = text.Cut(run.Text, limit)
	if said := v.said(i); said != "" && v.doc.Title(i) == "" && !v.doc.Sections[i].Designation.IsZero() {
		return []reply.Run{run, {Text: v.Colon + v.Open + text.Cut(said, limit) + v.Close}}
	}
	return []reply.Run{run}
}

// counts words how many sections of each numbered level are cited: "4 parts
// and 15 measures".
func (v Voice) counts(cited []answer.Citation) string {
	n := map[string]int{}
	for _, c := range cited {
		n[v.doc.Sections[c.Section].Kind]++
	}
	var out []string
	for _, l := range v.doc.Meta.Levels {
		if k := n[l.Kind]; k > 0 {
			out = append(out, number(k)+" "+v.Count(v.Noun(l.Kind), k))
		}
	}
	if len(out) < 3 {
		return strings.Join(out, v.And)
	}
	last := len(out) - 1
	return strings.Join(out[:last], v.Comma) + v.And + out[last]
}

// checked is the name of what a list went through: sections of one level, or
// of all sorts.
func (v Voice) checked(a answer.Answer) words.Noun {
	if a.Level != "" {
		return v.Noun(a.Level)
	}
	return v.SectionNoun
}

// limits says which sections a list is of, or is not of, "" for all: "Part 2: "; of a
// range, the first and the last.
func (v Voice) limits(a answer.Answer) string {
	names := func(refs []locate.Ref) string {
		var out []string
		for _, r := range refs {
			if n := len(r.Sections); n > 2 && r.From != r.To {
				out = append(out, v.entryName(r.Sections[0])+" – "+v.entryName(r.Sections[n-1]))
				continue
			}
			for _, i := range r.Sections {
				out = append(out, v.entryName(i))
			}
		}
		return strings.Join(out, v.Comma)
	}
	out := names(a.Question.Refs)
	if not := names(a.Question.Except); not != "" {
		out = strings.TrimSpace(out + " " + words.Fill(v.Except, "labels", not))
	}
	if out == "" {
		return ""
	}
	return upperFirst(out) + v.Colon
}

// list names every section that mentions the topic at once, and quotes them
// page by page.
func (v Voice) list(r *reply.Reply, a answer.Answer, page int) {
	if severalLists(a) {
		v.lists(r, append([]answer.Answer{a}, a.Others...))
		return
	}
	k := len(a.Citations)
	r.Add(reply.Line, v.listed(a, k > pageSections)...) // where one page has all, the entries name them
	shown, page := onPage(a.Citations, page, pageSections)
	if k > pageSections {
		from := page*pageSections + 1
		r.Say(words.Fill(v.Shown, "from", number(from), "to", number(from+len(shown)-1), "k", number(k)))
	}
	for _, c := range shown {
		r.Add(reply.Item, v.entryHit(c, a.Topic)...)
	}
	v.emptyOthers(r, a)
	v.sectionRow(r, shown)
	if len(a.Question.Refs)+len(a.Question.Except) == 0 { // of some sections only, the first line names all
		v.row(r, v.arrows(VerbFind, TopicRef(a.Topic), page, pageSections, k)...)
	}
}

// listed says how many sections a list has, and names all of them, each with a link,
// if names is set.
func (v Voice) listed(a answer.Answer, names bool) []reply.Run {
	n, k := v.checked(a), len(a.Citations)
	lead := v.Mentions
	if a.Question.Not {
		lead = v.Without
	}
	runs := []reply.Run{{Text: v.limits(a) + words.Fill(lead, "topic", echo(a.Topic), "k", number(k),
		"of", v.Of(n, a.Checked), "nouns", v.Count(n, k))}}
	if !names {
		return runs
	}
	for i, c := range a.Citations {
		if i > 0 {
			runs = append(runs, reply.Run{Text: v.Comma})
		}
		runs = append(runs, reply.Run{Text: v.entryName(c.Section), Link: v.place(c.Section, reply.Sentences{})})
	}
	return append(runs, reply.Run{Text: v.Stop})
}

// entryHit is a section that mentions a topic, with the words around it; or with
// its title, where that is what has it.
func (v Voice) entryHit(c answer.Citation, topic string) []reply.Run {
	to := v.place(c.Section, c.Sentences)
	if v.doc.Sections[c.Section].Heading.Contains(c.Span) {
		return []reply.Run{{Text: v.before() + v.named(c.Section, c.Title), Link: to}}
	}
	limit := snippetRunes
	if v.Room > 0 {
		limit = briefRunes
	}
	return []reply.Run{{Text: v.before() + v.capital(c.Section), Link: to},
		{Text: v.Colon + v.Open + v.snippet(text.Line(v.doc.Plain(c.Span)), topic, limit) + v.Close}}
}

// onPage returns the entries of a page of a list, size on each, and its number from
// 0: that of the nearest page there is.
func onPage[T any](all []T, page, size int) ([]T, int) {
	page = min(max(page, 0), max(0, len(all)-1)/size)
	return all[page*size : min(len(all), (page+1)*size)], page
}

// arrows turns the pages of a list of n entries, size on each, of which page is shown.
func (v Voice) arrows(verb Verb, ref string, page, size, n int) []reply.Button {
	var row []reply.Button
	if page > 0 {
		row = append(row, v.press(verb, number(page-1)+":"+ref, "◀"))
	}
	if (page+1)*size < n {
		row = append(row, v.press(verb, number(page+1)+":"+ref, "▶"))
	}
	return row
}

// Browse shows the sections below section i, -1 for the document, as buttons.
func (v Voice) Browse(i, page int) reply.Reply {
	r := v.New(answer.KindOutline)
	children, ref := v.doc.Children(i), ""
	if i < 0 {
		r.Add(reply.Heading, reply.Run{Text: v.Contents + v.Colon + v.Title(), Strong: true})
	} else {
		ref = v.target(i, reply.Sentences{})
		r.Add(reply.Heading, reply.Run{Text: v.titled(i).Text, Strong: true, Link: v.place(i, reply.Sentences{})})
	}
	shown, page := onPage(children, page, pageRows)
	for _, j := range shown {
		r.Add(reply.Item, v.entry(j)...)
		v.row(&r, v.contentsButton(j))
	}
	v.row(&r, v.arrows(VerbContents, ref, page, pageRows, len(children))...)
	if i >= 0 {
		v.row(&r, v.press(VerbTurn, ref, v.FullText+v.Colon+v.label(i)), v.press(VerbContents, "0:", "◀ "+v.Contents))
	}
	return r
}

// contentsButton opens section i: its own contents if it has any, else its text.
func (v Voice) contentsButton(i int) reply.Button {
	label := text.Cut(v.titled(i).Text, 2*labelRunes)
	if len(v.doc.Children(i)) > 0 {
		return v.press(VerbContents, "0:"+v.target(i, reply.Sentences{}), label)
	}
	return v.press(VerbTurn, v.target(i, reply.Sentences{}), label)
}

// Leaves returns the numbered sections that have none below them, or, where no
// section has a number, all those without.
func Leaves(d *document.Document) []int {
	parent := map[int]bool{}
	for i := range d.Sections {
		parent[d.Sections[i].Parent] = true
	}
	var numbered, all []int
	for i, s := range d.Sections {
		if parent[i] || s.Kind == document.KindTitle {
			continue
		}
		all = append(all, i)
		if !s.Designation.IsZero() {
			numbered = append(numbered, i)
		}
	}
	if len(numbered) > 0 {
		return numbered
	}
	return all
}
