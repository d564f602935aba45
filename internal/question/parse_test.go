package question

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/step"
	"pincite/internal/question/structure"
	"pincite/internal/text/numeral"
	"pincite/internal/text/words"
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

// testDocument builds a document of parts and measures, or of any two levels: four
// sections of the first, three, two, five and five of the second, a preamble and a
// conclusion. Measure 6 is "Serve the people", measure 4 "Keep good records".
func testDocument(levels []document.Level) *document.Document {
	d := document.Document{Name: "test", Meta: document.Meta{Language: "en", Levels: levels}}
	add := func(kind, label string, n int, title, body string, parent int) int {
		at := len(d.Text)
		s := document.Section{ID: strings.ToLower(strings.ReplaceAll(label, " ", "-")), Kind: kind, Label: label, Parent: parent}
		if n > 0 {
			s.Designation = document.Numbered(n)
		}
		d.Text += title
		s.Heading = document.Span{Start: at, End: len(d.Text)}
		p := len(d.Text) + 1
		d.Text += "\n" + body + "\n"
		span := document.Span{Start: p, End: len(d.Text) - 1}
		s.Paragraphs = []document.Paragraph{{Span: span, Sentences: []document.Span{span}}}
		s.Span, s.Own = document.Span{Start: at, End: len(d.Text)}, document.Span{Start: at, End: len(d.Text)}
		d.Sections = append(d.Sections, s)
		for up := parent; up >= 0; up = d.Sections[up].Parent {
			d.Sections[up].Span.End = len(d.Text)
		}
		return len(d.Sections) - 1
	}
	titles := map[int]string{4: "Keep good records", 6: "Serve the people"}
	add(document.KindPreamble, "Preamble", 0, "", "How it all began.", -1)
	if len(levels) == 2 {
		n := 0
		for i, count := range []int{3, 2, 5, 5} {
			part := add(levels[0].Kind, fmt.Sprintf("%s %d", levels[0].Kind, i+1), i+1, fmt.Sprintf("Heading of %d", i+1), "Opens.", -1)
			for range count {
				n++
				title := titles[n]
				if title == "" {
					title = fmt.Sprintf("Rubric %d", n)
				}
				add(levels[1].Kind, fmt.Sprintf("%s %d", levels[1].Kind, n), n, title, "It does.", part)
			}
		}
	}
	add(document.KindConclusion, "Conclusion", 0, "", "How it ends.", -1)
	out, err := document.New(d)
	if err != nil {
		panic(err)
	}
	return out
}

// everyWord weighs every word that is no function word, so that no rest is too
// light for a question.
func everyWord(w string) float64 {
	for _, l := range []string{"en", "ru", "es"} {
		if words.Function(l).Has(w) {
			return 0
		}
	}
	if strings.ContainsFunc(w, unicode.IsDigit) {
		return 0
	}
	if n, ok := numeral.Read([]string{w}); ok && n.Form == numeral.Roman && w != "xi" {
		return 0
	}
	return 1
}

func newParser(levels []document.Level) *Parser {
	return NewParser(Options{Document: testDocument(levels), Languages: []string{"en", "zh", "ru", "es"}, Weight: everyWord})
}

// describe writes a question as the forms have it: kind, references
// (kind:from-to, "end" for counted from the end, <kind:n> for inside, "none" beside
// the first), T=topic, what it is not wanted from ("but measure:4-4"), not, what is asked of the outline or the document, the level
// gone through, the move, the task.
func describe(q Question) string {
	var b strings.Builder
	b.WriteString(q.Kind.String())
	for _, r := range q.Refs {
		from, to := r.From, r.To
		switch {
		case r.Rule == "neighbour" && len(r.Sections) == 0:
			from, to = "none", "none"
		case from == "" && (r.Kind == document.KindPreamble || r.Kind == document.KindConclusion || r.Role == locate.Opening):
			from, to = "0", "0"
		case from == "":
			from, to = "-1", "-1"
		}
		fmt.Fprintf(&b, " %s:%s-%s", r.Kind, from, to)
		if r.FromEnd {
			b.WriteString("end")
		}
		if r.In != nil {
			fmt.Fprintf(&b, "<%s:%s>", r.In.Kind, r.In.From)
		}
	}
	if q.Topic != "" {
		b.WriteString(" T=" + q.Topic)
	}
	for _, r := range q.Except {
		fmt.Fprintf(&b, " but %s:%s-%s", r.Kind, r.From, r.To)
	}
	if q.Not {
		b.WriteString(" not")
	}
	if q.Outline != structure.None {
		fmt.Fprintf(&b, " %s/%s", q.Outline, q.Level)
	} else if q.Level != "" {
		b.WriteString(" in " + q.Level)
	}
	for i, name := range []string{"title", "issuer", "adopted", "released", "dates", "lang", "source", "nature", "author", "length", "cite"} {
		if q.Meta.Has(1 << i) {
			b.WriteString(" " + name)
		}
	}
	if q.Move != step.None {
		b.WriteString(" " + q.Move.String())
	}
	if q.Leap {
		fmt.Fprintf(&b, " leap=%d", q.Steps)
	} else if q.Steps > 1 {
		fmt.Fprintf(&b, " steps=%d", q.Steps)
	}
	b.WriteString([...]string{"", " again", " which", " number"}[q.Again])
	if q.Else != "" {
		b.WriteString(" maybe")
	}
	if q.Task != NoTask {
		b.WriteString(" task=" + q.Task.String())
	}
	return b.String()
}

