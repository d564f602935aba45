package chat

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/reply/words"
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

func TestTooManyInEveryLanguage(t *testing.T) {
	for _, language := range Languages() {
		if TooMany(language, 10) == "" || Busy(language) == "" {
			t.Errorf("no words in %s", language)
		}
	}
	for tag, want := range map[string]string{"zh-hans": "zh", "ZH": "zh", "pt-br": "en", "": "en"} {
		if TooMany(tag, 10) != words.Fill(words.In(want).TooMany, "n", "10") {
			t.Errorf("%q is not answered in %s", tag, want)
		}
	}
}
