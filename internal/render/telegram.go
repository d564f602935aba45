package render

import (
	"html"
	"strings"
	"unicode"

	"pincite/internal/reply"
)

// Limits of one Telegram message. Beyond them it refuses the message or, for
// entities, drops the formatting without a word.
const (
	maxUnits    = 4096      // UTF-16 units of text once parsed
	maxEntities = 100       // tags that count: b, a, blockquote
	maxHTML     = 32 * 1024 // bytes with tags
	maxData     = 64        // bytes of callback data
	maxRow      = 8         // buttons in a row
	maxButtons  = 100       // buttons in all
	maxPayload  = 64        // bytes of a deep link's payload
	maxAddress  = 256       // bytes of a link, escaped: far beyond any real one
	maxQuery    = 256       // characters of an inline query
)

// Links say where the citations of a Telegram message lead.
type Links struct {
	Bot string // user name of the bot, without @; empty for no deep links
	Web string // base address of the reader, without a closing slash; empty for none
}

// A TelegramMessage is one message to send.
type TelegramMessage struct {
	Text    string // HTML as Telegram reads it; at most 4,096 UTF-16 units once parsed
	Buttons [][]TelegramButton
}

// A TelegramButton is one inline button. Exactly one of Data, Query and URL is
// set.
type TelegramButton struct {
	Label string
	Data  string // callback_data: 1 to 64 bytes, for Chat.Press
	Query string // switch_inline_query: for Chat.Offer
	URL   string // of the reader
}

// Telegram returns r as one or more messages, in the order to send; none if r
// has only a notice. The buttons stand on the last one.
func Telegram(r reply.Reply, l Links) []TelegramMessage {
	var out []TelegramMessage
	var m parts
	for _, b := range r.Blocks {
		for _, p := range l.pieces(r, b) {
			if !m.fits(p) {
				out = append(out, TelegramMessage{Text: m.html()})
				m = nil
			}
			m = append(m, p)
		}
	}
	if len(m) > 0 {
		out = append(out, TelegramMessage{Text: m.html()})
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

// gap is what stands between two blocks. A blockquote stands apart by itself.
func gap(a, b reply.BlockKind) string {
	quoteBefore := a == reply.Quote || a == reply.Passage
	quoteAfter := b == reply.Quote || b == reply.Passage
	if a == reply.Item && b == reply.Item || quoteBefore && b == reply.Line || !quoteBefore && quoteAfter || quoteBefore && quoteAfter && a != b {
		return "\n"
	}
	return "\n\n"
}

// fits reports whether p can stand in the same message as the parts of m.
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
func (l Links) pieces(r reply.Reply, b reply.Block) []part {
	var out []part
	for _, runs := range split(clean(b.Runs)) {
		p := part{kind: b.Kind}
		var s strings.Builder
		if b.Kind == reply.Item {
			s.WriteString("• ")
			p.units = 2
		}
		for _, run := range runs {
			p.entities += l.run(&s, r, run)
			p.units += units(run.Text)
		}
		p.html = s.String()
		out = append(out, p)
	}
	return out
}

// run writes one run and returns the number of its entities.
func (l Links) run(s *strings.Builder, r reply.Reply, run reply.Run) int {
	text, n := html.EscapeString(run.Text), 0
	if run.Strong {
		text, n = "<b>"+text+"</b>", n+1
	}
	if to := html.EscapeString(l.address(r, run.Section, run.Sentence)); to != "" && len(to) <= maxAddress {
		text, n = `<a href="`+to+`">`+text+"</a>", n+1
	}
	s.WriteString(text)
	return n
}

// address is where a citation leads: to the bot, which opens the section from
// anywhere, else to the reader, else nowhere.
func (l Links) address(r reply.Reply, section string, sentence int) string {
	if l.Bot != "" && deepLinkable(section) {
		return "https://t.me/" + l.Bot + "?start=" + section
	}
	if l.Web != "" && section != "" {
		return readerAddress(l.Web, r.Document, section, sentence)
	}
	return ""
}

// deepLinkable reports whether a section id can be the payload of a deep link.
func deepLinkable(id string) bool {
	if id == "" || len(id) > maxPayload {
		return false
	}
	for _, c := range []byte(id) {
		if c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// buttons returns the rows that Telegram takes, with one for the reader where
// there is one.
func (l Links) buttons(r reply.Reply) [][]TelegramButton {
	var out [][]TelegramButton
	n := 0
	for _, row := range r.Buttons {
		var to []TelegramButton
		for _, b := range row {
			if t, ok := telegramButton(b); ok && len(to) < maxRow && n < maxButtons-1 {
				to = append(to, t)
				n++
			}
		}
		if len(to) > 0 {
			out = append(out, to)
		}
	}
	section, sentence := firstLink(r)
	if to := readerAddress(l.Web, r.Document, section, sentence); l.Web != "" && section != "" && len(to) <= maxAddress {
		out = append(out, []TelegramButton{{Label: wordsOf(r.Language).reader, URL: to}})
	}
	return out
}

func telegramButton(b reply.Button) (TelegramButton, bool) {
	t := TelegramButton{Label: strings.TrimSpace(strip(b.Label))}
	ok := t.Label != ""
	switch b.Kind {
	case reply.Press, reply.Try:
		t.Data = b.Data
		ok = ok && len(b.Data) > 0 && len(b.Data) <= maxData
	case reply.Share:
		t.Query = b.Data
		ok = ok && b.Data != "" && units(b.Data) <= maxQuery
	default:
		ok = false
	}
	return t, ok
}

// firstLink is the first place that a reply cites.
func firstLink(r reply.Reply) (section string, sentence int) {
	for _, b := range r.Blocks {
		for _, run := range b.Runs {
			if run.Section != "" && b.Kind != reply.Item {
				return run.Section, run.Sentence
			}
		}
	}
	return "", 0
}

// clean drops what Telegram refuses.
func clean(runs []reply.Run) []reply.Run {
	out := make([]reply.Run, 0, len(runs))
	for _, run := range runs {
		if run.Text = strip(run.Text); run.Text != "" {
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

// strip makes s valid UTF-8 without control characters, line breaks and tabs
// excepted.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if r == unicode.ReplacementChar || unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}
