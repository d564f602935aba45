package botapi

import (
	"encoding/json"
	"fmt"
)

// Kinds of update, named as the Bot API names them.
const (
	KindMessage  = "message"
	KindEdited   = "edited_message"
	KindCallback = "callback_query"
	KindInline   = "inline_query"
	KindMember   = "my_chat_member"
	KindOther    = "other" // not asked for, or undecodable
)

// allowedUpdates are the kinds to ask for. It is sent always: without it the
// platform repeats the choice of whoever ran the bot before.
var allowedUpdates = []string{KindMessage, KindEdited, KindCallback, KindInline, KindMember}

// An Update holds what the bot reads of one update. It decodes no more than
// that: the fewer the fields, the fewer ways for a field of a later Bot API to
// make a message unreadable.
type Update struct {
	ID       int       `json:"update_id"`
	Message  *Message  `json:"message"`
	Edited   *Message  `json:"edited_message"`
	Callback *Callback `json:"callback_query"`
	Inline   *Inline   `json:"inline_query"`
	Member   *Member   `json:"my_chat_member"`
}

// A Message is what somebody wrote, or what the platform tells of a chat.
type Message struct {
	ID          int      `json:"message_id"`
	Thread      int      `json:"message_thread_id"`
	InTopic     bool     `json:"is_topic_message"`
	From        *User    `json:"from"`
	SenderChat  *Chat    `json:"sender_chat"`
	Chat        Chat     `json:"chat"`
	AutoForward bool     `json:"is_automatic_forward"`
	ReplyTo     *Message `json:"reply_to_message"`
	Quote       *Quote   `json:"quote"`
	ViaBot      *User    `json:"via_bot"`
	Text        string   `json:"text"`
	Entities    []Entity `json:"entities"`
	Caption     string   `json:"caption"`
	CaptionEnts []Entity `json:"caption_entities"`
	Album       string   `json:"media_group_id"`       // the same for all pictures or files that were sent together
	MovedTo     int64    `json:"migrate_to_chat_id"`   // the number that this group has from now on
	MovedFrom   int64    `json:"migrate_from_chat_id"` // the number that it had

	// What a person may send instead of words. Only presence matters, but see Spoken.
	Photo     json.RawMessage `json:"photo"`
	Video     json.RawMessage `json:"video"`
	Animation json.RawMessage `json:"animation"`
	Audio     json.RawMessage `json:"audio"`
	Voice     json.RawMessage `json:"voice"`
	VideoNote json.RawMessage `json:"video_note"`
	Document  json.RawMessage `json:"document"`
	Location  json.RawMessage `json:"location"`
	Venue     json.RawMessage `json:"venue"`
	Contact   json.RawMessage `json:"contact"`
	Poll      json.RawMessage `json:"poll"`
}

// A Chat is private or a group.
type Chat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

// Private reports whether c is the chat of one person.
func (c Chat) Private() bool { return c.Type == "private" }

// A User is a person or a bot. What is told of bots alone is told by getMe.
type User struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	UserName     string `json:"username"`
	LanguageCode string `json:"language_code"` // of the person's client

	CanReadAllGroupMessages bool `json:"can_read_all_group_messages"`
	SupportsInlineQueries   bool `json:"supports_inline_queries"`
}

// An Entity is a marked stretch of a text, in UTF-16 units.
type Entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
	URL    string `json:"url"`  // where a text_link leads
	User   *User  `json:"user"` // whom a text_mention names
}

// A Quote is the part of a message that a reply quotes.
type Quote struct {
	Text string `json:"text"`
}

// A Callback is a pressed button.
type Callback struct {
	ID      string   `json:"id"`
	From    User     `json:"from"`
	Message *Message `json:"message"` // nil for a button below an inline result
	Data    string   `json:"data"`
}

// Origin returns the message that the button is below; an empty one if
// it was shared in inline mode.
func (c *Callback) Origin() *Message {
	if c.Message != nil {
		return c.Message
	}
	return &Message{}
}

// An Inline is what a person types after the bot's name, anywhere.
type Inline struct {
	ID    string `json:"id"`
	From  User   `json:"from"`
	Query string `json:"query"`
}

// A Member is the bot's new status in a chat.
type Member struct {
	Chat Chat `json:"chat"`
	New  struct {
		Status string `json:"status"`
	} `json:"new_chat_member"`
}

