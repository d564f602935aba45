package question

import (
	"slices"
	"strings"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/listing"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/structure"
	"pincite/internal/question/titles"
)

// mentions claims a wish for every place of some words that can hardly be anything else.
func (p *parser) mentions() bool {
	l := p.listing()
	return l.Sure() && !p.tasked() && !p.belongs() && p.list(l, "")
}

// belongs reports whether a message asks nothing but which section holds one that it names by
// its title: "in which chapter is Guests?".
func (p *parser) belongs() bool {
	if !slices.ContainsFunc(p.Found, func(r reference.Found) bool { return r.Refs[0].Rule == "title" }) {
		return false
	}
	_, ok := structure.ReadParent(&p.Message)
	return ok
}

// pieces claims the wish for every piece of text with some words, which may be a title.
func (p *parser) pieces() bool {
	l := p.listing()
	called := func(r reference.Found) bool { // "where is the sick leave part?"
		return r.Refs[0].Rule == "title" && (p.Tokens[r.To-1].Level != 0 || r.To < len(p.Tokens) && p.Tokens[r.To].Level != 0)
	}
	return l.Likely() && l.Pieces() && !slices.ContainsFunc(p.Found, called) && p.list(l, prose.Topic(p.Body, p.Words, true))
}

// maybeMentions claims one that may ask something else, "every rule that says dogs are
// welcome": where nothing has the words, it is searched for.
func (p *parser) maybeMentions() bool {
	l := p.listing()
	return l.Likely() && p.list(l, prose.Topic(p.Body, p.Words, true))
}

// list sets the question to a wish for a list, unless sections are named without some of
// them: "all of part 3 but measure 8".
func (p *parser) list(l listing.Listing, otherwise string) bool {
	if slices.ContainsFunc(p.Found, func(r reference.Found) bool { return r.Refs[0].Rule == "neighbour" }) {
		return false
	}
	if l.OfLevel() {
		otherwise = ""
	}
	p.q.Topic, p.q.Else, p.q.Not = strings.TrimSpace(p.Body[l.From:l.To]), otherwise, l.Without()
	if l.Which() && otherwise != "" {
		p.q.Else = p.q.Topic // and not of the words that ask in which section
	}
	p.q.Refs, p.q.Level = p.RefsIf(p.places), p.levelListed(l.Frame)
	p.q.Except = p.denied()
	return p.is(Mentions, "mentions")
}

// denied returns the sections that are surely said not to be meant: "besides rule 3".
func (p *parser) denied() []locate.Ref {
	return p.RefsIf(func(r *reference.Found) bool { return message.Untitled(r) && r.Denied > 0 })
}

// places reports whether r is where something is to be: "in measure 13", 第三部分里, 第三部分哪些, but
// neither "besides measure 13" nor "not in measure 13".
func (p *parser) places(r *reference.Found) bool {
	if !message.Untitled(r) || r.Denied > 0 {
		return false
	}
	if p.Tokens[r.From].Han() && r.To < len(p.Tokens) && grammar.In(&p.Tokens[r.To], grammar.Inside|grammar.Within|grammar.Ask) {
		return true
	}
	before := r.From - 1
	for before > 0 && grammar.In(&p.Tokens[before], grammar.Article) {
		before--
	}
	return before >= 0 && grammar.In(&p.Tokens[before], grammar.Inside)
}

// levelListed returns the level gone through, which a frame names. Words for whatever
// section there is are none, and neither are the parts of "which parts of the document".
func (p *parser) levelListed(frame []phrase.Token) string {
	var named []phrase.Token
	for i := range frame {
		w := frame[i]
		wide := !p.Table.Lowest(p.Table.Kind(w.Level)) && i+1 < len(frame) && grammar.In(&frame[i+1], grammar.Of) && !(i+2 < len(frame) && frame[i+2].Ref)
		if !grammar.In(&w, grammar.AnySection) && !wide {
			named = append(named, w)
		}
	}
	return p.LevelOf(named)
}

// listing reads the message as a wish for a list.
func (p *parser) listing() listing.Listing {
	titled := slices.ContainsFunc(p.Found, func(r reference.Found) bool { return r.Strength >= titles.Medium && r.Refs[0].Rule == "title" })
	return listing.Read(p.Body, p.CollapseIf(message.Untitled), p.Language, titled)
}
