package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/chat"
	"pincite/internal/library"
)

const (
	house = "Article 1\nDoors\n\nThe door is locked.\n"
	law   = "Article 1\nScope\n\nThis Act applies.\n\nArticle 2\nTerms\n\nNothing is defined.\n"
)

func twoDocuments(t *testing.T) *Server {
	t.Helper()
	return newServer(t, with(t, answererOf(t, "house-rules", house), answererOf(t, "law", law)))
}

// TestSeveralDocuments: the list at "/", and addresses for each. Without a name the API
// means the first, a search all.
func TestSeveralDocuments(t *testing.T) {
	s := twoDocuments(t)
	for _, c := range []struct {
		target string
		want   []string
	}{
		{"/", []string{`href="/d/house-rules"`, `href="/d/law"`, "2 sections"}},
		{"/d/law", []string{"This Act applies.", `data-document="law"`, `<a href="/">All documents</a>`, `name="document" value="law"`}},
		{"/d/house-rules", []string{"The door is locked."}},
		{"/d/law/article-2", []string{"Nothing is defined.", `<a href="/d/law">Contents</a>`, `data-document="law"`}},
		{"/search?q=door", []string{`href="/d/house-rules/article-1`, ">house-rules"}},
		{"/search?q=applies", []string{`href="/d/law/article-1`, ">law"}},
		{"/search?q=applies&document=law", []string{`href="/d/law/article-1`}},
		{"/search?q=door&document=law", []string{`<a href="/d/law">To the document</a>`, `<a href="/search?q=door">Search all documents</a>`}},
		{"/api/documents", []string{`"name":"house-rules"`, `"name":"law"`, `"section_count":2`, `/d/law"`}},
		{"/api/sections?document=law", []string{`"name":"law"`}},
		{"/api/sections", []string{`"name":"house-rules"`}},
		{"/api/sections/article-2?document=law", []string{"Nothing is defined."}},
		{"/api/sections/article-2/citation?document=law", []string{"/d/law/article-2"}},
		{"/api/search?q=applies", []string{`"document":"law"`}},
		{"/api/ask?q=article+2", []string{`"document":""`, `"document":"law"`}},
		{"/api/sections?document=", []string{`"name":"house-rules"`}},
		{"/api/search?q=applies&document=", []string{`"document":"law"`}},
		{"/api/ask?q=article+2&document=", []string{`"document":""`, `"document":"law"`}},
		{"/api/ask?q=article+1&document=law", []string{`"document":"law","kind":"section"`, "This Act applies."}},
		{"/readyz", []string{"ready"}},
	} {
		w := get(s, c.target)
		for _, want := range c.want {
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: %d without %q", c.target, w.Code, want)
			}
		}
	}
	if body := get(s, "/search?q=door&document=law").Body.String(); strings.Contains(body, "/d/house-rules/") {
		t.Error("a search of one document finds another")
	}
	form := []string{"Content-Type", "application/x-www-form-urlencoded"}
	if body := call(s, "POST", "/verify", "text=the+door+is+locked", form...).Body.String(); !strings.Contains(body, ">house-rules › ") {
		t.Error("a place of a quote is without its document")
	}
	for _, target := range []string{"/d/none", "/d/none/article-1", "/d/law/article-3", "/search?q=x&document=none", "/api/search?q=x&document=none", "/api/ask?q=x&document=none",
		"/api/sections?document=none", "/api/sections/article-2?document=house-rules"} {
		if w := get(s, target); w.Code != 404 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

// TestTheOnlyDocumentIsAtTheTop: with one document there is no list.
func TestTheOnlyDocumentIsAtTheTop(t *testing.T) {
	s := newServer(t, bare(t, "house-rules", house))
	if w := get(s, "/d/house-rules"); w.Code != 302 || w.Header().Get("Location") != "/" {
		t.Errorf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	if body := get(s, "/").Body.String(); !strings.Contains(body, "The door is locked.") || strings.Contains(body, "All documents") {
		t.Error("the page is not the document's")
	}
}

// TestPageAsksItsDocument: what is typed beside a document is asked of it, unless it
// names another.
func TestPageAsksItsDocument(t *testing.T) {
	s := twoDocuments(t)
	for text, want := range map[string]string{"article 1": "/d/law/article-1", "article 1, house rules": "/d/house-rules/article-1", "/start law_article-2_1": "/d/law/article-2"} {
		if got := say(t, s, turnRequest{Document: "law", Text: text}); !strings.Contains(got.HTML, want) {
			t.Errorf("%s: %s", text, got.HTML)
		}
	}
	if got := say(t, s, turnRequest{Document: "none", Text: "article 2"}); !strings.Contains(got.HTML, "/d/law/article-2") {
		t.Errorf("a page of a document that is gone: %s", got.HTML)
	}
}

// TestOldAddresses follows addresses of a text that was replaced.
func TestOldAddresses(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("house-rules.txt", house)
	put("law.txt", law)
	files := library.Source{FS: os.DirFS(dir), Name: "."}
	l, err := library.Open(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s := newServer(t, Options{Library: l, Chat: chat.New(chat.Options{Library: l})})
	tag := get(s, "/d/law").Header().Get("ETag")
	put("law.txt", "Article 1\nTerms\n\nNothing is defined.\n")
	os.Remove(filepath.Join(dir, "house-rules.txt"))
	if _, err := l.Reload(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		target string
		status int
		want   string
	}{
		{"/d/law/article-2", 410, `<a href="/d/law/article-1">Article 1: Terms</a>`},
		{"/d/law/article-3", 404, "no section of this id"},
		{"/d/house-rules/article-1", 410, "no longer here"},
		{"/api/sections/article-2?document=law", 410, "It is now Article 1. See /d/law/article-1."},
		{"/d/attic", 404, "no document of this name"},
	} {
		w := get(s, c.target, "Accept", "text/html")
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: %d without %q: %s", c.target, w.Code, c.want, w.Body)
		}
	}
	if w := get(s, "/", "If-None-Match", tag); w.Code != 200 || !strings.Contains(w.Body.String(), "Nothing is defined.") {
		t.Errorf("the page of the old text is taken for current: %d", w.Code)
	}
}
