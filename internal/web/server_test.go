package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/reply/words"
	"pincite/internal/web/object"
)

func TestNewRefuses(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Options)
		want   string
	}{
		{"no chat", func(o *Options) { o.Chat = nil }, "needed"},
		{"no library", func(o *Options) { o.Library = nil }, "needed"},
		{"public address without scheme", func(o *Options) { o.PublicURL = "example.org" }, "https://example.org"},
		{"public address with a query", func(o *Options) { o.PublicURL = "https://example.org/bot?x" }, "https://example.org/rules"},
		{"public address with an empty part", func(o *Options) { o.PublicURL = "https://example.org/a//b" }, "https://example.org/rules"},
		{"public address that climbs", func(o *Options) { o.PublicURL = "https://example.org/a/../b" }, "https://example.org/rules"},
		{"public address with an escape", func(o *Options) { o.PublicURL = "https://example.org/a%20b" }, "https://example.org/rules"},
		{"public address below an own one", func(o *Options) { o.PublicURL = "https://example.org/api/bot" }, "may not begin with /api"},
		{"public address with a user", func(o *Options) { o.PublicURL = "https://a:b@example.org" }, "https://example.org/rules"},
		{"origin with a path", func(o *Options) { o.Origins = []string{"https://example.org/x"} }, "web.origins"},
		{"origin without a scheme", func(o *Options) { o.Origins = []string{"example.org"} }, "web.origins"},
		{"public address of another kind", func(o *Options) { o.PublicURL = "ftp://example.org" }, "https://example.org"},
		{"address without a port", func(o *Options) { o.Addr = "x" }, "must be like 127.0.0.1:8080"},
		{"address without a public one", func(o *Options) { o.Addr = "0.0.0.0:8080" }, "PINCITE_WEB_PUBLIC_URL"},
		{"added address within the reader", func(o *Options) { o.Extra = map[string]http.Handler{"/d/a/b": http.NotFoundHandler()} }, "another path"},
		{"added address that is the chat's", func(o *Options) { o.Extra = map[string]http.Handler{"/chat": http.NotFoundHandler()} }, "another path"},
		{"added address that is the API's", func(o *Options) { o.Extra = map[string]http.Handler{"POST /api/ask": http.NotFoundHandler()} }, "another path"},
		{"added address that is a page's", func(o *Options) {
			o.PublicURL, o.Extra = "https://example.org/rules", map[string]http.Handler{"/rules/verify": http.NotFoundHandler()}
		}, "another path"},
		{"added address that is the start", func(o *Options) { o.Extra = map[string]http.Handler{"/": http.NotFoundHandler()} }, "another path"},
		{"added address that is none", func(o *Options) { o.Extra = map[string]http.Handler{"/{": http.NotFoundHandler()} }, "another path"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			o := options(t)
			tc.change(&o)
			_, err := New(o)
			if err == nil || !strings.Contains(err.Error(), tc.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("New: %v, want one line with %q", err, tc.want)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	s := newServer(t, options(t))
	chatBody := `{"conversation":"0123456789abcdef0123456789abcdef","text":"7"}`
	for _, tc := range []struct {
		name, method, target, body string
		headers                    []string
		status                     int
	}{
		{"unknown address", "GET", "/nowhere", "", nil, 404},
		{"unknown address of the API", "GET", "/api/nowhere", "", nil, 404},
		{"unknown asset", "GET", "/assets/style.000000000000.css", "", nil, 404},
		{"template as an asset", "GET", "/assets/layout.html", "", nil, 404},
		{"path that climbs", "GET", "/assets/..%2f..%2fserver.go", "", nil, 404},
		{"unknown document", "GET", "/d/other/measure-7", "", nil, 404},
		{"unknown document in whole", "GET", "/d/other", "", nil, 404},
		{"unknown section", "GET", "/d/opinions-2024/measure-16", "", nil, 404},
		{"unknown section of the API", "GET", "/api/sections/measure-16", "", nil, 404},
		{"unknown section to cite", "GET", "/api/sections/x/citation", "", nil, 404},
		{"sentence 0", "GET", "/api/sections/measure-7/citation?sentence=0", "", nil, 400},
		{"sentences that run backwards", "GET", "/api/sections/measure-7/citation?sentence=3-2", "", nil, 400},
		{"sentences beyond the last", "GET", "/api/sections/measure-7/citation?sentence=1-99", "", nil, 400},
		{"sentence beyond the last", "GET", "/api/sections/measure-7/citation?sentence=99", "", nil, 400},
		{"sentence without a number", "GET", "/api/sections/measure-7/citation?sentence=", "", nil, 400},
		{"ask without q", "GET", "/api/ask", "", nil, 400},
		{"question that is badly escaped", "GET", "/api/ask?q=%zz", "", nil, 400},
		{"search that is badly escaped", "GET", "/api/search?q=%zz", "", nil, 400},
		{"search page that is badly escaped", "GET", "/search?q=%zz", "", nil, 400},
		{"citation that is badly escaped", "GET", "/api/sections/measure-7/citation?sentence=%zz", "", nil, 400},
		{"search without words", "GET", "/api/search?q=+", "", nil, 400},
		{"question as a form", "POST", "/api/ask", "q=7", nil, 415},
		{"text as a form", "POST", "/api/verify", "text=7", nil, 415},
		{"read of what is written to", "GET", "/api/verify", "", nil, 405},
		{"write to the search", "POST", "/api/search?q=7", "", nil, 405},
		{"unknown section to begin with", "GET", "/?at=measure-16", "", nil, 404},
		{"unknown document's text", "GET", "/source/none", "", nil, 404},
		{"unknown document to check against", "POST", "/verify?document=none", "", nil, 404},
		{"form from another site", "POST", "/verify", "text=7", []string{"Origin", "https://evil.example"}, 403},
		{"read of the chat", "GET", "/chat", "", nil, 405},
		{"removal", "DELETE", "/api/sections/measure-7", "", nil, 405},
		{"chat as a form", "POST", "/chat", "text=7", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415},
		{"chat without a type", "POST", "/chat", chatBody, nil, 415},
		{"chat that is no JSON", "POST", "/chat", "{", jsonType, 400},
		{"chat with an unknown field", "POST", "/chat", `{"user":"x"}`, jsonType, 400},
		{"chat without a conversation", "POST", "/chat", `{"text":"7"}`, jsonType, 400},
		{"chat with a short key", "POST", "/chat", `{"conversation":"1","text":"7"}`, jsonType, 400},
		{"chat that is too large", "POST", "/chat", `{"text":"` + strings.Repeat("x", bodyBytes) + `"}`, jsonType, 413},
		{"chat from another site", "POST", "/chat", chatBody, append([]string{"Sec-Fetch-Site", "cross-site"}, jsonType...), 403},
		{"chat from another origin", "POST", "/chat", chatBody, append([]string{"Origin", "https://evil.example"}, jsonType...), 403},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := call(s, tc.method, tc.target, tc.body, tc.headers...)
			if w.Code != tc.status {
				t.Fatalf("status %d, want %d: %s", w.Code, tc.status, w.Body)
			}
			if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
				t.Fatalf("content type %q", got)
			}
			p := decode[problemDetails](t, w.Body)
			if p.Status != tc.status || p.Detail == "" || p.Title != http.StatusText(tc.status) {
				t.Errorf("problem %+v", p)
			}
			if tc.status == 405 && w.Header().Get("Allow") == "" {
				t.Error("no Allow header")
			}
		})
	}
}

