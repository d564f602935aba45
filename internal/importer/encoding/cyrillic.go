package encoding

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// codePages are the encodings of Cyrillic, the commonest first: it wins a tie.
var codePages = []struct {
	name string
	page *charmap.Charmap
}{
	{"Windows-1251", charmap.Windows1251},
	{"KOI8-R", charmap.KOI8R},
	{"CP866", charmap.CodePage866},
	{"ISO-8859-5", charmap.ISO8859_5},
}

// cyrillic chooses the code page in which head reads most like words: the same
// bytes are letters in all of them, but rare ones, signs and capitals inside
// words in the wrong ones.
func cyrillic(head []byte) (string, encoding.Encoding) {
	best, score := 0, 0
	for i, c := range codePages {
		if s := likeWords(head, c.page); i == 0 || s > score {
			best, score = i, s
		}
	}
	return codePages[best].name, codePages[best].page
}

// Weights of what tells the code pages apart. A capital behind a small letter
// happens in names of firms only; a sign inside a word hardly ever.
const (
	capitalInside = -3
	signInside    = -3
)

// frequent and usual are the letters of Russian by frequency (Lyashevskaya and
// Sharov, 2009): the first eight make three letters in five of a text, the
// next ten three in ten. Ukrainian and Bulgarian have most of them, too.
const (
	frequent = "оеаинтср"
	usual    = "влкмдпуяыь"
)

// likeWords scores how much head looks like Cyrillic words in a code page.
func likeWords(head []byte, page *charmap.Charmap) int {
	score := 0
	var before, last rune
	for _, b := range head {
		r := page.DecodeByte(b)
		if b >= 0x80 && (r != last || r != before) { // no word has a letter three times: a line is drawn
			score += weight(r, last)
		}
		before, last = last, r
	}
	return score
}

// weight is what one character adds; last is the one before it.
func weight(r, last rune) int {
	low := unicode.ToLower(r)
	switch {
	case !unicode.Is(unicode.Cyrillic, r):
		if unicode.Is(unicode.Cyrillic, last) && !unicode.IsPunct(r) && !unicode.IsSpace(r) && !unicode.IsControl(r) {
			return signInside
		}
		return 0
	case r != low && unicode.IsLower(last):
		return capitalInside
	case strings.ContainsRune(frequent, low):
		return 2
	case strings.ContainsRune(usual, low):
		return 1
	}
	return 0
}
