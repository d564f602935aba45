package pasted

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// Beside divides a message into a passage that somebody pasted and the question
// before or behind it; ok is false if it is not both. Who says so, before a passage in
// quotation marks, is neither.
func Beside(said string) (passage, asked string, ok bool) {
	for _, divide := range []func(string) (passage, asked string){byQuotation, bySentences, byAside, byLines} {
		if passage, asked = divide(said); asked != "" && IsPassage(passage) {
			return passage, asked, true
		}
	}
	return "", "", false
}

// maxIntroduced is how many words or characters of Chinese tell at most who says what is
// quoted.
const maxIntroduced = 12

// byQuotation divides a message at a passage in quotation marks, which is all of it but
// for a few words before the passage and a question.
func byQuotation(said string) (passage, asked string) {
	at := strings.IndexFunc(said, func(r rune) bool { return text.ClosedBy(r) != "" })
	if at < 0 {
		return "", ""
	}
	open, size := utf8.DecodeRuneInString(said[at:])
	end := strings.LastIndexAny(said, text.ClosedBy(open))
	if end < at+size {
		return "", ""
	}
	before := strings.TrimSpace(said[:at])
	_, closing := utf8.DecodeRuneInString(said[end:])
	behind := strings.TrimLeftFunc(said[end+closing:], func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("?？¿", r) })
	switch few := len(wordsOf(before)) <= maxIntroduced; {
	case few && strings.Trim(behind, "?？") == "" && isAsked(behind):
		asked = before + behind
	case few && isAsked(behind) && len(text.Sentences(behind, 0)) == 1:
		asked = behind
	case behind == "" && isAsked(before) && len(text.Sentences(before, 0)) == 1:
		asked = before
	}
	return strings.TrimSpace(said[at+size : end]), asked
}

// bySentences divides a message before its last sentence or behind its first one.
func bySentences(said string) (passage, asked string) {
	all := text.Sentences(said, 0)
	if len(all) < 2 {
		return "", ""
	}
	first, last := all[0], all[len(all)-1]
	switch {
	case isAsked(said[last[0]:last[1]]) && !strings.Contains(said[last[0]:last[1]], "\n"):
		passage, asked = said[:last[0]], said[last[0]:last[1]]
	case isAsked(said[first[0]:first[1]]):
		passage, asked = said[first[1]:], said[first[0]:first[1]]
	}
	return strings.TrimSpace(passage), asked
}

// byLines divides a message at the lines that begin or end it: one that a blank line sets
// apart, or that begins as a sentence does.
func byLines(said string) (passage, asked string) {
	said = strings.TrimSpace(said)
	if i := strings.LastIndexByte(said, '\n'); i >= 0 && isAsked(said) {
		asked = strings.TrimSpace(said[i:])
		apart := strings.HasSuffix(strings.TrimRight(said[:i], " \t\r"), "\n")
		if r, _ := utf8.DecodeRuneInString(asked); apart || !unicode.IsLower(r) {
			return strings.TrimSpace(said[:i]), asked
		}
	}
	if first, rest, found := strings.Cut(said, "\n"); found && isAsked(first) {
		return strings.TrimSpace(rest), strings.TrimSpace(first)
	}
	return "", ""
}

// byAside divides a message before words that only ask whether it is so, behind a comma
// or a dash, or with a capital: "… of the month, is that so?".
func byAside(said string) (passage, asked string) {
	if !isAsked(said) {
		return "", ""
	}
	before := ' '
	for i, r := range said {
		begins := unicode.IsUpper(r) && unicode.IsSpace(before) || strings.ContainsRune(",，:：;；—–", r) || r == '-' && unicode.IsSpace(before)
		before = r
		if !begins {
			continue
		}
		tail := strings.TrimLeftFunc(said[i:], func(r rune) bool { return !unicode.IsLetter(r) })
		if onlyAsksWhether(wordsOf(tail)) {
			return strings.TrimRightFunc(said[:i], unicode.IsSpace), tail
		}
	}
	return "", ""
}

// onlyAsksWhether reports whether words are those of a question whether something is so.
func onlyAsksWhether(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return whether()[w] }) &&
		!slices.ContainsFunc(words, func(w string) bool { return !whether()[w] && !isFunctionWord(w) })
}