var jsonType = []string{"Content-Type", "application/json"}

// A browser gets a page in the site's style that leads on; a program gets JSON.
func TestProblemIsAPageForReaders(t *testing.T) {
	s := newServer(t, options(t))
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, tc := range []struct {
		target, accept string
		page           bool
	}{
		{"/d/opinions-2024/nope", browser, true},
		{"/d/opinions-2024/nope/deeper", browser, true},
		{"/d/nope", browser, true},
		{"/nowhere", "TEXT/HTML", true},
		{"/d/opinions-2024/nope", "", false},
		{"/d/opinions-2024/nope", "*/*", false},
		{"/d/opinions-2024/nope", "application/json", false},
		{"/api/sections/nope", browser, false},
	} {
		w := get(s, tc.target, "Accept", tc.accept)
		kind, body := w.Header().Get("Content-Type"), w.Body.String()
		if w.Code != 404 || strings.HasPrefix(kind, "text/html") != tc.page || (kind == "application/problem+json") == tc.page {
			t.Errorf("%s for %q: %d %s", tc.target, tc.accept, w.Code, kind)
		}
		for _, want := range []string{"Not found", `rel="stylesheet"`, `href="/"`, `href="/#_contents"`, `action="/search"`} {
			if tc.page && !strings.Contains(body, want) {
				t.Errorf("%s: the page has no %s:\n%s", tc.target, want, body)
			}
		}
	}
}

