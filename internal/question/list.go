package question

import (
	"slices"
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/text/words"
)

// What a wish for a list says, in bits: the values of the patterns of lists.
const (
	listAll     = 1 << iota // all of it: "mentions of"
	listEvery               // that all places are wanted: "where", "every"
	listMention             // of words that they are there: "mentioned"
	listSay                 // the same, and other things as well: "says"
	listUpon                // that they are a subject: "about"
	listNot                 // that what is said is not so
	listLack                // that they are not there: "says nothing about"
	listPiece               // a piece of text: "sentence"
	listFind                // to look for them
	listWord                // that what follows is a word: "the term"
	listMeaning             // that the meaning is asked for
	listOccur               // that something happens, or that a word is there
)

// A listing is a message read as a wish for all places of some words. Nothing holds the
// order of the rest: what a frame of known words leaves over is what is looked for.
type listing struct {
	said     int            // bits
	frame    []phrase.Token // the words around what is looked for
	levels   bool           // there is a level in the plural among them
	named    bool           // what is looked for is quoted, or called a word
	titled   bool           // so are words of a title
	from, to int            // what is looked for, in bytes
	words    int            // how many words that are
	broken   bool           // it is in more pieces than one, or something else is asked
}

// has reports whether one of the bits is said.
func (l *listing) has(bits int) bool { return l.said&bits != 0 }

// add takes words of the frame that say what bit is for.
func (l *listing) add(words []phrase.Token, bit int) {
	l.said |= bit
	for i := range words {
		l.levels = l.levels || words[i].Level != 0 && words[i].Plural
	}
	l.frame = append(l.frame, words...)
}

// look takes a word that is looked for.
func (l *listing) look(w *phrase.Token) {
	if l.words == 0 {
		l.from = w.Start
	}
	l.to = w.End
	l.words++
}

// sure reports whether l can hardly be anything but a wish for a list.
func (l *listing) sure() bool {
	every := l.levels || l.has(listEvery)
	switch {
	case l.words == 0 || l.broken || l.has(listMeaning):
		return false
	case l.named:
		return (every || l.has(listPiece)) && l.has(listWord|listMention|listSay|listOccur) || every && !l.titled && (l.levels && l.has(listEvery) || l.has(listPiece)) || l.has(listAll|listFind)
	}
	return l.has(listAll) || every && l.has(listMention|listLack) || l.levels && l.has(listOccur)
}

// The most words that are looked for where it is only likely that they are, and behind
// no more than a verb.
const (
	maxLikely = 5
	maxFound  = 2
)

// likely reports whether l may be a wish for a list.
func (l *listing) likely() bool {
	if l.words == 0 || l.broken || l.words > maxLikely || l.has(listMeaning) {
		return false
	}
	every := l.levels || l.has(listEvery)
	return every && l.has(listMention|listSay) || l.has(listEvery) && l.has(listPiece) || l.levels && l.has(listUpon) ||
		l.has(listFind) && !l.has(listUpon|listPiece) && !l.levels && l.words <= maxFound
}

// mentions claims a wish for every place of some words that can hardly be anything else.
func (p *parser) mentions() bool {
	l := p.listing()
	return l.sure() && p.list(l, "")
}

// pieces claims the wish for every piece of text with some words, which may be a title.
func (p *parser) pieces() bool {
	l := p.listing()
	return l.likely() && l.has(listEvery) && l.has(listPiece) && p.list(l, prose.Topic(p.body, p.words, true))
}

// maybeMentions claims one that may ask something else, "every rule that says dogs are
// welcome": where nothing has the words, it is searched for.
func (p *parser) maybeMentions() bool {
	l := p.listing()
	return l.likely() && p.list(l, prose.Topic(p.body, p.words, true))
}

// list sets the question to a wish for a list.
func (p *parser) list(l listing, otherwise string) bool {
	if l.levels && l.has(listSay|listUpon) {
		otherwise = ""
	}
	p.q.Topic, p.q.Else, p.q.Not = strings.TrimSpace(p.body[l.from:l.to]), otherwise, l.has(listNot|listLack)
	p.q.Refs, p.q.Level = p.refsIf(p.places), p.levelListed(l.frame)
	p.q.Except = p.refsIf(func(r *reference.Found) bool { return untitled(r) && r.Denied > 0 })
	return p.is(Mentions, "mentions")
}

// places reports whether r is where something is to be: "in measure 13", 第三部分里, but
// neither "besides measure 13" nor "not in measure 13".
func (p *parser) places(r *reference.Found) bool {
	if !untitled(r) || r.Denied > 0 {
		return false
	}
	if p.tokens[r.From].Han() && r.To < len(p.tokens) && grammar.In(&p.tokens[r.To], grammar.Inside) {
		return true
	}
	before := r.From - 1
	for before > 0 && grammar.In(&p.tokens[before], grammar.Article) {
		before--
	}
	return before >= 0 && grammar.In(&p.tokens[before], grammar.Inside)
}

