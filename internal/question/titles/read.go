package titles

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// readTitles reads the titles of d, and what stands in them before a parenthesis, a
// colon or a dash, and several words before a comma.
func readTitles(d *document.Document) *Titles {
	t := &Titles{doc: d}
	last := 0 // what has a number; annexes without one stand at the end
	for i := range d.Sections {
		if !d.Sections[i].Designation.IsZero() {
			last = i
		}
	}
	kinds := map[string]int{}
	for i := range d.Sections {
		kinds[d.Sections[i].Kind]++
	}
	for i := range d.Sections {
		if d.Sections[i].Kind == document.KindTitle {
			continue
		}
		t.read(i, i >= last)
		if kinds[d.Sections[i].Kind] == 1 {
			t.addLevel(i)
		}
	}
	return t
}

// addLevel adds the name of a level that has several words, of section i, the only one of it:
// "transitional provision".
func (t *Titles) addLevel(i int) {
	s := &t.doc.Sections[i]
	before, behind, _ := strings.Cut(s.Label, s.Designation.Printed)
	if words := folded(grammar.Scan(before + behind)); !s.Designation.IsZero() && len(words) > 1 {
		t.all = append(t.all, title{Words: words, Section: i, Level: true})
	}
}

// read reads the title of section i, and of what stands within it.
func (t *Titles) read(i int, within bool) {
	s := &t.doc.Sections[i]
	name := text.Clean(t.doc.Title(i))
	if s.Designation.IsZero() && name == "" && s.Kind != document.KindPreamble && s.Kind != document.KindConclusion {
		name = text.Clean(s.Label)
	}
	words := folded(grammar.Scan(name))
	t.add(words, i)
	if s.Designation.IsZero() && firstLetter(name) != "" {
		t.addName(strings.TrimLeftFunc(name[utf8.RuneLen(firstRune(name)):], func(r rune) bool { return !unicode.IsLetter(r) }), i) // "F Budget"
	}
	if tokens := grammar.Scan(s.Label); printsWord(s.Designation.Printed) && len(tokens) == 2 {
		t.add(folded(tokens), i)
	}
	if first := firstPart(name); s.Designation.IsZero() && first != "" {
		if tokens := grammar.Scan(first); len(tokens) <= maxName {
			t.add(folded(tokens), i) // "ANNEX. Fees", "Preliminary title. Scope"
			if grammar.Lists(grammar.LevelApart, text.Fold(first)) {
				t.annex = append(t.annex, i)
			}
		}
	}
	if !s.Designation.IsZero() && grammar.Lists(grammar.LevelApart, s.Kind) {
		t.annex = append(t.annex, i) // "the annex", where it is Annex I
	}
	if within {
		t.addWithin(i)
	}
	if open, end := strings.IndexByte(name, '('), strings.IndexByte(name, ')'); open > 0 && end > open+2 && !strings.Contains(name[open:end], " ") {
		t.addName(name[open+1:end], i) // "Flexible Spending Account (FSA)"
	}
	t.addInitials(words, i)
	if end := strings.IndexAny(name, "(:—–（：,"); end > 0 && (name[end] != ',' || strings.Contains(name[:end], " ")) {
		t.addName(name[:end], i)
	}
}

// printsWord reports whether a designation is a word that is not known as a number: "İkinci".
func printsWord(printed string) bool {
	tokens := grammar.Scan(printed)
	return len(tokens) == 1 && !bareNumber(tokens, 0) && utf8.RuneCountInString(printed) > 2 && tokens[0].Fold == text.Fold(printed) && !tokens[0].Digits()
}

// firstPart returns what stands in a title before a full stop, or in Chinese before a
// space.
func firstPart(name string) string {
	first, _, _ := strings.Cut(name, ". ")
	if r := firstRune(name); unicode.Is(unicode.Han, r) {
		first, _, _ = strings.Cut(name, " ")
	}
	return first
}

func (t *Titles) addName(name string, i int) { t.add(folded(grammar.Scan(name)), i) }

// addInitials adds the initials of a title: "FAQ".
func (t *Titles) addInitials(of []string, i int) {
	short := initials(of)
	if short == "" || words.Rarity(short) != words.Unlisted {
		return
	}
	before := len(t.all)
	if t.addName(short, i); len(t.all) > before {
		t.all[before].Short = true
	}
}

func (t *Titles) add(words []string, i int) {
	if len(words) == 0 {
		return
	}
	for n := len(t.all) - 1; n >= 0 && t.all[n].Section == i; n-- {
		if slices.Equal(t.all[n].Words, words) {
			return
		}
	}
	t.all = append(t.all, title{Words: words, Section: i})
}

// folded returns the words of tokens, without articles in front and without what
// joins two words, which may be a mark as well: "Pay & benefits". What has a hyphen is
// several words.
func folded(tokens []phrase.Token) []string {
	var out []string
	for i := range tokens {
		if t := &tokens[i]; !t.Mark && !joins(t) && (len(out) > 0 || !grammar.In(t, grammar.Article)) {
			out = append(out, strings.Split(bare(t.Fold), "-")...)
		}
	}
	return out
}

// bare returns a word without apostrophes, which people leave out: "renters insurance".
func bare(word string) string { return strings.ReplaceAll(word, "'", "") }

// Same reports whether two folded words are the same but for apostrophes.
func Same(a, b string) bool { return bare(a) == bare(b) }

// initials returns the first letters of three words or more.
func initials(of []string) string {
	if len(of) < phrase.MinShort {
		return ""
	}
	var b strings.Builder
	for _, w := range of {
		b.WriteRune(firstRune(w))
	}
	return b.String()
}

// joins reports whether t is a word such as "and".
func joins(t *phrase.Token) bool { return grammar.In(t, grammar.And) && !t.Han() && len(t.Fold) > 1 }
