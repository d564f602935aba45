package question

import (
	"strings"
	"sync"

	"pincite/internal/document"
)

// A lexicon is what one language contributes to every table. Fields ending in
// Words are bags, in which order does not matter; the others are patterns, one
// a line (see pattern).
type lexicon struct {
	greetingWords, thanksWords string
	chatWords                  string // may stand around small talk without giving it substance
	identity, help             string
	thanks, greeting           string // for a script without spaces, where bags cannot do it

	lookupWords  string // carry no content in a wish to see a section
	outlineWords string // carry none in a question about the structure
	metaWords    string // carry none in a question about the document itself

	next, previous, fullText, more, summary, up string

	count, list, children, structure string
	title, issuer, adopted, released string
	dates, language, source, nature  string
	author                           string // the person, not the body that issued it

	mentions       string // with the topic as +
	prefix, suffix string // frames around the topic of a search

	connectiveWords string // begin a message that goes on from the last one
	connectives     string // the same as patterns
	pronouns        string // lean on what was said before
	askWords        string // question words
	shortAsk        string // questions that are whole only after another

	preamble, conclusion, section string // names of unnumbered sections; section marks the doubtful ones
	fromEnd                       map[int]string
	genericLow, genericHigh       string // level names of documents at large, one a line

	wants map[Want]string
}

// lexicons are merged: the language of three words is a guess, and a message
// may mix languages, so every table holds all four.
var lexicons = []*lexicon{&english, &chinese, &russian, &spanish}

// The bags that a word can be in.
type bag uint8

const (
	bagGreeting bag = 1 << iota
	bagThanks
	bagChat
	bagLookup
	bagOutline
	bagMeta
	bagConnective
	bagAsk
)

// bags holds the bags of every word. It is built on first use.
var bags = sync.OnceValue(func() map[string]bag {
	m := make(map[string]bag, 2048)
	for _, l := range lexicons {
		for b, words := range map[bag]string{bagGreeting: l.greetingWords, bagThanks: l.thanksWords,
			bagChat: l.chatWords, bagLookup: l.lookupWords, bagOutline: l.outlineWords, bagMeta: l.metaWords,
			bagConnective: l.connectiveWords, bagAsk: l.askWords} {
			for _, t := range wordsOf(scan(words)) {
				m[t.fold] |= b
			}
		}
	}
	return m
})

// patterns builds a set from one field of every lexicon, in several groups
// whose index plus one is the value of their patterns.
func patterns(groups ...func(*lexicon) string) func() *patternSet {
	return sync.OnceValue(func() *patternSet {
		s := &patternSet{}
		for i, g := range groups {
			for _, l := range lexicons {
				s.add(g(l), i+1)
			}
		}
		return s
	})
}

var (
	// in the order of precedence
	smallTalk = patterns(
		func(l *lexicon) string { return l.identity }, func(l *lexicon) string { return l.help },
		func(l *lexicon) string { return l.thanks }, func(l *lexicon) string { return l.greeting })

	// in the order of the Move constants
	moves = patterns(
		func(l *lexicon) string { return l.next }, func(l *lexicon) string { return l.previous },
		func(l *lexicon) string { return l.fullText }, func(l *lexicon) string { return l.more },
		func(l *lexicon) string { return l.summary }, func(l *lexicon) string { return l.up })

	// in the order of the OutlineAsk constants
	outlines = patterns(
		func(l *lexicon) string { return l.count }, func(l *lexicon) string { return l.list },
		func(l *lexicon) string { return l.children }, func(l *lexicon) string { return l.structure })

	// in the order of the MetaAsk bits
	metas = patterns(
		func(l *lexicon) string { return l.title }, func(l *lexicon) string { return l.issuer },
		func(l *lexicon) string { return l.adopted }, func(l *lexicon) string { return l.released },
		func(l *lexicon) string { return l.dates }, func(l *lexicon) string { return l.language },
		func(l *lexicon) string { return l.source }, func(l *lexicon) string { return l.nature },
		func(l *lexicon) string { return l.author })

	mentioning = patterns(func(l *lexicon) string { return l.mentions })
	prefixes   = patterns(func(l *lexicon) string { return l.prefix })
	suffixes   = patterns(func(l *lexicon) string { return l.suffix })
	leaning    = patterns(func(l *lexicon) string { return l.connectives }, func(l *lexicon) string { return l.pronouns },
		func(l *lexicon) string { return l.shortAsk })
)

// namedStrong marks the names that are references inside a search too;
// "introduction" and "opening" are words like any other there.
const namedStrong = 8

var namedKinds = [...]string{1: document.KindPreamble, 2: document.KindConclusion}

