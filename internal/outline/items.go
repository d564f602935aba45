package outline

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/outline/levels"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
	"pincite/internal/text/words"
)

// callItems gives the numbered sections that have a number alone, right below a heading
// that is what they are in the plural, the kind of its singular: item 3 of "BY-LAWS" is
// by-law 3. No other heading may be called so, nor other sections; and the word must be one
// that sections are called by, not what they are about, as "Committees": a word for
// sections, one that the title has, one that the text refers to numbers with, or one that the
// heading counts as many of as there are, "The 10 Commandments of the Board".
func (p *parse) callItems() {
	type list struct {
		word, plural string
		counts       int // how many the heading says there are
		items        []int
	}
	lists, order := map[int]*list{}, []int{}
	nouns := sync.OnceValue(p.nouns) // few texts need them
	for i := range p.nodes {
		n := &p.nodes[i]
		if !p.countedBelow(n) {
			continue
		}
		if lists[n.parent] == nil {
			l := &list{}
			title := document.OneLine(p.View(p.nodes[n.parent].heading).Text)
			if l.word, l.plural = p.singularOf(title, nouns); l.word == "" {
				l.counts, l.word, l.plural = p.countedIn(title, nouns)
			}
			lists[n.parent] = l
			order = append(order, n.parent)
		}
		lists[n.parent].items = append(lists[n.parent].items, i)
	}
	if !slices.ContainsFunc(order, func(up int) bool { return lists[up].word != "" }) {
		return
	}
	counting := p.countingWords(order)
	called := map[string]int{p.own.plain: 1, p.own.stepped: 1}
	for _, up := range order {
		l := lists[up]
		if l.counts > 0 && l.counts != len(l.items) || l.counts == 0 && !counting.have(l.word, l.plural) {
			l.word = ""
		}
		called[l.word]++
	}
	found := false
	for _, up := range order {
		l := lists[up]
		kind := heading.KindOf(l.word)
		if kind == "" || called[l.word] > 1 || slices.Contains(p.kinds, kind) || !p.countUp(l.items) {
			continue
		}
		for _, i := range l.items {
			p.nodes[i].kind = kind
		}
		p.phrases[kind] = l.word
		found = true
	}
	if found {
		p.kinds = p.orderKinds()
	}
}

// A countingWords has the words of a text that its sections may be called by, in lower case.
type countingWords struct {
	above    map[string]bool // of the title and of the headings above the first number, in the plural
	referred map[string]bool // that the text refers to numbers with
}

// countingWords finds them, but for the words of the headings that lists have.
func (p *parse) countingWords(lists []int) countingWords {
	out := countingWords{map[string]bool{}, map[string]bool{}}
	above, first := p.given.Title, slices.IndexFunc(p.nodes, func(n node) bool { return n.numbered() })
	heads := map[int]bool{}
	for _, at := range lists {
		heads[p.nodes[at].Line] = true
	}
	for i := range p.Lines[:min(p.nodes[first].from, headLines)] {
		if s := p.Line(i); len(s) <= maxTitle && !p.prose(i) && !heads[i] {
			above += " " + s
		}
	}
	for w := range strings.FieldsFuncSeq(p.lower(above), notWordly) {
		out.above[w] = true
	}
	for i := range p.Lines {
		for word := range p.references(p.Line(i)) {
			out.referred[p.lower(word)] = true
		}
	}
	return out
}

// have reports that a word, or its plural, is one of them or another spelling of one above:
// "Club Rules and Bylaws" has "byelaws".
func (c countingWords) have(word, plural string) bool {
	const long = 6 // bytes
	if _, unit := lexicon.Of(word); unit || c.referred[word] || c.above[plural] {
		return true
	}
	for w := range c.above {
		if len(plural) >= long && len(w) >= long && text.Near(w, plural, 1) {
			return true
		}
	}
	return false
}

func notWordly(r rune) bool { return !wordly(r) }

func notWordlyNorDigit(r rune) bool { return !wordly(r) && !unicode.IsDigit(r) }

