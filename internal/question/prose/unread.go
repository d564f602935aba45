package prose

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// said are the languages in Latin letters of which a folded word is among the commonest.
var said = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, l := range words.Languages() {
		if text.Scripts(l)[0] != unicode.Latin {
			continue
		}
		for _, set := range []words.Set{words.Function(l), words.Light(l)} {
			for w := range set.All() {
				if key := text.Fold(w); !slices.Contains(out[key], l) {
					out[key] = append(out[key], l)
				}
			}
		}
	}
	return out
})

// A Census counts what the words of a message in Latin letters say of its language.
type Census struct {
	Words  int // but numbers, and names in the midst of it
	Known  int // that are of a language that is read
	Marked int // others with letters that neither English nor Spanish has
	Votes  int // others that are of a language that is not read

	long []string // others that are long enough to tell a slip of English, maxLong at most

	// Language is that of which the most words are, if it is no other as well; "" for none.
	Language string
	Shared   int // words of that language, known ones too
}

// Count takes a census of the words of a message. read are the languages that are read;
// known reports a folded word of the document.
func Count(plain []phrase.Token, read []string, known func(string) bool) Census {
	c := Census{}
	votes, near, shared := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range plain {
		w := &plain[i]
		if r, _ := utf8.DecodeRuneInString(w.Raw); !unicode.Is(unicode.Latin, r) || i > 0 && !w.Opens && unicode.IsUpper(r) || strings.ContainsFunc(w.Raw, unicode.IsDigit) {
			continue
		}
		c.Words++
		of, own := said()[w.Fold], wordOf(w, read)
		for _, l := range of {
			shared[l]++
			if near[l]++; wordOf(w, []string{l}) {
				near[l]++ // with its accents
			}
		}
		switch {
		case own || known(w.Fold) || w.Level != 0 && w.ID != 0: // but for what only looks like a form of a level's name
			c.Known++
			continue
		case strings.ContainsFunc(strings.ToLower(w.Raw), func(r rune) bool { return accented(r) && !strings.ContainsRune("áéíóúüñ", r) }):
			c.Marked++
		}
		if slices.Contains(read, "en") && len(w.Fold) >= minLong && len(c.long) < maxLong {
			c.long = append(c.long, w.Fold)
		}
		for _, l := range of {
			votes[l]++
		}
	}
	second := 0
	for _, l := range slices.Sorted(maps.Keys(votes)) {
		c.Votes = max(c.Votes, votes[l])
		switch most := near[c.Language]; {
		case near[l] > most:
			c.Language, second = l, most
		case near[l] > second:
			second = near[l]
		}
	}
	if near[c.Language] == second {
		c.Language = ""
	}
	c.Shared = shared[c.Language]
	return c
}

// wordOf reports whether w is a common word of one of the languages. Accents that are typed
// must be its own.
func wordOf(w *phrase.Token, languages []string) bool {
	lower := strings.ToLower(w.Raw)
	return slices.ContainsFunc(languages, func(l string) bool {
		if words.Function(l).Has(lower) || words.Light(l).Has(lower) || words.IsEveryday(lower, l) || l == "en" && words.Rarity(w.Fold) != words.Unlisted {
			return true
		}
		return !strings.ContainsFunc(lower, accented) && slices.Contains(said()[w.Fold], l)
	})
}

// minLong is the length of words from which few of another language are a slip away from
// one of English.
const minLong = 6

// maxLong is how many words are tried for slips, each of which costs some hundred look-ups.
const maxLong = 12

// slip reports whether a word in lower case is one slip away from a word of English: a letter
// left out, put in, mistaken, or changed for the next.
func slip(w string) bool {
	listed := func(parts ...string) bool { return words.Rarity(strings.Join(parts, "")) != words.Unlisted }
	for i := range len(w) + 1 {
		before, behind := w[:i], w[i:]
		if len(behind) > 0 && listed(before, behind[1:]) || len(behind) > 1 && listed(before, behind[1:2], behind[:1], behind[2:]) {
			return true
		}
		for c := 'a'; c <= 'z'; c++ {
			if listed(before, string(c), behind) || len(behind) > 0 && listed(before, string(c), behind[1:]) {
				return true
			}
		}
	}
	return false
}

// accented reports a letter that English does not have.
func accented(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }

// Unread reports whether the words are hardly of a language that is read: few are known, and
// others are those of a language that is not read, or have its letters, and are no misspelt
// English.
func (c Census) Unread() bool { return c.strange() && !c.misspelt() }

// strange is Unread for what may be misspelt. Two words may be a name, and one may be anything.
func (c Census) strange() bool {
	const few = 3 // "is" and "a" are words of Hungarian, too: one of three may be known
	switch unknown := c.Words - c.Known; {
	case c.Words < 2 || c.Votes+c.Marked == 0:
		return false
	case c.Words == 2:
		return c.Known == 0 && c.Votes > 0 && c.Votes+c.Marked > 1
	case few*c.Known > c.Words:
		return c.Votes > lead && c.Votes >= c.Known+lead
	default:
		return c.Known == 0 || c.Marked > 0 || c.Votes > 1 || 2*c.Shared >= c.Words || unknown > few
	}
}

// misspelt reports whether most of the long words are one slip away from a word of English,
// and few words are of another language.
func (c Census) misspelt() bool {
	if 2*c.Votes >= c.Words {
		return false
	}
	slips := 0
	for _, w := range c.long {
		slips += phrase.One(slip(w))
	}
	return 2*slips > len(c.long)
}