var sections = sync.OnceValue(func() *patternSet {
	s := &patternSet{}
	for _, l := range lexicons {
		s.add(l.preamble, 1|namedStrong)
		s.add(l.conclusion, 2|namedStrong)
		for line := range strings.Lines(l.section) {
			if name, ok := strings.CutPrefix(strings.TrimSpace(line), "preamble: "); ok {
				s.add(name, 1)
			} else if name, ok := strings.CutPrefix(strings.TrimSpace(line), "conclusion: "); ok {
				s.add(name, 2)
			}
		}
	}
	return s
})

var endings = sync.OnceValue(func() *patternSet {
	s := &patternSet{}
	for _, l := range lexicons {
		for n := range 3 {
			s.add(l.fromEnd[n], n)
		}
	}
	return s
})

var wanting = sync.OnceValue(func() *patternSet {
	s := &patternSet{}
	for _, l := range lexicons {
		for w := WantDate; w <= WantHow; w <<= 1 {
			s.add(l.wants[w], int(w))
		}
	}
	return s
})

var (
	genericLow  = genericNames(func(l *lexicon) string { return l.genericLow })
	genericHigh = genericNames(func(l *lexicon) string { return l.genericHigh })
)

func genericNames(field func(*lexicon) string) func() []levelName {
	return sync.OnceValue(func() []levelName {
		var out []levelName
		for _, l := range lexicons {
			for w := range strings.FieldsSeq(field(l)) {
				n := levelName{plural: len(w) > 3 && strings.HasSuffix(w, "s")}
				for _, t := range wordsOf(scan(w)) {
					n.words = append(n.words, t.fold)
				}
				out = append(out, n)
			}
		}
		return out
	})
}

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// Small words of all four languages that the reading of numbers needs.
var (
	listWords   = words(", 、 & + / ; and or plus y e u o и или 和 与 跟 及 或 以 versus vs")
	rangeWords  = words("- – — ~ to through thru till until 到 至 до hasta")
	classifiers = words("个 大 小") // between a Chinese ordinal and a level: 第三个部分
	determiners = words("the la las los el от 第")
	between     = words("between между entre")
	numberMarks = words("no nos nr num nums number numbers numero numeros номер номера № # n")
	// fromWords begin a range of digits: "measures from 7 to 9".
	fromWords = words("from de с со del desde между between entre")
	// placeholders stand for a section after an ordinal: "the tenth one".
	placeholders = words("one ones uno una один одна одну 个")
	// countWords before a number make it a count: "the 15 measures", 共七条.
	countWords = words("the these those all of only about every each last how 几 共 有 这 那 哪 前 分 等 和 все всего из los las estas esas otras")
	// within joins a section to the one that holds it: "measure 2 of part 3".
	within = words("of in under from within the в из de del la el en 的 里 中 里面 下 面")
	// notLevels are words one letter away from common names of levels.
	notLevels = words("measured measuring sections' particle particles medias medida's")
)

// macros are alternatives that several patterns share.
var macros = map[string]string{
	"$doc":  "it|this|that|the_document|this_document|the_text|this_text|the_paper|this_paper|the_opinions|these_opinions|the_opinion|this_opinion|document|the_file|this_file|this_thing|the_doc|this_doc|the_whole_document|the_regulation|this_regulation|the_law|this_law|they",
	"$talk": "say|says|said|talk|talks|talking|mention|mentions|speak|speaks|discuss|discusses|cover|covers|address|addresses|bring_up|brings_up|deal_with|deals_with|contain|contains|have|has|state|states|tell|tells|write|include|includes|treat|treats|touch_on|touches_on|refer_to|refers_to|go_into|raise|raises",
	"$on":   "about|on|regarding|concerning|of|re|with_regard_to|as_to|to",
	"$ment": "mention|mentions|mentioning|mentioned|talk|talks|speak|speaks|refer|refers|reference|references|discuss|discusses|deal|deals|address|addresses|cover|covers|concern|concerns|contain|contains|include|includes|touch|touches|relate|relates|say_something|say_anything|name|names|bring_up|use_the_word|use_the_phrase|use_the_term|contain_the_word",
	"$文":    "文件|意见|文档|文本|这份文件|这个文件|该文件|本文件|这份意见|这个意见|本意见|全文|文中|文章|材料|这里|里面|它",
	"$提":    "提到|提及|提过|提了|涉及|讲到|说到|谈到|写到|讲了|说了|写了|提出|有提|包含|包括|出现|有关|关于|涉|讲|谈|提",
	"$док":  "документ|документе|текст|тексте|текста|документа|мнение|мнения|мнениях|этот_документ|этот_текст|этого_документа|этого_текста|этом_документе|этом_тексте",
	"$дел":  "документ|текст|он|там|тут|здесь|этот_документ|этот_текст",
	"$txt":  "el_documento|este_documento|documento|el_texto|este_texto|texto|las_opiniones|estas_opiniones|esto|la_norma|este",
}
