package passages

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/text/words"
)

// A both holds the initialisms that a text has as such and in full: what each of the two
// stands for is the same thing, in whichever way a question or a sentence writes it.
type both struct {
	words   map[string]string // by letters
	letters map[uint64]string // by the hash of the words
}

// readBoth reads which those are. Two letters are known only where the text defines them.
func (x *initials) readBoth() both {
	out := both{map[string]string{}, map[uint64]string{}}
	if len(x.written()) == 0 {
		return out
	}
	for letters, r := range x.meant() {
		lower := strings.ToLower(letters)
		everyday := words.IsEveryday(lower, "en") || words.Function("en").Has(lower) // "which act" asks for no ACT
		if x.has(letters) && !everyday && (r.defined || utf8.RuneCountInString(letters) > 2) {
			out.words[letters], out.letters[r.hash] = r.words, letters
		}
	}
	return out
}

// otherwise returns how else the document writes what a text of it has: the letters of what
// is written in full, and the words of what is not. A sentence is then found by either, and
// none for being written in one of them.
func (x *initials) otherwise(text string) []string {
	both := x.both()
	if len(both.words) == 0 {
		return nil
	}
	all := x.words(text)
	there := map[string]bool{}
	for _, w := range all {
		there[text[w.start:w.end]] = true
	}
	var out []string
	full := map[string]bool{} // the letters of what is written in full
	for i := range all {
		for s := range from(text, all, i) {
			letters := both.letters[s.hash]
			if letters == "" || full[letters] {
				continue
			}
			full[letters] = true
			if !there[letters] {
				out = append(out, letters)
			}
		}
	}
	for _, w := range all {
		letters := text[w.start:w.end]
		if words := both.words[letters]; words != "" && !full[letters] {
			full[letters] = true
			out = append(out, words)
		}
	}
	return out
}

// Alike writes the initialisms of a text of the document as a question does: in letters
// those of which asked says that it has the letters, and in full those of which it has a word.
func (c *Set) Alike(s string, asked func(word string) bool) string {
	both := c.initials.both()
	if len(both.words) == 0 {
		return s
	}
	var b strings.Builder
	done := 0
	put := func(start, end int, as string) {
		b.WriteString(s[done:start] + as)
		done = end
	}
	all := c.initials.words(s)
	for i, w := range all {
		if w.start < done {
			continue
		}
		if words := both.words[s[w.start:w.end]]; words != "" && !asked(s[w.start:w.end]) && slices.ContainsFunc(strings.Fields(words), asked) {
			put(w.start, w.end, words)
			continue
		}
		for run := range from(s, all, i) {
			if letters := both.letters[run.hash]; letters != "" && asked(letters) {
				put(w.start, all[run.j].end, letters)
				break
			}
		}
	}
	return b.String() + s[done:]
}
