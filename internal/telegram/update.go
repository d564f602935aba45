package telegram

import (
	"encoding/json"
	"fmt"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Kinds of update, named as the Bot API names them.
const (
	kindMessage  = "message"
	kindEdited   = "edited_message"
	kindCallback = "callback_query"
	kindInline   = "inline_query"
	kindMember   = "my_chat_member"
	kindOther    = "other" // not asked for, or undecodable
)

// allowedUpdates are the kinds to ask for. It is sent always: without it the
// platform repeats the choice of whoever ran the bot before.
var allowedUpdates = []string{kindMessage, kindEdited, kindCallback, kindInline, kindMember}

// An update holds what the bot reads of one update. It decodes no more than
// that: the fewer the fields, the fewer ways for a field of a later Bot API to
// make a message unreadable. The library's own types stand where they serve;
// they lack topics, quotes and much of what came after version 5.7 of the API.
type update struct {
	ID       int       `json:"update_id"`
	Message  *message  `json:"message"`
	Edited   *message  `json:"edited_message"`
	Callback *callback `json:"callback_query"`
	Inline   *inline   `json:"inline_query"`
	Member   *member   `json:"my_chat_member"`
}

type message struct {
	ID          int                      `json:"message_id"`
	Thread      int                      `json:"message_thread_id"`
	InTopic     bool                     `json:"is_topic_message"`
	From        *tgbotapi.User           `json:"from"`
	SenderChat  *chatRef                 `json:"sender_chat"`
	Chat        chatRef                  `json:"chat"`
	AutoForward bool                     `json:"is_automatic_forward"`
	ReplyTo     *message                 `json:"reply_to_message"`
	Quote       *quote                   `json:"quote"`
	ViaBot      *tgbotapi.User           `json:"via_bot"`
	Text        string                   `json:"text"`
	Entities    []tgbotapi.MessageEntity `json:"entities"`
	Caption     string                   `json:"caption"`
	CaptionEnts []tgbotapi.MessageEntity `json:"caption_entities"`

	// What a person may send instead of words. Only presence matters.
	Photo     json.RawMessage `json:"photo"`
	Sticker   json.RawMessage `json:"sticker"`
	Voice     json.RawMessage `json:"voice"`
	VideoNote json.RawMessage `json:"video_note"`
	Document  json.RawMessage `json:"document"`
}

// chatRef is the part of a Chat that the bot reads.
type chatRef struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

func (c chatRef) private() bool { return c.Type == "private" }

type quote struct {
	Text string `json:"text"`
}

type callback struct {
	ID            string        `json:"id"`
	From          tgbotapi.User `json:"from"`
	Message       *message      `json:"message"` // nil for a button below an inline result
	InlineMessage string        `json:"inline_message_id"`
	Data          string        `json:"data"`
}

type inline struct {
	ID    string        `json:"id"`
	From  tgbotapi.User `json:"from"`
	Query string        `json:"query"`
}

type member struct {
	Chat chatRef `json:"chat"`
	New  struct {
		Status string `json:"status"`
	} `json:"new_chat_member"`
}

// decode reads one update. If it fails, the update still has its number
// wherever that could be read, so that it can be confirmed and never comes
// again.
func decode(raw []byte) (*update, error) {
	u := new(update)
	err := json.Unmarshal(raw, u)
	if err == nil && u.ID != 0 {
		return u, nil
	}
	var number struct {
		ID int `json:"update_id"`
	}
	if numErr := json.Unmarshal(raw, &number); numErr != nil || number.ID == 0 {
		return &update{}, fmt.Errorf("decode update: no update_id in %d bytes", len(raw))
	}
	return &update{ID: number.ID}, fmt.Errorf("decode update %d: %w", number.ID, err)
}

// kind names what u carries.
func (u *update) kind() string {
	switch {
	case u.Message != nil:
		return kindMessage
	case u.Edited != nil:
		return kindEdited
	case u.Callback != nil:
		return kindCallback
	case u.Inline != nil:
		return kindInline
	case u.Member != nil:
		return kindMember
	default:
		return kindOther
	}
}

// mailbox names the queue in which u waits its turn: its chat, or its sender
// where there is no chat. Updates of one mailbox are handled in order.
func (u *update) mailbox() int64 {
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

// words returns the text or caption of m and the entities in it.
func (m *message) words() (string, []tgbotapi.MessageEntity) {
	if m.Text != "" {
		return m.Text, m.Entities
	}
	return m.Caption, m.CaptionEnts
}

// wordless reports whether a person sent something that has no words, rather
// than the platform telling of a change in the chat.
func (m *message) wordless() bool {
	return m.Photo != nil || m.Sticker != nil || m.Voice != nil || m.VideoNote != nil || m.Document != nil
}

// thread is the topic to answer in, 0 outside topics. A reply in a plain group
// carries a thread number too, which must not be sent back.
func (m *message) thread() int {
	if m.InTopic {
		return m.Thread
	}
	return 0
}

// conversation is the key of the chat and of the topic within it.
func (m *message) conversation() string {
	key := "tg:" + strconv.FormatInt(m.Chat.ID, 10)
	if t := m.thread(); t != 0 {
		key += ":" + strconv.Itoa(t)
	}
	return key
}

// sender returns the number of who wrote m: a person, or the chat in whose name
// an anonymous administrator writes. 0 if nobody is named.
func (m *message) sender() int64 {
	switch {
	case m.SenderChat != nil:
		return m.SenderChat.ID
	case m.From != nil:
		return m.From.ID
	default:
		return 0
	}
}

// language is the tag of the sender's client, if told.
func (m *message) language() string {
	if m.From == nil {
		return ""
	}
	return m.From.LanguageCode
}

// personKey names a person to package chat.
func personKey(id int64) string {
	if id == 0 {
		return ""
	}
	return "tg:" + strconv.FormatInt(id, 10)
}
