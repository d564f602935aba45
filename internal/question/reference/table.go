package reference

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// A Table is what references in one document can be to: its levels, its
// designations and its titles.
type Table struct {
	*locate.Index
	known  func(word string) bool
	levels []document.Level
	names  map[string][]levelName // by first word of the name
	stems  []levelName            // one-word names that inflect or may be misspelt
	sign   int                    // the level that is called §; 0 for none
	hyphen bool                   // sections are called "12-1", "12-2"
	titles titles
}

// A levelName is one folded name of a level, in tokens.
type levelName struct {
	words  []string
	stem   string // Cyrillic names without their ending; "" for others
	level  int    // index plus one; anyLevel for words that no level of this document claims
	plural bool
	loose  bool // of a list of the grammar, not a name that the document has
}

const (
	// anyLevel marks a word such as "article" or "пункт" in a document whose levels
	// are called otherwise: people use it for whatever is numbered.
	anyLevel = 1 << 20
	// apart marks a word such as "annex" in a document that has none: nothing else
	// is one.
	apart = 1 << 21
)

// minFuzzyName is the shortest level name in runes that is recognised with a
// slip; shorter ones ("part", "party") have too many neighbours.
const minFuzzyName = 6

// NewTable returns the table of a document. known reports whether a folded word
// stands in the document or its finding aids; it tells "item7" from item 7.
func NewTable(d *document.Document, known func(string) bool) *Table {
	t := &Table{Index: locate.NewIndex(d), known: known, levels: d.Meta.Levels, names: make(map[string][]levelName, 64)}
	for i := range d.Sections { // a name that several levels have is that of the one that prints it
		if s := &d.Sections[i]; !s.Designation.IsZero() {
			name := strings.TrimSpace(strings.TrimSuffix(s.Label, s.Designation.Printed))
			if n := t.rank(s.Kind); n < len(t.levels) && t.named(n, name) {
				t.add(name, n+1, false, false)
			}
		}
	}
	t.addNames(d.Meta.Language, false)
	for i := len(t.levels) - 1; i >= 0; i-- {
		t.add(t.levels[i].Kind, t.ownFirst(t.levels[i].Kind, i+1), false, false)
	}
	t.addNames(d.Meta.Language, true)
	t.addOthers()
	hyphens := 0
	bare := d.OfKind(t.Bare())
	for _, i := range bare {
		if strings.Contains(d.Sections[i].Designation.Printed, "-") {
			hyphens++
		}
	}
	t.hyphen = 2*hyphens > len(bare)
	t.titles = newTitles(d, known)
	return t
}

// addNames adds the names that levels have in a language, or in all others; lower
// levels first, since a bare word most often means what there is most of.
func (t *Table) addNames(language string, others bool) {
	for i := len(t.levels) - 1; i >= 0; i-- {
		for _, lang := range slices.Sorted(maps.Keys(t.levels[i].Names)) {
			if (lang != language) != others {
				continue
			}
			for _, n := range t.levels[i].Names[lang] {
				t.add(n, t.ownFirst(n, i+1), strings.HasSuffix(n, "s"), false)
				if lang == "en" || lang == "es" {
					t.add(n+"s", i+1, true, false)
				}
			}
		}
	}
}

// ownFirst returns the level of which a name read before is another form of name, or
// level: in a German law, "paragraph" is what "Paragraphen" are.
func (t *Table) ownFirst(name string, level int) int {
	if own := t.sameNoun(text.Fold(name)); own > 0 {
		return own
	}
	return level
}

// named reports whether a level has a name, in any language.
func (t *Table) named(level int, name string) bool {
	for _, names := range t.levels[level].Names {
		if slices.ContainsFunc(names, func(n string) bool { return text.Fold(n) == text.Fold(name) }) {
			return true
		}
	}
	return false
}

// addOthers adds the words for levels that the document does not have.
func (t *Table) addOthers() {
	high := t.highest()
	other := apart
	for _, w := range grammar.All().List(grammar.LevelApart) {
		for _, n := range t.names[text.Fold(w)] { // of "annex" and "appendix", the one that there is
			other = n.level
		}
	}
	for _, l := range []struct {
		list  string
		level int
	}{{grammar.LevelApart, other}, {grammar.LevelLow, anyLevel}, {grammar.LevelHigh, high}} {
		for _, n := range grammar.All().List(l.list) {
			level, loose := l.level, true
			if own := t.sameNoun(n); own > 0 {
				level, loose = own, false
			}
			t.add(n, level, len(n) > 3 && strings.HasSuffix(n, "s"), loose)
		}
	}
}

// highest returns the level that a word such as "chapter" means in a document without
// chapters: the uppermost that is no annex; anyLevel where there is but one.
func (t *Table) highest() int {
	var own []int
	for i, l := range t.levels {
		if !grammar.Lists(grammar.LevelApart, l.Kind) {
			own = append(own, i+1)
		}
	}
	if len(own) < 2 {
		return anyLevel
	}
	return own[0]
}

// sameNoun returns the level of the document of one of whose names w is another form:
// "статей" of "статья"; 0 if there is none.
func (t *Table) sameNoun(w string) int {
	for _, n := range t.stems {
		if n.loose || n.level >= anyLevel {
			continue
		}
		name := n.words[0]
		if common := commonPrefix(w, name); common >= max(4, utf8.RuneCountInString(name)-2) && utf8.RuneCountInString(w) <= common+3 {
			return n.level
		}
	}
	return 0
}

