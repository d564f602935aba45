package telegram

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"pincite/internal/telegram/botapi"
)

// A field is one field of a method or object, with its type as the Bot API's
// description names it.
type field struct {
	kind     string
	required bool
}

// botMethods are the methods that the bot calls, with every field that it
// sends. The fake refuses all others; TestTableAgainstDescription holds the
// table against the Bot API's own description.
var botMethods = map[string]map[string]field{
	"getMe":          {},
	"getWebhookInfo": {},
	"deleteWebhook":  {},
	"setWebhook": {
		"url": {"String", true}, "secret_token": {"String", false}, "allowed_updates": {"Array of String", false},
	},
	"getUpdates": {
		"offset": {"Integer", false}, "limit": {"Integer", false}, "timeout": {"Integer", false},
		"allowed_updates": {"Array of String", false},
	},
	"sendMessage": {
		"chat_id": {"Integer", true}, "message_thread_id": {"Integer", false}, "text": {"String", true},
		"parse_mode": {"String", false}, "link_preview_options": {"LinkPreviewOptions", false},
		"reply_parameters": {"ReplyParameters", false}, "reply_markup": {"InlineKeyboardMarkup", false},
	},
	"sendChatAction": {"chat_id": {"Integer", true}, "message_thread_id": {"Integer", false}, "action": {"String", true}},
	"editMessageText": {
		"chat_id": {"Integer", false}, "message_id": {"Integer", false},
		"text": {"String", false}, "parse_mode": {"String", false},
		"link_preview_options": {"LinkPreviewOptions", false}, "reply_markup": {"InlineKeyboardMarkup", false},
	},
	"getFile":             {"file_id": {"String", true}},
	"answerCallbackQuery": {"callback_query_id": {"String", true}, "text": {"String", false}},
	"answerInlineQuery": {
		"inline_query_id": {"String", true}, "results": {"Array of InlineQueryResult", true},
		"cache_time": {"Integer", false}, "is_personal": {"Boolean", false},
	},
	"setMyCommands": {
		"commands": {"Array of BotCommand", true}, "scope": {"BotCommandScope", false}, "language_code": {"String", false},
	},
	"getMyCommands":         {"scope": {"BotCommandScope", false}, "language_code": {"String", false}},
	"getMyDescription":      {"language_code": {"String", false}},
	"getMyShortDescription": {"language_code": {"String", false}},
	"setMyDescription":      {"description": {"String", false}, "language_code": {"String", false}},
	"setMyShortDescription": {"short_description": {"String", false}, "language_code": {"String", false}},
}

// botObjects are the objects within those fields.
var botObjects = map[string]map[string]field{
	"LinkPreviewOptions":   {"is_disabled": {"Boolean", false}},
	"ReplyParameters":      {"message_id": {"Integer", true}, "allow_sending_without_reply": {"Boolean", false}},
	"InlineKeyboardMarkup": {"inline_keyboard": {"Array of Array of InlineKeyboardButton", true}},
	"InlineKeyboardButton": {
		"text": {"String", true}, "callback_data": {"String", false}, "url": {"String", false},
		"switch_inline_query": {"String", false}, "web_app": {"WebAppInfo", false},
	},
	"WebAppInfo":                     {"url": {"String", true}},
	"BotCommand":                     {"command": {"String", true}, "description": {"String", true}},
	"BotCommandScopeAllPrivateChats": {"type": {"String", true}},
	"InlineQueryResultArticle": {
		"type": {"String", true}, "id": {"String", true}, "title": {"String", true}, "description": {"String", false},
		"input_message_content": {"InputMessageContent", true}, "reply_markup": {"InlineKeyboardMarkup", false},
	},
	"InputTextMessageContent": {
		"message_text": {"String", true}, "parse_mode": {"String", false},
		"link_preview_options": {"LinkPreviewOptions", false},
	},
}

// variants are the types that stand for one of several, and the one that the
// bot sends. The scopes of groups and of private chats have the same fields.
var variants = map[string]string{
	"InlineQueryResult":   "InlineQueryResultArticle",
	"InputMessageContent": "InputTextMessageContent",
	"BotCommandScope":     "BotCommandScopeAllPrivateChats",
}

// check notes every field of a call that does not agree with the table.
func (f *fake) check(method string, fields params) {
	known, ok := botMethods[method]
	if !ok {
		f.violate("unknown method %s", method)
		return
	}
	for name, x := range known {
		if _, given := fields[name]; x.required && !given {
			f.violate("%s: %s is missing", method, name)
		}
	}
	for name, value := range fields {
		x, ok := known[name]
		if !ok {
			f.violate("%s: unknown field %s", method, name)
			continue
		}
		if err := checkParam(x.kind, value); err != nil {
			f.violate("%s: %s: %v", method, name, err)
		}
	}
}

