package outline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/outline/levels"
	"pincite/internal/text/numeral"
)

// nameLevels gives every level of numbered sections its kind: the word that the
// text uses, or a generic one by depth; then those of the hints take the
// place of the inferred ones, from the top down.
func (p *parse) nameLevels() {
	ranked := levels.Sorted(p.levels, func(l *levels.Level) bool { return l.Numbered })
	p.guessKinds()
	inferred := map[string]bool{}
	for _, l := range ranked {
		inferred[l.Kind] = true
	}
	var given []string
	for _, l := range p.hints.Levels {
		if !inferred[l.Kind] {
			given = append(given, l.Kind)
		}
	}
	for _, l := range ranked {
		if _, named := p.hints.level(l.Kind); !named && len(given) > 0 {
			l.Kind, given = given[0], given[1:]
		}
	}
	p.kinds = p.orderKinds()
}

// orderKinds returns the kinds of the levels from the top down. A kind that several
// levels have stands where most of its sections do.
func (p *parse) orderKinds() []string {
	ranked := levels.Sorted(p.levels, func(l *levels.Level) bool { return l.Numbered })
	most := map[string]int{}
	for _, l := range ranked {
		for _, k := range p.kindsOf(l) {
			most[k] = max(most[k], l.Count)
		}
	}
	var out []string
	for _, l := range ranked {
		for _, k := range p.kindsOf(l) {
			if l.Count == most[k] && !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// kindsOf returns the kinds of a level's sections: several where the format gives
// the level and the words tell them apart, as those of articles and annexes.
func (p *parse) kindsOf(l *levels.Level) []string {
	var out []string
	for i := range p.nodes {
		if n := &p.nodes[i]; n.level == l && n.numbered() && !slices.Contains(out, n.kindName()) {
			out = append(out, n.kindName())
		}
	}
	return out
}

// guessKinds names the levels of bare numbers by what stands above them, and gives
// every numbered heading the kind of its word or its level.
func (p *parse) guessKinds() {
	for i := range p.nodes {
		n := &p.nodes[i]
		l := n.level
		if !n.numbered() && n.Mark.Kind == "" {
			continue
		}
		n.kind = n.Mark.Kind
		switch {
		case n.Mark.Kind != "":
		case n.level.Style == "(1)" && n.parent < 0 && p.named("article"):
			n.kind = recital
		case l.Kind == "" && p.asks(l):
			l.Kind = "question"
		case l.Kind == "":
			l.Kind = p.genericKind(n)
		}
	}
}

// recital is the kind of what is numbered in brackets before the first article.
const recital = "recital"

// listStyle reports the marks of list points: "(1)", "a)", "（一）".
func listStyle(style string) bool {
	return strings.HasPrefix(style, "(") || strings.ContainsAny(style, "aiAа") && !strings.HasPrefix(style, "1.1")
}

func (p *parse) genericKind(n *node) string {
	style, up := n.level.Style, (*node)(nil)
	if n.parent >= 0 {
		up = &p.nodes[n.parent]
	}
	given := style[0] == '#' || n.level.Evident()
	switch {
	case given && up != nil && up.numbered() && !n.Mark.Bracketed() && n.Mark.Number >= 100:
		return "section" // everybody says section 110
	case p.through[n.level] && p.headed(n.level) && up != nil && up.Mark.Kind != "" && lexicon.Rank(up.Mark.Kind) < lexicon.RankSection && !n.Mark.Bracketed() && !p.named("section"):
		return "section"
	case (style == "一 " || style == "I-") && up != nil:
		return "item"
	case strings.HasPrefix(style, "1.1"), strings.HasPrefix(style, heading.CodeStyle), given && (up == nil || !up.numbered()):
		return "section"
	case given && !n.Mark.Bracketed():
		return "subsection"
	case given && up.Mark.Bracketed():
		return "subpoint"
	case listStyle(style) && up != nil && up.level.Weak && (up.level.Kind == "point" || up.level.Kind == "subpoint"):
		return "subpoint"
	case (listStyle(style) || given) && (up != nil || n.level.Style != "A."):
		return "point"
	case up == nil && p.named("section"), up != nil && !up.numbered():
		return "item"
	case up == nil, byHundreds(n, up):
		return "section"
	case !up.level.Weak && (lexicon.Rank(up.kindName()) >= lexicon.RankSection || !p.headed(n.level)):
		return "paragraph"
	case up.level.Weak, p.named("section"): // below an annex of a text in §§
		return "item"
	}
	return "section"
}

// headed reports whether at least half of a level's sections have headings.
func (p *parse) headed(l *levels.Level) bool {
	with := 0
	for i := range p.nodes {
		if n := &p.nodes[i]; n.level == l && !n.heading.Empty() {
			with++
		}
	}
	return with*2 >= l.Count
}

// named reports whether the text itself calls a level by this kind. A level of numbers such
// as 1.1 has its kind from general use.
func (p *parse) named(kind string) bool {
	for _, l := range p.levels {
		if l.Kind == kind && l.Tier == 0 && l.Style[0] != '#' && !strings.HasPrefix(l.Style, "1.1") {
			return true
		}
	}
	return false
}

// kindName is the kind of a section.
func (n *node) kindName() string {
	switch {
	case !n.numbered():
		return document.KindSection
	case n.kind != "" && (n.level.Style[0] == '#' || n.Mark.Kind == ""):
		return n.kind
	case n.level.Style[0] == '#' && n.Mark.Prefix != "":
		return "section" // everybody says section 1.1
	}
	return n.level.Kind
}

// duplicates finds the levels whose ids need those of the sections above: where
// the numbers begin again, and the points of a list in any case. Numbers in one place
// only are such points; those that run on from section to section are not.
func (b *builder) duplicates() {
	seen, places, runOn := map[string]bool{}, b.places(), b.runOn()
	for i := range b.nodes {
		n := &b.nodes[i]
		if !n.numbered() {
			continue
		}
		id := n.kindName() + "-" + n.Mark.Designation.Normal
		listed := n.level.Tier == 0 && !runOn[n.level] || n.Shape.Item || places[n.level] == 1
		if b.namedByNumber(i) {
			seen[id] = true
			continue
		}
		point := (n.level.Weak && listed || n.Mark.Bracketed()) && n.parent >= 0 && b.nodes[n.parent].numbered() && n.kindName() != "section"
		b.restarts[n.level] = b.restarts[n.level] || seen[id] || point && n.Mark.Prefix == ""
		seen[id] = true
	}
}

// name makes the id and the label of section i.
func (b *builder) name(i int) (id, label string) {
	n := &b.nodes[i]
	if !n.numbered() {
		words := document.OneLine(b.View(n.heading).Text)
		if n.Mark.Style == heading.RunInStyle {
			words = strings.TrimSuffix(words, ".")
		}
		if words == "" {
			words = n.Mark.Label // "0." before plain text
		}
		return b.unique(slug(words)), words
	}
	number := n.Mark.Designation.ID()
	id, label = n.kindName()+"-"+number, b.label(n)
	if n.parent < 0 || !b.restarts[n.level] || b.namedByNumber(i) || n.Mark.Prefix != "" && b.used[id] == 0 {
		return b.unique(id), label
	}
	up := &b.out[b.at[n.parent]]
	if n.Mark.Kind != "" {
		return b.unique(up.ID + "-" + id), label
	}
	if _, given := b.hints.level(n.kindName()); !up.Designation.IsZero() && !given && n.Mark.Prefix == "" {
		label = b.nestedLabel(up, n)
	}
	return b.unique(up.ID + "-" + number), label
}

// nestedLabel is the label of a section whose number says nothing without that of
// the section above: "Article 1(a)", "Section B.2".
func (b *builder) nestedLabel(up *document.Section, n *node) string {
	switch {
	case b.lang == "zh" && !(endsInDigit(up.Label) && n.Mark.Style[0] == '1'):
		return up.Label + n.Mark.Label
	case n.level.Evident() && !n.Mark.Bracketed():
		return up.Label + "." + n.Mark.Designation.Printed
	}
	return up.Label + "(" + n.Mark.Designation.Printed + ")"
}

// endsInDigit reports words that a number right behind them would be read with.
func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// label is what a citation calls a section: the first English name that the
// hints give its level, or the words of the text, or the generic kind.
func (b *builder) label(n *node) string {
	number := n.Mark.Designation.Printed
	if l, ok := b.hints.level(n.kindName()); ok && len(l.Names["en"]) > 0 {
		return capital(l.Names["en"][0]) + " " + number
	}
	if n.Mark.Kind == "" {
		return b.genericLabel(n)
	}
	word, rest, found := strings.Cut(n.Mark.Label, " ")
	if found && strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) < 6 {
		word = b.unabbreviated(n, word)
	}
	rest = strings.TrimSpace(rest)
	if found && digit(word[0]) {
		if len(rest) > 3 && rest == strings.ToUpper(rest) {
			rest = b.lower(rest) // of "2. KAPITEL"
		}
		return word + " " + rest
	}
	if found && word == strings.ToUpper(word) && len(word) > 2 && !numeral.IsRoman(strings.TrimRight(word, ".")) {
		more, number := rest, ""
		if at := strings.LastIndexByte(rest, ' '); at > 0 && n.Mark.Designation.Printed == rest[at+1:] {
			more, number = rest[:at], rest[at:] // GEÇİCİ MADDE 1
		}
		if utf8.RuneCountInString(more) > 2 && !numeral.IsRoman(strings.ReplaceAll(more, "l", "I")) && strings.IndexFunc(more, unicode.IsDigit) < 0 {
			more = b.titled(more)
		}
		return b.titled(word) + " " + more + number
	}
	if found {
		return word + " " + rest
	}
	return n.Mark.Label
}

// titled returns words in capitals as ones that begin with a capital.
func (b *builder) titled(words string) string {
	all := strings.Split(words, " ")
	for i, w := range all {
		_, size := utf8.DecodeRuneInString(w)
		all[i] = w[:size] + b.lower(w[size:])
	}
	return strings.Join(all, " ")
}

// lower returns s in lower case, as the language of the text has it.
func (p *parse) lower(s string) string {
	if p.lang == "tr" || p.lang == "az" { // where I is the capital of ı
		return strings.ToLowerSpecial(unicode.TurkishCase, s)
	}
	return strings.ToLower(s)
}

// unabbreviated returns the whole word for "Sec." or "Art.", in the language of
// the text.
func (b *builder) unabbreviated(n *node, word string) string {
	names := lexicon.Names(n.Mark.Kind)[b.lang]
	if len(names) == 0 || !strings.EqualFold(names[0][:1], word[:1]) {
		return word
	}
	return capital(names[0])
}

// genericLabel calls a section with a bare number by the generic kind, in the
// language of the text; Chinese texts number as they are cited.
func (b *builder) genericLabel(n *node) string {
	kind := n.kindName()
	word, names, own := kind, lexicon.Names(kind)[b.lang], b.ownWord(n)
	switch {
	case n.kind != "" && b.phrases[kind] != "":
		word = b.phrases[kind]
	case b.lang == "zh":
		return strings.Trim(n.Mark.Label, "()（）.．、")
	case own != "":
		word = own
	case len(names) > 0:
		word = names[0]
	}
	return capital(word) + " " + n.Mark.Designation.Printed
}

// ownWord is what the text calls a section, if that is what it is: by how it refers to such,
// or by the one above.
func (b *builder) ownWord(n *node) string {
	if n.kindName() != document.KindSection {
		return ""
	}
	return cmp.Or(b.own.of(n.Mark.Designation.Normal), b.wordAbove(n))
}

// wordAbove is the word of the section above where the number of n goes on from its number:
// 12.1 of article 12 is article 12.1. It is "" where there is none, and in English, which
// says section 12.1 of an article.
func (b *builder) wordAbove(n *node) string {
	if n.parent < 0 {
		return ""
	}
	up := &b.nodes[n.parent]
	if up.Mark.Kind == "" || lexicon.Rank(up.Mark.Kind) < lexicon.RankSection || b.lang == "en" && up.Mark.Kind == "article" ||
		n.Mark.Designation.Normal != up.Mark.Designation.Normal+"."+strconv.Itoa(n.Mark.Number) {
		return ""
	}
	word, ok := strings.CutSuffix(b.label(up), " "+up.Mark.Designation.Printed)
	if !ok { // "Zweiter Artikel"
		return ""
	}
	return word
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// names returns the words that people ask for a level with: those of the hints, or
// of the table, but none that heads another level of this text.
func (p *parse) names(kind string) document.Level {
	l := document.Level{Kind: kind, Names: map[string][]string{}}
	if given, ok := p.hints.level(kind); ok {
		l.Names = given.Names
		return l
	}
	if words := p.phrases[kind]; words != "" {
		l.Names[p.lang] = []string{p.lower(words)}
		return l
	}
	if kind == document.KindSection {
		for _, own := range []string{p.own.plain, p.own.stepped} {
			if own != "" && !slices.Contains(l.Names[p.lang], own) {
				l.Names[p.lang] = append(l.Names[p.lang], own)
			}
		}
	}
	for tag, words := range lexicon.Names(kind) {
		for _, w := range words {
			if !slices.Contains(l.Names[tag], w) && p.phrases[heading.KindOf(w)] == "" && (lexicon.Heads(kind, w) || !p.headsAnother(kind, w)) {
				l.Names[tag] = append(l.Names[tag], w)
			}
		}
	}
	if len(l.Names) == 0 {
		l.Names["en"] = []string{kind}
	}
	return l
}

func (p *parse) headsAnother(kind, word string) bool {
	return slices.ContainsFunc(p.kinds, func(k string) bool { return k != kind && lexicon.Heads(k, word) })
}
