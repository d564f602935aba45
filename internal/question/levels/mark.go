package levels

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
	"pincite/internal/text/words"
)

// Mark sets level, width and plural on the tokens that name one. The sign § names the
// level that is called so or, where none is, whatever has a number. said tells the language
// of the message, where it matters.
func (t *Names) Mark(tokens []phrase.Token, said func() string) {
	for i := range tokens {
		if tokens[i].Raw == "§" && t.Bare() != "" {
			tokens[i].Level, tokens[i].Width = cmp.Or(t.sign, Any), 1
			tokens[i].Plural = i+1 < len(tokens) && tokens[i+1].Raw == "§"
		}
		if tokens[i].Mark {
			continue
		}
		n, ok := t.find(tokens[i:])
		if !ok {
			n, ok = t.suffixed(tokens, i)
		}
		if ok && !t.function(tokens, i) {
			tokens[i].Level, tokens[i].Width, tokens[i].Plural, tokens[i].Loose = n.level, len(n.words), n.plural, n.loose
		}
	}
	t.settleNumbers(tokens, said)
}

// settleNumbers leaves number words of languages that are strangers here as they are: they
// count in messages and documents in their language, and where another word of the message
// tells of it. What any message may count with is a word where it is one of the message's or
// the document's language: the Czech "ten", the Portuguese "dos".
func (t *Names) settleNumbers(tokens []phrase.Token, said func() string) {
	own := text.Base(t.Document().Meta.Language)
	is := func(w *phrase.Token, language string) bool {
		lower := strings.ToLower(w.Raw)
		return words.Function(language).Has(lower) || words.Articles(language).Has(lower) || words.Light(language).Has(lower) || words.Telling(language).Has(w.Fold)
	}
	stranger := func(w *phrase.Token) bool {
		of, abroad := grammar.CountsIn(w)
		home := slices.Contains(of, own)
		switch {
		case len(of) == 0 || slices.Contains(of, said()):
			return false
		case home: // "to" and "fire", asked in English of a Danish text
			return is(w, said()) || said() == "en" && words.Rarity(w.Fold) != words.Unlisted
		}
		return !abroad || is(w, said()) || is(w, own)
	}
	votes := func(language string) (all, others int) { // others are no words of the languages expected
		for i := range tokens {
			w := &tokens[i]
			of, _ := grammar.CountsIn(w)
			if !w.Mark && (slices.Contains(of, language) || is(w, language) || called(w.Fold, language)) {
				all++
				others += phrase.One(!is(w, own) && !words.Function(said()).Has(strings.ToLower(w.Raw)))
			}
		}
		return all, others
	}
	var strangers []int
	counted := map[string]bool{} // by language: whether its words tell of it
	counts := func(language string) bool {
		tells, ok := counted[language]
		if !ok {
			expected, _ := votes(said())
			all, others := votes(language)
			tells = all > expected && others > 1
			counted[language] = tells
		}
		return tells
	}
	for i := range tokens {
		if stranger(&tokens[i]) {
			strangers = append(strangers, i)
		}
	}
	for _, i := range strangers {
		if of, _ := grammar.CountsIn(&tokens[i]); !slices.ContainsFunc(of, counts) {
			tokens[i].Uncount()
		}
	}
}

// called reports whether a folded word names a level in a language.
func called(word, language string) bool {
	return slices.ContainsFunc(lexicon.Kinds(word), func(kind string) bool {
		return slices.ContainsFunc(lexicon.Names(kind)[language], func(n string) bool { return text.Fold(n) == word })
	})
}

// function reports whether a word that names a level in another language is a function word
// of the document's own, as "para" is in Spanish: no digits follow it.
func (t *Names) function(tokens []phrase.Token, i int) bool {
	return words.Function(t.Document().Meta.Language).Has(tokens[i].Fold) && (i+1 == len(tokens) || !tokens[i+1].Digits())
}

