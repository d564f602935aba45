package grammar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A Bag is a set of lists that a word is in.
type Bag uint64

// The lists of words that are asked for by name in code; see the files for what is
// in them.
const (
	Greeting    Bag = 1 << iota // hello
	Thanks                      // thanks, bye
	Chat                        // may stand around small talk
	Frame                       // around a wish to see a section: "show me … please"
	Structure                   // around a question about the structure
	About                       // around a question about the document
	Connective                  // go on from the last message: "and", "but"
	Ask                         // question words
	Polite                      // "please", "could you"
	And                         // between the numbers of a list
	To                          // between the ends of a range
	ToDigits                    // the same between digits only
	Classifier                  // between a Chinese ordinal and its level
	Article                     // "the"
	Between                     // makes the "and" behind it a range
	Number                      // say that a number follows: "no."
	From                        // begin a range of digits
	One                         // stand for a section behind an ordinal: "the tenth one"
	Counted                     // before a number make it a count
	MeasureWord                 // between a Chinese count and what is counted
	Within                      // join a section to the one that holds it
	NoLevel                     // are one letter away from the name of a level
	Time                        // before a number make it a year
	Auxiliary                   // begin a question that is answered with yes or no
	ThirdPerson                 // may mean the document, or what was said before
	Document                    // the document
	AnySection                  // are levels, and used of all sections as well
	Of                          // "the parts of the document"
	Paragraph                   // a paragraph of a section
	Sentence                    // a sentence of a section
	Point                       // a lettered or numbered point of a section
	Inserted                    // behind a number make it an inserted one: "bis", 之一
	NoNumber                    // only look like a number: "once", the 一 of 一共 by what follows
	FirstFew                    // begins a run from the first: 前三条
	Verbatim                    // ask for the text itself: "exact", "wording"
	See                         // ask to see a section: "show", "read"
	Version                     // before a number make it that of a program: "release"
	Uppermost                   // ask for the sections that no other of their kind holds
	Joining                     // of those that ask, join clauses where they do not open one: "creo que"
	Dot                         // the point of a designation that is read out: "ten point three"
	Addressed                   // tell who reads what he is or has done: "you're"
	Each                        // say that something is meant of all that are named: "respectively"
	Scorn                       // tell what is thought of somebody who is of no use: "stupid"
	Reader                      // are who reads the message: "you", "bot"
	Directly                    // stand before a place: "right after"
	This                        // point to what is at hand: "this"
	But                         // say that something is otherwise: "but", "only"
	Inside                      // make what they stand beside the place where something is: "in"
	Dismiss                     // tell who reads to leave something alone: "ignore"
	Told                        // what a program was told before a talk: "instructions"
	Brevity                     // ask for less: "shorter"
	Length                      // stand beside those: "long", "version"
	Arranged                    // the order of a text: "structure"
	Total                       // all there is: "everything"
	Whole                       // all of one thing: "entire"
	Praise                      // say that something is good, where the document has no such word: "prima"
	Other                       // are second before the name of a level, and others before several: the Swedish "andra"
)

// names are the names of the lists in the files, in the order of the bits.
var names = [...]string{"greeting", "thanks", "chat", "frame", "structure", "about", "connective", "ask", "polite", "and", "to",
	"to between digits", "classifier", "article", "between", "number", "from", "one", "counted", "measure word", "within",
	"no level", "time", "auxiliary", "third person", "document", "any section", "of", "paragraph",
	"sentence", "point", "inserted", "no number", "first few", "verbatim", "see", "version", "uppermost", "joining", "dot", "addressed", "each", "scorn", "reader", "directly", "this", "but", "inside",
	"dismiss", "told", "brevity", "length", "arranged", "total", "whole", "praise", "other"}

