package terminal

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// widest is the longest line that is comfortable to read, in columns.
const widest = 100

// longestLine bounds a line of input, in bytes: what is longer is no question, and no
// quote.
const longestLine = 1 << 20

// A Terminal is what a process reads and writes: a terminal, or pipes and files.
type Terminal struct {
	In        io.Reader
	Out, Errs io.Writer
	Getenv    func(name string) string // a variable of the environment, "" for one that is not set
}

// A screen is where replies are shown: a terminal, or a pipe or file without
// colours and line breaks of its own.
type screen struct {
	colour bool
	width  int // columns; 0 to leave lines as they are
}

// Width returns how many columns a line may have, 0 where lines are to stay as they are.
func (p Terminal) Width() int { return p.screen().width }

// screen looks at what standard output is.
func (p Terminal) screen() screen {
	f, ok := p.Out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return screen{}
	}
	s := screen{colour: p.Getenv("NO_COLOR") == "" && p.Getenv("TERM") != "dumb", width: widest}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		s.width = min(w, widest)
	}
	return s
}

// Print shows a reply.
func (p Terminal) Print(r reply.Reply) error {
	s := p.screen()
	return p.write(render.Terminal(r, s.colour, s.width) + render.Examples(r) + "\n")
}

// Say writes what people read to standard output: what a document or the name of a file has
// in it does nothing to a terminal.
func (p Terminal) Say(said string) error { return p.write(text.Sanitize(said)) }

func (p Terminal) write(said string) error {
	_, err := io.WriteString(p.Out, render.Straight(said))
	return err
}

// Encoder writes JSON for programs to standard output, one value a line.
func (p Terminal) Encoder() *json.Encoder {
	e := json.NewEncoder(render.Escaped(p.Out))
	e.SetEscapeHTML(false) // the quotes are not for web pages
	return e
}

// Locale returns the language tag of the environment: "zh-CN" for
// LANG=zh_CN.UTF-8; "" where it names none.
func (p Terminal) Locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := p.Getenv(name); v != "" {
			v, _, _ = strings.Cut(v, ".")
			if v == "C" || v == "POSIX" {
				return ""
			}
			return strings.ReplaceAll(v, "_", "-")
		}
	}
	return ""
}
