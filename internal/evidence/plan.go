package evidence

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/evidence/passages"
	"pincite/internal/search"
	"pincite/internal/sought"
	"pincite/internal/spell"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A Plan is a question made ready for the index: its words, each with what
// counts as that word in which field, and the kind of thing that it asks for.
type Plan struct {
	Asked sought.Kind // the kind of thing that is asked for
	Thing string      // the question's word for it, in lower case; "" for none
	Many  bool        // it is asked how many there are of the thing
	Verb  string      // the question's word for what is done, where it asks who does it; "" for none

	params    *Params
	words     []word
	languages []string // in which some word has a match
	topic     bool     // it is no more than the name of a thing
	follows   bool     // it has borrowed what it leaves unsaid
	spelt     string   // words that initialisms of the question stand for
	shown     int      // the section that the turn before showed first; -1 for none
}

// A word is one content word of a question, or a pair of Han characters.
type word struct {
	surface  string             // as typed, lower case
	weight   float64            // how telling it is, 0 to 1: its share in coverage
	known    bool               // it occurs in the document or its annotations
	inText   bool               // it occurs in a sentence of the document
	everyday bool               // it is too common to name a topic
	name     bool               // it is written as a name, or is a number
	asks     bool               // it only asks where other words say what about: "how", "long"
	asking   bool               // it does
	naming   bool               // it names the document, with others
	quoted   bool               // it did, but is quoted
	told     bool               // it stands only where the message tells, not where it asks
	spelling bool               // it is another spelling of words before
	whole    []int              // the places of the words that it writes as one
	borrowed bool               // it was said in the turn before, not in this question
	joined   bool               // it is a pair of Han characters, and begins with the second of the pair before
	variants map[string]variant // what counts as it, by language and term
	near     map[string]float64 // what means nearly the same, likewise, and how nearly: it only says where to look
}

// own reports whether a word is of what the question itself is about.
func (w word) own() bool { return !w.borrowed && !w.spelling && !w.asking && !w.told }

// meets reports whether the term that k names counts as the word, by a relation no wider
// than widest.
func (w word) meets(k string, widest relation) bool {
	v, ok := w.variants[k]
	return ok && v.how <= widest
}

// A variant is a term that counts as a word.
type variant struct {
	how  relation
	sure float64 // 0 to 1: how well it meets what was typed
}

// A relation is how a term stands to the word that it counts as.
type relation int

// The relations, the closest first.
const (
	itself  relation = iota // the word, or an inflexion of it
	spelled                 // a word that it may be a misspelling of
	same                    // a see-reference says that it means the same
	related                 // a see-reference says that it has to do with it
	kin                     // a word of the text that begins alike
)

// key names a term in a language.
func key(language, term string) string { return language + ":" + term }

// Plan analyses the words of topic, which is asked in language ("" if that is
// not known), in every language whose script they are in. It fails when the finding
// aids of a language cannot be indexed.
func (c *Collection) Plan(topic, language string) (Plan, error) {
	p := Plan{params: &c.params, shown: -1}
	at := map[int]int{} // byte at which a word starts -> its place in p.words
	topic, p.spelt = c.set.Spell(topic)
	topic = c.set.Own().Parted(topic)
	typed := passages.PlainText(topic)
	topic = c.set.Fold(topic)
	for _, lang := range c.set.ReadIn(topic, language) {
		found, err := c.addLanguage(&p, at, topic, lang, language, len(typed))
		if err != nil {
			return Plan{}, err
		}
		if found {
			p.languages = append(p.languages, lang)
		}
	}
	p.noteWholes()
	p.noteDates(typed, at)
	c.noteNaming(&p)
	return p, nil
}

// Clone returns a copy, so that a message may be read in more ways than one without its
// words being looked up again.
func (p Plan) Clone() Plan {
	p.words = slices.Clone(p.words)
	return p
}

// isHan reports whether a word begins with a Han character.
func isHan(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return text.IsHan(first)
}

