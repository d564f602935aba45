package telegram

import (
	"hash/fnv"
	"sync"

	"pincite/internal/telegram/botapi"
)

// maxReplies bounds the replies remembered for edits. People correct a
// question within a minute or so of asking it.
const maxReplies = 1024

// A replyLog remembers which message answered which question.
type replyLog struct {
	mu    sync.Mutex
	byKey map[replyKey]sentReply
	order []replyKey // ring, oldest at next
	next  int
}

type replyKey struct {
	chat    int64
	message int
}

type sentReply struct {
	id   int
	text uint64 // hash of the question; the question itself is not kept
}

func newReplyLog() *replyLog {
	return &replyLog{byKey: make(map[replyKey]sentReply), order: make([]replyKey, maxReplies)}
}

func (l *replyLog) add(m *botapi.Message, text string, id int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := replyKey{m.Chat.ID, m.ID}
	if _, known := l.byKey[key]; !known {
		delete(l.byKey, l.order[l.next])
		l.order[l.next] = key
		l.next = (l.next + 1) % len(l.order)
	}
	l.byKey[key] = sentReply{id: id, text: hash(text)}
}

// find returns the reply to an earlier version of m. ok is false if there is
// none, or if the text has not changed: an edit may be of something else.
func (l *replyLog) find(m *botapi.Message, text string) (id int, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	sent, known := l.byKey[replyKey{m.Chat.ID, m.ID}]
	return sent.id, known && sent.text != hash(text)
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
