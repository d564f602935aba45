package jsonline

import "testing"

func TestRead(t *testing.T) {
	for _, c := range []struct{ in, err, name string }{
		{"", `not a JSON object such as {"name":"…"}: unexpected end of JSON input`, ""},
		{"{", `not a JSON object such as {"name":"…"}: unexpected end of JSON input`, ""},
		{"7", `not a JSON object such as {"name":"…"} but of type number`, ""},
		{`["a"]`, `not a JSON object such as {"name":"…"} but of type array`, ""},
		{`{"name":7}`, "name must be a text, got a number", ""},
		{`{"name":["a"]}`, "name must be a text, got an array", ""},
		{`{"name":{}}`, "name must be a text, got an object", ""},
		{`{"name":true}`, "name must be a text, got a bool", ""},
		{`{"name":"a"} b`, `not a JSON object such as {"name":"…"}: invalid character 'b' after top-level value`, ""},
		{`{}`, "", ""},
		{`{"name":null}`, "", ""},
		{`{"name":"a","note":7}`, "", "a"},
	} {
		var v struct {
			Name string `json:"name"`
		}
		got := ""
		if err := Read([]byte(c.in), &v, `{"name":"…"}`); err != nil {
			got = err.Error()
		}
		if got != c.err || v.Name != c.name {
			t.Errorf("%s: %q, error %q, want %q, error %q", c.in, v.Name, got, c.name, c.err)
		}
	}
}
