package heading

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
)

//go:embed closing.txt
var closingFile string

//go:embed of.txt
var ofFile string

var closings = sync.OnceValue(func() map[string]bool { return wordList(closingFile) })

// wordList reads a list of words, a language a line, with and without their accents.
func wordList(file string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(file) {
		if _, list, ok := strings.Cut(strings.TrimSpace(line), ":"); ok && line[0] != '#' {
			for w := range strings.FieldsSeq(list) {
				words[w], words[lexicon.Bare(w)] = true, true
			}
		}
	}
	return words
}

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
	m := Mark{Style: ClosingStyle, Rank: lexicon.RankAnnex}
	words := strings.Fields(s)
	second := strings.Join(words[min(1, len(words)):min(2, len(words))], "")
	if closings()[strings.ToLower(first)] && !ofWhat()[second] {
		return m, !Stopped(s) || titled(s)
	}
	if n > maxClosing || Stopped(s) {
		return Mark{}, false
	}
	if u, known := lexicon.Of(first); known && u.Rank <= lexicon.RankAnnex {
		if first == s {
			m.Style, m.Kind = u.Kind, u.Kind
		}
		next, _ := utf8.DecodeRuneInString(second)
		return m, len(words) == 1 || !text.Small(next) || ofWhat()[second] || len(words[0]) > len(first)
	}
	return m, len(words) <= 4 && closings()[strings.ToLower(words[len(words)-1])]
}

// ofWhat are words between that of an annex and what it is of: "Schedule of fees"; no
// heading has them behind a word of closing.txt.
var ofWhat = sync.OnceValue(func() map[string]bool { return wordList(ofFile) })

// titled reports an ordinal with a full stop behind it, or a word or two and a title behind
// that.
func titled(s string) bool {
	name, title, _ := strings.Cut(s, ".")
	words := strings.Fields(name)
	if title = strings.TrimSuffix(title, "."); len(words) == 0 || strings.Contains(title, ".") {
		return false
	}
	return lexicon.Ordinal(words[len(words)-1]) > 0 || len(words) <= 2 && title != ""
}
