package chat

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"pincite/internal/library"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
)

const (
	poolText = "# Rules of the Riverside Pool (RRP)\n\n## Article 1 Hours\n\nThe pool opens at seven. It closes at nine.\n\n## Article 2 Children\n\nChildren swim with an adult.\n\n## Article 3 Lockers\n\nA locker costs one crown.\n\n## Article 4 Towels\n\nTowels are lent for one crown.\n"
	// In later, article 2 is gone, 3 has become 2, 4 says something else.
	poolLater  = "# Rules of the Riverside Pool (RRP)\n\n## Article 1 Hours\n\nThe pool opens at seven. It closes at nine.\n\n## Article 2 Lockers\n\nA locker costs one crown.\n\n## Article 4 Towels\n\nTowels are lent to members.\n"
	bylawsText = "# Allotment Bylaws\n\n## Clause 1 Plots\n\nEach member rents one plot for forty crowns a year.\n\n## Clause 2 Water\n\nWater is drawn by hand.\n"
)

// A shelf is a Chat about two documents on disk.
type shelf struct {
	*Chat
	t      *testing.T
	dir    string
	files  library.Source
	opened *library.Library
}

func newShelf(t *testing.T, o Options) *shelf {
	t.Helper()
	s := &shelf{t: t, dir: t.TempDir()}
	s.put("bylaws.md", bylawsText)
	s.put("pool.md", poolText)
	s.files = library.Source{FS: os.DirFS(s.dir), Name: "."}
	var err error
	if s.opened, err = library.Open(t.Context(), s.files); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.opened.Close(); err != nil {
			t.Error(err)
		}
	})
	o.Library = s.opened
	s.Chat = New(o)
	return s
}

