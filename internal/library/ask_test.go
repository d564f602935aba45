package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/document"
	"pincite/internal/importer/sourcetest"
	"pincite/internal/library/librarytest"
)

// garden and boats are two documents that have articles with the same numbers.
const (
	garden = "# Garden Society Bylaws\n\n## Article 1 Members\n\nA member rents one plot.\n\n## Article 2 Fees\n\nThe fee is thirty crowns a year.\n\n## Article 3 Bees\n\nBees are kept beside the northern hedge.\n"
	boats  = "# Rules of the Lake Pirates (RLP)\n\n## Article 1 Boats\n\nA boat carries a lantern.\n\n## Article 2 Harbour\n\nThe harbour closes in December.\n"
)

func twoDocuments(t *testing.T) *Library {
	t.Helper()
	l, err := Open(t.Context(), Source{FS: sourcetest.FS("garden.md", garden, "lake.md", boats), Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func ask(t *testing.T, l *Library, q Ask) answer.Answer {
	t.Helper()
	a, err := l.Answer(t.Context(), q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return a
}

// place is the document and section that an answer cites first.
func place(a answer.Answer) string {
	if len(a.Citations) == 0 {
		return string(a.Kind)
	}
	return a.Citations[0].Document + " " + a.Citations[0].ID
}

func TestAnswerOfOneDocument(t *testing.T) {
	l := twoDocuments(t)
	if _, err := l.Answer(t.Context(), Ask{Message: "article 2", Document: "attic"}); err == nil || err.Error() != "there is no document attic" {
		t.Errorf("no such document: %v", err)
	}
	for document, want := range map[string]string{"garden": "garden article-2", "lake": "lake article-2"} {
		if got := place(ask(t, l, Ask{Message: "article 2", Document: document})); got != want {
			t.Errorf("article 2 of %s: %s", document, got)
		}
	}
}

func TestAnswerOfAll(t *testing.T) {
	l := twoDocuments(t)
	for message, want := range map[string]string{
		"where are bees kept?":         "garden article-3",
		"when does the harbour close?": "lake article-2",
		"article 2":                    "garden article-2", // both have one: the default's
		"article 3":                    "garden article-3",
		"article 2 of the Rules of the Lake Pirates":       "lake article-2",
		"ARTICLE 2 OF THE RULES OF THE LAKE PIRATES (RLP)": "lake article-2",
		"article 2, RLP":                     "lake article-2",
		"article 2 of the GSB":               "garden article-2",
		"what does article 2 of lake say?":   "lake article-2",
		"which articles mention the lantern": "lake article-1",
		"hello":                              "help",
	} {
		if got := place(ask(t, l, Ask{Message: message})); got != want {
			t.Errorf("%q: %s, want %s", message, got, want)
		}
	}
	if got := ask(t, l, Ask{Message: "article 9"}); got.Reason != answer.ReasonOutOfRange || got.Document.Name != "garden" {
		t.Errorf("article 9: %s %s of %s", got.Kind, got.Reason, got.Document.Name)
	}
}

// TestListsOfAll holds that a list goes through every document, and says so of those
// that have nothing.
func TestListsOfAll(t *testing.T) {
	l := twoDocuments(t)
	for message, want := range map[string]string{
		"which articles mention \"december\"": "lake list 1, garden none 0",
		"/find closes":                        "lake list 1, garden none 0",
		"/find a":                             "",
		"/find zeppelin":                      "garden none 0, lake none 0",
	} {
		a := ask(t, l, Ask{Message: message})
		var got []string
		for _, a := range append([]answer.Answer{a}, a.Others...) {
			got = append(got, fmt.Sprint(a.Document.Name, " ", a.Kind, " ", len(a.Citations)))
		}
		if want != "" && strings.Join(got, ", ") != want {
			t.Errorf("%s: %v", message, got)
		}
		if a.Asked != "" || len(a.Others) != 1 {
			t.Errorf("%s: asked %q, %d others", message, a.Asked, len(a.Others))
		}
	}
	if a := ask(t, l, Ask{Message: "/find closes", Document: "garden"}); a.Asked != "garden" || len(a.Others) != 0 {
		t.Errorf("of one document: asked %q, %d others", a.Asked, len(a.Others))
	}
	both := ask(t, l, Ask{Message: "article 2"})
	if len(both.Others) != 1 || place(both.Others[0]) != "lake article-2" {
		t.Errorf("article 2 of both: %+v", both.Others)
	}
}

// TestReading asks with a document before one's eyes.
func TestReading(t *testing.T) {
	l := twoDocuments(t)
	for message, want := range map[string]string{
		"article 2":                    "lake article-2",
		"article 2 of the GSB":         "garden article-2",
		"when does the harbour close?": "lake article-2",
	} {
		if got := place(ask(t, l, Ask{Message: message, Reading: "lake"})); got != want {
			t.Errorf("%q: %s, want %s", message, got, want)
		}
	}
	before := ask(t, l, Ask{Message: "article 1 of the GSB"}).Turn()
	if got := place(ask(t, l, Ask{Message: "the next one", Turns: []turn.Turn{before}, Reading: "lake"})); got != "garden article-2" {
		t.Errorf("the next one: %s", got)
	}
	if got := place(ask(t, l, Ask{Message: "article 3", Reading: "attic"})); got != "garden article-3" {
		t.Errorf("with a document that is gone: %s", got)
	}
}

func TestNamed(t *testing.T) {
	l := twoDocuments(t)
	for s, want := range map[string]string{
		"": "", "attic": "", "e": "", "lake": "lake", "LAKE": "lake", "the RLP": "lake", "pirates": "lake", "Garden Society": "garden",
	} {
		d, ok := l.Named(s)
		if ok != (want != "") || ok && d.Name != want {
			t.Errorf("%q: %v", s, ok)
		}
	}
}

func TestNameIsCutOut(t *testing.T) {
	for _, c := range []struct {
		name          name
		message, want string
		ok            bool
	}{
		{name{"lake", false}, "of the lakeside", "of the lakeside", false},
		{name{"lake", false}, "the lakeside LAKE, please", "the lakeside  , please", true},
		{name{"GDP", true}, "the gdp of GDPR", "the gdp of GDPR", false},
		{name{"GDP", true}, "GDP", " ", true},
		{name{"宪法", false}, "宪法第一条", " 第一条", true},
		{name{"ley organica", false}, "según la Ley Orgánica", "según la  ", true},
		{name{"x", false}, "\xff\xfe", "\xff\xfe", false},
	} {
		if got, ok := c.name.cut(spell(c.message)); got != c.want || ok != c.ok {
			t.Errorf("%+v: %q, %v", c, got, ok)
		}
	}
}

func TestFollowUpStaysWithItsDocument(t *testing.T) {
	l := twoDocuments(t)
	before := ask(t, l, Ask{Message: "article 1 of the RLP"}).Turn()
	if got := place(ask(t, l, Ask{Message: "the next one", Turns: []turn.Turn{before}})); got != "lake article-2" {
		t.Errorf("the next one: %s", got)
	}
	if got := place(ask(t, l, Ask{Message: "where are bees kept?", Turns: []turn.Turn{before}})); got != "garden article-3" {
		t.Errorf("another question: %s", got)
	}
	if got := place(ask(t, l, Ask{Message: "the next one", Turns: []turn.Turn{before}, Document: "garden"})); got != "help" {
		t.Errorf("of the other document there was no turn: %s", got)
	}
}

func TestDocuments(t *testing.T) {
	l := twoDocuments(t)
	docs := l.Documents()
	if len(docs) != 2 || docs[0] != l.Default() || docs[0].Name != "garden" {
		t.Fatalf("%v", docs)
	}
	for name, want := range map[string]bool{"": false, "attic": false, "lake": true} {
		if d, ok := l.Get(name); ok != want || ok && d.Name != name {
			t.Errorf("Get(%q): %v", name, ok)
		}
	}
	for prefix, want := range map[string]bool{"": false, "zzzzzzzz": false, docs[1].Digest()[:8]: true, docs[1].Digest(): true} {
		if d, ok := l.ByDigest(prefix); ok != want || ok && d != docs[1] {
			t.Errorf("ByDigest(%q): %v", prefix, ok)
		}
	}
	if a, err := l.Mentions(t.Context(), "lake", "lantern"); err != nil || place(a) != "lake article-1" {
		t.Errorf("%s, %v", place(a), err)
	}
	found, err := l.Rank(t.Context(), "", "harbour", 3)
	if err != nil || len(found) == 0 || found[0].Document != "lake" || found[0].ID != "article-2" {
		t.Errorf("rank: %+v, %v", found, err)
	}
}

func TestNewRefuses(t *testing.T) {
	if _, err := New(); err == nil {
		t.Error("a library without documents")
	}
	l := twoDocuments(t)
	same := &slow{doc: l.Default()}
	if _, err := New(same, same); err == nil || !strings.Contains(err.Error(), "two documents are called garden") {
		t.Errorf("twice the same name: %v", err)
	}
}

// slow is an answerer whose answers wait to be released.
type slow struct {
	Answerer
	doc     *document.Document
	begun   chan struct{}
	release chan struct{}
	closed  chan struct{}
}

func (s *slow) Document() *document.Document { return s.doc }

func (s *slow) Answer(context.Context, string, answer.Context) (answer.Answer, error) {
	s.begun <- struct{}{}
	<-s.release
	select {
	case <-s.closed:
		return answer.Answer{}, errors.New("closed under a question")
	default:
		return answer.Answer{Document: s.doc}, nil
	}
}

func (s *slow) Close() error {
	close(s.closed)
	return nil
}

func newSlow(t *testing.T) *slow {
	return &slow{doc: librarytest.Document(t, "slow", "Nothing.\n"), begun: make(chan struct{}), release: make(chan struct{}), closed: make(chan struct{})}
}

// TestSwapUnderAQuestion holds that a question finishes on the documents that it
// began with, whether these are replaced or closed.
func TestSwapUnderAQuestion(t *testing.T) {
	for name, end := range map[string]func(*Library) error{
		"swap": func(l *Library) error {
			docs, err := arrange([]*entry{newEntry(newSlow(t))})
			if err != nil {
				return err
			}
			l.swapping.Lock()
			defer l.swapping.Unlock()
			return l.swap(docs)
		},
		"close": (*Library).Close,
	} {
		old := newSlow(t)
		l, err := New(old)
		if err != nil {
			t.Fatal(err)
		}
		answered, ended := make(chan error), make(chan error)
		go func() {
			a, err := l.Answer(t.Context(), Ask{Message: "x"})
			if err == nil && a.Document != old.doc {
				err = errors.New("answered from another document")
			}
			answered <- err
		}()
		<-old.begun
		go func() { ended <- end(l) }()
		select {
		case <-old.closed:
			t.Errorf("%s: closed under a question", name)
		case err := <-ended:
			t.Errorf("%s: returned under a question: %v", name, err)
		case old.release <- struct{}{}:
		}
		if err := <-answered; err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := <-ended; err != nil {
			t.Errorf("%s: %v", name, err)
		}
		<-old.closed
	}
}

// TestReloadWhileAsked asks, looks up and lists without a pause while the documents
// are read anew: nothing fails.
func TestReloadWhileAsked(t *testing.T) {
	l := twoDocuments(t)
	stop := make(chan struct{})
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if _, err := l.Answer(t.Context(), Ask{Message: "where are bees kept?"}); err != nil {
					t.Error(err)
				}
				if _, err := l.Mentions(t.Context(), "garden", "bees"); err != nil {
					t.Error(err)
				}
				if c, err := l.Rank(t.Context(), "garden", "bees", 1); err != nil || len(c) != 1 {
					t.Errorf("rank: %v, %v", c, err)
				}
			}
		})
	}
	for i := range 5 {
		more := strings.Repeat("\n\n## Article 4 Tools\n\nTools are lent for a day.", i%2)
		changes, err := l.Reload(t.Context(), Source{FS: sourcetest.FS("garden.md", garden+more, "lake.md", boats), Name: "."})
		if err != nil || i > 0 && !slices.Equal(changes.Changed, []string{"garden"}) {
			t.Errorf("%d: %+v, %v", i, changes, err)
		}
	}
	close(stop)
	wait.Wait()
}

func TestClosed(t *testing.T) {
	l, err := Open(t.Context(), Source{FS: sourcetest.FS("garden.md", garden), Name: "garden.md"})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := l.Answer(t.Context(), Ask{Message: "article 1"}); !errors.Is(err, ErrClosed) {
		t.Errorf("Answer: %v", err)
	}
	if _, err := l.Rank(t.Context(), "", "bees", 1); !errors.Is(err, ErrClosed) {
		t.Errorf("Rank: %v", err)
	}
	if _, err := l.Reload(t.Context(), Source{FS: sourcetest.FS("garden.md", garden+"x"), Name: "garden.md"}); !errors.Is(err, ErrClosed) {
		t.Errorf("Reload: %v", err)
	}
	if l.Default().Name != "garden" {
		t.Error("a closed library does not tell its documents")
	}
}
