package telegram

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/chat"
)

// limitWords are what a person over the limit is told, once a minute, by the
// languages of package chat. It is the one sentence that is about the carrier
// rather than the document; all other words are chat's.
var limitWords = map[string]string{
	"en": "That is a lot of questions for one minute. I will answer again shortly.",
	"zh": "一分钟内的问题有点多，请稍后再问。",
	"ru": "За одну минуту вопросов слишком много. Скоро я снова смогу отвечать.",
	"es": "Son muchas preguntas para un minuto. Enseguida podré volver a responder.",
}

// limitNotice returns that sentence in the language of a tag, or in English.
func limitNotice(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if s, ok := limitWords[base]; ok {
		return s
	}
	return limitWords["en"]
}

func limitReply(tag string) chat.Reply {
	return chat.Reply{
		Kind:   answer.KindHelp,
		Blocks: []chat.Block{{Kind: chat.Line, Runs: []chat.Run{{Text: limitNotice(tag)}}}},
	}
}
