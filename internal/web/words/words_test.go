package words

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Every language says everything, with the same values in it.
func TestLanguagesSayTheSame(t *testing.T) {
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for tag, w := range all {
		for name, pair := range map[string][2]map[string]string{"page": {w.Page, all["en"].Page}, "script": {w.Script, all["en"].Script}, "problem": {w.Problem, all["en"].Problem}} {
			if !slices.Equal(slices.Sorted(maps.Keys(pair[0])), slices.Sorted(maps.Keys(pair[1]))) {
				t.Errorf("%s %s has other keys than English", tag, name)
			}
			for k, v := range pair[0] {
				if strings.TrimSpace(v) == "" || strings.Count(v, "{}") != strings.Count(pair[1][k], "{}") {
					t.Errorf("%s %s %s: %q", tag, name, k, v)
				}
			}
		}
	}
}

func TestBest(t *testing.T) {
	for wanted, want := range map[string]string{"": "en", "*": "en", "fr": "en", "fr, zh-CN;q=0.8": "zh", "RU": "ru", "zh_TW": "zh", "es-419,en": "es", ";;,": "en"} {
		if got := Best(wanted); got != want {
			t.Errorf("%q: %s, want %s", wanted, got, want)
		}
	}
}
