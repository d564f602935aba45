package titles

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// Titles are the titles of a document's sections as folded words. They are safe for
// concurrent use.
type Titles struct {
	all     []title
	first   map[string][]int // by first word: places in all
	stems   map[string][]int // places of Cyrillic titles, by how the first word begins
	annex   []int            // sections that are called an annex
	known   func(word string) bool
	doc     *document.Document
	most    int                      // the words of the longest
	spelt   func() map[rune][]string // made when first called
	words   func() map[string][]int  // the sections whose titles have a word; made when first called
	letters func() map[string][]int  // those whose titles begin with a letter; made when first called
	counts  func() []count           // made when first called
}

// A title has its fields in capitals for what keeps it.
type title struct {
	Words   []string
	Section int
	Short   bool          // initials, which name nothing where they are a word of the document
	Level   bool          // the name of its level, which names it where no number stands beside it
	Span    document.Span // the part of the section that it stands above; empty for all of it
}

// sureTitle is the length in words from which a title inside a question is no
// accident.
const sureTitle = 4

// New returns the titles of d. kept keeps what they are made of, under a name, and
// returns what it has, or has made first; it may be nil.
func New(d *document.Document, known func(string) bool, kept func(name string, make func() []byte) []byte) *Titles {
	if kept == nil {
		kept = func(_ string, make func() []byte) []byte { return make() }
	}
	t := &Titles{first: map[string][]int{}, stems: map[string][]int{}, known: known, doc: d}
	t.spelt, t.words, t.letters, t.counts = sync.OnceValue(t.spell), sync.OnceValue(t.byWord), sync.OnceValue(t.byLetter), sync.OnceValue(t.byCount)
	if !t.decode(kept(form, func() []byte { return readTitles(d).encode() })) {
		r := readTitles(d)
		t.all, t.annex = r.all, r.annex
	}
	for n := range t.all {
		words := t.all[n].Words
		t.most = max(t.most, len(words))
		t.first[words[0]] = append(t.first[words[0]], n)
		if first := (phrase.Token{Fold: words[0]}); first.Cyrillic() {
			t.stems[stem(words[0])] = append(t.stems[stem(words[0])], n)
		}
		if len(words) > 1 { // "setup" for "set-up"
			t.first[words[0]+words[1]] = append(t.first[words[0]+words[1]], n)
		}
	}
	return t
}

// names reports whether title n names its section.
func (t *Titles) names(n int) bool { return !t.all[n].Short || !t.known(t.all[n].Words[0]) }

// Find returns the titles that stand among tokens, by the token at which they
// begin; what is quoted may be a part of one.
func (t *Titles) Find(body string, tokens []phrase.Token) map[int]Match {
	out := map[int]Match{}
	tokens = t.respelt(tokens)
	words, n, free := phrase.Words(tokens), -1, 0
	for i := range tokens {
		if tokens[i].Mark {
			continue
		}
		if n++; i < free {
			continue // within the title before
		}
		r, ok := t.at(body, tokens, i)
		if !ok {
			r, ok = t.quoted(body, tokens, i)
		}
		if !ok {
			r, ok = t.announced(tokens, i, words[n:])
		}
		if !ok {
			r, ok = t.followed(tokens, i)
		}
		if ok {
			out[i], free = r, r.To
		}
	}
	return out
}

// at returns the longest title that begins at token i.
func (t *Titles) at(body string, tokens []phrase.Token, i int) (Match, bool) {
	best := Match{From: i}
	var found []int
	first, _, _ := strings.Cut(bare(tokens[i].Fold), "-")
	for _, n := range t.first[first] {
		to, ok := follows(tokens, i, t.all[n].Words)
		switch {
		case !ok || to < best.To || !t.names(n) || t.all[n].Level && counted(tokens, i, to):
		case to > best.To:
			best.To, found = to, []int{n}
		default:
			found = append(found, n)
		}
	}
	if found == nil {
		if m, ok := t.inflected(tokens, i); ok {
			return m, true
		}
	}
	if found == nil && len(t.annex) == 1 && grammar.Lists(grammar.LevelApart, tokens[i].Fold) && !designated(tokens, i+1) {
		s := &t.doc.Sections[t.annex[0]]
		return Match{locate.Ref{Kind: s.Kind, Rule: "title", Sections: t.annex}, i, i + 1, Strong}, true // "appendix", where it is called an annex
	}
	annex := best.To > i && isAnnex(tokens[i:best.To]) && !bareNumber(tokens, best.To)
	if found == nil || best.To-i == 1 && !annex && (isLevel(&tokens[i]) || bareNumber(tokens, i)) {
		return Match{}, false
	}
	best.Ref = t.ref(found)
	switch {
	case annex, quotedAt(body, tokens[i].Start, tokens[best.To-1].End), i > 0 && grammar.In(&tokens[i-1], grammar.Article) &&
		quotedAt(body, tokens[i-1].Start, tokens[best.To-1].End), len(t.all[found[0]].Words) >= sureTitle, t.isLabel(found[0], body[tokens[i].Start:tokens[best.To-1].End]):
		best.Strength = Strong
	}
	return best, true
}

