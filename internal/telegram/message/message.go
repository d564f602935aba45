package message

import (
	"html"
	"strings"
	"unicode"

	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/text"
)

// Limits of one Telegram message. Beyond them it refuses the message or, for
// entities, drops the formatting without a word.
const (
	maxUnits    = 4096      // UTF-16 units of text once parsed
	maxEntities = 100       // tags that count: b, s, a, blockquote
	maxHTML     = 32 * 1024 // bytes with tags
	maxRow      = 8         // buttons in a row
	maxButtons  = 100       // buttons in all
	maxAddress  = 256       // bytes of a link, escaped: far beyond any real one
	maxQuery    = 256       // characters of an inline query
)

// Links say where the citations and buttons of a message may lead.
type Links struct {
	Bot    string // user name of the bot, without @; empty for no deep links
	Inline bool   // the bot has inline mode: without it, nothing can be shared
	Web    string // base address of the reader, without a closing slash; empty for none
	App    bool   // the reader's pages open inside Telegram, as they can in private chats
}

// Of returns r as one or more messages, in the order to send; none if r has only
// a notice. The buttons are on the last one.
func Of(r reply.Reply, l Links) []botapi.Content {
	var out []botapi.Content
	var m parts
	for _, b := range r.Blocks {
		for _, p := range l.pieces(b) {
			if !m.fits(p) {
				out = append(out, botapi.Content{Text: m.html()})
				m = nil
			}
			m = append(m, p)
		}
	}
	if len(m) > 0 {
		out = append(out, botapi.Content{Text: m.html()})
	}
	if len(out) > 0 {
		out[len(out)-1].Buttons = l.buttons(r)
	}
	return out
}

// A part is one block, or a piece of a long one, in Telegram's HTML.
type part struct {
	kind     reply.BlockKind
	html     string
	units    int // UTF-16 units of its text
	entities int
}

type parts []part

// joins reports whether two blocks share one blockquote.
func joins(a, b reply.BlockKind) bool {
	return a == b && (a == reply.Passage || a == reply.Quote)
}

// gap is what goes between two blocks. A blockquote has a margin of its own.
func gap(a, b reply.BlockKind) string {
	quoteBefore := a == reply.Quote || a == reply.Passage
	quoteAfter := b == reply.Quote || b == reply.Passage
	if a == reply.Item && b == reply.Item || quoteBefore && b == reply.Cite || !quoteBefore && quoteAfter || quoteBefore && quoteAfter && a != b {
		return "\n"
	}
	return "\n\n"
}

// fits reports whether the message of m has room for p.
func (m parts) fits(p part) bool {
	units, entities, bytes := p.units, p.entities+1, len(p.html)+len(quoteOpen[reply.Passage])+len(quoteClose)
	for _, q := range m {
		units += q.units + 2
		entities += q.entities + 1
		bytes += len(q.html) + len(quoteOpen[reply.Passage]) + len(quoteClose) + 2
	}
	return len(m) == 0 || units <= maxUnits && entities <= maxEntities && bytes <= maxHTML
}

var quoteOpen = map[reply.BlockKind]string{
	reply.Quote: "<blockquote>", reply.Passage: "<blockquote expandable>",
}

const quoteClose = "</blockquote>"

// html joins the parts; blocks of the same quotation share one blockquote.
func (m parts) html() string {
	var b strings.Builder
	for i, p := range m {
		joined := i > 0 && joins(m[i-1].kind, p.kind)
		if i > 0 {
			if !joined && quoteOpen[m[i-1].kind] != "" {
				b.WriteString(quoteClose)
			}
			b.WriteString(gap(m[i-1].kind, p.kind))
		}
		if !joined {
			b.WriteString(quoteOpen[p.kind])
		}
		b.WriteString(p.html)
	}
	if n := len(m); n > 0 && quoteOpen[m[n-1].kind] != "" {
		b.WriteString(quoteClose)
	}
	return b.String()
}

