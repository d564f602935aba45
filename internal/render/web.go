package render

import (
	"html"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"pincite/internal/reply"
)

// Web returns r as HTML for the chat page:
//
//	<div class="reply reply-answer" lang="en">
//	  <p class="line">, <p class="heading">, <ul class="items"><li>
//	  <blockquote class="quote" lang="en"><p>
//	  <details class="passage"><summary><blockquote lang="en"><p>
//	  <div class="buttons" role="group"><div class="row">
//	    <button type="button" data-press="…"> or data-share="…">
//
// Citations are links to base/d/<document>/<section>#s<sentence> of class
// "cite"; base is "" for the same host.
func Web(r reply.Reply, base string) template.HTML {
	if len(r.Blocks) == 0 {
		return ""
	}
	w := webWriter{reply: r, base: base}
	w.put(`<div class="reply reply-`, attribute(string(r.Kind)), `" lang="`, attribute(r.Language), `">`)
	for i := 0; i < len(r.Blocks); {
		n := i + 1
		for n < len(r.Blocks) && together(r.Blocks[i].Kind, r.Blocks[n].Kind) {
			n++
		}
		w.blocks(r.Blocks[i].Kind, r.Blocks[i:n])
		i = n
	}
	w.buttons()
	w.put("</div>")
	return template.HTML(w.String())
}

// together reports whether two blocks share one element.
func together(a, b reply.BlockKind) bool {
	return a == b && a != reply.Line && a != reply.Heading
}

type webWriter struct {
	strings.Builder
	reply reply.Reply
	base  string
}

func (w *webWriter) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

func attribute(s string) string { return html.EscapeString(strip(s)) }

// blocks writes blocks of one kind.
func (w *webWriter) blocks(k reply.BlockKind, blocks []reply.Block) {
	switch k {
	case reply.Item:
		w.put(`<ul class="items">`)
		w.each("<li>", "</li>", blocks)
		w.put("</ul>")
	case reply.Quote:
		w.put(`<blockquote class="quote" lang="`, attribute(w.reply.Original), `">`)
		w.each("<p>", "</p>", blocks)
		w.put("</blockquote>")
	case reply.Passage:
		w.put(`<details class="passage"><summary>`, wordsOf(w.reply.Language).passage, `</summary><blockquote lang="`, attribute(w.reply.Original), `">`)
		w.each("<p>", "</p>", blocks)
		w.put("</blockquote></details>")
	case reply.Heading:
		w.each(`<p class="heading">`, "</p>", blocks)
	default:
		w.each(`<p class="line">`, "</p>", blocks)
	}
}

func (w *webWriter) each(open, end string, blocks []reply.Block) {
	for _, b := range blocks {
		w.put(open)
		for _, run := range b.Runs {
			w.run(run)
		}
		w.put(end)
	}
}

func (w *webWriter) run(run reply.Run) {
	text := strings.ReplaceAll(html.EscapeString(strip(run.Text)), "\n", "<br>")
	if run.Strong {
		text = "<strong>" + text + "</strong>"
	}
	if run.Section != "" {
		to := readerAddress(w.base, w.reply.Document, run.Section, run.Sentence)
		text = `<a class="cite" href="` + attribute(to) + `">` + text + "</a>"
	}
	w.put(text)
}

func (w *webWriter) buttons() {
	if len(w.reply.Buttons) == 0 {
		return
	}
	w.put(`<div class="buttons" role="group" aria-label="`, attribute(wordsOf(w.reply.Language).reply), `">`)
	for _, row := range w.reply.Buttons {
		w.put(`<div class="row">`)
		for _, b := range row {
			name := "press"
			if b.Kind == reply.Share {
				name = "share"
			}
			w.put(`<button type="button" data-`, name, `="`, attribute(b.Data), `">`, html.EscapeString(strip(b.Label)), "</button>")
		}
		w.put("</div>")
	}
	w.put("</div>")
}

// readerAddress is the permanent address of a section, and of a sentence in it,
// in the reader.
func readerAddress(base, document, section string, sentence int) string {
	to := base + "/d/" + url.PathEscape(document) + "/" + url.PathEscape(section)
	if sentence > 0 {
		to += "#s" + strconv.Itoa(sentence)
	}
	return to
}
