package chat

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDescribeAndCommandsFitTelegram(t *testing.T) {
	c, _ := newFake(t, Options{})
	for _, l := range append(Languages(), "", "pt-BR", "zh-hant") {
		description, short := c.Describe(l)
		if n := utf8.RuneCountInString(description); n == 0 || n > 512 {
			t.Errorf("%s: description of %d characters", l, n)
		}
		if n := utf8.RuneCountInString(short); n == 0 || n > 120 {
			t.Errorf("%s: short description of %d characters", l, n)
		}
		names := map[string]bool{}
		for _, m := range c.Commands(l) {
			if !commandName.MatchString(m.Name) || names[m.Name] || m.Description == "" || strings.Contains(m.Description, "{") {
				t.Errorf("%s: command %+v", l, m)
			}
			names[m.Name] = true
		}
		if !names["measure"] || !names["part"] || !names["find"] {
			t.Errorf("%s: commands %v", l, names)
		}
	}
}
