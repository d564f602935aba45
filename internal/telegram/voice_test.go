package telegram

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/model"
	"pincite/internal/speech"
	"pincite/internal/store"
)

// getFile tells where a file is that somebody sent. f.mu is held.
func (f *fake) getFile(id string) apiAnswer {
	content, ok := f.files[id]
	if !ok {
		return refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
	}
	return granted(map[string]any{"file_id": id, "file_unique_id": "u" + id, "file_size": len(content), "file_path": "voice/" + id + ".oga"})
}

// serveFile serves the content of a file.
func (f *fake) serveFile(w http.ResponseWriter, r *http.Request, path string) {
	x := f.takeFault("download")
	f.record("download", params{"path": path}, "")
	if x != nil {
		x.serve(w, r, f.token)
		return
	}
	id := strings.TrimSuffix(strings.TrimPrefix(path, "voice/"), ".oga")
	f.mu.Lock()
	content, ok := f.files[id]
	f.mu.Unlock()
	if !ok || r.Method != http.MethodGet {
		answerWith(w, refused(404, "Not Found"))
		return
	}
	io.WriteString(w, content)
}

// speak adds a voice message to what people sent and returns it as a field of a message.
func (f *fake) speak(id string, seconds int, content string) map[string]any {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.files == nil {
		f.files = map[string]string{}
	}
	f.files[id] = content
	return map[string]any{"voice": map[string]any{"file_id": id, "file_unique_id": "u" + id, "duration": seconds, "mime_type": "audio/ogg", "file_size": len(content)}}
}

// An ear is a server that writes down what is said. The sound of the tests is the words
// themselves.
type ear struct {
	mu     sync.Mutex // a request that nobody waits for may outlast its message
	answer func(w http.ResponseWriter, r *http.Request, said string)
	heard  []string // names and contents of the recordings, in order
}

// listens has e answer as it should from now on.
func (e *ear) listens() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.answer = nil
}

// said returns what e has heard.
func (e *ear) said() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.heard)
}

func (e *ear) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file, head, err := r.FormFile("file")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	said, _ := io.ReadAll(file)
	e.mu.Lock()
	e.heard = append(e.heard, head.Filename+" "+string(said))
	answer := e.answer
	e.mu.Unlock()
	if answer != nil {
		answer(w, r, string(said))
		return
	}
	fmt.Fprintf(w, `{"text":%q}`, said)
}

// withEar lets a bot understand voice messages, within limits that o may change.
func withEar(t testing.TB, e *ear, o speech.Options) func(*Options) {
	t.Helper()
	s := httptest.NewServer(e)
	t.Cleanup(s.Close)
	client, err := model.New(model.Options{URL: s.URL, Name: "whisper", Tries: 1})
	if err != nil {
		t.Fatal(err)
	}
	o.Model, o.MaxLength, o.MaxBytes = client, time.Minute, 200
	if o.Timeout == 0 {
		o.Timeout = 10 * time.Second
	}
	return func(opt *Options) { opt.Voice = speech.New(o) }
}

// TestVoice: a voice message is answered like the typed words, below what was understood;
// in a group, one that replies to the bot.
func TestVoice(t *testing.T) {
	f := newFake(t)
	e := new(ear)
	newRun(t, f, withEar(t, e, speech.Options{})).start(t)
	f.introduced(t)
	f.asks(t, anna, "rule 2")
	f.say(anna, anna.id, "", f.speak("a", 3, "rule 2"))
	f.settle(t)
	got := f.texts()
	if want := "I understood: “rule 2”\n\n" + got[0]; len(got) != 2 || got[1] != want {
		t.Errorf("texts %q, want %q", got, want)
	}
	if !slices.Equal(e.said(), []string{"voice.ogg rule 2"}) {
		t.Errorf("heard %q", e.said())
	}
	f.say(wei, wei.id, "", f.speak("b", 3, "第2条"))
	f.settle(t)
	if got := f.texts()[2]; !strings.HasPrefix(got, "我听到的是：“第2条”\n\n") {
		t.Errorf("to a Chinese client: %q", got)
	}

	own := user{testBotID, testBotName, "", true}
	toBot := f.speak("c", 3, "rule 1")
	toBot["reply_to_message"] = map[string]any{"message_id": 400, "date": 1, "chat": chatObject(-1001), "from": own.object(), "text": "Rule 2"}
	f.say(anna, -1001, "", f.speak("d", 3, "rule 1")) // to the others
	f.say(anna, -1001, "", toBot)
	f.settle(t)
	if got := f.texts(); len(got) != 4 || !strings.HasPrefix(got[3], "I understood: “rule 1”\n\n") || len(e.said()) != 3 {
		t.Errorf("in a group: %q, heard %q", got, e.said())
	}
}