// countedBelow reports a section that has a bare number and no heading of its own, right
// below a heading without a number, and whose level neither the text nor the hints name.
func (p *parse) countedBelow(n *node) bool {
	if n.parent < 0 || !n.numbered() || n.Mark.Kind != "" || n.Mark.Prefix != "" || !n.level.Weak || n.level.Style[0] != '1' {
		return false
	}
	up := &p.nodes[n.parent]
	_, given := p.hints.level(n.kindName())
	return !given && n.kindName() != recital && !up.numbered() && up.Mark.Kind == "" && !up.heading.Empty()
}

// countUp reports nodes, at least two and most of them without headings, that count from 1
// on, hardly one left out.
func (p *parse) countUp(items []int) bool {
	var group []*levels.Candidate
	headed := 0
	for _, i := range items {
		group = append(group, p.nodes[i].Candidate)
		if !p.nodes[i].heading.Empty() {
			headed++
		}
	}
	return len(group) > 1 && headed*2 < len(group) && counts(group)
}

// singularOf returns what a title in the plural calls one of what it names, in lower case,
// and its plural: "by-law" of "BY-LAWS", "rule" of "House rules". The word is "" for other
// titles. Where the noun stands behind the adjective, it is the last word; elsewhere a title
// must be one word. nouns returns those of the text.
func (p *parse) singularOf(title string, nouns func() map[string]bool) (word, plural string) {
	const most = 3 // words
	named := strings.FieldsFunc(p.lower(title), notWordly)
	if len(named) == 0 || len(named) > most || len(named) > 1 && !p.nounLast() || slices.ContainsFunc(named, words.Function(p.lang).Has) {
		return "", ""
	}
	return p.oneOf(named[len(named)-1], nouns)
}

// nounLast reports a language in which adjectives stand before their noun.
func (p *parse) nounLast() bool {
	return slices.Contains([]string{"en", "de", "nl", "sv", "da", "no", "fi"}, p.lang)
}

// countedIn returns how many a title says there are of something, and the noun as singularOf
// does: 10, "commandment" and "commandments" of "The 10 Commandments of the Board".
func (p *parse) countedIn(title string, nouns func() map[string]bool) (n int, word, plural string) {
	named := strings.FieldsFunc(p.lower(title), notWordlyNorDigit)
	for i := range named {
		count, ok := numeral.Read(named[i:])
		if !ok || count.Ordinal || count.Form == numeral.Roman || count.Value < 2 {
			continue
		}
		behind := named[i+count.Used:]
		if end := slices.IndexFunc(behind, words.Function(p.lang).Has); end >= 0 {
			behind = behind[:end]
		}
		if len(behind) == 0 {
			break
		}
		noun := behind[0]
		if p.nounLast() {
			noun = behind[len(behind)-1]
		}
		word, plural = p.oneOf(noun, nouns)
		return count.Value, word, plural
	}
	return 0, "", ""
}

// oneOf returns what one is called of what a noun in the plural names, and that.
func (p *parse) oneOf(last string, nouns func() map[string]bool) (word, plural string) {
	if u, known := lexicon.Of(last); known {
		if names := lexicon.Names(u.Kind)[p.lang]; len(names) > 1 && slices.Contains(names[1:], last) && !lexicon.Heads(u.Kind, last) {
			return names[0], last
		}
		return "", ""
	}
	if one, known := words.Singular(last, p.lang); known {
		return one, last
	}
	return singularIn(nouns(), last), last
}

// singularIn returns the word of the text that a title has in the plural, with an ending
// more; "" if there is none, or several.
func singularIn(all map[string]bool, plural string) string {
	found := ""
	for n := 1; n <= longestPlural; n++ {
		w := plural[:max(0, len(plural)-n)]
		switch {
		case utf8.RuneCountInString(w) < 3 || !all[w]:
		case found != "":
			return ""
		default:
			found = w
		}
	}
	return found
}

// nouns returns the words of the text, in lower case; of a German one those with capitals.
func (p *parse) nouns() map[string]bool {
	out := map[string]bool{}
	for i := range p.Lines {
		for w := range strings.FieldsFuncSeq(p.Line(i), notWordly) {
			if p.lang != "de" || heading.Begins(w) {
				out[p.lower(w)] = true
			}
		}
	}
	return out
}
