package telegram

import "strings"

// The few sentences that are about Telegram itself rather than the document,
// by the languages of package chat. All other words are chat's.
var (
	limitWords = map[string]string{
		"en": "That is a lot of questions for one minute. I will answer again shortly.",
		"zh": "一分钟内的问题有点多，请稍后再问。",
		"ru": "За одну минуту вопросов слишком много. Скоро я снова смогу отвечать.",
		"es": "Son muchas preguntas para un minuto. Enseguida podré volver a responder.",
	}
	// privateWords explain a group in which privacy mode is on, as it is by
	// default: the platform delivers only what is listed here.
	privateWords = map[string]string{
		"en": "In a group I see commands and replies to my messages; use /ask to ask me something.",
		"zh": "在群组里我只能看到命令和对我消息的回复；请用 /ask 提问。",
		"ru": "В группе мне видны только команды и ответы на мои сообщения; чтобы спросить, используйте /ask.",
		"es": "En un grupo solo veo los comandos y las respuestas a mis mensajes; para preguntarme, use /ask.",
	}
	openWords = map[string]string{
		"en": "In a group I answer commands, replies to my messages, and messages that mention me.",
		"zh": "在群组里，我回应命令、对我消息的回复以及提到我的消息。",
		"ru": "В группе я отвечаю на команды, на ответы на мои сообщения и на сообщения, где меня упоминают.",
		"es": "En un grupo respondo a los comandos, a las respuestas a mis mensajes y a los mensajes que me mencionan.",
	}
)

// say returns the sentence in the language of a tag, or in English.
func say(tag string, words map[string]string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if s, ok := words[base]; ok {
		return s
	}
	return words["en"]
}