// TestVoiceIsShownAsWords: whatever a model writes is shown as text that was understood,
// in no other form, and gives no command.
func TestVoiceIsShownAsWords(t *testing.T) {
	f := newFake(t)
	newRun(t, f, withEar(t, new(ear), speech.Options{})).start(t)
	f.introduced(t)
	for i, said := range []string{
		"<b>rule</b> & <a href=\"https://evil.example\">2</a>", "/forgetme", "rule 2\n\n“Rule 9: everything is allowed.”", strings.Repeat("la ", 60),
	} {
		f.say(anna, anna.id, "", f.speak(fmt.Sprint("v", i), 3, said))
		f.settle(t)
	}
	sent := f.recorded("sendMessage")
	for i, want := range []string{
		"I understood: “&lt;b&gt;rule&lt;/b&gt; &amp; &lt;a href=&#34;https://evil.example&#34;&gt;2&lt;/a&gt;”\n",
		"I understood: “forgetme”\n", "I understood: “rule 2 “Rule 9: everything is allowed.””\n", "I understood: “la la la",
	} {
		if got := sent[i].fields["text"]; !strings.HasPrefix(got, want) || strings.Contains(got, "deleted") {
			t.Errorf("%d: %q, want %q", i, got, want)
		}
	}
}

// TestVoiceNotUnderstood: whatever goes wrong with a voice message, one true line says
// so, and the next one is understood.
func TestVoiceNotUnderstood(t *testing.T) {
	const cannot, silent, long = "I cannot listen to this voice message just now; please type your question.",
		"I hear no words in this voice message. Please type your question.", "I listen to at most 60 seconds. Please send a shorter voice message, or type your question."
	says := func(status int, body string) func(http.ResponseWriter, *http.Request, string) {
		return func(w http.ResponseWriter, _ *http.Request, _ string) {
			w.WriteHeader(status)
			io.WriteString(w, body)
		}
	}
	slow := func(_ http.ResponseWriter, r *http.Request, _ string) { <-r.Context().Done() }
	for name, tt := range map[string]struct {
		answer  func(http.ResponseWriter, *http.Request, string)
		fault   fault
		seconds int
		content string
		want    string
	}{
		"slow":               {answer: slow, want: cannot},
		"busy":               {answer: says(429, "slow down"), want: cannot},
		"broken":             {answer: says(500, "oops"), want: cannot},
		"an HTML page":       {answer: says(200, "<html>Log in</html>"), want: cannot},
		"half a JSON":        {answer: says(200, `{"text":"rul`), want: cannot},
		"no text":            {answer: says(200, `{}`), want: cannot},
		"an empty text":      {answer: says(200, `{"text":" "}`), want: silent},
		"music":              {answer: says(200, `{"text":"[Music]"}`), want: silent},
		"far too much text":  {answer: says(200, `{"text":"`+strings.Repeat("la ", model.MaxTranscript)+`"}`), want: cannot},
		"too long":           {seconds: 61, want: long},
		"too large":          {content: strings.Repeat("x", 201), want: long},
		"larger than stated": {fault: fault{status: 200, body: strings.Repeat("x", 201)}, want: cannot},
		"no such file":       {fault: fault{status: 404, body: `{"ok":false,"error_code":404,"description":"Not Found"}`}, want: cannot},
		"elsewhere":          {fault: fault{status: 301, body: "moved to /bot%s/"}, want: cannot},
		"connection torn":    {answer: func(http.ResponseWriter, *http.Request, string) { panic(http.ErrAbortHandler) }, want: cannot},
		"half a file":        {fault: fault{hang: true}, want: cannot},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFake(t)
			e := &ear{answer: tt.answer}
			r := newRun(t, f, withEar(t, e, speech.Options{Timeout: 200 * time.Millisecond})).start(t)
			f.introduced(t)
			if tt.fault != (fault{}) {
				tt.fault.method, tt.fault.times = "download", 1
				f.fail(tt.fault)
			}
			if tt.content == "" {
				tt.content = "rule 2"
			}
			f.say(anna, anna.id, "", f.speak("a", tt.seconds, tt.content))
			f.settle(t)
			if got := f.texts(); len(got) != 1 || got[0] != tt.want {
				t.Errorf("texts %q, want %q", got, tt.want)
			}
			if tt.want == long && len(f.recorded("getFile"))+len(e.said()) > 0 {
				t.Error("it was fetched")
			}
			if s := r.log.String(); leaks(s) || strings.Contains(s, "rule 2") {
				t.Errorf("the log holds the token or what was said:\n%s", s)
			}
			e.listens()
			f.say(anna, anna.id, "", f.speak("b", 1, "rule 2"))
			f.settle(t)
			if got := f.texts(); len(got) != 2 || !strings.Contains(got[1], "I understood: “rule 2”") {
				t.Errorf("afterwards: %q", got)
			}
		})
	}
}

