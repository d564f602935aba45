package chat

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// commandNamed returns what a word after a slash does; nil if it asks the
// document, as /measure 7 does.
func commandNamed(name string) func(*Chat, context.Context, Message, string) reply.Reply {
	switch name {
	case "start":
		return (*Chat).start
	case "help":
		return (*Chat).help
	case "ask":
		return (*Chat).askCommand
	case "find":
		return (*Chat).find
	case "verify":
		return (*Chat).verify
	case "toc":
		return (*Chat).toc
	case "documents":
		return (*Chat).chooseFrom
	case "about":
		return (*Chat).about
	case "language":
		return (*Chat).language
	case "privacy":
		return (*Chat).privacy
	case "forgetme":
		return (*Chat).forgetMe
	}
	return nil
}

// splitCommand cuts "/Ask@bot what" into "ask" and "what"; the name is empty
// if s is no command.
func splitCommand(s string) (name, rest string) {
	s = strings.TrimSpace(text.Line(s))
	if !strings.HasPrefix(s, "/") {
		return "", s
	}
	name, rest, _ = strings.Cut(s[1:], " ")
	name, _, _ = strings.Cut(name, "@")
	return strings.ToLower(name), strings.TrimSpace(rest)
}

// start says what this is; the payload of a deep link opens its section.
func (c *Chat) start(ctx context.Context, m Message, payload string) reply.Reply {
	if payload != "" {
		if r, ok := c.open(ctx, m, reply.ParsePayload(payload)); ok {
			return r
		}
	}
	v := c.chrome(ctx, m)
	r := v.New(answer.KindHelp)
	r.Say(v.StartLine())
	r.Say(v.StartHow)
	v.AddExamples(&r)
	return r
}

// help says how to ask, and what works where the person is.
func (c *Chat) help(ctx context.Context, m Message, _ string) reply.Reply {
	return c.explain(c.chrome(ctx, m), m.Groups)
}

// explain says how to ask, in which places.
func (c *Chat) explain(v compose.Voice, where Groups) reply.Reply {
	r := v.New(answer.KindHelp)
	r.Say(v.HelpAsk)
	r.Say(v.HelpFollow)
	for _, command := range c.Commands(v.Language) {
		r.Add(reply.Item, reply.Run{Text: "/" + command.Name}, reply.Run{Text: v.Colon + command.Description})
	}
	switch where {
	case GroupCommands:
		r.Say(v.HelpCommands)
	case GroupMentions:
		r.Say(v.HelpMentions)
	}
	if where != NoGroups {
		r.Say(v.HelpInline)
	}
	v.AddExamples(&r)
	return r
}

// askCommand answers what follows the command, or the message replied to.
func (c *Chat) askCommand(ctx context.Context, m Message, asked string) reply.Reply {
	switch {
	case asked != "":
		return c.followUp(ctx, m, asked)
	case text.Line(m.ReplyTo) != "":
		return c.askOther(ctx, m)
	}
	v := c.chrome(ctx, m)
	return v.Usage(v.AskUsage, v.Examples()[0])
}

// find lists every section that mentions what follows the command.
func (c *Chat) find(ctx context.Context, m Message, topic string) reply.Reply {
	if topic == "" {
		v := c.chrome(ctx, m)
		return v.Usage(v.FindUsage, v.ExampleWord())
	}
	return c.answer(ctx, m, "/find "+topic, nil)
}

// about tells where the text comes from and what is kept of those who ask.
func (c *Chat) about(ctx context.Context, m Message, _ string) reply.Reply {
	return c.chrome(ctx, m).About(c.kept())
}

// privacy says what is kept, and for how long.
func (c *Chat) privacy(ctx context.Context, m Message, _ string) reply.Reply {
	return c.chrome(ctx, m).Privacy(c.kept())
}

func (c *Chat) kept() compose.Kept {
	k := compose.Kept{Turns: c.opt.Turns, Idle: c.opt.Idle, Shared: c.opt.Memory != nil, Lasting: c.opt.Lasting, Voice: c.opt.Voice}
	if c.opt.Recorder != nil {
		k.Questions = c.opt.Keep
	}
	if chooser := c.opt.Library.Chooser(); chooser != nil {
		k.Model = chooser.Host()
	}
	return k
}