// Lists that are asked for as they are.
const (
	LevelHigh            = "level high"             // names of upper levels in documents at large
	LevelLow             = "level low"              // names of the others
	LevelPlural          = "level plural"           // names of several of a level, where the ending does not tell
	LevelApart           = "level apart"            // names of levels that no other stands for: annex
	CaseEnding           = "case ending"            // endings of inflected nouns
	CountedByFive        = "counted by five"        // endings of nouns behind five and more
	CountedByTwo         = "counted by two"         // the same behind two to four
	CountedWithoutEnding = "counted without ending" // whole nouns behind five and more
	SlipFrame            = "slip in a frame"        // words of frames, long enough to be known with a slip
	SlipMentions         = "slip in mentions"       // the same in frames of a wish for mentions
	AndAtHome            = "and at home"            // join numbers where the document is in their language: the Czech "a"
	GenitiveAtHome       = "genitive at home"       // endings of nouns that no "in" stands before, in documents of the language
	Header               = "header"                 // names of the headers of mail
	PassedOn             = "passed on"              // before the subject of a mail that answers or passes on another
	GenreName            = "genre"                  // what documents call themselves: law, handbook
	Elided               = "elided"                 // what stands before an apostrophe and a noun: "l'articolo"
	Device               = "device"                 // what sends messages, and says so below them
	Signature            = "signature"              // lines that end a letter
	Hesitation           = "hesitation"             // sounds between words: "uh"
)

// Set returns the patterns of a group.
func (g *Grammar) Set(group string) *phrase.Set { return g.sets[group] }

// List returns a list of words by name.
func (g *Grammar) List(name string) []string { return g.lists[name] }

// Lists reports whether a list that is asked for as it is has a folded word.
func Lists(list, word string) bool { return slices.Contains(All().lists[list], word) }

// PluralsListed reports whether a language lists the plurals of names of levels, so that an
// ending tells nothing.
func PluralsListed(language string) bool { return slices.Contains(All().plurals, language) }

// JoiningAtHome returns the words that stand between the numbers of a list in documents of a
// language, whatever they mean in others: the "a" of "§ 2 a 5" ends a range in Spanish.
func JoiningAtHome(language string) []string { return All().atHome[language] }

// Genitive reports whether a folded word ends as the genitive does in a language, which a
// letter may stand before, but no "in" does: «подпункт в пункта 2».
func Genitive(language, word string) bool {
	return slices.ContainsFunc(All().genitive[language], func(end string) bool { return strings.HasSuffix(word, end) })
}

// In reports whether w is in any of the lists of b.
func In(w *phrase.Token, b Bag) bool { return BagsOf(w)&b != 0 }

// BagsOf returns the lists that w is in.
func BagsOf(w *phrase.Token) Bag { return All().bags[w.ID] }

// fillBags notes the lists of every word. It comes last: by then the vocabulary
// has all the words of patterns.
func (g *Grammar) fillBags() {
	for i, name := range names {
		for _, w := range g.lists[name] {
			for _, id := range g.vocabulary.Number(w) {
				g.bags = append(g.bags, make([]Bag, max(0, int(id)+1-len(g.bags)))...)
				g.bags[id] |= 1 << i
			}
		}
	}
	g.bags = append(g.bags, make([]Bag, max(0, g.vocabulary.Len()-len(g.bags)))...)
}

// addNumbers reads lines like "7 sette settimo settima": a value, the word that
// counts, and those that order.
func (g *Grammar) addNumbers(s section) error {
	for _, l := range s.lines {
		words := strings.Fields(l)
		n, err := strconv.Atoi(words[0])
		if err != nil {
			return fmt.Errorf("grammar %s:%d: %q begins with no number", s.file, s.line, l)
		}
		for i, w := range words[1:] {
			g.counting[w] = append(g.counting[w], s.language())
			g.vocabulary.AddNumber(w, numeral.Numeral{Value: n, Used: 1, Ordinal: i > 0, Form: numeral.Words})
		}
	}
	return nil
}

// CountsIn returns the languages in which t is a number, none where it is no number word, and
// whether it may be one in messages and documents in others too, as the words that package
// numeral reads are.
func CountsIn(t *phrase.Token) (languages []string, abroad bool) {
	if !t.Counts() {
		return nil, false
	}
	languages = All().counting[t.Fold]
	if n, ok := numeral.Read([]string{t.Raw}); ok && n.Form == numeral.Words && !t.Han() {
		return append(numeral.Languages(), languages...), true
	}
	return languages, false
}