// TestVoiceOff: without a model for it nothing is fetched.
func TestVoiceOff(t *testing.T) {
	f := newFake(t)
	startBot(t, f)
	f.say(anna, anna.id, "", f.speak("a", 3, "rule 2"))
	f.settle(t)
	if got := f.texts(); len(got) != 1 || got[0] != "I cannot listen to voice messages; please type your question." || len(f.recorded("getFile")) > 0 {
		t.Errorf("texts %q", got)
	}
}

// TestVoiceBudget: when the day's calls are used up people are told to type.
func TestVoiceBudget(t *testing.T) {
	f := newFake(t)
	e := new(ear)
	newRun(t, f, withEar(t, e, speech.Options{Budget: model.NewBudget(2, nil)})).start(t)
	f.introduced(t)
	for _, id := range []string{"a", "b"} {
		f.say(anna, anna.id, "", f.speak(id, 3, "rule 2"))
		f.settle(t)
	}
	if got := f.texts(); len(got) != 2 || !strings.Contains(got[0], "I understood") || !strings.Contains(got[1], "just now") || len(e.said()) != 1 || len(f.recorded("getFile")) != 1 {
		t.Errorf("texts %q, heard %q", got, e.said())
	}
}

// TestVoicePushed: the same over a webhook, whose update is confirmed when it is
// answered; and one that comes again is not listened to again.
func TestVoicePushed(t *testing.T) {
	f := newFake(t)
	e := new(ear)
	r, server := pushed(t, f, func(o *Options) {
		withEar(t, e, speech.Options{})(o)
		o.Store = openStore(t, store.Options{Path: t.TempDir() + "/state.db"})
	})
	r.listen(t)
	f.speak("a", 3, "rule 2")
	body := `{"update_id":7,"message":{"message_id":7,"date":1,"chat":{"id":11,"type":"private"},"from":{"id":11,"first_name":"a"},"voice":{"file_id":"a","duration":3}}}`
	for range 2 {
		if got := carry(t, server.URL, webhookSecret, strings.NewReader(body)); got != http.StatusOK {
			t.Errorf("status %d", got)
		}
	}
	if got := f.texts(); len(got) != 1 || !strings.HasPrefix(got[0], "I understood: “rule 2”\n\n") || len(e.said()) != 1 {
		t.Errorf("texts %q, heard %q", got, e.said())
	}
}
