package respond

import (
	"errors"
	"strconv"
	"time"

	"pincite/internal/answer"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/speech"
	"pincite/internal/telegram/botapi"
	"pincite/internal/text"
)

// own is a reply of the bot's own words alone.
func own(said string) reply.Reply {
	r := reply.Reply{Kind: answer.KindHelp}
	r.Say(said)
	return r
}

// wordsIn returns the words for a person whose client has the language of a tag.
func wordsIn(tag string) *words.Words { return words.In(words.Known(tag)) }

// limitNotice is what a person over the limit is told, in at most 200 characters.
func limitNotice(tag string, wait time.Duration) string {
	return words.Fill(wordsIn(tag).TooMany, "n", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
}

// unreadable is what is said to a message that has no words.
func unreadable(m *botapi.Message) string {
	w := wordsIn(m.Language())
	switch {
	case m.Voice != nil, m.VideoNote != nil, m.Audio != nil:
		return w.CannotHear
	case m.Photo != nil, m.Video != nil, m.Animation != nil:
		return w.CannotSee
	case m.Document != nil:
		return w.CannotOpen
	}
	return w.Empty // a place, a contact, a poll
}

// heard repeats what was understood of a voice message, in the language of the answer,
// or else of a tag.
func heard(language, tag, said string) string {
	if !words.Has(language) {
		language = words.Known(tag)
	}
	return words.Fill(words.In(language).Heard, "question", text.Cut(text.Line(said), question.MaxRunes))
}

// unheard says why a voice message is not answered; it may be as long as most.
func unheard(tag string, err error, most time.Duration) string {
	w := wordsIn(tag)
	switch {
	case errors.Is(err, speech.ErrLong):
		return words.Fill(w.TooLongToHear, "n", strconv.Itoa(int(most/time.Second)))
	case errors.Is(err, speech.ErrSilent):
		return w.HeardNothing
	}
	return w.NotHeard
}
