package about

import (
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/sought"
)

// Ask is what a question asks of the document as a whole. It is a
// set: "who issued it and when" asks for two.
type Ask int

// What can be asked of the document as a whole.
const (
	Title    Ask = 1 << iota
	Issuer       // the body that issued it
	Adopted      // the date it was signed or adopted
	Released     // the date it was made public
	Dates        // "its date": whatever dates there are
	Language     // the language of the text
	Source       // where the text was taken from
	Nature       // what sort of document this is, what it is about
	Author       // a person who wrote or signed it
	Length       // how long the text is, in words or pages
	Cite         // how to cite it

	// InTitle is what the title of a document, or what stands beside it, may tell.
	InTitle = Title | Issuer | Adopted | Released | Dates | Nature | Author
)

// Has reports whether m asks for any of the things in x.
func (m Ask) Has(x Ask) bool { return m&x != 0 }

// Read returns what words ask of the document as a whole; 0 where they say anything else
// as well. asked is what kind of thing they ask for.
func Read(words []phrase.Token, asked sought.Kind) Ask {
	var ask Ask
	covered := make([]bool, len(words))
	for i := range words {
		ask |= at(words, i, covered)
	}
	for i := range words {
		if !covered[i] && !grammar.In(&words[i], grammar.About) {
			return 0
		}
	}
	return settle(ask, asked)
}

// at returns what the longest patterns from word i on ask, and marks their
// words as covered: "when was it made" says less than "when was it made public".
func at(words []phrase.Token, i int, covered []bool) Ask {
	var ask Ask
	end := i
	for pat, m := range grammar.All().Set("about").Each(words, i) {
		if m.End > end {
			ask, end = 0, m.End
		}
		if m.End == end {
			ask |= 1 << (pat.Value - 1)
		}
	}
	for ; i < end; i++ {
		covered[i] = true
	}
	return ask
}

// settle drops what only shadows a more exact ask.
func settle(ask Ask, asked sought.Kind) Ask {
	if ask.Has(Adopted | Released) {
		ask &^= Dates
	}
	if ask.Has(Author) {
		ask &^= Issuer | Title
		if !asked.Has(sought.Date) {
			ask &^= Adopted | Released
		}
	}
	if ask.Has(Issuer) && ask.Has(Source|Nature) {
		ask &^= Source | Nature
	}
	if ask.Has(Title|Released|Adopted|Dates) && ask.Has(Nature) {
		ask &^= Nature
	}
	return ask
}
