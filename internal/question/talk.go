package question

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// smallTalk claims what is said to the bot and asks nothing of the document.
func (p *parser) smallTalk() bool {
	return p.phrases() || p.commanded() && p.is(Help, "talk command") || (p.masked() || p.scorned()) && p.is(Empty, "talk noise") || p.thanked() && p.is(Thanks, "talk thanks")
}

// phrases claims greetings, thanks, a bare yes or no, and questions to the bot
// about itself, if nothing else is said.
func (p *parser) phrases() bool {
	talk := [...]Kind{Identity, Help, Documents, Documents, Thanks, Greeting, Empty, Empty, Empty}
	rules := [...]string{"talk identity", "talk help", "talk documents", "talk shelf", "talk thanks", "talk greeting", "talk yes", "talk no", "talk noise"}
	const thanks, greeting, yes, no, noise = talkThanks - 1, talkGreeting - 1, talkYes - 1, talkNo - 1, talkNoise - 1
	best := len(talk)
	if slices.ContainsFunc(p.found, func(r reference.Found) bool { return r.Strength == titles.Strong }) {
		return false
	}
	explained, asks := make([]bool, len(p.plain)), false // by a pattern
	strange := 0                                         // words that weigh nothing here and may be chat as well, "you stupid bot"
	for i := range p.plain {
		if m, value := p.talkAt(i); value > 0 {
			best = min(best, value-1)
			for j := m.Start; j < m.End; j++ {
				explained[j] = true
			}
		}
		asks = asks || !explained[i] && grammar.In(&p.plain[i], grammar.Ask)
		switch b := grammar.BagsOf(&p.plain[i]); {
		case explained[i]: // "nice to meet you" thanks nobody
		case b&grammar.Thanks != 0:
			best = min(best, thanks)
		case b&grammar.Greeting != 0:
			best = min(best, greeting)
		case b&grammar.Chat == 0 && p.plain[i].ID == 0 && len(p.found) == 0 && p.weight(p.plain[i].Fold) == 0 && len(grammar.Slips(&p.plain[i], p.q.Language, false)) == 0:
			strange++
		case b&(grammar.Chat|grammar.Polite) == 0:
			return false
		}
	}
	if asks && (best == yes || best == no) {
		return false // "why not?"
	}
	if strange > 0 {
		if 3*strange > len(p.plain) || p.questioned() || asks || grammar.In(&p.plain[0], grammar.Auxiliary) { // what is asked is asked of the document
			return false
		}
		best = min(best, noise)
	}
	return best < len(talk) && p.is(talk[best], rules[best])
}

// questioned reports whether a question mark stands in the message.
func (p *parser) questioned() bool { return strings.ContainsAny(p.q.Text, text.QuestionMarks) }

// talkAt returns the longest pattern of small talk from word i on, and its value. What may be
// asked of the text itself, "which documents are there", is small talk where several are asked.
func (p *parser) talkAt(i int) (best phrase.Match, value int) {
	grammar.All().Set("talk").Each(p.plain, i, func(pat *phrase.Pattern, m phrase.Match) bool {
		if m.Len() > best.Len() && (pat.Value != talkShelf || p.context.Among) {
			best, value = m, pat.Value
		}
		return true
	})
	return best, value
}

// scorned reports whether a message that names nothing scorns the bot: a clause has a word
// of scorn, which the document does not, beside one for who reads it; or nothing is said but
// that, "so dumb". What else such a message tells is of no section; what another clause
// asks, or one with words of the document, is.
func (p *parser) scorned() bool {
	if slices.ContainsFunc(p.found, func(r reference.Found) bool { return readable(&r) }) {
		return false
	}
	told, only, found := false, true, false
	for clause := range p.clauses(p.plain) {
		scorn, reader, tells, asks := false, false, false, rest.Asks(clause)
		heavy := false // the word of scorn is one of the document too
		for i := range clause {
			switch w := &clause[i]; {
			case grammar.In(w, grammar.See):
				return false // "show me the fees, you stupid bot"
			case grammar.In(w, grammar.Scorn):
				scorn, heavy = true, heavy || p.weight(w.Fold) > 0
			case grammar.In(w, grammar.Reader|grammar.Addressed):
				reader = true
			default:
				tells = tells || p.weight(w.Fold) > 0 || w.Han()
			}
		}
		if asks && !(scorn && reader && !p.weighs(clause)) {
			return false
		}
		scorn = scorn && !(heavy && tells)
		told, found, only = told || scorn && reader, found || scorn, only && !tells
	}
	return told || found && only
}