// isLabel reports whether s is what the section of title n is called by its number, in words
// that are read as its title: "İkinci Bölüm".
func (t *Titles) isLabel(n int, s string) bool {
	section := &t.doc.Sections[t.all[n].Section]
	return !section.Designation.IsZero() && strings.EqualFold(section.Label, s)
}

// follows reports whether words stand among tokens from i on, joined or apart, and where
// they end.
func follows(tokens []phrase.Token, i int, words []string) (int, bool) {
	rest := strings.Join(words, "")
	for rest != "" {
		for i < len(tokens) && (tokens[i].Mark || joins(&tokens[i])) {
			i++
		}
		if i >= len(tokens) {
			return 0, false
		}
		var ok bool
		if rest, ok = strings.CutPrefix(rest, strings.ReplaceAll(bare(tokens[i].Fold), "-", "")); !ok {
			return 0, false
		}
		i++
	}
	return i, true
}

// ref is the reference to the sections of titles, which are in document order.
func (t *Titles) ref(found []int) locate.Ref {
	first := t.all[found[0]]
	s := &t.doc.Sections[first.Section]
	r := locate.Ref{Kind: s.Kind, From: s.Designation.Normal, To: s.Designation.Normal, Rule: "title"}
	if len(found) == 1 && !first.Span.Empty() {
		r.Spans = []document.Span{first.Span}
	}
	for _, n := range found {
		if last := len(r.Sections) - 1; last < 0 || r.Sections[last] != t.all[n].Section {
			r.Sections = append(r.Sections, t.all[n].Section)
		}
	}
	return r
}

func quotedAt(body string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(body[:start])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(body[end:], ".!?… "))
	return text.IsQuote(before) && text.IsQuote(after)
}

// quoted returns the section whose title, and no other, has the quoted words that
// begin at token i.
func (t *Titles) quoted(body string, tokens []phrase.Token, i int) (Match, bool) {
	before, _ := utf8.DecodeLastRuneInString(body[:tokens[i].Start])
	if !text.IsQuote(before) {
		return Match{}, false
	}
	for to := i + 1; to <= len(tokens); to++ {
		if quotedAt(body, tokens[i].Start, tokens[to-1].End) {
			begin := i
			if grammar.In(&tokens[i], grammar.Article) {
				begin++ // titles are kept without
			}
			n, ok := t.holding(folded(tokens[begin:to]), 2)
			if !ok {
				return Match{}, false
			}
			strength := Medium
			if len(t.all[n[0]].Words) == to-begin {
				strength = Strong // the whole of it
			}
			return Match{t.ref(n), i, to, strength}, true
		}
	}
	return Match{}, false
}

// announced reads "the section titled …", "whose title begins …" at token i; words
// are those from there on.
func (t *Titles) announced(tokens []phrase.Token, i int, words []phrase.Token) (Match, bool) {
	m, p := grammar.All().Set("titled").Longest(words, 0)
	if p == nil || words[0].Plural { // "the measures on discipline" are several
		return Match{}, false
	}
	for end := m.TopicEnd; end > m.Topic; end-- {
		n, ok := t.holding(folded(words[m.Topic:end]), 1)
		if !ok {
			continue
		}
		to := i
		for to < len(tokens) && tokens[to].Start < words[end-1].End {
			to++
		}
		return Match{t.ref(n), i, to, Strong}, true
	}
	return Match{}, false
}

