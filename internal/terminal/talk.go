package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"pincite/internal/chat"
	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// A talk is one conversation in a terminal.
type talk struct {
	chat     *chat.Chat
	language string
	screen   screen

	asked   string   // the last message, to which new buttons belong
	buttons []choice // all that were shown, by their numbers from 1
}

// A choice is a button with the message that its reply answered.
type choice struct {
	reply.Button
	asked string
}

// prompt precedes what a person types.
const prompt = "> "

// Talk holds one conversation, until its input ends or says so. It edits lines where both
// ends are terminals, and reads them as they come otherwise. What is shown as buttons
// elsewhere has a number here, to be typed.
func (p Terminal) Talk(ctx context.Context, c *chat.Chat) error {
	t := &talk{chat: c, language: p.Locale(), screen: p.screen()}
	in, ok := p.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) || t.screen.width == 0 {
		return t.plain(ctx, p.In, p.Out)
	}
	old, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return fmt.Errorf("chat: %w", err)
	}
	defer term.Restore(int(in.Fd()), old)
	line := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{in, p.Out}, prompt)
	if err := t.say(line, t.hear(ctx, "/start")); err != nil {
		return err
	}
	return t.edited(ctx, in, line)
}

// edited takes lines from a terminal that edits them and keeps their history.
func (t *talk) edited(ctx context.Context, in *os.File, line *term.Terminal) error {
	for {
		if w, h, err := term.GetSize(int(in.Fd())); err == nil && w > 0 { // the window may have been resized
			t.screen.width = min(w, widest)
			if err := line.SetSize(w, h); err != nil {
				return fmt.Errorf("chat: %w", err)
			}
		}
		typed, err := line.ReadLine()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil && !errors.Is(err, term.ErrPasteIndicator) {
			return fmt.Errorf("chat: %w", err)
		}
		if leaves(typed) {
			return nil
		}
		if err := t.say(line, t.hear(ctx, typed)); err != nil {
			return err
		}
	}
}

// plain takes lines from a file or a pipe.
func (t *talk) plain(ctx context.Context, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		if _, err := fmt.Fprintln(out, prompt+lines.Text()); err != nil {
			return err
		}
		if leaves(lines.Text()) {
			return nil
		}
		if err := t.say(out, t.hear(ctx, lines.Text())); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("chat: standard input: %w", err)
	}
	return nil
}

// leaves reports whether a line ends the conversation, as in other programs.
func leaves(typed string) bool {
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case "exit", "quit", "/exit", "/quit", ":q":
		return true
	}
	return false
}

// hear takes what was typed, a message or the number of a button.
func (t *talk) hear(ctx context.Context, typed string) reply.Reply {
	m := chat.Message{Conversation: "terminal", Person: "terminal", Language: t.language, Text: typed, Private: true}
	number, isButton := strings.CutPrefix(strings.TrimSpace(typed), ":")
	n, err := strconv.Atoi(number)
	switch {
	case !isButton || err != nil:
		t.asked = typed
		return t.chat.Ask(ctx, m)
	case n < 1 || n > len(t.buttons):
		return reply.Reply{Notice: "That is no button; the reply has " + text.Count(len(t.buttons), "button") + "."}
	}
	t.asked = t.buttons[n-1].asked
	m.Text = t.asked
	return t.chat.Press(ctx, m, t.buttons[n-1].Data)
}

// say shows a reply, and below it its buttons. Their numbers go on from reply to
// reply, so that one that is still on the screen can still be pressed.
func (t *talk) say(out io.Writer, r reply.Reply) error {
	var b strings.Builder
	if r.Notice != "" {
		b.WriteString(r.Notice + "\n")
	}
	if len(r.Blocks) > 0 {
		b.WriteString(render.Terminal(r, t.screen.colour, t.screen.width) + "\n")
		if line := t.offer(pressable(r)); line != "" {
			b.WriteString("\n" + line + "\n")
		}
	}
	b.WriteString("\n")
	_, err := io.WriteString(out, render.Straight(b.String()))
	return err
}

// pressable returns the buttons of a reply that do something here: there is
// nobody to share with, and nobody who gathers ratings.
func pressable(r reply.Reply) []reply.Button {
	var out []reply.Button
	for _, row := range r.Buttons {
		for _, button := range row {
			if button.Kind != reply.Share && button.Kind != reply.Rate && button.Kind != reply.Read {
				out = append(out, button)
			}
		}
	}
	return out
}

// offer numbers buttons and names them, each with what to type for it, in one
// line if that is a short one.
func (t *talk) offer(buttons []reply.Button) string {
	var labels []string
	for _, button := range buttons {
		t.buttons = append(t.buttons, choice{button, t.asked})
		labels = append(labels, fmt.Sprintf(":%d %s", len(t.buttons), button.Label))
	}
	if line := strings.Join(labels, "   "); render.Columns(line) <= widest*4/5 {
		return line
	}
	return strings.Join(labels, "\n")
}
