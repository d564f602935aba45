package chat

import (
	"container/list"
	"sync"
	"time"
)

// recent is a bounded map that forgets the entry unused for longest, and any
// entry unused for longer than idle. Expired entries go when they are asked
// for or pushed out: the bound is on their number, not on their age.
type recent[V any] struct {
	mu    sync.Mutex
	max   int
	idle  time.Duration // 0: for ever
	now   func() time.Time
	order *list.List // of *entry[V]; used last stands first
	byKey map[string]*list.Element
}

type entry[V any] struct {
	key   string
	used  time.Time
	value V
}

func newRecent[V any](limit int, idle time.Duration, now func() time.Time) *recent[V] {
	return &recent[V]{max: limit, idle: idle, now: now, order: list.New(), byKey: map[string]*list.Element{}}
}

// get returns the value kept under key, or the zero value.
func (r *recent[V]) get(key string) V {
	r.mu.Lock()
	defer r.mu.Unlock()
	if e := r.live(key); e != nil {
		return e.value
	}
	var zero V
	return zero
}

// update changes the value kept under key with f, which gets the zero value
// for a new key. Slices that f was given may be read elsewhere: f makes new ones.
func (r *recent[V]) update(key string, f func(V) V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := r.live(key)
	if e == nil {
		e = &entry[V]{key: key, used: r.now()}
		r.byKey[key] = r.order.PushFront(e)
	}
	e.value = f(e.value)
	for r.order.Len() > r.max {
		r.drop(r.order.Back())
	}
}

// live returns the entry of key as used now, or nil if there is none.
func (r *recent[V]) live(key string) *entry[V] {
	el, ok := r.byKey[key]
	if !ok {
		return nil
	}
	e, now := el.Value.(*entry[V]), r.now()
	if r.idle > 0 && now.Sub(e.used) > r.idle {
		r.drop(el)
		return nil
	}
	e.used = now
	r.order.MoveToFront(el)
	return e
}

func (r *recent[V]) drop(el *list.Element) {
	delete(r.byKey, el.Value.(*entry[V]).key)
	r.order.Remove(el)
}