// find returns the longest level name that begins tokens.
func (t *Names) find(tokens []phrase.Token) (levelName, bool) {
	var best levelName
	for _, n := range t.names[tokens[0].Fold] {
		if len(n.words) > len(best.words) && begins(tokens, n.words) {
			best = n
		}
	}
	if best.words != nil && best.level != Any {
		return best, true
	}
	if n, ok := t.inflected(tokens[0].Fold); ok && (best.words == nil || n.level != Any) {
		return n, true
	}
	if best.words != nil {
		return best, true
	}
	if n, ok := t.abbreviated(tokens); ok {
		return n, true
	}
	return t.fuzzy(tokens, 1)
}

// Around returns the level of whose name the first word is token i and the other token j,
// behind the number: "artículo 1 transitorio", "artículos 1 y 2 transitorios"; 0 if there is
// none.
func (t *Names) Around(tokens []phrase.Token, i, j int) int {
	if j >= len(tokens) {
		return 0
	}
	first := tokens[i].Fold
	for cut := 0; cut <= maxEnding && cut < len(first); cut++ {
		for _, n := range t.names[first[:len(first)-cut]] {
			if len(n.words) == 2 && n.level < Any && inflects(tokens[j].Fold, n.words[1]) {
				return n.level
			}
		}
	}
	return 0
}

// maxEnding is how many bytes the ending of a plural has at most: "secciones".
const maxEnding = 2

// inflects reports that w is name, or that with the ending of a plural.
func inflects(w, name string) bool {
	return strings.HasPrefix(w, name) && len(w) <= len(name)+maxEnding
}

// HasSuffix reports whether s ends in one of a list of the grammar.
func HasSuffix(s, list string) bool {
	return slices.ContainsFunc(grammar.All().List(list), func(x string) bool { return strings.HasSuffix(s, x) })
}

// inflected returns the level that the noun w names in some case; the document's
// own names come first in stems.
func (t *Names) inflected(w string) (levelName, bool) {
	for _, n := range t.stems {
		if n.stem == "" {
			continue
		}
		rest, ok := strings.CutPrefix(w, n.stem)
		if ok && (rest == "" || grammar.Lists(grammar.CaseEnding, rest)) {
			return n, true
		}
	}
	return levelName{}, false
}

func begins(tokens []phrase.Token, words []string) bool {
	return len(words) <= len(tokens) && slices.EqualFunc(tokens[:len(words)], words, func(t phrase.Token, w string) bool { return t.Fold == w })
}

// fuzzy finds a misspelt level name. With two slips the caller must have a
// number beside the word, since "medium" and "leisure" are as near to a name.
func (t *Names) fuzzy(tokens []phrase.Token, slips int) (levelName, bool) {
	w := tokens[0].Fold
	if utf8.RuneCountInString(w) < minFuzzyName-1 || grammar.In(&tokens[0], grammar.NoLevel) {
		return levelName{}, false
	}
	var found levelName
	for _, n := range t.stems {
		if d := len(n.words[0]) - len(w); d > 2*slips || -d > 2*slips || slips == 1 && n.words[0][:1] != w[:1] {
			continue
		}
		if utf8.RuneCountInString(n.words[0]) >= minFuzzyName && text.Near(w, n.words[0], slips) {
			if n.plural == strings.HasSuffix(w, "s") {
				return n, true
			}
			if found.words == nil {
				found = n // "measurs" is nearer to the plural
			}
		}
	}
	return found, found.words != nil
}

// Misspelt returns the level whose badly misspelt name begins tokens, which only a number
// behind it makes plausible.
func (t *Names) Misspelt(tokens []phrase.Token) (int, bool) {
	if len(tokens) < 2 || tokens[0].Mark || tokens[0].ID != 0 {
		return 0, false
	}
	if _, ok := numeral.Read([]string{tokens[1].Raw}); !ok {
		return 0, false
	}
	n, ok := t.fuzzy(tokens, 2)
	return n.level, ok
}

