package post

import (
	"testing"
	"time"

	"pincite/internal/recent"
)

func TestGoneChatsComeBack(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	p := &Post{opt: Options{Now: func() time.Time { return now }}, gone: recent.NewMap[int64, time.Time](maxGone)}
	p.SetGone(1)
	if !p.Gone(1) || p.Gone(2) {
		t.Error("a chat that is gone, or one that is not")
	}
	now = now.Add(goneFor)
	if p.Gone(1) {
		t.Error("a chat is gone for one hour")
	}
	for id := range int64(2 * maxGone) {
		p.SetGone(id)
	}
	if n := p.gone.Len(); n > maxGone {
		t.Errorf("%d chats remembered", n)
	}
}
