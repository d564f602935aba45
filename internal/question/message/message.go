package message

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/text/words"
)

// A Source is what messages are about: a document and what weighs in it.
type Source struct {
	Table     *reference.Table
	Languages []string // of the document and its finding aids; the document's first
	rest.Scale
}

// A Message is what somebody typed, or a sentence of it. Scan fills it.
type Message struct {
	*Source
	Text     string // cleaned; "" for a sentence
	Language string // BCP 47 tag; "und" when the words do not tell
	Client   string // that of the person's client, "" if unknown
	Among    bool   // it is asked of several documents

	Body   string // Text without formatting
	Tokens []phrase.Token
	Plain  []phrase.Token // the words, before references are taken out
	Words  []phrase.Token // the words, each sure reference as one
	Found  []reference.Found
	Denies bool // it says what is not meant: "not 3 but 4"
}

// maxTokens bounds the words and marks that are read.
const maxTokens = 256

// Scan sets the tokens, the references and the words of body.
func (m *Message) Scan(body string) {
	language := sync.OnceValue(func() string { return prose.Language(body, m.Languages, m.Client) })
	m.Body, m.Tokens = body, m.spoken(grammar.Scan(body), language)
	m.Tokens = m.Tokens[:min(len(m.Tokens), maxTokens)]
	m.Table.Mark(m.Tokens, language)
	m.Tokens = m.counted(m.Tokens)
	prose.MarkOpenings(m.Tokens)
	all := reference.Find(m.Table, m.Body, m.Tokens)
	m.Tokens, m.Found = reference.TakeBack(m.Table, m.Tokens, all)
	m.Denies = m.Denies || len(m.Found) < len(all)
	m.Plain = phrase.Words(m.Tokens)
	m.Words = m.Collapse(titles.Strong)
}

// spoken returns tokens without the sounds of hesitation that dictation writes down,
// unless the document has such a word, or nothing else is said.
func (m *Message) spoken(tokens []phrase.Token, language func() string) []phrase.Token {
	sound := func(t phrase.Token) bool {
		return t.Raw == t.Fold && grammar.Lists(grammar.Hesitation, t.Fold) && m.Weight(t.Fold) == 0
	}
	if slices.ContainsFunc(tokens, sound) {
		in, heard := words.Function(language()), sound // "er" is a word of German
		sound = func(t phrase.Token) bool { return heard(t) && !in.Has(t.Fold) }
	}
	if !slices.ContainsFunc(tokens, sound) || !slices.ContainsFunc(tokens, func(t phrase.Token) bool { return !t.Mark && !sound(t) }) {
		return tokens
	}
	return slices.DeleteFunc(tokens, sound)
}

// counted returns tokens without the words of the document's name between an ordinal and
// the level that it counts in: "the fifth pool rule".
func (m *Message) counted(tokens []phrase.Token) []phrase.Token {
	var out []phrase.Token // nil for all of them
	for i := 1; i < len(tokens); i++ {
		n, _ := phrase.Numeral(tokens, i-1)
		_, end := grammar.All().Set("end").Longest(tokens, i-1)
		named := 0
		if n.Ordinal || end != nil {
			named = m.NamedBefore(tokens, i)
		}
		if named > 0 && out == nil {
			out = slices.Clone(tokens[:i])
		}
		i += named
		if out != nil && i < len(tokens) {
			out = append(out, tokens[i])
		}
	}
	if out == nil {
		return tokens
	}
	return out
}

// Prose is the message as prose.
func (m *Message) Prose() prose.Text { return prose.Text{Body: m.Body, Words: m.Plain} }

// Collapse returns the words with every reference of at least that strength as
// one word.
func (m *Message) Collapse(least titles.Strength) []phrase.Token {
	return m.CollapseIf(func(r *reference.Found) bool { return r.Strength >= least })
}

// CollapseIf returns the words with every reference for which f holds as one.
func (m *Message) CollapseIf(f func(*reference.Found) bool) []phrase.Token {
	out := make([]phrase.Token, 0, len(m.Plain))
	at := 0
	for i := range m.Found {
		r := &m.Found[i]
		if !f(r) {
			continue
		}
		out = append(out, phrase.Words(m.Tokens[at:max(at, r.From-r.Denied)])...) // "not in part 2" is one word
		last := m.Tokens[r.To-1]
		out = append(out, phrase.Token{Ref: true, Opens: m.Tokens[r.From].Opens, Start: m.Tokens[r.From].Start, End: last.End, Stop: last.Stop})
		at = r.To
	}
	return append(out, phrase.Words(m.Tokens[at:])...)
}

// Refs returns the references of at least that strength, in order.
func (m *Message) Refs(least titles.Strength) []locate.Ref {
	return m.RefsIf(func(r *reference.Found) bool { return r.Strength >= least })
}

// RefsIf returns the references for which f holds, in order.
func (m *Message) RefsIf(f func(*reference.Found) bool) []locate.Ref {
	var out []locate.Ref
	for i := range m.Found {
		if f(&m.Found[i]) {
			out = AddRefs(out, m.Found[i].Refs)
		}
	}
	return out
}

// AddRefs adds references to out, but no place that is there already: "at the top,
// before it begins" is said twice.
func AddRefs(out, refs []locate.Ref) []locate.Ref {
	for _, r := range refs {
		if r.Rule != "place" || !slices.ContainsFunc(out, func(o locate.Ref) bool { return reflect.DeepEqual(o, r) }) {
			out = append(out, r)
		}
	}
	return out
}

// Untitled reports whether r is sure and no title, of whose words sections may speak.
func Untitled(r *reference.Found) bool {
	return r.Strength == titles.Strong && r.Refs[0].Rule != "title"
}

// Readable reports whether r is more than a bare number.
func Readable(r *reference.Found) bool {
	return r.Strength > titles.Weak || r.Refs[0].Rule == "title"
}

// IsRef reports whether w stands for a reference.
func IsRef(w phrase.Token) bool { return w.Ref }

// OnlyTitles reports whether all that is named is titles that are not quoted, in a
// message that begins as a question, which is no title itself: "are [members of the
// committee] paid?".
func (m *Message) OnlyTitles() bool {
	_, _, _, quoted := prose.Quotation(m.Body)
	return !quoted && grammar.In(&m.Plain[0], grammar.Auxiliary) && len(m.Found) > 0 && m.Found[0].From > 0 &&
		!slices.ContainsFunc(m.Found, func(r reference.Found) bool { return r.Refs[0].Rule != "title" })
}

// Without returns the text without the references for which f holds.
func (m *Message) Without(f func(*reference.Found) bool) string {
	var b strings.Builder
	at := 0
	for i := range m.Found {
		if r := &m.Found[i]; f(r) {
			b.WriteString(m.Body[at:m.Tokens[r.From].Start])
			at = m.Tokens[r.To-1].End
		}
	}
	return b.String() + m.Body[at:]
}

// NamedOutside reports whether a section is surely named by other words than those of a
// match: "give me point a in full".
func (m *Message) NamedOutside(words []phrase.Token, match phrase.Match) bool {
	from, to := words[match.Start].Start, words[match.End-1].End
	return slices.ContainsFunc(m.Found, func(r reference.Found) bool {
		return r.Strength == titles.Strong && (m.Tokens[r.From].Start < from || m.Tokens[r.To-1].End > to)
	})
}
