package chat

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/metrics"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
	"pincite/internal/rescue"
)

func ask(c *Chat, text string) reply.Reply {
	return c.Ask(context.Background(), Message{Conversation: "c", Person: "p", Text: text, Private: true})
}

// TestWordsOfReplies reads what each kind of answer becomes.
func TestWordsOfReplies(t *testing.T) {
	c, f := newFake(t, Options{})
	for _, x := range []struct{ text, want string }{
		{"how often", "at least one special party class every year"},
		{"how often", "Part 1 › Measure 2: Improve the theoretical learning system\n"},
		{"how often", "See also: Measure 7 “The provincial party committee"},
		{"weak", "This comes closest, but may not answer your question: nothing here about “cats”.\n"},
		{"undefined", "The document mentions this in Measure 2 but does not define it.\n"},
		{"salary", "This comes closest, but I see no amount in it.\n"},
		{"nothing at all", "I find nothing about this in the document.\nTry other words"},
		{"issued", "Issued by: General Office"},
		{"issued", "Adopted: 23 February 2024\nReleased: 28 February 2024\nThe text is in English.\nSource: "},
		{"measure 99", "There is no measure 99: the measures run from 1 to 15.\n"},
		{"measure 0", "There is no measure 0: the measures run from 1 to 15.\n"},
		{"measure 9999999", "There is no such number: the measures run from 1 to 15.\n"},
		{"nonumber", "Please add a number from 1 to 15, for example: “What does measure 1 say?”\n"},
		{"nonext", "Nothing follows"},
		{"nocontext", "I do not know which section you mean."},
		{"unknown", "That section is not in this document.\n"},
		{"short", "too short"},
		{"long", "under 512 characters"},
		{"thanks", "Glad to help.\n"},
		{"identity", "I am a program"},
		{"greeting", "Hello. What would you like to know about “"},
		{"2", "Part 1 › Measure 2: Improve the theoretical learning system\nEstablish a reading class"},
		{"2", "\nThere is also Part 2.\n"},
		{"outline", "The document has 4 parts and 15 measures.\n"},
		{"part 3", "Part 3 has 5 measures.\nMeasure 6: "},
		{"/find grass", "“grass” is mentioned in 6 of 15 measures; all were checked: Measure 2, Measure 7, Measure 10, "},
		{"/find grass", "Shown: 1 to 5 of 6.\n"},
		{"/find unicorns", "“unicorns” is not mentioned; 15 measures were checked.\n"},
		{"/find", "/find "},
		{"/ask", "/ask "},
		{"/start", "Ask me about “"},
		{"/start measure-7", "Part 3 › Measure 7: "},
		{"/start nonsense", "Ask me about “"},
		{"/HELP@pincite_bot now", "/measure: Show one measure by its number\n"},
		{"/toc", "Contents: "},
		{"/about", "SHA-256 of the text begins with " + f.doc.Digest()[:12]},
		{"/about", "are not stored"},
		{"/language", "Which language shall I use?"},
	} {
		if got := wordsIn(ask(c, x.text)); !strings.Contains(got, x.want) {
			t.Errorf("%q: no %q in:\n%s", x.text, x.want, got)
		}
	}
}

func TestEveryQuoteIsTheDocuments(t *testing.T) {
	c, f := newFake(t, Options{})
	check := func(name string, r reply.Reply) {
		for _, b := range r.Blocks {
			var s string
			for _, run := range b.Runs {
				s += run.Text
			}
			if (b.Kind == reply.Quote || b.Kind == reply.Passage) && !strings.Contains(f.doc.Text, strings.Trim(s, "…")) {
				t.Errorf("%s: not in the document: %q", name, s)
			}
		}
	}
	for name := range f.answers {
		check(name, ask(c, name))
	}
	for _, s := range f.doc.Sections {
		check(s.ID, ask(c, s.ID))
	}
}

func TestAnswerFoldsThePassageAndMarksTheQuote(t *testing.T) {
	c, f := newFake(t, Options{})
	var passage []reply.Block
	for _, b := range ask(c, "how often").Blocks {
		if b.Kind == reply.Passage {
			passage = append(passage, b)
		}
	}
	want := f.sentence("measure-2", 4).Quote
	if len(passage) != 1 || len(passage[0].Runs) != 3 || !passage[0].Runs[1].Strong || passage[0].Runs[1].Text != want {
		t.Fatalf("passage: %+v", passage)
	}
	quotes := 0
	for _, b := range ask(c, "both").Blocks {
		if b.Kind == reply.Quote {
			quotes++
		}
	}
	if quotes != 2 {
		t.Errorf("two questions were answered with %d quotes", quotes)
	}
}

