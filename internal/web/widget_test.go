package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Only the sites that are set may frame a page, and only where there is one is there a
// script for it.
func TestFramers(t *testing.T) {
	for _, tc := range []struct {
		origins []string
		frame   string
		want    string
		script  int
	}{
		{nil, "", "frame-ancestors 'none'", 404},
		{nil, "https://t.example", "frame-ancestors https://t.example", 404},
		{[]string{"https://a.example", "https://b.example:8443"}, "", "frame-ancestors https://a.example https://b.example:8443", 200},
		{[]string{"https://a.example"}, "https://t.example", "frame-ancestors https://a.example https://t.example", 200},
		{[]string{"*"}, "https://t.example", "frame-ancestors *", 200},
	} {
		o := options(t)
		o.Origins, o.Frame = tc.origins, tc.frame
		s := newServer(t, o)
		if got := get(s, "/").Header().Get("Content-Security-Policy"); !strings.HasSuffix(got, tc.want) {
			t.Errorf("%v: %s", tc.origins, got)
		}
		w := get(s, "/widget.js")
		if w.Code != tc.script {
			t.Errorf("%v: the script: %d", tc.origins, w.Code)
		}
		if w.Code == 200 && (w.Header().Get("Cross-Origin-Resource-Policy") != "cross-origin" || strings.Contains(w.Body.String(), "/* words */") ||
			!strings.Contains(w.Body.String(), "Вопрос к документу") || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/javascript")) {
			t.Errorf("%v: the script: %v", tc.origins, w.Header())
		}
	}
	for _, odd := range []string{"https://a.example; script-src *", "https://a.example;b", "https://*.example", "https://a.example/"} {
		o := options(t)
		if o.Origins = []string{odd}; true {
			if _, err := New(o); err == nil {
				t.Errorf("%q is taken for a site", odd)
			}
		}
	}
}

// The chat works on the page of another site, which forbids inline script and style.
func TestBrowserWidget(t *testing.T) {
	answered := make(chan string, 10)
	reader := httptest.NewUnstartedServer(nil)
	base := "http://" + reader.Listener.Addr().String()
	page := "<!doctype html><html lang=\"es\"><head><link rel=icon href=\"data:,\"><script src=\"%s/rules/widget.js\" async></script></head><body><h1>Elsewhere</h1></body></html>"
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/blank" {
			fmt.Fprint(w, "<!doctype html><link rel=icon href=\"data:,\">")
			return
		}
		w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src data:; script-src "+base+"; frame-src "+base)
		fmt.Fprintf(w, page, base)
	}))
	t.Cleanup(host.Close)
	o := options(t)
	o.PublicURL, o.Origins = base+"/rules", []string{host.URL}
	handler := newServer(t, o).handler
	reader.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, r)
		for name, values := range rec.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(rec.Code)
		w.Write(rec.Body.Bytes())
		if r.URL.Path == "/rules/chat" {
			answered <- rec.Body.String()
		}
	})
	reader.Start()
	t.Cleanup(reader.Close)
	b := openAt(t, host.URL, "/blank")
	b.befriend(base)
	b.do(chromedp.Navigate(host.URL + "/"))
	b.until(`document.querySelector('button')`)
	b.hold("the button speaks the language of the page", `document.querySelector('button').textContent === 'Preguntar al documento' && !document.querySelector('iframe')`)
	b.do(chromedp.Click(chromedp.CSS("button")))
	b.until(`document.querySelector('iframe')?.offsetHeight > 200 && document.querySelector('button').getAttribute('aria-expanded') === 'true'`)
	for deadline := time.Now().Add(patience); ; { // a click and keys that come before the frame is there are lost
		_ = chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS("iframe")))
		b.do(chromedp.KeyEvent("k", chromedp.KeyModifiers(chromedp.ModifierCtrl)), chromedp.KeyEvent("measure 7\r"))
		select {
		case got := <-answered:
			if !strings.Contains(got, "/rules/d/opinions-2024/measure-7") {
				t.Errorf("the reply: %s", got)
			}
			return
		case <-time.After(100 * time.Millisecond):
			if time.Now().After(deadline) {
				t.Fatal("nothing was asked")
			}
		}
	}
}
