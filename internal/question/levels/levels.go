package levels

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// Names are the names of the levels of one document. They are safe for concurrent use.
type Names struct {
	*locate.Index
	known  func(word string) bool
	levels []document.Level
	names  map[string][]levelName // by first word of the name
	stems  []levelName            // one-word names that inflect or may be misspelt
	behind map[int]bool           // levels whose names stand behind designations
	sign   int                    // the level that is called §; 0 for none
	hyphen bool                   // sections are called "12-1", "12-2"
	counts sync.Map               // by folded word for a level: whether the text has a number with it
	said   sync.Map               // by kinds of levels: whether the text has a name of one
}

// A levelName is one folded name of a level, in tokens.
type levelName struct {
	words  []string
	stem   string // Cyrillic names without their ending; "" for others
	level  int    // index plus one; Any for words that no level of this document claims
	plural bool
	loose  bool // of a list of the grammar, not a name that the document has
	absent bool // it names a level that the document lacks
}

const (
	// Any marks a word such as "article" or "пункт" in a document whose levels
	// are called otherwise: people use it for whatever is numbered.
	Any = 1 << 20
	// Apart marks a word such as "annex" in a document that has none: nothing else
	// is one.
	Apart = 1 << 21
)

// minFuzzyName is the shortest level name in runes that is recognised with a
// slip; shorter ones ("part", "party") have too many neighbours.
const minFuzzyName = 6

// New returns the names of the levels of a document. known reports whether a folded
// word stands in the document or its finding aids.
func New(d *document.Document, known func(string) bool) *Names {
	t := &Names{Index: locate.NewIndex(d), known: known, levels: d.Meta.Levels, behind: map[int]bool{}, names: make(map[string][]levelName, 64)}
	t.addPrinted()
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
	return t
}

// addPrinted adds the names that stand before or behind designations, "2 kap": one that
// several levels have is that of the level that prints it.
func (t *Names) addPrinted() {
	last := ""
	for i := range t.Document().Sections {
		s := &t.Document().Sections[i]
		name, behind := s.Label, false
		if n := len(s.Designation.Printed); n <= len(name) && strings.EqualFold(name[:n], s.Designation.Printed) { // "ZWEITER ABSCHNITT" is labelled "Zweiter Abschnitt"
			name, behind = name[n:], true
		}
		if r, _ := utf8.DecodeRuneInString(name); !behind || unicode.IsUpper(r) || unicode.IsLower(r) { // "Part P", "1st part"
			name, behind = strings.TrimSuffix(s.Label, s.Designation.Printed), false
		}
		name = strings.Trim(name, " .")
		if s.Designation.IsZero() || name == last {
			continue
		}
		last = name
		if n := t.Rank(s.Kind); n < len(t.levels) && (behind || t.named(n, name)) {
			t.add(name, n+1, false, false)
			t.behind[n+1] = behind
		}
	}
}

// Behind reports whether the document has the name of a level behind designations: "2 §".
func (t *Names) Behind(level int) bool { return t.behind[level] }

// addNames adds the names that levels have in a language, or in all others; lower
// levels first, since a bare word most often means what there is most of.
func (t *Names) addNames(language string, others bool) {
	for i := len(t.levels) - 1; i >= 0; i-- {
		for _, lang := range slices.Sorted(maps.Keys(t.levels[i].Names)) {
			if (lang != language) != others {
				continue
			}
			for _, n := range t.levels[i].Names[lang] {
				t.add(n, t.ownFirst(n, i+1), len(n) > 3 && strings.HasSuffix(n, "s") && !grammar.PluralsListed(lang), false)
				if lang == "en" || lang == "es" {
					t.add(n+"s", i+1, true, false)
				}
			}
		}
	}
}

// ownFirst returns the level of which a name read before is another form of name, or
// level: in a German law, "paragraph" is what "Paragraphen" are.
func (t *Names) ownFirst(name string, level int) int {
	if own := t.sameNoun(text.Fold(name)); own > 0 {
		return own
	}
	return level
}

// named reports whether a level has a name, in any language.
func (t *Names) named(level int, name string) bool {
	for _, names := range t.levels[level].Names {
		if slices.ContainsFunc(names, func(n string) bool { return text.Fold(n) == text.Fold(name) }) {
			return true
		}
	}
	return false
}

// addOthers adds the words for levels that the document does not have.
func (t *Names) addOthers() {
	high := t.Highest()
	other := Apart
	for _, w := range grammar.All().List(grammar.LevelApart) {
		for _, n := range t.names[text.Fold(w)] { // of "annex" and "appendix", the one that there is
			if grammar.Lists(grammar.LevelApart, t.Kind(n.level)) { // measures that some call "disposiciones" are no annexes
				other = n.level
			}
		}
	}
	for _, l := range []struct {
		list  string
		level int
	}{{grammar.LevelApart, other}, {grammar.LevelLow, Any}, {grammar.LevelHigh, high}} {
		for _, n := range grammar.All().List(l.list) {
			level, loose := l.level, true
			if own := t.sameNoun(n); own > 0 {
				level, loose = own, false
			}
			t.add(strings.ReplaceAll(n, "_", " "), level, len(n) > 3 && strings.HasSuffix(n, "s"), loose)
		}
	}
}