// What the query holds is missing, or cannot be read: these differ.
func TestBadlyEscapedQuery(t *testing.T) {
	s := newServer(t, options(t))
	for target, want := range map[string]string{
		"/api/ask?q=%zz":       `badly escaped: "%zz"`,
		"/api/search?q=5%":     `badly escaped: "%"`,
		"/api/ask?q=a;b":       `";" is written %3B`,
		"/api/ask":             "The parameter q is missing",
		"/api/ask?context=7":   "The parameter q is missing",
		"/api/search?q=%20%20": "The parameter q is missing",
	} {
		if p := decode[problemDetails](t, get(s, target).Body); !strings.Contains(p.Detail, want) {
			t.Errorf("%s: %q, want %q", target, p.Detail, want)
		}
	}
}

// Every address carries the headers that keep a page to itself.
func TestHeaders(t *testing.T) {
	s := newServer(t, options(t))
	for _, target := range []string{"/", "/d/opinions-2024/measure-7", "/search?q=x", "/api/sections", "/nowhere", "/healthz"} {
		h := get(s, target).Header()
		csp := h.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", target, csp)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q, want %q", target, name, h.Get(name), want)
			}
		}
	}
}

// Pages hold no inline script or style, which the policy would block, and name
// no other host.
func TestPagesAreTheirOwn(t *testing.T) {
	s := newServer(t, options(t))
	for _, target := range []string{"/", "/d/opinions-2024/measure-7", "/search?q=grassroots", "/search?q=%3Cscript%3E"} {
		body := get(s, target).Body.String()
		for _, bad := range []string{"<style", " style=", "onclick", "javascript:", `src="http`, `href="http`, "<script>"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s holds %q", target, bad)
			}
		}
	}
}

func TestCaching(t *testing.T) {
	s := newServer(t, options(t))
	script, err := s.assets.Path("chat.js")
	if err != nil {
		t.Fatal(err)
	}
	for target, cache := range map[string]string{
		"/":                          cacheShared,
		"/d/opinions-2024/measure-7": cacheShared,
		"/api/sections":              cacheShared,
		"/api/sections/measure-7":    cacheShared,
		"/api/openapi.json":          cacheShared,
		"/api/ask?q=7":               cachePrivate,
		"/api/search?q=grassroots":   cachePrivate,
		"/search?q=grassroots":       cachePrivate,
		script:                       cacheForever,
	} {
		w := get(s, target)
		tag := w.Header().Get("ETag")
		if w.Code != 200 || w.Header().Get("Cache-Control") != cache || len(tag) < 20 {
			t.Errorf("%s: %d, %v", target, w.Code, w.Header())
		}
		if w := get(s, target, "If-None-Match", tag); w.Code != 304 || w.Body.Len() != 0 {
			t.Errorf("%s again: %d with %d bytes, want 304 with none", target, w.Code, w.Body.Len())
		}
		if w := call(s, "HEAD", target, ""); w.Code != 200 || w.Body.Len() != 0 {
			t.Errorf("HEAD %s: %d with %d bytes", target, w.Code, w.Body.Len())
		}
	}
}