// forgetMe deletes at once what is kept of a person and of the conversation.
func (c *Chat) forgetMe(ctx context.Context, m Message, _ string) reply.Reply {
	v := c.chrome(ctx, m) // in the language that is about to be forgotten
	c.talks.Forget(m.Conversation)
	c.languages.forget(person(m))
	c.documents.forget(m.Conversation)
	var err error
	if c.opt.Recorder != nil {
		if err = c.opt.Recorder.Forget(ctx, person(m), m.Conversation); err != nil {
			c.opt.Log.ErrorContext(ctx, "forget a person", "err", err)
		}
	}
	return v.Forgotten(err == nil)
}

// toc begins to browse the contents.
func (c *Chat) toc(ctx context.Context, m Message, _ string) reply.Reply {
	v := c.chrome(ctx, m)
	if len(c.opt.Library.Documents()) > 1 && c.reading(ctx, m) == "" {
		return v.AllContents()
	}
	return v.Browse(-1, 0)
}

// language offers the languages, or takes the one named.
func (c *Chat) language(ctx context.Context, m Message, name string) reply.Reply {
	if words.Has(strings.ToLower(name)) {
		c.languages.set(ctx, person(m), strings.ToLower(name))
	}
	return c.chrome(ctx, m).LanguageMenu(c.languages.get(ctx, person(m)))
}

// commandName is what Telegram takes as the name of a command.
var commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)

// Commands returns the menu in the language of a tag.
func (c *Chat) Commands(language string) []Command {
	docs := c.opt.Library.Documents()
	v := compose.NewVoice(docs[0], words.Known(language))
	menu := []Command{{"ask", v.CmdAsk}, {"find", v.CmdFind}, {"verify", v.CmdVerify}, {"toc", v.CmdToc}}
	if len(docs) > 1 {
		menu = append(menu, Command{"documents", v.CmdDocuments})
	}
	for _, d := range docs {
		menu = addLevels(menu, compose.NewVoice(d, v.Language))
	}
	return append(menu, Command{"about", v.CmdAbout}, Command{"privacy", v.CmdPrivacy},
		Command{"forgetme", v.CmdForget}, Command{"language", v.CmdLanguage}, Command{"help", v.CmdHelp})
}

// maxMenu keeps the menu short enough to be read where many documents have levels
// of their own.
const maxMenu = 12

// addLevels adds a command for each level of a document that has none yet.
func addLevels(menu []Command, v compose.Voice) []Command {
	for _, level := range slices.Backward(v.Document().Meta.Levels) {
		kind := level.Kind
		known := slices.ContainsFunc(menu, func(c Command) bool { return c.Name == kind })
		if !known && len(menu) < maxMenu && commandName.MatchString(kind) && commandNamed(kind) == nil {
			menu = append(menu, Command{kind, words.Fill(v.CmdLevel, "noun", v.Noun(kind).Name)})
		}
	}
	return menu
}

// Describe returns what the bot says of itself before a conversation begins:
// at most 512 and 120 characters.
func (c *Chat) Describe(language string) (description, short string) {
	docs := c.opt.Library.Documents()
	v := compose.NewVoice(docs[0], words.Known(language)).Among(docs)
	return words.Fill(v.Description, "title", text.Cut(v.Subject(), 200)), v.Short
}

// command returns what a word after a slash does to m; nil if it asks the document.
// /gaps is a command for operators, in a chat with the bot alone.
func (c *Chat) command(name string, m Message) func(*Chat, context.Context, Message, string) reply.Reply {
	if name == "gaps" && m.Private && c.opt.Gaps != nil && c.opt.Operator != nil && c.opt.Operator(m.Person) {
		return (*Chat).gaps
	}
	return commandNamed(name)
}

// gaps tells what was asked and not found.
func (c *Chat) gaps(ctx context.Context, m Message, _ string) reply.Reply {
	r, err := c.opt.Gaps(ctx)
	if err != nil {
		return c.failed(ctx, m, err)
	}
	return c.chrome(ctx, m).Gaps(r, c.kept())
}