func TestLanguageOfAReply(t *testing.T) {
	ctx := context.Background()
	c, f := newFake(t, Options{})
	f.answers["¿?"] = answer.Answer{Kind: answer.KindNone, Question: question.Question{Language: "es"}}
	f.answers["is this weak or not"] = f.answers["weak"]
	f.answers["9"] = answer.Answer{Kind: answer.KindNone, Question: question.Question{Language: "und"}}
	f.answers["/measure 9"] = answer.Answer{Kind: answer.KindNone, Question: question.Question{Language: "en"}}
	say := func(conversation, client, text string, private bool) string {
		return c.Ask(ctx, Message{Conversation: conversation, Person: conversation, Language: client, Text: text, Private: private}).Language
	}
	for _, x := range []struct {
		conversation, client, text string
		private                    bool
		want                       string
	}{
		{"1", "", "9", true, "en"},
		{"1", "pt-BR", "9", true, "en"},
		{"1", "ru-RU", "9", true, "ru"},
		{"1", "zh-hans", "/measure 9", true, "zh"}, // the command is English in every language
		{"1", "zh-hans", "/toc", true, "zh"},
		{"5", "zh-hans", "weak", true, "zh"}, // an English term tells nothing
		{"5", "zh-hans", "is this weak or not", true, "en"},
		{"5", "zh-hans", "9", true, "en"},
		{"5", "zh-hans", "/about", true, "zh"},
		{"5", "pt", "/about", true, "en"},
		{"7", "", "/find café", true, "en"}, // an accent alone is no Spanish
		{"7", "", "/find ¿qué dice del café?", true, "es"},
		{"1", "ru", "¿?", true, "es"}, // the question tells
		{"1", "ru", "9", true, "es"},  // and is remembered
		{"2", "ru", "¿?", false, "es"},
		{"2", "ru", "9", false, "ru"}, // in a group the next may be somebody else
		{"6", "zh_TW", "salary", true, "zh"},
	} {
		if got := say(x.conversation, x.client, x.text, x.private); got != x.want {
			t.Errorf("%+v: %s", x, got)
		}
	}
	r := c.Press(ctx, Message{Conversation: "3", Person: "3", Language: "es"}, button(t, ask(c, "/language"), "Русский").Data)
	if r.Language != "ru" || !r.Edit || r.Notice != russian.LanguageSet || button(t, r, "• Русский").Kind != reply.Press {
		t.Errorf("choosing: %+v", r)
	}
	if got := say("3", "en", "salary", true); got != "ru" {
		t.Errorf("after choosing Russian: %s", got)
	}
	c.Press(ctx, Message{Conversation: "3", Person: "3"}, button(t, ask(c, "/language"), "• Automatic").Data)
	if got := say("3", "en", "salary", true); got != "en" {
		t.Errorf("after choosing none: %s", got)
	}
	if got := say("4", "en", "/language zh", true); got != "zh" {
		t.Errorf("/language zh: %s", got)
	}
}

