package model_test

import (
	"errors"
	"strings"
	"testing"

	"pincite/internal/model"
)

type verdict struct {
	Lines []struct {
		Number int    `json:"number"`
		Note   string `json:"note,omitempty"`
	} `json:"lines"`
	Note string `json:"note,omitempty"`
}

func TestReadRefuses(t *testing.T) {
	for name, reply := range map[string]string{
		"nothing":            "",
		"refusal":            "I'm sorry, but I can't help with that.",
		"HTML":               "<html><body>502</body></html>",
		"half an object":     `{"lines":[{"number":1,"note":"a"},{"numb`,
		"inner object alone": `"lines":[{"number":1,"note":"a"}]`,
		"wrong kind":         `{"lines":"none"}`,
		"no field":           `{"answer":[1]}`,
		"a list":             `[1,2]`,
		"broken":             `{"lines":[{"number":1}],}`,
		"thinking only":      `<think>{"lines":[{"number":9}]}</think>`,
		"unending thinking":  `<think>maybe {"lines":[{"number":9}]} but no`,
		"null":               `{"lines":null}`,
		"many braces":        strings.Repeat("{", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			into := verdict{Note: "before"}
			if err := model.Read(reply, &into); !errors.Is(err, model.ErrReply) {
				t.Errorf("got %v, want ErrReply", err)
			}
			if into.Note != "before" || into.Lines != nil {
				t.Errorf("the target was changed: %+v", into)
			}
		})
	}
}

func TestReadTolerates(t *testing.T) {
	const object = `{"lines":[{"number":7}],"more":true}`
	for name, reply := range map[string]string{
		"bare":                object,
		"fenced":              "```json\n" + object + "\n```",
		"prose around":        "Here you are: " + object + " I hope {this} helps.",
		"thinking":            "<think>\nlike {\"lines\":[]} or so\n</think>\n" + object,
		"example before":      `For example {"lines":[{"number":1}]}. So: ` + object,
		"broken before":       `{"lines":[} ` + object,
		"another after":       object + ` {"done":1}`,
		"byte order mark":     "\ufeff" + object,
		"cut off after it":    object + " {",
		"numbers of no field": `{"x":1}` + object,
	} {
		t.Run(name, func(t *testing.T) {
			var into verdict
			if err := model.Read(reply, &into); err != nil {
				t.Fatal(err)
			}
			if len(into.Lines) != 1 || into.Lines[0].Number != 7 {
				t.Errorf("got %+v", into)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("```json\n{\"lines\":[{\"number\":1}]}\n```")
	f.Add("<think>{</think>{\"lines\":[]}")
	f.Fuzz(func(t *testing.T, reply string) {
		var into verdict
		if err := model.Read(reply, &into); err != nil && into.Lines != nil {
			t.Errorf("an error and a result: %v, %+v", err, into)
		}
	})
}
