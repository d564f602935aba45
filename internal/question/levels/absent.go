package levels

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// Absent returns the word at the head of tokens if it names a level that the document lacks,
// so that one of kind, which it has, is meant by it: "chapter" where there are parts; "" for
// others. What the text itself calls so with a number, or people call so whatever it is, is
// not absent.
func (t *Names) Absent(tokens []phrase.Token, kind string) string {
	n, ok := t.find(tokens)
	if !ok || !n.absent || !t.headed(kind) || t.numbers(n.words[0]) || n.level == Apart && t.says(n.words[0]) {
		return ""
	}
	return n.words[0]
}

// absent reports whether a folded word of the grammar names a level that the document has
// under no name. Words that are common for whatever there is, and those for pieces of a
// text, name none; nor does a word for articles in another language than the document's,
// which may be a translation.
func (t *Names) absent(word string) bool {
	w := grammar.Scan(word)
	if len(w) != 1 || grammar.In(&w[0], grammar.AnySection|grammar.Number) {
		return false
	}
	kinds := lexicon.Kinds(word)
	if slices.ContainsFunc(kinds, t.HasLevel) || slices.ContainsFunc(kinds, func(k string) bool { return lexicon.Rank(k) >= lexicon.RankItem }) {
		return false
	}
	own := func(k string) bool {
		return slices.ContainsFunc(lexicon.Names(k)[t.language()], func(n string) bool { return text.Fold(n) == word })
	}
	return len(kinds) > 0 && (grammar.Lists(grammar.LevelHigh, word) || slices.ContainsFunc(kinds, own))
}

func (t *Names) language() string { return text.Base(t.Document().Meta.Language) }

// headed reports whether the document calls the sections of a kind by a word, rather than
// by a number alone.
func (t *Names) headed(kind string) bool {
	all := t.Document().OfKind(kind)
	if kind != document.KindSection || len(all) == 0 {
		return len(all) > 0
	}
	s := &t.Document().Sections[all[0]]
	word, _, _ := strings.Cut(s.Label, " ")
	const heading = 80 // bytes
	head := t.Document().Slice(s.Span)
	return strings.Contains(text.Fold(strings.ToValidUTF8(head[:min(len(head), heading)], "")), text.Fold(word))
}

// numbers reports whether the text has a number with the name of a level that a folded word
// names: "see chapter 2". The text may be long and the word stand in a message fifty times:
// what was found is kept.
func (t *Names) numbers(word string) bool {
	if found, ok := t.counts.Load(word); ok {
		return found.(bool)
	}
	found := t.anyNumbered(word)
	t.counts.Store(word, found)
	return found
}

// says reports whether the text has the name at all: where it speaks of annexes, it may have
// one that has no number.
func (t *Names) says(word string) bool {
	kinds := lexicon.Kinds(word)
	key := strings.Join(kinds, " ") // a walk through the text for each is enough
	found, ok := t.said.Load(key)
	if !ok {
		body := text.Fold(t.Document().Text)
		said := strings.Contains(body, word)
		for _, kind := range kinds {
			said = said || slices.ContainsFunc(lexicon.Names(kind)[t.language()], func(name string) bool {
				return strings.Contains(body, text.Fold(name)) // "附件一", and forms of its own: "annexed"
			})
		}
		found = said
		t.said.Store(key, found)
	}
	return found.(bool)
}

// anyNumbered looks for it.
func (t *Names) anyNumbered(word string) bool {
	for _, kind := range lexicon.Kinds(word) {
		for _, name := range lexicon.Names(kind)[t.language()] {
			r, size := utf8.DecodeRuneInString(name)
			if t.numbered(name) || t.numbered(string(unicode.ToUpper(r))+name[size:]) || t.numbered(strings.ToUpper(name)) {
				return true
			}
		}
	}
	return false
}

// numbered reports whether the text has a number behind name or, in Chinese, before it.
func (t *Names) numbered(name string) bool {
	body := t.Document().Text
	han := phrase.Token{Fold: name}
	for at := strings.Index(body, name); at >= 0; {
		before, behind := body[:at], body[at+len(name):]
		if han.Han() {
			r, _ := utf8.DecodeLastRuneInString(before)
			if _, ok := numeral.Read([]string{string(r)}); ok {
				return true
			}
		} else if spaced := strings.TrimLeft(behind, " .\u00a0"); spaced != behind && numbers(spaced) {
			if r, _ := utf8.DecodeLastRuneInString(before); !unicode.IsLetter(r) {
				return true
			}
		}
		next := strings.Index(behind, name)
		if next < 0 {
			return false
		}
		at += len(name) + next
	}
	return false
}

// numbers reports whether s begins with a number in digits or in Roman letters.
func numbers(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(s)
	}
	return end > 0 && (unicode.IsDigit(rune(s[0])) || strings.Trim(s[:end], "IVXLC") == "")
}
