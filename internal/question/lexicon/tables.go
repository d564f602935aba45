package lexicon

import (
	"strings"
	"sync"

	"pincite/internal/question/phrase"
)

// A Bag is a set of lists that a word is in.
type Bag uint16

// The bags: words of a greeting, of thanks, around small talk, of a wish to see a
// section, of a question about the structure and about the document; words
// that go on from the last message; question words.
const (
	Greeting Bag = 1 << iota
	Thanks
	Chat
	Lookup
	Outline
	Meta
	Connective
	Ask
	Polite
)

// NotWanted marks the patterns of wanting that only look like a wish.
const NotWanted = 1 << 30

// NamedStrong marks the names of sections that are references inside a search
// too; "introduction" and "opening" are words like any other there.
const NamedStrong = 8

// Tables are the patterns of all languages, ready to match. The value of a
// pattern is the place of its table, counted from 1, in the order given here.
type Tables struct {
	SmallTalk  *phrase.Set // identity, help, thanks, greeting
	Moves      *phrase.Set // next, previous, full text, more, summary, up
	Outlines   *phrase.Set // count, list, children, structure
	Parents    *phrase.Set
	Metas      *phrase.Set // title, issuer, adopted, released, dates, language, source, nature, author, length
	Mentions   *phrase.Set // of those without; of those with
	Prefixes   *phrase.Set
	Suffixes   *phrase.Set
	Leaning    *phrase.Set // connectives, pronouns, short questions
	Sections   *phrase.Set // preamble, conclusion; with NamedStrong or not
	Beside     *phrase.Set
	Neighbours *phrase.Set // after, before
	Endings    *phrase.Set // by how far from the end; 0 where the pattern holds the number
	Wants      *phrase.Set // a bit by place in wants, from 1; with NotWanted or not

	GenericLow, GenericHigh []string // level names

	vocabulary *phrase.Vocabulary
	bags       []Bag // by number of the word
}

// All returns the tables. They are built on first use.
var All = sync.OnceValue(func() *Tables {
	x := &Tables{vocabulary: phrase.NewVocabulary(macros)}
	x.addFrames()
	x.addNames()
	x.addWants()
	x.addBags() // last: by now the vocabulary has all other words
	return x
})

// In reports whether w is in any of the bags of b.
func In(w *phrase.Token, b Bag) bool { return BagsOf(w)&b != 0 }

// BagsOf returns the bags that w is in.
func BagsOf(w *phrase.Token) Bag { return All().bags[w.ID] }

// Of returns the words of a list, parted by white space, as a set.
func Of(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// set builds a set of one table of every language for each of fields.
func (x *Tables) set(fields ...func(*language) string) *phrase.Set {
	s := x.vocabulary.NewSet()
	for i, field := range fields {
		for _, l := range languages {
			s.Add(field(l), i+1)
		}
	}
	return s
}

func (x *Tables) addFrames() {
	type lx = *language
	x.SmallTalk = x.set(func(l lx) string { return l.identity }, func(l lx) string { return l.help },
		func(l lx) string { return l.thanks }, func(l lx) string { return l.greeting })
	x.Moves = x.set(func(l lx) string { return l.next }, func(l lx) string { return l.previous },
		func(l lx) string { return l.fullText }, func(l lx) string { return l.more },
		func(l lx) string { return l.summary }, func(l lx) string { return l.up })
	x.Outlines = x.set(func(l lx) string { return l.count }, func(l lx) string { return l.list },
		func(l lx) string { return l.children }, func(l lx) string { return l.structure })
	x.Parents = x.set(func(l lx) string { return l.parent })
	x.Metas = x.set(func(l lx) string { return l.title }, func(l lx) string { return l.issuer },
		func(l lx) string { return l.adopted }, func(l lx) string { return l.released },
		func(l lx) string { return l.dates }, func(l lx) string { return l.language },
		func(l lx) string { return l.source }, func(l lx) string { return l.nature },
		func(l lx) string { return l.author }, func(l lx) string { return l.length })
	x.Mentions = x.set(func(l lx) string { return l.without }, func(l lx) string { return l.mentions })
	x.Prefixes = x.set(func(l lx) string { return l.prefix })
	x.Suffixes = x.set(func(l lx) string { return l.suffix })
	x.Leaning = x.set(func(l lx) string { return l.connectives }, func(l lx) string { return l.pronouns },
		func(l lx) string { return l.shortAsk })
	x.Beside = x.set(func(l lx) string { return l.beside })
	x.Neighbours = x.set(func(l lx) string { return l.after }, func(l lx) string { return l.before })
}

func (x *Tables) addNames() {
	x.Sections, x.Endings = x.vocabulary.NewSet(), x.vocabulary.NewSet()
	for _, l := range languages {
		x.Sections.Add(l.preamble, 1|NamedStrong)
		x.Sections.Add(l.conclusion, 2|NamedStrong)
		x.Sections.Add(l.preambleToo, 1)
		x.Sections.Add(l.conclusionToo, 2)
		for n := range l.fromEnd {
			x.Endings.Add(l.fromEnd[n], n)
		}
		x.GenericLow = append(x.GenericLow, strings.Fields(l.genericLow)...)
		x.GenericHigh = append(x.GenericHigh, strings.Fields(l.genericHigh)...)
	}
}

func (x *Tables) addWants() {
	x.Wants = x.vocabulary.NewSet()
	for _, l := range languages {
		asks, not := l.wants.tables(), l.not.tables()
		for i := range asks {
			x.Wants.Add(asks[i], 1<<i)
			x.Wants.Add(not[i], 1<<i|NotWanted)
		}
	}
}

func (x *Tables) addBags() {
	for _, l := range languages {
		for i, list := range []string{l.greetingWords, l.thanksWords, l.chatWords, l.lookupWords, l.outlineWords,
			l.metaWords, l.connectiveWords, l.askWords, l.politeWords} {
			for _, id := range x.vocabulary.Number(list) {
				x.bags = append(x.bags, make([]Bag, max(0, int(id)+1-len(x.bags)))...)
				x.bags[id] |= 1 << i
			}
		}
	}
	x.bags = append(x.bags, make([]Bag, x.vocabulary.Len()-len(x.bags))...)
}
