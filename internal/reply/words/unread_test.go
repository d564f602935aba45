package words

import (
	"slices"
	"strings"
	"testing"
)

// TestUnreadIn has tags without a sentence first.
func TestUnreadIn(t *testing.T) {
	for _, tag := range []string{"", "#", "xx", "und"} {
		if s := UnreadIn(tag, "de"); s != "" {
			t.Errorf("%q: %q", tag, s)
		}
	}
	for _, tag := range []string{"en", "es-MX", "hu", "pt-BR", "nb", "SW"} {
		to, home := UnreadIn(tag, "de"), UnreadIn(tag, "en-GB")
		if len(home) == 0 || len(home) >= len(to) || strings.ContainsAny(to+home, "[]") {
			t.Errorf("%s: of a German document %q, of an English one %q", tag, to, home)
		}
	}
	var tags []string
	for line := range strings.Lines(unreadFile) {
		tag, sentence, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if line[0] == '#' || !ok {
			continue
		}
		tags = append(tags, tag)
		if len(tag) != 2 || In(tag) != nil || strings.ContainsAny(sentence, "!{") || strings.Count(sentence, "[") != 1 {
			t.Errorf("%s: a tag of two letters of another language and a plain sentence are wanted: %q", tag, sentence)
		}
	}
	if !slices.IsSorted(tags) || len(slices.Compact(slices.Clone(tags))) != len(unread()) {
		t.Errorf("not in order, or twice: %v", tags)
	}
}
