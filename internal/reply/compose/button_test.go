package compose

import (
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// speaker is a voice about a document whose sections have an ordinary id, one
// that is too long for a button, and one that looks like a place.
func speaker(t *testing.T) Voice {
	t.Helper()
	d := document.Document{Name: "small"}
	for _, id := range []string{"measure-1", strings.Repeat("标题-", 30), "#0"} {
		from := len(d.Text)
		d.Text += "Title\nWords here.\n"
		all, p := document.Span{Start: from, End: len(d.Text)}, document.Span{Start: from + 6, End: len(d.Text) - 1}
		d.Sections = append(d.Sections, document.Section{
			ID: id, Kind: document.KindSection, Parent: -1, Label: id, Span: all, Own: all,
			Heading:    document.Span{Start: from, End: from + 5},
			Paragraphs: []document.Paragraph{{Span: p, Sentences: []document.Span{p}}},
		})
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return NewVoice(doc, "en")
}

func TestParsePressRefusesWhatIsNoButton(t *testing.T) {
	digest := speaker(t).doc.Digest()
	now := digest[:digestBytes]
	for _, data := range []string{"", "s", "s" + now[1:]} {
		if p, ok := ParsePress(data); ok || p.Verb != 0 {
			t.Errorf("%q: %+v", data, p)
		}
	}
	for _, x := range []struct {
		data    string
		verb    Verb
		payload string
		of      bool
	}{
		{"s00000000measure-1", VerbShow, "measure-1", false},
		{"s" + now, VerbShow, "", true},
		{"t" + now + "2:measure-1", VerbContents, "2:measure-1", true},
	} {
		p, ok := ParsePress(x.data)
		if !ok || p.Verb != x.verb || p.Payload != x.payload || strings.HasPrefix(digest, p.Digest) != x.of {
			t.Errorf("%q: %+v %v", x.data, p, ok)
		}
	}
}

// TestAButtonLeadsBackToItsPlace holds for sections and for sentences of them,
// within the bytes that Telegram allows.
func TestAButtonLeadsBackToItsPlace(t *testing.T) {
	v := speaker(t)
	for i := range v.doc.Sections {
		for _, at := range []reply.Sentences{{}, {1, 1}, {3, 4}, {998, 1002}} {
			b := v.press(VerbShow, v.target(i, at), "label")
			if len(b.Data) > reply.MaxData {
				t.Errorf("section %d: %d bytes of data", i, len(b.Data))
			}
			p, ok := ParsePress(b.Data)
			j, got, found := v.Target(p.Payload)
			if !ok || !found || p.Verb != VerbShow || !strings.HasPrefix(v.doc.Digest(), p.Digest) || j != i || got != at {
				t.Errorf("section %d %v: %+v, section %d %v %v", i, at, p, j, got, found)
			}
		}
		b := v.press(VerbContents, "99999:"+v.target(i, reply.Sentences{}), "label")
		p, _ := ParsePress(b.Data)
		if page, ref := Paged(p.Payload); page != 99999 || len(b.Data) > reply.MaxData || ref != v.target(i, reply.Sentences{}) {
			t.Errorf("section %d: page %d of %q", i, page, ref)
		}
	}
	for _, s := range []string{"", "#", "#-1", "#3", "#x", "nowhere", "nowhere:1", "measure-1:0", "measure-1:4-3"} {
		if i, at, ok := v.Target(s); ok {
			t.Errorf("%q leads to section %d %v", s, i, at)
		}
	}
}

func TestTopicRefFits(t *testing.T) {
	for _, s := range hostile {
		if got := TopicRef(s); len(got) > refBytes {
			t.Errorf("%.20q: %d bytes", s, len(got))
		}
	}
	if got := TopicRef("grass"); got != "grass" {
		t.Error(got)
	}
}
