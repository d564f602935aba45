package botapi

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// A description is the machine-readable description of the Bot API.
type description struct {
	Types map[string]struct {
		Fields []struct {
			Name string `json:"name"`
		} `json:"fields"`
	} `json:"types"`
}

// readDescription reads the description that may lie beside the repository.
func readDescription(t *testing.T) description {
	t.Helper()
	name := filepath.Join("..", "..", "..", "..", "shared", "telegram", "bot-api-10.1.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Skipf("the Bot API's description is not here (%s); the fields of updates are not checked against it", name)
	}
	var d description
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestUpdateFieldsAgainstDescription holds what the bot reads of an update.
func TestUpdateFieldsAgainstDescription(t *testing.T) {
	d := readDescription(t)
	for name, v := range map[string]any{
		"Update": Update{}, "Message": Message{}, "Chat": Chat{}, "TextQuote": Quote{},
		"CallbackQuery": Callback{}, "InlineQuery": Inline{}, "ChatMemberUpdated": Member{},
		"ChatMemberBanned": Member{}.New, "User": User{}, "MessageEntity": Entity{}, "WebhookInfo": WebhookInfo{},
		"InlineQueryResultArticle": article{}, "InputTextMessageContent": inputText{}, "LinkPreviewOptions": linkPreview{},
	} {
		described := map[string]bool{}
		for _, x := range d.Types[name].Fields {
			described[x.Name] = true
		}
		for tag := range jsonTags(reflect.TypeOf(v)) {
			if !described[tag] {
				t.Errorf("%s has no field %s", name, tag)
			}
		}
	}
	for _, kind := range allowedUpdates {
		if !jsonTags(reflect.TypeOf(Update{}))[kind] {
			t.Errorf("the bot asks for %s and does not read it", kind)
		}
	}
	if tags := jsonTags(reflect.TypeOf(User{})); !tags["can_read_all_group_messages"] || !tags["supports_inline_queries"] {
		t.Error("User lacks what getMe tells of the bot")
	}
}

func jsonTags(t reflect.Type) map[string]bool {
	tags := map[string]bool{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		tags[name] = true
	}
	return tags
}
