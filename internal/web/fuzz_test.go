package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzBody: whatever body is posted, it is answered or refused, as JSON where that is asked
// for.
func FuzzBody(f *testing.F) {
	key := strings.Repeat("0", 32)
	for _, body := range []string{
		``, `{}`, `null`, `[]`, `"x"`, `{"question":"measure 7"}`, `{"question":1}`, `{"text":"x","document":"none"}`,
		`{"question":"the next one","turns":["7",""],"id":"\ud800","document":"opinions-2024"}`, `{"text":"give at least two party classes"}`,
		`{"conversation":"` + key + `","text":"7"}`, `{"conversation":"` + key + `","press":"s00000000measure-7","text":"7"}`,
		`text=7&document=opinions-2024`, `text=%`, `text=` + strings.Repeat("%E4%B8%AD", 5000), `{"question":"` + strings.Repeat("[", 5000),
	} {
		f.Add(body)
	}
	s := newServer(f, options(f))
	f.Fuzz(func(t *testing.T, body string) {
		for _, path := range []string{"/api/ask", "/chat", "/api/verify"} {
			w := call(s, http.MethodPost, path, body, "Content-Type", "application/json")
			if w.Code >= 500 || !json.Valid(w.Body.Bytes()) || !utf8.Valid(w.Body.Bytes()) {
				t.Errorf("%s: %d with %q", path, w.Code, w.Body)
			}
		}
		if w := call(s, http.MethodPost, "/verify", body, "Content-Type", "application/x-www-form-urlencoded"); w.Code >= 500 {
			t.Errorf("/verify: %d", w.Code)
		}
	})
}

// FuzzAddress: whatever address is asked for, by whatever name and on whosever behalf, there
// is an answer.
func FuzzAddress(f *testing.F) {
	for _, c := range [][2]string{
		{"/d/opinions-2024/measure-7", "s=2-3"}, {"/d/opinions-2024", "at=measure-7"}, {"/d/%2e%2e/x", "s=-1"}, {"//x/..", "q=%zz"},
		{"/source/opinions-2024", ""}, {"/assets/../server.go", ""}, {"/api/sections/part-1/citation", "sentence=9-1"}, {"/search", "q=party&document=none"},
		{"/d/opinions-2024/\x00", "s=99999999999999999999"},
	} {
		f.Add(c[0], c[1], "127.0.0.1", "203.0.113.9, unknown", "en;q=x,zh", `W/"x",*`)
	}
	s := newServer(f, options(f))
	f.Fuzz(func(t *testing.T, path, query, host, forwarded, language, have string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL = &url.URL{Path: "/" + strings.TrimPrefix(path, "/"), RawQuery: query}
		r.RemoteAddr, r.Host = "127.0.0.1:5000", host
		r.Header.Set("X-Forwarded-For", forwarded)
		r.Header.Set("Accept-Language", language)
		r.Header.Set("If-None-Match", have)
		w := httptest.NewRecorder()
		if s.handler.ServeHTTP(w, r); w.Code >= 500 {
			t.Errorf("%q?%q: %d", path, query, w.Code)
		}
	})
}
