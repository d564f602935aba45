package render

import (
	"encoding/json"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
)

// sample is an answer as chat makes one.
func sample() reply.Reply {
	cite := []reply.Run{{Text: "Part 1 › "}, {Text: "Measure 2: Improve", Link: reply.Place{Document: "opinions-2024", Section: "measure-2", Sentences: reply.Sentences{4, 5}}}}
	return reply.Reply{
		Kind: answer.KindAnswer, Language: "en", Document: "opinions-2024", Original: "en",
		Blocks: []reply.Block{
			{Kind: reply.Quote, Runs: []reply.Run{{Text: "At least one <class> every year.", Strong: true}}},
			{Kind: reply.Cite, Runs: cite},
			{Kind: reply.Passage, Runs: []reply.Run{{Text: "Before. "}, {Text: "At least one <class> every year.", Strong: true}, {Text: " After."}}},
			{Kind: reply.Line, Runs: []reply.Run{{Text: "See also:"}}},
			{Kind: reply.Item, Runs: []reply.Run{{Text: "Measure 7: Implement", Link: reply.Place{Document: "opinions-2024", Section: "measure-7"}}}},
			{Kind: reply.Item, Runs: []reply.Run{{Text: "Conclusion", Link: reply.Place{Document: "opinions-2024", Section: "conclusion"}}}},
		},
		Buttons: [][]reply.Button{{{Label: "Full text", Data: "s00000000measure-2"}, {Kind: reply.Share, Label: "Share", Data: "measure-2:4"}}},
	}
}

