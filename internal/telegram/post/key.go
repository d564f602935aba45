package post

import (
	"strconv"
	"strings"
)

// Key names a chat to the store.
func Key(chat int64) string { return "tg:" + strconv.FormatInt(chat, 10) }

// chatOf returns the number of a chat by its key.
func chatOf(key string) (int64, bool) {
	id, err := strconv.ParseInt(strings.TrimPrefix(key, "tg:"), 10, 64)
	return id, err == nil
}

// Conversation names a chat, and the topic within it, to package chat; topic is 0 for none.
func Conversation(chat int64, topic int) string {
	if topic == 0 {
		return Key(chat)
	}
	return Key(chat) + ":" + strconv.Itoa(topic)
}

// Person names a person to package chat and to the store, as Key does the person's own
// chat; "" for nobody, 0. Somebody who writes in the name of a group, below 0, is not that
// group: what waits for it is not theirs to delete.
func Person(id int64) string {
	switch {
	case id == 0:
		return ""
	case id < 0:
		return "tg:as " + strconv.FormatInt(id, 10)
	}
	return Key(id)
}