func (s *shelf) put(name, text string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// later puts the later text of the pool in its place.
func (s *shelf) later() {
	s.t.Helper()
	s.put("pool.md", poolLater)
	if _, err := s.opened.Reload(s.t.Context(), s.files); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shelf) ask(text string) reply.Reply { return s.Ask(context.Background(), private(text)) }

func (s *shelf) press(data string) reply.Reply {
	return s.Press(context.Background(), private(""), data)
}

func private(text string) Message {
	return Message{Conversation: "c", Person: "p", Text: text, Private: true}
}

// cited is the document and section that a reply cites first.
func citing(r reply.Reply) string {
	if len(r.Answer.Citations) == 0 {
		return string(r.Kind)
	}
	return r.Answer.Citations[0].Document + " " + r.Answer.Citations[0].ID
}

// said is all that a reply says.
func said(r reply.Reply) string { return r.Notice + wordsIn(r) }

// TestALanguageIsChosen: what is said of the choice holds, also where it cannot be kept.
func TestALanguageIsChosen(t *testing.T) {
	for name, o := range map[string]Options{"in memory": {}, "kept": {Recorder: &fakeRecorder{}}, "failing": {Recorder: &fakeRecorder{fail: true}}} {
		s := newShelf(t, o)
		for language, label := range map[string]string{"ru": "Русский", "zh": "中文"} {
			if r := s.press(button(t, s.ask("/language"), label).Data); r.Notice != words.In(language).LanguageSet {
				t.Errorf("%s: %s", name, said(r))
			}
			if r := s.ask("/help"); r.Language != language {
				t.Errorf("%s: help is in %s after %s was chosen", name, r.Language, language)
			}
		}
	}
}

func TestDocumentsAreChosen(t *testing.T) {
	for name, o := range map[string]Options{"in memory": {}, "kept": {Recorder: &fakeRecorder{}}, "failing": {Recorder: &fakeRecorder{fail: true}}} {
		s := newShelf(t, o)
		menu := s.ask("/documents")
		if r := s.press(button(t, menu, "Rules of the Riverside Pool (RRP)").Data); !r.Edit || !strings.Contains(said(r), "from now on") {
			t.Errorf("%s: %s", name, said(r))
		}
		for _, c := range []struct{ text, want, says string }{
			{"article 1", "pool article-1", "Article 1: Hours"},
			{"clause 1 of the Allotment Bylaws", "bylaws clause-1", "Allotment Bylaws › Clause 1"},
			{"the next one", "bylaws clause-2", "Allotment Bylaws › Clause 2"},
			{"article 3", "pool article-3", "Article 3: Lockers"},
			{"/documents bylaws", "help", "“Allotment Bylaws”"},
			{"clause 2", "bylaws clause-2", "Clause 2: Water"},
			{"/documents ALL", "help", "all documents"},
			{"article 3", "pool article-3", "Rules of the Riverside Pool (RRP) › Article 3"},
			{"/documents attic", "help", "no document of that name"},
		} {
			if r := s.ask(c.text); citing(r) != c.want || !strings.Contains(said(r), c.says) {
				t.Errorf("%s: %s: %s: %s", name, c.text, citing(r), said(r))
			}
		}
	}
}

func TestOneDocumentIsNoChoice(t *testing.T) {
	c, _ := newFake(t, Options{})
	if r := ask(c, "/documents"); !strings.Contains(said(r), "no other document") {
		t.Errorf("%s", said(r))
	}
	if names := c.Commands("en"); slices.ContainsFunc(names, func(c Command) bool { return c.Name == "documents" }) {
		t.Errorf("%v", names)
	}
}

func TestCommandsOfSeveral(t *testing.T) {
	s := newShelf(t, Options{})
	var names []string
	for _, c := range s.Commands("en") {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); got != "ask find verify toc documents clause article about privacy forgetme language help" {
		t.Error(got)
	}
	if description, _ := s.Describe("en"); !strings.Contains(description, "“Allotment Bylaws” and “Rules of the Riverside Pool (RRP)”") {
		t.Error(description)
	}
}

// TestListsOfAllDocuments lists the word of several documents, and opens the list of
// each.
func TestListsOfAllDocuments(t *testing.T) {
	s := newShelf(t, Options{})
	r := s.ask("/find crown")
	for _, want := range []string{"Allotment Bylaws\n", "in 1 of 3", "Rules of the Riverside Pool (RRP)\n", "in 2 of 5"} {
		if !strings.Contains(said(r), want) {
			t.Errorf("without %q: %s", want, said(r))
		}
	}
	opened := s.press(button(t, r, "Rules of the Riverside Pool…: 2").Data)
	if citing(opened) != "pool article-3" || opened.Edit || !strings.Contains(said(opened), "A locker costs one crown.") {
		t.Errorf("%s: %s", citing(opened), said(opened))
	}
	if r := s.ask("/find adult"); !strings.Contains(said(r), "not mentioned in “Allotment Bylaws”") {
		t.Errorf("%s", said(r))
	}
	if r := s.ask("/find zeppelin"); !strings.Contains(said(r), "any of the 2 documents") {
		t.Errorf("%s", said(r))
	}
}

func TestShareNamesTheDocument(t *testing.T) {
	s := newShelf(t, Options{})
	share := ""
	for _, row := range s.ask("article 1 of the RRP").Buttons {
		for _, b := range row {
			if b.Kind == reply.Share {
				share = b.Data
			}
		}
	}
	if share != "pool/article-1" {
		t.Fatalf("shared as %q", share)
	}
	offers := s.Offer(context.Background(), Message{Text: share + ":2", Conversation: "x"})
	if len(offers) != 2 || offers[0].Reply.Answer.Citations[0].Quote != "It closes at nine." || !strings.HasPrefix(offers[0].Title, "Rules of the Riverside Pool (RRP) › ") {
		t.Errorf("%+v", offers)
	}
}

func TestLinksOpenTheirPlace(t *testing.T) {
	s := newShelf(t, Options{})
	for payload, want := range map[string]string{
		"clause-2":         "bylaws clause-2",
		"pool_article-1_2": "pool article-1",
		"pool_article-9":   "outline", // there never was one
		"attic_article-1":  "help",
		"nonsense":         "help",
	} {
		if r := s.ask("/start " + payload); citing(r) != want {
			t.Errorf("%s: %s: %s", payload, citing(r), said(r))
		}
	}
	r := s.ask("/start pool_article-1_2")
	if got := r.Answer.Citations[0].Quote; got != "It closes at nine." {
		t.Errorf("the range of the link: %q", got)
	}
	s.later()
	for payload, want := range map[string]string{
		"pool_article-3": "It stands here now",
		"pool_article-2": "Lockers", // an address does not tell of which text it is
		"pool_article-4": "Towels",
	} {
		if r := s.ask("/start " + payload); !strings.Contains(said(r), want) {
			t.Errorf("%s after the change: %s", payload, said(r))
		}
	}
}

// TestButtonsOfAnOldText presses what was sent before the text changed.
func TestButtonsOfAnOldText(t *testing.T) {
	s := newShelf(t, Options{})
	d, _ := s.opened.Get("pool")
	old := func(verb, payload string) string { return verb + d.Digest()[:8] + payload }
	s.later()
	for _, c := range []struct{ data, cited, says string }{
		{old("s", "article-1"), "pool article-1", "closes at nine"},
		{old("n", "article-1:2"), "pool article-1", "closes at nine"},
		{old("s", "article-2"), "help", "no longer in it"},
		{old("s", "article-3"), "pool article-2", "has moved. It stands here now:"},
		{old("s", "article-3:1"), "pool article-2", "has moved. It stands here now:"},
		{old("s", "article-4"), "pool article-4", "This section now reads:"},
		{old("s", "article-9"), "help", "expired"},
		{old("s", "#2"), "help", "expired"},
		{old("t", "0:"), "outline", "Lockers"},
		{old("t", "0:article-2"), "help", "expired"},
		{old("f", "0:crown"), "pool article-2", "“crown” is mentioned"},
		{old("m", "crown"), "pool article-2", "“crown” is mentioned"},
		{old("d", ""), "help", "from now on"},
		{old("g", "article-1"), "help", "expired"},
		{"s00000000article-1", "help", "expired"},
	} {
		if r := s.press(c.data); citing(r) != c.cited || !strings.Contains(said(r), c.says) {
			t.Errorf("%s: %s: %s", c.data, citing(r), said(r))
		}
	}
	os.Remove(filepath.Join(s.dir, "pool.md"))
	if _, err := s.opened.Reload(t.Context(), s.files); err != nil {
		t.Fatal(err)
	}
	if r := s.press(old("s", "article-1")); !strings.Contains(said(r), "no longer here") {
		t.Errorf("of a document that is gone: %s", said(r))
	}
}

// TestConversationAcrossAChange: what was said of the old text is not taken for the new
// one.
func TestConversationAcrossAChange(t *testing.T) {
	s := newShelf(t, Options{})
	s.ask("article 2 of the RRP")
	s.Sent("c", "7", s.ask("article 3 of the RRP"))
	s.later()
	if r := s.ask("the next one"); strings.Contains(citing(r), "pool") {
		t.Errorf("after article 3, which has become article 2: %s", citing(r))
	}
	m := private("the next one")
	m.ReplyTo, m.ReplyToID, m.ReplyToBot = "Article 3", "7", true
	if r := s.Ask(context.Background(), m); strings.Contains(citing(r), "pool") {
		t.Errorf("in reply to a message about article 3: %s", citing(r))
	}
	s.ask("article 1 of the RRP")
	s.put("bylaws.md", bylawsText+"\n## Clause 3 Sheds\n\nSheds are green.\n")
	if _, err := s.opened.Reload(t.Context(), s.files); err != nil {
		t.Fatal(err)
	}
	if r := s.ask("the next one"); citing(r) != "pool article-2" {
		t.Errorf("another document has changed: %s", citing(r))
	}
}

// TestRepliesWhileTextsChange asks and presses without a pause while the files are
// replaced: every reply is of one text.
func TestRepliesWhileTextsChange(t *testing.T) {
	s := newShelf(t, Options{})
	stop := make(chan struct{})
	var wait sync.WaitGroup
	for n := range 4 {
		wait.Go(func() {
			m := private("")
			m.Conversation = fmt.Sprint(n)
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				m.Text = []string{"article 1 of the RRP", "the next one", "/find crown", "when does the pool close?", "/toc"}[i%5]
				r := s.Ask(context.Background(), m)
				check(t, r)
				for _, row := range r.Buttons {
					for _, b := range row {
						if b.Kind == reply.Press {
							check(t, s.Press(context.Background(), m, b.Data))
						}
					}
				}
			}
		})
	}
	for i := range 6 {
		s.put("pool.md", []string{poolLater, poolText}[i%2])
		if _, err := s.opened.Reload(t.Context(), s.files); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	wait.Wait()
}

// check holds what a reply cites to the text that it was made from.
func check(t *testing.T, r reply.Reply) {
	if r.Err != nil {
		t.Error(r.Err)
	}
	for _, c := range r.Answer.Citations {
		if d := r.Answer.Document; d.Name != c.Document || d.Slice(c.Span) != c.Quote || d.Sections[c.Section].ID != c.ID {
			t.Errorf("%s of %s is not the text's", c.ID, c.Document)
		}
	}
}
