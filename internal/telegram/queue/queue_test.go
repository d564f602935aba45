package queue

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"weak"

	"pincite/internal/telegram/botapi"
)

func messageUpdate(id int, chat int64) *botapi.Update {
	return &botapi.Update{ID: id, Message: &botapi.Message{ID: id, Chat: botapi.Chat{ID: chat, Type: "private"}}}
}

// dropsNothing is for queues that may not drop anything, or of which nobody asks.
func dropsNothing(string) {}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestOrderWithinAChat: whatever the chats and the workers, a chat's updates
// are handled one at a time and in order, every one exactly once.
func TestOrderWithinAChat(t *testing.T) {
	for range 20 {
		chats, workers, updates := 1+rand.IntN(20), 1+rand.IntN(8), rand.IntN(500)
		var mu sync.Mutex
		got := map[int64][]int{}
		busy := map[int64]bool{}
		q := New(workers, func(_ context.Context, u *botapi.Update) bool {
			chat := u.Message.Chat.ID
			mu.Lock()
			if busy[chat] {
				t.Errorf("chat %d is handled twice at once", chat)
			}
			busy[chat] = true
			mu.Unlock()
			if u.ID%7 == 0 {
				runtime.Gosched()
			}
			mu.Lock()
			busy[chat] = false
			got[chat] = append(got[chat], u.ID)
			mu.Unlock()
			return true
		}, dropsNothing)
		want := map[int64]int{}
		for id := 1; id <= updates; id++ {
			chat := int64(1 + rand.IntN(chats))
			want[chat]++
			if _, fresh, err := q.Submit(messageUpdate(id, chat), nil, 0); !fresh || err != nil {
				t.Fatalf("submit: %v, %v", fresh, err)
			}
		}
		if !q.Drain(10 * time.Second) {
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
		if len(q.boxes) != 0 {
			t.Errorf("%d mailboxes left", len(q.boxes))
		}
	}
}

func TestWorkersAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		now, most := 0, 0
		count := func(change int) {
			mu.Lock()
			defer mu.Unlock()
			now += change
			most = max(most, now)
		}
		q := New(3, func(context.Context, *botapi.Update) bool {
			count(+1)
			time.Sleep(time.Second)
			count(-1)
			return true
		}, dropsNothing)
		for id := 1; id <= 100; id++ {
			q.Submit(messageUpdate(id, int64(id)), nil, 0)
		}
		q.Drain(time.Hour)
		if most != 3 {
			t.Errorf("%d at once, want 3", most)
		}
	})
}

// TestWhoTypesOnIsAnsweredLast: while a query of somebody who types is being answered, the
// next ones take each other's place, and hold up nobody.
func TestWhoTypesOnIsAnsweredLast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var got []int
		q := New(4, func(_ context.Context, u *botapi.Update) bool {
			time.Sleep(time.Second)
			mu.Lock()
			defer mu.Unlock()
			got = append(got, u.ID)
			return true
		}, dropsNothing)
		submit := func(id int, person int64) {
			if _, fresh, err := q.Submit(&botapi.Update{ID: id, Inline: &botapi.Inline{From: botapi.User{ID: person}}}, nil, 0); !fresh || err != nil {
				t.Errorf("submit: %v, %v", fresh, err)
			}
		}
		submit(1, 7)
		synctest.Wait() // it is being answered
		for id := 2; id <= 50; id++ {
			submit(id, 7)
		}
		submit(51, 8)
		if !q.Drain(time.Minute) {
			t.Fatal("not drained")
		}
		slices.Sort(got)
		if want := []int{1, 50, 51}; !slices.Equal(got, want) || q.pending != 0 {
			t.Errorf("answered %v with %d pending, want %v", got, q.pending, want)
		}
	})
}

