package question

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
)

// rawFactor bounds the runes that are cleaned at all, in multiples of
// MaxRunes: invisible characters may go, but not without limit.
const rawFactor = 4

// A Parser reads messages about one document. It is safe for concurrent use.
type Parser struct{ table *levelTable }

// NewParser returns a parser for a document with these levels, from the top
// down; their names, in any language, are the words that make a number a
// reference.
func NewParser(levels []document.Level) *Parser {
	return &Parser{newLevelTable(levels)}
}

// Parse reads one message like [Parser.Parse]. Making the parser is half of its
// cost, so whoever reads many keeps one.
func Parse(s string, levels []document.Level) Question {
	return NewParser(levels).Parse(s)
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
	body := stripMarkup(q.Text)
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
	table  *levelTable
	body   string
	tokens []token
	plain  []token // the words, before references are taken out
	words  []token // the words, each sure reference as one
	found  []found
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
	p.body, p.tokens = body, scan(body)
	p.table.mark(p.tokens)
	p.plain = wordsOf(p.tokens)
	f := finder{table: p.table, tokens: p.tokens, lang: p.q.Language}
	p.found = f.all()
	p.words = p.collapse(strong)
}

// collapse returns the words with every reference of at least that strength as
// one word.
func (p *parser) collapse(least strength) []token {
	out := make([]token, 0, len(p.plain))
	at := 0
	for i := range p.found {
		r := &p.found[i]
		if r.strength < least {
			continue
		}
		out = append(out, wordsOf(p.tokens[at:r.from])...)
		last := p.tokens[r.to-1]
		out = append(out, token{ref: &r.refs[0], start: p.tokens[r.from].start, end: last.end, stop: last.stop})
		at = r.to
	}
	return append(out, wordsOf(p.tokens[at:])...)
}

// refs returns the references of at least that strength, in order.
func (p *parser) refs(least strength) []Ref {
	var out []Ref
	for _, r := range p.found {
		if r.strength >= least {
			out = append(out, r.refs...)
		}
	}
	return out
}

// classify sets the kind and what belongs to it. The order is that of how much
// of the message a kind has to explain: a search is what nothing else claims.
func (p *parser) classify() {
	for _, try := range []func() bool{p.smallTalk, p.tooShort, p.outline, p.metadata, p.navigate, p.lookup, p.mentions} {
		if try() {
			return
		}
	}
	p.q.Kind = Search
	p.q.Refs = p.refs(strong)
	p.q.Topic = p.topic(0, len(p.words))
}

// tooShort claims a single letter that is no number.
func (p *parser) tooShort() bool {
	if len(p.plain) != 1 || utf8.RuneCountInString(p.plain[0].raw) != 1 || len(p.found) > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.plain[0].raw)
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
		if m, pat := smallTalk().longest(p.plain, i); pat != nil {
			best = min(best, pat.value-1)
			for j := m.start; j < m.end; j++ {
				rest[j] = true
			}
		}
		switch b := bags()[p.plain[i].fold]; {
		case b&bagThanks != 0:
			best = min(best, 2)
		case b&bagGreeting != 0:
			best = min(best, 3)
		case b&bagChat == 0 && !rest[i]:
			return false
		}
	}
	if best == len(talk) {
		return false
	}
	p.q.Kind = talk[best]
	return true
}

// inBag reports whether word w carries no content in the bags of b.
func inBag(w *token, b bag) bool { return bags()[w.fold]&b != 0 }

// outside reports whether all words outside the match are in the bags of b, or
// accepted by also.
func outside(words []token, m match, b bag, also func(*token) bool) bool {
	for i := range words {
		if i >= m.start && i < m.end || inBag(&words[i], b) || also != nil && also(&words[i]) {
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
		moves().each(p.plain, i, func(pat *pattern, m match) bool {
			if m.end-m.start > longest && outside(p.plain, m, bagLookup|bagConnective, nil) {
				longest, move = m.end-m.start, Move(pat.value)
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

// outline claims a question about the structure. References must be to
// sections that have sections below them.
func (p *parser) outline() bool {
	refs := p.refs(strong)
	for _, r := range refs {
		if p.table.lowest(r.Kind) || !slices.ContainsFunc(p.table.levels, func(l document.Level) bool { return l.Kind == r.Kind }) {
			return false
		}
	}
	ask := OutlineNone
	for i := range p.words {
		outlines().each(p.words, i, func(pat *pattern, m match) bool {
			a := OutlineAsk(pat.value) // where several match, the first kind is meant
			if (ask == OutlineNone || a < ask) && outside(p.words, m, bagOutline, isLevelOrRef) {
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
	p.q.Level = p.levelAsked()
	return true
}

// isLevelOrRef accepts, besides, the two characters of 措施 in a document that
// calls its sections otherwise.
func isLevelOrRef(t *token) bool {
	return t.level != 0 || t.ref != nil || t.fold == "措" || t.fold == "施"
}

// levelAsked returns the one level that the words name; "" for none or more.
func (p *parser) levelAsked() string {
	level := 0
	for i := range p.words {
		if l := p.words[i].level; l != 0 && l != anyLevel {
			if level != 0 && level != l {
				return ""
			}
			level = l
		}
	}
	return p.table.kind(level)
}

// metadata claims a question about the document as a whole.
func (p *parser) metadata() bool {
	if len(p.refs(strong)) > 0 {
		return false
	}
	var ask MetaAsk
	covered := make([]bool, len(p.words))
	for i := range p.words {
		metas().each(p.words, i, func(pat *pattern, m match) bool {
			ask |= 1 << (pat.value - 1)
			for j := m.start; j < m.end; j++ {
				covered[j] = true
			}
			return true
		})
	}
	for i := range p.words {
		if !covered[i] && !inBag(&p.words[i], bagMeta) {
			return false
		}
	}
	if ask == 0 {
		return false
	}
	p.q.Kind, p.q.Meta = Metadata, settle(ask)
	return true
}

// settle drops what only shadows a more exact ask.
func settle(ask MetaAsk) MetaAsk {
	if ask.Has(MetaAdopted | MetaReleased) {
		ask &^= MetaDates
	}
	if ask.Has(MetaAuthor) {
		ask &^= MetaIssuer | MetaTitle
	}
	if ask.Has(MetaIssuer) && ask.Has(MetaSource|MetaNature) {
		ask &^= MetaSource | MetaNature
	}
	if ask.Has(MetaTitle|MetaReleased|MetaAdopted|MetaDates) && ask.Has(MetaNature) {
		ask &^= MetaNature
	}
	return ask
}

// mentions claims the wish for every section that speaks of something.
func (p *parser) mentions() bool {
	for i := range p.words {
		m, pat := mentioning().longest(p.words, i)
		if pat == nil {
			continue
		}
		t := p.topic(m.topic, m.topicEnd)
		if t == "" || !slices.ContainsFunc(p.words[m.topic:m.topicEnd], func(w token) bool { return hasContent(&w) }) {
			continue
		}
		p.q.Kind, p.q.Topic, p.q.Refs = Mentions, t, p.refs(strong)
		return true
	}
	return false
}
