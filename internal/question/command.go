package question

import (
	"strings"
	"unicode"

	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
)

// command reads a message that begins with a slash and reports whether it was
// a command. Names are taken in any case, with "@bot" behind them or not; the
// name of a level is a command too, and so is a number.
func (p *parser) command(body string) bool {
	rest, ok := strings.CutPrefix(body, "/")
	if !ok {
		return false
	}
	n := leading(rest, func(r rune) bool { return r == '_' || r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) })
	name, rest := rest[:n], rest[n:]
	if strings.HasPrefix(rest, "@") {
		rest = rest[leading(rest, func(r rune) bool { return r != ' ' }):]
	}
	rest = strings.TrimSpace(rest)
	switch strings.ToLower(name) {
	case "":
		return false
	case "start", "help", "language", "lang", "settings":
		p.q.Kind = Help
		if rest != "" {
			p.read(rest)
		}
	case "ask":
		p.read(rest)
	case "find", "search", "mentions":
		p.find(rest)
	case "toc", "contents", "outline":
		p.q.Kind, p.q.Outline = Outline, OutlineStructure
	case "about":
		p.q.Kind, p.q.Meta = Metadata, MetaTitle|MetaIssuer|MetaDates|MetaSource|MetaNature
	default:
		p.named(name, rest)
	}
	return true
}

// find reads the topic of /find. Without one the kind stays Mentions, so that
// the reply can say what the command wants.
func (p *parser) find(rest string) {
	p.scan(rest)
	p.q.Parts = []string{p.q.Text}
	p.q.Kind, p.q.Topic = Mentions, strings.TrimSpace(rest)
}

// named reads /measure 7, /measure7, /7, /next, and commands that nobody knows,
// of which only what follows is a question.
func (p *parser) named(name, rest string) {
	p.scan(strings.ReplaceAll(name, "_", " "))
	level, isNumber := 0, false
	if len(p.plain) > 0 {
		level = p.plain[0].Level
		_, isNumber = phrase.Numeral(p.plain, 0)
	}
	if level == 0 && !isNumber && len(p.found) == 0 && rest != "" {
		p.read(rest)
		return
	}
	p.read(strings.TrimSpace(p.body + " " + rest))
	if level != 0 && p.q.Kind != Lookup && len(p.refs(reference.Strong)) == 0 {
		*p.q = Question{Text: p.q.Text, Language: p.q.Language, Parts: p.q.Parts, Kind: Lookup,
			Refs: []Ref{{Kind: p.table.Kind(level), From: NoNumber, To: NoNumber}}}
	}
}

// leading returns the length in bytes of the leading runes of s for which f holds.
func leading(s string, f func(rune) bool) int { return len(s) - len(strings.TrimLeftFunc(s, f)) }
