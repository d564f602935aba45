package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/outline/heading/lexicon"
)

// Capitals reads a heading in capitals, which has no number: "PURPOSE", or the word alone
// of what stands behind the body of a text, as "SCHEDULE".
func Capitals(s string) (Mark, bool) {
	if u, known := lexicon.Of(s); known && u.Rank <= lexicon.RankAnnex {
		return Mark{Style: u.Kind, Kind: u.Kind, Rank: u.Rank}, capitals(s)
	}
	return Mark{Style: CapitalStyle, Rank: lexicon.RankCapitals}, capitals(s)
}

// Behind reports a heading whose first word is one of what stands behind the body of a
// text: an annex, with a number or without.
func Behind(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	u, known := lexicon.Of(strings.Trim(word, ":.,()"))
	return known && u.Rank <= lexicon.RankAnnex
}

// Title is the mark of a short line of its own.
func Title() Mark { return Mark{Style: TitleStyle, Rank: lexicon.RankCapitals + 1} }

// Beside is the mark of a short line of its own on the level of sections.
func Beside() Mark { return Mark{Style: TitleStyle + " beside", Rank: lexicon.RankSection} }

// Question is the mark of a question that stands below a title.
func Question() Mark { return Mark{Style: TitleStyle + " question", Rank: lexicon.RankCapitals + 2} }

// Strong is the mark of a line in bold type, which stands below all numbered sections but
// points of lists, or above those that have a word.
func Strong(above bool) Mark {
	if above {
		return Title()
	}
	return Mark{Style: TitleStyle + " in bold", Rank: lexicon.RankItem + 10}
}

// RunIn is the mark of words in bold type that a paragraph begins with, as those of others
// beside it do. It stands below all numbered sections but points of lists.
func RunIn() Mark { return Mark{Style: RunInStyle, Rank: lexicon.RankItem + 11} }

// RunInStyle is the style of [RunIn].
const RunInStyle = TitleStyle + " run in"

// Centred is the mark of a line in the middle of a page behind the numbered sections.
func Centred() Mark { return Mark{Style: ClosingStyle, Rank: lexicon.RankAnnex} }

// Listed is the mark of a line without a number that the contents of a text have: at
// their margin, depth 1, or deeper.
func Listed(depth int) Mark {
	return Mark{Style: ListedStyle + strconv.Itoa(depth), Rank: lexicon.RankCapitals + depth}
}

// ListedStyle begins the styles of [Listed].
const ListedStyle = TitleStyle + " in contents "

// Plain reports a heading in capitals or without any sign, of which only its line tells
// that it is one.
func (m *Mark) Plain() bool {
	return strings.HasPrefix(m.Style, CapitalStyle) || strings.HasPrefix(m.Style, TitleStyle)
}

// columns are the least spaces between the two sides of a line, as of signatures.
const columns = "        "

// capitals reports whether s is a heading in capitals: short, with at least four
// letters and none in lower case, and nothing that smells of code.
func capitals(s string) bool {
	if len(s) > 200 || strings.Contains(s, columns) || strings.ContainsAny(s, "=*{}<>|\\_~^@;$") || strings.HasSuffix(s, ",") {
		return false
	}
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r), unicode.IsLetter(r) && !unicode.IsUpper(r):
			return false
		case unicode.IsUpper(r):
			upper++
		}
	}
	return upper >= 4 && utf8.RuneCountInString(s) <= 100 && !(Stopped(s) && len(strings.Fields(s)) > 6)
}
