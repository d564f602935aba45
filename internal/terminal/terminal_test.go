package terminal

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/library"
	"pincite/internal/library/librarytest"
	"pincite/internal/reply"
)

// of returns a terminal that reads said, with variables of the environment.
func of(said string, env map[string]string) (t Terminal, out, errs *bytes.Buffer) {
	out, errs = new(bytes.Buffer), new(bytes.Buffer)
	return Terminal{In: strings.NewReader(said), Out: out, Errs: errs, Getenv: func(name string) string { return env[name] }}, out, errs
}

func TestLocale(t *testing.T) {
	for _, x := range []struct {
		env  map[string]string
		want string
	}{
		{nil, ""},
		{map[string]string{"LANG": "C"}, ""},
		{map[string]string{"LC_ALL": "POSIX", "LANG": "ru_RU.UTF-8"}, ""},
		{map[string]string{"LANG": "ru_RU.UTF-8"}, "ru-RU"},
		{map[string]string{"LC_MESSAGES": "es", "LANG": "zh_CN.UTF-8"}, "es"},
	} {
		if p, _, _ := of("", x.env); p.Locale() != x.want {
			t.Errorf("%v: %q, want %q", x.env, p.Locale(), x.want)
		}
	}
}

// TestStepsElsewhere: where there is no terminal each step is one line, however often it
// tells how far it is.
func TestStepsElsewhere(t *testing.T) {
	p, _, errs := of("", nil)
	s := p.Steps()
	for i := range 3 {
		s.Tell("reading", i, 3)
	}
	s.Tell("indexing", 0, 0)
	s.End()
	if want := "reading\nindexing\n"; errs.String() != want || s.Bar() {
		t.Errorf("%q, want %q; bar %v", errs, want, s.Bar())
	}
}

// brokenWriter is a pipe that nobody reads any more.
type brokenWriter struct{}

var errBroken = errors.New("broken pipe")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func house(t *testing.T) *chat.Chat {
	t.Helper()
	d := librarytest.Document(t, "house.md", "# House\n\n## Article 1 Hours\n\nThe house opens at nine.\n\n## Article 2 Keys\n\nKeys are kept by the porter.\n")
	a, err := answer.New(t.Context(), answer.Options{Document: d})
	if err != nil {
		t.Fatal(err)
	}
	l, err := library.New(a)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return chat.New(chat.Options{Library: l, Conversations: 1})
}

// TestTalk: what stands behind a leave is not heard, a number presses the button that was
// given it, and one that there is not is no question.
func TestTalk(t *testing.T) {
	c := house(t)
	p, out, _ := of("article 1\n:999\n:1\nquit\narticle 2\n", nil)
	if err := p.Talk(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	for _, want := range []string{"> article 1\n", "The house opens at nine.", ":1 ", "the reply has ", "> :1\n", "> quit\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "> article 2") || strings.Contains(got, "\x1b") {
		t.Errorf("it went on, or is coloured:\n%s", got)
	}
	p, _, _ = of("article 1\n", nil)
	p.Out = brokenWriter{}
	if err := p.Talk(t.Context(), c); !errors.Is(err, errBroken) {
		t.Errorf("error %v, want %v", err, errBroken)
	}
	p, _, _ = of(strings.Repeat("a", longestLine+1), nil)
	if err := p.Talk(t.Context(), c); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("a line without an end: %v", err)
	}
}

// TestNothingTurnsTheLineRound: what a document, a person or a fault has in it turns no line
// of a terminal round, whoever prints it.
func TestNothingTurnsTheLineRound(t *testing.T) {
	const odd = "pay \u202eeerf\u202c now"
	said := reply.Reply{Notice: odd, Blocks: []reply.Block{{Kind: reply.Line, Runs: []reply.Run{{Text: odd}}}}}
	for name, write := range map[string]func(Terminal, *bytes.Buffer){
		"said":  func(p Terminal, _ *bytes.Buffer) { p.Say(odd) },
		"reply": func(p Terminal, _ *bytes.Buffer) { p.Print(said) },
		"talk":  func(_ Terminal, out *bytes.Buffer) { new(talk).say(out, said) },
		"JSON":  func(p Terminal, _ *bytes.Buffer) { p.Encoder().Encode(odd) },
		"log": func(p Terminal, _ *bytes.Buffer) {
			p.Logger(slog.LevelInfo, false).Info("asked", "err", errors.New(odd))
		},
		"log in JSON": func(p Terminal, _ *bytes.Buffer) {
			p.Logger(slog.LevelInfo, true).Info("asked", "err", errors.New(odd))
		},
	} {
		p, out, errs := of("", nil)
		write(p, out)
		if got := out.String() + errs.String(); !strings.Contains(got, "now") || strings.ContainsAny(got, "\u202c\u202e") {
			t.Errorf("%s: %q", name, got)
		}
	}
}
