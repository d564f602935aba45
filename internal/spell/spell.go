package spell

import (
	"cmp"
	"hash/fnv"
	"io"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A Speller reads misspelt words as words that a document or its annotations
// have. It never touches a word that they or common English know. It is safe for
// concurrent use.
type Speller struct {
	known func(language string) []Word
	words map[string]*vocabulary // by language
}

// A vocabulary holds the words of one language, sorted.
type vocabulary struct {
	once    sync.Once
	entries []entry
}

// An entry is a word of the vocabulary.
type entry struct {
	Word
	letters letters
	runes   int32
	sound   uint64
}

// A Guess is a word that a misspelt one may be.
type Guess struct {
	Word string
	Cost float64 // edits, or the like; 0 and up
}

// maxGuesses is how many readings of one misspelt word are given.
const maxGuesses = 3

// New returns a speller for the languages whose words are known. known is called
// once a language, when its first unknown word is met; it returns what [Count] does.
func New(languages []string, known func(language string) []Word) *Speller {
	s := &Speller{known: known, words: map[string]*vocabulary{}}
	for _, lang := range languages {
		s.words[lang] = &vocabulary{}
	}
	return s
}

// Warm learns the words of all languages, so that no question waits for them.
func (s *Speller) Warm() {
	for lang := range s.words {
		s.vocabulary(lang)
	}
}

// vocabulary returns the words of a language. One that is written without spaces, as
// Chinese is, has none: what stands between two blanks is no word.
func (s *Speller) vocabulary(lang string) []entry {
	v := s.words[lang]
	if v == nil || text.WrittenUnspaced(lang) {
		return nil
	}
	v.once.Do(func() {
		words := s.known(lang)
		v.entries = make([]entry, len(words))
		for i, w := range words {
			v.entries[i] = entry{w, lettersOf(w.Text), int32(utf8.RuneCountInString(w.Text)), soundKey(w.Text)}
		}
	})
	return v.entries
}

// longest is the longest word that is corrected, in runes; none in use is longer.
const longest = 40

// shortest is how many runes a word has that is corrected, and plainest how many one has of
// which any letter may be wrong: in English a list of common words says which are right;
// elsewhere a short word that the vocabulary lacks is rather another word, unless it differs
// in nothing but how the length of its vowels is written ("Krahn" for "Kran").
const shortest = 4

var plainest = map[bool]int{true: shortest, false: 6}

// Guess returns the likeliest words for a misspelt one, best first; nothing for
// a word that is right, or too short or too long to tell.
func (s *Speller) Guess(surface, lang string) []Guess {
	w := text.Fold(surface)
	if long, ok := words.Long(w, lang); ok {
		return []Guess{{long, 0.5}}
	}
	runes, have := []rune(w), lettersOf(w)
	if len(runes) < shortest || len(runes) > longest || (lang == "en" && words.Rarity(w) != words.Unlisted) {
		return nil
	}
	key := soundKey(w)
	short := len(runes) < plainest[lang == "en"]
	type scored struct {
		Guess
		rank float64
	}
	var found []scored
	for _, e := range s.vocabulary(lang) {
		cost, ok := likeness(runes, have, key, e, lang == "en")
		if ok && (!short || !slices.Contains(lengthTells, lang) && unmeasured(w) == unmeasured(e.Text)) {
			found = append(found, scored{Guess{e.Text, cost}, cost - 0.05*min(float64(e.Count), 6)})
		}
	}
	slices.SortFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.Word, b.Word))
	})
	var out []Guess
	for _, f := range found[:min(len(found), maxGuesses)] {
		if f.Cost <= found[0].Cost+0.5 {
			out = append(out, f.Guess)
		}
	}
	return out
}

// lengthTells are the languages in which nothing but a letter that is there twice tells many
// words apart: tuli, tulli and tuuli of Finnish, caro and carro, bomen and bommen.
var lengthTells = []string{"da", "es", "et", "fi", "hu", "it", "nl", "no", "pt", "sv", "tr"}

// unmeasured returns a word without the letters that only tell how long its vowels are: the
// second of a pair, but of s, which is another sound in "base" and "basse", and the h behind
// a vowel.
func unmeasured(w string) string {
	var b strings.Builder
	var last rune
	for _, r := range w {
		if (r != last || r == 's') && (r != 'h' || !strings.ContainsRune("aeiouy", last)) {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// letters is the set of a word's letters, 32 groups of them.
type letters uint32

func lettersOf(w string) letters {
	var out letters
	for _, r := range w {
		out |= 1 << (r & 31)
	}
	return out
}

// apart returns the fewest edits between words of these letters, since an edit takes
// and adds one letter at most. It rules nearly all words of a large vocabulary out.
func (l letters) apart(m letters) int {
	return max(bits.OnesCount32(uint32(l&^m)), bits.OnesCount32(uint32(m&^l)))
}

// likeness says how far a typed word is from a known one in edits, half an
// edit less if they sound alike, and whether that is near enough: one edit for
// words of up to 5 letters, two for longer ones, three if it sounds the same; or
// the beginning of a word cut short ("edu", "govt").
func likeness(typed []rune, have letters, key uint64, e entry, english bool) (cost float64, ok bool) {
	limit := 1
	if len(typed) > 5 && english {
		limit = 2
	}
	alike := key != 0 && key == e.sound
	if alike {
		limit++
	}
	if d := len(typed) - int(e.runes); d > limit || -d > limit || have.apart(e.letters) > limit {
		return 0, false // of a large vocabulary nearly all
	}
	word := []rune(e.Text)
	n := text.Distance(typed, word, limit)
	if n > limit {
		return 0, false
	}
	cost = float64(n)
	if alike {
		cost -= 0.5
	}
	if typed[0] != word[0] {
		cost += 0.5 // people seldom miss the first letter
	}
	return cost, true
}

// soundKey is a hash of the sound of a word, 0 where it has none: of a large
// vocabulary it takes less memory.
func soundKey(w string) uint64 {
	s := sound(w)
	if s == "" {
		return 0
	}
	h := fnv.New64a()
	io.WriteString(h, s) // a hash never fails
	return h.Sum64()
}

// sound returns a key that words sharing their consonants as spoken have in
// common: vowels after the first letter are dropped, doubled letters are one,
// and letters that English spells the same sound with are folded ("ph" and "f",
// "c" and "k" or "s", "q", "x", "z"). Words of other scripts have no key.
func sound(w string) string {
	for _, r := range w {
		if r > 'z' || r < 'a' {
			return ""
		}
	}
	w = soundSpelling.Replace(w)
	var b strings.Builder
	var last byte
	for i := range len(w) {
		c := w[i]
		if strings.IndexByte("aeiouyhw", c) >= 0 {
			if i > 0 {
				last = 0
				continue
			}
			c = 'a'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// soundSpelling folds the spellings of one sound, longest first.
var soundSpelling = strings.NewReplacer(
	"tion", "xn", "sion", "xn", "ture", "xr", "ough", "f", "augh", "f", "eigh", "a", "igh", "i",
	"ph", "f", "sch", "sk", "sh", "x", "ch", "x", "ck", "k", "cc", "k", "qu", "kw", "ce", "se", "ci", "si", "cy", "sy",
	"ge", "je", "gi", "ji", "gy", "jy", "dg", "j", "kn", "n", "wr", "r", "c", "k", "q", "k", "z", "s", "x", "ks", "v", "f", "d", "t")
