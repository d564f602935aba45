package question

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/locate"
	"pincite/internal/question/about"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/structure"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// commands are the commands that a chat knows, besides levels and numbers.
var commands = []string{"start", "help", "ask", "find", "toc", "about", "language", "search", "mentions", "contents", "outline",
	"lang", "settings", "next", "previous"}

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
		p.is(Help, "command")
		if rest != "" {
			p.read(rest)
		}
	case "ask":
		p.read(rest)
	case "find", "search", "mentions":
		p.find(rest)
	case "toc", "contents", "outline":
		p.q.Outline = structure.Contents
		p.is(Outline, "command")
	case "about":
		p.q.Meta = about.Title | about.Issuer | about.Dates | about.Source | about.Nature
		p.is(Metadata, "command")
	default:
		p.named(name, rest)
	}
	return true
}

// find reads the topic of /find. Without one the kind stays Mentions, so that
// the reply can say what the command wants.
func (p *parser) find(rest string) {
	p.Scan(rest)
	p.q.Parts = []string{p.Text}
	p.q.Topic = strings.TrimSpace(rest[:p.unnamed(rest)])
	p.is(Mentions, "command")
}

// unnamed returns where the topic of /find ends, which goes on with nothing but that it is
// looked for in the document, by its name: "cats in Larkton".
func (p *parser) unnamed(topic string) int {
	at := len(p.Plain)
	for at > 0 && (p.Names[p.Plain[at-1].Fold] || grammar.In(&p.Plain[at-1], grammar.Article|grammar.Document) || grammar.Lists(grammar.GenreName, p.Plain[at-1].Fold)) {
		at--
	}
	if at == len(p.Plain) || at < 2 || !grammar.In(&p.Plain[at-1], grammar.Inside|grammar.Within) {
		return len(topic)
	}
	return p.Plain[at-1].Start
}

// named reads /measure 7, /measure7, /7, /next; the rest are commands that nobody
// knows.
func (p *parser) named(name, rest string) {
	p.Scan(strings.ReplaceAll(name, "_", " "))
	if len(p.Plain) == 0 {
		return
	}
	level := p.Plain[0].Level
	_, isNumber := phrase.Numeral(p.Plain, 0)
	if level == 0 && !isNumber && len(p.Found) == 0 && !slices.Contains(commands, strings.ToLower(name)) {
		p.q.Command = name
		p.q.Nearest = nearest(strings.ToLower(name), append(p.Table.Kinds(), commands[:7]...))
		p.is(Unknown, "command")
		return
	}
	p.read(strings.TrimSpace(p.Body + " " + rest))
	if level != 0 && p.q.Kind != Lookup && len(p.Refs(titles.Strong)) == 0 {
		r := locate.Ref{Kind: p.Table.Kind(level), Rule: "number"}
		p.Table.Resolve(&r)
		*p.q = Question{Text: p.Text, Language: p.Language, Parts: p.q.Parts, Refs: []locate.Ref{r}}
		p.is(Lookup, "command")
	}
}

// nearest returns the command that name is a slip of or begins.
func nearest(name string, names []string) string {
	for _, c := range names {
		if len(name) > 2 && (strings.HasPrefix(c, name) || strings.HasPrefix(name, c) || text.Near(name, c, 1+len(c)/6)) {
			return c
		}
	}
	return ""
}

// leading returns the length in bytes of the leading runes of s for which f holds.
func leading(s string, f func(rune) bool) int { return len(s) - len(strings.TrimLeftFunc(s, f)) }
