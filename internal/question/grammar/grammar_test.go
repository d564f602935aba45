package grammar

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// strangers are the elements of patterns that are no words.
var strangers = []string{"@level", "@levels", "@ref", "@num", "+", "^", "$"}

// Every name in a pattern is known and every word is written as it is compared:
// a slip there makes a pattern that never matches, and no one would miss it.
func TestPatterns(t *testing.T) {
	macros := map[string]string{}
	var all []section
	names, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range names {
		data, err := files.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		sections, err := split(f.Name(), string(data))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sections...)
	}
	for _, s := range all {
		if s.group == "macro" {
			macros[s.intent] = strings.Join(s.lines, "")
		}
	}
	for _, s := range all {
		if s.group == "words" || s.group == "spelling" || s.group == "numbers" {
			continue
		}
		for element := range strings.FieldsSeq(strings.ReplaceAll(strings.Join(s.lines, "\n"), " ; ", "\n")) {
			if s.group == "macro" {
				element = strings.Trim(element, "|")
			}
			for a := range strings.SplitSeq(strings.TrimSuffix(element, "?"), "|") {
				checkAlternative(t, s, macros, a)
			}
		}
	}
}

func checkAlternative(t *testing.T, s section, macros map[string]string, a string) {
	t.Helper()
	at := s.file + ": " + s.group + " " + s.intent
	switch {
	case slices.Contains(strangers, a):
		return
	case strings.HasPrefix(a, "$"):
		if macros[a] == "" {
			t.Errorf("%s: no macro %q", at, a)
		}
	case strings.ContainsAny(a, "@$+^;"):
		t.Errorf("%s: %q is neither a word nor a class", at, a)
	case a == "" || len(All().vocabulary.Number(a)) == 0:
		t.Errorf("%s: alternative %q has no word", at, a)
	case text.Simplified(text.Fold(a)) != a:
		t.Errorf("%s: %q is not folded", at, a)
	}
}

// What is not a grammar is refused with the line at fault.
func TestLoadRefuses(t *testing.T) {
	for data, want := range map[string]string{
		"hello":                       `x.txt:1: "hello" stands in no section`,
		"[chatter]\nhello":            `x.txt:1: there is no group "chatter"`,
		"[talk gossip]\nhello":        `x.txt:1: group talk has no intent "gossip"`,
		"[spelling]\nwat what":        `x.txt:1: "wat what" has no " = "`,
		"\n\n[numbers]\nsette 7":      `x.txt:3: "sette 7" begins with no number`,
		"# a comment\n[words]\n\nyes": "",
	} {
		_, err := load(fstest.MapFS{"x.txt": {Data: []byte(data)}})
		if got := errorText(err); got != want && got != "grammar "+want {
			t.Errorf("%q: error %q, want %q", data, got, want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestBags(t *testing.T) {
	for word, b := range map[string]Bag{"hello": Greeting, "спасибо": Thanks, "show": Frame, "cuantas": Structure, "发": About, "и": Connective,
		"why": Ask, "пожалуйста": Polite} {
		if w := Scan(word)[0]; !In(&w, b) {
			t.Errorf("%q is in %b, not in %b", word, BagsOf(&w), b)
		}
	}
	if w := Scan("xylophone")[0]; BagsOf(&w) != 0 {
		t.Error("an unknown word is in a bag")
	}
}

// Numbers of two words are read where the language writes them as one.
func TestNumbersOfTwoWords(t *testing.T) {
	for _, c := range []struct {
		word    string
		value   int // 0 for no number
		ordinal bool
	}{
		{"vingt-", 20, false},
		{"vingtx", 0, false},
		{"vingt-vingt", 0, false},
		{"deux-vingt", 0, false},
		{"douze-deux", 0, false},
		{"vingt", 20, false},
		{"vingt-deux", 22, false},
		{"trente-neuvième", 39, true},
		{"ventidue", 22, false},
		{"quarantatre", 43, false},
		{"ventunx", 0, false},
		{"zweizwanzig", 0, false},
		{"zweiundzwei", 0, false},
		{"zweiund", 0, false},
		{"zweiundzwanzig", 22, false},
		{"fünfunddreißigster", 35, true},
		{"vierentwintig", 24, false},
		{"ventuno", 21, false},
		{"novantotto", 98, false},
		{"soixante-vingt", 0, false},
		{"vingt-douze", 0, false},
		{"vingt. et un", 20, false},
		{"vingt et", 20, false},
		{"vingt et vingt-deux", 20, false},
		{"deux et trois", 2, false},
		{"vingt et un", 21, false},
		{"vingt deux", 22, false},
		{"dix sept", 17, false},
		{"trente et unième", 31, true},
		{"soixante-et-onze", 71, false},
		{"soixante-douze", 72, false},
		{"quatre-vingts", 80, false},
		{"quatre vingt dix neuf fois", 99, false},
	} {
		n, ok := phrase.Numeral(Scan(c.word), 0)
		if n.Value != c.value || n.Ordinal != c.ordinal || ok != (c.value > 0) {
			t.Errorf("%q is %+v, want %d", c.word, n, c.value)
		}
	}
}

// All languages are read at once, so that a word of one that only some read is in no list by
// itself where it is a common word of another.
func TestWordsAreOfOneLanguage(t *testing.T) {
	kin := []string{"pl", "cs", "sk", "sl", "hr"} // where "komu", "od" and "bez" mean the same
	data, err := files.ReadFile("pl.txt")
	if err != nil {
		t.Fatal(err)
	}
	sections, err := split("pl.txt", string(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		for _, line := range s.lines {
			if s.intent == "to between digits" || s.intent == AndAtHome {
				continue // which the numbers beside it tell, or the document
			}
			alone := strings.Fields(line)
			if s.group != "words" && s.group != "numbers" {
				alone = nil
				for pattern := range strings.SplitSeq(line, " ; ") { // "a|b", but not "a|b c"
					if p := strings.Trim(pattern, "^$ "); !strings.Contains(p, " ") {
						alone = append(alone, strings.Split(p, "|")...)
					}
				}
			}
			for _, w := range alone {
				for _, l := range Languages() {
					if !slices.Contains(kin, l) && words.Function(l).Has(w) {
						t.Errorf("pl.txt: %s %s: %q is a common word in %q", s.group, s.intent, w, l)
					}
				}
			}
		}
	}
}

func TestGenitive(t *testing.T) {
	for _, c := range []struct {
		language, word string
		want           bool
	}{
		{"ru", "пункта", true},
		{"ru", "статьи", true},
		{"ru", "части", false}, // is both
		{"ru", "пункте", false},
		{"uk", "пункту", true},
		{"uk", "пункті", false},
		{"bg", "глава", false},
	} {
		if got := Genitive(c.language, c.word); got != c.want {
			t.Errorf("%s %s: %v", c.language, c.word, got)
		}
	}
}