// addLanguage adds the words of topic as lang sees them, and reports whether any
// of them has a match there. What follows the first typed bytes are other
// spellings of words before: they are looked for, and weigh nothing.
func (c *Collection) addLanguage(p *Plan, at map[int]int, topic, lang, asked string, typed int) (found bool, err error) {
	x, err := c.set.Index(lang)
	if err != nil {
		return false, err
	}
	if lang == "zh" {
		topic = text.Simplified(topic)
	}
	tokens := x.Analyze(topic)
	if inPairs(lang) {
		tokens = contentPairs(tokens, lang, x.Knows)
	}
	shared := len(p.words) > 0 && lang != asked && text.Scripts(lang)[0] == text.Scripts(asked)[0] // words that it lacks are those of the other language
	for n, t := range tokens {
		w := p.at(at, topic, t, lang, shared)
		if w == nil {
			continue
		}
		before := w.weight
		w.weight, w.joined = 0, n > 0 && overlap(tokens[n-1], t)
		c.match(x, w, topic, t, shared)
		seam := w.joined || n+1 < len(tokens) && overlap(t, tokens[n+1])
		if inPairs(lang) && len(w.variants) == 0 && seam {
			w.weight *= c.params.Pair
		}
		for _, ref := range x.See(tokens, n) {
			c.follow(x, w, ref)
		}
		w.addNear(x, &c.params, t.Term)
		c.temper(w, t, lang)
		w.weight = max(w.weight, before)
		if t.Start >= typed {
			w.spelling, w.weight = true, 0
		}
		found = found || len(w.variants) > 0 || len(w.near) > 0
	}
	if inPairs(lang) {
		found = p.addCharacters(x, tokens, at) || found
	}
	return found, nil
}

// temper lowers the weight of a word that says little in any question.
func (c *Collection) temper(w *word, t search.Token, lang string) {
	if words.IsEveryday(w.surface, lang) {
		w.everyday = true
		w.weight *= c.params.Everyday
	}
	if isEnding(t.Term) {
		w.weight *= c.params.Ending
	}
}

// at returns the word of a token, made when it is new; nil if it is not a word in
// this language, or was said before.
func (p *Plan) at(at map[int]int, topic string, t search.Token, lang string, shared bool) *word {
	surface := strings.ToLower(topic[t.Start:t.End])
	if !text.InScriptOf(surface, lang) {
		return nil
	}
	if i, ok := at[t.Start]; ok {
		return &p.words[i]
	}
	if shared || slices.ContainsFunc(p.words, func(w word) bool { return w.surface == surface }) {
		return nil
	}
	at[t.Start] = len(p.words)
	p.words = append(p.words, word{surface: surface, name: isName(topic, t, lang), variants: map[string]variant{}})
	return &p.words[len(p.words)-1]
}

// match adds what counts as a token, and weighs it. A word that the vocabulary
// lacks is tried as a misspelling, unless it is a name: nobody who asks about Taiwan
// means something else.
func (c *Collection) match(x *passages.Index, w *word, topic string, t search.Token, shared bool) {
	if x.Knows(t.Term) {
		w.known = true
		w.inText = w.inText || x.Engine.DocFreq(string(passages.SentenceBody), t.Term) > 0
		w.add(x, t.Term, variant{itself, 1})
		w.addKin(x, &c.params, t.Term)
		return
	}
	if shared {
		return // not a word of this language: neither misspelt nor strange in it
	}
	var guesses []spell.Guess
	if !w.name {
		guesses = c.set.Guess(w.surface, x.Language)
	}
	if len(guesses) > 0 && !slices.ContainsFunc(guesses, func(g spell.Guess) bool { return len(x.Analyze(g.Word)) > 0 }) {
		w.everyday = true // a function word, misspelt
		return
	}
	for _, g := range guesses {
		for _, t := range x.Analyze(g.Word) {
			if x.Knows(t.Term) {
				w.add(x, t.Term, variant{spelled, 1 - c.params.Guess*g.Cost})
			}
		}
	}
	if len(w.variants) == 0 {
		w.addKin(x, &c.params, t.Term)
		w.weight = 1
		if supposed(topic, t) {
			w.name, w.weight = false, c.params.Supposed
		}
	}
}

// follow adds the words of a see-reference, which together count as the word that
// they stand for.
func (c *Collection) follow(x *passages.Index, w *word, ref passages.Reference) {
	how, sure := related, c.params.See
	if ref.Same {
		how, sure = same, 1
	}
	for _, stem := range ref.To {
		if x.Knows(stem) {
			w.add(x, stem, variant{how, sure / float64(len(ref.To))})
		}
	}
}

// add adds a variant and raises the weight of the word to what it tells.
func (w *word) add(x *passages.Index, term string, v variant) {
	k := key(x.Language, term)
	if old, ok := w.variants[k]; !ok || v.how < old.how {
		w.variants[k] = v
	}
	w.weight = max(w.weight, x.Telling(term))
}

