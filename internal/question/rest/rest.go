package rest

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A Word is one that no reference and no rule explains.
type Word struct {
	Word   string
	Weight float64 // in the index, 0 for a word that says nothing there
}

// A Scale weighs the words of messages about one document.
type Scale struct {
	Weight func(word string) float64
	Names  map[string]bool // the words of the document's name and titles, folded

	// First is the first word of its title, folded: what people call it whose title goes on
	// with a number or a place, "Betriebsvereinbarung Nr. 7". It is "" where the title is that
	// word alone, which may be its subject, or is written without spaces.
	First string

	genres map[string]bool // those of the names that end in a word for a genre: "Hausordnung"
}

// shortestGenre is how long the word for a genre is, in bytes, that a name may end in: "act"
// ends many words.
const shortestGenre = 5

// NewScale returns the scale of a document in whose index words weigh so much.
func NewScale(d *document.Document, weight func(word string) float64) Scale {
	s := Scale{Weight: weight, Names: map[string]bool{}, genres: map[string]bool{}}
	names := append([]string{d.Name, d.Meta.Title, d.Meta.ShortTitle}, slices.Collect(maps.Values(d.Meta.Titles))...)
	for _, w := range phrase.Words(grammar.Scan(strings.Join(names, " . "))) {
		s.Names[w.Fold] = true
		if slices.ContainsFunc(grammar.All().List(grammar.GenreName), func(genre string) bool { return len(genre) >= shortestGenre && strings.HasSuffix(w.Fold, genre) }) {
			s.genres[w.Fold] = true
		}
	}
	title := strings.Fields(text.Fold(d.Meta.Title))
	if len(title) > 1 && !strings.ContainsFunc(title[0], func(r rune) bool { return !unicode.IsLetter(r) || text.IsHan(r) }) {
		s.First = title[0]
	}
	return s
}

// Weigh returns the words of a row that are neither references nor a frame around them,
// with their weights, and the sum of these. title is that of the section named, of which
// the words say nothing new; naming tells that the document may be named as well.
func (s Scale) Weigh(words []phrase.Token, title string, naming bool) ([]Word, float64) {
	var rest []Word
	var sum float64
	add := func(w string) {
		weight := s.Weight(w)
		rest, sum = append(rest, Word{w, weight}), sum+weight
	}
	said := wordsOf(title)
	for i := range words {
		w := &words[i]
		if !Tells(w) || said(w) || requested(words, i) || ofDocument(words, i) || naming && s.ofName(words, i) {
			continue
		}
		if !w.Han() {
			add(w.Fold)
		} else if i+1 < len(words) && words[i+1].Han() && words[i+1].Start == w.End && Tells(&words[i+1]) {
			add(w.Fold + words[i+1].Fold)
		}
	}
	return rest, sum
}

// requested reports whether word i is the verb of a request: "could you forward …".
func requested(words []phrase.Token, i int) bool {
	for from := max(0, i-3); from < i; from++ {
		if m, pat := grammar.All().Set("request").Longest(words, from); pat != nil && m.End == i {
			return true
		}
	}
	return false
}

// ofDocument reports whether word i is the document beside what is named of it: "the
// last article of the law", "the law's last article", "section 3 of this lease".
func ofDocument(words []phrase.Token, i int) bool {
	if w := words[i]; strings.HasSuffix(w.Fold, "'s") {
		w.Fold = strings.TrimSuffix(w.Fold, "'s")
		return grammar.Lists(grammar.GenreName, w.Fold)
	}
	before := i - 1
	for before > 0 && grammar.In(&words[before], grammar.Article) {
		before--
	}
	if before > 0 && grammar.In(&words[before], grammar.This) && words[before-1].ID != 0 {
		return grammar.In(&words[before-1], grammar.Within) && (i+1 == len(words) || words[i].Stop)
	}
	return before >= 0 && grammar.In(&words[before], grammar.Within) && grammar.Lists(grammar.GenreName, words[i].Fold)
}

// ofName reports whether word i belongs to the document's name beside a reference:
// "RFC 1459 [section 1.3.1]", "[article 7] of the Law on Street Trading".
func (s Scale) ofName(words []phrase.Token, i int) bool {
	name := func(w *phrase.Token) bool {
		return s.Names[w.Fold] && w.Level == 0 || grammar.In(w, grammar.Within|grammar.Article) || grammar.Lists(grammar.GenreName, w.Fold)
	}
	if !s.Names[words[i].Fold] && !grammar.Lists(grammar.GenreName, words[i].Fold) {
		return false
	}
	for j := i; j < len(words) && (words[j].Ref || name(&words[j])); j++ {
		if words[j].Ref {
			return true
		}
	}
	j := i
	for j >= 0 && name(&words[j]) {
		j--
	}
	return j >= 0 && words[j].Ref && grammar.In(&words[j+1], grammar.Within)
}

