package words

import (
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var placeholder = regexp.MustCompile(`\{\w+\}`)

// flatten lists every text of a table by the name of its field.
func flatten(w *Words) map[string]string {
	out := map[string]string{}
	v := reflect.ValueOf(*w)
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		switch f.Kind() {
		case reflect.String:
			out[name] = f.String()
		case reflect.Array:
			for j := range f.Len() {
				out[name+"."+strconv.Itoa(j)] = f.Index(j).String()
			}
		case reflect.Map:
			if name == "Nouns" {
				continue // each language has its own irregular ones
			}
			for _, k := range f.MapKeys() {
				out[name+"."+strings.TrimSpace(reflectText(k))] = f.MapIndex(k).String()
			}
		}
	}
	return out
}

func reflectText(v reflect.Value) string {
	if v.Kind() == reflect.String {
		return v.String()
	}
	return strconv.FormatUint(v.Uint(), 10)
}

func TestEveryLanguageHasEveryWord(t *testing.T) {
	want := flatten(&english)
	for _, l := range languages {
		got := flatten(tables[l])
		for name, text := range want {
			if strings.TrimSpace(got[name]) == "" {
				t.Errorf("%s: %s has no words", l, name)
			}
			if name == "Day" {
				continue
			}
			if a, b := placeholders(text), placeholders(got[name]); a != b {
				t.Errorf("%s: %s fills in %s, in English %s", l, name, b, a)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s has %d texts, English %d", l, len(got), len(want))
		}
	}
}

// grammar are the names of what a language may need or not for a sentence of its
// own: forms of a noun and the like.
var grammar = []string{"{noun}", "{nouns}", "{few}", "{many}", "{all}", "{range}", "{last}", "{language}"}

// placeholders returns the distinct names to fill in, in order, without those of
// grammar.
func placeholders(s string) string {
	set := map[string]bool{}
	for _, p := range placeholder.FindAllString(s, -1) {
		if !slices.Contains(grammar, p) {
			set[p] = true
		}
	}
	var out []string
	for p := range set {
		out = append(out, p)
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func TestWordsAreCourteousAndFit(t *testing.T) {
	for _, l := range languages {
		w := tables[l]
		for name, s := range flatten(w) {
			if strings.ContainsAny(s, "!！¡") {
				t.Errorf("%s: %s exclaims: %s", l, name, s)
			}
			if strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2600 }) && l != "zh" {
				t.Errorf("%s: %s has a symbol: %s", l, name, s)
			}
		}
		for _, s := range []string{w.TooMany, w.Busy, w.Changed, w.Stale, w.Noted, w.NoQuestion, w.NotKept, w.LanguageSet, w.LanguageAuto} {
			if utf8.RuneCountInString(s) > 200 {
				t.Errorf("%s: notice of more than 200 characters: %s", l, s)
			}
		}
	}
}

func TestNouns(t *testing.T) {
	for _, x := range []struct {
		language, name string
		n              int
		count, of      string
	}{
		{"en", "measure", 1, "measure", "1 measures"},
		{"en", "measure", 15, "measures", "15 measures"},
		{"en", "annex", 2, "annexes", "2 annexes"},
		{"en", "category", 2, "categories", "2 categories"},
		{"ru", "мера", 1, "мера", "1 меры"},
		{"ru", "мера", 4, "меры", "4 мер"},
		{"ru", "мера", 11, "мер", "11 мер"},
		{"ru", "мера", 15, "мер", "15 мер"},
		{"ru", "мера", 21, "мера", "21 меры"},
		{"ru", "мера", 112, "мер", "112 мер"},
		{"ru", "пункт", 3, "пункта", "3 пунктов"},
		{"ru", "артикул", 3, "артикул", "3 артикул"},
		{"es", "medida", 1, "medida", "las 1 medidas"},
		{"es", "sección", 4, "secciones", "las 4 secciones"},
		{"es", "artículo", 4, "artículos", "los 4 artículos"},
		{"es", "disposición final", 4, "disposiciones finales", "las 4 disposiciones finales"},
		{"es", "parte", 4, "partes", "las 4 partes"},
		{"zh", "条", 15, "条", "15 条"},
		{"zh", "部分", 4, "个部分", "4 个部分"},
	} {
		w := tables[x.language]
		n, ok := w.Nouns[x.name]
		if !ok {
			n = w.Unknown(x.name)
		}
		if got := w.Count(n, x.n); got != x.count {
			t.Errorf("%d %s: %s, want %s", x.n, x.name, got, x.count)
		}
		if got := w.Of(n, x.n); got != x.of {
			t.Errorf("of %d %s: %s, want %s", x.n, x.name, got, x.of)
		}
	}
}

// TestIntervalsAgree holds that a range of numbers agrees with the noun.
func TestIntervalsAgree(t *testing.T) {
	for _, x := range []struct{ language, name, want string }{
		{"en", "rule", "from 2 to 9"},
		{"zh", "条", "从 2 到 9"},
		{"ru", "статья", "с 2 по 9"},
		{"es", "regla", "de la 2 a la 9"},
		{"es", "artículo", "del 2 al 9"},
	} {
		w := tables[x.language]
		if got := w.Interval(w.Unknown(x.name), "2", "9"); got != x.want {
			t.Errorf("%s %s: %s", x.language, x.name, got)
		}
	}
	if got := tables["zh"].Numbered("款", "2"); got != "第2款" {
		t.Error(got)
	}
}

func TestFillDoesNotLookIntoValues(t *testing.T) {
	if got := Fill("{a} {b} {c}", "a", "{b}", "b", "x"); got != "{b} x {c}" {
		t.Error(got)
	}
}

func TestSpokenReadsTags(t *testing.T) {
	for _, x := range []struct{ tag, spoken, known string }{
		{"", "", "en"}, {"-", "", "en"}, {"klingon", "", "en"}, {"eng", "", "en"}, {"pt-BR", "", "en"},
		{"en", "en", "en"}, {"zh-hans", "zh", "zh"}, {"zh_TW", "zh", "zh"}, {"RU", "ru", "ru"}, {"es-419", "es", "es"},
	} {
		if s, k := Spoken(x.tag), Known(x.tag); s != x.spoken || k != x.known {
			t.Errorf("%q: spoken %q, known %q", x.tag, s, k)
		}
	}
	for _, l := range Languages() {
		if !Has(l) || In(l) == nil || OwnName(l) == "" {
			t.Errorf("%s: table %v, own name %q", l, Has(l), OwnName(l))
		}
	}
}