// parsers keeps the parsers of the documents that the tests read about.
var parsers = map[*document.Level]*Parser{}

// parse reads one message about a document with these levels.
func parse(s string, levels []document.Level) Question {
	var key *document.Level
	if len(levels) > 0 {
		key = &levels[0]
	}
	if parsers[key] == nil {
		parsers[key] = newParser(levels)
	}
	return parsers[key].Parse(s, Context{})
}

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

// The examples beside the rules are read as they say, and every language has one for each
// of the rules that all languages have.
func TestExamples(t *testing.T) {
	strange := NewParser(Options{Document: testDocument(testLevels), Languages: []string{"en", "zh", "ru", "es"}})
	for _, language := range grammar.Languages() {
		data, err := os.ReadFile("grammar/" + language + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		rule, n, at := "", 0, 0
		for line := range strings.Lines(string(data)) {
			at++
			if strings.HasPrefix(line, "[") {
				rule = line
			}
			example, ok := strings.CutPrefix(strings.TrimSpace(line), "> ")
			if !ok {
				continue
			}
			n++
			message, want, ok := strings.Cut(example, " => ")
			p := newParser(testLevels)
			if strings.HasPrefix(rule, "[talk noise]") { // no word of which is the document's
				p = strange
			}
			if got := describe(p.Parse(message, Context{})); got != want || !ok {
				t.Errorf("%s.txt:%d: %q\n got %s\nwant %s", language, at, message, got, want)
			}
		}
		if slices.Contains([]string{"en", "es", "it", "ru", "zh"}, language) && n < 8 {
			t.Errorf("%s has %d examples", language, n)
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

// Words that no text here has are noise beside small talk, but what is asked in them is
// asked of the document.
func TestStrangeWordsAreAsked(t *testing.T) {
	p := NewParser(Options{Document: testDocument(testLevels), Languages: []string{"en", "zh", "ru", "es"}}) // no word weighs anything
	for in, want := range map[string]Kind{
		"you stupid bot": Empty, "so you are a silly bot": Empty,
		"is there a discount for pensioners?": Search, "Is there a prize for newbies?": Search,
	} {
		if q := p.Parse(in, Context{}); q.Kind != want {
			t.Errorf("%q: kind %v, want %v", in, q.Kind, want)
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
	follow := []string{"and measure 9?", "what about training?", "how often?", "at which meetings?", "who has to attend it?", "who must take one?",
		"why?", "what does that mean?", "and how do they do this?", "the next one", "what happens there?", "since when?",
		"那第九条呢?", "年轻干部呢", "多久一次?", "谁负责?", "它包括什么", "а девятая?", "как часто?", "кто за это отвечает?", "и что с ними делать?",
		"when was it published?", "when did it become public?", "когда его опубликовали?", "它是什么时候发布的?", "¿y la novena?", "¿cada cuánto?", "¿quién lo hace?", "¿qué significa eso?"}
	stands := []string{"measure 9", "what does it say about the internet?", "is there anything about training?", "who gives special party classes?",
		"A team fails its review. What should it do next?", "does the document mention artificial intelligence?",
		"health checks for cadres who has to do it", "what three tests should the achievements of cadres stand?", "7", "contents", "when was this document published?",
		"第九条", "什么是第一议题制度?", "年轻干部要怎么培养", "что такое первый вопрос?", "сколько мер в документе?", "¿qué es el espíritu de los clavos?",
		"¿quién emitió este documento?"}
	for _, in := range follow {
		if !parse(in, testLevels).Follow {
			t.Errorf("%q should refer to what was said before", in)
		}
	}
	for _, in := range stands {
		if parse(in, testLevels).Follow {
			t.Errorf("%q should stand alone", in)
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
			if q.Kind != Lookup || len(q.Refs) != 1 || q.Refs[0].From != fmt.Sprint(n) || q.Refs[0].To != q.Refs[0].From || q.Refs[0].FromEnd {
				t.Fatalf("Parse(%q) = %s", in, describe(q))
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range forms(f) {
		f.Add(c[0])
	}
	for _, s := range []string{"", "\xff", "/", "/@", "~~", "<", "&;", "第", "whéré's", "measure " + strings.Repeat("7,", 300), "’s", "what’s", "point 1 of measure 40-50 and 60-70"} {
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
			if len(r.Sections) == 0 && r.Miss == nil {
				t.Fatalf("%q: reference %+v names nothing and misses nothing", s, r)
			}
			for _, x := range r.Sections {
				if x < 0 || x >= len(parsers[&testLevels[0]].source.Table.Document().Sections) {
					t.Fatalf("%q: section %d", s, x)
				}
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
			p := newParser(testLevels)
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(in, Context{})
			}
		})
	}
}
