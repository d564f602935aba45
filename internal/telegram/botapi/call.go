package botapi

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"strconv"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

const (
	// MaxBatch is the most updates that one poll returns.
	MaxBatch = 100

	// MaxResults is the most that one answer to an inline query may hold.
	MaxResults = 50

	// noticeUnits is the longest answer to a callback, in UTF-16 units.
	noticeUnits = 200
)

// A Call is a method and its parameters. The functions of this file make
// them; the type of the result is named with each.
type Call struct {
	Method string
	params tgbotapi.Params
}

// GetMe asks who the bot is. Result: [User].
func GetMe() Call { return Call{Method: "getMe"} }

// DeleteWebhook removes the webhook, if there is one; updates that wait stay.
// It has no result.
func DeleteWebhook() Call { return Call{Method: "deleteWebhook"} }

// GetWebhookInfo asks where updates are pushed. Result: [WebhookInfo].
func GetWebhookInfo() Call { return Call{Method: "getWebhookInfo"} }

// WebhookInfo is what the bot reads of a webhook's description.
type WebhookInfo struct {
	URL       string `json:"url"`                  // "" without a webhook
	Pending   int    `json:"pending_update_count"` // updates that wait
	FailedAt  int64  `json:"last_error_date"`      // seconds since 1970; 0 if no push has failed
	FailedWhy string `json:"last_error_message"`
}

// Host is what may be told of URL, whose path may be a secret; "" without a webhook.
func (i WebhookInfo) Host() string {
	if i.URL == "" {
		return ""
	}
	u, err := url.Parse(i.URL)
	if err != nil || u.Host == "" {
		return "an address that cannot be read"
	}
	return u.Host
}

// SetWebhook has updates pushed to an https address, each with the secret in
// [SecretHeader]. It has no result.
func SetWebhook(address, secret string) Call {
	return Call{"setWebhook", tgbotapi.Params{
		"url": address, "secret_token": secret, "allowed_updates": marshal(allowedUpdates),
	}}
}

// getUpdates asks for updates from a number on, 0 for those that wait.
func getUpdates(offset, limit int, wait time.Duration) Call {
	p := tgbotapi.Params{
		"timeout":         strconv.Itoa(int(wait / time.Second)),
		"limit":           strconv.Itoa(limit),
		"allowed_updates": marshal(allowedUpdates),
	}
	p.AddNonZero("offset", offset)
	return Call{"getUpdates", p}
}

// A Place is where a message goes.
type Place struct {
	Chat    int64
	Thread  int // topic, 0 for none
	ReplyTo int // message to answer in thread, 0 for none
	Edit    int // message to replace, 0 for none
}

// A Button is pressed below a message. It sends Data back, or opens URL, or App, or, if
// all are empty, opens inline mode with Query.
type Button struct {
	Label string
	Data  string // 1 to 64 bytes
	Query string
	URL   string
	App   string // https address of a page to open inside Telegram, in private chats only
}

// Content is what a message says: text in the platform's HTML, and the buttons
// below it.
type Content struct {
	Text    string // at most 4,096 UTF-16 units once parsed
	Buttons [][]Button
}

// SendMessage sends a message. Result: [Sent].
func SendMessage(to Place, c Content) Call {
	p := c.params()
	p["chat_id"] = strconv.FormatInt(to.Chat, 10)
	p.AddNonZero("message_thread_id", to.Thread)
	if to.ReplyTo != 0 {
		// The question may be deleted by now; the answer is worth having still.
		p["reply_parameters"] = fmt.Sprintf(`{"message_id":%d,"allow_sending_without_reply":true}`, to.ReplyTo)
	}
	return Call{"sendMessage", p}
}

// Typing shows for five seconds, or until a message comes, that one is being written.
// Its result is not read.
func Typing(to Place) Call {
	p := tgbotapi.Params{"chat_id": strconv.FormatInt(to.Chat, 10), "action": "typing"}
	p.AddNonZero("message_thread_id", to.Thread)
	return Call{"sendChatAction", p}
}

// Sent is what the bot reads of a message it has sent.
type Sent struct {
	ID int `json:"message_id"`
}

// EditMessage replaces the message that a place names. Its result is not read.
func EditMessage(to Place, c Content) Call {
	p := c.params()
	p["chat_id"] = strconv.FormatInt(to.Chat, 10)
	p["message_id"] = strconv.Itoa(to.Edit)
	return Call{"editMessageText", p}
}

// Edits returns the message of a chat that c edits; ok is false if it edits none.
func (c Call) Edits() (id int, ok bool) {
	id, err := strconv.Atoi(c.params["message_id"])
	return id, err == nil
}

// Chat returns the chat that c writes to, 0 if it names none.
func (c Call) Chat() int64 {
	id, _ := strconv.ParseInt(c.params["chat_id"], 10, 64)
	return id
}