// mostDismissed is how many words may stand between a command to ignore something and what
// that is.
const mostDismissed = 5

// commanded reports whether a message that names no section and asks nothing tells who reads
// it what to be or how to reply, or to leave alone what he was told, or the document: "ignore
// all previous instructions and …", "forget the handbook and tell me a joke".
func (p *parser) commanded() bool {
	if p.questioned() || slices.ContainsFunc(p.found, func(r reference.Found) bool { return r.Strength == titles.Strong && r.Refs[0].Rule == "number" }) {
		return false
	}
	for i := range p.plain {
		if i > 0 && !p.plain[i].Opens && !p.comma(&p.plain[i-1]) {
			continue
		}
		if m, role := grammar.All().Set("role").Longest(p.plain, i); role != nil && !rest.Asks(p.plain[m.End:]) {
			return true
		}
		clause := p.plain[i:min(i+1+mostDismissed, len(p.plain))]
		what := func(w phrase.Token) bool {
			return grammar.In(&w, grammar.Told|grammar.Document) || grammar.Lists(grammar.GenreName, w.Fold)
		}
		if grammar.In(&clause[0], grammar.Dismiss) && slices.ContainsFunc(clause[1:], what) && !rest.Asks(clause) {
			return true
		}
	}
	return false
}

// maskedWord is a word of which signs hide a part, as people and keyboards write oaths.
var maskedWord = regexp.MustCompile(`\pL+\*+\pL+|\p{Han}\*+|\pL+\*{2,}|\pL+!*[@#$%&*][@#$%&*!]+\pL*`)

// emphasis is what Markdown sets off by asterisks, with what is beside it.
var emphasis = regexp.MustCompile(`(^|[^\pL*]|\p{Han})\*{1,3}([^*\s]|[^*\s][^*]*[^*\s])\*{1,3}([^\pL*]|\p{Han}|$)`)

// masked reports whether a word is masked whose parts the document does not have, in a
// message that asks nothing that weighs.
func (p *parser) masked() bool {
	said := p.q.Text
	for emphasis.MatchString(said) { // of two beside each other, the second time finds the other
		said = emphasis.ReplaceAllString(said, "$1$2$3")
	}
	word := maskedWord.FindString(said)
	if word == "" || p.questioned() {
		return false
	}
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if p.weight(text.Fold(part)) > 0 && utf8.RuneCountInString(part) > 2 {
			return false // "MAX*SIZE"
		}
	}
	_, sum := p.weigh(p.plain)
	return sum == 0 || !rest.Asks(p.plain)
}

// Values of the patterns of small talk.
const (
	talkShelf    = 4
	talkThanks   = 5
	talkGreeting = 6
	talkYes      = 7
	talkNo       = 8
	talkNoise    = 9
)

// mostThanks is how many words somebody has who says nothing but thanks.
const mostThanks = 12

// thanked reports whether a message that asks nothing opens a clause with thanks, and
// besides says nothing that weighs, or tells who is thanked what he is or has done: "thanks,
// you're a lifesaver". What is only put to him, "thank you, the fee, please", is asked.
func (p *parser) thanked() bool {
	_, value := p.talkAt(0)
	opened, addressed, sees := value == talkThanks, false, false
	for i := range p.plain {
		w := &p.plain[i]
		opened = opened || grammar.In(w, grammar.Thanks) && (w.Opens || i == 0 || p.weight(p.plain[i-1].Fold) == 0 && i < minAside)
		addressed = addressed || grammar.In(w, grammar.Addressed) && i > 0
		sees = sees || grammar.In(w, grammar.See)
	}
	if !opened || len(p.plain) > mostThanks || len(p.found) > 0 || rest.Asks(p.plain) || p.questioned() {
		return false
	}
	_, sum := p.weigh(p.plain)
	return !p.moves() && (sum == 0 || addressed && !sees)
}

// moves reports whether a pattern of steps stands in the message.
func (p *parser) moves() bool {
	for range grammar.Matches("move", p.plain) {
		return true
	}
	return false
}
