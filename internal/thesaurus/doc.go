// Package thesaurus knows which words mean nearly the same, by language: people ask about
// a gun where the text says firearms.
//
// It has English alone, from WordNet 3.0: the words of the first three meanings of a word,
// and those above and below them in two steps ("eat", "consume"; "poodle", "dog"). Words are as
// the index of an English document has them, stems. Names are left out, and what two words
// are needed for. A list has at most 48 words, the nearest first. Such a word is a hint where
// to look, not a sign that the text says what is asked.
//
// The list is read in place: it costs nothing at start, no memory of its own beyond the pages that
// are looked at, some 4 MB of the program, and less than a microsecond a word. To make it again, with
// the files of WordNet (Debian's wordnet-base has them in /usr/share/wordnet):
//
//	go test ./internal/thesaurus -run Make -wordnet DIR
//
// That makes testdata/stems.txt too, by which a test tells when the analyzer has changed since.
//
// COPYRIGHT has the notice of WordNet, which goes with every copy.
package thesaurus