// Anew returns the call that sends as a new message what c would have put in the
// place of another.
func (c Call) Anew() Call {
	p := maps.Clone(c.params)
	delete(p, "message_id")
	return Call{"sendMessage", p}
}

// A callState is a call as it is kept until it can be made.
type callState struct {
	Method string            `json:"method"`
	Params map[string]string `json:"params"`
}

// Encode returns c in a form that DecodeCall reads.
func (c Call) Encode() []byte { return []byte(marshal(callState{c.Method, c.params})) }

// DecodeCall reads what Encode wrote.
func DecodeCall(raw []byte) (Call, error) {
	var s callState
	if err := json.Unmarshal(raw, &s); err != nil || s.Method == "" || s.Params == nil {
		return Call{}, fmt.Errorf("telegram: a call that was kept cannot be read (%d bytes)", len(raw))
	}
	return Call{s.Method, s.Params}, nil
}

// params returns the fields that sending and editing share.
func (c Content) params() tgbotapi.Params {
	p := tgbotapi.Params{"text": c.Text, "parse_mode": tgbotapi.ModeHTML, "link_preview_options": marshal(linkPreview{Disabled: true})}
	if k := keyboard(c.Buttons); k != nil {
		p["reply_markup"] = marshal(k)
	}
	return p
}

// A markup is an InlineKeyboardMarkup. The library's own type lacks pages that open
// inside Telegram.
type markup struct {
	Rows [][]markupButton `json:"inline_keyboard"`
}

// A markupButton is an InlineKeyboardButton.
type markupButton struct {
	Text  string  `json:"text"`
	Data  string  `json:"callback_data,omitempty"`
	URL   string  `json:"url,omitempty"`
	App   *webApp `json:"web_app,omitempty"`
	Query *string `json:"switch_inline_query,omitempty"` // "" means something
}

// A webApp is a WebAppInfo.
type webApp struct {
	URL string `json:"url"`
}

// keyboard returns the buttons of a message, nil if there are none.
func keyboard(rows [][]Button) *markup {
	if len(rows) == 0 {
		return nil
	}
	k := new(markup)
	for _, row := range rows {
		var buttons []markupButton
		for _, b := range row {
			buttons = append(buttons, b.wire())
		}
		k.Rows = append(k.Rows, buttons)
	}
	return k
}

func (b Button) wire() markupButton {
	out := markupButton{Text: b.Label}
	switch {
	case b.Data != "":
		out.Data = b.Data
	case b.URL != "":
		out.URL = b.URL
	case b.App != "":
		out.App = &webApp{b.App}
	default:
		out.Query = &b.Query
	}
	return out
}

// AnswerCallback ends the wait of who pressed a button, with a notice of at
// most 200 UTF-16 units, of which more is cut off. Its result is not read.
func AnswerCallback(id, notice string) Call {
	p := tgbotapi.Params{"callback_query_id": id}
	p.AddNonEmpty("text", CutUnits(notice, noticeUnits))
	return Call{"answerCallbackQuery", p}
}

// An Article is one offer in inline mode.
type Article struct {
	ID          string
	Title       string
	Description string
	Text        string // of the message to send, in the platform's HTML
}

// article is an InlineQueryResultArticle. The library's own type lacks the
// options of link previews.
type article struct {
	Type        string    `json:"type"`
	ID          string    `json:"id"`
	Title       string    `json:"title"`
	Description string    `json:"description,omitempty"`
	Content     inputText `json:"input_message_content"`
}

// inputText is an InputTextMessageContent.
type inputText struct {
	Text      string      `json:"message_text"`
	ParseMode string      `json:"parse_mode"`
	Preview   linkPreview `json:"link_preview_options"`
}

type linkPreview struct {
	Disabled bool `json:"is_disabled"`
}

// AnswerInline offers articles, at most [MaxResults], for an inline query. The
// platform may repeat them to the same person for a while, in seconds. Its
// result is not read.
func AnswerInline(id string, offers []Article, cache int) Call {
	list := make([]article, 0, len(offers))
	for _, o := range offers {
		list = append(list, article{
			Type: "article", ID: o.ID, Title: o.Title, Description: o.Description,
			Content: inputText{Text: o.Text, ParseMode: tgbotapi.ModeHTML, Preview: linkPreview{Disabled: true}},
		})
	}
	return Call{"answerInlineQuery", tgbotapi.Params{
		"inline_query_id": id,
		"results":         marshal(list),
		"cache_time":      strconv.Itoa(cache),
		"is_personal":     "true", // the words around the quotes are in the person's language
	}}
}

// marshal returns v as JSON. It is called with values that always marshal.
func marshal(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("telegram: marshal %T: %v", v, err))
	}
	return string(data)
}
