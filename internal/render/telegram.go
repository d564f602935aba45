package render

import "pincite/internal/chat"

// Links say where the citations of a Telegram message lead.
type Links struct {
	Bot string // user name of the bot, without @; empty for no deep links
	Web string // base address of the reader, without a closing slash; empty for none
}

// A TelegramMessage is one message to send.
type TelegramMessage struct {
	Text    string // HTML as Telegram reads it; at most 4,096 UTF-16 units once parsed
	Buttons [][]TelegramButton
}

// A TelegramButton is one inline button. Exactly one of Data, Query and URL is
// set.
type TelegramButton struct {
	Label string
	Data  string // callback_data: 1 to 64 bytes, for Chat.Press
	Query string // switch_inline_query: for Chat.Offer
	URL   string // https
}

// Telegram returns r as one or more messages, in the order to send; none if r
// has only a notice. The buttons stand on the last one.
func Telegram(r chat.Reply, l Links) []TelegramMessage { return nil }
