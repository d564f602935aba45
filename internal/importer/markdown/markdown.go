package markdown

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"pincite/internal/importer/block"
	"pincite/internal/text"
)

// MaxBytes is the size of the largest file that is read, in bytes.
const MaxBytes = 32 << 20

// Read makes the source of a decoded Markdown file. An error is one line and
// says what is too large or nested too deeply; it is ctx's where ctx ended first.
func Read(ctx context.Context, data string) (*block.Source, error) {
	if err := check(data); err != nil {
		return nil, err
	}
	r := reader{text: data, notes: map[string]bool{}}
	body := r.frontMatter()
	for _, m := range noted().FindAllStringSubmatch(data[body:], -1) {
		r.notes[m[1]] = true
	}
	guard := &guard{}
	err := parse(newParser(guard), mask(data), body, func(root ast.Node) error {
		r.blocks(root, place{})
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	r.sort()
	if shown := block.Shown(data[body:], r.meta.Language); shown != "" {
		r.warn("the front matter says that the language is %s; the text is in %s, and is read so unless document.yaml says otherwise", r.meta.Language, shown)
		r.meta.Language = shown
	}
	if guard.refused > 0 {
		r.warn("brackets and asterisks are shown as they stand in %s, which has too many", text.Count(guard.refused, "paragraph"))
	}
	return &block.Source{Text: data, Blocks: r.out, Markup: r.markup(), Meta: r.meta, Warnings: r.warnings}, nil
}

// noted is the line that begins a footnote. The references need to know them all.
// It is compiled when it is needed: a pattern that counts to 998 takes milliseconds.
var noted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[ \t>]*\[\^([^\]\n]{1,998})\]:`)
})

// newParser puts together what is read beside CommonMark. Footnotes are parsed
// as blocks only: the library would reorder them and drop those without a
// reference.
func newParser(g *guard) parser.Parser {
	blocks := append(parser.DefaultBlockParsers(), util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		util.Prioritized(newPointParser(), 499), // before code
		util.Prioritized(boldLines{}, 498),      // before points
		util.Prioritized(glued{}, 601))          // after those with a space
	inlines := append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(extension.NewStrikethroughParser(), 500))
	paragraphs := append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		util.Prioritized(g, 300))
	return parser.NewParser(parser.WithBlockParsers(blocks...), parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(paragraphs...), parser.WithAttribute(),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)))
}

// Limits on what would take the parser too long.
const (
	maxDepth = 100           // containers that lines open within each other
	maxCost  = 1_000_000_000 // sum of squares of marks in a block: about five seconds
	cheap    = 200           // marks in a block that cost nothing to speak of
	maxCells = 2_000_000     // of tables, whose short rows are filled up: about 120 bytes each
	maxLinks = 20_000        // lines that say where a link leads: the parser is quadratic in them, a second
)

// check refuses what cannot be read in bounded time and memory.
func check(data string) error {
	if len(data) > MaxBytes {
		return fmt.Errorf("it is too large: Markdown is read up to %d MB", MaxBytes>>20)
	}
	if !utf8.ValidString(data) {
		return errors.New("it is not valid UTF-8")
	}
	cost, line, cells, columns, links := 0, 0, 0, 0, 0
	var open nesting
	for rest := data; rest != ""; {
		var this string
		this, rest = cutLine(rest)
		line++
		if max(depth(this), open.add(this)) > maxDepth {
			return fmt.Errorf("line %d opens more than %d lists or quotations within each other", line, maxDepth)
		}
		switch {
		case strings.TrimSpace(this) == "":
			columns = 0
		case strings.Trim(this, "|-: \t\r\n") == "" && strings.Contains(this, "|"):
			columns = strings.Count(this, "|")
		}
		if cells += columns; cells > maxCells {
			return fmt.Errorf("line %d: its tables have more than %d cells; split the file, or give it as plain text", line, maxCells)
		}
		if defines(this) {
			links++
		}
		if links > maxLinks {
			return fmt.Errorf("line %d: it has more than %d definitions of links; give it as plain text", line, maxLinks)
		}
		if n := marks(this); n > cheap && oneBlock(this) {
			cost += n * n
		}
		if cost > maxCost {
			return fmt.Errorf("line %d holds too many brackets and asterisks to be Markdown; give it as plain text", line)
		}
	}
	return nil
}

// A guard keeps the parser from paragraphs in which it would try too many marks
// against each other: they are shown as they stand.
type guard struct {
	cost    int
	refused int // paragraphs
}

// Transform implements [parser.ParagraphTransformer].
func (g *guard) Transform(p *ast.Paragraph, r gmtext.Reader, _ parser.Context) {
	n := 0
	for i := range p.Lines().Len() {
		at := p.Lines().At(i)
		n += marks(string(at.Value(r.Source())))
	}
	if n <= cheap {
		return
	}
	if g.cost += n * n; g.cost <= maxCost {
		return
	}
	g.refused++
	raw := &dense{}
	raw.SetLines(p.Lines())
	p.Parent().ReplaceChild(p.Parent(), p, raw)
}

// A dense paragraph has its marks left alone.
type dense struct{ ast.BaseBlock }

var kindDense = ast.NewNodeKind("Dense")

func (d *dense) Kind() ast.NodeKind            { return kindDense }
func (d *dense) IsRaw() bool                   { return true }
func (d *dense) Dump(source []byte, level int) { ast.DumpHelper(d, source, level, nil, nil) }
