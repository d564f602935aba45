package telegram

import (
	"testing"

	"pincite/internal/telegram/post"
)

func TestAmong(t *testing.T) {
	among := Among([]int64{7, -3})
	for person, want := range map[string]bool{post.Person(7): true, post.Person(-3): true, post.Person(8): false, post.Person(0): false, "": false, "7": false} {
		if among(person) != want {
			t.Errorf("%q: %t", person, !want)
		}
	}
	if Among([]int64{0})(post.Person(0)) {
		t.Error("nobody is an operator")
	}
}
