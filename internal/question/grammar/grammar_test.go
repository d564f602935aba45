package lexicon

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pincite/internal/text"
)

// strangers are the elements of patterns that are no words.
var strangers = []string{"@level", "@levels", "@ref", "@num", "+", "^"}

// Every name in a pattern is known and every word is written as it is compared:
// a slip there makes a pattern that never matches, and no one would miss it.
func TestTables(t *testing.T) {
	for _, l := range languages {
		eachTable(reflect.ValueOf(*l), "", func(name, table string) {
			for element := range strings.FieldsSeq(strings.ReplaceAll(table, " ; ", "\n")) {
				for alternative := range strings.SplitSeq(strings.TrimSuffix(element, "?"), "|") {
					checkAlternative(t, name, alternative)
				}
			}
		})
	}
	for name, m := range macros {
		for alternative := range strings.SplitSeq(m, "|") {
			checkAlternative(t, name, alternative)
		}
	}
}

func checkAlternative(t *testing.T, table, a string) {
	t.Helper()
	switch {
	case slices.Contains(strangers, a):
		return
	case strings.HasPrefix(a, "$"):
		if macros[a] == "" {
			t.Errorf("%s: no macro %q", table, a)
		}
	case strings.ContainsAny(a, "@$+^;"):
		t.Errorf("%s: %q is neither a word nor a class", table, a)
	case a == "" || len(All().vocabulary.Number(a)) == 0:
		t.Errorf("%s: alternative %q has no word", table, a)
	case text.Simplified(text.Fold(a)) != a:
		t.Errorf("%s: %q is not folded", table, a)
	}
}

// eachTable calls f with every string in a struct, and its name.
func eachTable(v reflect.Value, name string, f func(name, table string)) {
	switch v.Kind() {
	case reflect.String:
		f(name, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			eachTable(v.Field(i), name+"."+v.Type().Field(i).Name, f)
		}
	case reflect.Array:
		for i := range v.Len() {
			eachTable(v.Index(i), name, f)
		}
	}
}

func TestWantsAreAllNamed(t *testing.T) {
	if n, m := reflect.TypeFor[wants]().NumField(), len((&wants{}).tables()); n != m {
		t.Errorf("%d tables of %d wants", m, n)
	}
}

func TestBags(t *testing.T) {
	for word, b := range map[string]Bag{"hello": Greeting, "спасибо": Thanks, "show": Lookup, "cuantas": Outline, "发": Meta, "и": Connective,
		"why": Ask, "пожалуйста": Polite} {
		if w := Scan(word)[0]; !In(&w, b) {
			t.Errorf("%q is in %b, not in %b", word, BagsOf(&w), b)
		}
	}
	if w := Scan("xylophone")[0]; BagsOf(&w) != 0 {
		t.Error("an unknown word is in a bag")
	}
}