// Highest returns the level that a word such as "chapter" means in a document without
// chapters: the uppermost that is no annex; Any where there is but one.
func (t *Names) Highest() int {
	var own []int
	for i, l := range t.levels {
		if !grammar.Lists(grammar.LevelApart, l.Kind) {
			own = append(own, i+1)
		}
	}
	if len(own) < 2 {
		return Any
	}
	return own[0]
}

// sameNoun returns the level of the document of one of whose names w is another form:
// "статей" of "статья"; 0 if there is none.
func (t *Names) sameNoun(w string) int {
	for _, n := range t.stems {
		if n.loose || n.level >= Any {
			continue
		}
		name := n.words[0]
		if common := phrase.CommonPrefix(w, name); common >= max(4, utf8.RuneCountInString(name)-2) && utf8.RuneCountInString(w) <= common+3 {
			return n.level
		}
	}
	return 0
}

// add takes a name as document.yaml has it.
func (t *Names) add(name string, level int, plural, loose bool) {
	if name == "§" {
		t.sign = level
	}
	tokens := grammar.Scan(text.Clean(name))
	n := levelName{level: level, loose: loose, absent: loose && t.absent(name), plural: plural || grammar.Lists(grammar.LevelPlural, text.Fold(name)) || (&phrase.Token{Fold: name}).Cyrillic() && HasSuffix(name, grammar.CountedByTwo)}
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
func (t *Names) put(n levelName) {
	first := n.words[0]
	for _, o := range t.names[first] {
		if slices.Equal(o.words, n.words) {
			return
		}
	}
	n.stem = Stem(first)
	t.names[first] = append(t.names[first], n)
	if len(n.words) == 1 && (n.stem != "" || utf8.RuneCountInString(first) >= minFuzzyName) {
		t.stems = append(t.stems, n)
	}
}

// Stem returns a Cyrillic noun without the ending of its dictionary
// form, "" when w is not one or too short to inflect safely.
func Stem(w string) string {
	r, size := utf8.DecodeLastRuneInString(w)
	if r < 'а' || r > 'я' || len(w) < 3*2 {
		return ""
	}
	if grammar.Lists(grammar.CaseEnding, string(r)) {
		return w[:len(w)-size]
	}
	return w
}

// HasIn reports whether a section of that level is called by a designation.
func (t *Names) HasIn(level int, designation string) bool {
	return len(t.Document().Designated(t.Kind(level), designation)) > 0
}

// Printing returns the level of the one section that prints a designation so, where a
// level that is called by w, a word for sections in general, neither prints its own
// designations so nor is called that by the document: "section IV" of Abschnitt IV.
func (t *Names) Printing(w *phrase.Token, printed string) int {
	if !grammar.In(w, grammar.AnySection) || w.Level >= Any {
		return w.Level
	}
	d, found := t.Document(), 0
	for _, i := range t.Called(printed) {
		s := &d.Sections[i]
		if !strings.EqualFold(s.Designation.Printed, printed) {
			continue
		}
		if found != 0 || s.Kind == t.Kind(w.Level) {
			return w.Level
		}
		found = t.Rank(s.Kind) + 1
	}
	own := func(i int) bool { return strings.HasPrefix(text.Fold(d.Sections[i].Label), w.Fold) }
	if found == 0 || found > len(t.levels) || slices.ContainsFunc(d.OfKind(t.Kind(w.Level)), own) {
		return w.Level
	}
	return found
}

// PrintedAs returns the kind of the only level that prints a designation so: that of Part IV
// for "IV", where there is a Section 4 too; "" where none does, or several.
func (t *Names) PrintedAs(printed string) string {
	kind := ""
	for _, i := range t.Called(text.Fold(printed)) {
		s := &t.Document().Sections[i]
		if s.Designation.Printed != printed {
			continue
		}
		if kind != "" && kind != s.Kind {
			return ""
		}
		kind = s.Kind
	}
	return kind
}

// Count returns how many levels there are.
func (t *Names) Count() int { return len(t.levels) }

// Hyphens reports whether sections are called "12-1", "12-2".
func (t *Names) Hyphens() bool { return t.hyphen }

// Known reports whether the document or its finding aids have a folded word.
func (t *Names) Known(word string) bool { return t.known(word) }

// Kind returns the level kind of a token's level number.
func (t *Names) Kind(level int) string {
	switch {
	case level == Apart:
		return "annex"
	case level == 0 || level == Any:
		return ""
	}
	return t.levels[level-1].Kind
}

// Rank orders kinds from the top: 0 for the first level. What belongs to no
// level of the document ranks lowest.
func (t *Names) Rank(kind string) int {
	for i, l := range t.levels {
		if l.Kind == kind {
			return i
		}
	}
	return len(t.levels)
}

// Lowest reports whether no level lies below the one of that kind.
func (t *Names) Lowest(kind string) bool {
	return kind == "" || len(t.levels) == 0 || t.levels[len(t.levels)-1].Kind == kind
}

// HasLevel reports whether the document has a level of that kind.
func (t *Names) HasLevel(kind string) bool { return t.Rank(kind) < len(t.levels) }

// Initial returns the level one of whose names begins with a letter ("m7", "п7"),
// lowest level first; 0 if there is none.
func (t *Names) Initial(letter string) int {
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

// Kinds returns the kinds of the document's levels, from the top down.
func (t *Names) Kinds() []string {
	var out []string
	for _, l := range t.levels {
		out = append(out, l.Kind)
	}
	return out
}