func TestAQueueThatIsFullOrClosed(t *testing.T) {
	block := make(chan struct{})
	q := New(1, func(context.Context, *botapi.Update) bool { <-block; return true }, dropsNothing)
	for id := 1; id <= maxPending; id++ {
		if _, _, err := q.Submit(messageUpdate(id, int64(id%7)), nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := q.Submit(messageUpdate(maxPending+1, 1), nil, 0); !errors.Is(err, ErrFull) {
		t.Errorf("error %v, want that too many wait", err)
	}
	close(block)
	if !q.Drain(10 * time.Second) {
		t.Error("not drained")
	}
	if _, _, err := q.Submit(messageUpdate(maxPending+2, 1), nil, 0); !errors.Is(err, ErrStopping) {
		t.Errorf("error %v, want that it is stopping", err)
	}
	if j, fresh, _ := q.Submit(messageUpdate(1, 1), nil, 0); fresh || !j.handled {
		t.Error("a handled update is not known any more")
	}
}

func TestMemoryOfDuplicatesIsBounded(t *testing.T) {
	q := New(1, func(context.Context, *botapi.Update) bool { return true }, dropsNothing)
	for id := 1; id <= 3*Remembered; id++ {
		q.Skip(id)
	}
	if q.seen.Len() != Remembered {
		t.Errorf("%d Remembered, want %d", q.seen.Len(), Remembered)
	}
	if _, fresh := q.Skip(3 * Remembered); fresh {
		t.Error("the newest is forgotten")
	}
	q.Drain(time.Second)
}

func TestDrainGivesUp(t *testing.T) {
	q := New(1, func(ctx context.Context, _ *botapi.Update) bool { <-ctx.Done(); return true }, dropsNothing)
	first, _, _ := q.Submit(messageUpdate(1, 1), nil, 0)
	second, _, _ := q.Submit(messageUpdate(2, 1), nil, 0)
	if q.Drain(time.Millisecond) {
		t.Error("drained what never ends")
	}
	<-first.done
	<-second.done
	if first.handled || second.handled {
		t.Error("cut off, and counted as handled")
	}
}

// TestWhatDoesNotComeAgainIsHandledAgain: an update that is confirmed and that memory
// alone has is not dropped when its handler leaves it for later, and holds its place in
// its chat; one that comes again is.
func TestWhatDoesNotComeAgainIsHandledAgain(t *testing.T) {
	for name, loose := range map[string]bool{"in memory alone": true, "comes again": false} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var order []int
				var reasons []string
				q := New(1, func(_ context.Context, u *botapi.Update) bool {
					order = append(order, u.ID)
					time.Sleep(time.Second)
					return u.ID != 1 || len(order) > 2
				}, func(reason string) { reasons = append(reasons, reason) })
				first, _, err := q.Submit(messageUpdate(1, 66), []byte("1"), 0)
				must(t, err)
				_, _, err = q.Submit(messageUpdate(2, 66), []byte("2"), 0)
				must(t, err)
				first.Loose.Store(loose)
				if !q.Drain(time.Minute) {
					t.Fatal("not drained")
				}
				want := []int{1, 2}
				if loose {
					want = []int{1, 1, 1, 2}
				}
				if !slices.Equal(order, want) || first.handled != loose || len(reasons) != 0 {
					t.Errorf("handled %v, want %v; the first counts as handled: %v; dropped: %v", order, want, first.handled, reasons)
				}
			})
		})
	}
}

// TestWhatIsDroppedIsCounted: what is left for later for an hour, and what the end of the
// program cuts off.
func TestWhatIsDroppedIsCounted(t *testing.T) {
	for reason, wait := range map[string]time.Duration{Expired: 2 * time.Hour, CutOff: time.Minute} {
		t.Run(reason, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var reasons []string
				loose := make(chan struct{}) // it is not begun before it is
				q := New(1, func(context.Context, *botapi.Update) bool { <-loose; return false }, func(reason string) { reasons = append(reasons, reason) })
				j, _, err := q.Submit(messageUpdate(1, 66), []byte("1"), 0)
				must(t, err)
				j.Loose.Store(true)
				close(loose)
				q.Drain(wait)
				if !slices.Equal(reasons, []string{reason}) {
					t.Errorf("dropped: %v", reasons)
				}
			})
		})
	}
}

// TestNothingSaidIsKept: of an update that was handled its number is in mind, and
// nothing of what it says: forty thousand of the longest would be hundreds of megabytes.
func TestNothingSaidIsKept(t *testing.T) {
	q := New(1, func(context.Context, *botapi.Update) bool { return true }, dropsNothing)
	var said []weak.Pointer[botapi.Message]
	for id := range 50 {
		u := messageUpdate(id, int64(id%3))
		if id%5 == 0 {
			u = &botapi.Update{ID: id, Edited: u.Message}
		}
		said = append(said, weak.Make(cmp.Or(u.Message, u.Edited)))
		j, _, err := q.Submit(u, []byte("as it came"), 0)
		if err != nil {
			t.Fatal(err)
		}
		<-j.done
	}
	if !q.Drain(10 * time.Second) {
		t.Fatal("not drained")
	}
	runtime.GC()
	for id, m := range said {
		if m.Value() != nil {
			t.Errorf("message %d is kept", id)
		}
		if _, fresh, _ := q.Submit(messageUpdate(id, 1), nil, 0); fresh {
			t.Errorf("update %d is not known any more", id)
		}
	}
}

// TestSlow: an update is slow that has been at hand for two seconds while many others were
// handled; not one that waits its turn, nor one of many that all take as long.
func TestSlow(t *testing.T) {
	const workers = 2
	for _, c := range []struct {
		name      string
		chat      int64 // of the update that is asked about, which is behind one of chat 1
		takes     time.Duration
		others    int // that are handled at once
		wantsSlow bool
	}{
		{name: "nothing else to do", chat: 2, takes: time.Minute},
		{name: "all take long", chat: 2, takes: time.Minute, others: slower*workers - 1},
		{name: "alone of many", chat: 2, takes: time.Minute, others: slower * workers, wantsSlow: true},
		{name: "not for long", chat: 2, takes: OpenFor - time.Second, others: slower * workers},
		{name: "in line", chat: 1, takes: time.Minute, others: slower * workers},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				q := New(workers, func(_ context.Context, u *botapi.Update) bool {
					if u.ID <= 2 {
						time.Sleep(c.takes)
					}
					return true
				}, dropsNothing)
				if c.chat == 1 {
					_, _, err := q.Submit(messageUpdate(1, 1), nil, 0)
					must(t, err)
				}
				j, _, err := q.Submit(messageUpdate(2, c.chat), nil, 0)
				must(t, err)
				synctest.Wait()
				for n := range c.others {
					_, _, err := q.Submit(messageUpdate(10+n, int64(10+n)), nil, 0)
					must(t, err)
				}
				time.Sleep(OpenFor)
				if got := q.Slow(j); got != c.wantsSlow {
					t.Errorf("slow: %v", got)
				}
				q.Drain(time.Hour)
			})
		})
	}
}
