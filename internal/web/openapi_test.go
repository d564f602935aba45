package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"pincite/internal/answer"
)

func description(t *testing.T) *openapi3.T {
	t.Helper()
	body, err := files.ReadFile("assets/openapi.json")
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
		r, err := http.NewRequest(http.MethodGet, strings.ReplaceAll(path, "{id}", "measure-7"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, pattern := s.mux.Handler(r); pattern != "GET "+path {
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
	for _, m := range regexp.MustCompile(`"GET (/api/[^"]*)"`).FindAllStringSubmatch(readSource(t, "server.go"), -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return out
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
			kind, schema := schemaOf(t, d, tc.path, tc.status)
			if got := w.Header().Get("Content-Type"); got != kind {
				t.Errorf("content type %q, described as %q", got, kind)
			}
			var v any
			if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
				t.Fatal(err)
			}
			if err := schema.VisitJSON(v, openapi3.MultiErrors()); err != nil {
				t.Error(err)
			}
		})
	}
}

// schemaOf is what is said of one status of one path.
func schemaOf(t *testing.T, d *openapi3.T, path string, status int) (kind string, schema *openapi3.Schema) {
	t.Helper()
	response := d.Paths.Find(path).Get.Responses.Status(status)
	if response == nil {
		t.Fatalf("%s: status %d is not described", path, status)
	}
	for kind, c := range response.Value.Content {
		return kind, c.Schema.Value
	}
	t.Fatalf("%s: status %d has no content", path, status)
	return "", nil
}
