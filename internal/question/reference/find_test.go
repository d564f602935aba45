package reference

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/question/titles"
)

var testLevels = []document.Level{
	{Kind: "part", Names: map[string][]string{"en": {"part"}, "zh": {"部分"}, "ru": {"часть", "раздел"}, "es": {"parte"}}},
	{Kind: "measure", Names: map[string][]string{"en": {"measure", "rule"}, "zh": {"条", "项", "措施"},
		"ru": {"мера", "пункт", "положение", "положений"}, "es": {"medida"}}},
}

// testTable is of a document of three parts with four measures each, and 5a.
var testTable = NewTable(testDocument(), func(w string) bool { return w == "item7" || w == "c3" }, nil)

func testDocument() *document.Document {
	d := document.Document{Name: "test", Meta: document.Meta{Levels: testLevels}}
	add := func(kind, code, title string, parent int) int {
		at := len(d.Text)
		d.Text += title + ".\nFirst. Second.\n(a) Third.\n"
		span := document.Span{Start: at, End: len(d.Text)}
		body := at + len(title) + 2
		d.Sections = append(d.Sections, document.Section{ID: kind + "-" + code, Kind: kind, Label: kind + " " + code, Parent: parent,
			Designation: document.Designation{Printed: code, Normal: code}, Span: span, Own: span,
			Heading: document.Span{Start: at, End: at + len(title)},
			Paragraphs: []document.Paragraph{
				{Span: document.Span{Start: body, End: body + 14}, Sentences: []document.Span{{Start: body, End: body + 6}, {Start: body + 7, End: body + 14}}},
				{Span: document.Span{Start: body + 15, End: len(d.Text) - 1}, Sentences: []document.Span{{Start: body + 15, End: len(d.Text) - 1}}}}})
		if parent >= 0 {
			d.Sections[parent].Span.End = len(d.Text)
		}
		return len(d.Sections) - 1
	}
	n := 0
	for part := 1; part <= 3; part++ {
		up := add("part", fmt.Sprint(part), fmt.Sprintf("Things of part %d", part), -1)
		for range 4 {
			n++
			add("measure", fmt.Sprint(n), fmt.Sprintf("Keep watch number %d", n), up)
			if n == 5 {
				add("measure", "5a", "Mend the fence (and the gate)", up)
			}
		}
	}
	out, err := document.New(d)
	if err != nil {
		panic(err)
	}
	return out
}

// found writes the references of a text: kind and designations, "end" where counted
// from there, "?" for those that are only possible, and the ids and pieces of text
// that they name if named is set.
func found(in string, named bool) string {
	tokens := grammar.Scan(in)
	testTable.Mark(tokens, english)
	var out []string
	for _, f := range Find(testTable, in, tokens) {
		for _, r := range f.Refs {
			from, to := r.From, r.To
			if from == "" {
				from, to = "0", "0"
			}
			s := fmt.Sprintf("%s:%s-%s", r.Kind, from, to)
			if r.FromEnd {
				s += "end"
			}
			for in := r.In; in != nil; in = in.In {
				s += fmt.Sprintf("<%s:%s", in.Kind, in.From)
			}
			if named {
				s = ""
				for _, i := range r.Sections {
					s += testTable.Document().Sections[i].ID + " "
				}
				for _, p := range r.Spans {
					s += fmt.Sprintf("%q ", testTable.Document().Slice(p))
				}
				if r.Miss != nil {
					s += fmt.Sprintf("not there: %s to %s", r.Miss.First, r.Miss.Last)
				}
				out = append(out, strings.TrimSpace(s))
				continue
			}
			out = append(out, s+strings.Repeat("?", int(titles.Strong-f.Strength)))
		}
	}
	if named {
		return strings.Join(out, "; ")
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
		"14 May 2027":                 "", // a day
		"May 7, 2027":                 "",
		"measure 0":                   "measure:0-0",
		"measure 99999999999999":      "measure:2147483647-2147483647",
		"measures 9-7, 11 and part 2": "measure:7-9 measure:11-11 part:2-2",
		"measure 2 of part 3":         "measure:2-2<part:3",
		"the last two measures":       "measure:2-1end",
		"mesure elevn":                "measure:11-11",
		"the introduction":            "preamble:0-0?",
		"the preamble":                "preamble:0-0",

		// times and people
		"晚上6点7个人聚餐":    "",
		"6点7分":         "",
		"9月15日晚上6点7个人": "",
		"点7":           ":7-7",

		// counts
		"the eight rules":  "",
		"7 measures":       "measure:7-7??",
		"八项规定":             "",
		"八项规定精神":           "",
		"八项":               "measure:8-8",
		"八项规定了什么":          "measure:8-8",
		"十五条讲什么":           "measure:15-15",
		"十五条措施":            "",
		"三大部分":             "part:3-3??",
		"四个自信":             "",
		"восемь положений": "",
		"2 пункта":         "measure:2-2??",
		"3 меры":           "measure:3-3??",
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
		if got := found(in, false); got != want {
			t.Errorf("%q refers to %q, want %q", in, got, want)
		}
	}
}