// checkParam checks a field of a method, which comes as text.
func checkParam(kind, value string) error {
	switch kind {
	case "String":
		return nil
	case "Integer":
		_, err := strconv.ParseInt(value, 10, 64)
		return err
	case "Boolean":
		_, err := strconv.ParseBool(value)
		return err
	}
	var v any
	if err := json.Unmarshal([]byte(value), &v); err != nil {
		return err
	}
	return checkValue(kind, v)
}

// checkValue checks a decoded JSON value.
func checkValue(kind string, v any) error {
	if element, ok := strings.CutPrefix(kind, "Array of "); ok {
		list, ok := v.([]any)
		if !ok {
			return fmt.Errorf("%T is no array", v)
		}
		for i, e := range list {
			if err := checkValue(element, e); err != nil {
				return fmt.Errorf("%d: %w", i, err)
			}
		}
		return nil
	}
	ok := true
	switch kind {
	case "String":
		_, ok = v.(string)
	case "Integer":
		_, ok = v.(float64)
	case "Boolean":
		_, ok = v.(bool)
	default:
		return checkObject(kind, v)
	}
	if !ok {
		return fmt.Errorf("%T is no %s", v, kind)
	}
	return nil
}

func checkObject(kind string, v any) error {
	if variant, ok := variants[kind]; ok {
		kind = variant
	}
	known, ok := botObjects[kind]
	object, isObject := v.(map[string]any)
	if !ok || !isObject {
		return fmt.Errorf("%T is no known object %s", v, kind)
	}
	for name, x := range known {
		if _, given := object[name]; x.required && !given {
			return fmt.Errorf("%s: %s is missing", kind, name)
		}
	}
	for name, value := range object {
		x, ok := known[name]
		if !ok {
			return fmt.Errorf("%s: unknown field %s", kind, name)
		}
		if err := checkValue(x.kind, value); err != nil {
			return fmt.Errorf("%s: %s: %w", kind, name, err)
		}
	}
	return nil
}

// perform does what a method does. f.mu is held.
func (f *fake) perform(method string, p params) apiAnswer {
	switch method {
	case "getMe":
		return granted(map[string]any{
			"id": testBotID, "is_bot": true, "first_name": "Pincite", "username": testBotName,
			"can_read_all_group_messages": f.readsAll, "supports_inline_queries": !f.noInline,
		})
	case "getWebhookInfo":
		return granted(map[string]any{"url": f.webhook["url"], "pending_update_count": len(f.updates)})
	case "deleteWebhook":
		f.webhook = nil
		return granted(true)
	case "setWebhook":
		return f.setWebhook(p)
	case "sendMessage":
		return f.sendMessage(p)
	case "editMessageText":
		return f.editMessage(p)
	case "sendChatAction":
		return granted(true)
	case "getFile":
		return f.getFile(p["file_id"])
	case "answerCallbackQuery":
		return f.answerQuery(p["callback_query_id"], tooLong("text", p["text"], 200))
	case "answerInlineQuery":
		return f.answerQuery(p["inline_query_id"], checkResults(p["results"]))
	case "setMyCommands":
		return f.keep(p, p["commands"], checkCommands(p["commands"]))
	case "getMyCommands":
		return f.kept("commands", p, []any{})
	case "getMyDescription":
		return f.kept("description", p, map[string]any{"description": ""})
	case "getMyShortDescription":
		return f.kept("short_description", p, map[string]any{"short_description": ""})
	case "setMyDescription":
		return f.keep(p, `{"description":`+quoted(p["description"])+`}`, tooLong("description", p["description"], 512))
	case "setMyShortDescription":
		return f.keep(p, `{"short_description":`+quoted(p["short_description"])+`}`, tooLong("short description", p["short_description"], 120))
	}
	return refused(404, "Not Found: method not found")
}

// settingKey names a setting by what it is, its scope and its language.
func settingKey(what string, p params) string {
	return what + " " + p["scope"] + " " + p["language_code"]
}

// keep keeps a setting, unless something is wrong with it.
func (f *fake) keep(p params, value, wrong string) apiAnswer {
	for _, what := range []string{"commands", "description", "short_description"} {
		if _, sent := p[what]; sent && wrong == "" {
			f.settings[settingKey(what, p)] = json.RawMessage(value)
		}
	}
	return verdictOn(wrong)
}

// kept returns a setting, or what stands for none.
func (f *fake) kept(what string, p params, none any) apiAnswer {
	if v, ok := f.settings[settingKey(what, p)]; ok {
		return granted(v)
	}
	return granted(none)
}

