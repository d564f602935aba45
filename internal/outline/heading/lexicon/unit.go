package lexicon

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// A Unit is a word that texts use for a numbered level.
type Unit struct {
	Word string
	Kind string
	Rank int // place of the level among others: 8 is above 40
}

// Ranks that general code knows; those of words stand in units.txt.
const (
	RankAnnex    = 8 // and whatever else stands behind the body of a text
	rankPart     = 10
	rankChapter  = 20
	RankCapitals = 25
	RankSection  = 30  // of sections and articles
	RankItem     = 50  // of paragraphs and points
	RankWeak     = 100 // bare numbers; what follows is the order found in the text
)

//go:embed units.txt
var unitsFile string

// A unitTable is units.txt.
type unitTable struct {
	words map[string]Unit                // by word, in lower case, with its accents and without
	asked map[string]Unit                // by words that head no sections
	names map[string]map[string][]string // kind -> language -> words, those that head sections first
	heads map[string]map[string]bool     // kind -> words that head sections
	ranks map[string]int                 // of kinds
	kinds map[string][]string            // folded word of any language -> the kinds that it names
}

var units = sync.OnceValue(func() *unitTable {
	t := &unitTable{map[string]Unit{}, map[string]Unit{}, map[string]map[string][]string{}, map[string]map[string]bool{}, map[string]int{}, map[string][]string{}}
	kind, rank := "", 0
	for line := range strings.Lines(unitsFile) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			name, n, _ := strings.Cut(line, " ")
			kind = name
			rank, _ = strconv.Atoi(n) // TestUnits reads the file
			t.ranks[kind] = rank
			t.names[kind], t.heads[kind] = map[string][]string{}, map[string]bool{}
		default:
			t.add(kind, rank, line)
		}
	}
	return t
})

// add reads the line of one language: "en: annex | annexes".
func (t *unitTable) add(kind string, rank int, line string) {
	language, words, _ := strings.Cut(strings.TrimSpace(line), ":")
	before, behind, _ := strings.Cut(words, "|")
	heads, asked := namesIn(before), namesIn(behind)
	for _, w := range heads {
		for _, key := range []string{w, Bare(w)} {
			if _, known := t.words[key]; !known {
				t.words[key] = Unit{w, kind, rank}
			}
		}
		t.heads[kind][w] = true
	}
	for _, w := range asked {
		if _, known := t.asked[w]; !known {
			t.asked[w] = Unit{w, kind, rank}
		}
	}
	names := append(heads, asked...)
	t.names[kind][language] = append(t.names[kind][language], names...)
	for _, w := range names {
		if key := text.Fold(w); !slices.Contains(t.kinds[key], kind) {
			t.kinds[key] = append(t.kinds[key], kind)
		}
	}
}

// namesIn returns the names of a list, "final_provision title" being two.
func namesIn(list string) []string {
	out := strings.Fields(list)
	for i, name := range out {
		out[i] = strings.ReplaceAll(name, "_", " ")
	}
	return out
}

// Of returns the unit that a word in any case names, which may go without accents, as
// words in capitals often do.
func Of(word string) (Unit, bool) {
	u, known := units().words[strings.ToLower(word)]
	if !known {
		u, known = units().words[Bare(word)]
	}
	return u, known
}

// Leading returns the unit that s begins with the name of, a word of so many bytes or that and
// another one, "Disposición final", and the length of the name.
func Leading(s string, word int) (Unit, int, bool) {
	if u, known := Of(s[:word]); known {
		return u, word, true
	}
	second := strings.TrimLeftFunc(s[word:], unicode.IsSpace)
	end := strings.IndexFunc(second, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(second)
	}
	if end == 0 || len(second) == len(s)-word {
		return Unit{}, word, false
	}
	u, known := Of(s[:word] + " " + second[:end])
	return u, len(s) - len(second) + end, known
}

// Abbreviated returns the unit that s is short for: the one that people ask for so, or whose
// word begins with s, of several that with the longest. "Abs." is an Absatz, "Par." a
// paragraph. What leaves out a letter or two is another word.
func Abbreviated(s string) (Unit, bool) {
	const fewest, least = 3, 3
	key := text.Fold(s)
	if u, known := units().asked[strings.ToLower(s)]; known || utf8.RuneCountInString(key) < fewest {
		return u, known
	}
	best, of := "", Unit{}
	for word, u := range units().words {
		longer := len(word) > len(best) || len(word) == len(best) && word < best
		if longer && strings.HasPrefix(word, key) && utf8.RuneCountInString(word[len(key):]) >= least {
			best, of = word, u
		}
	}
	return of, best != ""
}

// Bare returns a word in lower case, without accents if it is not so short that it would
// be taken for another.
func Bare(word string) string {
	const short = 4 // bytes
	if len(word) <= short {
		return strings.ToLower(word)
	}
	return text.Fold(word)
}

// Exactly reports a word that names a unit as it stands.
func Exactly(word string) bool {
	_, known := units().words[word]
	return known
}

// Names returns the words that people ask for a level with, by language, the one
// that makes its labels first; nil for a kind that is not known.
func Names(kind string) map[string][]string { return units().names[kind] }

// Kinds returns the kinds of levels that a folded word names in some language, none for a
// word that names no level.
func Kinds(word string) []string { return units().kinds[word] }

// In returns the name in a language of the level that a folded word names in that language
// or another: a heading's that begins like it, or else the first; "" where there is none.
func In(language, word string) string {
	first := ""
	for _, kind := range Kinds(word) {
		names := units().names[kind][language]
		for _, name := range names {
			switch key := text.Fold(name); {
			case !Heads(kind, name) || !strings.HasPrefix(word, key) && !strings.HasPrefix(key, word):
			case strings.HasPrefix(text.Fold(names[0]), key):
				return names[0] // "article" of "artikel", which begins like its short form
			default:
				return name // "chapter" of "chapters" and of "ch"
			}
		}
		if first == "" && len(names) > 0 {
			first = names[0]
		}
	}
	return first
}

// Heads reports whether sections of a kind are headed by a word in lower case.
func Heads(kind, word string) bool { return units().heads[kind][word] }

// Rank returns the place of a kind among others: 8 is above 40. It is 0 for a kind
// that is not known.
func Rank(kind string) int { return units().ranks[kind] }

// Counters are what follows the number in Chinese, Japanese and Korean headings
// (第三条, 제3조), the longer before the shorter.
var Counters = []Unit{
	{"部分", "part", rankPart}, {"分编", "subpart", rankPart + 1}, {"編", "part", rankPart}, {"编", "part", rankPart}, {"篇", "part", rankPart}, {"편", "part", rankPart},
	{"章", "chapter", rankChapter}, {"장", "chapter", rankChapter}, {"回", "chapter", rankChapter},
	{"节", "section", rankChapter + 5}, {"節", "section", rankChapter + 5}, {"절", "section", rankChapter + 5},
	{"款", "paragraph", RankItem}, {"条", "article", RankSection}, {"條", "article", RankSection}, {"조", "article", RankSection},
	{"项", "item", RankItem + 1}, {"項", "paragraph", RankItem}, {"항", "paragraph", RankItem}, {"号", "item", RankItem + 1}, {"호", "item", RankItem + 1},
}
