package chat

import (
	"testing"
	"time"
)

func TestRecentForgets(t *testing.T) {
	now := time.Unix(0, 0)
	r := newRecent[int](2, time.Minute, func() time.Time { return now })
	set := func(key string, n int) { r.update(key, func(int) int { return n }) }
	set("a", 1)
	set("b", 2)
	r.get("a")
	set("c", 3)
	if r.get("a") != 1 || r.get("b") != 0 || r.get("c") != 3 {
		t.Error("the entry unused for longest should go first")
	}
	now = now.Add(50 * time.Second)
	r.get("a")
	now = now.Add(50 * time.Second)
	if r.get("a") != 1 || r.get("c") != 0 {
		t.Error("an idle entry should go, a used one stay")
	}
	if r.order.Len() != len(r.byKey) {
		t.Error("order and index differ")
	}
}
