package reply

import "pincite/internal/answer"

// A Reply is what to send back, without any carrier's markup. Package render
// turns it into Telegram HTML, web HTML, plain text or JSON.
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

	Document string // short name of the document, for links
	Original string // language tag of the document, and so of its quotes
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
	Quote                    // the document's words, word for word; strong where they answer
	Passage                  // the document's words around a quote: folded away, or left out where nothing folds
	Item                     // an entry of a list
)

// A Block is one paragraph of a reply.
type Block struct {
	Kind BlockKind
	Runs []Run
}

// A Run is a stretch of a block in one style.
type Run struct {
	Text     string
	Strong   bool
	Section  string // id of the section that it leads to; empty for none
	Sentence int    // with Section: number of the sentence in it, from 1; 0 for the section as a whole
}

// A ButtonKind says what pressing a button does.
type ButtonKind int

// Kinds of buttons.
const (
	Press ButtonKind = iota // sends Data back: see package chat
	Try                     // the same; its label is a question to try
	Share                   // offers Data in another chat: see package chat
)

// A Button stands below a reply.
type Button struct {
	Kind  ButtonKind
	Label string
	Data  string // at most 64 bytes for Press
}

// An Offer is one passage offered in inline mode.
type Offer struct {
	ID          string // at most 64 bytes, stable for section, sentence and digest
	Title       string // "Measure 7: Implement the …"
	Description string // the beginning of the quote
	Reply       Reply  // what is sent when it is chosen
}
