package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the transcripts in testdata with what the program says now")

// TestTranscripts runs the commands of testdata/*.transcript and compares what
// they print with what stands below them. A command begins with "$ ", after
// which variables may be set; "< " begins the lines of its standard input, "! "
// a line on standard error, and "[exit 2]" tells a status other than 0.
// "#" begins a comment.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.transcript")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".transcript"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := replay(t, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(want) {
				t.Errorf("%s says something else now (-update rewrites it):\n%s", file, firstDifference(got, string(want)))
			}
		})
	}
}

// replay runs the commands of a transcript and returns it with what they print
// now.
func replay(t *testing.T, transcript string) string {
	t.Helper()
	var out strings.Builder
	lines := strings.Split(strings.TrimSuffix(transcript, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		command, ok := strings.CutPrefix(lines[i], "$ ")
		if !ok {
			if strings.HasPrefix(lines[i], "#") {
				out.WriteString(lines[i] + "\n")
			}
			continue // what it printed before
		}
		out.WriteString(lines[i] + "\n")
		var in strings.Builder
		for ; i+1 < len(lines) && strings.HasPrefix(lines[i+1], "< "); i++ {
			out.WriteString(lines[i+1] + "\n")
			in.WriteString(lines[i+1][2:] + "\n")
		}
		out.WriteString(run(t, command, in.String()) + "\n")
	}
	return out.String()
}

// run runs one command line and returns what it prints, each kind of line with
// its mark.
func run(t *testing.T, line, input string) string {
	t.Helper()
	words := split(t, line)
	p := &program{in: strings.NewReader(input)}
	for len(words) > 0 && strings.Contains(words[0], "=") {
		p.env, words = append(p.env, words[0]), words[1:]
	}
	if len(words) == 0 || words[0] != "pincite" {
		t.Fatalf("%q does not run pincite", line)
	}
	var stdout, stderr bytes.Buffer
	p.args, p.out, p.errs = words[1:], &stdout, &stderr
	status := p.run(context.Background())
	out := stdout.String()
	for l := range strings.Lines(stderr.String()) {
		out += "! " + l
	}
	if status != success {
		out += fmt.Sprintf("[exit %d]\n", status)
	}
	return out
}

// split cuts a command line into words as a shell does: blanks separate,
// quotation marks of either kind hold together.
func split(t *testing.T, line string) []string {
	t.Helper()
	var words []string
	var word strings.Builder
	inWord, quote := false, rune(0)
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, inWord = r, true
		case quote == 0 && r == ' ':
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quote != 0 {
		t.Fatalf("%q: a quotation mark is open", line)
	}
	if inWord {
		words = append(words, word.String())
	}
	return words
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
