package passages

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/recent"
	"pincite/internal/text/words"
)

const (
	// maxInitials is how many letters an initialism has at most. One of two letters may
	// well be the word that the text has.
	maxInitials = 5

	// maxSpelt is how much of a text is searched for what an initialism stands for.
	maxSpelt = 2 << 20

	// rememberedInitials is how many initialisms are remembered.
	rememberedInitials = 256
)

// initials tells which words of a text an initialism stands for. It is safe for concurrent
// use.
type initials struct {
	text  string
	known *recent.Map[string, run] // by initialism
}

// A run is the words that an initialism stands for, in lower case; "" for none.
type run struct {
	words string
	named bool // they are written with capitals
}

func newInitials(text string) *initials {
	end := min(len(text), maxSpelt)
	for end > 0 && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return &initials{text[:end], recent.NewMap[string, run](rememberedInitials)}
}

var (
	// wordOf is a word of a question, whatever it is joined with.
	wordOf = regexp.MustCompile(`[\pL\pN](?:[\pL\pN.-]*[\pL\pN])?`)

	// initialism is a word in capitals, or one that may be typed without, and its plural.
	initialism = regexp.MustCompile(`^(\p{Lu}{2,5}|\p{Ll}{3,5}?)s?$`)

	// joint is what may stand between two words of which the initials are taken: a small
	// word or two that is left out.
	joint = `[’']?[\s-]+(?:\pL{1,3}[\s’']+){0,2}`
)

// Spell writes every initialism in a question as the words of the document that it stands
// for and that it does not have itself: "AGM" as "annual general meeting". Those words are its
// second result. A question all in capitals has none, and a word without them is one where
// the document does not have it and writes what it stands for with capitals.
func (c *Set) Spell(question string) (spelt, meant string) {
	if !strings.ContainsFunc(question, unicode.IsLower) && strings.ContainsRune(strings.TrimSpace(question), ' ') {
		return question, ""
	}
	var all []string
	spelt = wordOf.ReplaceAllStringFunc(question, func(w string) string {
		parts := initialism.FindStringSubmatch(w)
		if parts == nil {
			return w
		}
		letters, lower := strings.ToUpper(parts[1]), parts[1] != strings.ToUpper(parts[1])
		if lower && c.ordinary(w) || len(letters) < 3 && c.Own().has(letters) || c.initials.has(letters) {
			return w
		}
		r := c.initials.standsFor(letters)
		if r.words == "" || lower && !r.named {
			return w
		}
		all = append(all, r.words)
		return r.words
	})
	return spelt, strings.Join(all, " ")
}

// ordinary reports whether a word is one of the document or of its language.
func (c *Set) ordinary(word string) bool {
	return len(c.Own().Analyze(word)) == 0 || words.IsEveryday(word, c.Own().Language) || c.Own().has(word)
}

// standsFor returns what an initialism stands for in the text: of several runs of words that
// which is there the most, where those with capitals count for more, and one that is
// followed by the initialism in brackets.
func (x *initials) standsFor(letters string) run {
	if r, ok := x.known.Get(letters); ok {
		return r
	}
	count := map[run]int{}
	for _, m := range runOf(letters).FindAllStringSubmatchIndex(x.text, -1) {
		words := x.text[m[2]:m[3]]
		r := run{words: strings.ToLower(strings.Join(strings.Fields(words), " "))}
		r.named = capitals(words) >= utf8.RuneCountInString(letters)
		count[r]++
		if r.named || strings.HasPrefix(strings.TrimLeft(x.text[m[3]:], " \n(“\"„«"), letters) {
			count[r] += 2
		}
	}
	var best run
	for r, n := range count {
		if n > max(count[best], 1) || n == count[best] && r.words < best.words {
			best = r
		}
	}
	x.known.Add(letters, best)
	return best
}

// runOf matches the words whose initials are some letters.
func runOf(letters string) *regexp.Regexp {
	var words []string
	for _, c := range letters {
		words = append(words, string(c)+`\pL+`)
	}
	return regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(` + strings.Join(words, joint) + `)`)
}

// capitals is how many words of a run begin with one.
func capitals(run string) (n int) {
	for w := range strings.FieldsFuncSeq(run, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			n++
		}
	}
	return n
}

// Initials returns the initialisms that the document has for words of a question: "AGM" for
// "annual general meeting".
func (c *Set) Initials(question string) []string {
	var out []string
	typed := strings.FieldsFunc(question, func(r rune) bool { return !unicode.IsLetter(r) })
	for i := range typed {
		letters := ""
		for j := i; j < min(len(typed), i+2*maxInitials) && utf8.RuneCountInString(letters) < maxInitials; j++ {
			first, _ := utf8.DecodeRuneInString(typed[j])
			letters += string(unicode.ToUpper(first))
			if n := utf8.RuneCountInString(letters); n < 3 || slices.Contains(out, letters) || !c.initials.has(letters) {
				continue
			}
			said := strings.ToLower(strings.Join(typed[i:j+1], " "))
			if c.initials.standsFor(letters).words == said {
				out = append(out, letters)
			}
		}
	}
	return out
}

// has reports whether the text has an initialism as a word.
func (x *initials) has(letters string) bool {
	for at := 0; ; {
		n := strings.Index(x.text[at:], letters)
		if n < 0 {
			return false
		}
		at += n
		before, _ := utf8.DecodeLastRuneInString(x.text[:at])
		at += len(letters)
		after, _ := utf8.DecodeRuneInString(x.text[at:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
}
