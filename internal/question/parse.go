package question

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/text"
)

// rawFactor bounds the runes that are cleaned at all, in multiples of
// MaxRunes: invisible characters may go, but not without limit.
const rawFactor = 4

// A Parser reads messages about one document. It is safe for concurrent use.
type Parser struct{ table *reference.Table }

// NewParser returns a parser for a document with these levels, from the top
// down; their names, in any language, are the words that make a number a
// reference.
func NewParser(levels []document.Level) *Parser {
	return &Parser{reference.NewTable(levels)}
}

// Parse reads one message. Any string may be passed, however long or odd; the
// same one always reads the same.
func (r *Parser) Parse(s string) Question {
	q := Question{Language: "und"}
	if len(s) > rawFactor*MaxRunes && utf8.RuneCountInString(s) > rawFactor*MaxRunes {
		q.Kind = TooLong
		return q
	}
	q.Text = text.Clean(s)
	if utf8.RuneCountInString(q.Text) > MaxRunes {
		q.Kind, q.Text = TooLong, ""
		return q
	}
	body := phrase.StripMarkup(phrase.Hyphens(q.Text))
	q.Language = text.Language(body)
	p := parser{q: &q, table: r.table}
	if !p.command(body) {
		p.read(body)
	}
	return q
}

// A parser holds one message while it is read.
type parser struct {
	q      *Question
	table  *reference.Table
	body   string
	tokens []phrase.Token
	plain  []phrase.Token // the words, before references are taken out
	words  []phrase.Token // the words, each sure reference as one
	found  []reference.Found
}

// read reads body into the question.
func (p *parser) read(body string) {
	p.scan(body)
	q := p.q
	if len(p.plain) == 0 {
		return // Empty
	}
	q.Parts = p.parts()
	q.Wants = p.wants()
	if p.classify(); q.Kind == Search && len(q.Parts) == 1 {
		p.bySentence()
	}
	q.Follow = p.follows()
}

// scan sets the tokens, the references and the words of body.
func (p *parser) scan(body string) {
	p.body, p.tokens = body, lexicon.Scan(body)
	p.table.Mark(p.tokens)
	markOpenings(p.tokens)
	p.plain = phrase.Words(p.tokens)
	p.found = reference.Find(p.table, p.tokens, p.q.Language)
	p.words = p.collapse(reference.Strong)
}

// markOpenings marks the words that open a clause: the first, and those that only
// greetings, connectives and polite words stand before.
func markOpenings(tokens []phrase.Token) {
	opens := true
	for i := range tokens {
		t := &tokens[i]
		if t.Mark {
			opens = opens || !strings.Contains("-–'’/&#№§()", t.Raw)
			continue
		}
		t.Opens = opens
		opens = opens && lexicon.In(t, lexicon.Connective|lexicon.Greeting|lexicon.Thanks|lexicon.Polite)
	}
}

// collapse returns the words with every reference of at least that strength as
// one word.
func (p *parser) collapse(least reference.Strength) []phrase.Token {
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
		out = append(out, phrase.Words(p.tokens[at:r.From])...)
		last := p.tokens[r.To-1]
		out = append(out, phrase.Token{Ref: true, Opens: p.tokens[r.From].Opens, Start: p.tokens[r.From].Start, End: last.End, Stop: last.Stop})
		at = r.To
	}
	return append(out, phrase.Words(p.tokens[at:])...)
}

// refs returns the references of at least that strength, in order.
func (p *parser) refs(least reference.Strength) []Ref {
	var out []Ref
	for _, r := range p.found {
		if r.Strength >= least {
			out = append(out, r.Refs...)
		}
	}
	return out
}

// classify sets the kind and what belongs to it. The order is that of how much
// of the message a kind has to explain: a search is what nothing else claims.
func (p *parser) classify() {
	for _, try := range []func() bool{p.smallTalk, p.tooShort, p.parent, p.outline, p.metadata, p.navigate, p.neighbour, p.lookup, p.mentions} {
		if try() {
			return
		}
	}
	p.q.Kind = Search
	p.q.Refs = p.refs(reference.Strong)
	p.q.Topic = p.topic(0, len(p.words))
}

// tooShort claims a single letter that is no number.
func (p *parser) tooShort() bool {
	if len(p.plain) != 1 || utf8.RuneCountInString(p.plain[0].Raw) != 1 || len(p.found) > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.plain[0].Raw)
	if !unicode.IsLetter(r) || text.IsHan(r) {
		return false
	}
	p.q.Kind = TooShort
	return true
}

// smallTalk claims greetings, thanks and questions to the bot about itself, if
// nothing else is said.
func (p *parser) smallTalk() bool {
	talk := [...]Kind{Identity, Help, Thanks, Greeting}
	best := len(talk)
	rest := make([]bool, len(p.plain)) // words that a pattern explains
	for i := range p.plain {
		if m, pat := lexicon.All().SmallTalk.Longest(p.plain, i); pat != nil {
			best = min(best, pat.Value-1)
			for j := m.Start; j < m.End; j++ {
				rest[j] = true
			}
		}
		switch b := lexicon.BagsOf(&p.plain[i]); {
		case rest[i]: // "nice to meet you" thanks nobody
		case b&lexicon.Thanks != 0:
			best = min(best, 2)
		case b&lexicon.Greeting != 0:
			best = min(best, 3)
		case b&lexicon.Chat == 0:
			return false
		}
	}
	if best == len(talk) {
		return false
	}
	p.q.Kind = talk[best]
	return true
}

