package post

import "strconv"

// Key names a chat to the store.
func Key(chat int64) string { return "tg:" + strconv.FormatInt(chat, 10) }

// Conversation names a chat, and the topic within it, to package chat; topic is 0 for none.
func Conversation(chat int64, topic int) string {
	if topic == 0 {
		return Key(chat)
	}
	return Key(chat) + ":" + strconv.Itoa(topic)
}

// Person names a person to package chat and to the store; "" for nobody, 0.
func Person(id int64) string {
	if id == 0 {
		return ""
	}
	return "tg:" + strconv.FormatInt(id, 10)
}
