package telegram

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

// A description is the machine-readable description of the Bot API.
type description struct {
	Version string                     `json:"version"`
	Methods map[string]describedObject `json:"methods"`
	Types   map[string]describedObject `json:"types"`
}

type describedObject struct {
	Fields []struct {
		Name     string   `json:"name"`
		Types    []string `json:"types"`
		Required bool     `json:"required"`
	} `json:"fields"`
	Subtypes []string `json:"subtypes"`
}

// readDescription reads the description that may lie beside the repository.
func readDescription(t *testing.T) description {
	t.Helper()
	name := filepath.Join("..", "..", "..", "shared", "telegram", "bot-api-10.1.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Skipf("the Bot API's description is not here (%s); the fake's table is not checked against it", name)
	}
	var d description
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTableAgainstDescription(t *testing.T) {
	d := readDescription(t)
	for method, fields := range botMethods {
		described, ok := d.Methods[method]
		if !ok {
			t.Errorf("Bot API %s has no method %s", d.Version, method)
			continue
		}
		compare(t, method, fields, described)
	}
	for object, fields := range botObjects {
		compare(t, object, fields, d.Types[object])
	}
	for general, variant := range variants {
		if !slices.Contains(d.Types[general].Subtypes, variant) {
			t.Errorf("%s is not one of the kinds of %s", variant, general)
		}
	}
	groups, private := d.Types["BotCommandScopeAllGroupChats"], d.Types["BotCommandScopeAllPrivateChats"]
	if !reflect.DeepEqual(groups.Fields[0].Name, private.Fields[0].Name) || len(groups.Fields) != len(private.Fields) {
		t.Error("the scopes of groups and private chats differ")
	}
}

// compare holds the fields of one method or object against its description.
func compare(t *testing.T, name string, fields map[string]field, described describedObject) {
	t.Helper()
	seen := 0
	for _, x := range described.Fields {
		ours, used := fields[x.Name]
		if !used {
			if x.Required {
				t.Errorf("%s: required field %s is not in the table", name, x.Name)
			}
			continue
		}
		seen++
		if !slices.Contains(x.Types, ours.kind) {
			t.Errorf("%s: %s is %v, the table says %s", name, x.Name, x.Types, ours.kind)
		}
		if x.Required != ours.required {
			t.Errorf("%s: %s: required is %v, the table says %v", name, x.Name, x.Required, ours.required)
		}
	}
	if seen != len(fields) {
		t.Errorf("%s: the table has %d fields, %d of them are described", name, len(fields), seen)
	}
}
