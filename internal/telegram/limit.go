package telegram

import (
	"sync"
	"time"
)

const (
	// inlineFactor is how many more inline queries than messages a person may
	// send: the client asks anew with almost every letter typed.
	inlineFactor = 10

	// maxLimited bounds the people remembered by a limiter.
	maxLimited = 10_000

	// goneFor is how long a chat that refused a message is left alone, unless
	// it shows itself again before.
	goneFor = time.Hour

	// maxGone bounds the chats remembered as gone.
	maxGone = 10_000
)

// A verdict says what to do with a message under a limit.
type verdict int

const (
	pass   verdict = iota
	tell           // the first over the limit: say so
	ignore         // say no more until the minute is over
)

// A limiter counts what each person sends in a minute. The minute begins with
// the first message.
type limiter struct {
	perMinute int // 0: no limit

	mu     sync.Mutex
	people map[int64]*minute
}

type minute struct {
	start time.Time
	count int
}

func newLimiter(perMinute int) *limiter {
	return &limiter{perMinute: perMinute, people: make(map[int64]*minute)}
}

func (l *limiter) judge(person int64, now time.Time) verdict {
	if l.perMinute <= 0 || person == 0 {
		return pass
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	m := l.people[person]
	if m == nil || now.Sub(m.start) >= time.Minute {
		l.makeRoom(now)
		m = &minute{start: now}
		l.people[person] = m
	}
	m.count++
	switch {
	case m.count <= l.perMinute:
		return pass
	case m.count == l.perMinute+1:
		return tell
	default:
		return ignore
	}
}

// makeRoom forgets whose minute is over once there are too many. If all are
// busy it forgets everybody: a limit that fails open beats a bot that grows.
func (l *limiter) makeRoom(now time.Time) {
	if len(l.people) < maxLimited {
		return
	}
	for person, m := range l.people {
		if now.Sub(m.start) >= time.Minute {
			delete(l.people, person)
		}
	}
	if len(l.people) >= maxLimited {
		clear(l.people)
	}
}

// allowed reports whether a person in a chat may use the bot.
func (b *Bot) allowed(person, chat int64) bool {
	if len(b.opt.AllowUsers) == 0 && len(b.opt.AllowChats) == 0 {
		return true
	}
	for _, id := range b.opt.AllowUsers {
		if id == person && person != 0 {
			return true
		}
	}
	for _, id := range b.opt.AllowChats {
		if id == chat && chat != 0 {
			return true
		}
	}
	return false
}

// goneChats are the chats that blocked the bot or threw it out.
type goneChats struct {
	mu    sync.Mutex
	until map[int64]time.Time
}

func newGoneChats() *goneChats { return &goneChats{until: make(map[int64]time.Time)} }

func (g *goneChats) add(chat int64, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.until) >= maxGone {
		clear(g.until) // each costs one refused message to learn again
	}
	g.until[chat] = now.Add(goneFor)
}

func (g *goneChats) remove(chat int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.until, chat)
}

func (g *goneChats) has(chat int64, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return now.Before(g.until[chat])
}
