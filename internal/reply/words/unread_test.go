package words

import (
	"slices"
	"strings"
	"testing"
)

// TestUnreadIn has tags without a sentence first.
func TestUnreadIn(t *testing.T) {
	for _, tag := range []string{"", "#", "xx", "und"} {
		if s := UnreadIn(tag); s != "" {
			t.Errorf("%q: %q", tag, s)
		}
	}
	for _, tag := range []string{"en", "es-MX", "hu", "pt-BR", "nb", "SW"} {
		if UnreadIn(tag) == "" {
			t.Errorf("%s has no sentence", tag)
		}
	}
	var tags []string
	for line := range strings.Lines(unreadFile) {
		tag, sentence, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if line[0] == '#' || !ok {
			continue
		}
		tags = append(tags, tag)
		if len(tag) != 2 || In(tag) != nil || strings.ContainsAny(sentence, "!{") {
			t.Errorf("%s: a tag of two letters of another language and a plain sentence are wanted: %q", tag, sentence)
		}
	}
	if !slices.IsSorted(tags) || len(slices.Compact(slices.Clone(tags))) != len(unread()) {
		t.Errorf("not in order, or twice: %v", tags)
	}
}
