package question

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/document"
)

// testLevels are the levels of a document of parts and measures; bookLevels
// those of one of chapters and articles.
var (
	testLevels = []document.Level{
		{Kind: "part", Names: map[string][]string{"en": {"part", "parts", "chapter", "chapters"}, "zh": {"部分", "章", "大块", "块"},
			"ru": {"часть", "части", "ч", "раздел", "глава"}, "es": {"parte", "partes", "capítulo"}}},
		{Kind: "measure", Names: map[string][]string{"en": {"measure", "measures", "m", "article", "articles", "art", "item", "point",
			"clause", "section"}, "zh": {"条", "措施", "条措施", "项", "点"}, "ru": {"мера", "меры", "мер", "пункт", "пункты", "п", "статья"},
			"es": {"medida", "medidas", "artículo", "artículos", "punto"}}},
	}
	bookLevels = []document.Level{
		{Kind: "chapter", Names: map[string][]string{"en": {"chapter"}, "zh": {"章"}, "ru": {"глава"}, "es": {"capítulo"}}},
		{Kind: "article", Names: map[string][]string{"en": {"article"}, "zh": {"条"}, "ru": {"статья"}, "es": {"artículo"}}},
	}
)

// describe writes a question as the forms have it: kind, references
// (kind:from-to, "end" for counted from the end, <kind:n> for inside), T=topic, not,
// what is asked of the outline or the document, the level gone through, the move.
func describe(q Question) string {
	var b strings.Builder
	b.WriteString(q.Kind.String())
	for _, r := range q.Refs {
		fmt.Fprintf(&b, " %s:%d-%d", r.Kind, r.From, r.To)
		if r.FromEnd {
			b.WriteString("end")
		}
		if r.InKind != "" {
			fmt.Fprintf(&b, "<%s:%d>", r.InKind, r.In)
		}
	}
	if q.Topic != "" {
		b.WriteString(" T=" + q.Topic)
	}
	if q.Not {
		b.WriteString(" not")
	}
	if q.Outline != OutlineNone {
		fmt.Fprintf(&b, " %s/%s", q.Outline, q.Level)
	} else if q.Level != "" {
		b.WriteString(" in " + q.Level)
	}
	for i, name := range []string{"title", "issuer", "adopted", "released", "dates", "lang", "source", "nature", "author", "length"} {
		if q.Meta.Has(1 << i) {
			b.WriteString(" " + name)
		}
	}
	if q.Move != MoveNone {
		b.WriteString(" " + q.Move.String())
	}
	return b.String()
}

// parse reads one message about a document with these levels.
func parse(s string, levels []document.Level) Question { return NewParser(levels).Parse(s) }

// forms reads testdata/forms.txt.
func forms(t testing.TB) [][2]string {
	t.Helper()
	f, err := os.Open("testdata/forms.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][2]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if in, want, ok := strings.Cut(s.Text(), " => "); ok && !strings.HasPrefix(in, "# ") {
			out = append(out, [2]string{in, want})
		}
	}
	return out
}

func TestForms(t *testing.T) {
	for _, f := range forms(t) {
		if got := describe(parse(f[0], testLevels)); got != f[1] {
			t.Errorf("Parse(%q)\n got %s\nwant %s", f[0], got, f[1])
		}
	}
}

func TestUnusable(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		kind Kind
	}{
		"nothing":            {"", Empty},
		"white space":        {" \t\n\u3000", Empty},
		"invisible":          {"\u200b\ufeff\u2060\u202e", Empty},
		"emoji":              {"🙂🎉", Empty},
		"punctuation":        {"?!… — «»", Empty},
		"regular expression": {"/^$/", Empty},
		"broken UTF-8":       {"\xff\xfe", Empty},
		"one letter":         {"q", TooShort},
		"long":               {strings.Repeat("word ", MaxRunes), TooLong},
		"long and invisible": {strings.Repeat("\u200b", 1<<20), TooLong},
		"one long word":      {strings.Repeat("x", MaxRunes+1), TooLong},
		"marks":              {strings.Repeat("e\u0301\u0301\u0301\u0301", MaxRunes), TooLong},
		"longest":            {strings.Repeat("x", MaxRunes), Search},
	} {
		if q := parse(c.in, testLevels); q.Kind != c.kind {
			t.Errorf("%s: kind %v, want %v", name, q.Kind, c.kind)
		}
	}
}

