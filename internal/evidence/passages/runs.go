package passages

import (
	"hash/maphash"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text/words"
)

const (
	// maxInitials is how many letters an initialism has at most.
	maxInitials = 5

	// maxJoins is how many small words in a row are left out of an initialism.
	maxJoins = 2
)

// A spoken is a word of a text.
type spoken struct {
	start, end int
	lower      string
	hash       uint64
	upper      bool // it is written with a capital
	capital    bool // and not in capitals
	begins     bool // nothing stands before it, or what may be followed by a capital anyway
	apart      bool // more than white space, a hyphen or the like stands before it
	joins      bool // it is a small word that initialisms leave out: "of"
	no         bool // it has no place in a name: "which"
}

// A stretch is a run of words of a text whose initials may be an initialism: it begins and
// ends with words that have a place in a name, and there are two to five of them.
type stretch struct {
	text string
	all  []spoken // of the text
	i, j int      // the first and the last of the stretch
	n    int      // how many have a letter in it
	hash uint64   // of its words
}

// A reader reads the words of texts in a language.
type reader struct {
	language        string
	function, joins words.Set
	seed            maphash.Seed
}

func newReader(language string) reader {
	return reader{language, words.Function(language), words.Joins(language), maphash.MakeSeed()}
}

// runsOf returns all stretches of a text.
func (r reader) runsOf(text string) iter.Seq[stretch] {
	return func(yield func(stretch) bool) {
		all := r.words(text)
		for i := range all {
			for s := range from(text, all, i) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// from returns the stretches that begin with word i.
func from(text string, all []spoken, i int) iter.Seq[stretch] {
	return func(yield func(stretch) bool) {
		if all[i].joins || all[i].no {
			return
		}
		s := stretch{text, all, i, i, 1, all[i].hash}
		joins := 0
		for j := i + 1; j < len(all) && s.n < maxInitials && !all[j].apart && !all[j].no && joins <= maxJoins; j++ {
			s.hash = s.hash*0x9E3779B97F4A7C15 + all[j].hash
			if all[j].joins {
				joins++
				continue
			}
			s.j, joins = j, 0
			s.n++
			if !yield(s) {
				return
			}
		}
	}
}

// words reads the words of a text.
func (r reader) words(text string) []spoken {
	out := make([]spoken, 0, len(text)/8+1)
	end := 0
	for end < len(text) {
		start := end + strings.IndexFunc(text[end:], unicode.IsLetter)
		if start < end {
			break
		}
		between := text[end:start]
		n := strings.IndexFunc(text[start:], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c) })
		if n < 0 {
			n = len(text) - start
		}
		w := spoken{start: start, end: start + n, begins: len(out) == 0 || between != " " && opens(between), apart: between != " " && strings.Trim(between, " \t\r\n-’'*_\u00a0") != ""}
		r.look(&w, text)
		end = w.end
		out = append(out, w)
	}
	return out
}

// look notes what kind of word one is.
func (r reader) look(w *spoken, text string) {
	typed := text[w.start:w.end]
	w.lower = strings.ToLower(typed)
	w.hash = maphash.String(r.seed, w.lower)
	first, n := utf8.DecodeRuneInString(typed)
	if n == len(typed) {
		// The s of "members' and driver's", the l of "de l'eau".
		before, _ := utf8.DecodeLastRuneInString(text[:w.start])
		after, _ := utf8.DecodeRuneInString(text[w.end:])
		w.joins = r.joins.Has(w.lower) || apostrophe(before) || apostrophe(after)
		w.no = !w.joins
		return
	}
	w.upper = unicode.IsUpper(first)
	w.capital = w.upper && strings.ContainsFunc(typed, unicode.IsLower)
	w.joins = r.joins.Has(w.lower)
	w.no = !w.joins && r.function.Has(w.lower)
}

func apostrophe(c rune) bool { return c == '\'' || c == '’' }

// opens reports whether what stands before a word may give it a capital: a colon or a
// quotation mark, but neither a comma nor a bracket.
func opens(between string) bool {
	return strings.ContainsFunc(between, func(c rune) bool {
		return !unicode.IsSpace(c) && !strings.ContainsRune(",()-’'*_", c) && !unicode.IsDigit(c)
	})
}

// words are those of the stretch in lower case.
func (s stretch) words() string {
	var b strings.Builder
	for k := s.i; k <= s.j; k++ {
		if k > s.i {
			if strings.TrimLeft(s.text[s.all[k-1].end:s.all[k].start], "’'") == "" {
				b.WriteByte('\'')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(s.all[k].lower)
	}
	return b.String()
}

// letters are the initials of the stretch, in capitals.
func (s stretch) letters() string {
	var b strings.Builder
	for _, w := range s.all[s.i : s.j+1] {
		if !w.joins {
			first, _ := utf8.DecodeRuneInString(w.lower)
			b.WriteRune(unicode.ToUpper(first))
		}
	}
	return b.String()
}

// named reports whether the stretch is written as a name inside a sentence: its words have
// capitals, and those around it don't.
func (s stretch) named() bool {
	for _, w := range s.all[s.i : s.j+1] {
		if !w.joins && (!w.capital || w.begins) {
			return false
		}
	}
	before := s.i > 0 && !s.all[s.i].apart && s.all[s.i-1].capital && !s.all[s.i-1].begins
	after := s.j+1 < len(s.all) && !s.all[s.j+1].apart && s.all[s.j+1].capital
	return !before && !after
}

// defined reports whether the initials of the stretch stand by it in brackets, or by them it.
func (s stretch) defined() bool {
	rest := strings.TrimLeft(s.text[s.all[s.j].end:], " \n*_\"”»")
	if rest, ok := strings.CutPrefix(rest, "("); ok {
		rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " *_“\"„«'‘"), s.letters())
		after, _ := utf8.DecodeRuneInString(rest)
		return ok && (!unicode.IsLetter(after) || after == 's')
	}
	before, ok := strings.CutSuffix(strings.TrimRight(s.text[:s.all[s.i].start], " *_“\"„«'‘"), "(")
	return ok && strings.HasPrefix(rest, ")") && strings.HasSuffix(strings.TrimRight(before, " \n*_"), s.letters())
}

// mixed reports whether some words of the stretch have a capital where others don't, as
// those of no term have: "day of January".
func (s stretch) mixed() bool {
	var upper, lower bool
	for _, w := range s.all[s.i : s.j+1] {
		if !w.joins && (!w.begins || !w.upper) {
			upper, lower = upper || w.upper, lower || !w.upper
		}
	}
	return upper && lower
}

// alone reports whether the text, a short one, says nothing beside the stretch but what is
// no name.
func (s stretch) alone() bool {
	if len(s.all) > maxInitials*(maxJoins+1) {
		return false
	}
	for k, w := range s.all {
		if (k < s.i || k > s.j) && !w.joins && !w.no {
			return false
		}
	}
	return true
}
