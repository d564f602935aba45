package question

import (
	"cmp"
	"reflect"
	"slices"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

const (
	// rawFactor bounds the runes that are cleaned at all, in multiples of
	// MaxRunes: invisible characters, addresses and the heads of mails may go, but
	// not without limit.
	rawFactor = 8

	// maxTokens bounds the words and marks that are read.
	maxTokens = 256
)

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
type Parser struct {
	table     *reference.Table
	languages []string
	weight    Weight
	scale     rest.Scale
}

// NewParser returns a parser. The document's levels, designations and titles are
// what its references can be to.
func NewParser(o Options) *Parser {
	if o.Weight == nil {
		o.Weight = func(string) float64 { return 0 }
	}
	known := func(w string) bool { return o.Weight(w) > 0 }
	return &Parser{table: reference.NewTable(o.Document, known, o.Kept), languages: o.Languages, weight: o.Weight, scale: rest.Scale{Weight: o.Weight, Names: rest.NamesOf(o.Document), First: rest.FirstOf(o.Document)}}
}

// Resolve sets what r names in the document, as Parse does for the Refs of a Question.
func (r *Parser) Resolve(ref *locate.Ref) { r.table.Resolve(ref) }

// A Context is what is known besides the message.
type Context struct {
	Language string // language tag of the person's client, "" if unknown
}

// Parse reads one message. Any string may be passed, however long or odd; the
// same one in the same context always reads the same.
func (r *Parser) Parse(s string, c Context) Question {
	q := Question{Language: "und"}
	c.Language = text.Base(c.Language)
	if len(s) > rawFactor*MaxRunes && utf8.RuneCountInString(s) > rawFactor*MaxRunes {
		q.Kind = TooLong
		return q
	}
	said := prose.WithoutNoise(s)
	q.Text = text.Clean(said)
	if utf8.RuneCountInString(q.Text) > MaxRunes {
		q.Kind, q.Text = TooLong, ""
		return q
	}
	body := prose.WithoutMarkup(phrase.Hyphens(q.Text))
	p := parser{Parser: r, q: &q, context: c, cut: said != s}
	if !p.command(body) {
		p.read(body)
	}
	return q
}

// A parser holds one message while it is read.
type parser struct {
	*Parser
	q       *Question
	context Context
	body    string
	tokens  []phrase.Token
	plain   []phrase.Token // the words, before references are taken out
	words   []phrase.Token // the words, each sure reference as one
	found   []reference.Found

	cut      bool // an address, or the head of a mail, is left out of it
	denies   bool // it says what is not meant: "not 3 but 4"
	corrects bool // it begins by saying that something else was meant
}

// read reads body into the question.
func (p *parser) read(body string) {
	p.scan(body)
	q := p.q
	q.Language = p.languageOf()
	if len(p.plain) == 0 {
		return // Empty
	}
	p.corrected()
	q.Parts, q.Asked = p.text().Parts()
	if p.classify(); q.Kind == Search && len(q.Parts) == 1 {
		p.bySentence()
	}
	if q.Kind == Search {
		p.respelt()
	}
	q.Step, q.Absent = p.step(), p.absent()
	q.Again, q.Also, q.Corrects = p.again(), p.also(), p.corrects || p.denies
	q.Follow = q.Again != NotAgain || p.follows()
	q.Back = q.Follow && followup.Pronoun(p.words)
	if q.Kind == Search && len(q.Refs) == 0 && p.unread() {
		q.Kind, q.Follow = Unread, false
	}
}

// text is the message as prose.
func (p *parser) text() prose.Text { return prose.Text{Body: p.body, Words: p.plain} }

// scan sets the tokens, the references and the words of body.
func (p *parser) scan(body string) {
	p.body, p.tokens = body, p.spoken(grammar.Scan(body))
	p.tokens = p.tokens[:min(len(p.tokens), maxTokens)]
	p.table.Mark(p.tokens)
	prose.MarkOpenings(p.tokens)
	all := reference.Find(p.table, p.body, p.tokens)
	p.tokens, p.found = reference.TakeBack(p.table, p.tokens, all)
	p.denies = p.denies || len(p.found) < len(all)
	p.plain = phrase.Words(p.tokens)
	p.words = p.collapse(titles.Strong)
}

// maxCorrections is how often a message says that something else was meant: "no, not that
// one, the other one".
const maxCorrections = 2

// corrected reads on behind words that say that something else was meant: "no, I meant
// 8", "not that one, the one after", "oh dear, I meant 8".
func (p *parser) corrected() {
	for range maxCorrections {
		n := p.correction()
		if n == 0 || p.wholeTitle() { // "Other matters"
			return
		}
		if p.corrects = true; n == len(p.plain) {
			return
		}
		p.scan(p.body[p.plain[n].Start:])
	}
}

// maxExclaimed is how many words may stand before a correction.
const maxExclaimed = 3

// correction returns how many of the first words say that something else was meant; words
// before that name and weigh nothing are exclamations.
func (p *parser) correction() int {
	if n := followup.Of(p.plain, 0, followup.Correction); n > 0 {
		return n
	}
	if n := p.refused(); n > 0 {
		return n
	}
	for i := 1; i <= maxExclaimed && i < len(p.plain); i++ {
		before := &p.plain[i-1]
		if p.weight(before.Fold) > 0 || before.Level != 0 || grammar.In(before, grammar.Ask|grammar.Auxiliary) || len(p.found) > 0 && p.tokens[p.found[0].From].Start <= before.Start {
			return 0
		}
		if n := followup.Of(p.plain, i, followup.Correction); n > 1 || n == 1 && p.comma(before) {
			return i + n
		}
	}
	return 0
}

// refused returns how many words of refusal and apology stand right before a number that
// is meant instead: "no sorry, the 9".
func (p *parser) refused() int {
	m, value := p.talkAt(0)
	if value != talkNo || len(p.found) == 0 || p.found[0].Refs[0].Rule != "number" {
		return 0
	}
	n, at := m.End, p.tokens[p.found[0].From].Start
	for n < len(p.plain) && p.plain[n].Start < at && grammar.In(&p.plain[n], grammar.Polite) {
		n++
	}
	to := n
	for to < len(p.plain) && p.plain[to].Start < at && grammar.In(&p.plain[to], grammar.Article|grammar.Frame|grammar.Connective) {
		to++
	}
	if to == len(p.plain) || p.plain[to].Start != at {
		return 0
	}
	return n
}

// spoken returns tokens without the sounds of hesitation that dictation writes down,
// unless the document has such a word, or nothing else is said.
func (p *parser) spoken(tokens []phrase.Token) []phrase.Token {
	sound := func(t phrase.Token) bool {
		return t.Raw == t.Fold && grammar.Lists(grammar.Hesitation, t.Fold) && p.weight(t.Fold) == 0
	}
	if slices.ContainsFunc(tokens, sound) {
		in, heard := words.Function(prose.Language(p.body, p.languages, p.context.Language)), sound // "er" is a word of German
		sound = func(t phrase.Token) bool { return heard(t) && !in.Has(t.Fold) }
	}
	if !slices.ContainsFunc(tokens, sound) || !slices.ContainsFunc(tokens, func(t phrase.Token) bool { return !t.Mark && !sound(t) }) {
		return tokens
	}
	return slices.DeleteFunc(tokens, sound)
}

// collapse returns the words with every reference of at least that strength as
// one word.
func (p *parser) collapse(least titles.Strength) []phrase.Token {
	return p.collapseIf(func(r *reference.Found) bool { return r.Strength >= least })
}

// collapseIf returns the words with every reference for which f holds as one.
func (p *parser) collapseIf(f func(*reference.Found) bool) []phrase.Token {
	out := make([]phrase.Token, 0, len(p.plain))
	at := 0
	for i := range p.found {
		r := &p.found[i]
		if !f(r) {
			continue
		}
		out = append(out, phrase.Words(p.tokens[at:max(at, r.From-r.Denied)])...) // "not in part 2" is one word
		last := p.tokens[r.To-1]
		out = append(out, phrase.Token{Ref: true, Opens: p.tokens[r.From].Opens, Start: p.tokens[r.From].Start, End: last.End, Stop: last.Stop})
		at = r.To
	}
	return append(out, phrase.Words(p.tokens[at:])...)
}

// refs returns the references of at least that strength, in order.
func (p *parser) refs(least titles.Strength) []locate.Ref {
	return p.refsIf(func(r *reference.Found) bool { return r.Strength >= least })
}

// refsIf returns the references for which f holds, in order.
func (p *parser) refsIf(f func(*reference.Found) bool) []locate.Ref {
	var out []locate.Ref
	for i := range p.found {
		if f(&p.found[i]) {
			out = addRefs(out, p.found[i].Refs)
		}
	}
	return out
}

// addRefs adds references to out, but no place that is there already: "at the top,
// before it begins" is said twice.
func addRefs(out, refs []locate.Ref) []locate.Ref {
	for _, r := range refs {
		if r.Rule != "place" || !slices.ContainsFunc(out, func(o locate.Ref) bool { return reflect.DeepEqual(o, r) }) {
			out = append(out, r)
		}
	}
	return out
}

// classify sets the kind and what belongs to it. The order is that of how much
// of the message a kind has to explain: a search is what nothing else claims.
func (p *parser) classify() {
	for _, rule := range []func() bool{p.wholeTitle, p.smallTalk, p.tooShort, p.neighbour, p.mentions, p.remainder, p.metadata, p.task, p.parent, p.outline, p.holder, p.navigate,
		p.between, p.pieces, p.titleList, p.lookup, p.maybeMentions, p.partTitle} {
		if rule() {
			return
		}
	}
	if p.cut && len(p.telling(p.plain)) == 0 {
		p.is(Empty, "noise") // "see https://…"
		return
	}
	p.q.Kind, p.q.Rule = Search, "none"
	if p.onlyTitles() {
		p.words = p.plain // they may be words of the question
	} else {
		p.q.Refs = p.refs(titles.Strong)
	}
	p.q.Topic = prose.Topic(p.body, p.words, true)
}

// is sets the kind and the rule that found it.
func (p *parser) is(k Kind, rule string) bool {
	p.q.Kind, p.q.Rule = k, rule
	return true
}

// weigh returns the words of a row that no rule explains, with their weights, and
// the sum of these.
func (p *parser) weigh(row []phrase.Token) ([]rest.Word, float64) {
	asks := rest.Asks(row)
	titled := slices.ContainsFunc(p.found, func(r reference.Found) bool { return r.Refs[0].Rule == "title" })
	beside := ""
	if !asks {
		beside = p.titleBeside()
	}
	return p.scale.Weigh(row, beside, !asks && !titled)
}

// titleBeside returns the titles of the section that is named, if it is one, and of those
// that hold it: "§ 12-11 heritage trees" names it twice.
func (p *parser) titleBeside() string {
	refs := p.refs(titles.Strong)
	if len(refs) == 0 {
		refs = p.refs(titles.Weak)
	}
	if len(refs) != 1 || len(refs[0].Sections) != 1 {
		return ""
	}
	d := p.table.Document()
	title := ""
	for i := refs[0].Sections[0]; i >= 0; i = d.Sections[i].Parent {
		title += " " + cmp.Or(d.Title(i), d.Sections[i].Label) // "Addendum C, section 4"
	}
	return title
}

// tells reports whether w may be about the subject of the document rather than a
// frame around a reference.
func (p *parser) tells(w *phrase.Token) bool { return rest.Tells(w) }