// A document without levels, or with others, reads numbers just as well.
func TestOtherLevels(t *testing.T) {
	for in, want := range map[string]string{
		"article 12":           "lookup article:12-12",
		"chapter II":           "lookup chapter:2-2",
		"a12":                  "lookup article:12-12",
		"第三章第二条":               "lookup article:2-2<chapter:3>",
		"статья 4":             "lookup article:4-4",
		"artículo tercero":     "lookup article:3-3",
		"measure 3":            "lookup :3-3",
		"/article5":            "lookup article:5-5",
		"how many articles":    "outline count/article",
		"what is in chapter 2": "outline chapter:2-2 children/",
	} {
		if got := describe(parse(in, bookLevels)); got != want {
			t.Errorf("Parse(%q) = %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"article 12": "lookup :12-12", "7": "lookup :7-7", "part 2": "lookup :2-2"} {
		if got := describe(parse(in, nil)); got != want {
			t.Errorf("without levels: Parse(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestFollow(t *testing.T) {
	leans := []string{"and measure 9?", "what about training?", "how often?", "at which meetings?", "who has to attend it?", "who must take one?",
		"why?", "what does that mean?", "and how do they do this?", "the next one", "what happens there?", "since when?",
		"那第九条呢?", "年轻干部呢", "多久一次?", "谁负责?", "它包括什么", "а девятая?", "как часто?", "кто за это отвечает?", "и что с ними делать?",
		"when was it published?", "when did it become public?", "когда его опубликовали?", "它是什么时候发布的?", "¿y la novena?", "¿cada cuánto?", "¿quién lo hace?", "¿qué significa eso?"}
	stands := []string{"measure 9", "what does it say about the internet?", "is there anything about training?", "who gives special party classes?",
		"A team fails its review. What should it do next?", "does the document mention artificial intelligence?",
		"health checks for cadres who has to do it", "what three tests should the achievements of cadres stand?", "7", "contents", "when was this document published?",
		"第九条", "什么是第一议题制度?", "年轻干部要怎么培养", "что такое первый вопрос?", "сколько мер в документе?", "¿qué es el espíritu de los clavos?",
		"¿quién emitió este documento?"}
	for _, in := range leans {
		if !parse(in, testLevels).Follow {
			t.Errorf("%q should lean on what was said before", in)
		}
	}
	for _, in := range stands {
		if parse(in, testLevels).Follow {
			t.Errorf("%q should stand alone", in)
		}
	}
}

func TestWants(t *testing.T) {
	for in, want := range map[string]Want{
		"when does the campaign end?":              WantDate,
		"how often are classes held?":              WantHowOften,
		"how many hours must a cadre study?":       WantDuration,
		"what is the budget for training?":         WantAmount,
		"who is responsible for training?":         WantRole,
		"what are the names of the officials?":     WantPerson,
		"what does red tape mean?":                 WantDefinition,
		"list the four confidences one by one":     WantEnumeration,
		"what is the penalty for formalism?":       WantSanction,
		"by when must provinces report?":           WantDeadline,
		"is it allowed to skip?":                   WantYesNo,
		"why is formalism bad?":                    WantWhy,
		"how should leaders study?":                WantHow,
		"in which province did it begin?":          WantPlace,
		"什么时候开始?":                                  WantDate,
		"罚款多少?":                                    WantAmount,
		"多久一次?":                                    WantHowOften,
		"什么是四个自信":                                  WantDefinition,
		"会受什么处分":                                   WantSanction,
		"截止日期是哪天":                                  WantDeadline,
		"谁负责落实":                                    WantRole,
		"какой штраф за опоздание?":                WantSanction,
		"как часто проводят собрания?":             WantHowOften,
		"до какого числа надо отчитаться?":         WantDeadline,
		"что означает формализм?":                  WantDefinition,
		"¿cada cuánto se celebra?":                 WantHowOften,
		"¿qué sanción hay por formalismo?":         WantSanction,
		"¿quién es responsable?":                   WantRole,
		"¿cuál es el plazo para informar?":         WantDeadline,
		"¿cuántas horas de estudio hay que hacer?": WantDuration,
	} {
		if got := parse(in, testLevels).Wants; !got.Has(want) {
			t.Errorf("Wants(%q) = %b, lacks %b", in, got, want)
		}
	}
	for in, not := range map[string]Want{
		"what does the document say about training?":        WantDefinition,
		"support for staff who lack experience":             WantRole,
		"when a team reviews itself, what must it look at?": WantDate,
	} {
		if got := parse(in, testLevels).Wants; got.Has(not) {
			t.Errorf("Wants(%q) = %b, should lack %b", in, got, not)
		}
	}
}

// wantNames are the names in testdata/wants.txt.
var wantNames = map[string]Want{"date": WantDate, "howoften": WantHowOften, "amount": WantAmount, "person": WantPerson,
	"sanction": WantSanction, "consequence": WantConsequence, "deadline": WantDeadline, "duration": WantDuration,
	"contact": WantContact, "creation": WantCreation, "age": WantAge, "howmany": WantHowMany}

// Each of these makes the answerer refuse a passage that lacks it, so that what
// only looks like one matters as much as what is one.
func TestStrictWants(t *testing.T) {
	data, err := os.ReadFile("testdata/wants.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		name, in, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, not := strings.CutPrefix(name, "!")
		want, known := wantNames[name]
		if got := parse(in, testLevels).Wants; !known || got.Has(want) == not {
			t.Errorf("%q: %s wanted is %v", in, name, got.Has(want))
		}
	}
}

func TestParts(t *testing.T) {
	for in, want := range map[string][]string{
		"How often are classes held? And who gives them?":         {"How often are classes held?", "And who gives them?"},
		"I run a school. How often are classes held?":             {"I run a school. How often are classes held?"},
		"Anything on young cadres? Which measure?":                {"Anything on young cadres? Which measure?"},
		"measures 9 and 10 on discipline":                         {"measures 9 and 10 on discipline"},
		"什么是第一议题?谁负责落实?":                                          {"什么是第一议题?", "谁负责落实?"},
		"Что такое формализм? Кто за борьбу с ним отвечает?":      {"Что такое формализм?", "Кто за борьбу с ним отвечает?"},
		"¿Qué es el formalismo? ¿Quién es responsable de luchar?": {"¿Qué es el formalismo?", "¿Quién es responsable de luchar?"},
	} {
		if got := parse(in, testLevels).Parts; !reflect.DeepEqual(got, want) {
			t.Errorf("Parts(%q) = %q, want %q", in, got, want)
		}
	}
}

// Every number in every plain form finds its section.
func TestEveryNumber(t *testing.T) {
	for n := 1; n <= 300; n++ {
		for _, form := range []string{"%d", "m%d", "#%d", "§%d", "measure %d", "/measure %d", "/measure%d", "/%d", "第%d条", "пункт %d",
			"%d-й пункт", "medida %d", "what is measure %d about?", "no. %d", "%dth measure"} {
			in := fmt.Sprintf(form, n)
			q := parse(in, testLevels)
			if q.Kind != Lookup || len(q.Refs) != 1 || q.Refs[0].From != n || q.Refs[0].To != n || q.Refs[0].FromEnd {
				t.Fatalf("Parse(%q) = %s", in, describe(q))
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range forms(f) {
		f.Add(c[0])
	}
	for _, s := range []string{"", "\xff", "/", "/@", "~~", "<", "&;", "第", "whéré's", "measure " + strings.Repeat("7,", 300), "’s", "what’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := parse(s, testLevels)
		if !reflect.DeepEqual(q, parse(s, testLevels)) {
			t.Fatalf("two readings of %q differ", s)
		}
		if !utf8.ValidString(q.Topic) || utf8.RuneCountInString(q.Text) > MaxRunes {
			t.Fatalf("%q: topic %q, text of %d runes", s, q.Topic, utf8.RuneCountInString(q.Text))
		}
		if q.Kind == Search && strings.TrimSpace(q.Topic) == "" && len(q.Refs) == 0 {
			t.Fatalf("%q: a search for nothing", s)
		}
		if q.Kind == Lookup && len(q.Refs) == 0 {
			t.Fatalf("%q: a lookup of nothing", s)
		}
		for _, r := range q.Refs {
			if r.From < NoNumber || r.From > MaxNumber || r.To > MaxNumber || (r.From > r.To) && !r.FromEnd {
				t.Fatalf("%q: reference %+v", s, r)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for name, in := range map[string]string{
		"lookup": "what does measure seven say?", "search": "how many special party classes a year does each leader owe us?",
		"zh": "文件里有没有提到年轻干部的培养要求?", "ru": "что сказано о молодых кадрах в документе?", "es": "¿qué dice el documento sobre los jóvenes?",
		"longest": strings.Repeat("who is it and ", 36),
	} {
		b.Run(name, func(b *testing.B) {
			p := NewParser(testLevels)
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(in)
			}
		})
	}
}