// pieces renders a block, cut where it is too long for one message. A block
// without a visible character gives none.
func (l Links) pieces(b reply.Block) []part {
	var out []part
	for _, runs := range split(clean(b.Runs)) {
		p := part{kind: b.Kind}
		var s strings.Builder
		if b.Kind == reply.Item {
			s.WriteString("• ")
			p.units = 2
		}
		for _, run := range runs {
			p.entities += l.run(&s, run)
			p.units += botapi.Units(run.Text)
		}
		p.html = s.String()
		out = append(out, p)
	}
	return out
}

// run writes one run and returns the number of its entities.
func (l Links) run(s *strings.Builder, run reply.Run) int {
	words, n := html.EscapeString(run.Text), 0
	switch {
	case run.Strong:
		words, n = "<b>"+words+"</b>", n+1
	case run.Struck:
		words, n = "<s>"+words+"</s>", n+1
	}
	if to := html.EscapeString(l.address(run.Link)); to != "" && len(to) <= maxAddress {
		words, n = `<a href="`+to+`">`+words+"</a>", n+1
	}
	s.WriteString(words)
	return n
}

// address is where a citation leads: to the bot, which opens the section from
// anywhere, else to the reader, else nowhere.
func (l Links) address(to reply.Place) string {
	if payload := to.Payload(); l.Bot != "" && payload != "" {
		return "https://t.me/" + l.Bot + "?start=" + payload
	}
	return l.reader(to)
}

// reader is the address of a place in the reader; empty if there is none.
func (l Links) reader(to reply.Place) string {
	if l.Web == "" || to.Section == "" {
		return ""
	}
	return l.Web + to.Address()
}

// buttons returns the rows that Telegram takes.
func (l Links) buttons(r reply.Reply) [][]botapi.Button {
	var out [][]botapi.Button
	n := 0
	for _, row := range r.Buttons {
		var to []botapi.Button
		for _, b := range row {
			if t, ok := l.button(b); ok && len(to) < maxRow && n < maxButtons {
				to = append(to, t)
				n++
			}
		}
		if len(to) > 0 {
			out = append(out, to)
		}
	}
	return out
}

// button returns a button as Telegram takes it; false if it would refuse it, and
// the whole message with it.
func (l Links) button(b reply.Button) (botapi.Button, bool) {
	out := botapi.Button{Label: strings.TrimSpace(text.Sanitize(b.Label))}
	switch b.Kind {
	case reply.Share:
		out.Query = b.Data
		return out, l.Inline && out.Label != "" && b.Data != "" && botapi.Units(b.Data) <= maxQuery
	case reply.Read:
		to := l.reader(b.To)
		if l.App && strings.HasPrefix(to, "https://") {
			out.App = to
		} else {
			out.URL = to
		}
		return out, out.Label != "" && to != "" && len(to) <= maxAddress
	}
	out.Data = b.Data
	return out, out.Label != "" && len(b.Data) > 0 && len(b.Data) <= reply.MaxData
}

// clean drops what Telegram refuses.
func clean(runs []reply.Run) []reply.Run {
	out := make([]reply.Run, 0, len(runs))
	for _, run := range runs {
		if run.Text = text.Sanitize(run.Flowing()); run.Text != "" {
			out = append(out, run)
		}
	}
	return out
}

// trim drops white space at both ends, which Telegram would do for a message.
// It returns a new slice if it changes a run.
func trim(runs []reply.Run) []reply.Run {
	for len(runs) > 0 {
		first := runs[0]
		if first.Text = strings.TrimLeftFunc(first.Text, unicode.IsSpace); first.Text != "" {
			runs = append([]reply.Run{first}, runs[1:]...)
			break
		}
		runs = runs[1:]
	}
	for n := len(runs); n > 0; n = len(runs) {
		if runs[n-1].Text = strings.TrimRightFunc(runs[n-1].Text, unicode.IsSpace); runs[n-1].Text != "" {
			break
		}
		runs = runs[:n-1]
	}
	return runs
}
