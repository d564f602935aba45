package respond

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pincite/internal/reply/words"
	"pincite/internal/speech"
	"pincite/internal/telegram/botapi"
)

// TestOwnWords: whoever is told something is told it in the language of the client, or in
// English.
func TestOwnWords(t *testing.T) {
	for tag, language := range map[string]string{"zh-hans": "zh", "ZH": "zh", "ru": "ru", "es": "es", "pt-br": "en", "": "en"} {
		w := words.In(language)
		from := &botapi.User{ID: 1, LanguageCode: tag}
		for name, c := range map[string]struct{ got, want string }{
			"too many":       {limitNotice(tag, 9500*time.Millisecond), words.Fill(w.TooMany, "n", "10")},
			"a place":        {unreadable(&botapi.Message{From: from}), w.Empty},
			"nothing spoken": {unheard(tag, speech.ErrSilent, time.Minute), w.HeardNothing},
			"too long":       {unheard(tag, speech.ErrLong, time.Minute), words.Fill(w.TooLongToHear, "n", "60")},
			"not understood": {unheard(tag, errors.New("no answer"), time.Minute), w.NotHeard},
			"what was heard": {heard("xx", tag, " two\nlines "), words.Fill(w.Heard, "question", "two lines")},
		} {
			if c.got != c.want || strings.TrimSpace(c.got) == "" {
				t.Errorf("%s, %q: %q, want %q", name, tag, c.got, c.want)
			}
		}
	}
}
