package main

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"pincite/internal/render"
	"pincite/internal/reply"
)

// widest is the longest line that is comfortable to read, in columns.
const widest = 100

// A screen is where replies are shown: a terminal, or a pipe or file without
// colours and line breaks of its own.
type screen struct {
	colour bool
	width  int // columns; 0 to leave lines as they are
}

// screen looks at what standard output is.
func (p *program) screen() screen {
	f, ok := p.out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return screen{}
	}
	s := screen{colour: p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb", width: widest}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		s.width = min(w, widest)
	}
	return s
}

// print shows a reply.
func (p *program) print(r reply.Reply) error {
	s := p.screen()
	return p.say(render.Terminal(r, s.colour, s.width) + render.Examples(r) + "\n")
}

// say writes what people read to standard output, however a document writes.
func (p *program) say(text string) error {
	_, err := io.WriteString(p.out, render.Straight(text))
	return err
}

// encoder writes JSON for programs to standard output, one value a line.
func (p *program) encoder() *json.Encoder {
	e := json.NewEncoder(render.Escaped(p.out))
	e.SetEscapeHTML(false) // the quotes are not for web pages
	return e
}

// locale returns the language tag of the environment: "zh-CN" for
// LANG=zh_CN.UTF-8; "" where it names none.
func (p *program) locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := p.getenv(name); v != "" {
			v, _, _ = strings.Cut(v, ".")
			if v == "C" || v == "POSIX" {
				return ""
			}
			return strings.ReplaceAll(v, "_", "-")
		}
	}
	return ""
}
