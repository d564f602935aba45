package reply

import (
	"pincite/internal/answer"
	"slices"
	"strings"
)

// A Reply is what to send back, without any carrier's markup. Package render
// turns it into HTML for the web, plain text or JSON, package telegram into
// messages.
//
// A reply to a button may hold only a Notice: then there is nothing to send.
type Reply struct {
	Kind     answer.Kind
	Language string     // of the words around the quotes: "en", "zh", "ru", "es"
	Blocks   []Block    // from top to bottom
	Buttons  [][]Button // rows
	Edit     bool       // take the place of the message whose button was pressed
	Notice   string     // a short toast for the person who pressed; at most 200 characters
	Answer   answer.Answer
	Err      error // why there is no answer; the blocks say that the search failed

	Document string // name of the document that was asked; empty for all
	Original string // language tag of the document, and so of its quotes
}

// Source is the name of the document that r cites first, empty where it cites nothing.
func (r *Reply) Source() string {
	if len(r.Answer.Citations) == 0 {
		return ""
	}
	return r.Answer.Citations[0].Document
}

// Add appends a block.
func (r *Reply) Add(k BlockKind, runs ...Run) {
	r.Blocks = append(r.Blocks, Block{Kind: k, Runs: runs})
}

// Say appends a line of the bot's own words.
func (r *Reply) Say(s string) { r.Add(Line, Run{Text: s}) }

// A BlockKind says what a block is; render decides how it looks.
type BlockKind int

// Kinds of blocks.
const (
	Line    BlockKind = iota // the bot's own words
	Heading                  // a title line
	Quote                    // the document's words, verbatim; strong where they answer
	Passage                  // the document's words around a quote: folded away, or left out where nothing folds
	Item                     // an entry of a list
	Cite                     // where the quote above is
)

// A Block is one paragraph of a reply.
type Block struct {
	Kind BlockKind
	Runs []Run
}

// A Run is a stretch of a block in one style.
type Run struct {
	Text    string
	Strong  bool
	Struck  bool  // somebody else's words that the document does not have
	Wrapped bool  // its lines end where the source's do, which says nothing
	Link    Place // what it leads to; zero for nothing
}

// hardBreak is what stands before a line end that Markdown does not take for a blank.
var hardBreak = []string{"\n", "  ", "\\"}

// Flowing returns the text of the run as what wraps its lines itself shows it: with a
// blank for each line end that says nothing. It has as many bytes as Text.
func (r Run) Flowing() string {
	if !r.Wrapped {
		return r.Text
	}
	out := []byte(r.Text)
	for i := 1; i+1 < len(out); i++ {
		hard := func(end string) bool { return strings.HasSuffix(r.Text[:i], end) }
		if out[i] == '\n' && r.Text[i+1] != '\n' && !slices.ContainsFunc(hardBreak, hard) {
			out[i] = ' '
		}
	}
	return string(out)
}

// A ButtonKind says what pressing a button does.
type ButtonKind int

// Kinds of buttons.
const (
	Press ButtonKind = iota // sends Data back: see package chat
	Try                     // the same; its label is a question to try
	Share                   // offers Data, a [Place], in another chat: see package chat
	Rate                    // sends Data back; a rating of the answer
	Read                    // opens To in the reader, where there is one
)

// MaxData is the longest data of a button, in bytes: what Telegram takes, 64, less
// its carrier's signature.
const MaxData = 56

// A Button is something to press below a reply.
type Button struct {
	Kind  ButtonKind
	Label string
	Data  string // at most MaxData bytes, except for Share
	To    Place  // for Read
}

// An Offer is one passage offered in inline mode.
type Offer struct {
	ID          string // at most 64 bytes, stable for section, sentence and digest
	Title       string // "Measure 7: Implement the …"
	Description string // the beginning of the quote
	Reply       Reply  // what is sent when it is chosen
}
