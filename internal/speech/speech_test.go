package speech

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"pincite/internal/model"
)

// listener listens with a server that answers every call with a body, and counts them.
func listener(t *testing.T, o Options, status int, body string) (*Listener, *int) {
	t.Helper()
	calls := new(int)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*calls++
		io.Copy(io.Discard, r.Body) // until then the server does not see the caller leave
		if body == "" {
			<-r.Context().Done()
			return
		}
		w.WriteHeader(status)
		io.WriteString(w, body)
	}))
	t.Cleanup(s.Close)
	var err error
	if o.Model, err = model.New(model.Options{URL: s.URL, Name: "whisper", Tries: 1}); err != nil {
		t.Fatal(err)
	}
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	o.MaxLength, o.MaxBytes = 2*time.Minute, 1000
	return New(o), calls
}

// short is a message within all limits.
var short = Message{Length: 3 * time.Second, Bytes: 100, Fetch: func(context.Context, int64) (model.Recording, error) {
	return model.Recording{Name: "voice.ogg", Data: []byte("sound")}, nil
}}

// TestRefused: what is too long costs no call, and is not even fetched.
func TestRefused(t *testing.T) {
	l, calls := listener(t, Options{}, 200, `{"text":"hello"}`)
	fetch := func(context.Context, int64) (model.Recording, error) {
		t.Error("it is fetched")
		return model.Recording{}, nil
	}
	for _, m := range []Message{{Length: 121 * time.Second, Fetch: fetch}, {Length: time.Second, Bytes: 1001, Fetch: fetch}} {
		if got, err := l.Hear(t.Context(), m, "tg:1"); got != "" || !errors.Is(err, ErrLong) || *calls > 0 {
			t.Errorf("%q, %v, %d calls", got, err, *calls)
		}
	}
	gone := errors.New("gone")
	if _, err := l.Hear(t.Context(), Message{Fetch: func(_ context.Context, limit int64) (model.Recording, error) {
		if limit != 1000 {
			t.Errorf("%d bytes may be fetched", limit)
		}
		return model.Recording{}, gone
	}}, "tg:1"); !errors.Is(err, gone) || *calls > 0 {
		t.Errorf("not fetched: %v, %d calls", err, *calls)
	}
}

func TestHear(t *testing.T) {
	for body, want := range map[string]string{
		`{"text":" How late\n may I   come in? "}`:     "How late may I come in?",
		`{"text":"[coughs] when does it close?"}`:      "[coughs] when does it close?",
		`{"text":"/forgetme"}`:                         "forgetme",
		`{"text":" // / help"}`:                        "help",
		`{"text":"a\u202eb\u0000c <b>when</b>"}`:       "abc <b>when</b>",
		`{"text":"图书馆几点关门？"}`:                          "图书馆几点关门？",
		`{"text":"twelve","segments":[{"id":0}]}`:      "twelve",
		`{"text":"","words":[]}`:                       "",
		`{"text":" \n"}`:                               "",
		`{"text":"…"}`:                                 "",
		`{"text":"[BLANK_AUDIO]"}`:                     "",
		`{"text":"(wind) * music * [ Applause ] ..."}`: "",
	} {
		l, _ := listener(t, Options{}, 200, body)
		got, err := l.Hear(t.Context(), short, "tg:1")
		if got != want || (want == "") != errors.Is(err, ErrSilent) || want != "" && err != nil {
			t.Errorf("%s: %q, %v; want %q", body, got, err, want)
		}
	}
}

// TestBudget: voice messages and choices are counted together, and by person.
func TestBudget(t *testing.T) {
	b := model.NewBudget(4, nil)
	if err := b.Spend("tg:1"); err != nil { // a choice
		t.Fatal(err)
	}
	l, calls := listener(t, Options{Budget: b}, 200, `{"text":"hello"}`)
	if _, err := l.Hear(t.Context(), short, "tg:1"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Hear(t.Context(), short, "tg:1"); !errors.Is(err, model.ErrShare) || *calls != 1 {
		t.Errorf("%v, %d calls", err, *calls)
	}
	for _, other := range []string{"tg:2", ""} {
		if _, err := l.Hear(t.Context(), short, other); err != nil {
			t.Errorf("%q: %v", other, err)
		}
	}
	if _, err := l.Hear(t.Context(), short, ""); !errors.Is(err, model.ErrBudget) || *calls != 3 {
		t.Errorf("%v, %d calls", err, *calls)
	}
}

// TestLate: a slow server is not waited for longer than stated, nor for longer than the
// caller can wait and still answer.
func TestLate(t *testing.T) {
	l, _ := listener(t, Options{Timeout: 20 * time.Millisecond}, 200, "")
	if _, err := l.Hear(t.Context(), short, ""); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	l, _ = listener(t, Options{}, 200, "")
	ctx, cancel := context.WithTimeout(t.Context(), 1020*time.Millisecond)
	defer cancel()
	if _, err := l.Hear(ctx, short, ""); !errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
		t.Errorf("got %v, and the caller's time is over: %v", err, ctx.Err())
	}
}

// TestAtOnce: no more messages are listened to at the same time than may be.
func TestAtOnce(t *testing.T) {
	l, calls := listener(t, Options{AtOnce: 1}, 200, `{"text":"hello"}`)
	first := short
	first.Fetch = func(ctx context.Context, limit int64) (model.Recording, error) {
		if _, err := l.Hear(ctx, short, ""); !errors.Is(err, ErrBusy) {
			t.Errorf("beside it: %v", err)
		}
		return short.Fetch(ctx, limit)
	}
	if got, err := l.Hear(t.Context(), first, ""); err != nil || got != "hello" || *calls != 1 {
		t.Errorf("%q, %v, %d calls", got, err, *calls)
	}
}