// commonPrefix returns how many runes a and b have in common at the start.
func commonPrefix(a, b string) (n int) {
	x, y := []rune(a), []rune(b)
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}

// add takes a name as document.yaml has it.
func (t *Table) add(name string, level int, plural, loose bool) {
	if name == "§" {
		t.sign = level
	}
	tokens := grammar.Scan(text.Clean(name))
	n := levelName{level: level, loose: loose, plural: plural || (&phrase.Token{Fold: name}).Cyrillic() && hasSuffix(name, grammar.CountedByTwo)}
	for i := range tokens {
		if !tokens[i].Mark {
			n.words = append(n.words, tokens[i].Fold)
		}
	}
	if len(n.words) == 0 || grammar.In(&tokens[0], grammar.Number) {
		return // "no." says that a number follows, not of what
	}
	t.put(n)
}

// put keeps the first meaning of a name.
func (t *Table) put(n levelName) {
	first := n.words[0]
	for _, o := range t.names[first] {
		if slices.Equal(o.words, n.words) {
			return
		}
	}
	n.stem = cyrillicStem(first)
	t.names[first] = append(t.names[first], n)
	if len(n.words) == 1 && (n.stem != "" || utf8.RuneCountInString(first) >= minFuzzyName) {
		t.stems = append(t.stems, n)
	}
}

// cyrillicStem returns a Cyrillic noun without the ending of its dictionary
// form, "" when w is not one or too short to inflect safely.
func cyrillicStem(w string) string {
	r, size := utf8.DecodeLastRuneInString(w)
	if r < 'а' || r > 'я' || len(w) < 3*2 {
		return ""
	}
	if grammar.Lists(grammar.CaseEnding, string(r)) {
		return w[:len(w)-size]
	}
	return w
}

// Mark sets level, width and plural on the tokens that name one.
func (t *Table) Mark(tokens []phrase.Token) {
	for i := range tokens {
		if tokens[i].Mark {
			continue
		}
		if n, ok := t.find(tokens[i:]); ok {
			tokens[i].Level, tokens[i].Width, tokens[i].Plural, tokens[i].Loose = n.level, len(n.words), n.plural, n.loose
		}
	}
}

// find returns the longest level name that begins tokens.
func (t *Table) find(tokens []phrase.Token) (levelName, bool) {
	var best levelName
	for _, n := range t.names[tokens[0].Fold] {
		if len(n.words) > len(best.words) && begins(tokens, n.words) {
			best = n
		}
	}
	if best.words != nil && best.level != anyLevel {
		return best, true
	}
	if n, ok := t.inflected(tokens[0].Fold); ok && (best.words == nil || n.level != anyLevel) {
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

// hasSuffix reports whether s ends in one of a list of the grammar.
func hasSuffix(s, list string) bool {
	return slices.ContainsFunc(grammar.All().List(list), func(x string) bool { return strings.HasSuffix(s, x) })
}

// inflected returns the level that the noun w names in some case; the document's
// own names come first in stems.
func (t *Table) inflected(w string) (levelName, bool) {
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
	if len(words) > len(tokens) {
		return false
	}
	for i, w := range words {
		if tokens[i].Fold != w {
			return false
		}
	}
	return true
}

// fuzzy finds a misspelt level name. With two slips the caller must have a
// number beside the word, since "medium" and "leisure" are as near to a name.
func (t *Table) fuzzy(tokens []phrase.Token, slips int) (levelName, bool) {
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

// hasIn reports whether a section of that level is called by a designation.
func (t *Table) hasIn(level int, designation string) bool {
	return len(t.Document().Designated(t.Kind(level), designation)) > 0
}

// Kind returns the level kind of a token's level number.
func (t *Table) Kind(level int) string {
	switch {
	case level == apart:
		return "annex"
	case level == 0 || level == anyLevel:
		return ""
	}
	return t.levels[level-1].Kind
}

// rank orders kinds from the top: 0 for the first level. What belongs to no
// level of the document ranks lowest.
func (t *Table) rank(kind string) int {
	for i, l := range t.levels {
		if l.Kind == kind {
			return i
		}
	}
	return len(t.levels)
}

// Lowest reports whether no level lies below the one of that kind.
func (t *Table) Lowest(kind string) bool {
	return kind == "" || len(t.levels) == 0 || t.levels[len(t.levels)-1].Kind == kind
}

// HasLevel reports whether the document has a level of that kind.
func (t *Table) HasLevel(kind string) bool { return t.rank(kind) < len(t.levels) }

// initial returns the level one of whose names begins with a letter ("m7", "п7"),
// lowest level first; 0 if there is none.
func (t *Table) initial(letter string) int {
	for _, lang := range []string{"en", "ru", "es", ""} {
		for i := len(t.levels) - 1; i >= 0; i-- {
			names := t.levels[i].Names[lang]
			if lang == "" {
				names = []string{t.levels[i].Kind}
			}
			if slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(text.Fold(n), letter) }) {
				return i + 1
			}
		}
	}
	return 0
}

// masculine reports whether stem, without an ending, is a Cyrillic name.
func (t *Table) masculine(stem string) bool { return len(t.names[stem]) > 0 }

// Kinds returns the kinds of the document's levels, from the top down.
func (t *Table) Kinds() []string {
	var out []string
	for _, l := range t.levels {
		out = append(out, l.Kind)
	}
	return out
}
