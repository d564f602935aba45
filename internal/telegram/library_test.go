package telegram

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/question"
	"pincite/internal/telegram/botapi"
)

// An entry is a part of a document, or a rule.
type entry struct{ part, title, text string }

// reading is the document of the tests: small enough to know by heart, so that
// what the transcripts show is the carrier's doing and nobody else's.
var reading = []entry{
	{"Opening", "", ""},
	{"", "Hours", "The room opens at nine in the morning. It closes at six in the evening, & never <later>."},
	{"", "Cards", "Each reader holds a card. A card is renewed once a year."},
	{"Conduct", "", ""},
	{"", "Silence", "Readers keep silent. Who must speak goes to the hall."},
	{"", "Food", "Food stays outside. Water in a closed bottle is allowed."},
}

// rulesLibrary answers about that document by the plainest means: a number names
// a rule, and a sentence that holds a word of the question answers it. Words
// of its own make it misbehave: "boom" panics, "void" finds nothing, "echo"
// answers with the question as the quote, "ponder" takes three seconds.
type rulesLibrary struct {
	library.Answerer // nil: only what is defined here is called
	doc              *document.Document
}

func newLibrary(t testing.TB) *rulesLibrary {
	t.Helper()
	l, err := buildLibrary(reading)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// reissued is the document in a later edition: what was rule 2 is rule 3.
var reissued = slices.Insert(slices.Clone(reading), 2, entry{"", "Bags", "A bag goes into a locker."})

func buildLibrary(reading []entry) (*rulesLibrary, error) {
	d := document.Document{
		Name: "reading-room",
		Meta: document.Meta{
			Title: "Rules of the Reading Room", Issuer: "The Librarian", Language: "en",
			Levels: []document.Level{
				{Kind: "part", Names: map[string][]string{"en": {"part"}}},
				{Kind: "rule", Names: map[string][]string{"en": {"rule"}}},
			},
		},
	}
	var text strings.Builder
	add := func(s string) document.Span {
		from := text.Len()
		text.WriteString(s)
		return document.Span{Start: from, End: text.Len()}
	}
	parts, rules, parent := 0, 0, -1
	for _, e := range reading {
		s, n := document.Section{Parent: parent}, 0
		if e.part != "" {
			parts++
			n = parts
			s.Kind, s.Parent, s.Label = "part", -1, "Part "+strconv.Itoa(n)
			s.Heading = add(e.part)
			parent = len(d.Sections)
		} else {
			rules++
			n = rules
			s.Kind, s.Label = "rule", "Rule "+strconv.Itoa(n)
			s.Heading = add(e.title)
		}
		s.Designation = document.Numbered(n)
		s.ID = s.Kind + "-" + s.Designation.Normal
		text.WriteString("\n")
		s.Own = s.Heading
		if e.text != "" {
			s.Paragraphs = []document.Paragraph{paragraph(add, e.text)}
			s.Own.End = text.Len()
		}
		s.Span = s.Own
		if s.Parent >= 0 {
			d.Sections[s.Parent].Span.End = text.Len()
		}
		text.WriteString("\n")
		d.Sections = append(d.Sections, s)
	}
	d.Text = text.String()
	doc, err := document.New(d)
	return &rulesLibrary{doc: doc}, err
}

var sentenceEnd = regexp.MustCompile(`[^.]+\.`)

func paragraph(add func(string) document.Span, s string) document.Paragraph {
	p := document.Paragraph{Span: add(s)}
	for _, at := range sentenceEnd.FindAllStringIndex(s, -1) {
		from := p.Span.Start + at[0] + len(s[at[0]:at[1]]) - len(strings.TrimLeft(s[at[0]:at[1]], " "))
		p.Sentences = append(p.Sentences, document.Span{Start: from, End: p.Span.Start + at[1]})
	}
	return p
}

func (l *rulesLibrary) Document() *document.Document { return l.doc }

func (l *rulesLibrary) Section(id string) (answer.Citation, bool) {
	i, ok := l.doc.ByID(id)
	if !ok {
		return answer.Citation{}, false
	}
	return l.cite(i, l.doc.Sections[i].Own), true
}

func (l *rulesLibrary) cite(i int, span document.Span) answer.Citation {
	return answer.Cite(l.doc, i, span)
}

func (l *rulesLibrary) Mentions(_ context.Context, topic string) (answer.Answer, error) {
	a := l.mentions(topic)
	a.Document = l.doc
	return a, nil
}

func (l *rulesLibrary) mentions(topic string) answer.Answer {
	a := answer.Answer{
		Kind: answer.KindList, Language: "en", Topic: topic, Level: "rule", First: "1", Last: "4", Checked: 4,
		Question: question.Question{Text: topic, Language: "en", Kind: question.Mentions, Topic: topic},
	}
	for i := range l.doc.Sections {
		for _, s := range l.doc.Sentences(i) {
			if strings.Contains(strings.ToLower(l.doc.Slice(s)), strings.ToLower(topic)) {
				a.Citations = append(a.Citations, l.cite(i, s))
				break
			}
		}
	}
	if len(a.Citations) == 0 {
		a.Kind, a.Reason = answer.KindNone, answer.ReasonNoMention
	}
	return a
}

func (l *rulesLibrary) Answer(ctx context.Context, text string, c answer.Context) (answer.Answer, error) {
	if strings.HasPrefix(text, "ponder") {
		if err := botapi.Sleep(ctx, 3*time.Second); err != nil {
			return answer.Answer{}, err
		}
	}
	a := l.answer(text, c.Turns)
	a.Document = l.doc
	return a, nil
}

func (l *rulesLibrary) answer(text string, turns []turn.Turn) answer.Answer {
	q := question.Question{Text: text, Language: "en", Kind: question.Search, Topic: text}
	a := answer.Answer{Kind: answer.KindNone, Reason: answer.ReasonUnknown, Language: "en", Question: q}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-", r) })
	find := func(id string) answer.Answer {
		if c, ok := l.Section(id); ok {
			a.Kind, a.Reason, a.Citations = answer.KindSection, "", []answer.Citation{c}
		}
		return a
	}
	for _, w := range words {
		if n, err := strconv.Atoi(strings.TrimPrefix(w, "rule")); err == nil {
			return find("rule-" + strconv.Itoa(n))
		}
		switch w {
		case "boom":
			panic("the library burns over " + text + ", with " + testToken)
		case "find":
			return l.mentions(strings.TrimSpace(strings.TrimPrefix(text, "/find")))
		case "next":
			if n := len(turns); n > 0 && len(turns[n-1].Sections) > 0 {
				i, _ := l.doc.ByID(turns[n-1].Sections[0])
				at, _ := l.doc.Sections[i].Designation.Number()
				return find("rule-" + strconv.Itoa(at+1))
			}
		case "echo":
			a.Reason, a.Topic = answer.ReasonNoMention, text
			return a
		}
	}
	if len(strings.TrimSpace(text)) == 0 {
		a.Kind, a.Reason = answer.KindHelp, answer.ReasonEmpty
		return a
	}
	return l.search(a, words)
}

// search takes the first sentence that holds a longer word of the question.
func (l *rulesLibrary) search(a answer.Answer, words []string) answer.Answer {
	for i := range l.doc.Sections {
		for _, s := range l.doc.Sentences(i) {
			for _, w := range words {
				if len(w) > 4 && strings.Contains(strings.ToLower(l.doc.Slice(s)), w) {
					a.Kind, a.Reason, a.Citations = answer.KindAnswer, "", []answer.Citation{l.cite(i, s)}
					return a
				}
			}
		}
	}
	return a
}

// asLibrary returns a library of one document.
func asLibrary(t testing.TB, a library.Answerer) *library.Library {
	t.Helper()
	l, err := library.New(a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func newTestChat(t testing.TB) *chat.Chat {
	t.Helper()
	return chat.New(chat.Options{Library: asLibrary(t, newLibrary(t))})
}
