package message

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/rest"
	"pincite/internal/text"
)

// Clauses returns the runs of words between commas and stops.
func (m *Message) Clauses(words []phrase.Token) iter.Seq[[]phrase.Token] {
	return prose.Runs(words, func(w *phrase.Token) bool { return w.Stop || m.Comma(w) })
}

// Core returns words without the clauses that say something beside one that asks, where
// they are sentences of their own or weigh nothing: "sorry to bother you, but which
// measures are in part 4? asking for a friend".
func (m *Message) Core(words []phrase.Token) []phrase.Token {
	if !rest.Asks(words) {
		return m.Known(words)
	}
	var out []phrase.Token
	asks, from := false, 0
	for i := range words {
		w := &words[i]
		opens := i+1 < len(words) && grammar.In(w, grammar.Connective) && grammar.In(&words[i+1], grammar.Ask)
		if !w.Stop && !opens && !m.Comma(w) && i+1 < len(words) {
			continue
		}
		clause := words[from : i+1]
		from = i + 1
		inquires := prose.Inquires(clause)
		named := slices.ContainsFunc(clause, func(w phrase.Token) bool { return w.Ref || w.Level != 0 })
		if asks = asks || inquires; inquires || named || !w.Stop && m.Weighs(clause) {
			out = append(out, clause...)
		}
	}
	if !asks {
		return words
	}
	return out
}

// Known returns words without the clauses of which neither the grammar nor the document has
// any word: "table of contents, ta".
func (m *Message) Known(words []phrase.Token) []phrase.Token {
	var out []phrase.Token
	for clause := range m.Clauses(words) {
		if slices.ContainsFunc(clause, func(w phrase.Token) bool {
			return w.ID != 0 || w.Ref || w.Level != 0 || w.Han() || m.Weight(w.Fold) > 0
		}) {
			out = append(out, clause...)
		}
	}
	return out
}

// Comma reports whether a comma stands behind word w, or what people type for one.
func (m *Message) Comma(w *phrase.Token) bool {
	behind := m.Body[min(w.End, len(m.Body)):]
	return strings.HasPrefix(behind, ",") || strings.HasPrefix(behind, "，") || strings.HasPrefix(behind, ": ") || m.Apart(w)
}

// Apart reports whether behind word w stands what sets off a remark: a parenthesis, a dash
// between spaces, an emoji.
func (m *Message) Apart(w *phrase.Token) bool {
	behind := strings.TrimPrefix(m.Body[min(w.End, len(m.Body)):], ")")
	mark := strings.TrimPrefix(behind, " ")
	r, size := utf8.DecodeRuneInString(mark)
	dash := mark != behind && strings.ContainsRune("-–—", r) && strings.HasPrefix(mark[size:], " ")
	return dash || r == '(' || r == '（' || unicode.Is(unicode.So, r)
}

// Asked reports whether a sentence of the message asks and is no request.
func (m *Message) Asked() bool {
	return slices.ContainsFunc(m.Prose().Sentences(), func(s [2]int) bool {
		_, request := grammar.All().Set("request").Longest(m.Plain, s[0])
		return request == nil && m.Prose().Asks(s)
	})
}

// Questioned reports whether a question mark stands in the message.
func (m *Message) Questioned() bool { return strings.ContainsAny(m.Text, text.QuestionMarks) }

// TalkAt returns the longest pattern of small talk from word i on, and its value. What may be
// asked of the text itself, "which documents are there", is none where one document is asked.
func (m *Message) TalkAt(i int) (talk phrase.Match, value int) {
	talk, pat := grammar.All().Set("talk").Longest(m.Plain, i)
	if pat == nil || pat.Value == TalkShelf && !m.Among {
		return phrase.Match{}, 0
	}
	return talk, pat.Value
}

// MinAside is the number of words from which a clause is about something else.
const MinAside = 3

// Values of the patterns of small talk: of what a message says, the first counts.
const (
	TalkIdentity = iota + 1
	TalkHelp
	TalkDocuments
	TalkShelf
	TalkThanks
	TalkGreeting
	TalkYes
	TalkNo
	TalkNoise
)