// outside reports whether all words outside the match are in the bags of b, or
// accepted by also.
func outside(words []phrase.Token, m phrase.Match, b lexicon.Bag, also func(*phrase.Token) bool) bool {
	for i := range words {
		if i >= m.Start && i < m.End || lexicon.In(&words[i], b) || also != nil && also(&words[i]) {
			continue
		}
		return false
	}
	return true
}

// navigate claims a step from the section shown last.
func (p *parser) navigate() bool {
	var move Move
	longest := 0
	for i := range p.plain {
		lexicon.All().Moves.Each(p.plain, i, func(pat *phrase.Pattern, m phrase.Match) bool {
			if m.End-m.Start > longest && outside(p.plain, m, lexicon.Lookup|lexicon.Connective, nil) {
				longest, move = m.End-m.Start, Move(pat.Value)
			}
			return true
		})
	}
	if longest == 0 {
		return false
	}
	p.q.Kind, p.q.Move = Navigate, move
	return true
}

// parent claims the question to which part a section belongs.
func (p *parser) parent() bool {
	words := p.collapse(reference.Weak)
	for i := range words {
		m, pat := lexicon.All().Parents.Longest(words, i)
		if pat == nil || !outside(words, m, lexicon.Outline|lexicon.Polite, nil) {
			continue
		}
		p.q.Kind, p.q.Outline, p.q.Refs = Outline, OutlineParent, p.refs(reference.Weak)
		p.q.Level = p.levelOf(words)
		return true
	}
	return false
}

// outline claims a question about the structure. References must be to
// sections that have sections below them.
func (p *parser) outline() bool {
	refs := p.refs(reference.Strong)
	for _, r := range refs {
		if p.table.Lowest(r.Kind) || !p.table.Has(r.Kind) {
			return false
		}
	}
	ask := OutlineNone
	for i := range p.words {
		lexicon.All().Outlines.Each(p.words, i, func(pat *phrase.Pattern, m phrase.Match) bool {
			a := OutlineAsk(pat.Value) // where several match, the first kind is meant
			if (ask == OutlineNone || a < ask) && outside(p.words, m, lexicon.Outline, isLevelOrRef) {
				ask = a
			}
			return true
		})
	}
	if ask == OutlineNone || ask == OutlineChildren && len(refs) == 0 {
		return false
	}
	if len(refs) > 0 && ask != OutlineCount {
		ask = OutlineChildren
	}
	p.q.Kind, p.q.Outline, p.q.Refs = Outline, ask, refs
	p.q.Level = p.levelOf(p.words)
	return true
}

// isLevelOrRef accepts, besides, the two characters of 措施 in a document that
// calls its sections otherwise.
func isLevelOrRef(t *phrase.Token) bool {
	return t.Level != 0 || t.Ref || t.Fold == "措" || t.Fold == "施"
}

// levelOf returns the one level that the words name; "" for none or more.
func (p *parser) levelOf(words []phrase.Token) string {
	kind := ""
	for i := range words {
		k := p.table.Kind(words[i].Level)
		if k != "" && kind != "" && k != kind {
			return ""
		}
		kind = max(kind, k)
	}
	return kind
}

// metadata claims a question about the document as a whole.
func (p *parser) metadata() bool {
	if len(p.refs(reference.Strong)) > 0 {
		return false
	}
	var ask MetaAsk
	covered := make([]bool, len(p.words))
	for i := range p.words {
		ask |= metaAt(p.words, i, covered)
	}
	for i := range p.words {
		if !covered[i] && !lexicon.In(&p.words[i], lexicon.Meta) {
			return false
		}
	}
	if ask == 0 {
		return false
	}
	if p.q.Wants.Has(WantPerson) {
		ask |= MetaAuthor
	}
	p.q.Kind, p.q.Meta = Metadata, settle(ask, p.q.Wants)
	return true
}

// metaAt returns what the longest patterns from word i on ask, and marks their
// words as covered: "when was it made" says less than "when was it made public".
func metaAt(words []phrase.Token, i int, covered []bool) MetaAsk {
	var ask MetaAsk
	end := i
	lexicon.All().Metas.Each(words, i, func(pat *phrase.Pattern, m phrase.Match) bool {
		if m.End > end {
			ask, end = 0, m.End
		}
		if m.End == end {
			ask |= 1 << (pat.Value - 1)
		}
		return true
	})
	for ; i < end; i++ {
		covered[i] = true
	}
	return ask
}

// settle drops what only shadows a more exact ask.
func settle(ask MetaAsk, w Want) MetaAsk {
	if ask.Has(MetaAdopted | MetaReleased) {
		ask &^= MetaDates
	}
	if ask.Has(MetaAuthor) {
		ask &^= MetaIssuer | MetaTitle
		if !w.Has(WantDate) {
			ask &^= MetaAdopted | MetaReleased
		}
	}
	if ask.Has(MetaIssuer) && ask.Has(MetaSource|MetaNature) {
		ask &^= MetaSource | MetaNature
	}
	if ask.Has(MetaTitle|MetaReleased|MetaAdopted|MetaDates) && ask.Has(MetaNature) {
		ask &^= MetaNature
	}
	return ask
}
