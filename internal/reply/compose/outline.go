package compose

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

const (
	// pageSections is how many sections a page of a list quotes: with
	// snippetRunes each, one Telegram message.
	pageSections = 5
	snippetRunes = 300

	// pageRows is how many sections a page of the contents offers as buttons:
	// a telephone's screen.
	pageRows = 10

	// titleCut keeps an entry of the contents to about two lines.
	titleCut = 100
)

// outline tells how many sections there are, and which.
func (v Voice) outline(r *reply.Reply, a answer.Answer) {
	within := v.within(a)
	counts := v.counts(a.Citations)
	switch {
	case counts == "":
	case within >= 0:
		r.Say(words.Fill(v.HasIn, "label", upperFirst(v.name(within)), "counts", counts))
	default:
		r.Say(words.Fill(v.Has, "counts", counts))
	}
	below := map[int]int{}
	for _, c := range a.Citations {
		below[v.doc.Sections[c.Section].Parent]++
	}
	for _, c := range a.Citations {
		run := v.entry(c.Section)
		run.Strong = below[c.Section] > 0
		r.Add(reply.Item, run)
	}
	v.row(r, v.press(VerbContents, "0:", v.Contents))
}

// within is the section whose contents were asked for, -1 for the document.
func (v Voice) within(a answer.Answer) int {
	if i, ok := v.doc.ByID(a.Level); ok && len(a.Question.Refs) > 0 {
		return i
	}
	return -1
}

// entry is section i as one entry of a list.
func (v Voice) entry(i int) reply.Run {
	run := v.titled(i)
	run.Text = text.Cut(run.Text, titleCut)
	return run
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
	if n := len(v.doc.OfKind(a.Level)); a.Level != "" && n == a.Checked {
		return v.Noun(a.Level)
	}
	return v.SectionNoun
}

// list names every section that mentions the topic at once, and quotes them
// page by page.
func (v Voice) list(r *reply.Reply, a answer.Answer, page int) {
	if severalLists(a) {
		v.lists(r, append([]answer.Answer{a}, a.Others...))
		return
	}
	k := len(a.Citations)
	r.Add(reply.Line, v.listed(a)...)
	page = min(max(page, 0), max(0, k-1)/pageSections)
	shown := a.Citations[page*pageSections : min(k, (page+1)*pageSections)]
	if k > pageSections {
		from := page*pageSections + 1
		r.Say(words.Fill(v.Shown, "from", number(from), "to", number(from+len(shown)-1), "k", number(k)))
	}
	for _, c := range shown {
		r.Add(reply.Item, v.cite(c)...)
		if !v.doc.Sections[c.Section].Heading.Contains(c.Span) { // the line above says it
			r.Add(reply.Quote, reply.Run{Text: snippet(v.doc.Plain(c.Span), a.Topic)})
		}
	}
	v.emptyOthers(r, a)
	v.listButtons(r, a.Topic, page, k, shown)
}

// listed names all sections of a list, each with a link.
func (v Voice) listed(a answer.Answer) []reply.Run {
	n, k := v.checked(a), len(a.Citations)
	lead := v.Mentions
	if a.Question.Not {
		lead = v.Without
	}
	runs := []reply.Run{{Text: words.Fill(lead, "topic", echo(a.Topic), "k", number(k),
		"of", v.Of(n, a.Checked), "nouns", v.Count(n, k))}}
	for i, c := range a.Citations {
		if i > 0 {
			runs = append(runs, reply.Run{Text: v.Comma})
		}
		runs = append(runs, reply.Run{Text: v.entryName(c.Section), Link: v.place(c.Section, reply.Sentences{})})
	}
	return append(runs, reply.Run{Text: v.Stop})
}

func (v Voice) listButtons(r *reply.Reply, topic string, page, k int, shown []answer.Citation) {
	v.sectionRow(r, shown)
	var row []reply.Button
	if page > 0 {
		row = append(row, v.press(VerbFind, number(page-1)+":"+TopicRef(topic), "◀"))
	}
	if (page+1)*pageSections < k {
		row = append(row, v.press(VerbFind, number(page+1)+":"+TopicRef(topic), "▶"))
	}
	v.row(r, row...)
}

// snippet returns at most snippetRunes of a quote, around the first word of the
// topic that is found in it. A cut end is marked.
func snippet(quote, topic string) string {
	if utf8.RuneCountInString(quote) <= snippetRunes {
		return quote
	}
	at := -1
	for _, w := range strings.Fields(strings.ToLower(topic)) {
		if at = strings.Index(strings.ToLower(quote), w); at >= 0 {
			break
		}
	}
	start := utf8.RuneCountInString(strings.ToLower(quote)[:max(at, 0)]) - snippetRunes/3
	runes := []rune(quote)
	if start <= 0 {
		return text.Cut(quote, snippetRunes)
	}
	start = min(start, len(runes)-2*snippetRunes/3)
	for start < len(runes) && runes[start-1] != ' ' && runes[start] < 0x2E80 { // Han is cut anywhere
		start++
	}
	return "…" + text.Cut(string(runes[start:]), snippetRunes-1)
}

// Browse shows the sections below section i, -1 for the document, as buttons.
func (v Voice) Browse(i, page int) reply.Reply {
	r := v.New(answer.KindOutline)
	children := v.doc.Children(i)
	if i < 0 {
		r.Add(reply.Heading, reply.Run{Text: v.Contents + v.Colon + v.Title(), Strong: true})
	} else {
		r.Add(reply.Heading, reply.Run{Text: v.titled(i).Text, Strong: true, Link: v.place(i, reply.Sentences{})})
	}
	page = min(max(page, 0), max(0, len(children)-1)/pageRows)
	for _, j := range children[page*pageRows : min(len(children), (page+1)*pageRows)] {
		r.Add(reply.Item, v.entry(j))
		v.row(&r, v.contentsButton(j))
	}
	v.row(&r, v.contentsMoves(i, page, len(children))...)
	if i >= 0 {
		v.row(&r, v.press(VerbTurn, v.target(i, reply.Sentences{}), v.FullText+v.Colon+v.label(i)), v.press(VerbContents, "0:", "◀ "+v.Contents))
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

func (v Voice) contentsMoves(i, page, n int) []reply.Button {
	ref := ""
	if i >= 0 {
		ref = v.target(i, reply.Sentences{})
	}
	var row []reply.Button
	if page > 0 {
		row = append(row, v.press(VerbContents, number(page-1)+":"+ref, "◀"))
	}
	if (page+1)*pageRows < n {
		row = append(row, v.press(VerbContents, number(page+1)+":"+ref, "▶"))
	}
	return row
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