// Decode reads one update. If it fails, the update still has its number
// wherever that could be read, so that it can be confirmed and never comes
// again.
func Decode(raw []byte) (*Update, error) {
	u := new(Update)
	err := json.Unmarshal(raw, u)
	if err == nil && u.ID != 0 {
		return u, nil
	}
	var number struct {
		ID int `json:"update_id"`
	}
	if numErr := json.Unmarshal(raw, &number); numErr != nil || number.ID == 0 {
		return &Update{}, fmt.Errorf("decode update: no update_id in %d bytes", len(raw))
	}
	return &Update{ID: number.ID}, fmt.Errorf("decode update %d: %w", number.ID, err)
}

// Kind names what u carries.
func (u *Update) Kind() string {
	switch {
	case u.Message != nil:
		return KindMessage
	case u.Edited != nil:
		return KindEdited
	case u.Callback != nil:
		return KindCallback
	case u.Inline != nil:
		return KindInline
	case u.Member != nil:
		return KindMember
	default:
		return KindOther
	}
}

// Mailbox names the queue in which u waits its turn: its chat, or its sender
// where there is no chat. Updates of one mailbox are handled in order.
func (u *Update) Mailbox() int64 {
	switch {
	case u.Message != nil:
		return u.Message.Chat.ID
	case u.Edited != nil:
		return u.Edited.Chat.ID
	case u.Callback != nil && u.Callback.Message != nil:
		return u.Callback.Message.Chat.ID
	case u.Callback != nil:
		return u.Callback.From.ID
	case u.Inline != nil:
		return u.Inline.From.ID
	case u.Member != nil:
		return u.Member.Chat.ID
	default:
		return 0
	}
}

// Sender returns the number of who sent u, 0 if nobody is named.
func (u *Update) Sender() int64 {
	switch {
	case u.Message != nil:
		return u.Message.Sender()
	case u.Edited != nil:
		return u.Edited.Sender()
	case u.Callback != nil:
		return u.Callback.From.ID
	case u.Inline != nil:
		return u.Inline.From.ID
	default:
		return 0
	}
}

// Words returns the text or caption of m and the entities in it.
func (m *Message) Words() (string, []Entity) {
	if m.Text != "" {
		return m.Text, m.Entities
	}
	return m.Caption, m.CaptionEnts
}

// Wordless reports whether a person sent something that has no words and wants an
// answer all the same, rather than the platform telling of a change in the chat. A
// sticker or a throw of dice is a gesture.
func (m *Message) Wordless() bool {
	for _, sent := range []json.RawMessage{m.Photo, m.Video, m.Animation, m.Audio, m.Voice, m.VideoNote, m.Document,
		m.Location, m.Venue, m.Contact, m.Poll} {
		if sent != nil {
			return true
		}
	}
	return false
}

// A Voice is a message that was spoken.
type Voice struct {
	File   string `json:"file_id"`
	Length int    `json:"duration"`  // in seconds
	Size   int64  `json:"file_size"` // in bytes; 0 if it is not told
}

// Spoken returns the voice message that m is; false if it is none.
func (m *Message) Spoken() (Voice, bool) {
	var v Voice
	return v, m.Voice != nil && json.Unmarshal(m.Voice, &v) == nil && v.File != ""
}

// Topic is the topic to answer in, 0 outside topics. A reply in a plain group
// carries a thread number too, which must not be sent back.
func (m *Message) Topic() int {
	if m.InTopic {
		return m.Thread
	}
	return 0
}

// Sender returns the number of who wrote m: a person, or the chat in whose name
// an anonymous administrator writes. 0 if nobody is named.
func (m *Message) Sender() int64 {
	switch {
	case m.SenderChat != nil:
		return m.SenderChat.ID
	case m.From != nil:
		return m.From.ID
	default:
		return 0
	}
}

// Language is the tag of the sender's client, if told.
func (m *Message) Language() string {
	if m.From == nil {
		return ""
	}
	return m.From.LanguageCode
}

// RepliesTo reports whether m answers a message of a bot. Every message in a
// topic formally replies to the one that opened it; that has no text.
func (m *Message) RepliesTo(bot *User) bool {
	to := m.ReplyTo
	if to == nil || to.From == nil || to.From.ID != bot.ID {
		return false
	}
	text, _ := to.Words()
	return text != ""
}

// FromPerson reports whether m comes from somebody to answer: not from a bot,
// by way of self, from a channel, or forwarded from one by the platform.
func (m *Message) FromPerson(self *User) bool {
	fromBot := m.From != nil && m.From.IsBot && m.SenderChat == nil // anonymous administrators look like a bot
	viaSelf := m.ViaBot != nil && m.ViaBot.ID == self.ID
	return !fromBot && !viaSelf && !m.AutoForward && m.Chat.Type != "channel"
}