// Tells reports whether w may be about the subject of the document rather than a
// frame around a reference.
func Tells(w *phrase.Token) bool {
	if w.Ref || w.Level != 0 || w.Hiragana() || grammar.In(w, grammar.Frame|grammar.Connective|grammar.One|grammar.Article|grammar.Number|grammar.Polite|
		grammar.Thanks|grammar.Greeting|grammar.Paragraph|grammar.Sentence) {
		return false
	}
	_, slip := grammar.Slip(w, grammar.SlipFrame)
	return !slip
}

// Telling returns words without those at both ends that tell nothing.
func Telling(words []phrase.Token) []phrase.Token {
	for len(words) > 0 && !Tells(&words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && !Tells(&words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// wordsOf returns whether a word is one of a title's.
func wordsOf(title string) func(*phrase.Token) bool {
	var b strings.Builder
	for _, w := range phrase.Words(grammar.Scan(title)) {
		b.WriteString(w.Fold)
		if !w.Han() {
			b.WriteByte(' ')
		}
	}
	all := " " + b.String()
	return func(w *phrase.Token) bool {
		return w.Han() && strings.Contains(all, w.Fold) || strings.Contains(all, " "+w.Fold+" ")
	}
}

// Asks reports whether one of the words asks.
func Asks(words []phrase.Token) bool { return grammar.Any(words, grammar.Ask) }

// Bare reports whether the words besides references carry no content, as they must
// beside what is only perhaps a reference.
func Bare(words []phrase.Token) bool {
	return grammar.Only(words, grammar.Frame|grammar.Connective|grammar.One|grammar.Article, func(w *phrase.Token) bool {
		return w.Ref || w.Hiragana() || w.Level != 0 && !w.Plural
	})
}

// The numbers that are years behind one of grammar.Time.
const (
	firstYear = 1900
	lastYear  = 2099
)

// Dated reports whether a number among words is a year or written with an exponent: "in
// 2024", "1e3".
func Dated(words []phrase.Token) bool {
	for i := range words {
		if w := &words[i]; w.Fold == "e" && w.Glued && i+1 < len(words) && words[i+1].Glued {
			return true
		}
		n, ok := phrase.Numeral(words, i)
		if ok && n.Form == numeral.Digits && n.Value >= firstYear && n.Value <= lastYear && i > 0 && grammar.In(&words[i-1], grammar.Time) {
			return true
		}
	}
	return false
}

// Documented returns words with the document called by its genre as "document", without
// its name, "the club's rulebook" in the bylaws of a club, or what is felt of it, up to two
// words that neither the document nor the grammar has: "sto benedetto regolamento"; and its
// levels without it.
func (s Scale) Documented(words []phrase.Token) []phrase.Token {
	out := make([]phrase.Token, 0, len(words))
	for i := range words {
		w := words[i]
		if s.NamedBefore(words, i) > 0 {
			continue
		}
		if w.Level == 0 && !w.Ref && (grammar.Lists(grammar.GenreName, w.Fold) || s.genres[w.Fold]) {
			for n := len(out); n > 0 && s.Names[strings.TrimSuffix(out[n-1].Fold, "'s")] && out[n-1].Level == 0 && !out[n-1].Ref; n-- {
				out = out[:n-1]
			}
			felt := 0
			for felt < min(mostFelt, len(out)-1) && s.strange(&out[len(out)-1-felt]) {
				felt++
			}
			if felt > 0 && !grammar.In(&out[len(out)-1-felt], grammar.Article) { // "the swiss constitution" is another
				out = out[:len(out)-felt]
			}
			grammar.Respell(&w, "document")
		}
		out = append(out, w)
	}
	return out
}

// NamedBefore returns how many words from i on are of the document's name and stand before
// the name of a level, which they say nothing of: "the fifth pool rule" in pool rules.
func (s Scale) NamedBefore(words []phrase.Token, i int) int {
	n := i
	for n < len(words) && s.Names[words[n].Fold] && Tells(&words[n]) && !words[n].Han() && !words[n].Digits() && !words[n].Stop {
		n++
	}
	if n == len(words) || words[n].Level == 0 {
		return 0
	}
	return n - i
}

// mostFelt is how many strange words may stand before the word for the document.
const mostFelt = 2

// strange reports whether w says nothing that the document or the grammar knows.
func (s Scale) strange(w *phrase.Token) bool {
	first, _ := utf8.DecodeRuneInString(w.Raw) // a reference has none
	return w.ID == 0 && !unicode.IsUpper(first) && !w.Ref && w.Level == 0 && !w.Han() && s.Weight(w.Fold) == 0
}