// followed reads "the quiet hours section" from token i on: a telling part of one
// title, with a level's name behind it and no number.
func (t *Titles) followed(tokens []phrase.Token, i int) (Match, bool) {
	if grammar.In(&tokens[i], grammar.Frame|grammar.Ask|grammar.Article|grammar.Connective|grammar.AnySection) || tokens[i].Level != 0 ||
		words.Function(t.doc.Meta.Language).Has(tokens[i].Fold) { // "before [section …]" is no part of "Listening before sending"
		return Match{}, false
	}
	if _, end := grammar.All().Set("end").Longest(tokens, i); end != nil {
		return Match{}, false // "the last chapter"
	}
	most := maxName
	if tokens[i].Han() {
		most *= 3 // characters
	}
	for to := i + 1; to <= i+most && to < len(tokens); to++ {
		switch {
		case tokens[to].Mark:
			return Match{}, false
		case tokens[to].Level == 0 || tokens[to].Plural:
			continue
		case bareNumber(tokens, to+1) && !(to+2 < len(tokens) && grammar.In(&tokens[to+2], grammar.NoNumber)) || to+1 < len(tokens) && tokens[to+1].Glued && !tokens[to+1].Han() || bareNumber(tokens, i):
			return Match{}, false
		}
		end := to
		for end > i+1 && grammar.In(&tokens[end-1], grammar.Connective|grammar.Classifier|grammar.Within) {
			end-- // 业主大会那一章
		}
		n, ok := t.holding(folded(tokens[i:end]), 1)
		if !ok {
			return Match{}, false
		}
		return Match{t.ref(n), i, to + tokens[to].Width, Weak}, true
	}
	return Match{}, false
}

// holding returns the one title that has words in a row, of at least so many; where none has
// them as they are, in another form: "årsmötet" of "Årsmöte".
func (t *Titles) holding(words []string, least int) ([]int, bool) {
	if len(words) < least || len(words) > t.most { // of all that may follow "the section on"
		return nil, false
	}
	found, ok := t.having(words, sameWord)
	if len(found) > 0 || text.Base(t.doc.Meta.Language) == "en" {
		return found, ok
	}
	return t.having(words, sameNoun)
}

// having returns the one title that has words in a row, as same has it, or nothing but them;
// false with those of several sections.
func (t *Titles) having(words []string, same func(a, b string) bool) ([]int, bool) {
	var found []int
	for n, x := range t.all {
		for i := 0; i+len(words) <= len(x.Words); i++ {
			if slices.EqualFunc(x.Words[i:i+len(words)], words, same) && t.names(n) {
				found = append(found, n)
				break
			}
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return len(t.all[a].Words) - len(t.all[b].Words) })
	if len(found) > 0 && len(t.all[found[0]].Words) == len(words) {
		found = found[:1] // an exact title beats the others
	}
	if len(found) == 0 || slices.ContainsFunc(found, func(n int) bool { return t.all[n].Section != t.all[found[0]].Section }) {
		return found, false
	}
	return found[:1], true
}

// About returns the reference to the one section whose title has all of words, which
// are two or more, in any order.
func (t *Titles) About(words []string) (locate.Ref, bool) {
	return t.only(func(n int) bool {
		return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(t.all[n].Words, w) }) && t.names(n)
	})
}

// only returns the reference to the one section whose titles f holds for.
func (t *Titles) only(f func(n int) bool) (locate.Ref, bool) {
	var found []int
	for n := range t.all {
		if f(n) {
			found = append(found, n)
		}
	}
	if len(found) == 0 {
		return locate.Ref{}, false
	}
	r := t.ref(found)
	return r, len(r.Sections) == 1
}

// Titled returns the reference to the one section whose title the words are a
// telling part of: two or more that tell, and half of the title.
func (t *Titles) Titled(words []phrase.Token, tells func(*phrase.Token) bool) (locate.Ref, bool) {
	n := 0
	for i := range words {
		if tells(&words[i]) {
			n++
		}
	}
	if n < 2 {
		return locate.Ref{}, false
	}
	found, ok := t.holding(folded(words), 2)
	if !ok || 2*len(words) < len(t.all[found[0]].Words) {
		return locate.Ref{}, false
	}
	return t.ref(found), true
}
