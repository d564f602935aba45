package web

import (
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var address = regexp.MustCompile(`\s(?:href|src|action|data-home)="([^"#]*)`)

// Below a path, every address of every page begins with it and leads somewhere, whether
// the proxy leaves the path as it is or takes it off.
func TestBelowAPath(t *testing.T) {
	for _, o := range []Options{options(t), with(t, answererOf(t, "house-rules", house), answererOf(t, "law", oneArticle(60_000)))} {
		o.PublicURL = "https://example.org/rules/v1/"
		s := newServer(t, o)
		seen, next := map[string]bool{}, []string{"/rules/v1", "/rules/v1/", "/", "/api", "/verify", "/search?q=rules", "/search?q=qqqq", "/none"}
		for len(next) > 0 {
			target := next[0]
			next = next[1:]
			w := get(s, target, "Accept", "text/html")
			if w.Code != 200 && target != "/none" && !(w.Code == 302 && strings.HasPrefix(w.Header().Get("Location"), "/rules/v1/")) {
				t.Errorf("%s: %d", target, w.Code)
			}
			if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
				continue
			}
			for _, m := range address.FindAllStringSubmatch(w.Body.String(), -1) {
				to := strings.ReplaceAll(html.UnescapeString(m[1]), " ", "%20")
				if to != "" && !strings.HasPrefix(to, "/rules/v1/") {
					t.Errorf("%s leads to %q", target, to)
				} else if to != "" && !seen[to] && len(seen) < 200 {
					seen[to] = true
					next = append(next, to)
				}
			}
		}
		if len(seen) < 20 {
			t.Errorf("only %d addresses", len(seen))
		}
		d := o.Library.Default()
		body := get(s, "/rules/v1/api/sections").Body.String()
		if !strings.Contains(body, `"url":"https://example.org/rules/v1/`) || strings.Contains(body, `org/d/`) {
			t.Errorf("addresses of the API: %.300s", body)
		}
		if body := get(s, "/rules/v1/api/sections/"+d.Sections[0].ID+"/citation").Body.String(); !strings.Contains(body, "https://example.org/rules/v1/d/") {
			t.Errorf("a citation: %s", body)
		}
		turn := call(s, "POST", "/rules/v1/chat", `{"conversation":"0123456789abcdef0123456789abcdef","text":"the first section"}`, append([]string{"Origin", "https://example.org"}, jsonType...)...)
		if strings.Contains(turn.Body.String(), `href=\"/d/`) || turn.Code != 200 {
			t.Errorf("a turn: %d %s", turn.Code, turn.Body)
		}
	}
}

// What is before the path is nobody's, odd paths do not lead out, and a webhook below
// the path is reached.
func TestBelowAPathOnly(t *testing.T) {
	o := options(t)
	o.PublicURL = "https://example.org/rules"
	o.Extra = map[string]http.Handler{"/rules/hook": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) })}
	s := newServer(t, o)
	for target, want := range map[string]int{"/rulesets": 404, "/rules/rules/": 404, "/rules/hook": 204, "/hook": 204, "/rules/healthz": 200} {
		if w := get(s, target); w.Code != want {
			t.Errorf("%s: %d, want %d", target, w.Code, want)
		}
	}
	for target, want := range map[string]string{"/rules//d/x": "/rules/d/x", "/rules/d/../api?q=1": "/rules/api?q=1", "/rules//evil.example/": "/rules/evil.example"} {
		if w := get(s, target); w.Code != 301 || w.Header().Get("Location") != want {
			t.Errorf("%s leads to %d %s, want %s", target, w.Code, w.Header().Get("Location"), want)
		}
	}
}

// The script keeps within the path: reading, asking, searching, citing and choosing a
// language work where everything else of the host is another's.
func TestBrowserBelowAPath(t *testing.T) {
	ts := httptest.NewUnstartedServer(nil)
	host := "http://" + ts.Listener.Addr().String()
	o := options(t)
	o.PublicURL = host + "/rules"
	handler := newServer(t, o).handler
	ts.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/rules/") {
			http.NotFound(w, r)
			return
		}
		handler.ServeHTTP(w, r)
	})
	ts.Start()
	t.Cleanup(ts.Close)
	b := openAt(t, host, "/rules/")
	b.ask(question)
	b.until(marked)
	b.do(chromedp.Click(chromedp.CSS(`.rail a[data-section="measure-9"]`)))
	b.until(`location.hash === '#measure-9' && location.pathname === '/rules/'`)
	b.do(chromedp.Navigate(host + "/rules/d/opinions-2024/measure-7#s2"))
	b.until(marked)
	b.ask("measure 9")
	b.until(`location.pathname === '/rules/d/opinions-2024/measure-9'`)
	b.do(chromedp.SendKeys(chromedp.CSS("#_find"), "formalism\r"))
	b.until(`location.pathname === '/rules/search' && document.querySelector('.hits')`)
	b.do(chromedp.Click(chromedp.CSS(`#_settings summary`)))
	b.do(chromedp.Click(chromedp.CSS(`#_languages [value=ru]`)))
	b.until(`document.documentElement.lang === 'ru'`)
}
