package render

import (
	_ "embed"
	"html/template"
	"strings"

	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

//go:embed reply.html
var replyHTML string

var replyTemplate = template.Must(template.New("").Parse(replyHTML))

// A webReply is what the template shows.
type webReply struct {
	Kind, Language, Original string
	ButtonsName, PassageName string
	Groups                   []webGroup
	Buttons                  [][]webButton
}

// A webGroup is blocks that share one element.
type webGroup struct {
	Class  string
	Blocks [][]webRun
}

type webRun struct {
	Lines  []string
	Strong bool
	Struck bool
	To     string
}

type webButton struct {
	Label, Data string
	Share       bool
}

// Web returns r as HTML for the chat page:
//
//	<div class="reply reply-answer" lang="en">
//	  <p class="line">, <p class="heading">, <ul class="items"><li>
//	  <blockquote class="quote" lang="en"><p>
//	  <details class="passage"><summary><blockquote lang="en"><p>
//	  <div class="buttons" role="group"><div class="row">
//	    <button type="button" data-press="…"> or data-share="…">
//
// Citations are links to base and the address of their place, of class "cite";
// base is "" for the same host.
func Web(r reply.Reply, base string) template.HTML {
	if len(r.Blocks) == 0 {
		return ""
	}
	w := words.In(words.Known(r.Language))
	view := webReply{
		Kind: text.Sanitize(string(r.Kind)), Language: text.Sanitize(r.Language), Original: text.Sanitize(r.Original),
		ButtonsName: w.ButtonsName, PassageName: w.UnfoldName, Groups: groups(r.Blocks, base), Buttons: webButtons(r.Buttons),
	}
	var b strings.Builder
	if err := replyTemplate.ExecuteTemplate(&b, "reply", view); err != nil {
		panic(err) // unreachable: strings alone, written to memory
	}
	return template.HTML(b.String())
}

var classes = map[reply.BlockKind]string{
	reply.Heading: "heading", reply.Quote: "quote", reply.Passage: "passage", reply.Item: "items", reply.Cite: "line",
}

// groups joins neighbouring blocks of one kind.
func groups(blocks []reply.Block, base string) []webGroup {
	var out []webGroup
	for _, b := range blocks {
		class := classes[b.Kind]
		if class == "" {
			class = "line"
		}
		if n := len(out); n == 0 || out[n-1].Class != class {
			out = append(out, webGroup{Class: class})
		}
		g := &out[len(out)-1]
		g.Blocks = append(g.Blocks, webRuns(b.Runs, base))
	}
	return out
}

func webRuns(runs []reply.Run, base string) []webRun {
	out := make([]webRun, len(runs))
	for i, run := range runs {
		out[i] = webRun{Lines: strings.Split(text.Sanitize(run.Flowing()), "\n"), Strong: run.Strong, Struck: run.Struck}
		if run.Link.Section != "" {
			out[i].To = base + run.Link.Address()
		}
	}
	return out
}

func webButtons(rows [][]reply.Button) [][]webButton {
	var out [][]webButton
	for _, row := range rows {
		var to []webButton
		for _, b := range row {
			if b.Kind == reply.Read {
				continue // it is beside the conversation already
			}
			to = append(to, webButton{text.Sanitize(b.Label), text.Sanitize(b.Data), b.Kind == reply.Share})
		}
		if len(to) > 0 {
			out = append(out, to)
		}
	}
	return out
}
