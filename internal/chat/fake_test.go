package chat

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/library"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/about"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/sought"
)

// What the bot says in two of its languages.
var english, russian = words.In("en"), words.In("ru")

// fakeAnswerer gives prepared answers about a real document, and keeps what it
// was asked. Other questions get a section if they name one, else none.
type fakeAnswerer struct {
	library.Answerer // nil: only what is defined here is called
	doc              *document.Document
	answers          map[string]answer.Answer
	ablaze           bool // panics, whatever it is asked

	mu    sync.Mutex
	asked []string
	turns [][]turn.Turn
}

func (f *fakeAnswerer) Document() *document.Document { return f.doc }

func (f *fakeAnswerer) Answer(_ context.Context, message string, c answer.Context) (answer.Answer, error) {
	f.mu.Lock()
	f.asked, f.turns = append(f.asked, message), append(f.turns, c.Turns)
	f.mu.Unlock()
	if f.ablaze {
		panic("the index burns over " + message)
	}
	a, ok := f.answers[message]
	i, named := f.doc.ByID(message)
	switch {
	case ok:
	case named:
		a = answer.Answer{Kind: answer.KindSection, Citations: []answer.Citation{answer.Whole(f.doc, i)}}
	case message == "broken":
		return answer.Answer{}, errBroken
	default:
		a = answer.Answer{Kind: answer.KindNone, Reason: answer.ReasonUnknown}
	}
	a.Document = f.doc
	return a, nil
}

// Mentions finds the topic letter by letter.
func (f *fakeAnswerer) Mentions(_ context.Context, topic string) (answer.Answer, error) {
	return f.mentions(topic), nil
}

func (f *fakeAnswerer) mentions(topic string) answer.Answer {
	if f.ablaze {
		panic("the index burns over " + topic)
	}
	a := answer.Answer{Document: f.doc, Kind: answer.KindList, Topic: topic, Level: "measure", Checked: len(f.doc.OfKind("measure"))}
	for _, i := range f.doc.OfKind("measure") {
		for _, s := range f.doc.Sentences(i) {
			if strings.Contains(f.doc.Slice(s), topic) {
				a.Citations = append(a.Citations, f.cite(i, s))
				break
			}
		}
	}
	if len(a.Citations) == 0 {
		a.Kind, a.Reason = answer.KindNone, answer.ReasonNoMention
	}
	return a
}

func (f *fakeAnswerer) cite(i int, s document.Span) answer.Citation {
	return answer.Cite(f.doc, i, s)
}

// sentence cites sentence n, from 1, of a section.
func (f *fakeAnswerer) sentence(id string, n int) answer.Citation {
	i, _ := f.doc.ByID(id)
	return f.cite(i, f.doc.Sentences(i)[n-1])
}

func (f *fakeAnswerer) last() string { return f.asked[len(f.asked)-1] }

// fakeRecorder keeps what it is given; with fail set, it keeps nothing.
type fakeRecorder struct {
	fail       bool
	feedback   []Feedback
	unanswered []Unanswered
	languages  map[string]string
	forgotten  []string
	documents  map[string]string
}

var (
	errFull   = errors.New("disk full")
	errBroken = errors.New("index broken")
)

func (f *fakeRecorder) Feedback(_ context.Context, x Feedback) error {
	if f.fail {
		return errFull
	}
	f.feedback = append(f.feedback, x)
	return nil
}

func (f *fakeRecorder) Unanswered(_ context.Context, x Unanswered) error {
	if f.fail {
		return errFull
	}
	f.unanswered = append(f.unanswered, x)
	return nil
}

func (f *fakeRecorder) Language(_ context.Context, person string) (string, error) {
	if f.fail {
		return "", errFull
	}
	return f.languages[person], nil
}

func (f *fakeRecorder) SetLanguage(_ context.Context, person, language string) error {
	if f.fail {
		return errFull
	}
	if f.languages == nil {
		f.languages = map[string]string{}
	}
	f.languages[person] = language
	return nil
}

func (f *fakeRecorder) Forget(_ context.Context, person, conversation string) error {
	if f.fail {
		return errFull
	}
	f.forgotten = append(f.forgotten, person, conversation)
	return nil
}

func (f *fakeRecorder) Document(_ context.Context, conversation string) (string, error) {
	if f.fail {
		return "", errFull
	}
	return f.documents[conversation], nil
}

func (f *fakeRecorder) SetDocument(_ context.Context, conversation, document string) error {
	if f.fail {
		return errFull
	}
	if f.documents == nil {
		f.documents = map[string]string{}
	}
	f.documents[conversation] = document
	return nil
}

var opinions = sync.OnceValues(func() (*folder.Bundle, error) {
	return folder.Load(os.DirFS("../../data"), "opinions-2024")
})