// untitled reports whether r is sure and no title, of whose words sections may speak.
func untitled(r *reference.Found) bool {
	return r.Strength == reference.Strong && r.Refs[0].Rule != "title"
}

// levelListed returns the level gone through, which a frame names. Words for whatever
// section there is are none, and neither are the parts of "which parts of the document".
func (p *parser) levelListed(frame []phrase.Token) string {
	var named []phrase.Token
	for i := range frame {
		w := frame[i]
		wide := !p.table.Lowest(p.table.Kind(w.Level)) && i+1 < len(frame) && grammar.In(&frame[i+1], grammar.Of) && !(i+2 < len(frame) && frame[i+2].Ref)
		if !grammar.In(&w, grammar.AnySection) && !wide {
			named = append(named, w)
		}
	}
	return p.levelOf(named)
}

// listing reads the message as a wish for a list. Slips in the frame are forgiven.
func (p *parser) listing() listing {
	row := p.collapseIf(untitled)
	l := p.listingOf(row)
	if !l.sure() && !l.likely() {
		if respelt := grammar.Respelt(row, grammar.SlipMentions); respelt != nil {
			l = p.listingOf(respelt)
		}
	}
	return l
}

func (p *parser) listingOf(row []phrase.Token) (l listing) {
	var start, end int // bytes of what is named
	_, start, end, l.named = prose.Quotation(p.body)
	l.titled = slices.ContainsFunc(p.found, func(r reference.Found) bool { return r.Strength >= reference.Medium && r.Refs[0].Rule == "title" })
	parted := false // whether words of the frame stand behind what is looked for
	for i := 0; i < len(row); i++ {
		w := &row[i]
		m, pat := grammar.All().Set("list").Longest(row, i)
		switch {
		case l.named && w.End > start && w.Start < end:
			l.look(w)
		case pat != nil:
			if pat.Value == allValue {
				l.words, l.broken, parted = 0, false, false // what was told before is not looked for
			}
			l.add(row[i:m.End], 1<<(pat.Value-1))
			i, parted = m.End-1, parted || l.words > 0 && pat.Value != frameValue
			if pat.Value == wordValue && !l.named {
				start, end, l.named = p.wordBehind(row, i)
			}
		case grammar.In(w, grammar.Ask) && w.Level == 0 && !l.named:
			l.broken = true
		case p.framesList(w) && !(!l.named && grammar.Lists(grammar.GenreName, w.Fold) && l.words > 0 && l.to == row[i-1].End): // "the party constitution"
			l.add(row[i:i+1], 0)
		case !l.named:
			l.broken = l.broken || parted
			l.look(w)
		}
		parted = parted || l.words > 0 && w.Stop
	}
	return l
}

// The values of the patterns for the whole of a wish, for what is called a word, and for
// what says nothing.
const (
	allValue   = 1
	wordValue  = 10
	frameValue = 13
)

// wordBehind returns where the words stand that word i says are such.
func (p *parser) wordBehind(row []phrase.Token, i int) (start, end int, ok bool) {
	for j := i + 1; j < len(row) && !row[j-1].Stop && !row[j].Glued; j++ {
		if _, pat := grammar.All().Set("list").Longest(row, j); pat != nil || !ok && p.framesList(&row[j]) || ok && closes(row[j:]) {
			break
		}
		if !ok {
			start = row[j].Start
		}
		end, ok = row[j].End, true
	}
	return start, end, ok
}

// closes reports whether nothing but courtesy is left.
func closes(words []phrase.Token) bool {
	return !slices.ContainsFunc(words, func(w phrase.Token) bool { return !grammar.In(&w, grammar.Polite|grammar.Thanks) })
}

// framesList reports whether w says nothing in a wish for a list.
func (p *parser) framesList(w *phrase.Token) bool {
	if w.Han() {
		return w.Level != 0 || grammar.In(w, grammar.Within|grammar.Polite|grammar.Thanks) || words.Function("zh").Has(w.Fold)
	}
	return w.Level != 0 || w.Ref || w.Hiragana() || grammar.Lists(grammar.GenreName, w.Fold) ||
		grammar.In(w, grammar.Frame|grammar.Article|grammar.Within|grammar.Polite|grammar.Connective|grammar.Auxiliary|grammar.ThirdPerson|
			grammar.Document|grammar.Thanks|grammar.Greeting) || words.Function(p.q.Language).Has(w.Fold)
}
