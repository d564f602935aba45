package pasted

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/text/words"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
)

//go:embed asking.txt
var askingList string

//go:embed whether.txt
var whetherList string

var (
	asking  = sync.OnceValue(func() map[string][]string { return lists(askingList) })
	whether = sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, w := range lists(whetherList)[""] {
			out[w] = true
		}
		return out
	})
)

// lists returns the words of a file by the name in brackets above them.
func lists(file string) map[string][]string {
	out := map[string][]string{}
	name := ""
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "["); ok {
			name = strings.TrimSuffix(rest, "]")
			continue
		}
		out[name] = append(out[name], strings.Fields(line)...)
	}
	return out
}

// Asks reports whether a message asks for something by words that the document has
// not, which was checked for it.
func Asks(said string, checked verify.Result) bool {
	for _, d := range checked.Differences {
		switch d.Kind {
		case collate.Inserted, collate.Replaced:
			if asksBy(said, d.At) || isInverted(wordsOf(said[:d.At.Start])) {
				return true
			}
		case collate.Reordered:
			if first := firstOf(said); first != firstOf(d.Original) && (slices.Contains(asking()["inverted"], first) || slices.Contains(asking()["first"], first)) {
				return true
			}
		}
	}
	return false
}

// firstOf returns the first word of s in lower case, "" if there is none.
func firstOf(s string) string {
	if words := wordsOf(s); len(words) > 0 {
		return words[0]
	}
	return ""
}

// isInverted reports whether words are those of a question before its subject: "may"
// alone, of "may readers order".
func isInverted(before []string) bool {
	return len(before) == 1 && slices.Contains(asking()["inverted"], before[0])
}

// asksBy reports whether a stretch of a message asks, at its place.
func asksBy(said string, at document.Span) bool {
	stretch := strings.ToLower(text.Clean(said[at.Start:at.End]))
	own := wordsOf(stretch)
	for _, w := range asking()["anywhere"] {
		if text.IsHan([]rune(w)[0]) && strings.Contains(stretch, w) || slices.Contains(own, w) {
			return true
		}
	}
	if len(own) == 0 || !beginsSentence(said, at.Start) {
		return false
	}
	if slices.ContainsFunc(own, func(w string) bool { return slices.Contains(asking()["first"], w) }) {
		return true
	}
	if slices.Contains(asking()["before inverted"], own[0]) {
		own = wordsOf(strings.ToLower(text.Cut(said[at.Start:], 40)))[1:]
	}
	return len(own) > 0 && slices.Contains(asking()["inverted"], own[0])
}

// beginsSentence reports whether a sentence of a message begins at byte at.
func beginsSentence(said string, at int) bool {
	before := strings.TrimRightFunc(said[:at], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return before == "" || strings.ContainsAny(said[len(before):at], ".!?:\n。！？：")
}

// spoken are the languages in which a question about a passage is understood.
var spoken = []string{"en", "zh", "ru", "es", "de", "fr", "it", "pt"}

// AsksWhether reports whether a question beside a passage, in a language, only asks
// whether that is so, or in d: it asks for nothing of another kind, does not begin with
// what or the like, and no word of it has a topic of its own.
func AsksWhether(asked, language string, d *document.Document) bool {
	if sought.Asked(asked, language)&^sought.Permission != 0 {
		return false
	}
	if first := firstOf(asked); slices.Contains(asking()["first"], first) && !slices.Contains(asking()["inverted"], first) {
		return false
	}
	titles := wordsOf(d.Meta.Title + " " + d.Meta.ShortTitle)
	return !slices.ContainsFunc(wordsOf(asked), func(w string) bool {
		return !whether()[w] && !isFunctionWord(w) && !slices.Contains(titles, w)
	})
}

func isFunctionWord(w string) bool {
	return slices.ContainsFunc(spoken, func(language string) bool { return words.Function(language).Has(w) })
}

// wordsOf returns the words of s in lower case, characters of Chinese one by one.
func wordsOf(s string) []string {
	var b strings.Builder
	for _, r := range strings.ToLower(text.Clean(s)) {
		switch {
		case text.IsHan(r):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\'':
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}