// abbreviated returns the level whose name begins tokens in short, with a designation
// behind it: "sched. A", "subsec. (b)", "apdo 3". What may be short
// for several means whatever there is.
func (t *Names) abbreviated(tokens []phrase.Token) (levelName, bool) {
	w := &tokens[0]
	if n, ok := t.dotted(tokens); ok {
		return n, true
	}
	if w.ID != 0 || len(tokens) < 2 {
		return levelName{}, false
	}
	next := &tokens[1]
	if next.Raw == "." && len(tokens) > 2 {
		next = &tokens[2]
	}
	if !next.Digits() && !t.Has(next.Fold) && (next == &tokens[1] || next.Raw != "(" && !next.Letter()) {
		return levelName{}, false
	}
	if words.Rarity(w.Fold) != words.Unlisted || t.known(w.Fold) {
		return levelName{}, false
	}
	var found levelName
	for _, n := range t.stems {
		switch {
		case !phrase.Shortens(w.Fold, n.words[0]), n.loose && !strings.HasPrefix(n.words[0], w.Fold) && 2*len(w.Fold) <= len(n.words[0]): // "Lisa 3" is no "luvuissa"
		case found.words == nil:
			found = n
		case found.level != n.level: // "sub 1" is a subsection, or whatever there is
			found.level, found.loose = Any, true
		}
	}
	return found, found.words != nil
}

// maxSuffix is the most letters that a case or a possessive adds to a noun.
const maxSuffix = 5

// suffixed returns the level that the document has a name for which token i adds letters
// to, a word that is not known otherwise, beside a number: "3. maddenin", "2. fejezetben".
// The languages that are read have the forms of their names, and other words that begin
// alike: "Teilzeit 50 %" is no part.
func (t *Names) suffixed(tokens []phrase.Token, i int) (levelName, bool) {
	w := &tokens[i]
	before := i - 1
	if before > 0 && tokens[before].Raw == "." {
		before--
	}
	_, behind := phrase.Numeral(tokens, i+1)
	if _, number := phrase.Numeral(tokens, before); w.ID != 0 || !number && !behind || grammar.Reads(t.Document().Meta.Language) {
		return levelName{}, false
	}
	runes := []rune(w.Fold)
	for end := len(runes) - 1; end >= max(minPlain, len(runes)-maxSuffix); end-- {
		for _, n := range t.names[string(runes[:end])] {
			if len(n.words) == 1 && !n.loose && n.level < Any {
				return n, true
			}
		}
	}
	return levelName{}, false
}

// minPlain is the shortest beginning of a name that needs no full stop.
const minPlain = 4

// dotted returns the level that the document has whose name begins as a word with a
// number behind it does, and a full stop where it is short, whatever else the word
// means: "Par. 16", "sect 4".
func (t *Names) dotted(tokens []phrase.Token) (levelName, bool) {
	w := tokens[0].Fold
	long := utf8.RuneCountInString(w)
	plain := len(tokens) > 1 && long >= minPlain && tokens[1].Digits() && !tokens[1].Glued
	if !plain && (len(tokens) < 3 || long < phrase.MinShort || tokens[1].Raw != "." || tokens[1].Start != tokens[0].End || !tokens[2].Digits()) {
		return levelName{}, false
	}
	i := slices.IndexFunc(t.stems, func(n levelName) bool { return !n.loose && n.level < Any && strings.HasPrefix(n.words[0], w) })
	if i < 0 {
		return levelName{}, false
	}
	return t.stems[i], true
}

// Counts reports whether the Cyrillic noun w has the case that n counts with: the
// genitive, plural from five on. "7 мера" and "9 пункт" name.
func (t *Names) Counts(n int, w *phrase.Token) bool {
	teen := n%100 > 10 && n%100 < 15
	whole := func(s string) bool { return grammar.Lists(grammar.CountedWithoutEnding, s) }
	switch {
	case HasSuffix(w.Fold, grammar.CountedByFive) || whole(w.Fold) || w.Plural && !HasSuffix(w.Fold, grammar.CountedByTwo):
		return n != 1
	case teen || n%10 < 2 || n%10 > 4:
		return false
	case HasSuffix(w.Fold, grammar.CountedByTwo):
		return true
	}
	// The genitive of a masculine ends like the dictionary form of a feminine.
	stem := Stem(w.Fold)
	return stem != w.Fold && stem != "" && !whole(stem) && len(t.names[stem]) > 0
}
