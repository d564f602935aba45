package web

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// object is any JSON object.
type object = map[string]any

func description(t *testing.T) object {
	t.Helper()
	body, err := files.ReadFile("assets/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var d object
	if err := json.Unmarshal(body, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Every path that is described has a handler, and every handler below /api/ is
// described.
func TestDescriptionNamesTheRoutes(t *testing.T) {
	s := newServer(t, options(t))
	described := slices.Sorted(maps.Keys(description(t)["paths"].(object)))
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
		{s, "/api/ask", "q=quantum+chromodynamics", "", 200},
		{s, "/api/ask", "q=", "", 200},
		{s, "/api/ask", "q=" + strings.Repeat("a", 2000), "", 200},
		{s, "/api/ask", "q=and+measure+9%3F&context=measure+8", "", 200},
		{s, "/api/ask", "", "", 400},
		{tight, "/api/ask", "q=7", "", 429},
		{s, "/api/search", "q=grassroots", "", 200},
		{s, "/api/search", "q=qqqqqq", "", 200},
		{s, "/api/search", "", "", 400},
		{tight, "/api/search", "q=7", "", 429},
		{s, "/api/sections", "", "", 200},
		{s, "/api/sections/{id}", "", "measure-7", 200},
		{s, "/api/sections/{id}", "", "title", 200},
		{s, "/api/sections/{id}", "", "part-1", 200},
		{s, "/api/sections/{id}", "", "none", 404},
		{s, "/api/sections/{id}/citation", "", "measure-7", 200},
		{s, "/api/sections/{id}/citation", "sentence=2", "measure-7", 200},
		{s, "/api/sections/{id}/citation", "sentence=x", "measure-7", 400},
		{s, "/api/sections/{id}/citation", "", "none", 404},
		{s, "/api/openapi.json", "", "", 200},
	} {
		t.Run(fmt.Sprintf("%s?%.30s %s %d", tc.path, tc.query, tc.id, tc.status), func(t *testing.T) {
			w := get(tc.server, strings.ReplaceAll(tc.path, "{id}", tc.id)+"?"+tc.query)
			if w.Code != tc.status {
				t.Fatalf("status %d: %s", w.Code, w.Body)
			}
			kind, schema := responseSchema(t, d, tc.path, tc.status)
			if got := w.Header().Get("Content-Type"); got != kind {
				t.Errorf("content type %q, described as %q", got, kind)
			}
			var v any
			if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
				t.Fatal(err)
			}
			for _, fault := range check(d, schema, v, "body") {
				t.Error(fault)
			}
		})
	}
}

// responseSchema finds what is said of one status of one path.
func responseSchema(t *testing.T, d object, path string, status int) (kind string, schema object) {
	t.Helper()
	operation := d["paths"].(object)[path].(object)["get"].(object)
	response, ok := operation["responses"].(object)[fmt.Sprint(status)].(object)
	if !ok {
		t.Fatalf("%s: status %d is not described", path, status)
	}
	for kind, c := range resolve(d, response)["content"].(object) {
		return kind, c.(object)["schema"].(object)
	}
	t.Fatalf("%s: status %d has no content", path, status)
	return "", nil
}

// resolve follows a $ref within the description.
func resolve(d, o object) object {
	ref, ok := o["$ref"].(string)
	if !ok {
		return o
	}
	at := d
	for _, name := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
		at = at[name].(object)
	}
	return at
}

// check returns what keeps v from meeting a schema, for the keywords that the
// description uses.
func check(d, schema object, v any, at string) []string {
	schema = resolve(d, schema)
	switch schema["type"] {
	case "object":
		return checkObject(d, schema, v, at)
	case "array":
		list, ok := v.([]any)
		if !ok {
			return []string{fmt.Sprintf("%s is %T, no array", at, v)}
		}
		var out []string
		for i, item := range list {
			out = append(out, check(d, schema["items"].(object), item, fmt.Sprintf("%s[%d]", at, i))...)
		}
		return out
	case "string":
		return checkString(schema, v, at)
	}
	return checkNumber(schema, v, at)
}

func checkObject(d, schema object, v any, at string) (out []string) {
	o, ok := v.(object)
	if !ok {
		return []string{fmt.Sprintf("%s is %T, no object", at, v)}
	}
	properties, _ := schema["properties"].(object)
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, ok := o[name.(string)]; !ok && name != "detail" {
			out = append(out, fmt.Sprintf("%s.%s is missing", at, name))
		}
	}
	for name, value := range o {
		if p, ok := properties[name].(object); ok {
			out = append(out, check(d, p, value, at+"."+name)...)
		} else if schema["additionalProperties"] == false {
			out = append(out, fmt.Sprintf("%s.%s is not described", at, name))
		}
	}
	return out
}

func checkString(schema object, v any, at string) []string {
	s, ok := v.(string)
	if !ok {
		return []string{fmt.Sprintf("%s is %T, no string", at, v)}
	}
	if p, ok := schema["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(s) {
		return []string{fmt.Sprintf("%s is %q, which does not match %s", at, s, p)}
	}
	if list, ok := schema["enum"].([]any); ok && !slices.Contains(list, any(s)) {
		return []string{fmt.Sprintf("%s is %q, none of %v", at, s, list)}
	}
	if u, err := url.Parse(s); schema["format"] == "uri" && (err != nil || !u.IsAbs()) {
		return []string{fmt.Sprintf("%s is %q, no absolute address", at, s)}
	}
	return nil
}

func checkNumber(schema object, v any, at string) []string {
	n, ok := v.(float64)
	if !ok {
		return []string{fmt.Sprintf("%s is %T, no number", at, v)}
	}
	if schema["type"] == "integer" && n != float64(int64(n)) {
		return []string{fmt.Sprintf("%s is %v, no integer", at, n)}
	}
	if low, ok := schema["minimum"].(float64); ok && n < low {
		return []string{fmt.Sprintf("%s is %v, less than %v", at, n, low)}
	}
	if high, ok := schema["maximum"].(float64); ok && n > high {
		return []string{fmt.Sprintf("%s is %v, more than %v", at, n, high)}
	}
	return nil
}

// A checker that finds nothing would make the tests above worthless.
func TestCheckFindsFaults(t *testing.T) {
	d := description(t)
	schema := object{"$ref": "#/components/schemas/Span"}
	for name, v := range map[string]any{
		"no object": 3.0, "missing": object{"start": 1.0}, "negative": object{"start": -1.0, "end": 1.0},
		"fraction": object{"start": 1.5, "end": 2.0}, "extra": object{"start": 1.0, "end": 2.0, "x": 1.0}, "string": object{"start": "1", "end": 2.0},
	} {
		if len(check(d, schema, v, "span")) == 0 {
			t.Errorf("%s: no fault found in %v", name, v)
		}
	}
}
