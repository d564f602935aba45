package talk

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/question"
)

var update = flag.Bool("update", false, "rewrite testdata/state.json")

// sample is a conversation with a value in every field.
func sample() Conversation {
	q := question.Question{}
	fill(reflect.ValueOf(&q).Elem())
	return Conversation{
		Turns: []Exchange{{
			Turn: turn.Turn{Document: "d", Digest: "d1", Question: q, Sections: []string{"measure-7"}}, Asked: "asked",
			Answered: answer.Answer{Kind: answer.KindAnswer, Question: q, Citations: []answer.Citation{{Document: "d", ID: "measure-7", Section: 9}}},
		}},
		Topics: []string{"topic"}, Language: "ru",
	}
}

// fill sets every field of a value to something that is not zero.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.String:
		v.SetString("s")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint32:
		v.SetUint(1)
	}
}

// TestStateForm holds what a Memory keeps against a file. If it has changed, a
// program of today misreads what one of yesterday kept: count stateForm up, and
// run with -update. The names of kinds stand beside, since a state keeps their
// numbers.
func TestStateForm(t *testing.T) {
	c := sample()
	raw, err := c.encode()
	if err != nil {
		t.Fatal(err)
	}
	back := decode(raw)
	if back.used = c.used; !reflect.DeepEqual(back, c) {
		t.Errorf("read back %+v\nwant %+v", back, c)
	}
	var kinds []string
	for k := question.Empty; k.String() != "unknown"; k++ {
		kinds = append(kinds, k.String())
	}
	var indented any
	if err := json.Unmarshal(raw, &indented); err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(map[string]any{"state": indented, "kinds": kinds}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "state.json")
	if *update {
		if err := os.WriteFile(file, append(got, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got)+"\n" != string(want) {
		t.Errorf("the form of a state has changed: count stateForm up and run with -update\ngot  %s\nwant %s", got, want)
	}
}

func TestForeignStatesAreNone(t *testing.T) {
	for _, raw := range []string{"", "{", `{"form":999,"turns":[{}]}`, `{"turns":[{"asked":"x"}]}`} {
		if c := decode([]byte(raw)); len(c.Turns) != 0 {
			t.Errorf("%q: %+v", raw, c)
		}
	}
}
