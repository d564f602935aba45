package web

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"pincite/internal/document"
	"pincite/internal/web/kept"
	"pincite/internal/web/object"
	"pincite/internal/web/visitor"
)

// oneArticle is a document of one article of so many bytes.
func oneArticle(bytes int) string {
	var b strings.Builder
	b.WriteString("# Some Act\n\n## Article 1. Everything\n\n")
	for i := 0; b.Len() < bytes; i++ {
		fmt.Fprintf(&b, "The council inspects matter %d of the kind. %s\n\n", i, strings.Repeat("It reports what it finds. ", 9))
	}
	return b.String()
}

var laterPart = regexp.MustCompile(`class="later" href="([^"]+)"`)

// A stuck peer takes nothing: the first write to it does not end before it is
// released.
type stuck struct {
	*httptest.ResponseRecorder
	reached *sync.WaitGroup
	once    sync.Once
	release chan struct{}
}

func (s *stuck) Write(b []byte) (int, error) {
	s.once.Do(s.reached.Done)
	<-s.release
	return 0, http.ErrHandlerTimeout
}

// heap returns the bytes in use.
func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// Peers that never read hold little memory each, whatever they ask for and however
// large it is.
func TestPeersThatNeverRead(t *testing.T) {
	const peers, each = 20, 256 << 10 // the heap has other things, too
	s := newServer(t, bare(t, "act", oneArticle(600_000)))
	for _, target := range []string{"/", "/d/act/article-1", "/d/act/article-1?s=9000", "/source/act", "/api/sections/article-1", "/search?q=council"} {
		for _, accept := range []string{"gzip", ""} {
			if w := get(s, target, "Accept-Encoding", accept); w.Code != 200 || w.Body.Len() == 0 { // made once
				t.Fatalf("%s: %d", target, w.Code)
			}
			before := heap()
			var reached, gone sync.WaitGroup
			release := make(chan struct{})
			reached.Add(peers)
			for range peers {
				gone.Go(func() {
					r := httptest.NewRequest("GET", target, nil)
					r.Header.Set("Accept-Encoding", accept)
					r.RemoteAddr, r.Host = "127.0.0.1:5000", "127.0.0.1:8080"
					s.handler.ServeHTTP(&stuck{ResponseRecorder: httptest.NewRecorder(), reached: &reached, release: release}, r)
				})
			}
			reached.Wait()
			if held := (heap() - before) / peers; held > each {
				t.Errorf("%s for %q: each peer holds %d bytes", target, accept, held)
			}
			close(release)
			gone.Wait()
		}
	}
}

// Pages of a document that is one section are of a page's size, lead on from one
// to the next, and have the sentence that an address names.
func TestOneHugeSection(t *testing.T) {
	s := newServer(t, bare(t, "act", oneArticle(500_000)))
	for _, start := range []string{"/", "/d/act/article-1"} {
		target, pages, last := start, 0, ""
		for ; target != ""; pages++ {
			body := get(s, target).Body.String()
			if len(body) > 200_000 {
				t.Errorf("%s has %d bytes", target, len(body))
			}
			last, target = target, ""
			if m := laterPart.FindStringSubmatch(body); m != nil {
				target = strings.ReplaceAll(m[1], "&amp;", "&")
			}
		}
		if pages < 10 || !strings.Contains(get(s, last).Body.String(), "Some Act") {
			t.Errorf("%d pages from %s to %s", pages, start, last)
		}
	}
	detail := decode[object.Detail](t, get(s, "/api/sections/article-1").Body)
	for _, n := range []int{1, len(detail.Sentences) / 2, len(detail.Sentences)} {
		to, _, _ := strings.Cut(strings.TrimPrefix(detail.Sentences[n-1].URL, s.base), "#")
		if body := get(s, to).Body.String(); !strings.Contains(body, fmt.Sprintf(`id="s%d"`, n)) {
			t.Errorf("%s has no sentence %d", to, n)
		}
	}
	for _, odd := range []string{"s=0", "s=-1", "s=x", "s=999999999999999999999", "s=99999999"} {
		if w := get(s, "/d/act/article-1?"+odd); w.Code != 200 {
			t.Errorf("%s: %d", odd, w.Code)
		}
	}
}

