package telegram

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pincite/internal/telegram/botapi"
)

func messageUpdate(id int, chat int64) *botapi.Update {
	return &botapi.Update{ID: id, Message: &botapi.Message{ID: id, Chat: botapi.Chat{ID: chat, Type: "private"}}}
}

// TestOrderWithinAChat: whatever the chats and the workers, a chat's updates
// are handled one at a time and in order, every one exactly once.
func TestOrderWithinAChat(t *testing.T) {
	for range 20 {
		chats, workers, updates := 1+rand.IntN(20), 1+rand.IntN(8), rand.IntN(500)
		var mu sync.Mutex
		got := map[int64][]int{}
		busy := map[int64]bool{}
		d := newDispatcher(workers, func(_ context.Context, u *botapi.Update) bool {
			chat := u.Message.Chat.ID
			mu.Lock()
			if busy[chat] {
				t.Errorf("chat %d is handled twice at once", chat)
			}
			busy[chat] = true
			mu.Unlock()
			if u.ID%7 == 0 {
				time.Sleep(time.Microsecond)
			}
			mu.Lock()
			busy[chat] = false
			got[chat] = append(got[chat], u.ID)
			mu.Unlock()
			return true
		})
		want := map[int64]int{}
		for id := 1; id <= updates; id++ {
			chat := int64(1 + rand.IntN(chats))
			want[chat]++
			if _, fresh, err := d.submit(messageUpdate(id, chat), nil); !fresh || err != nil {
				t.Fatalf("submit: %v, %v", fresh, err)
			}
		}
		if !d.drain(10 * time.Second) {
			t.Fatal("not drained")
		}
		for chat, ids := range got {
			if len(ids) != want[chat] {
				t.Errorf("chat %d: %d handled, want %d", chat, len(ids), want[chat])
			}
			for i := 1; i < len(ids); i++ {
				if ids[i] <= ids[i-1] {
					t.Errorf("chat %d: %d after %d", chat, ids[i], ids[i-1])
				}
			}
		}
		if len(d.boxes) != 0 {
			t.Errorf("%d mailboxes left", len(d.boxes))
		}
	}
}

func TestWorkersAreBounded(t *testing.T) {
	var now, most atomic.Int32
	d := newDispatcher(3, func(context.Context, *botapi.Update) bool {
		n := now.Add(1)
		for {
			m := most.Load()
			if n <= m || most.CompareAndSwap(m, n) {
				break
			}
		}
		time.Sleep(100 * time.Microsecond)
		now.Add(-1)
		return true
	})
	for id := 1; id <= 100; id++ {
		d.submit(messageUpdate(id, int64(id)), nil)
	}
	d.drain(10 * time.Second)
	if most.Load() > 3 {
		t.Errorf("%d at once, want at most 3", most.Load())
	}
}

func TestADispatcherThatIsFullOrClosed(t *testing.T) {
	block := make(chan struct{})
	d := newDispatcher(1, func(context.Context, *botapi.Update) bool { <-block; return true })
	for id := 1; id <= maxPending; id++ {
		if _, _, err := d.submit(messageUpdate(id, int64(id%7)), nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := d.submit(messageUpdate(maxPending+1, 1), nil); !errors.Is(err, errBusy) {
		t.Errorf("error %v, want that too many wait", err)
	}
	close(block)
	if !d.drain(10 * time.Second) {
		t.Error("not drained")
	}
	if _, _, err := d.submit(messageUpdate(maxPending+2, 1), nil); !errors.Is(err, errStopping) {
		t.Errorf("error %v, want that it is stopping", err)
	}
	if j, fresh, _ := d.submit(messageUpdate(1, 1), nil); fresh || !j.handled {
		t.Error("a handled update is not known any more")
	}
}

func TestMemoryOfDuplicatesIsBounded(t *testing.T) {
	d := newDispatcher(1, func(context.Context, *botapi.Update) bool { return true })
	for id := 1; id <= 3*remembered; id++ {
		d.skip(id)
	}
	if d.seen.Len() != remembered {
		t.Errorf("%d remembered, want %d", d.seen.Len(), remembered)
	}
	if _, fresh := d.skip(3 * remembered); fresh {
		t.Error("the newest is forgotten")
	}
	d.drain(time.Second)
}

func TestDrainGivesUp(t *testing.T) {
	d := newDispatcher(1, func(ctx context.Context, _ *botapi.Update) bool { <-ctx.Done(); return true })
	first, _, _ := d.submit(messageUpdate(1, 1), nil)
	second, _, _ := d.submit(messageUpdate(2, 1), nil)
	if d.drain(time.Millisecond) {
		t.Error("drained what never ends")
	}
	<-first.done
	<-second.done
	if first.handled || second.handled {
		t.Error("cut off, and counted as handled")
	}
}
