package markdown

import (
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// chunkSize is how much of a long file is parsed at a time, in bytes: the tree
// of the parser takes a hundred times as much memory.
const chunkSize = 1 << 20

// definition is the line that says where a link of a name leads to. It is compiled
// when it is needed, as noted is.
var definition = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^ {0,3}\[([^\]^\n][^\]\n]{0,998})\]:[ \t]*\S`)
})

// parse calls each with the tree of every chunk of src in turn, from byte start on, and
// ends with the first error that it returns. The offsets in a tree are those of src.
func parse(p parser.Parser, src []byte, start int, each func(ast.Node) error) error {
	var links [][][]byte
	if len(src)-start > chunkSize {
		links = definition().FindAllSubmatch(src[start:], -1)
	}
	for start < len(src) {
		end := start + chunk(string(src[start:]))
		pc := parser.NewContext()
		for _, l := range links { // of the chunks before and behind, too
			pc.AddReference(parser.NewReference(l[1], []byte("#"), nil))
		}
		r := text.NewReader(src[:end])
		r.SetPosition(-1, text.NewSegment(start, start))
		r.AdvanceLine()
		if err := each(p.Parse(r, parser.WithContext(pc))); err != nil {
			return err
		}
		start = end
	}
	return nil
}

// chunk returns the length of the first chunk of s: it ends where a paragraph at
// the margin begins, which belongs to nothing before it.
func chunk(s string) int {
	if len(s) <= chunkSize {
		return len(s)
	}
	until, blank := "", false // the end of a fence or comment that is open
	for at := 0; at < len(s); {
		line, _ := cutLine(s[at:])
		if at >= chunkSize && until == "" && blank && strings.IndexByte(" \t\r\n>", line[0]) < 0 {
			return at
		}
		until = opens(line, until)
		blank = strings.TrimSpace(line) == ""
		at += len(line)
	}
	return len(s)
}

// raw are what blank lines do not end, beside fences: by how it begins and ends.
var raw = [][2]string{{"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}, {"<pre", "</pre"}, {"<textarea", "</textarea"}}

// opens returns the end of what is open behind a line; until is the end of what
// is open before it, "" for nothing.
func opens(line, until string) string {
	bare := strings.TrimLeft(line, " \t>")
	low := strings.ToLower(bare)
	switch {
	case strings.HasPrefix(until, "```"), strings.HasPrefix(until, "~~~"):
		if rest, ok := strings.CutPrefix(bare, until); ok && strings.Trim(rest, until[:1]+" \t\r\n") == "" {
			return ""
		}
		return until
	case until != "":
		if strings.Contains(low, until) {
			return ""
		}
		return until
	case strings.HasPrefix(bare, "```"), strings.HasPrefix(bare, "~~~"):
		return bare[:len(bare)-len(strings.TrimLeft(bare, bare[:1]))]
	}
	for _, r := range raw {
		if i := strings.LastIndex(low, r[0]); i >= 0 && !strings.Contains(low[i:], r[1]) {
			return r[1]
		}
	}
	return ""
}