func TestHealth(t *testing.T) {
	s := newServer(t, options(t))
	for _, target := range []string{"/healthz", "/readyz"} {
		if w := get(s, target); w.Code != 200 || w.Header().Get("Cache-Control") != cacheNever {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
	s.ready.Stop()
	if w := get(s, "/readyz"); w.Code != 503 {
		t.Errorf("readyz while stopping: %d", w.Code)
	}
}

// What the server does not depend on is told and changes nothing.
func TestReadyzTells(t *testing.T) {
	o := options(t)
	o.State = func() []string { return []string{"store: does not answer for 7s", "bot api: answers"} }
	s := newServer(t, o)
	if w := get(s, "/readyz"); w.Code != 200 || w.Body.String() != "ready\nstore: does not answer for 7s\nbot api: answers\n" {
		t.Errorf("%d %q", w.Code, w.Body)
	}
	o.Search = func(context.Context, string, string) ([]answer.Citation, error) { return nil, nil }
	if w := get(newServer(t, o), "/readyz"); w.Code != 503 || !strings.HasSuffix(w.Body.String(), "\nbot api: answers\n") {
		t.Errorf("%d %q", w.Code, w.Body)
	}
}

// readyz is about what a person would get: it fails when the search does, when it
// finds nothing, and when a quote is not the document's text.
func TestReadyzFails(t *testing.T) {
	d := theDocument(t)
	real := answer.Citation{Section: 0, ID: d.Sections[0].ID, Span: d.Sections[0].Own, Quote: d.Slice(d.Sections[0].Own)}
	altered, outside := real, real
	altered.Quote += " and more"
	outside.Span.End = len(d.Text) + 1
	for name, tc := range map[string]struct {
		found []answer.Citation
		err   error
		want  int
	}{
		"search fails":     {nil, errors.New("the index is closed"), 503},
		"nothing found":    {nil, nil, 503},
		"altered quote":    {[]answer.Citation{real, altered}, nil, 503},
		"outside the text": {[]answer.Citation{outside}, nil, 503},
		"verbatim":         {[]answer.Citation{real}, nil, 200},
	} {
		o := options(t)
		o.Search = func(context.Context, string, string) ([]answer.Citation, error) { return tc.found, tc.err }
		if w := get(newServer(t, o), "/readyz"); w.Code != tc.want {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
	o := with(t, mute{answererOf(t, "house", "A house has doors. They are painted blue.")})
	o.Search = func(context.Context, string, string) ([]answer.Citation, error) {
		return []answer.Citation{answer.Whole(o.Library.Default(), 0)}, nil
	}
	if w := get(newServer(t, o), "/readyz"); w.Code != 503 {
		t.Errorf("an answerer that finds nothing: %d", w.Code)
	}
}

// mute is an answerer that never finds anything.
type mute struct{ *answer.Answerer }

func (m mute) Answer(context.Context, string, answer.Context) (answer.Answer, error) {
	return answer.Answer{Document: m.Document(), Kind: answer.KindNone, Reason: answer.ReasonUnknown, Language: "en"}, nil
}

// A search that fails says so, and is not "nothing found".
func TestSearchFails(t *testing.T) {
	o := options(t)
	o.Search = func(context.Context, string, string) ([]answer.Citation, error) { return nil, errors.New("no index") }
	s := newServer(t, o)
	for _, target := range []string{"/search?q=x", "/api/search?q=x"} {
		if w := get(s, target); w.Code != 503 || strings.Contains(w.Body.String(), "no index") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

// What is asked is counted by route, and never told; the metrics are no page of the
// reader's.
func TestMetrics(t *testing.T) {
	o := options(t)
	s := newServer(t, o)
	get(s, "/api/ask?q=a+secret+question")
	w := httptest.NewRecorder()
	o.Metrics.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	body := w.Body.String()
	if !strings.Contains(body, `route="GET /api/ask"`) {
		t.Errorf("the route is not counted:\n%s", body)
	}
	if strings.Contains(body, "secret") {
		t.Error("the metrics hold a question")
	}
	for _, target := range []string{"/metrics", "/debug/pprof/"} {
		if w := get(s, target); w.Code != 404 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

// A panic costs one request, whether a handler's or that of answering, is counted, and
// logged without what was asked.
func TestPanicIsAnswered(t *testing.T) {
	var log bytes.Buffer
	o := with(t, burning{answererOf(t, "house", "A house has doors. They are painted blue.")})
	o.Extra = map[string]http.Handler{"/boom": http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("boom") })}
	o.Metrics, o.Log = metrics.New(), slog.New(slog.NewTextHandler(&log, nil))
	o.Chat = chat.New(chat.Options{Library: o.Library, Log: o.Log})
	s := newServer(t, o)
	for _, target := range []string{"/boom", "/api/ask?q=boom"} {
		if w := get(s, target); w.Code != 500 || strings.Contains(w.Body.String(), "boom") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
	said := call(s, "POST", "/chat", `{"conversation":"`+strings.Repeat("0", 32)+`","text":"boom"}`, jsonType...)
	if said.Code != 200 || !strings.Contains(said.Body.String(), words.In("en").CannotAnswer) {
		t.Errorf("%d %s", said.Code, said.Body)
	}
	w := httptest.NewRecorder()
	o.Metrics.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if !strings.Contains(w.Body.String(), "pincite_panics_recovered_total 3\n") {
		t.Error(w.Body)
	}
	if s := log.String(); strings.Contains(s, "over ") || strings.Count(s, "stack=") != 3 {
		t.Errorf("logged %s", s)
	}
}

// burning answers nothing.
type burning struct{ library.Answerer }

func (b burning) Answer(_ context.Context, message string, _ answer.Context) (answer.Answer, error) {
	panic("the house burns over " + message)
}

// A webhook is written to by a server, which sends neither Origin nor
// Sec-Fetch-Site.
func TestExtraHandler(t *testing.T) {
	o := options(t)
	o.Extra = map[string]http.Handler{"POST /hook": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) })}
	if w := call(newServer(t, o), "POST", "/hook", "{}"); w.Code != 204 {
		t.Errorf("status %d", w.Code)
	}
}

// A page of another site whose name leads here reads and writes nothing, whatever it
// says of itself.
func TestRebinding(t *testing.T) {
	o := options(t)
	o.PublicURL, o.Hosts = "https://docs.example.org", []string{"hook.example.org"}
	s := newServer(t, o)
	chatBody := `{"conversation":"0123456789abcdef0123456789abcdef","text":"7"}`
	for host, want := range map[string]int{
		"evil.example": 421, "evil.example:8080": 421, "docs.example.org.evil.example": 421, "127.0.0.1.evil.example": 421, "xdocs.example.org": 421,
		"docs.example.org": 200, "DOCS.example.org:443": 200, "docs.example.org.": 200, "hook.example.org": 200,
		"localhost:8080": 200, "pincite.localhost": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "10.1.2.3": 200, "pincite:8080": 200, "": 200,
	} {
		for _, target := range []string{"/", "/api/ask?q=7", "/readyz"} {
			r := httptest.NewRequest("GET", target, nil)
			r.Host = host
			w := httptest.NewRecorder()
			if s.handler.ServeHTTP(w, r); w.Code != want {
				t.Errorf("GET %s of %q: %d, want %d", target, host, w.Code, want)
			}
		}
		r := httptest.NewRequest("POST", "/chat", strings.NewReader(chatBody))
		r.Host = host
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", "https://"+host)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		w := httptest.NewRecorder()
		if s.handler.ServeHTTP(w, r); w.Code != want {
			t.Errorf("POST /chat of %q: %d, want %d", host, w.Code, want)
		}
	}
	r := httptest.NewRequest("GET", "/", nil) // without a public address, the own one counts
	r.Host = "evil.example"
	w := httptest.NewRecorder()
	if newServer(t, options(t)).handler.ServeHTTP(w, r); w.Code != 421 {
		t.Errorf("without a public address: %d", w.Code)
	}
}

// Proxies on this machine are trusted where the server has a public address.
func TestClient(t *testing.T) {
	for public, want := range map[string]string{"": "127.0.0.1", "https://example.org": "1.2.3.4"} {
		o := options(t)
		o.PublicURL = public
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = "127.0.0.1:1"
		r.Header.Set("X-Forwarded-For", "1.2.3.4")
		if got := newServer(t, o).client(r); got.String() != want {
			t.Errorf("client %s of %q, want %s", got, public, want)
		}
	}
}

func TestLimitOverHTTP(t *testing.T) {
	o := options(t)
	o.AskPerMinute = 2
	s := newServer(t, o)
	for i := range 2 {
		if w := get(s, "/api/ask?q=7"); w.Code != 200 {
			t.Fatalf("question %d: %d", i+1, w.Code)
		}
	}
	for _, target := range []string{"/api/ask?q=7", "/api/search?q=x", "/search?q=x"} {
		w := get(s, target)
		if w.Code != 429 || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d, Retry-After %q", target, w.Code, w.Header().Get("Retry-After"))
		}
	}
	if w := get(s, "/d/opinions-2024/measure-7"); w.Code != 200 {
		t.Errorf("reading is limited: %d", w.Code)
	}
}

func TestSearchOption(t *testing.T) {
	o := options(t)
	asked := ""
	o.Search = func(_ context.Context, document, q string) ([]answer.Citation, error) {
		asked = document + ": " + q
		d := o.Library.Default()
		i, _ := d.ByID("measure-3")
		c := answer.Whole(d, i)
		replaced := c
		replaced.Quote = "Other words." // of a text that was replaced just now
		return []answer.Citation{replaced, c}, nil
	}
	got := decode[object.Search](t, get(newServer(t, o), "/api/search?q=oath").Body)
	if len(got.Hits) != 1 || got.Hits[0].ID != "measure-3" || got.Hits[0].Rank != 1 || asked != ": oath" {
		t.Errorf("asked %q: %+v", asked, got)
	}
}

// What one program asks must not bear upon what another is told.
func TestQuestionsAreApart(t *testing.T) {
	s := newServer(t, options(t))
	first := get(s, "/api/ask?q=the+next+one").Body.String()
	get(s, "/api/ask?q=measure+7")
	if second := get(s, "/api/ask?q=the+next+one").Body.String(); first != second {
		t.Errorf("an earlier question is remembered:\n%s\n%s", first, second)
	}
	with := get(s, "/api/ask?q=the+next+one&context=measure+7").Body.String()
	if !strings.Contains(with, `"section":"measure-8"`) {
		t.Errorf("context is ignored: %s", with)
	}
}

// Whatever is asked, the server answers, and the same each time.
func FuzzQuestion(f *testing.F) {
	for _, q := range []string{"", "7", "measure seven", "第七条", "/find %", "<script>", "\xff\x00", "{{.}}", "\u202e", "a\r\nSet-Cookie: x"} {
		f.Add(q, "")
		f.Add("the next one", q)
	}
	s := newServer(f, options(f))
	f.Fuzz(func(t *testing.T, q, before string) {
		v := url.Values{"q": {q}, "context": {before}}.Encode()
		for _, path := range []string{"/api/ask", "/api/search", "/search"} {
			first, second := get(s, path+"?"+v), get(s, path+"?"+v)
			if first.Code >= 500 || first.Body.String() != second.Body.String() {
				t.Fatalf("%s?%s: %d\n%s\n%s", path, v, first.Code, first.Body, second.Body)
			}
		}
	})
}

func ExampleNew() {
	s, err := New(Options{})
	fmt.Println(s == nil, err)
	// Output: true web: a chat and a library are needed
}

// TestRequestsHaveNames: each its own, or the one that a trusted proxy gave it.
func TestRequestsHaveNames(t *testing.T) {
	o := options(t)
	o.Proxies = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("127.0.0.0/8")}
	trusting, other := newServer(t, o), newServer(t, options(t))
	for _, tt := range []struct {
		s     *Server
		given string
		kept  bool
	}{{other, "from-afar", false}, {trusting, "from-afar", true}, {trusting, "a\tb", false}, {trusting, "", false}} {
		w := get(tt.s, "/healthz", "X-Request-Id", tt.given)
		if got := w.Header().Get("X-Request-Id"); got == "" || (got == tt.given) != tt.kept {
			t.Errorf("given %q: %q", tt.given, got)
		}
	}
}
