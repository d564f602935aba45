package message

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
)

// username is what the platform takes as the name of a bot.
var username = regexp.MustCompile(`^[A-Za-z0-9_]+$`)

var tag = regexp.MustCompile(`<[^>]*>`)

var allowed = regexp.MustCompile(`^<(/?b|/?s|/a|a href="[^"<>]*"|blockquote|blockquote expandable|/blockquote)>$`)

// parse reads a message as Telegram does: the text without tags, and the
// number of entities. It fails on whatever Telegram would refuse.
func parse(s string) (text string, entities int, err error) {
	var open []string
	at := 0
	for _, where := range tag.FindAllStringIndex(s, -1) {
		text += s[at:where[0]]
		at = where[1]
		t := s[where[0]:where[1]]
		if !allowed.MatchString(t) {
			return "", 0, fmt.Errorf("tag %s", t)
		}
		name := strings.Fields(strings.Trim(t, "</>"))[0]
		if !strings.HasPrefix(t, "</") {
			if name == "blockquote" && strings.Contains(strings.Join(open, " "), name) {
				return "", 0, fmt.Errorf("blockquotes nest")
			}
			open = append(open, name)
			entities++
			continue
		}
		if len(open) == 0 || open[len(open)-1] != name {
			return "", 0, fmt.Errorf("%s closes %v", t, open)
		}
		open = open[:len(open)-1]
	}
	text += s[at:]
	if len(open) > 0 {
		return "", 0, fmt.Errorf("open at the end: %v", open)
	}
	if strings.ContainsAny(text, "<>") {
		return "", 0, fmt.Errorf("bare angle bracket in %.80q", text)
	}
	return html.UnescapeString(text), entities, nil
}

// check holds messages to Telegram's limits and returns their text.
func check(t *testing.T, messages []botapi.Content) string {
	t.Helper()
	var all strings.Builder
	for i, m := range messages {
		text, entities, err := parse(m.Text)
		switch {
		case err != nil:
			t.Errorf("message %d: %v", i, err)
		case !utf8.ValidString(m.Text):
			t.Errorf("message %d is not UTF-8", i)
		case strings.TrimSpace(text) == "":
			t.Errorf("message %d is empty", i)
		case botapi.Units(text) > 4096 || entities > 100 || len(m.Text) > 32*1024:
			t.Errorf("message %d has %d units, %d entities, %d bytes", i, botapi.Units(text), entities, len(m.Text))
		case len(m.Buttons) > 0 && i < len(messages)-1:
			t.Errorf("message %d of %d has the buttons", i, len(messages))
		}
		n := 0
		for _, row := range m.Buttons {
			n += len(row)
			for _, b := range row {
				set := 0
				for _, s := range []string{b.Data, b.Query, b.URL} {
					if s != "" {
						set++
					}
				}
				if b.Label == "" || set != 1 || len(b.Data) > 64 || botapi.Units(b.Query) > 256 || len(row) > 8 {
					t.Errorf("button %+v", b)
				}
			}
		}
		if n > 100 {
			t.Errorf("%d buttons", n)
		}
		all.WriteString(text)
	}
	return all.String()
}

func lines(kind reply.BlockKind, text ...string) reply.Reply {
	r := reply.Reply{Kind: answer.KindAnswer, Language: "en", Original: "en"}
	for _, s := range text {
		r.Blocks = append(r.Blocks, reply.Block{Kind: kind, Runs: []reply.Run{{Text: s}}})
	}
	return r
}

func TestTelegramHostileText(t *testing.T) {
	for _, s := range []string{
		"", " \n ", "\x00", "\xff\xfe", "<b>bold", "</blockquote>", `"><a href="x">`, "&lt;b&gt;", "a\x1b[31mb",
		strings.Repeat("&", 9000), strings.Repeat("😀", 5000), strings.Repeat("中", 9000), strings.Repeat("a\n", 9000),
		strings.Repeat(" ", 9000), strings.Repeat("e\u0301\u0301", 5000),
	} {
		for kind := reply.Line; kind <= reply.Item; kind++ {
			r := lines(kind, s, "end")
			r.Blocks[0].Runs[0].Strong, r.Blocks[0].Runs[0].Link = true, reply.Place{Document: s, Section: s}
			if got := check(t, Of(r, Links{Bot: "bot", Web: "https://x"})); !strings.HasSuffix(got, "end") {
				t.Errorf("%.20q: lost the end", s)
			}
		}
	}
}

func TestTelegramSplitsBetweenSentences(t *testing.T) {
	sentence := strings.Repeat("word ", 19) + "stop. "
	messages := Of(lines(reply.Quote, strings.Repeat(sentence, 100)), Links{})
	got := check(t, messages)
	if len(messages) != 3 || strings.Count(got, "stop.") != 100 {
		t.Errorf("%d messages", len(messages))
	}
	for i, m := range messages {
		if !strings.HasPrefix(m.Text, "<blockquote>word") || !strings.HasSuffix(m.Text, "stop.</blockquote>") {
			t.Errorf("message %d: %.40s … %s", i, m.Text, m.Text[len(m.Text)-40:])
		}
	}
}

func TestTelegramSplitsAManyLinkedLine(t *testing.T) {
	var runs []reply.Run
	for i := range 200 {
		runs = append(runs, reply.Run{Text: fmt.Sprint("Article ", i, ", "), Link: reply.Place{Section: fmt.Sprint("article-", i)}, Strong: true})
	}
	r := reply.Reply{Blocks: []reply.Block{{Kind: reply.Line, Runs: runs}}}
	got := check(t, Of(r, Links{Bot: "bot"}))
	if !strings.Contains(got, "Article 0,") || !strings.HasSuffix(got, "Article 199,") {
		t.Errorf("lost some: %s", got)
	}
}

