package words

import (
	_ "embed"
	"strings"
	"sync"

	"pincite/internal/text"
)

//go:embed unread.txt
var unreadFile string

var unread = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(unreadFile) {
		if tag, sentence, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && !strings.HasPrefix(tag, "#") {
			out[tag] = sentence
		}
	}
	return out
})

// UnreadIn says that a question is in a language that is not read, and which are, in the
// language of a tag, to a document in another; "" where that is not known.
func UnreadIn(tag, document string) string {
	base := text.Base(tag)
	sentence := unread()[base]
	if w := In(base); w != nil {
		sentence = w.Unread
	}
	before, rest, _ := strings.Cut(sentence, "[")
	also, behind, _ := strings.Cut(rest, "]")
	if Spoken(document) != "" { // which the sentence names
		also = ""
	}
	return before + also + behind
}
