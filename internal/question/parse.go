package question

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// rawFactor bounds the runes that are cleaned at all, in multiples of MaxRunes: invisible
// characters, addresses and the heads of mails may go, but not without limit.
const rawFactor = 8

// A Weight says what a word, folded, weighs in the index of a document and its
// finding aids: 0 for one that they do not have or that carries no topic, 1 for
// one that only one section has. A pair of Chinese characters is a word.
type Weight func(word string) float64

// Options are what a Parser is made of.
type Options struct {
	Document  *document.Document
	Languages []string // of the document and its finding aids; the document's first
	Weight    Weight   // nil: no word weighs anything

	// Kept keeps what is made of the document under a name, and returns what it has, or
	// has made first; nil: nothing is kept.
	Kept func(name string, make func() []byte) []byte
}

// A Parser reads messages about one document. It is safe for concurrent use.
type Parser struct{ source message.Source }

// NewParser returns a parser. The document's levels, designations and titles are
// what its references can be to.
func NewParser(o Options) *Parser {
	if o.Weight == nil {
		o.Weight = func(string) float64 { return 0 }
	}
	known := func(w string) bool { return o.Weight(w) > 0 }
	return &Parser{message.Source{Table: reference.NewTable(o.Document, known, o.Kept), Languages: o.Languages, Scale: rest.NewScale(o.Document, o.Weight)}}
}

// Resolve sets what r names in the document, as Parse does for the Refs of a Question.
func (r *Parser) Resolve(ref *locate.Ref) { r.source.Table.Resolve(ref) }

// A Context is what is known besides the message.
type Context struct {
	Language string // language tag of the person's client, "" if unknown
	Among    bool   // the document is one of several that are asked
}

// Parse reads one message. Any string may be passed, however long or odd; the
// same one in the same context always reads the same.
func (r *Parser) Parse(s string, c Context) Question {
	q := Question{Language: "und"}
	if len(s) > rawFactor*MaxRunes && utf8.RuneCountInString(s) > rawFactor*MaxRunes {
		q.Kind = TooLong
		return q
	}
	inText := func(address string) bool { return strings.Contains(r.source.Table.Document().Text, address) }
	said := prose.WithoutNoise(s, inText)
	q.Text = text.Clean(text.LowerRaised(said))
	if utf8.RuneCountInString(q.Text) > MaxRunes {
		q.Kind, q.Text = TooLong, ""
		return q
	}
	body := prose.WithoutMarkup(phrase.Hyphens(q.Text))
	p := parser{Message: message.Message{Source: &r.source, Text: q.Text, Language: q.Language, Client: text.Base(c.Language), Among: c.Among}, q: &q, cut: said != s}
	if !p.command(body) {
		p.read(body)
	}
	return q
}

// A parser reads one message into a question.
type parser struct {
	message.Message
	q        *Question
	cut      bool // an address, or the head of a mail, is left out of it
	corrects bool // it begins by saying that something else was meant
}

// part returns a parser of a part of the message, or of another spelling of it.
func (p *parser) part(body string) parser {
	sub := parser{Message: message.Message{Source: p.Source, Language: p.Language, Client: p.Client, Among: p.Among}, q: &Question{Language: p.Language}}
	sub.Scan(body)
	return sub
}

// read reads body into the question.
func (p *parser) read(body string) {
	p.Scan(body)
	q := p.q
	p.Language = p.LanguageOf()
	q.Language = p.Language
	if len(p.Plain) == 0 {
		return // Empty
	}
	p.corrected()
	q.Parts, q.Asked = p.Prose().Parts()
	if p.classify(); q.Kind == Search && len(q.Parts) == 1 {
		p.bySentence()
	}
	if q.Kind == Search {
		p.respelt()
	}
	q.Step, q.Absent = p.step(), p.absent()
	q.Again, q.Also, q.Corrects = p.again(), p.also(), p.corrects || p.Denies
	q.Follow = q.Again != NotAgain || p.follows()
	q.Back = q.Follow && followup.Pronoun(p.Words)
	if q.Kind == Search && len(q.Refs) == 0 && p.Unread(q.Follow) {
		q.Kind, q.Language, q.Follow = Unread, p.Language, false
	}
}

// maxCorrections is how often a message says that something else was meant: "no, not that
// one, the other one".
const maxCorrections = 2

