package reference

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/lexicon"
)

var testTable = NewTable([]document.Level{
	{Kind: "part", Names: map[string][]string{"en": {"part"}, "zh": {"部分"}, "ru": {"часть", "раздел"}, "es": {"parte"}}},
	{Kind: "measure", Names: map[string][]string{"en": {"measure", "rule"}, "zh": {"条", "项", "措施"},
		"ru": {"мера", "пункт", "положение", "положений"}, "es": {"medida"}}},
})

// found writes the references of a text: kind and numbers, "end" where counted
// from there, "?" for those that are only possible.
func found(in string) string {
	tokens := lexicon.Scan(in)
	testTable.Mark(tokens)
	var out []string
	for _, f := range Find(testTable, tokens, "und") {
		for _, r := range f.Refs {
			s := fmt.Sprintf("%s:%d-%d", r.Kind, r.From, r.To)
			if r.FromEnd {
				s += "end"
			}
			if r.InKind != "" {
				s += fmt.Sprintf("<%s:%d", r.InKind, r.In)
			}
			out = append(out, s+strings.Repeat("?", int(Strong-f.Strength)))
		}
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"nothing":                     "",
		"measure":                     "",
		"measure 7":                   "measure:7-7",
		"7":                           ":7-7??",
		"no. 7":                       ":7-7?",
		"measure 0":                   "measure:0-0",
		"measure 99999999999999":      fmt.Sprintf("measure:%d-%[1]d", MaxNumber),
		"measures 9-7, 11 and part 2": "measure:7-9 measure:11-11 part:2-2",
		"measure 2 of part 3":         "measure:2-2<part:3",
		"the last two measures":       "measure:2-1end",
		"mesure elevn":                "measure:11-11",
		"the introduction":            "preamble:0-0?",
		"the preamble":                "preamble:0-0",

		// counts
		"the eight rules":  "",
		"7 measures":       "",
		"八项规定":             "",
		"八项规定精神":           "",
		"八项":               "measure:8-8",
		"八项规定了什么":          "measure:8-8",
		"十五条讲什么":           "measure:15-15",
		"十五条措施":            "",
		"三大部分":             "",
		"四个自信":             "",
		"восемь положений": "",
		"2 пункта":         "",
		"3 меры":           "",
		"7 мера":           "measure:7-7",
		"9 пункт":          "measure:9-9",
		"1 раздел":         "part:1-1",

		// beside the preamble or the conclusion
		"the last measure before the conclusion":     "measure:1-1end",
		"the last measure, just before the epilogue": "measure:1-1end",
		"结语前的最后一条":                                   "measure:1-1end",
		"первый пункт после преамбулы":               "measure:1-1",
		"la última medida antes de la conclusión":    "measure:1-1end",
		"the last measure and the conclusion":        "measure:1-1end conclusion:0-0",
	} {
		if got := found(in); got != want {
			t.Errorf("%q refers to %q, want %q", in, got, want)
		}
	}
}

func TestTable(t *testing.T) {
	if !testTable.Has("part") || testTable.Has("chapter") || testTable.Lowest("part") || !testTable.Lowest("measure") {
		t.Error("levels are not told apart")
	}
	if k := testTable.Kind(0); k != "" {
		t.Errorf("no level is of kind %q", k)
	}
	empty := NewTable(nil)
	tokens := lexicon.Scan("measure 7")
	empty.Mark(tokens)
	if f := Find(empty, tokens, "en"); len(f) != 1 || f[0].Refs[0].Kind != "" || f[0].Refs[0].From != 7 {
		t.Errorf("without levels: %+v", f)
	}
}
