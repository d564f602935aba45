package block

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/text"
)

// A Builder writes a source text block by block, for formats whose bytes are not
// text themselves. Blocks are separated by a blank line; no line ends in a space.
// The zero value is ready for use.
type Builder struct {
	text     strings.Builder
	blocks   []Block
	warnings []string
}

// Len returns how many bytes of text there are.
func (b *Builder) Len() int { return b.text.Len() }

// Warn adds a line to the warnings, once.
func (b *Builder) Warn(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	if !slices.Contains(b.warnings, line) {
		b.warnings = append(b.warnings, line)
	}
}

// Add appends a block whose text is label and text, separated by gap. Like names
// what it is: its Kind, Level, Page and Anchor are taken, and as RunIn how many bytes of
// text are in bold type. Both texts are cleaned, see [Clean]; nothing is added where
// nothing is left of them.
func (b *Builder) Add(like Block, label, gap, text string) {
	bold := Clean(text[:min(like.RunIn.End, len(text))])
	label, text = Clean(label), Clean(text)
	if label == "" && text == "" {
		return
	}
	start := b.begin()
	b.text.WriteString(label)
	like.Label = document.Span{}
	if label != "" {
		like.Label = document.Span{Start: start, End: b.text.Len()}
	}
	if label != "" && text != "" {
		b.text.WriteString(gap)
	}
	like.RunIn = document.Span{}
	if at := b.text.Len(); bold != "" && len(bold) < len(text) && strings.HasPrefix(text, bold) {
		like.RunIn = document.Span{Start: at, End: at + len(bold)}
	}
	b.text.WriteString(text)
	b.end(like, start)
}

// A Cell is one cell of a row to be written. Joined marks a column that a cell
// before it reaches across: it has a span without text and no bar.
type Cell struct {
	Text   string
	Joined bool
}

// AddRow appends a row of a table, its cells on one line with bars between them.
// Nothing is added where no cell has text.
func (b *Builder) AddRow(like Block, cells []Cell) {
	texts, any := make([]string, len(cells)), false
	for i, c := range cells {
		texts[i] = document.OneLine(Clean(c.Text))
		any = any || texts[i] != ""
	}
	if !any {
		return
	}
	start := b.begin()
	like.Kind, like.Cells = Row, nil
	for i, text := range texts {
		if i > 0 && !cells[i].Joined {
			b.bar(text)
		}
		at := b.text.Len()
		b.text.WriteString(text)
		like.Cells = append(like.Cells, document.Span{Start: at, End: b.text.Len()})
	}
	b.end(like, start)
}

// bar parts the cell that follows, text, from the one before.
func (b *Builder) bar(text string) {
	if s := b.text.String(); s != "" && !strings.HasSuffix(s, "\n") {
		b.text.WriteString(" ")
	}
	b.text.WriteString("|")
	if text != "" {
		b.text.WriteString(" ")
	}
}

func (b *Builder) begin() int {
	if b.text.Len() > 0 {
		b.text.WriteString("\n")
	}
	return b.text.Len()
}

func (b *Builder) end(like Block, start int) {
	like.Span = document.Span{Start: start, End: b.text.Len()}
	b.blocks = append(b.blocks, like)
	b.text.WriteString("\n")
}

// languageSample is how much of a text its language is told from, in bytes.
const languageSample = 16 << 10

// Language returns the language tag that a file claims for the text, or "" where
// the text itself shows another: many programs write that of their own menus.
func (b *Builder) Language(claimed string) string {
	if shown := shows(b.text.String()); gainsaid(b.text.String(), claimed, shown) || shown == "und" && told[text.Base(claimed)] {
		return ""
	}
	return claimed
}

// Shown is [Shown] of the text that there is.
func (b *Builder) Shown(claimed string) string { return Shown(b.text.String(), claimed) }

// Shown returns the tag of the language that a text shows to be in, if that is another than
// its file claims; "" if it is not, or if the text is too short to tell.
func Shown(s, claimed string) string {
	const least = 400 // bytes
	if shown := shows(s); len(s) >= least && gainsaid(s, claimed, shown) {
		return shown
	}
	return ""
}

// gainsaid reports that a text shows another language than its file claims: one that is told
// well by a few words, or by many.
func gainsaid(s, claimed, shown string) bool {
	language := text.Base(claimed)
	return language != shown && shown != "und" && told[language] && (told[shown] || text.Clearly(sample(s), shown, language))
}

// shows returns the language of the beginning of a text, "und" if it cannot be told.
func shows(s string) string {
	return text.Detect(sample(s))
}

func sample(s string) string { return strings.ToValidUTF8(s[:min(len(s), languageSample)], "") }

// told are the languages that a short text shows well enough to gainsay its file, and whose
// claim may be gainsaid.
var told = map[string]bool{"en": true, "es": true, "ru": true, "zh": true, "de": true, "fr": true, "it": true, "pt": true, "nl": true,
	"pl": true, "ja": true, "ko": true, "ar": true, "he": true}

// Source returns what was built.
func (b *Builder) Source(meta document.Meta) *Source {
	return &Source{Text: b.text.String(), Blocks: b.blocks, Meta: meta, Warnings: b.warnings}
}

// Clean returns s as it stands in a source text: valid UTF-8 without control
// characters, soft hyphens, marks of direction or private characters of symbol
// fonts; runs of spaces and tabs as one space; no space around a line, and no
// empty lines.
func Clean(s string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(strings.ToValidUTF8(s, ""), "\n") {
		line = cleanLine(line)
		if line == "" {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(line)
	}
	return out.String()
}

func cleanLine(line string) string {
	var out strings.Builder
	space := false
	for _, r := range line {
		switch {
		case r == ' ' || r == '\t' || r == '\u00a0' || unicode.Is(unicode.Zs, r) && r != '\u3000':
			space = true
			continue
		case unseen(r):
			continue
		}
		if space && out.Len() > 0 {
			out.WriteByte(' ')
		}
		space = false
		out.WriteRune(r)
	}
	return strings.TrimFunc(out.String(), unicode.IsSpace)
}

// unseen reports a character that leaves no mark on the page. The joiners of
// Persian and Indian scripts (U+200C and U+200D) shape the letters around them
// and stay.
func unseen(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}
