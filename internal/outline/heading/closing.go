package heading

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"pincite/internal/text"
)

//go:embed closing.txt
var closingFile string

var closings = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(closingFile) {
		if _, list, ok := strings.Cut(strings.TrimSpace(line), ":"); ok && line[0] != '#' {
			for w := range strings.FieldsSeq(list) {
				words[w], words[bare(w)] = true, true
			}
		}
	}
	return words
})

// maxClosing is the longest heading without a number behind the body of a text, and
// maxProvision that of one which begins as official texts have it, and may end in a full
// stop: "Disposición adicional primera. Mercados de Navidad.". In runes.
const (
	maxClosing   = 60
	maxProvision = 120
)

// Closing reads the heading of what stands behind the numbered sections of a text and has
// no number itself: "Appendix: Map of the moorings", "Disposición adicional primera",
// "Final provisions", "附则". Only its place tells it from other lines.
func Closing(s string) (Mark, bool) {
	n := utf8.RuneCountInString(s)
	if n > maxProvision || !Begins(s) || text.EndsIn(s, ",;:、，；：") {
		return Mark{}, false
	}
	first := s[:letters(s)]
	if before, after, ok := strings.Cut(s, "\u3000"); ok && utf8.RuneCountInString(before) == 1 { // 附　則
		first = before + after[:letters(after)]
	}
	m := Mark{Style: ClosingStyle, Rank: RankAnnex}
	if closings()[strings.ToLower(first)] {
		return m, !Stopped(s) || titled(s)
	}
	if n > maxClosing || Stopped(s) {
		return Mark{}, false
	}
	if u, known := unitOf(first); known && u.rank <= RankAnnex {
		if first == s {
			m.Style, m.Kind = u.kind, u.kind
		}
		return m, true
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return m, len(strings.Fields(s)) <= 4 && closings()[strings.ToLower(last)]
}

// titled reports a few words with a full stop behind them, and perhaps a title with one of
// its own.
func titled(s string) bool {
	const most = 5 // words
	name, title, _ := strings.Cut(s, ".")
	return len(strings.Fields(name)) <= most && !strings.Contains(strings.TrimSuffix(title, "."), ".")
}
