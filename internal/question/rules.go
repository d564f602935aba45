package question

import (
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/about"
	"pincite/internal/question/message"
	"pincite/internal/question/step"
	"pincite/internal/question/structure"
	"pincite/internal/question/talk"
	"pincite/internal/question/titles"
	"pincite/internal/sought"
	"pincite/internal/text"
)

// tooShort claims a single letter that is no number.
func (p *parser) tooShort() bool {
	if len(p.Plain) != 1 || utf8.RuneCountInString(p.Plain[0].Raw) != 1 || len(p.Found) > 0 || len(p.Plain[0].Raw) != len(p.Text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.Plain[0].Raw)
	return unicode.IsLetter(r) && !text.IsHan(r) && p.is(TooShort, "one letter")
}

// metadata claims a question about the document as a whole.
func (p *parser) metadata() bool {
	if len(p.Refs(titles.Strong)) > 0 {
		return false
	}
	p.q.Meta = about.Read(p.Words, sought.Asked(p.Body, p.Language))
	return p.q.Meta != 0 && p.is(Metadata, "about")
}

// outline claims a question about the structure.
func (p *parser) outline() bool { return p.structured(structure.Read) }

// tally claims all the sections of a level, said by how many there are.
func (p *parser) tally() bool { return p.structured(structure.ReadTally) }

// parent claims the question to which part a section belongs.
func (p *parser) parent() bool { return p.structured(structure.ReadParent) }

// holder claims the same question of what was shown last.
func (p *parser) holder() bool { return p.structured(structure.ReadHolder) }

func (p *parser) structured(read func(*message.Message) (structure.Question, bool)) bool {
	s, ok := read(&p.Message)
	if !ok {
		return false
	}
	p.q.Outline, p.q.Refs, p.q.Level, p.q.Top = s.Ask, s.Refs, s.Level, s.Top
	return p.is(Outline, "outline "+s.Ask.String())
}

// navigate claims a step from the section shown last.
func (p *parser) navigate() bool {
	s, ok := step.Read(&p.Message)
	switch {
	case !ok:
		return false
	case s.Of != nil:
		p.q.Refs = s.Of
		return p.is(Lookup, s.Rule)
	}
	p.q.Move, p.q.Steps, p.q.Leap = s.Move, s.Steps, s.Leap
	return p.is(Navigate, s.Rule)
}

// said are the kinds of what is said to the bot.
var said = map[string]Kind{"identity": Identity, "help": Help, "command": Help, "documents": Documents, "shelf": Documents, "thanks": Thanks, "greeting": Greeting, "yes": Empty, "no": Empty, "noise": Empty}

// smallTalk claims what is said to the bot and asks nothing of the document.
func (p *parser) smallTalk() bool {
	intent := talk.Read(&p.Message)
	return intent != "" && p.is(said[intent], "talk "+intent)
}
