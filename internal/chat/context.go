package chat

import (
	"sort"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/reply/compose"
)

// context returns the earlier turns of m's conversation, oldest first. A
// message that m replies to comes last: it is what the person has in mind.
func (c *Chat) context(m Message) []answer.Turn {
	turns := c.talks.get(m.Conversation).turns
	if compose.Tame(m.ReplyTo) == "" {
		return turns
	}
	said := c.said(m)
	for i := len(turns) - 1; i >= 0 && len(said.Sections) > 0; i-- {
		if s := turns[i].Sections; len(s) > 0 && s[0] == said.Sections[0] {
			said = turns[i]
			break
		}
	}
	return append(turns[:len(turns):len(turns)], said)
}

// said makes a turn of the message that m replies to. In a message of the bot,
// whoever remembers it or not, the citations name the sections; any other
// message is a question.
func (c *Chat) said(m Message) answer.Turn {
	for _, s := range []string{m.Quoted, m.ReplyTo} {
		if ids := c.citedIn(s); len(ids) > 0 {
			return answer.Turn{Sections: ids}
		}
	}
	return answer.Turn{Question: compose.Cut(compose.Tame(m.ReplyTo), questionRunes)}
}

// titleRunes is how much of a title must follow a label for it to count as a
// citation: enough to tell "Measure 7: Implement…" from a mention of it.
const titleRunes = 12

// lineMarks are taken off the ends of lines: what package render or Telegram
// puts around a citation that stands alone.
var lineMarks = strings.NewReplacer("| [", "| ", "] |", " |", "| - ", "| ", "| • ", "| ", "› ", "| ")

// citedIn returns the ids of the sections that a reply of the bot cites, in
// the order in which it cites them.
func (c *Chat) citedIn(s string) []string {
	s = lineMarks.Replace("| " + compose.Tame(strings.ReplaceAll(s, "\n", " | ")) + " |")
	at := map[string]int{}
	var ids []string
	for i := range c.doc.Sections {
		if n := strings.Index(s, c.citationStart(i)); n >= 0 {
			at[c.doc.Sections[i].ID] = n
			ids = append(ids, c.doc.Sections[i].ID)
		}
	}
	sort.SliceStable(ids, func(a, b int) bool { return at[ids[a]] < at[ids[b]] })
	return ids
}

// citationStart is how a citation of section i begins, at the start of a line
// or behind its path. A section without a title stands alone.
func (c *Chat) citationStart(i int) string {
	title := []rune(compose.Tame(c.doc.Title(i)))
	if len(title) == 0 {
		return "| " + c.doc.Sections[i].Label + " |"
	}
	return "| " + c.doc.Sections[i].Label + ": " + string(title[:min(len(title), titleRunes)])
}
