package evidence

import (
	"slices"

	"pincite/internal/confidence"
)

// After tells that the question comes after a turn that showed a section first.
func (p *Plan) After(section int) { p.shown = section }

// Borrow adds the words of the turn before that the question does not have itself,
// beside which those that only ask do no more than that, and asks for what that asked for
// where it does not ask for anything itself: "and for the annual one?". Copies of the plan
// stay as they are.
func (p *Plan) Borrow(before Plan) {
	p.follows, p.topic = true, false
	if p.Asked == 0 {
		p.Asked = before.Asked
	}
	p.words, p.languages = slices.Clone(p.words), slices.Clip(p.languages)
	if before.Weight() > 0 {
		for i := range p.words {
			if p.words[i].asks {
				p.words[i].ask()
			}
		}
	}
	for _, w := range before.words {
		if !slices.ContainsFunc(p.words, func(own word) bool { return own.surface == w.surface }) {
			w.borrowed = true
			p.words = append(p.words, w)
		}
	}
	for _, lang := range before.languages {
		if !slices.Contains(p.languages, lang) {
			p.languages = append(p.languages, lang)
		}
	}
}

// bare is how much of what a follow-up means it leaves unsaid, 0 to 1.
func (p Plan) bare() float64 { return p.params.Unsaid / (p.params.Unsaid + p.Weight()) }

// ownShare is the share of the question's own words that the document's own words meet, 1
// where it has none.
func (p Plan) ownShare(met []Met) float64 { return p.shareOf(met, word.own) }

// shareOf is the same for the words of a kind.
func (p Plan) shareOf(met []Met, is func(word) bool) float64 {
	var got, all float64
	for i, w := range p.words {
		if is(w) {
			got += w.weight * met[i].Text
			all += w.weight
		}
	}
	if all == 0 {
		return 1
	}
	return got / all
}

func (w word) isBorrowed() bool { return w.borrowed }

// Stays is how far a follow-up stays with the section that was shown, 0 to 1, where another
// is the best by itself: the less, the more that has of the follow-up's own words which the
// one shown lacks, "and the annual one?", as far as it has those of the turn before too.
func (p Plan) Stays(shown, best Section) float64 {
	own := p.ownShare(best.Met)
	if own == 0 || !slices.ContainsFunc(p.words, word.isBorrowed) {
		return 1
	}
	lacks := max(0, 1-p.ownShare(shown.Met)/own)
	return 1 - lacks*p.shareOf(best.Met, word.isBorrowed)
}

// noteTurn notes how a section stands to what the turn before showed.
func (c *Collection) noteTurn(f *confidence.Features, p Plan, section int, quoted Sentence) {
	if p.follows {
		f.Follow, f.Bare, f.FollowText, f.FollowSection = 1, p.bare(), p.ownShare(quoted.Met), f.Section
	}
	if p.shown < 0 {
		return
	}
	f.Turn = 1
	switch {
	case section == p.shown && p.follows:
		f.Stays = 1
	case section != p.shown && !c.within(section, p.shown):
		f.Apart = f.Few
	}
}

// lead is by how much the first section leads the best of the others by itself, 0 to 1:
// that the turn before showed it says nothing of what it answers, and what it introduces or
// is introduced by is no other place.
func (c *Collection) lead(found []Section) float64 {
	first, second := found[0].Score-found[0].Preferred, 0.0
	for i := range found[1:] {
		if c.within(found[0].Index, found[1+i].Index) {
			continue
		}
		second = max(second, found[1+i].Score-found[1+i].Preferred)
	}
	if len(found) == 1 || first <= 0 {
		return 1
	}
	return max(0, 1-second/first)
}

// within reports whether one of two sections is right below the other.
func (c *Collection) within(a, b int) bool {
	return c.doc.Sections[a].Parent == b || c.doc.Sections[b].Parent == a
}