// corrected reads on behind words that say that something else was meant: "no, I meant
// 8", "not that one, the one after", "oh dear, I meant 8".
func (p *parser) corrected() {
	for range maxCorrections {
		n := p.correction()
		if n == 0 || p.wholeTitle() || p.titled(n) { // "Other matters"
			return
		}
		if p.corrects = true; n == len(p.Plain) {
			return
		}
		p.Scan(p.Body[p.Plain[n].Start:])
	}
}

// titled reports whether the last of the first n words is of a title.
func (p *parser) titled(n int) bool {
	last := &p.Plain[n-1]
	return slices.ContainsFunc(p.Found, func(r reference.Found) bool {
		return r.Refs[0].Rule == "title" && p.Tokens[r.From].Start <= last.Start && last.End <= p.Tokens[r.To-1].End
	})
}

// maxExclaimed is how many words may stand before a correction.
const maxExclaimed = 3

// correction returns how many of the first words say that something else was meant; words
// before that name and weigh nothing are exclamations.
func (p *parser) correction() int {
	if n := followup.Of(p.Plain, 0, followup.Correction); n > 0 {
		return n
	}
	if n := p.refused(); n > 0 {
		return n
	}
	if n := p.refusal(); n > 0 && n < len(p.Plain) {
		if m := followup.Of(p.Plain, n, followup.Correction); m > 0 {
			return n + m // "non pardon, je voulais dire le 8"
		}
	}
	for i := 1; i <= maxExclaimed && i < len(p.Plain); i++ {
		before := &p.Plain[i-1]
		if p.Weight(before.Fold) > 0 || before.Level != 0 || grammar.In(before, grammar.Ask|grammar.Auxiliary) || len(p.Found) > 0 && p.Tokens[p.Found[0].From].Start <= before.Start {
			return 0
		}
		if n := followup.Of(p.Plain, i, followup.Correction); n > 1 || n == 1 && p.Comma(before) {
			return i + n
		}
	}
	return 0
}

// refusal returns how many words of refusal and apology the message begins with; 0 where it
// refuses nothing.
func (p *parser) refusal() int {
	m, value := p.TalkAt(0)
	if value != message.TalkNo {
		return 0
	}
	n := m.End
	for n < len(p.Plain) && grammar.In(&p.Plain[n], grammar.Polite) {
		n++
	}
	return n
}

// refused returns how many words of refusal and apology stand right before a number that
// is meant instead: "no sorry, the 9".
func (p *parser) refused() int {
	n := p.refusal()
	if n == 0 || len(p.Found) == 0 || p.Found[0].Refs[0].Rule != "number" {
		return 0
	}
	at := p.Tokens[p.Found[0].From].Start
	if n > len(p.Plain)-1 || p.Plain[n].Start > at {
		return 0
	}
	to := n
	for to < len(p.Plain) && p.Plain[to].Start < at && grammar.In(&p.Plain[to], grammar.Article|grammar.Frame|grammar.Connective) {
		to++
	}
	if to == len(p.Plain) || p.Plain[to].Start != at {
		return 0
	}
	return n
}

// classify sets the kind and what belongs to it. The order is that of how much
// of the message a kind has to explain: a search is what nothing else claims.
func (p *parser) classify() {
	for _, rule := range []func() bool{p.wholeTitle, p.quotedTitle, p.smallTalk, p.tooShort, p.alongside, p.neighbour, p.mentions, p.remainder, p.metadata, p.task, p.parent, p.outline, p.tally, p.holder, p.navigate,
		p.between, p.pieces, p.titleList, p.lookup, p.maybeMentions, p.partTitle} {
		if rule() {
			return
		}
	}
	if p.cut && len(rest.Telling(p.Plain)) == 0 {
		p.is(Empty, "noise") // "see https://…"
		return
	}
	p.q.Kind, p.q.Rule = Search, "none"
	if p.OnlyTitles() {
		p.Words = p.Plain // they may be words of the question
	} else {
		p.q.Refs = p.RefsIf(func(r *reference.Found) bool { return r.Strength == titles.Strong && r.Denied == 0 })
		p.q.Except = p.denied()
	}
	p.q.Topic = prose.Topic(p.Body, p.Words, true)
}

// is sets the kind and the rule that found it.
func (p *parser) is(k Kind, rule string) bool {
	p.q.Kind, p.q.Rule = k, rule
	return true
}
