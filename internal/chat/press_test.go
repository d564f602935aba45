package chat

import (
	"context"
	"strconv"
	"strings"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/reply"
)

func press(c *Chat, data string) reply.Reply {
	return c.Press(context.Background(), Message{Conversation: "c", Person: "p", Private: true}, data)
}

func TestPressRefusesWhatIsNotItsOwn(t *testing.T) {
	c, f := newFake(t, Options{})
	now := f.doc.Digest()[:8]
	for _, x := range []struct{ data, want string }{
		{"", english.Stale},
		{"s", english.Stale},
		{"s" + now, english.Stale},
		{"s" + now + "measure-99", english.Stale},
		{"s" + now + "#99", english.Stale},
		{"s" + now + "#-1", english.Stale},
		{"s" + now + "#", english.Stale},
		{"x" + now + "measure-7", english.Stale},
		{"s00000000measure-7", english.Changed},
		{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", english.Stale},
		{"t" + now + "0:nowhere", english.Stale},
		{"f" + now + "0:", english.NoQuestion},
		{"f" + now + "0:#1234", english.NoQuestion},
		{"e" + now + "en:9", english.Stale},
		{"e" + now + "xx:0", english.Stale},
		{"e" + now, english.Stale},
		{"l" + now + "tlh", english.Stale},
		{"g" + now + "measure-99", english.Stale},
		{"g" + now + "measure-9", english.NotKept},
		{"p" + now + "0:measure-99", english.Stale},
		{"p" + now, english.Stale},
		{"c" + now + "-1:", english.Stale},
		{"k" + now + "measure-99", english.Stale},
		{"+" + now, english.Stale},
	} {
		r := press(c, x.data)
		if r.Notice != x.want || len(r.Blocks) > 0 || r.Edit {
			t.Errorf("%q: %+v", x.data, r)
		}
	}
}

func TestTurnPages(t *testing.T) {
	c, _ := newFake(t, Options{})
	r := ask(c, "measure-7")
	for _, x := range []struct{ label, want string }{
		{"Measure 8 ▶", "Part 3 › Measure 8: "},
		{"◀ Measure 7", "Part 3 › Measure 7: "},
		{"More", "Part 3 › Measure 7: "},
		{"Contents", "Part 3: adhere"},
		{"◀ Contents", "Contents: "},
		{"Conclusion", "Conclusion\n"},
		{"◀ Measure 15", "Part 4 › Measure 15: "},
		{"Conclusion ▶", "Conclusion\n"},
	} {
		r = press(c, button(t, r, x.label).Data)
		sane(t, x.label, r)
		if !r.Edit || !strings.HasPrefix(wordsIn(r), x.want) {
			t.Errorf("%s: edit %v\n%s", x.label, r.Edit, wordsIn(r))
		}
	}
	if r = press(c, button(t, ask(c, "how often"), "Full text: Measure 2").Data); r.Edit || r.Kind != answer.KindSection {
		t.Errorf("the full text: edit %v, %s", r.Edit, r.Kind)
	}
	r = press(c, button(t, ask(c, "2"), "Part 2").Data)
	if !strings.HasPrefix(wordsIn(r), "Part 2: ") {
		t.Errorf("the other level:\n%s", wordsIn(r))
	}
}

func TestAPressedSectionIsContext(t *testing.T) {
	c, f := newFake(t, Options{})
	press(c, button(t, ask(c, "measure-7"), "Measure 8 ▶").Data)
	ask(c, "the next one")
	turns := f.turns[len(f.turns)-1]
	if last := turns[len(turns)-1]; last.Sections[0] != "measure-8" {
		t.Errorf("context %+v", turns)
	}
}

func TestPageThroughAList(t *testing.T) {
	c, f := newFake(t, Options{})
	r := press(c, button(t, ask(c, "/find grass"), "▶").Data)
	if !r.Edit || !strings.Contains(wordsIn(r), "Shown: 6 to 6 of 6.") {
		t.Fatalf("second page:\n%s", wordsIn(r))
	}
	if r = press(c, button(t, r, "◀").Data); !strings.Contains(wordsIn(r), "Shown: 1 to 5 of 6.") {
		t.Fatalf("back:\n%s", wordsIn(r))
	}
	long := f.mentions("party")
	long.Topic = "party" + strings.Repeat(" and its members", 9)
	f.answers["/find long"] = long
	data := button(t, ask(c, "/find long"), "▶").Data
	if r = press(c, data); r.Notice == english.NoQuestion {
		t.Error("a long topic was forgotten at once")
	}
	if r = c.Press(context.Background(), Message{Conversation: "elsewhere"}, data); r.Notice != english.NoQuestion {
		t.Errorf("a long topic in another conversation: %+v", r)
	}
}

func TestExamplesAskThemselves(t *testing.T) {
	c, f := newFake(t, Options{})
	start := ask(c, "/start")
	if len(start.Buttons) != 3 {
		t.Fatalf("examples: %v", start.Buttons)
	}
	for _, row := range start.Buttons {
		r := press(c, row[0].Data)
		if f.last() != row[0].Label || !strings.HasPrefix(wordsIn(r), row[0].Label+"\n") || r.Edit {
			t.Errorf("%s asked %q", row[0].Label, f.last())
		}
	}
	r := c.Ask(context.Background(), Message{Conversation: "ru", Language: "ru", Text: "/start"})
	if press(c, r.Buttons[0][0].Data); f.last() != f.doc.Meta.Examples["ru"][0] {
		t.Errorf("asked %q", f.last())
	}
}

func TestRatingsAreRecorded(t *testing.T) {
	rec := &fakeRecorder{}
	c, f := newFake(t, Options{Recorder: rec, Keep: time.Hour})
	r := ask(c, "how often")
	r = press(c, button(t, r, english.More).Data)
	ask(c, "measure-5")
	n := press(c, button(t, r, english.Unhelpful).Data)
	if n.Notice != english.Noted || !n.Edit || button(t, n, "• "+english.Unhelpful).Data != button(t, r, english.Unhelpful).Data {
		t.Errorf("%+v", n)
	}
	c.Press(context.Background(), Message{Conversation: "new", Person: "q", Text: "how\noften"}, button(t, r, english.Helpful).Data)
	c.Press(context.Background(), Message{Conversation: "new"}, button(t, r, english.Helpful).Data)
	want := []Feedback{
		{"c", "p", "how often", "opinions-2024", "measure-2", f.doc.Digest(), false},
		{"new", "q", "how often", "opinions-2024", "measure-2", f.doc.Digest(), true},
		{"new", "", "", "opinions-2024", "measure-2", f.doc.Digest(), true},
	}
	for i := range want {
		if len(rec.feedback) != len(want) || rec.feedback[i] != want[i] {
			t.Fatalf("recorded %+v", rec.feedback)
		}
	}
}

// awkward is a document that strains buttons: no numbers, long titles and ids,
// no short title, more sections than a page holds.
func awkward(t *testing.T) *document.Document {
	t.Helper()
	d := document.Document{Name: "awkward", Meta: document.Meta{Title: strings.Repeat("Long ", 90)}}
	for i := range 25 {
		from := len(d.Text)
		d.Text += strings.Repeat("标题", 40) + "\nWords here. More words.\n"
		p := document.Span{Start: from + 241, End: len(d.Text) - 1}
		d.Sections = append(d.Sections, document.Section{
			ID: "#" + strings.Repeat("标题-", 30) + strconv.Itoa(i), Kind: document.KindSection, Parent: -1, Label: strings.Repeat("标", 60),
			Span: document.Span{Start: from, End: len(d.Text)}, Own: document.Span{Start: from, End: len(d.Text)},
			Heading:    document.Span{Start: from, End: from + 240},
			Paragraphs: []document.Paragraph{{Span: p, Sentences: []document.Span{p}}},
		})
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestAwkwardDocument(t *testing.T) {
	f := &fakeAnswerer{doc: awkward(t), answers: map[string]answer.Answer{}}
	l, err := library.New(f)
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Library: l})
	for _, s := range []string{"/start", "/help", "/about", "/toc", "/find", "how", f.doc.Sections[3].ID} {
		sane(t, s, ask(c, s))
	}
	r := press(c, button(t, ask(c, "/toc"), "▶").Data)
	r = press(c, button(t, r, "▶").Data)
	r = press(c, r.Buttons[4][0].Data)
	if len(r.Answer.Citations) != 1 || r.Answer.Citations[0].Section != 24 {
		t.Errorf("the last section: %+v", r.Answer.Citations)
	}
	if got := len(c.Offer(context.Background(), Message{})); got != maxOffers {
		t.Errorf("%d offers", got)
	}
}

func FuzzPress(f *testing.F) {
	c, fake := newFake(f, Options{})
	now := fake.doc.Digest()[:8]
	for _, s := range []string{"", "s" + now + "measure-7", "t" + now + "1:part-3", "f" + now + "1:grass", "e" + now + "zh:2", "l" + now + "ru", "g" + now + "#3", "p" + now + "1:measure-7", "c" + now + "-1:measure-2:4", "k" + now + "measure-2:4", "+" + now + "measure-2"} {
		f.Add(s, "how often")
	}
	f.Fuzz(func(t *testing.T, data, text string) {
		for _, r := range []reply.Reply{press(c, data), press(c, data+now+text), ask(c, text)} {
			if len(r.Blocks) == 0 && r.Notice == "" {
				t.Errorf("%q, %q: an empty reply", data, text)
			}
			for _, row := range r.Buttons {
				for _, b := range row {
					if b.Kind == reply.Press && len(b.Data) > reply.MaxData {
						t.Errorf("%q: %d bytes of data", b.Label, len(b.Data))
					}
				}
			}
		}
	})
}
