package chat

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/chat/words"
)

// commandNamed returns what a word behind a slash does; nil if it asks the
// document, as /measure 7 does.
func commandNamed(name string) func(*Chat, context.Context, Message, string) Reply {
	switch name {
	case "start":
		return (*Chat).start
	case "help":
		return (*Chat).help
	case "ask":
		return (*Chat).ask
	case "find":
		return (*Chat).find
	case "toc":
		return (*Chat).toc
	case "about":
		return (*Chat).about
	case "language":
		return (*Chat).language
	}
	return nil
}

// splitCommand cuts "/Ask@bot what" into "ask" and "what"; the name is empty
// if s is no command.
func splitCommand(s string) (name, rest string) {
	s = strings.TrimSpace(tame(s))
	if !strings.HasPrefix(s, "/") {
		return "", s
	}
	name, rest, _ = strings.Cut(s[1:], " ")
	name, _, _ = strings.Cut(name, "@")
	return strings.ToLower(name), strings.TrimSpace(rest)
}

// start says what this is; the payload of a deep link opens its section.
func (c *Chat) start(ctx context.Context, m Message, payload string) Reply {
	v := c.chrome(ctx, m)
	if i, ok := c.doc.ByID(payload); ok {
		return c.show(m, v, i)
	}
	r := v.new(answer.KindHelp)
	r.line(words.Fill(v.Start, "title", v.title()))
	r.line(v.StartHow)
	c.addExamples(&r, v)
	return r
}

// help says how to ask, and what works where the person is.
func (c *Chat) help(ctx context.Context, m Message, _ string) Reply {
	return c.explain(c.chrome(ctx, m), m.Groups)
}

// explain says how to ask, in which places.
func (c *Chat) explain(v voice, where Groups) Reply {
	r := v.new(answer.KindHelp)
	r.line(v.HelpAsk)
	r.line(v.HelpFollow)
	for _, command := range c.Commands(v.language) {
		r.add(Item, Run{Text: "/" + command.Name}, Run{Text: v.Colon + command.Description})
	}
	switch where {
	case GroupCommands:
		r.line(v.HelpCommands)
	case GroupMentions:
		r.line(v.HelpMentions)
	}
	if where != NoGroups {
		r.line(v.HelpInline)
	}
	c.addExamples(&r, v)
	return r
}

// ask answers what stands behind the command, or the message replied to.
func (c *Chat) ask(ctx context.Context, m Message, asked string) Reply {
	switch {
	case asked != "":
		return c.answer(ctx, m, asked, c.context(m))
	case tame(m.ReplyTo) != "":
		return c.askOther(ctx, m)
	}
	v := c.chrome(ctx, m)
	return c.usage(v, v.AskUsage, c.examples(v)[0])
}

// usage says what a command lacks, with an example.
func (c *Chat) usage(v voice, format, example string) Reply {
	r := v.new(answer.KindHelp)
	r.line(words.Fill(format, "example", example))
	return r
}

// find lists every section that mentions what stands behind the command.
func (c *Chat) find(ctx context.Context, m Message, topic string) Reply {
	if topic == "" {
		v := c.chrome(ctx, m)
		return c.usage(v, v.FindUsage, c.exampleWord())
	}
	return c.answer(ctx, m, "/find "+topic, nil)
}

// exampleWord is the longest word of a title in the middle of the document: one
// that can be found in it.
func (c *Chat) exampleWord() string {
	best := ""
	numbered := leaves(c.doc)
	if len(numbered) == 0 {
		return best
	}
	for _, w := range strings.FieldsFunc(c.doc.Title(numbered[len(numbered)/2]), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(best) {
			best = w
		}
	}
	return cut(best, labelRunes)
}

// toc begins to browse the contents.
func (c *Chat) toc(ctx context.Context, m Message, _ string) Reply {
	return c.chrome(ctx, m).contents(-1, 0)
}

// language offers the languages, or takes the one named.
func (c *Chat) language(ctx context.Context, m Message, name string) Reply {
	if words.Has(strings.ToLower(name)) {
		c.choose(ctx, m, strings.ToLower(name))
	}
	return c.chrome(ctx, m).languages(c.choice(ctx, m))
}

// languages offers the interface languages, the chosen one marked.
func (v voice) languages(chosen string) Reply {
	r := v.new(answer.KindHelp)
	r.line(v.ChooseLanguage)
	mark := func(language, label string) Button {
		if language == chosen {
			label = "• " + label
		}
		return v.press(verbLanguage, language, label)
	}
	var row []Button
	for _, l := range words.Languages() {
		row = append(row, mark(l, words.OwnName(l)))
	}
	r.Buttons = [][]Button{row[:2], row[2:], {mark("", v.Automatic)}}
	return r
}

// commandName is what Telegram takes as the name of a command.
var commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)

// Commands returns the menu in the language of a tag.
func (c *Chat) Commands(language string) []Command {
	v := speak(c.doc, words.Known(language))
	menu := []Command{{"ask", v.CmdAsk}, {"find", v.CmdFind}, {"toc", v.CmdToc}}
	for i := len(c.doc.Meta.Levels) - 1; i >= 0; i-- {
		kind := c.doc.Meta.Levels[i].Kind
		if commandName.MatchString(kind) && commandNamed(kind) == nil {
			menu = append(menu, Command{kind, words.Fill(v.CmdLevel, "noun", v.noun(kind).Name)})
		}
	}
	return append(menu, Command{"about", v.CmdAbout}, Command{"language", v.CmdLanguage}, Command{"help", v.CmdHelp})
}

// Describe returns what the bot says of itself before a conversation begins:
// at most 512 and 120 characters.
func (c *Chat) Describe(language string) (description, short string) {
	v := speak(c.doc, words.Known(language))
	return words.Fill(v.Description, "title", cut(v.title(), 200)), v.Short
}

// examples returns the questions to try in v's language: those that come with
// the document, or a title, a question about the outline, and a number, all of this document.
func (c *Chat) examples(v voice) []string {
	if given := c.doc.Meta.Examples[v.language]; len(given) > 0 {
		return given[:min(len(given), 3)]
	}
	var out []string
	numbered := leaves(c.doc)
	if len(numbered) > 0 && c.doc.Title(numbered[0]) != "" {
		out = append(out, cut(tame(c.doc.Title(numbered[0])), echoRunes))
	}
	out = append(out, v.ExampleOutline)
	if n := len(numbered); n > 0 && c.doc.Sections[numbered[n/2]].Number > 0 {
		s := c.doc.Sections[numbered[n/2]]
		out = append(out, v.exampleNumber(s.Kind, s.Number))
	}
	return out
}

func (c *Chat) addExamples(r *Reply, v voice) {
	for n, question := range c.examples(v) {
		b := v.press(verbExample, v.language+":"+number(n), question)
		b.Kind = Try
		v.row(r, b)
	}
}

// addWaysOut adds buttons where an answer leaves the person without any:
// examples where no question was understood or answered, and the contents where
// a number led nowhere.
func (c *Chat) addWaysOut(r *Reply, v voice, a answer.Answer) {
	switch {
	case len(r.Buttons) > 0 || a.Reason == answer.ReasonThanks:
	case a.Kind == answer.KindNone:
		c.addExamples(r, v)
	case a.Kind == answer.KindHelp:
		switch a.Reason {
		case answer.ReasonOutOfRange, answer.ReasonNoNumber, answer.ReasonNoNext,
			answer.ReasonNoPrevious, answer.ReasonNoContext, answer.ReasonUnknown:
			v.row(r, v.press(verbContents, "0:", v.Contents))
		default:
			c.addExamples(r, v)
		}
	}
}
