package main

import (
	"context"
	"os"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/library"
)

// TestALineThatPanics: a question that the program panics over is a bad line, and the others
// are answered.
func TestALineThatPanics(t *testing.T) {
	l, err := library.Open(t.Context(), library.Source{FS: os.DirFS("testdata"), Name: "house"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	burning, err := library.New(burning{doc: l.Default()})
	if err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	a := &asking{json: true, library: burning, chat: chat.New(chat.Options{Library: burning}), program: &program{
		in: strings.NewReader(`{"id":"1","question":"a"}` + "\n" + `{"id":"2","question":"boom on deck"}` + "\n" + `{"id":"3","question":"b"}`), out: &out, errs: &errs,
	}}
	err = a.answerLines(t.Context())
	if err == nil || err.Error() != "standard input: 1 of 3 lines not answered" {
		t.Errorf("%v", err)
	}
	if n := strings.Count(out.String(), "\n"); n != 2 || !strings.Contains(out.String(), `"id":"3"`) {
		t.Errorf("answered\n%s", out.String())
	}
	if s := errs.String(); strings.Count(s, "\n") != 1 || !strings.Contains(s, "standard input, line 2: the program panicked: ") || strings.Contains(s, "deck") {
		t.Errorf("complained %s", s)
	}
}

// burning finds nothing, and panics over what goes boom.
type burning struct {
	library.Answerer
	doc *document.Document
}

func (b burning) Document() *document.Document { return b.doc }

func (b burning) Answer(_ context.Context, message string, _ answer.Context) (answer.Answer, error) {
	if strings.HasPrefix(message, "boom") {
		panic("it burns over " + message)
	}
	return answer.Answer{Document: b.doc, Kind: answer.KindNone, Reason: answer.ReasonUnknown, Language: "en"}, nil
}