func TestContextOfAQuestion(t *testing.T) {
	ctx := context.Background()
	now := time.Unix(0, 0)
	c, f := newFake(t, Options{Turns: 2, Now: func() time.Time { return now }})
	sections := func(m Message) (out []string) {
		m.Conversation, m.Text = "c", "and then?"
		c.Ask(ctx, m)
		for _, turn := range f.turns[len(f.turns)-1] {
			out = append(out, strings.Join(turn.Sections, "+"))
		}
		return out
	}
	equal := func(what string, got []string, want ...string) {
		t.Helper()
		if strings.Join(got, ",") != strings.Join(want, ",") {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	equal("nothing before", sections(Message{}))
	c.Sent("c", "17", ask(c, "how often"))
	const link, own = "https://example.org/d/opinions-2024/measure-2#s4", "https://t.me/some_bot?start=measure-7"
	ask(c, "measure-5")
	ask(c, "thanks")
	equal("two turns, thanks not counted", sections(Message{}), "measure-2+measure-7+measure-1", "measure-5")
	ask(c, "how often")
	ask(c, "measure-5")
	equal("a reply to the first", sections(Message{ReplyTo: "anything", ReplyToID: "17", ReplyToBot: true}),
		"measure-2+measure-7+measure-1", "measure-5", "measure-2+measure-7+measure-1")
	now = now.Add(time.Hour)
	equal("idle", sections(Message{}))
	now = now.Add(time.Hour)
	equal("a message sent before", sections(Message{ReplyToID: "17", ReplyToBot: true}), "measure-2+measure-7+measure-1")
	now = now.Add(time.Hour)
	equal("the marked part", sections(Message{ReplyToID: "17", ReplyToBot: true, Quoted: "Part 3 › Measure 7: Implement the"}), "measure-7")
	now = now.Add(time.Hour)
	equal("marked words of a quote", sections(Message{ReplyToID: "17", ReplyToBot: true, Quoted: f.sentence("measure-1", 1).Quote}), "measure-1")
	now = now.Add(time.Hour)
	equal("after a restart, by its links", sections(Message{ReplyToID: "3", ReplyToBot: true, ReplyToLinks: []string{"%zz", "https://example.org/", link, own, link}}), "measure-2+measure-7")
	now = now.Add(time.Hour)
	equal("after a restart, without links", sections(Message{ReplyTo: "Part 1 › Measure 2: Improve", ReplyToID: "3", ReplyToBot: true}))
	now = now.Add(time.Hour)
	equal("the same id elsewhere", sections(Message{ReplyToID: "17 ", ReplyToBot: true}))
	now = now.Add(time.Hour)
	sections(Message{ReplyTo: "who pays for this?"})
	if n := len(f.asked); f.asked[n-2] != "who pays for this?" || len(f.turns[n-1]) != 1 || f.turns[n-1][0].Sections != nil {
		t.Errorf("a reply to somebody: %q %+v", f.asked, f.turns[n-1])
	}
}

func TestAFailedSearchIsToldAndLogged(t *testing.T) {
	var log bytes.Buffer
	c, _ := newFake(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, m := range []Message{{Text: "broken"}, {Text: "and then?", ReplyTo: "broken"}} {
		r := c.Ask(context.Background(), m)
		if !errors.Is(r.Err, errBroken) || wordsIn(r) != english.Failed+"\n" {
			t.Errorf("%+v: %v\n%s", m, r.Err, wordsIn(r))
		}
	}
	if !strings.Contains(log.String(), "index broken") {
		t.Errorf("logged %q", log.String())
	}
}

// A message that the program panics over costs itself an answer, and is not in the log.
func TestAPanicCostsOneMessage(t *testing.T) {
	var log bytes.Buffer
	c, f := newFake(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	c.Ask(t.Context(), Message{Conversation: "c", Text: "/find cadres"})
	f.ablaze = true
	counted := metrics.New()
	ctx := counted.Into(t.Context())
	for name, reply := range map[string]func(language string) reply.Reply{
		"a question": func(language string) reply.Reply {
			return c.Ask(ctx, Message{Conversation: "c", Text: "are cadres paid?", Language: language})
		},
		"a command": func(language string) reply.Reply {
			return c.Ask(ctx, Message{Conversation: "c", Text: "/find cadres", Language: language})
		},
		"somebody's": func(language string) reply.Reply {
			return c.Ask(ctx, Message{Conversation: "c", Text: "/ask", ReplyTo: "are cadres paid?", Language: language})
		},
		"a button": func(language string) reply.Reply {
			return c.Press(ctx, Message{Conversation: "c", Language: language}, "m"+f.doc.Digest()[:8]+compose.TopicRef("cadres"))
		},
	} {
		for language, want := range map[string]string{"en": english.CannotAnswer, "ru": russian.CannotAnswer} {
			var fault *rescue.Error
			if r := reply(language); !errors.As(r.Err, &fault) || wordsIn(r) != want+"\n" || len(r.Answer.Citations) > 0 {
				t.Errorf("%s, %s: %v\n%s", name, language, r.Err, wordsIn(r))
			}
		}
	}
	if offers := c.Offer(ctx, Message{Text: "are cadres paid?"}); len(offers) != 0 {
		t.Errorf("offered %v", offers)
	}
	f.ablaze = false
	if r := c.Ask(ctx, Message{Conversation: "c", Text: "measure-2"}); r.Err != nil {
		t.Error(r.Err)
	}
	if s := log.String(); strings.Contains(s, "cadres") || strings.Count(s, "a message panicked") != 9 || !strings.Contains(s, "fake_test.go") {
		t.Errorf("logged %s", s)
	}
	w := httptest.NewRecorder()
	counted.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if !strings.Contains(w.Body.String(), "pincite_panics_recovered_total 9\n") {
		t.Errorf("counted %s", w.Body)
	}
}

func TestAskInReplyToSomebody(t *testing.T) {
	c, f := newFake(t, Options{})
	for _, x := range []struct {
		m    Message
		want string
	}{
		{Message{Text: "/ask", ReplyTo: "who pays?"}, "who pays?"},
		{Message{Text: "/ask@bot", ReplyTo: "long story, who pays?", Quoted: "who pays?"}, "who pays?"},
		{Message{Text: " ", ReplyTo: "who pays?"}, "who pays?"}, // a bare mention
		{Message{Text: "/ask how often", ReplyTo: "who pays?"}, "how often"},
	} {
		c.Ask(context.Background(), x.m)
		if f.last() != x.want {
			t.Errorf("%+v asked %q", x.m, f.last())
		}
	}
	c.Ask(context.Background(), Message{Text: "/ask", ReplyTo: strings.Repeat("é́́́", 9000)})
	if n := utf8.RuneCountInString(f.last()); n > question.MaxRunes {
		t.Errorf("asked %d runes", n)
	}
}

// hostile is what people and machines send.
var hostile = []string{
	"", " ", "/", "//", "/ /", "/@", "/start ../../etc/passwd", "/start measure-7\x00", "/measure@other_bot 7",
	"\u202ewhat is measure 7\u202c", "\u200b\u200d\ufeff", "a\xff\xfeb", "\x00\x1b[31mred", strings.Repeat("ab ", 3000),
	strings.Repeat("e\u0301\u0301\u0301", 2000), "{topic} {n} %s%n ${jndi:ldap://x}", "<b>bold</b><script>alert(1)</script>",
	"/find \u202eevil\u202c", "/find " + strings.Repeat("x", 5000), "/ask\u00a0how often", "😀🔥", "/language klingon",
}

func TestHostileInput(t *testing.T) {
	c, f := newFake(t, Options{})
	for _, s := range hostile {
		f.answers[s] = answer.Answer{Kind: answer.KindNone, Reason: answer.ReasonNoMention, Topic: s, Missing: []string{s},
			Question: question.Question{Language: "en"}}
		for _, m := range []Message{{Text: s}, {Text: "and?", ReplyTo: s, Quoted: s}, {Text: "/ask", ReplyTo: s}} {
			sane(t, s, c.Ask(context.Background(), m))
		}
	}
}

// sane checks what every reply must keep.
func sane(t *testing.T, name string, r reply.Reply) {
	t.Helper()
	if len(r.Blocks) == 0 && r.Notice == "" {
		t.Errorf("%.40q: an empty reply", name)
	}
	if !words.Has(r.Language) {
		t.Errorf("%.40q: language %q", name, r.Language)
	}
	text := wordsIn(r)
	if strings.ContainsFunc(text, func(c rune) bool {
		return c != '\n' && unicode.IsControl(c) || unicode.Is(unicode.Cf, c)
	}) || !utf8.ValidString(text) {
		t.Errorf("%.40q: shows control characters: %q", name, text)
	}
	for _, row := range r.Buttons {
		for _, b := range row {
			if b.Label == "" || b.Data == "" && b.Kind != reply.Read || b.Kind == reply.Press && len(b.Data) > reply.MaxData {
				t.Errorf("%.40q: button %+v", name, b)
			}
		}
	}
}

func TestUnansweredAreRecorded(t *testing.T) {
	rec := &fakeRecorder{}
	c, f := newFake(t, Options{Recorder: rec, Keep: 90 * 24 * time.Hour})
	for _, s := range []string{"how often", "salary", "nothing\u202e\nat all", "thanks", "measure 99"} {
		ask(c, s)
	}
	if len(rec.unanswered) != 2 || rec.unanswered[0].Reason != answer.ReasonLacks ||
		rec.unanswered[1].Question != "nothing at all" || rec.unanswered[1].Digest != f.doc.Digest() {
		t.Errorf("recorded %+v", rec.unanswered)
	}
	if got := wordsIn(ask(c, "/about")); !strings.Contains(got, "kept for 90 days") {
		t.Error(got)
	}
}

func TestAFailingRecorderIsLoggedAndNoMore(t *testing.T) {
	var log bytes.Buffer
	c, f := newFake(t, Options{Recorder: &fakeRecorder{fail: true}, Keep: time.Hour, Log: slog.New(slog.NewTextHandler(&log, nil))})
	r := ask(c, "salary")
	rate := button(t, press(c, button(t, r, english.More).Data), english.Helpful)
	if n := c.Press(context.Background(), Message{}, rate.Data); n.Notice != english.NotKept || len(n.Blocks) > 0 {
		t.Errorf("%+v", n)
	}
	c.Press(context.Background(), Message{}, "l"+f.doc.Digest()[:8]+"ru")
	sane(t, "salary", r)
	for _, want := range []string{"record an unanswered question", "record feedback", "keep a person's language"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("%q was not logged", want)
		}
	}
	if strings.Contains(log.String(), "salary") {
		t.Error("the question stands in the log")
	}
}

func TestManyAtOnce(t *testing.T) {
	c, _ := newFake(t, Options{Conversations: 3})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			m := Message{Conversation: strconv.Itoa(i % 4), Person: strconv.Itoa(i), Private: true}
			for range 20 {
				for _, s := range []string{"how often", "/find grass", "2", "/language ru"} {
					m.Text = s
					r := c.Ask(context.Background(), m)
					for _, row := range r.Buttons {
						c.Press(context.Background(), m, row[0].Data)
					}
				}
			}
		}()
	}
	wg.Wait()
}
