package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"pincite/internal/answer"
)

func description(t *testing.T) *openapi3.T {
	t.Helper()
	body, err := os.ReadFile("assets/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := openapi3.NewLoader().LoadFromData(body)
	if err == nil {
		err = d.Validate(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every path that is described has a handler, and every handler below /api/ is
// described.
func TestDescriptionNamesTheRoutes(t *testing.T) {
	s := newServer(t, options(t))
	described := slices.Sorted(maps.Keys(description(t).Paths.Map()))
	for _, path := range described {
		method := http.MethodGet
		if description(t).Paths.Find(path).Get == nil {
			method = http.MethodPost
		}
		r, err := http.NewRequest(method, strings.ReplaceAll(path, "{id}", "measure-7"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, pattern := s.mux.Handler(r); pattern != method+" "+path {
			t.Errorf("%s is handled by %q", path, pattern)
		}
	}
	source := routesInSource(t)
	if !slices.Equal(described, source) {
		t.Errorf("described %q\nhandled   %q", described, source)
	}
}

func routesInSource(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, m := range regexp.MustCompile(`"(?:GET|POST) (/api/[^"]*)"`).FindAllStringSubmatch(readSource(t, "server.go"), -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Answers of the handlers meet the schemas, for every status that a request can
// bring about.
func TestDescriptionFitsTheHandlers(t *testing.T) {
	o := options(t)
	s := newServer(t, o)
	o.AskPerMinute = 1
	tight := newServer(t, o)
	o = options(t)
	o.Search = func(context.Context, string, string) ([]answer.Citation, error) { return nil, errors.New("no index") }
	broken := newServer(t, o)
	get(tight, "/api/ask?q=7")
	d := description(t)
	for _, tc := range []struct {
		server *Server
		path   string
		query  string
		id     string
		status int
	}{
		{s, "/api/ask", "q=" + url.QueryEscape("How often must leaders give a party class?"), "", 200},
		{s, "/api/ask", "q=measure+7", "", 200},
		{s, "/api/ask", "q=list+the+measures", "", 200},
		{s, "/api/ask", "q=which+measures+mention+cadres", "", 200},
		{s, "/api/ask", "q=/about", "", 200},
		{s, "/api/ask", "q=/language+ru", "", 200},
		{s, "/api/ask", "q=quantum+chromodynamics", "", 200},
		{s, "/api/ask", "q=", "", 200},
		{s, "/api/ask", "q=" + strings.Repeat("a", 2000), "", 200},
		{s, "/api/ask", "q=and+measure+9%3F&context=measure+8", "", 200},
		{s, "/api/ask", "q=measure+7&document=opinions-2024", "", 200},
		{s, "/api/ask", "q=7&document=none", "", 404},
		{broken, "/api/search", "q=x", "", 503},
		{s, "/api/ask", "", "", 400},
		{tight, "/api/ask", "q=7", "", 429},
		{s, "/api/search", "q=grassroots", "", 200},
		{s, "/api/search", "q=qqqqqq", "", 200},
		{s, "/api/search", "", "", 400},
		{tight, "/api/search", "q=7", "", 429},
		{s, "/api/documents", "", "", 200},
		{s, "/api/sections", "", "", 200},
		{s, "/api/sections/{id}", "", "measure-7", 200},
		{s, "/api/sections/{id}", "", "title", 200},
		{s, "/api/sections/{id}", "", "part-1", 200},
		{s, "/api/sections/{id}", "", "none", 404},
		{s, "/api/sections/{id}/citation", "", "measure-7", 200},
		{s, "/api/sections/{id}/citation", "sentence=2", "measure-7", 200},
		{s, "/api/sections/{id}/citation", "sentence=1-2", "measure-7", 200},
		{s, "/api/sections", "document=none", "", 404},
		{s, "/api/sections/{id}/citation", "sentence=x", "measure-7", 400},
		{s, "/api/sections/{id}/citation", "", "none", 404},
		{s, "/api/openapi.json", "", "", 200},
	} {
		t.Run(fmt.Sprintf("%s?%.30s %s %d", tc.path, tc.query, tc.id, tc.status), func(t *testing.T) {
			w := get(tc.server, strings.ReplaceAll(tc.path, "{id}", tc.id)+"?"+tc.query)
			if w.Code != tc.status {
				t.Fatalf("status %d: %s", w.Code, w.Body)
			}
			fits(t, w, d.Paths.Find(tc.path).Get, tc.status)
		})
	}
}

// The same for what is written to.
func TestDescriptionFitsThePosts(t *testing.T) {
	o := options(t)
	s := newServer(t, o)
	o.AskPerMinute = 1
	tight := newServer(t, o)
	get(tight, "/api/ask?q=7")
	d := description(t)
	for _, tc := range []struct {
		server     *Server
		path, body string
		status     int
	}{
		{s, "/api/ask", `{`, 400},
		{s, "/api/ask", `[]`, 400},
		{s, "/api/ask", `{"question":"7"} and measure 9`, 400},
		{s, "/api/ask", `{"question":"7"}{"question":"9"}`, 400},
		{s, "/api/ask", `{"question":""}`, 400},
		{s, "/api/ask", `{"question":"x","turns":["1","2","3","4","5","6","7"]}`, 400},
		{s, "/api/ask", `{"question":"x","document":"none"}`, 404},
		{s, "/api/ask", `{"question":"` + strings.Repeat("x", bodyBytes) + `"}`, 413},
		{tight, "/api/ask", `{"question":"7"}`, 429},
		{s, "/api/ask", `{"id":"a1","question":"measure 7","document":"opinions-2024"}`, 200},
		{s, "/api/ask", `{"question":"and measure 9?","turns":["measure 8"]}`, 200},
		{s, "/api/verify", `{`, 400},
		{s, "/api/verify", `{"text":1}`, 400},
		{s, "/api/verify", `{"text":" … "}`, 400},
		{s, "/api/verify", `{"text":"` + strings.Repeat("word ", 900) + `"}`, 400},
		{s, "/api/verify", `{"text":"x","document":"none"}`, 404},
		{s, "/api/verify", `{"text":"` + strings.Repeat("x", checkBytes) + `"}`, 400},
		{tight, "/api/verify", `{"text":"x"}`, 429},
		{s, "/api/verify", `{"id":"v1","text":"give at least one special party class every year"}`, 200},
		{s, "/api/verify", `{"text":"to give at least two special party classes every year, focusing on the experience of learning","document":"opinions-2024"}`, 200},
		{s, "/api/verify", `{"text":"The quick brown fox jumps over the lazy dog near the river bank at night."}`, 200},
	} {
		t.Run(fmt.Sprintf("%s %.50s %d", tc.path, tc.body, tc.status), func(t *testing.T) {
			w := call(tc.server, http.MethodPost, tc.path, tc.body, jsonType...)
			if w.Code != tc.status {
				t.Fatalf("status %d: %s", w.Code, w.Body)
			}
			fits(t, w, d.Paths.Find(tc.path).Post, tc.status)
		})
	}
	for _, path := range []string{"/api/ask", "/api/verify"} {
		w := call(s, http.MethodPost, path, "{}")
		if w.Code != 415 {
			t.Fatalf("%s without a type: %d", path, w.Code)
		}
		fits(t, w, d.Paths.Find(path).Post, 415)
	}
}

// The examples of the description meet its schemas and get an answer.
func TestExamplesOfTheDescription(t *testing.T) {
	s := newServer(t, options(t))
	for path, item := range description(t).Paths.Map() {
		if item.Post == nil {
			continue
		}
		for kind, c := range item.Post.RequestBody.Value.Content {
			if err := c.Schema.Value.VisitJSON(c.Example); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			body, err := json.Marshal(c.Example)
			if err != nil {
				t.Fatal(err)
			}
			if w := call(s, http.MethodPost, path, string(body), "Content-Type", kind); w.Code != 200 {
				t.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	}
}

// fits holds an answer to what is said of its status.
func fits(t *testing.T, w *httptest.ResponseRecorder, o *openapi3.Operation, status int) {
	t.Helper()
	kind, schema := schemaOf(t, o, status)
	if got := w.Header().Get("Content-Type"); got != kind {
		t.Errorf("content type %q, described as %q", got, kind)
	}
	if got := w.Header().Get("Pincite-Version"); got != description(t).Info.Version {
		t.Errorf("version %q, described as %q", got, description(t).Info.Version)
	}
	var v any
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatal(err)
	}
	if err := schema.VisitJSON(v, openapi3.MultiErrors()); err != nil {
		t.Error(err)
	}
}

// schemaOf is what is said of one status of one operation.
func schemaOf(t *testing.T, o *openapi3.Operation, status int) (kind string, schema *openapi3.Schema) {
	t.Helper()
	response := o.Responses.Status(status)
	if response == nil {
		t.Fatalf("%s: status %d is not described", o.OperationID, status)
	}
	for kind, c := range response.Value.Content {
		return kind, c.Schema.Value
	}
	t.Fatalf("%s: status %d has no content", o.OperationID, status)
	return "", nil
}