// Scan splits s into tokens that know their numbers in the vocabulary. Words in
// the spelling of chats read like the ones that they stand for.
func Scan(s string) []phrase.Token {
	g := All()
	tokens := g.slashed(g.vocabulary.Scan(s))
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		if elided, noun, ok := strings.Cut(t.Fold, "'"); ok && noun != "" && slices.Contains(g.lists[Elided], elided) {
			tokens = slices.Replace(tokens, i, i+1, g.vocabulary.Split(*t, []string{elided + "'", noun})...) // "l'ultimo articolo"
			continue
		}
		g.undraw(t)
		if word, ok := g.besideOthers(tokens, i); ok {
			tokens = slices.Replace(tokens, i, i+1, g.vocabulary.Split(*t, []string{word})...)
			continue
		}
		w, ok := g.spellings[t.Fold]
		if typed := strings.ToLower(t.Raw); !ok && typed != t.Fold {
			w, ok = g.spellings[typed] // what only the accents tell from others
		}
		if short, dotted := g.dotted(tokens, i); dotted {
			tokens = slices.Delete(tokens, i+1, i+2)
			t.Stop = false
			w, ok = short, true
		}
		if !ok || w.guarded && !(t.Raw == t.Fold && i+1 < len(tokens) && tokens[i+1].ID != 0 && !In(&tokens[i+1], Connective)) {
			continue
		}
		if _, number := phrase.Numeral(tokens, i+1); w.counted && !number {
			continue
		}
		if words := strings.Fields(w.word); len(words) > 1 {
			tokens = slices.Replace(tokens, i, i+1, g.vocabulary.Split(*t, words)...)
			continue
		}
		g.vocabulary.Respell(t, w.word)
	}
	return tokens
}

// dotted returns the word that token i is short for with the full stop behind it, and whether
// it is, before a number or a sign of sections: "§ 2 u. § 4", "(2) u. (5)".
func (g *Grammar) dotted(tokens []phrase.Token, i int) (spelling, bool) {
	if i+2 >= len(tokens) || tokens[i+1].Raw != "." || tokens[i].End != tokens[i+1].Start {
		return spelling{}, false
	}
	w, ok := g.spellings[tokens[i].Fold+"."]
	_, number := phrase.Numeral(tokens, i+2)
	return w, ok && (number || tokens[i+2].Mark && strings.Contains("(§", tokens[i+2].Raw))
}

// slashed joins what is spelt with a slash and no space: "w/o".
func (g *Grammar) slashed(tokens []phrase.Token) []phrase.Token {
	for i := 0; i+2 < len(tokens); i++ {
		a, slash, b := &tokens[i], &tokens[i+1], &tokens[i+2]
		if slash.Raw != "/" || a.Mark || b.Mark || a.End != slash.Start || slash.End != b.Start {
			continue
		}
		if w, ok := g.spellings[a.Fold+"/"+b.Fold]; ok {
			joined := phrase.Token{Fold: w.word, Raw: a.Raw + "/" + b.Raw, Start: a.Start, End: b.End, Stop: b.Stop}
			g.vocabulary.Respell(&joined, w.word)
			tokens = slices.Replace(tokens, i, i+3, joined)
		}
	}
	return tokens
}

// Respell makes t read like a word of the grammar.
func Respell(t *phrase.Token, word string) { All().vocabulary.Respell(t, word) }

// minSlip is the shortest word that is taken for a slip: in bytes for one of a list, in
// runes for one of a frame.
const minSlip = 4

// misspellable reports a word that no table has, in a script whose words have letters to
// mistake.
func misspellable(w *phrase.Token) bool {
	return w.ID == 0 && !w.Ref && w.Level == 0 && !w.Mark && !w.Han()
}

// Slip returns the word of a list that w, a word no table has, is one slip away
// from.
func Slip(w *phrase.Token, list string) (string, bool) {
	if !misspellable(w) || len(w.Fold) < minSlip {
		return "", false
	}
	for _, f := range All().lists[list] {
		if text.Near(w.Fold, f, 1) {
			return f, true
		}
	}
	return "", false
}

// Respelt returns words with every slip of a word of the list as that word; nil if
// there are none.
func Respelt(words []phrase.Token, list string) []phrase.Token {
	var out []phrase.Token
	for i := range words {
		if f, ok := Slip(&words[i], list); ok {
			if out == nil {
				out = append(out, words...)
			}
			All().vocabulary.Respell(&out[i], f)
		}
	}
	return out
}
