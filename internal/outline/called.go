package outline

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

const (
	// fewestCalled is how often a text must call its sections by a word, and fewestNumbered
	// how many of them.
	fewestCalled   = 3
	fewestNumbered = 2

	// longestPlural is how many bytes longer than a word its plural may be. What is longer by
	// more is another word: Satzung, of Satz.
	longestPlural = 2
)

// calledKinds are the kinds whose words texts call sections by that have a number alone, and
// steppedKinds those that they call only such of numbers as 3.2 by: a point that has the
// number 3 is one of a list.
var (
	calledKinds  = []string{document.KindSection, "article", "rule", "clause", "principle"}
	steppedKinds = []string{"paragraph", "point", "item"}
)

// callSections finds out what a text calls its sections that have a number alone, from how
// it refers to them: "as by-law 12 says", « à l'article 5 ». The word must be one that counts
// such sections, or that the title ends in, in the plural, "By-laws", and the commonest of those.
func (p *parse) callSections() {
	numbers := map[string]bool{}
	for i := range p.nodes {
		if n := &p.nodes[i]; n.numberAlone() {
			numbers[n.Mark.Designation.Normal] = true
		}
	}
	if _, given := p.hints.level(document.KindSection); given || len(numbers) < fewestNumbered {
		return
	}
	titled := p.pluralOfTitle()
	plain, stepped := mentions{}, mentions{}
	for i := range p.Lines {
		for word, number := range p.references(p.Line(i)) {
			steps := strings.Contains(number, ".")
			if word = p.called(word, titled, steps); word == "" || !numbers[number] {
				continue
			}
			if steps {
				stepped.add(word, number)
			} else {
				plain.add(word, number)
			}
		}
	}
	p.own = callings{plain: plain.best(), stepped: stepped.best()}
	p.callStepped()
}

// callStepped makes sections of numbers such as 3.2 paragraphs or points where the text calls
// them so and has no other ones: «пункт 3.2» stands in section III. Where it does not refer to
// them, but has the word for sections above others, as in "Dritter Abschnitt", they are items.
func (p *parse) callStepped() {
	if _, name := p.kindCalled(calledKinds, p.own.stepped, lexicon.Heads); name != "" {
		return
	}
	kind, _ := p.kindCalled(steppedKinds, p.own.stepped, func(_, name string) bool { return name == p.own.stepped })
	switch {
	case kind != "":
		if p.own.stepped = ""; slices.Contains(p.kinds, kind) {
			return
		}
	case p.own.stepped == "" && p.pointLike():
		kind = "item"
	default:
		return
	}
	for i := range p.nodes {
		if n := &p.nodes[i]; p.stepped(n) {
			n.kind = kind
		}
	}
	p.kinds = p.orderKinds()
}

// pointLike reports that sections of numbers such as 3.2 are no sections to the text's language
// where nothing tells: few have a title, or those above them have its word for sections.
// English calls 3.2 of Section III a section, too, and what is counted in Chinese characters
// has no word.
func (p *parse) pointLike() bool {
	names := lexicon.Names(document.KindSection)[p.lang]
	if p.lang == "en" || len(names) == 0 || len(lexicon.Names("item")[p.lang]) == 0 || slices.Contains(text.Scripts(p.lang), unicode.Han) {
		return false
	}
	all, titled := 0, 0
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.Mark.Kind != "" && slices.Contains(strings.Fields(p.lower(n.Mark.Label)), names[0]) {
			return true
		}
		if p.stepped(n) {
			all++
			if !n.heading.Empty() {
				titled++
			}
		}
	}
	return titled*4 <= all
}

// stepped reports a section that has a number such as 3.2 alone, and is none of an article 3.
func (p *parse) stepped(n *node) bool {
	if n.parent >= 0 && lexicon.Rank(p.nodes[n.parent].Mark.Kind) >= lexicon.RankSection {
		return false
	}
	return n.numberAlone() && strings.Contains(n.Mark.Designation.Normal, ".")
}

// numberAlone reports a section that no word counts.
func (n *node) numberAlone() bool {
	return n.numbered() && n.Mark.Kind == "" && n.kindName() == document.KindSection
}

// callings are what a text calls its sections of numbers such as 3, and, where that is
// another word, of such as 3.2; "" for nothing.
type callings struct{ plain, stepped string }

// of returns what a section of a number is called.
func (c callings) of(number string) string {
	if strings.Contains(number, ".") {
		return cmp.Or(c.stepped, c.plain)
	}
	return c.plain
}

// mentions count the numbers that stand behind words.
type mentions map[string]map[string]int

