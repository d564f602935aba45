package web

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func say(t *testing.T, s *Server, in turnRequest) turnReply {
	t.Helper()
	if in.Conversation == "" {
		in.Conversation = strings.Repeat("0123456789abcdef", 2)
	}
	body, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	w := call(s, http.MethodPost, "/chat", string(body), append([]string{"Sec-Fetch-Site", "same-origin"}, jsonType...)...)
	if w.Code != 200 {
		t.Fatalf("%+v: %d %s", in, w.Code, w.Body)
	}
	if w.Header().Get("Cache-Control") != cacheNever {
		t.Error("a conversation may be kept by a cache")
	}
	return decode[turnReply](t, w.Body)
}

var press = regexp.MustCompile(`data-press="([^"]+)"`)

func TestConversation(t *testing.T) {
	s := newServer(t, options(t))
	first := say(t, s, turnRequest{Text: "measure 7"})
	if first.Kind != "section" || !strings.Contains(first.HTML, `href="/d/opinions-2024/measure-7`) {
		t.Errorf("%+v", first)
	}
	next := say(t, s, turnRequest{Text: "the next one"})
	if !strings.Contains(next.HTML, "/d/opinions-2024/measure-8") {
		t.Errorf("the conversation is not remembered: %s", next.HTML)
	}
	other := say(t, s, turnRequest{Text: "the next one", Conversation: strings.Repeat("f", 32)})
	if strings.Contains(other.HTML, "/d/opinions-2024/measure-8") {
		t.Error("another conversation is remembered")
	}
}

func TestEveryButtonAnswers(t *testing.T) {
	s := newServer(t, options(t))
	for _, text := range []string{"/start", "measure 7", "/toc", "/language", "/find cadres", "How often must leaders give a party class?", "7"} {
		reply := say(t, s, turnRequest{Text: text})
		for _, m := range press.FindAllStringSubmatch(reply.HTML, -1) {
			if got := say(t, s, turnRequest{Press: m[1], Text: text}); got.HTML == "" && got.Notice == "" {
				t.Errorf("%s: button %s gives nothing", text, m[1])
			}
		}
	}
	if got := say(t, s, turnRequest{Press: "nobody issued this"}); got.Notice == "" || got.HTML != "" {
		t.Errorf("a button that nobody issued: %+v", got)
	}
}

// What a person types comes back, if at all, as text.
func TestHostileQuestionsAreInert(t *testing.T) {
	s := newServer(t, options(t))
	for _, text := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `/find <b onmouseover=alert(1)>cadres</b>`,
		"javascript:alert(1)", "{{.}}", "\u202egnp.exe", "' OR 1=1 --", "\x00\x1b[31m", strings.Repeat("a", 600), "", "🙂",
	} {
		reply := say(t, s, turnRequest{Text: text})
		for _, live := range []string{"<script", "<img", "<b ", "onerror=alert", "\u202e", "\x1b"} {
			if strings.Contains(reply.HTML, live) && !strings.Contains(reply.HTML, "&lt;") {
				t.Errorf("%q: the reply holds %q: %s", text, live, reply.HTML)
			}
		}
		if reply.HTML == "" {
			t.Errorf("%q: no reply", text)
		}
	}
}
