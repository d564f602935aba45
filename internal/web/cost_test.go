package web

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// What a first visit may cost before anything is asked.
const (
	mostBytes    = 200 << 10 // over the network, compressed
	mostRequests = 12
	mostWait     = 3 * time.Second // until something of the text is seen, on a machine at work; a quiet one takes a tenth
)

// A visit is what one navigation has cost.
type visit struct {
	Requests    int
	Bytes       int     // over the network, with headers
	Text        int     // of the page itself, unpacked
	FirstPaint  float64 // milliseconds from the beginning of the navigation
	PageIsReady float64
}

// cost is an expression for the visit that shows the page.
const cost = `new Promise((done) => {
  const entry = (list) => {
    const painted = list.getEntriesByName('first-contentful-paint')[0];
    if (!painted) return; // the first paint may be told by itself
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    done({ Requests: all.length, Bytes: all.reduce((sum, e) => sum + e.transferSize, 0), Text: all[0].decodedBodySize,
      FirstPaint: painted.startTime, PageIsReady: all[0].domComplete });
  };
  new PerformanceObserver(entry).observe({ type: 'paint', buffered: true });
})`

// bulk is an act of some bytes in articles.
func bulk(bytes int) string {
	var text strings.Builder
	text.WriteString("Some Act\n\n")
	for i := 1; text.Len() < bytes; i++ {
		fmt.Fprintf(&text, "Article %d\nMatter %d\n\n", i, i)
		for n := range 8 {
			fmt.Fprintf(&text, "This Act applies to matter %d of the kind that number %d names, and to whoever has to do with it. ", i, n+i)
		}
		text.WriteString("\n\n")
	}
	return text.String()
}

// A first visit is small and quick, for the document that comes along and for one of
// two million bytes.
func TestBrowserCosts(t *testing.T) {
	for _, c := range []struct {
		name, path string
		o          Options
	}{
		{"default document", "/", options(t)},
		{"2 MB", "/", bare(t, "act", bulk(2_000_000))},
		{"2 MB in one section", "/d/act/article-1", bare(t, "act", sprawl(50_000))},
	} {
		_, base := start(t, c.o)
		b := openAt(t, base, "/api", send(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}))
		quickest := visit{}
		for range 3 {
			b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(base+c.path))
			v := js[visit](b, cost)
			quickest.FirstPaint = min(cmp.Or(quickest.FirstPaint, v.FirstPaint), v.FirstPaint)
			quickest.PageIsReady = min(cmp.Or(quickest.PageIsReady, v.PageIsReady), v.PageIsReady)
			quickest.Requests, quickest.Bytes, quickest.Text = max(quickest.Requests, v.Requests), max(quickest.Bytes, v.Bytes), v.Text
		}
		t.Logf("%s: %+v", c.name, quickest)
		if v := quickest; v.Requests > mostRequests || v.Bytes > mostBytes || v.Text > mostBytes || v.FirstPaint > float64(mostWait.Milliseconds()) {
			t.Errorf("%s: the quickest visit of three costs %+v", c.name, v)
		}
	}
}

// Pictures of the pages at three widths, in light and dark, are written to the folder
// that PINCITE_PICTURES names, to be looked at.
func TestPictures(t *testing.T) {
	dir := os.Getenv("PINCITE_PICTURES")
	if dir == "" {
		t.Skip("set PINCITE_PICTURES to a folder for the pictures")
	}
	b := open(t, "/")
	pages := map[string]string{
		"document": "/", "section": "/d/opinions-2024/measure-7#s3", "part": "/d/opinions-2024/part-3", "search": "/search?q=grassroots",
		"near": "/search?q=embezzling+money", "nothing": "/search?q=qqqqqq", "check": "/verify", "api": "/api", "lost": "/d/opinions-2024/nothing",
	}
	for _, width := range []int64{1400, 768, 390} {
		height := int64(900)
		size := []step{chromedp.EmulateViewport(width, height)}
		if width == 390 {
			size = []step{phone()}
		}
		b.do(size...)
		for _, look := range []string{"light", "dark"} {
			b.do(scheme(look))
			save := func(name string) {
				b.pictureAt(filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", name, width, look)))
			}
			for name, path := range pages {
				b.do(chromedp.Navigate(b.base + path))
				save(name)
			}
			b.do(chromedp.Navigate(b.base + "/"))
			save("first")
			js[bool](b, `(document.querySelector('.switch [data-view=chat]').click(), true)`)
			b.ask(question)
			save("chat")
			js[bool](b, `(document.querySelector('.switch [data-view=document]').click(), true)`)
			b.until(inView)
			save("answer")
			js[bool](b, `(document.querySelector('.tools').open = true)`)
			save("menu")
			js[bool](b, `(document.querySelector('.tools').open = false, document.getElementById('_settings').open = true)`)
			save("settings")
			js[bool](b, `(document.querySelector('.switch [data-view=contents]').click(), document.getElementById('_settings').open = false, true)`)
			save("contents")
			js[bool](b, `(document.getElementById('_show-keys').click(), true)`)
			save("keys")
			js[bool](b, `(document.getElementById('_anew').click(), document.querySelector('#_keys button').click(), true)`)
		}
	}
	b.mu.Lock()
	b.faults = nil // the page that is not there is one
	b.mu.Unlock()
}
