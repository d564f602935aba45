package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/text"
)

// nameLevels gives every level of numbered sections its kind: the word that the
// text uses, or a generic one by depth; then those of the hints take the
// place of the inferred ones, from the top down.
func (p *parse) nameLevels() {
	ranked := heading.Sorted(p.levels, func(l *heading.Level) bool { return l.Numbered })
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
		p.kinds = append(p.kinds, l.Kind)
	}
	p.kinds = compact(p.kinds)
}

func compact(kinds []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, k := range kinds {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// guessKinds names the levels of bare numbers by what stands above them.
func (p *parse) guessKinds() {
	for i := range p.nodes {
		n := &p.nodes[i]
		l := n.level
		if l.Kind != "" || n.Mark.Number == 0 {
			continue
		}
		l.Kind = p.genericKind(n)
	}
}

// listStyle reports the marks of list points: "(1)", "a)", "（一）".
func listStyle(style string) bool {
	return strings.HasPrefix(style, "(") || strings.ContainsAny(style, "aiAа")
}

func (p *parse) genericKind(n *node) string {
	style, up := n.level.Style, (*heading.Level)(nil)
	if n.parent >= 0 {
		up = p.nodes[n.parent].level
	}
	switch {
	case listStyle(style) && up != nil && (up.Kind == "point" || up.Kind == "subpoint"):
		return "subpoint"
	case listStyle(style):
		return "point"
	case up == nil && p.named("section"), up != nil && !up.Numbered:
		return "item"
	case up == nil:
		return "section"
	case strings.HasPrefix(style, "1.1"):
		return "subsection"
	case !up.Weak && up.Rank >= heading.RankSection:
		return "paragraph"
	case up.Weak:
		return "item"
	}
	return "section"
}

// named reports whether the text itself calls a level by this kind.
func (p *parse) named(kind string) bool {
	l := p.levels[kind]
	return l != nil && l.Kind == kind
}

func (n *node) kindName() string {
	if n.Mark.Number == 0 {
		return document.KindSection
	}
	return n.level.Kind
}

// duplicates finds the levels whose ids need those of the sections above: where
// the numbers begin again, and the points of a list in any case.
func (b *builder) duplicates() {
	seen := map[string]bool{}
	for i := range b.nodes {
		n := &b.nodes[i]
		id := n.level.Kind + "-" + n.numeral()
		point := n.level.Weak && n.level.Tier == 0 && n.parent >= 0 && b.nodes[n.parent].Mark.Number > 0
		b.restarts[n.level] = b.restarts[n.level] || seen[id] || point && n.Mark.Prefix == ""
		seen[id] = true
	}
}

// numeral is the number as ids and labels have it: 5, 5a, 1.2, c.
func (n *node) numeral() string {
	switch {
	case n.Mark.Prefix != "":
		return n.Mark.Prefix + strconv.Itoa(n.Mark.Number) + n.Mark.Suffix
	case listStyle(n.level.Style) && n.level.Weak && !strings.Contains(n.level.Style, "一"):
		return strings.Trim(n.Mark.Label, "().")
	}
	return strconv.Itoa(n.Mark.Number) + n.Mark.Suffix
}

// designation is what the text calls the section.
func (n *node) designation() document.Designation {
	if n.Mark.Number == 0 {
		return document.Designation{}
	}
	return document.Designation{Printed: n.numeral(), Normal: strings.ToLower(n.numeral())}
}

// name makes the id and the label of section i.
func (b *builder) name(i int) (id, label string) {
	n := &b.nodes[i]
	if n.Mark.Number == 0 {
		words := document.OneLine(b.Slice(n.heading))
		if words == "" {
			words = n.Mark.Label // "0." before plain text
		}
		return b.unique(slug(words)), words
	}
	id, label = n.level.Kind+"-"+n.numeral(), b.label(n)
	if n.Mark.Prefix != "" && n.Mark.Kind == "" {
		id = "section-" + n.numeral()
	}
	if n.parent < 0 || !b.restarts[n.level] {
		return b.unique(id), label
	}
	up := &b.out[b.at[n.parent]]
	if !n.level.Weak {
		return b.unique(up.ID + "-" + id), label
	}
	if _, given := b.hints.level(n.level.Kind); !up.Designation.IsZero() && !given {
		label = up.Label + "(" + n.numeral() + ")"
		if b.lang == "zh" {
			label = up.Label + n.Mark.Label
		}
	}
	return b.unique(up.ID + "-" + n.numeral()), label
}

// label is what a citation calls a section: the first English name that the
// hints give its level, or the words of the text, or the generic kind.
func (b *builder) label(n *node) string {
	if l, ok := b.hints.level(n.level.Kind); ok && len(l.Names["en"]) > 0 {
		return capital(l.Names["en"][0]) + " " + n.numeral()
	}
	if n.Mark.Kind == "" {
		return b.genericLabel(n)
	}
	word, rest, found := strings.Cut(n.Mark.Label, " ")
	if found && word == strings.ToUpper(word) && len(word) > 2 {
		if utf8.RuneCountInString(rest) > 5 && !roman(rest) {
			rest = capital(strings.ToLower(rest))
		}
		return capital(strings.ToLower(word)) + " " + rest
	}
	return n.Mark.Label
}

// genericLabel calls a section with a bare number by the generic kind, in the
// language of the text; Chinese texts number as they are cited.
func (b *builder) genericLabel(n *node) string {
	kind := n.level.Kind
	if n.Mark.Prefix != "" {
		kind = "section" // everybody says section 1.1
	}
	word := kind
	switch names := strings.Fields(kindNames[kind][b.lang]); {
	case b.lang == "zh":
		return strings.Trim(n.Mark.Label, "()（）.．、")
	case len(names) > 0:
		word = names[0]
	}
	return capital(word) + " " + n.numeral()
}

func roman(s string) bool {
	n, ok := text.Number([]string{s})
	return ok && n.Form == text.Roman
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// maxSlug is the longest slug, in bytes: with a document's name, it still fits
// a callback of 64 bytes.
const maxSlug = 40

// slug makes an id of a heading: its letters and digits, lower case, with hyphens.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if b.Len()+utf8.RuneLen(r)+1 > maxSlug {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return document.KindSection
	}
	return b.String()
}

// unique returns id, with a number after it if another section has it.
func (b *builder) unique(id string) string {
	free := id
	for b.used[free] > 0 {
		b.used[id]++
		free = id + "--" + strconv.Itoa(b.used[id])
	}
	b.used[free] = 1
	return free
}

// names returns the words that people ask for a level with.
func (p *parse) names(kind string) document.Level {
	l := document.Level{Kind: kind, Names: map[string][]string{}}
	if given, ok := p.hints.level(kind); ok {
		l.Names = given.Names
		return l
	}
	for tag, words := range kindNames[kind] {
		l.Names[tag] = strings.Fields(words)
	}
	if len(l.Names) == 0 {
		l.Names["en"] = []string{kind}
	}
	return l
}
