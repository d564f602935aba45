package answer_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/folder"
)

// TestMessages reads messages to several documents as they are judged in
// testdata/messages/messages.txt, which tells the form.
func TestMessages(t *testing.T) {
	data, err := os.ReadFile("testdata/messages/messages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var a *answer.Answerer
	n := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			a = answererOf(t, name)
			continue
		}
		message, want, ok := strings.Cut(line, " => ")
		short := false
		if !ok {
			message, want, short = strings.Cut(line, " =/> ")
		}
		if !ok && !short || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		var turns []turn.Turn
		all := strings.Split(message, " | ")
		for _, before := range all[:len(all)-1] {
			turns = append(turns, ask(t, a, before, turns...).Turn())
		}
		got := ask(t, a, all[len(all)-1], turns...)
		switch why := misjudged(got, want); {
		case short && why == "":
			t.Errorf("%s: %q is reached: write => before %s", a.Document().Name, message, want)
		case !short && why != "":
			t.Errorf("%s: %q: %s; got %s %s %v, want %s", a.Document().Name, message, why, got.Kind, got.Reason, ids(got), want)
		}
	}
	if n == 0 {
		t.Error("no message is judged")
	}
}

// answererOf returns an answerer about a document of the evaluation, the default one, or one
// of this package's own.
func answererOf(t *testing.T, name string) *answer.Answerer {
	t.Helper()
	if name == "opinions-2024" {
		return ready(t)
	}
	return once(t, "named "+name, func() (*folder.Bundle, error) {
		dir, file := placeOf(name)
		return folder.Load(os.DirFS(dir), file)
	})
}

// placeOf returns the folder of a document and what it is called there.
func placeOf(name string) (dir, file string) {
	dir = "../eval/testdata/documents"
	if _, err := os.Stat(dir + "/" + name); err == nil {
		return dir, name
	}
	if !strings.Contains(name, ".") {
		name += ".txt"
	}
	return "testdata/messages", name
}

// answererIn opens a document of a file system, with its aids.
func answererIn(t *testing.T, fsys fs.FS, name string) *answer.Answerer {
	t.Helper()
	b, err := folder.Load(fsys, name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := answer.New(t.Context(), answer.Options{Document: b.Document, Annotations: b.Annotations})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

var inQuotes = regexp.MustCompile(`"([^"]*)"`)

// misjudged says what is wrong with an answer, "" if nothing is.
func misjudged(got answer.Answer, want string) string {
	for _, m := range inQuotes.FindAllStringSubmatch(want, -1) {
		if m[1] != got.Last && m[1] != strconv.Itoa(len(got.Citations)) && !slices.ContainsFunc(got.Citations, func(c answer.Citation) bool {
			return strings.Contains(got.Document.Plain(c.Span), m[1])
		}) {
			return "it lacks " + m[1]
		}
	}
	words := strings.Fields(inQuotes.ReplaceAllString(want, ""))
	if words[0] == "in" {
		if len(got.Citations) == 0 || got.Citations[0].ID != words[1] && !strings.HasPrefix(got.Citations[0].ID, words[1]+"-") {
			return "another section"
		}
		return ""
	}
	cited := ids(got)
	kind, reason, said := strings.Cut(words[0], ":")
	switch {
	case !slices.Contains(strings.Split(kind, "|"), string(got.Kind)):
		return "another kind"
	case said && string(got.Reason) != reason:
		return "another reason"
	case len(words) == 1:
	case got.Kind != answer.KindOutline && !slices.Equal(cited, words[1:]):
		return "other sections"
	case slices.ContainsFunc(words[1:], func(id string) bool { return !slices.Contains(cited, id) }):
		return "it lacks sections"
	}
	return ""
}