// isName reports whether a word is written as a name is, with a capital inside a
// text that is not all in capitals, or is a number. In German every noun is.
func isName(topic string, t search.Token, language string) bool {
	first, size := utf8.DecodeRuneInString(topic[t.Start:])
	next, _ := utf8.DecodeRuneInString(topic[t.Start+size:])
	return unicode.IsDigit(first) || language != "de" && t.Start > 0 && unicode.IsUpper(first) && unicode.IsLower(next)
}

// query is what the plan asks of the passages in one language: every word in every
// field of sentences, and in the questions of the finding aids.
// Only the best sections are looked at closer, and of them so many passages that one
// that is a whole book does not make the question expensive.
func (p Plan) query(x *passages.Index, only []int) search.Query {
	q := search.Query{Tie: p.params.Tie, K1: p.params.K1, B: p.params.B, Explain: true, Limit: maxHits, Groups: maxSections}
	for _, i := range only {
		q.Tags = append(q.Tags, passages.Tag(i))
	}
	for _, w := range p.words {
		weight := 1.0
		if w.borrowed {
			weight = p.params.Borrowed
		}
		switch {
		case w.naming && w.asking:
			weight *= p.params.Naming
		case w.asking:
			weight *= p.params.Asking
		case w.told:
			weight *= p.params.Told
		case w.everyday:
			weight *= p.params.Everyday
		}
		q.Clauses = append(q.Clauses, search.Clause{Any: w.matches(x, p.params), Weight: weight})
	}
	return q
}

// matches are the variants of a word in each field that has them, in order.
func (w word) matches(x *passages.Index, params *Params) []search.Match {
	var out []search.Match
	sure := w.sure()
	for _, k := range slices.Sorted(maps.Keys(sure)) {
		lang, term, _ := strings.Cut(k, ":")
		if lang != x.Language {
			continue
		}
		idf := x.IDF(term)
		for _, f := range passages.Fields {
			if f == passages.SectionAll || x.Engine.DocFreq(string(f), term) == 0 {
				continue
			}
			boost := sure[k] * params.boost(f) * idf / x.Engine.IDF(string(f), term)
			out = append(out, search.Match{Field: string(f), Term: term, Boost: boost})
		}
	}
	return out
}

// weighs is what the words of a plan weigh together in an index, by idf, those of the turn
// before among them; a word that the language does not know weighs as much as the rarest.
func (p Plan) weighs(x *passages.Index) float64 {
	var sum float64
	for _, w := range p.words {
		if !w.own() && !w.borrowed {
			continue
		}
		best, known := 0.0, false
		for k := range w.variants {
			if term, ok := strings.CutPrefix(k, x.Language+":"); ok {
				best, known = max(best, x.IDF(term)), true
			}
		}
		if !known {
			best = x.IDF("") * w.weight
		}
		sum += best
	}
	return sum
}

// Vague reports whether there is no word to look for but a single everyday one that
// no sentence of the document has ("how often?").
func (p Plan) Vague() bool {
	return len(p.words) == 0 || len(p.words) == 1 && p.words[0].everyday && !p.words[0].inText
}

// Empty reports whether there is no word to look for.
func (p Plan) Empty() bool { return len(p.words) == 0 }

// Weight is what the question's own words weigh together, 0 to 1 each.
func (p Plan) Weight() float64 {
	var all float64
	for _, w := range p.words {
		if !w.borrowed {
			all += w.weight
		}
	}
	return all
}

// maxBrief is how many words a brief question has: of many that are too common to tell
// anything, none is left unsaid.
const maxBrief = 8

// Brief reports whether the question says so little itself that it may go on from the turn
// before.
func (p Plan) Brief() bool { return p.Weight() < p.params.BriefBelow && p.narrowing() <= maxBrief }

// Each calls f for every word with a line on how it was read.
func (p Plan) Each(f func(surface, reading string)) {
	for _, w := range p.words {
		f(w.surface, fmt.Sprintf("weight %.2f, %s, %d variants", w.weight, w.reading(), len(w.variants)))
	}
}

// reading says how a word was taken.
func (w word) reading() string {
	how := kin + 1
	for _, v := range w.variants {
		how = min(how, v.how)
	}
	switch {
	case w.asking:
		return "only asks"
	case w.borrowed:
		return "from the turn before"
	case w.known:
		return "known"
	case how == spelled:
		return "misspelt"
	case how <= related:
		return "by a see-reference"
	case how == kin:
		return "by its kin"
	}
	return "unknown"
}
