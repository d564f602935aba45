package compose

import (
	"strings"
	"testing"

	"pincite/internal/document"
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
	return Speak(doc, "en")
}

func TestReadRefusesWhatIsNoButton(t *testing.T) {
	v := speaker(t)
	now := v.doc.Digest()[:digestBytes]
	for _, x := range []struct {
		data    string
		do      Verb
		payload string
		current bool
	}{
		{"", 0, "", false},
		{"s", 0, "", false},
		{"s" + now[1:], 0, "", false},
		{"s00000000measure-1", VerbShow, "measure-1", false},
		{"s" + now, VerbShow, "", true},
		{"t" + now + "2:measure-1", VerbContents, "2:measure-1", true},
	} {
		if do, payload, current := v.Read(x.data); do != x.do || payload != x.payload || current != x.current {
			t.Errorf("%q: %q %q %v", x.data, do, payload, current)
		}
	}
}

func TestAButtonLeadsBackToItsSection(t *testing.T) {
	v := speaker(t)
	for i := range v.doc.Sections {
		b := v.press(VerbContents, "99999:"+v.ref(i), "label")
		if len(b.Data) > pressBytes {
			t.Errorf("section %d: %d bytes of data", i, len(b.Data))
		}
		do, payload, current := v.Read(b.Data)
		page, ref := Paged(payload)
		if j, ok := v.Deref(ref); do != VerbContents || !current || page != 99999 || !ok || j != i {
			t.Errorf("section %d: read %q %v, page %d, section %d %v", i, do, current, page, j, ok)
		}
	}
	for _, s := range []string{"", "#", "#-1", "#3", "#x", "nowhere"} {
		if i, ok := v.Deref(s); ok {
			t.Errorf("%q leads to section %d", s, i)
		}
	}
}

func TestTopicRefFits(t *testing.T) {
	v := speaker(t)
	for _, s := range hostile {
		if got := v.TopicRef(s); len(got) > refBytes {
			t.Errorf("%.20q: %d bytes", s, len(got))
		}
	}
	if got := v.TopicRef("grass"); got != "grass" {
		t.Error(got)
	}
}
