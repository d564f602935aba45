package message

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
)

const (
	// pieceUnits is the length at which a block is cut, in UTF-16 units: a
	// message, less the mark of an item.
	pieceUnits = maxUnits - 2

	// pieceRuns is the number of runs at which it is cut. Two entities for
	// each and one for the quotation stay below a hundred; and with links of
	// maxAddress bytes, and text that escaping makes five bytes a unit ("&amp;"),
	// a piece stays below 32 KiB.
	pieceRuns = 32
)

// split cuts the runs of a block into pieces that each fit one message, at the
// end of a paragraph, sentence or word where there is one in the last half.
func split(runs []reply.Run) [][]reply.Run {
	var out [][]reply.Run
	for len(runs) > 0 {
		var head []reply.Run
		head, runs = splitOnce(runs)
		if head = trim(head); len(head) > 0 {
			out = append(out, head)
		}
	}
	return out
}

// splitOnce returns the first piece and what is left. It may change runs.
func splitOnce(runs []reply.Run) (head, rest []reply.Run) {
	room := pieceUnits
	for i, run := range runs {
		n := len(botapi.CutUnits(run.Text, room))
		if i == pieceRuns {
			return runs[:i], runs[i:]
		}
		if n == len(run.Text) {
			room -= botapi.Units(run.Text)
			continue
		}
		if n = boundary(run.Text, n); n == 0 && i > 0 {
			return runs[:i], runs[i:]
		}
		first := run
		first.Text, runs[i].Text = run.Text[:n], run.Text[n:]
		return append(runs[:i:i], first), runs[i:]
	}
	return runs, nil
}

// boundary moves a cut at byte n of s back to the end of a paragraph, else of a
// sentence, else of a word, if that leaves at least half.
func boundary(s string, n int) int {
	for _, ends := range []func(before, after rune) bool{
		func(b, _ rune) bool { return b == '\n' },
		func(b, a rune) bool {
			return strings.ContainsRune("。！？", b) || strings.ContainsRune(".!?;", b) && unicode.IsSpace(a)
		},
		func(b, a rune) bool { return unicode.IsSpace(b) && !unicode.IsSpace(a) },
	} {
		for i := n; i > n/2; {
			before, size := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i:])
			if ends(before, after) {
				return i
			}
			i -= size
		}
	}
	return n
}