// newFake returns a Chat about the default document, and what answers in it.
func newFake(t testing.TB, o Options) (*Chat, *fakeAnswerer) {
	t.Helper()
	b, err := opinions()
	if err != nil {
		t.Fatal(err)
	}
	f := &fakeAnswerer{doc: b.Document, answers: map[string]answer.Answer{}}
	f.prepare()
	if o.Library, err = library.New(f); err != nil {
		t.Fatal(err)
	}
	return New(o), f
}

// prepare sets answers of every kind and reason.
func (f *fakeAnswerer) prepare() {
	en := question.Question{Language: "en", Parts: []string{""}}
	two := question.Question{Language: "en", Parts: []string{"", ""}}
	set := func(q string, a answer.Answer) {
		if a.Question.Language == "" {
			a.Question = en
		}
		if len(a.Unmet) > 0 {
			a.Question.Text = "And " + strings.Join(a.Unmet, " or ")
		}
		f.answers[q] = a
	}
	cites := []answer.Citation{f.sentence("measure-2", 4), f.sentence("measure-7", 1), f.sentence("measure-1", 1)}
	cites[1].Role, cites[2].Role = answer.RoleSee, answer.RoleSee
	set("how often", answer.Answer{Kind: answer.KindAnswer, Citations: cites})
	set("both", answer.Answer{Kind: answer.KindAnswer, Question: two, Citations: []answer.Citation{cites[0], f.sentence("measure-7", 1)}})
	set("weak", answer.Answer{Kind: answer.KindClosest, Reason: answer.ReasonWeak, Unmet: []string{"cats"}, Citations: cites[1:]})
	set("undefined", answer.Answer{Kind: answer.KindClosest, Reason: answer.ReasonUndefined, Citations: cites[:1]})
	set("salary", answer.Answer{Kind: answer.KindClosest, Reason: answer.ReasonLacks, Lacks: sought.Sum, Citations: cites[:1]})
	set("issued", answer.Answer{Kind: answer.KindAnswer, Citations: []answer.Citation{f.sentence("title", 2)},
		Question: question.Question{Language: "en", Kind: question.Metadata, Meta: about.Issuer | about.Dates | about.Source | about.Language}})
	for _, r := range []answer.Reason{answer.ReasonEmpty, answer.ReasonTooShort, answer.ReasonTooLong, answer.ReasonGreeting,
		answer.ReasonThanks, answer.ReasonIdentity, answer.ReasonHelp, answer.ReasonNoNext, answer.ReasonNoPrevious,
		answer.ReasonNoContext, answer.ReasonNoNumber, answer.ReasonUnknown} {
		set(string(r), answer.Answer{Kind: answer.KindHelp, Reason: r, Level: "measure", First: "1", Last: "15"})
	}
	for text, n := range map[string]int{"measure 99": 99, "measure 0": 0, "measure 9999999": 9999999} {
		set(text, answer.Answer{Kind: answer.KindHelp, Reason: answer.ReasonOutOfRange, Level: "measure", First: "1", Last: "15",
			Question: question.Question{Language: "en", Refs: []locate.Ref{{Kind: "measure", From: strconv.Itoa(n), To: strconv.Itoa(n)}}}})
	}
	measure2, _ := f.doc.ByID("measure-2")
	set("2", answer.Answer{Kind: answer.KindSection, Also: "2", AlsoOf: "part", Citations: []answer.Citation{answer.Whole(f.doc, measure2)},
		Question: question.Question{Language: "und", Parts: []string{""}}})
	part3, _ := f.doc.ByID("part-3")
	set("chapter 3", answer.Answer{Kind: answer.KindSection, Citations: []answer.Citation{answer.Whole(f.doc, part3)},
		Question: question.Question{Language: "en", Parts: []string{""}, Absent: []question.Absent{{Word: "chapter", Kind: "part"}}}})
	set("/find grass", f.mentions("grass"))
	set("/find unicorns", f.mentions("unicorns"))
	set("outline", f.outline(-1))
	part, _ := f.doc.ByID("part-3")
	set("part 3", f.outline(part))
}

func (f *fakeAnswerer) outline(within int) answer.Answer {
	a := answer.Answer{Kind: answer.KindOutline, Question: question.Question{Language: "en"}}
	if within >= 0 {
		a.Level = f.doc.Sections[within].ID
		a.Question.Refs = []locate.Ref{{Kind: "part", From: "3", To: "3"}}
	}
	for i, s := range f.doc.Sections {
		if within < 0 || i != within && f.doc.Sections[within].Span.Contains(s.Span) {
			a.Citations = append(a.Citations, f.cite(i, s.Heading))
		}
	}
	return a
}

// words returns the text of a reply, one block a line.
func wordsIn(r reply.Reply) string {
	var b strings.Builder
	for _, block := range r.Blocks {
		for _, run := range block.Runs {
			b.WriteString(run.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// find returns the button with that label.
func button(t testing.TB, r reply.Reply, label string) reply.Button {
	t.Helper()
	for _, row := range r.Buttons {
		for _, b := range row {
			if b.Label == label {
				return b
			}
		}
	}
	t.Fatalf("no button %q in %v", label, r.Buttons)
	return reply.Button{}
}