// A page is made once: who comes later gets the same, and who has it is told so
// without its being made, until the documents change.
func TestPagesAreMadeOnce(t *testing.T) {
	s := newServer(t, options(t))
	made := 0
	page := func(r *http.Request) (*kept.Body, error) {
		made++
		return s.render("documents.html", documentsPage{frame: s.bare(r, "")})
	}
	answer := func(have string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("If-None-Match", have)
		s.same(w, r, "documents", page)
		return w
	}
	for range 3 {
		if w := answer(""); w.Code != 200 || made != 1 {
			t.Errorf("%d, made %d times", w.Code, made)
		}
	}
	s.kept = kept.NewCache[*document.Document](1) // there is room for tags alone
	if w := answer(answer("").Header().Get("ETag")); w.Code != 304 || made != 2 {
		t.Errorf("not kept, but known: %d, made %d times", w.Code, made)
	}
	tag := get(s, "/").Header().Get("ETag")
	for _, language := range []string{"zh", "en"} {
		want := map[bool]int{true: 304, false: 200}[language == "en"]
		if w := get(s, "/", "If-None-Match", tag, "Accept-Language", language); w.Code != want {
			t.Errorf("in %s: %d", language, w.Code)
		}
	}
}

// Every route is limited, reading generously; the probes of whoever runs it are not.
func TestEveryRouteIsLimited(t *testing.T) {
	o := options(t)
	o.AskPerMinute = 1
	s := newServer(t, o)
	for range readsAQuestion {
		if w := get(s, "/"); w.Code != http.StatusOK {
			t.Errorf("reading is refused: %d", w.Code)
		}
	}
	s.limit, s.reads = visitor.NewLimiter(1), visitor.NewLimiter(1) // so that nothing is earned anew meanwhile
	s.handler = s.routes()
	values := strings.NewReplacer("{document}", "opinions-2024", "{section}", "measure-7", "{id}", "measure-7", "{file}", "none.js", "{$}", "")
	for _, routes := range []map[string]http.HandlerFunc{s.reading(), s.asking()} {
		first := true
		for _, pattern := range slices.Sorted(maps.Keys(routes)) {
			method, path, found := strings.Cut(pattern, " ")
			if !found {
				method, path = http.MethodGet, pattern+"nothing"
			}
			if w := call(s, method, values.Replace(path), "", "Accept", "text/html"); first == (w.Code == 429) || w.Code == 429 && (w.Header().Get("Retry-After") == "" || w.Body.Len() > 20_000) {
				t.Errorf("%s: %d with %d bytes", pattern, w.Code, w.Body.Len())
			}
			first = false
		}
	}
	for range 100 {
		if get(s, "/healthz").Code != 200 || get(s, "/readyz").Code != 200 {
			t.Fatal("a probe is refused")
		}
	}
}

// A link to a sentence far down a long section leads there, from wherever it comes:
// by the address that the reader gives, by one that does not know of parts, and by
// an answer.
func TestBrowserLongSection(t *testing.T) {
	_, base := start(t, bare(t, "act", oneArticle(300_000)))
	b := openAt(t, base, "/d/act/article-1#s4000")
	b.until(marked)
	b.hold("the mark is in view", inView)
	b.hold("the sentence is marked", `document.querySelector('.s.marked').id === 's4000' && location.search === '?s=4000' && location.hash === '#s4000'`)
	b.do(chromedp.Navigate(base + "/d/act/article-1?s=2000#s2000"))
	b.until(marked)
	b.hold("the sentence is marked", `document.querySelector('.s.marked').id === 's2000'`)
	n := js[int](b, `document.querySelectorAll('.s').length`)
	b.do(chromedp.Click(chromedp.CSS(`a.earlier`)))
	b.until(`document.querySelectorAll('.s').length > ` + itoa(n))
	b.do(chromedp.Navigate(base + "/"))
	b.ask("matter 123 of the kind")
	b.until(marked)
	b.hold("the quoted sentence is marked", `document.querySelector('.s.marked').textContent.includes('matter 123 ')`)
}
