package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closedBy has the marks that close a quotation, by the one that opens it. Single ones,
// which are apostrophes as often, and those around titles of works open none.
var closedBy = map[rune]string{
	'"': "\"“”", '“': "”\"", '„': "“”\"", '〝': "〞〟", '＂': "＂",
	'«': "»", '»': "«", '‹': "›", '›': "‹", '「': "」", '『': "』", '｢': "｣",
}

// Marks that are at one end of what they enclose only, as a rule; Unicode has those of
// East Asia among the brackets.
const (
	openingMarks = "\"“„«‹‘‚「『《〈｢〝⹂"
	closingMarks = "\"'”’»›」』》〉｣〞〟"
)

// ClosedBy returns the marks that can close a quotation which r opens, "" if r opens none.
func ClosedBy(r rune) string { return closedBy[r] }

// OpensQuote reports a mark that as a rule is before what is quoted, or before the
// title of a work.
func OpensQuote(r rune) bool { return strings.ContainsRune(openingMarks, r) }

// ClosesQuote reports a mark that as a rule is after what is quoted, or after the
// title of a work.
func ClosesQuote(r rune) bool { return strings.ContainsRune(closingMarks, r) }

// IsQuote reports a quotation mark of any kind, an apostrophe too.
func IsQuote(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '"' || r == '\'' || r == '`'
	}
	return unicode.In(r, unicode.Pi, unicode.Pf) || OpensQuote(r) || ClosesQuote(r) || strings.ContainsRune("´﹁﹂﹃﹄＂＇ʼ", r)
}