func (t mentions) add(word, number string) {
	if t[word] == nil {
		t[word] = map[string]int{}
	}
	t[word][number]++
}

// best returns the word with the most numbers behind it, "" if those are few.
func (t mentions) best() string {
	best, most := "", 0
	for word, numbers := range t {
		n := 0
		for _, times := range numbers {
			n += times
		}
		if n > most || n == most && word < best {
			best, most = word, n
		}
	}
	if most < fewestCalled || len(t[best]) < fewestNumbered {
		return ""
	}
	return best
}

// called returns the name that a word calls sections by, in lower case, "" for none. titled
// is what [parse.pluralOfTitle] returns, steps whether the number behind the word is such as 3.2.
func (p *parse) called(word, titled string, steps bool) string {
	word = p.lower(word)
	if _, name := p.kindCalled(calledKinds, word, lexicon.Heads); name != "" {
		return name
	}
	if _, known := lexicon.Of(word); !known {
		if more, ok := strings.CutPrefix(titled, word); ok && more != "" && len(more) <= longestPlural && utf8.RuneCountInString(word) > 2 {
			return word
		}
	}
	if !steps {
		return ""
	}
	_, name := p.kindCalled(steppedKinds, word, func(_, name string) bool { return strings.HasPrefix(word, name) })
	return name
}

// kindCalled returns the first of the kinds that a word in lower case is a name of in the
// text's language, and the name of its sections, if that is fit; "" where there is none.
func (p *parse) kindCalled(kinds []string, word string, fit func(kind, name string) bool) (kind, name string) {
	for _, kind := range kinds {
		if names := lexicon.Names(kind)[p.lang]; slices.Contains(names, word) && fit(kind, names[0]) {
			return kind, names[0]
		}
	}
	return "", ""
}

// pluralOfTitle returns the word that the title ends in, in small letters, which may be that
// for the sections in the plural: "Harbour By-laws". It is "" where the title is about
// something: "Rules for the meeting rooms", "Plan of the streets".
func (p *parse) pluralOfTitle() string {
	named := strings.FieldsFunc(strings.ToLower(p.titleText()), notWordly)
	if len(named) == 0 || slices.ContainsFunc(named, p.countsSections) || len(named) > 1 && words.Function(p.lang).Has(named[len(named)-2]) {
		return ""
	}
	return named[len(named)-1]
}

// countsSections reports a word of the text's language for sections, in the singular or the
// plural.
func (p *parse) countsSections(word string) bool {
	return slices.ContainsFunc(calledKinds, func(kind string) bool { return slices.Contains(lexicon.Names(kind)[p.lang], word) })
}

// wordly reports what words are written with: "by-law".
func wordly(r rune) bool { return unicode.IsLetter(r) || r == '-' }

// references yields the words of a line that a number stands behind, and the numbers, in
// small letters: "rule", "3.2a". What the line begins with is none: it may be a caption. Nor
// is what may be of another text, "Article 6 of the GDPR", « l'article 5 de la loi ».
func (p *parse) references(line string) func(yield func(word, number string) bool) {
	return func(yield func(word, number string) bool) {
		for i := 1; i < len(line); i++ {
			if !digit(line[i]) || line[i-1] != ' ' {
				continue
			}
			end := i
			for end < len(line) && (digit(line[end]) || line[end] == '.' && end+1 < len(line) && digit(line[end+1])) {
				end++
			}
			if end < len(line) && line[end]|0x20 >= 'a' && line[end]|0x20 <= 'z' {
				end++ // "41F"
			}
			after, _ := utf8.DecodeRuneInString(line[end:])
			start := len(strings.TrimRightFunc(line[:i-1], wordly))
			if start > 0 && start < i-1 && !unicode.IsLetter(after) && !unicode.IsDigit(after) && !p.foreign(line[end:]) &&
				!yield(line[start:i-1], strings.ToLower(line[i:end])) {
				return
			}
			i = end
		}
	}
}

// behind matches the paragraphs in parentheses that stand behind a number, and a word.
var behind = regexp.MustCompile(`^(?:\s?\([^() ]{1,4}\))*\s(\pL+)`)

// foreign reports whether the number that stands before rest may be of another text: behind
// it is what it is of, or a name.
func (p *parse) foreign(rest string) bool {
	m := behind.FindStringSubmatch(rest)
	if m == nil {
		return false
	}
	first, _ := utf8.DecodeRuneInString(m[1])
	return unicode.IsUpper(first) || words.Of(p.lang).Has(m[1])
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
