package question

import (
	"slices"

	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
)

// mentions claims the wish for every section that speaks of something, or for
// every one that does not. Slips in the frame are forgiven.
func (p *parser) mentions() bool {
	if p.mentionsFramed() {
		return true
	}
	typed, framed := p.words, lexicon.Framed(p.words)
	if framed == nil {
		return false
	}
	p.words = framed
	if p.mentionsFramed() {
		return true
	}
	p.words = typed
	return false
}

// notMentioned is the value of the patterns for sections that lack the topic.
const notMentioned = 1

func (p *parser) mentionsFramed() bool {
	for i := range p.words {
		m, pat := lexicon.All().Mentions.Longest(p.words, i)
		if pat == nil {
			continue
		}
		t := p.topic(m.Topic, m.TopicEnd)
		if t == "" || !slices.ContainsFunc(p.words[m.Topic:m.TopicEnd], func(w phrase.Token) bool { return hasContent(&w) }) {
			continue
		}
		p.q.Kind, p.q.Topic, p.q.Refs = Mentions, t, p.refs(reference.Strong)
		p.q.Level, p.q.Not = p.levelAsked(m), pat.Value == notMentioned
		return true
	}
	return false
}

// levelAsked returns the level that a wish for mentions names outside its topic:
// "which measures mention …". Words for whatever section there is are none,
// and neither are the parts of "which parts of the document".
func (p *parser) levelAsked(m phrase.Match) string {
	frame := make([]phrase.Token, 0, len(p.words))
	for i := m.Start; i < m.End; i++ {
		w := p.words[i]
		inTopic := i >= m.Topic && i < m.TopicEnd
		wide := !p.table.Lowest(p.table.Kind(w.Level)) && ofWords[next(p.words, i+w.Width-1)]
		if !inTopic && !anySection[w.Fold] && !wide {
			frame = append(frame, w)
		}
	}
	return p.levelOf(frame)
}

var (
	// anySection are words that a document may have for one of its levels and
	// people use of all.
	anySection = lexicon.Of(`section sections sec paragraph paragraphs para provision provisions number numbers rule rules
		разделах разделы разделов раздел абзац номер seccion secciones parrafo numero disposiciones 款 号`)
	ofWords = lexicon.Of("of in de del en документа документе текста тексте мнений мнениях из")
)
