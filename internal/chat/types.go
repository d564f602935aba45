package chat

import "pincite/internal/answer"

// A Message is what a person sent, whatever carried it.
type Message struct {
	Conversation string // key of the chat, and of the topic within it
	Person       string // key of who sent it, for feedback and language; may be empty
	Caller       string // key of who is counted for it, where that is not Person; may be empty
	Language     string // language tag of the person's client: "en", "zh-hans"; may be empty
	Text         string // what was typed; for Chat.Press, the question that the pressed reply answered, if known
	Document     string // name of the document asked, and no other; empty for what is meant or chosen
	Reading      string // name of the document that the person has before them; may be empty
	Private      bool   // a chat with the bot alone
	Room         int    // how many characters of a section one reply should show; 0 for all
	Groups       Groups // what the carrier knows of groups, for /help

	// The message that this one replies to, if any. Of a message of the bot, what
	// it cited counts, as told to Chat.Sent or by its links; any other is a
	// question.
	ReplyTo      string   // its text
	ReplyToID    string   // its id in the conversation; may be empty
	ReplyToBot   bool     // it is the bot's own
	ReplyToLinks []string // the addresses that it links to
	Quoted       string   // the part of it that was marked, if any
}

// Groups says which messages of a group reach the bot.
type Groups int

// What reaches the bot.
const (
	NoGroups      Groups = iota // there are no groups: a terminal, a web page
	GroupCommands               // commands and replies to the bot's messages
	GroupMentions               // every message, so that a mention counts
)

// A Command is one entry of the bot's menu.
type Command struct {
	Name        string // without the slash
	Description string
}

// Feedback is a rating of an answer.
type Feedback struct {
	Conversation string
	Person       string
	Question     string
	Document     string // name of the document cited
	Section      string // id of the first citation
	Digest       string // of the document's text
	Good         bool
}

// An Unanswered is a question that the document did not answer.
type Unanswered struct {
	Person   string // who asked, so that /forgetme finds it
	Question string
	Language string
	Kind     answer.Kind
	Reason   answer.Reason
	Document string // name of the document that came nearest; empty where none of several did
	Digest   string // of its text
}