func quoted(s string) string {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// verdictOn grants true unless a description says what is wrong.
func verdictOn(wrong string) apiAnswer {
	if wrong != "" {
		return refused(400, wrong)
	}
	return granted(true)
}

func tooLong(what, s string, limit int) string {
	if n := len(utf16.Encode([]rune(s))); n > limit {
		return fmt.Sprintf("Bad Request: %s is too long (%d)", what, n)
	}
	return ""
}

func (f *fake) setWebhook(p params) apiAnswer {
	if !strings.HasPrefix(p["url"], "https://") {
		return refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
	}
	if p["secret_token"] != "" && !botapi.ValidSecret(p["secret_token"]) {
		return refused(400, "Bad Request: secret token contains unallowed characters")
	}
	f.webhook = p
	f.notify()
	return granted(true)
}

func (f *fake) sendMessage(p params) apiAnswer {
	chat, _ := strconv.ParseInt(p["chat_id"], 10, 64)
	if a, shut := f.shut[chat]; shut {
		return a
	}
	text, wrong := checkText(p["text"], p["parse_mode"])
	if wrong == "" {
		wrong = checkKeyboard(p["reply_markup"])
	}
	if wrong == "" && strings.HasPrefix(p["chat_id"], "-") && strings.Contains(p["reply_markup"], `"web_app"`) {
		wrong = "Bad Request: BUTTON_TYPE_INVALID"
	}
	if wrong != "" {
		return refused(400, wrong)
	}
	f.nextID++
	if !f.silent {
		f.messages[messageKey{chat, f.nextID}] = stored{text.plain, p["text"], p["reply_markup"], testBotID}
	}
	if f.onSend != nil {
		f.onSend(chat, text.plain)
	}
	return granted(map[string]any{"message_id": f.nextID, "date": 1, "chat": map[string]any{"id": chat, "type": "private"}})
}

func (f *fake) editMessage(p params) apiAnswer {
	text, wrong := checkText(p["text"], p["parse_mode"])
	if wrong == "" {
		wrong = checkKeyboard(p["reply_markup"])
	}
	if wrong == "" && strings.HasPrefix(p["chat_id"], "-") && strings.Contains(p["reply_markup"], `"web_app"`) {
		wrong = "Bad Request: BUTTON_TYPE_INVALID"
	}
	if wrong != "" {
		return refused(400, wrong)
	}
	chat, _ := strconv.ParseInt(p["chat_id"], 10, 64)
	id, _ := strconv.Atoi(p["message_id"])
	key := messageKey{chat, id}
	old, ok := f.messages[key]
	now := stored{text.plain, p["text"], p["reply_markup"], testBotID}
	switch {
	case !ok:
		return refused(400, "Bad Request: message to edit not found")
	case old.from != testBotID:
		return refused(400, "Bad Request: message can't be edited")
	case old == now:
		return refused(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
	}
	f.messages[key] = now
	return granted(map[string]any{"message_id": id})
}

// answerQuery takes one answer to a query that is open, and no second one.
func (f *fake) answerQuery(id, wrong string) apiAnswer {
	if wrong != "" {
		return refused(400, wrong)
	}
	if !f.open[id] {
		return refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
	}
	delete(f.open, id)
	return granted(true)
}

// checkKeyboard holds buttons against the platform's limits.
func checkKeyboard(markup string) string {
	if markup == "" {
		return ""
	}
	total := 0
	for _, row := range rowsOf(markup) {
		if total += len(row); len(row) > 8 || len(row) == 0 || total > 100 {
			return "Bad Request: reply markup is too long"
		}
		for _, b := range row {
			data, pressed := b["callback_data"]
			if len(b) != 2 || strings.TrimSpace(b["text"]) == "" {
				return "Bad Request: text buttons are unallowed in the inline keyboard"
			}
			if pressed && (len(data) < 1 || len(data) > 64) {
				return "Bad Request: BUTTON_DATA_INVALID"
			}
			for _, name := range []string{"url", "web_app"} {
				if url, ok := b[name]; ok && !strings.HasPrefix(url, "https://") {
					return "Bad Request: BUTTON_URL_INVALID"
				}
			}
		}
	}
	return ""
}

func checkResults(results string) string {
	var list []struct {
		ID      string          `json:"id"`
		Title   string          `json:"title"`
		Markup  json.RawMessage `json:"reply_markup"`
		Content struct {
			Text string `json:"message_text"`
			Mode string `json:"parse_mode"`
		} `json:"input_message_content"`
	}
	if err := json.Unmarshal([]byte(results), &list); err != nil || len(list) > 50 {
		return "Bad Request: can't parse inline query results"
	}
	seen := map[string]bool{}
	for _, r := range list {
		if r.ID == "" || len(r.ID) > 64 || seen[r.ID] {
			return "Bad Request: RESULT_ID_INVALID"
		}
		seen[r.ID] = true
		if r.Title == "" {
			return "Bad Request: article title is empty"
		}
		_, wrong := checkText(r.Content.Text, r.Content.Mode)
		if wrong == "" {
			wrong = checkKeyboard(string(r.Markup))
		}
		if wrong != "" {
			return wrong
		}
	}
	return ""
}

var commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)

func checkCommands(commands string) string {
	var list []struct{ Command, Description string }
	if err := json.Unmarshal([]byte(commands), &list); err != nil || len(list) > 100 {
		return "Bad Request: can't parse BotCommands"
	}
	for _, c := range list {
		if !commandName.MatchString(c.Command) {
			return "Bad Request: BOT_COMMAND_INVALID"
		}
		if n := len([]rune(c.Description)); n < 1 || n > 256 {
			return "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"
		}
	}
	return ""
}