// What is named is found in the document, or it is said what there is.
func TestResolve(t *testing.T) {
	for in, want := range map[string]string{
		"measure 99":                         "not there: 1 to 12",
		"part 4":                             "not there: 1 to 3",
		"annex 2":                            "not there:  to",
		"measure 9 of part 1":                "measure-9",
		"measure 5a":                         "measure-5a",
		"5A":                                 "measure-5a",
		"measures 5 to 7":                    "measure-5 measure-5a measure-6 measure-7",
		"measures 11-14":                     "measure-11 measure-12 not there: 1 to 12",
		"the second measure of part 3":       "measure-10",
		"paragraph 2 of measure 7":           `measure-7 "(a) Third."`,
		"measure 7(a)":                       `measure-7 "(a) Third."`,
		"measure 7, second sentence":         `measure-7 "Second."`,
		"paragraph 9 of measure 7":           "measure-7 not there: 1 to 2",
		"\"mend the fence\"":                 "measure-5a",
		"the measure titled Mend the fence":  "measure-5a",
		"the middle measure":                 "measure-6",
		"the last measure of the first part": "measure-4",
		"meas. 7, para. 2":                   `measure-7 "(a) Third."`,
		"measure 7 xyzzy a":                  `measure-7`,
		"part 2, measure 7, sentence 2":      `measure-7 "Second."`,
		"part 3, rule 10":                    "measure-10",
		"第10条":                               "measure-10",
		"item7":                              "",
		"C3":                                 "",
		"thanks g7":                          "",                                   // no level begins so
		"mend the fence 7(a)":                `measure-5a; measure-7 "(a) Third."`, // which the former does not hold
		"C#":                                 "",
	} {
		if got := found(in, true); got != want {
			t.Errorf("%q names %q, want %q", in, got, want)
		}
	}
}

func TestTable(t *testing.T) {
	if !testTable.HasLevel("part") || testTable.HasLevel("chapter") || testTable.Lowest("part") || !testTable.Lowest("measure") {
		t.Error("levels are not told apart")
	}
	if k := testTable.Kind(0); k != "" {
		t.Errorf("no level is of kind %q", k)
	}
	bare, err := document.New(document.Document{Name: "bare", Text: "x"})
	if err != nil {
		t.Fatal(err)
	}
	empty := NewTable(bare, func(string) bool { return false }, nil)
	tokens := grammar.Scan("measure 7")
	empty.Mark(tokens, english)
	if f := Find(empty, "measure 7", tokens); len(f) != 1 || f[0].Refs[0].Kind != "" || f[0].Refs[0].From != "7" {
		t.Errorf("without levels: %+v", f)
	}
}

// What a section is called in a word of the document's own is read behind the name of its
// level, and so is the sign of an ordinal.
func TestFindSpelled(t *testing.T) {
	d := document.Document{Name: "test", Text: "x", Meta: document.Meta{Language: "es", Levels: []document.Level{
		{Kind: "articulo", Names: map[string][]string{"es": {"artículo"}}},
		{Kind: "final", Names: map[string][]string{"es": {"disposición final"}, "en": {"final provision"}}}}}}
	for i, s := range []struct{ kind, printed, normal string }{{"articulo", "1", "1"}, {"articulo", "2", "2"}, {"final", "única", "1"}, {"final", "segunda", "2"}} {
		d.Sections = append(d.Sections, document.Section{ID: s.kind + "-" + s.normal, Kind: s.kind, Label: s.kind + " " + s.printed, Parent: -1,
			Designation: document.Designation{Printed: s.printed, Normal: s.normal}, Span: document.Span{Start: i, End: i}})
	}
	table := NewTable(&d, func(string) bool { return false }, nil)
	for in, want := range map[string]string{
		"única":                   "",
		"artículo única":          "",
		"disposición final única": "final 1",
		"disposicion final unica": "final 1",
		"disposición final 2a":    "final 2", // 2ª, once it is cleaned
		"second final provision":  "final 2",
		"artículo 2a":             "articulo 2a",
	} {
		tokens := grammar.Scan(in)
		table.Mark(tokens, english)
		got := ""
		if f := Find(table, in, tokens); len(f) == 1 {
			got = f[0].Refs[0].Kind + " " + f[0].Refs[0].From
		}
		if got != want {
			t.Errorf("%q names %q, want %q", in, got, want)
		}
	}
}

// The name of a level may stand around the number.
func TestFindAround(t *testing.T) {
	d := document.Document{Name: "test", Text: "x", Meta: document.Meta{Language: "es", Levels: []document.Level{
		{Kind: "articulo", Names: map[string][]string{"es": {"artículo"}}},
		{Kind: "articulo-transitorio", Names: map[string][]string{"es": {"artículo transitorio"}}}}}}
	for i, l := range d.Meta.Levels {
		d.Sections = append(d.Sections, document.Section{ID: l.Kind + "-1", Kind: l.Kind, Label: l.Names["es"][0] + " 1", Parent: -1,
			Designation: document.Designation{Printed: "1", Normal: "1"}, Span: document.Span{Start: i, End: i}})
	}
	table := NewTable(&d, func(string) bool { return false }, nil)
	for in, want := range map[string]string{
		"artículo 1":                      "articulo",
		"artículo 1 antiguo":              "articulo",
		"artículo 1 (antiguo)":            "articulo",
		"artículo 1 (transitorio":         "articulo",
		"artículo 1°":                     "articulo",
		"artículo 1° transitorio":         "articulo-transitorio",
		"artículo 1º transitorio":         "articulo-transitorio",
		"artículo 1.º transitorio":        "articulo-transitorio",
		"artículo 1 (transitorio)":        "articulo-transitorio",
		"artículo 1° (transitorio)":       "articulo-transitorio",
		"artículos 1 y 2 transitorios":    "articulo-transitorio",
		"artículo 1 transitorio":          "articulo-transitorio",
		"artículo transitorio 1":          "articulo-transitorio",
		"el artículo primero transitorio": "articulo-transitorio",
	} {
		tokens := grammar.Scan(in)
		table.Mark(tokens, english)
		if f := Find(table, in, tokens); len(f) != 1 || f[0].Refs[0].Kind != want {
			t.Errorf("%q refers to %+v, want %s", in, f, want)
		}
	}
}

// english is the language of the messages here.
func english() string { return "en" }
