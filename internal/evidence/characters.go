package evidence

import (
	"pincite/internal/evidence/passages"
	"pincite/internal/search"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// mostPairs is how many pairs of a text a Han character begins at most that is looked for by
// itself: what begins more of them tells little.
const mostPairs = 24

// addCharacters adds, for pairs of Han characters that the text has not, the pairs that one
// of their characters begins: people say in one character what is written in two, "打" for
// "打击". As with other words that mean nearly the same, they say where to look and no more.
// tokens are the pairs of the question, which stand in p.words where at says. It reports
// whether there are any such pairs.
func (p *Plan) addCharacters(x *passages.Index, tokens []search.Token, at map[int]int) (found bool) {
	said := map[rune]bool{} // by a pair that the text has, or another
	for _, t := range tokens {
		if i, ok := at[t.Start]; ok && len(p.words[i].variants) > 0 {
			for _, r := range t.Term {
				said[r] = true
			}
		}
	}
	function, particles := words.Function(x.Language), words.Particles(x.Language)
	for _, t := range tokens {
		i, ok := at[t.Start]
		if !ok || len(p.words[i].variants) > 0 {
			continue
		}
		for _, r := range t.Term {
			s := string(r)
			if !said[r] && text.IsHan(r) && !function.Has(s) && !particles.Has(s) && !words.IsEveryday(s, x.Language) {
				p.words[i].addCharacter(x, p.params, s)
			}
			said[r] = true
		}
		found = found || len(p.words[i].near) > 0
	}
	return found
}

// addCharacter adds the pairs of the text that a character begins. Each counts as much as
// the character tells, which is in as many sections as they are together, if not fewer.
func (w *word) addCharacter(x *passages.Index, params *Params, s string) {
	var pairs []string
	in := 0
	for pair := range x.Engine.WithPrefix(string(passages.SentenceBody), s) {
		if len(pairs) == mostPairs {
			return
		}
		if pair != s {
			pairs = append(pairs, pair)
			in += x.Engine.DocFreq(string(passages.SectionAll), pair)
		}
	}
	for _, pair := range pairs {
		if w.near == nil {
			w.near = map[string]float64{}
		}
		k := key(x.Language, pair)
		w.near[k] = max(w.near[k], params.Near*min(x.IDFOf(in)/x.IDF(pair), 1))
	}
}
