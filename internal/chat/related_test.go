package chat

import (
	"testing"

	"pincite/internal/library"
)

// inquisitive expects questions of measure 2.
type inquisitive struct{ *fakeAnswerer }

func (inquisitive) Questions(section, language string) []string {
	if section != "measure-2" || language != "en" {
		return nil
	}
	return []string{"how often", "This question is far too long for a button on the small screen of a telephone", "both", "weak", "2"}
}

// TestRelatedQuestions offers two questions that were not asked yet, and asks the
// one that is pressed.
func TestRelatedQuestions(t *testing.T) {
	_, f := newFake(t, Options{})
	l, err := library.New(inquisitive{f})
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Library: l})
	menu := press(c, button(t, ask(c, "how often"), english.More).Data)
	if len(menu.Buttons) < 3 || menu.Buttons[0][0].Label != "both" || menu.Buttons[1][0].Label != "weak" || len(menu.Buttons[2]) != 2 {
		t.Fatalf("%+v", menu.Buttons)
	}
	r := press(c, menu.Buttons[1][0].Data)
	if f.last() != "weak" || r.Edit || r.Blocks[0].Runs[0].Text != "weak" {
		t.Errorf("asked %q: %+v", f.last(), r)
	}
	now := f.doc.Digest()[:8]
	for _, bad := range []string{"q" + now, "q" + now + "en9:measure-2", "q" + now + "en0:measure-99", "q" + now + "ru0:measure-2"} {
		if r := press(c, bad); r.Notice != english.Stale {
			t.Errorf("%s: %+v", bad, r)
		}
	}
}
