package outline

import (
	"slices"
	"strings"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/outline/levels"
)

// withPhrases adds the headings that begin with words of the text's own and a number, as
// "Byelaw 3" and "Provisional article 1", of which only the sequence tells.
func (p *parse) withPhrases(cands []*levels.Candidate) []*levels.Candidate {
	const most = 8 // such words in a text
	byKind, order := map[string][]*levels.Candidate{}, []string{}
	taken := p.taken(cands)
	for i := range p.Lines {
		if taken[i] || !p.beginsParagraph(i) {
			continue
		}
		if m, ok := heading.Phrase(p.Line(i)); ok {
			if byKind[m.Kind] == nil {
				order = append(order, m.Kind)
			}
			c := &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)}
			c.Shape.Doubt = false
			byKind[m.Kind] = append(byKind[m.Kind], c)
		}
	}
	var found []*levels.Candidate
	judge := p.newPhraseJudge(cands)
	for _, kind := range order {
		group := byKind[kind]
		switch {
		case !counts(group):
		case len(p.phrases) < most && (judge.units[group[0].Mark.Beside] >= fewest || judge.ownWord(group)):
			found = append(found, group...)
			p.phrases[kind] = group[0].Mark.Words()
		default:
			for _, c := range group {
				p.figures[c.Line] = len(group) > 1
			}
		}
	}
	return merge(found, cands)
}

// taken returns the lines of candidates that are more than capitals.
func (p *parse) taken(cands []*levels.Candidate) map[int]bool {
	out := map[int]bool{}
	for _, c := range cands {
		out[c.Line] = !capitals(c)
	}
	return out
}

// counts reports numbers that count from 1 on, hardly one left out.
func counts(group []*levels.Candidate) bool {
	off := 0
	for i := 1; i < len(group); i++ {
		if !group[i].Mark.Follows(&group[i-1].Mark) {
			off++
		}
	}
	return group[0].Mark.Number == 1 && off*5 <= len(group)
}

// A phraseJudge knows of a text what tells whether its sections are counted by a phrase.
type phraseJudge struct {
	*parse
	units    map[string]int // headings with the word of a unit, by kind
	sections bool           // something is numbered as sections are, or the format gives headings
	others   int            // headings with bare numbers
	above    []int          // bytes of text above each line, and of all
}

func (p *parse) newPhraseJudge(cands []*levels.Candidate) *phraseJudge {
	j := &phraseJudge{parse: p, units: map[string]int{}, sections: p.formatted(), above: make([]int, len(p.Lines)+1)}
	for _, c := range cands {
		if c.Mark.Kind != "" {
			j.units[c.Mark.Kind]++
		}
	}
	for _, c := range numberedOf(cands) {
		j.sections = j.sections || c.Mark.Rank >= lexicon.RankSection
		if c.Mark.Weak() && !c.Shape.Stop {
			j.others++
		}
	}
	for i := range p.Lines {
		j.above[i+1] = j.above[i]
		if !p.Lines[i].Out {
			j.above[i+1] += p.Lines[i].Span.Len()
		}
	}
	return j
}

// ownWord reports that a text counts its sections by a word of its own: nothing else is
// numbered as they are, they begin near the top, and there is text below them. Of tables,
// figures and examples one of these is not so.
func (j *phraseJudge) ownWord(group []*levels.Candidate) bool {
	const share = 5 // before the first
	if len(group) < fewest || j.sections || j.others >= len(group) ||
		j.above[group[0].Line]*share > j.above[len(j.Lines)] {
		return false
	}
	for i, c := range group {
		next := len(j.Lines)
		if i+1 < len(group) {
			next = group[i+1].Line
		}
		if !c.Shape.Stop && !j.textIn(c.Line+1, next) {
			return false
		}
	}
	return true
}

// withCodes adds the headings that a code tells, as "A1-2 Gloves" and "17/041 Leave", if
// these count.
func (p *parse) withCodes(cands []*levels.Candidate) []*levels.Candidate {
	taken := p.taken(cands)
	var codes []*levels.Candidate
	for i := range p.Lines {
		if taken[i] || !p.beginsParagraph(i) {
			continue
		}
		if m, ok := heading.Code(p.Line(i)); ok {
			codes = append(codes, &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)})
		}
	}
	codes = withoutRows(codes)
	stray, last := 0, map[string]*heading.Mark{}
	for _, c := range codes {
		m := &c.Mark
		if before := last[m.Style]; before != nil && (m.Prefix == before.Prefix && m.Number <= before.Number || m.Prefix != before.Prefix && m.Number > 1) {
			stray++
		}
		last[m.Style] = m
	}
	if len(codes) < fewest || stray*5 > len(codes) {
		return cands
	}
	return merge(codes, cands)
}

// withoutRows drops the codes of lines right below each other, as in a list of parts.
func withoutRows(codes []*levels.Candidate) []*levels.Candidate {
	var out []*levels.Candidate
	row := false // the code before is one
	for i, c := range codes {
		above := row && codes[i-1].Line+1 == c.Line
		row = above || i+1 < len(codes) && codes[i+1].Line == c.Line+1 && !strings.HasPrefix(codes[i+1].Mark.Prefix, c.Mark.Full())
		if row = row && !c.Shape.Stop; !row {
			out = append(out, c)
		}
	}
	return out
}

// beginsParagraph reports that line i is the first of a paragraph of text.
func (p *parse) beginsParagraph(i int) bool {
	l := &p.Lines[i]
	return !l.Out && (l.Kind == block.Text && (l.Gap || !l.Soft || l.Room >= muchRoom) || l.Kind == block.Paragraph)
}

// withoutPhrases returns the candidates that are not counted by words of the text's own.
func withoutPhrases(cands []*levels.Candidate) []*levels.Candidate {
	return slices.DeleteFunc(slices.Clone(cands), hasOwnWord)
}

// hasOwnWord reports a heading that a word of the text's own counts.
func hasOwnWord(c *levels.Candidate) bool {
	return c.Mark.Kind != "" && lexicon.Rank(c.Mark.Kind) == 0 && c.Mark.Beside == ""
}

// besidePhrases puts titles on the level of the headings that words of the text's own count,
// but for those that stand right above some of these.
func besidePhrases(titles, cands []*levels.Candidate) []*levels.Candidate {
	held := map[int]bool{}
	for _, c := range cands {
		held[c.Line-1] = hasOwnWord(c)
	}
	for _, c := range titles {
		if !held[c.Line] {
			c.Mark = heading.Beside()
		}
	}
	return titles
}