func TestTelegramLinks(t *testing.T) {
	cite := func(section string, s reply.Sentences, l Links) string {
		to := reply.Place{Document: "opinions-2024", Section: section, Sentences: s}
		r := reply.Reply{Language: "en", Blocks: []reply.Block{{Runs: []reply.Run{{Text: "x", Link: to}}}}}
		return Of(r, l)[0].Text
	}
	for _, x := range []struct {
		section string
		links   Links
		want    string
	}{
		{"measure-7", Links{Bot: "b"}, `<a href="https://t.me/b?start=opinions-2024_measure-7_3-4">x</a>`},
		{"measure-7", Links{Web: "https://w"}, `<a href="https://w/d/opinions-2024/measure-7?s=3-4#s3-s4">x</a>`},
		{"measure-7", Links{Bot: "b", Web: "https://w"}, `<a href="https://t.me/b?start=opinions-2024_measure-7_3-4">x</a>`},
		{"раздел", Links{Bot: "b"}, `<a href="https://t.me/b?start=_b3BpbmlvbnMtMjAyNADRgNCw0LfQtNC10LsAMy00">x</a>`},
		{"раздел", Links{Web: "https://w"}, `<a href="https://w/d/opinions-2024/%D1%80%D0%B0%D0%B7%D0%B4%D0%B5%D0%BB?s=3-4#s3-s4">x</a>`},
		{strings.Repeat("a", 65), Links{Bot: "b"}, "x"},
		{"measure-7", Links{}, "x"},
		{"", Links{Bot: "b", Web: "https://w"}, "x"},
	} {
		if got := cite(x.section, reply.Sentences{3, 4}, x.links); got != x.want {
			t.Errorf("%s %+v: %s", x.section, x.links, got)
		}
	}
}

func TestTelegramButtons(t *testing.T) {
	r := lines(reply.Line, "text")
	r.Language = "es"
	read := reply.Button{Kind: reply.Read, Label: "Leer", To: reply.Place{Document: "doc", Section: "measure-7", Sentences: reply.Sentences{1, 2}}}
	long := make([]reply.Button, 20)
	for i := range long {
		long[i] = reply.Button{Label: "x", Data: "y"}
	}
	r.Buttons = [][]reply.Button{
		{{Label: "A", Data: "a"}, {Label: " ", Data: "a"}, {Label: "B", Data: strings.Repeat("b", 65)}},
		{{Label: "C"}},
		{{Kind: reply.Share, Label: "Share", Data: "measure-7:1-2"}},
		long,
		{read},
	}
	got := Of(r, Links{Bot: "b", Inline: true, Web: "https://w"})[0].Buttons
	if len(got) != 4 || len(got[0]) != 1 || got[1][0].Query != "measure-7:1-2" || len(got[2]) != 8 ||
		got[3][0].URL != "https://w/d/doc/measure-7?s=1-2#s1-s2" || got[3][0].Label != "Leer" {
		t.Errorf("%+v", got)
	}
	for web, inside := range map[string]string{"https://w": "https://w/d/doc/measure-7?s=1-2#s1-s2", "http://w": ""} {
		if got := Of(r, Links{Web: web, App: true})[0].Buttons; got[2][0].App != inside || (got[2][0].URL == "") != (inside != "") {
			t.Errorf("inside Telegram at %s: %+v", web, got[2])
		}
	}
	if got := Of(r, Links{Bot: "b"})[0].Buttons; len(got) != 2 {
		t.Errorf("without inline mode and reader: %+v", got)
	}
}

func TestNoticeAloneSendsNothing(t *testing.T) {
	r := reply.Reply{Notice: "Thank you, noted."}
	if len(Of(r, Links{})) != 0 {
		t.Error("a notice was sent as a message")
	}
}

// FuzzTelegram makes replies of arbitrary content: each byte of shape is a
// block's kind, style and length.
func FuzzTelegram(f *testing.F) {
	f.Add([]byte{0, 2, 0, 3}, "Quote & <cite>\n\nmore. ", "measure-7", "bot", "https://w")
	f.Add([]byte{0xff, 0xfe, 0x82}, "😀\x00\xff", `"><b>`, "", "")
	f.Fuzz(func(t *testing.T, shape []byte, text, section, bot, web string) {
		if len(shape) > 400 || len(text) > 2000 || len(bot) > 32 || bot != "" && !username.MatchString(bot) || !utf8.ValidString(web) {
			return
		}
		r := reply.Reply{Language: section, Original: text}
		for i, b := range shape {
			run := reply.Run{Text: strings.Repeat(text, 1+int(b>>5)*3), Strong: b&8 != 0}
			if b&16 != 0 {
				run.Link = reply.Place{Document: text, Section: section, Sentences: reply.Sentences{i, i + 1}}
			}
			if k := len(r.Blocks); b&7 > 4 && k > 0 {
				r.Blocks[k-1].Runs = append(r.Blocks[k-1].Runs, run)
				continue
			}
			r.Blocks = append(r.Blocks, reply.Block{Kind: reply.BlockKind(b & 7), Runs: []reply.Run{run}})
			r.Buttons = append(r.Buttons, []reply.Button{{Kind: reply.ButtonKind(b & 7), Label: text, Data: section}})
		}
		check(t, Of(r, Links{Bot: bot, Inline: len(shape)%2 == 0, Web: web}))
	})
}