func TestPlain(t *testing.T) {
	want := `“At least one <class> every year.”
[Part 1 › Measure 2: Improve]

See also:

- Measure 7: Implement
- Conclusion`
	if got := Plain(sample()); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestTerminalColours(t *testing.T) {
	got := Terminal(sample(), true, 0)
	if !strings.HasPrefix(got, "\x1b[1m“At least one <class> every year.”\x1b[0m\n\x1b[36m[Part 1 › ") {
		t.Errorf("%q", got)
	}
	if strings.Count(got, "\x1b[0m") != strings.Count(got, "\x1b[")/2 {
		t.Errorf("colours are left on: %q", got)
	}
}

func TestTerminalShowsNoEscapeOfTheTexts(t *testing.T) {
	r := lines(reply.Quote, "red\x1b[31m \u009b31m \x07bell")
	if got := Terminal(r, false, 0); strings.ContainsAny(got, "\x1b\u009b\x07") {
		t.Errorf("%q", got)
	}
}

func TestWrap(t *testing.T) {
	for _, x := range []struct {
		in    string
		width int
		item  bool
		want  string
	}{
		{"short", 0, false, "short"},
		{"one two three four five six", 20, false, "one two three four\nfive six"},
		{"one two three four five six", 3, false, "one two three four\nfive six"}, // never below 20
		{"- one two three four five six", 20, true, "- one two three four\n  five six"},
		{"a\n\nb", 20, false, "a\n\nb"},
		{strings.Repeat("x", 30) + " y", 20, false, strings.Repeat("x", 30) + "\ny"},
		{"一二三四五六七八九十一二。", 20, false, "一二三四五六七八九十\n一二。"},
		{"一二三四五六七八九十。一", 20, false, "一二三四五六七八九\n十。一"},
		{"«ровно двадцать знаков»", 20, false, "«ровно двадцать\nзнаков»"},
	} {
		if got := wrap(x.in, x.width, x.item); got != x.want {
			t.Errorf("%q in %d columns:\n%s\nwant\n%s", x.in, x.width, got, x.want)
		}
	}
}

func TestOutline(t *testing.T) {
	for _, x := range []struct {
		in    string
		width int
		want  string
	}{
		{"Part 1: one\n  Measure 1: two three four five", 0, "Part 1: one\n  Measure 1: two three four five"},
		{"Part 1: one\n  Measure 1: two three four five\n", 24, "Part 1: one\n  Measure 1: two three\n    four five\n"},
		{"    第一条：一二三四五六七八九十", 24, "    第一条：一二三四五六\n      七八九十"},
	} {
		if got := Outline(x.in, x.width); got != x.want {
			t.Errorf("%q in %d columns:\n%s\nwant\n%s", x.in, x.width, got, x.want)
		}
	}
}

func TestWeb(t *testing.T) {
	want := `<div class="reply reply-answer" lang="en">` +
		`<blockquote class="quote" lang="en"><p><strong>At least one &lt;class&gt; every year.</strong></p></blockquote>` +
		`<p class="line">Part 1 › <a class="cite" href="/d/opinions-2024/measure-2?s=4-5#s4-s5">Measure 2: Improve</a></p>` +
		`<details class="passage"><summary>The passage</summary><blockquote lang="en"><p>Before. <strong>At least one &lt;class&gt; every year.</strong> After.</p></blockquote></details>` +
		`<p class="line">See also:</p>` +
		`<ul class="items"><li><a class="cite" href="/d/opinions-2024/measure-7">Measure 7: Implement</a></li>` +
		`<li><a class="cite" href="/d/opinions-2024/conclusion">Conclusion</a></li></ul>` +
		`<div class="buttons" role="group" aria-label="What you can do next"><div class="row">` +
		`<button type="button" data-press="s00000000measure-2">Full text</button><button type="button" data-share="measure-2:4">Share</button></div></div></div>`
	if got := string(Web(sample(), "")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWebIsInert(t *testing.T) {
	evil := `"><script>alert(1)</script>` + "\x00"
	r := reply.Reply{Kind: answer.Kind(evil), Language: evil, Document: evil, Original: evil,
		Buttons: [][]reply.Button{{{Label: evil, Data: evil}}}}
	for k := reply.Line; k <= reply.Item; k++ {
		r.Blocks = append(r.Blocks, reply.Block{Kind: k, Runs: []reply.Run{{Text: evil, Link: reply.Place{Document: evil, Section: evil}, Strong: true}}})
	}
	if got := string(Web(r, "")); strings.Contains(got, "<script") || strings.Contains(got, `""`) || strings.ContainsRune(got, 0) {
		t.Error(got)
	}
}

func TestJSON(t *testing.T) {
	a := answer.Answer{Kind: answer.KindAnswer, Language: "en", Confidence: 0.97, Citations: []answer.Citation{{
		Document: "opinions-2024", Section: 4, ID: "measure-2", Label: "Measure 2", Title: "Improve", Path: []string{"Part 1", "Measure 2"},
		Span: document.Span{Start: 10, End: 20}, Quote: "At least 1", Sentences: [2]int{4, 5},
		URL: "/d/opinions-2024/measure-2?s=4-5#s4-s5", Role: "answer", Score: 0.91,
	}}}
	with := lines(reply.Line, "text")
	with.Document, with.Answer = "opinions-2024", a
	for _, x := range []struct {
		o    Object
		want string
	}{
		{JSON("a001", "how often …?", with), `{"id":"a001","question":"how often …?","language":"en","document":"opinions-2024","kind":"answer","reason":"","confidence":0.97,` +
			`"citations":[{"document":"opinions-2024","section":"measure-2","label":"Measure 2","title":"Improve","path":["Part 1","Measure 2"],"page":0,` +
			`"quote":"At least 1","span":{"start":10,"end":20},"sentences":[4,5],"url":"/d/opinions-2024/measure-2?s=4-5#s4-s5","role":"answer","score":0.91}],"text":"text"}`},
		{JSON("", "", reply.Reply{Answer: answer.Answer{Kind: answer.KindHelp, Language: "en"}}),
			`{"question":"","language":"en","document":"","kind":"help","reason":"","confidence":0,"citations":[],"text":""}`},
	} {
		got, err := json.Marshal(x.o)
		if err != nil || string(got) != x.want {
			t.Errorf("%v\ngot  %s\nwant %s", err, got, x.want)
		}
	}
}

// lines is a reply of one kind of blocks.
func lines(kind reply.BlockKind, words ...string) reply.Reply {
	r := reply.Reply{Kind: answer.KindAnswer, Language: "en", Original: "en"}
	for _, s := range words {
		r.Blocks = append(r.Blocks, reply.Block{Kind: kind, Runs: []reply.Run{{Text: s}}})
	}
	return r
}

// FuzzReply makes replies of arbitrary content: each byte of shape is a block's
// kind and style.
func FuzzReply(f *testing.F) {
	f.Add([]byte{0, 2, 0, 3}, "Quote & <cite>\n\nmore. ", "measure-7", "https://w")
	f.Add([]byte{0xff, 0xfe, 0x82}, "😀\x1b\xff", `"><script>`, "javascript:")
	f.Fuzz(func(t *testing.T, shape []byte, words, section, base string) {
		r := reply.Reply{Language: section, Original: words}
		for i, b := range shape {
			run := reply.Run{Text: words, Strong: b&8 != 0}
			if b&16 != 0 {
				run.Link = reply.Place{Document: words, Section: section, Sentences: reply.Sentences{i, i + 1}}
			}
			r.Blocks = append(r.Blocks, reply.Block{Kind: reply.BlockKind(b & 7), Runs: []reply.Run{run}})
			r.Buttons = append(r.Buttons, []reply.Button{{Kind: reply.ButtonKind(b & 3), Label: words, Data: section}})
		}
		if s := Terminal(r, false, 40); strings.ContainsRune(s, '\x1b') {
			t.Errorf("an escape sequence reaches the terminal: %q", s)
		}
		if s := string(Web(r, base)); strings.Contains(s, "<script") {
			t.Errorf("a script reaches the page: %s", s)
		}
	})
}
