package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/web/cite"
	"pincite/internal/web/object"
	"pincite/internal/web/page"
)

// sprawl is an act with a section of so many rules, a paragraph each.
func sprawl(rules int) string {
	var text strings.Builder
	text.WriteString("# Some Act\n\n## Article 1. Everything\n\n")
	for i := range rules {
		text.WriteString("Rule " + itoa(i+1) + " is about matters of the kind.\n\n")
	}
	text.WriteString("## Article 2. The rest\n\nIt ends here. Nobody minds. All agree.\n")
	return text.String()
}

// served returns the page at an address as a browser without a script gets it: what
// is behind the "#" stays with the browser, which looks for an element of that name.
func served(t *testing.T, s *Server, address string) (body, fragment string) {
	t.Helper()
	u, err := url.Parse(strings.TrimPrefix(address, s.base))
	if err != nil {
		t.Fatal(err)
	}
	fragment, _, _ = strings.Cut(u.Fragment, ":~:")
	w := get(s, u.RequestURI(), "Accept", "text/html")
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d", address, w.Code)
	}
	return w.Body.String(), fragment
}

// Whatever address of sentences is given out, the page there has an element of its
// name, and shows those sentences.
func TestAddressesHoldWithoutScript(t *testing.T) {
	for name, o := range map[string]Options{"short": options(t), "long": bare(t, "act", sprawl(2400))} {
		s := newServer(t, o)
		d := o.Library.Default()
		for _, at := range placesOf(d) {
			for _, address := range givenOut(t, s, d, at) {
				body, fragment := served(t, s, address)
				if fragment == "" || strings.Count(body, `id="`+fragment+`"`) != 1 {
					t.Errorf("%s: nothing at %s has the name %q", name, address, fragment)
				}
				marks := strings.Count(body, `class="s marked"`)
				if want := at.Sentences[1] - at.Sentences[0] + 1; want > 1 && marks != want || want == 1 && marks != 0 {
					t.Errorf("%s: %d sentences are marked at %s", name, marks, address)
				}
			}
		}
	}
}

// placesOf are some sentences from all over a document.
func placesOf(d *document.Document) []reply.Place {
	var out []reply.Place
	for i := range d.Sections {
		n := len(d.Sentences(i))
		for _, at := range []reply.Sentences{{1, 1}, {n, n}, {n / 2, n/2 + 1}, {n - 1, n}} {
			if _, ok := at.Span(d, i); ok {
				out = append(out, reply.PlaceOf(d, i, at))
			}
		}
	}
	return out
}

// givenOut are the addresses of sentences that people and programs get to see: in the
// chat and in Telegram, in citations, and of the API.
func givenOut(t *testing.T, s *Server, d *document.Document, at reply.Place) []string {
	i, _ := d.ByID(at.Section)
	out := []string{at.Address(), cite.Of(d, i, at.Sentences, s.base).URL}
	if at.Sentences[0] == at.Sentences[1] {
		about := decode[object.Detail](t, get(s, "/api/sections/"+url.PathEscape(at.Section)).Body)
		out = append(out, about.Sentences[at.Sentences[0]-1].URL)
	}
	copied := decode[cite.Formats](t, get(s, "/api/sections/"+url.PathEscape(at.Section)+"/citation?sentence="+at.Sentences.String()).Body)
	return append(out, copied.URL)
}

// Sentences that are not there mark nothing, and make no page of their own.
func TestMarksOfNothing(t *testing.T) {
	s := newServer(t, options(t))
	plain := get(s, "/d/opinions-2024/measure-7").Body.String()
	for _, bad := range []string{"0", "-1", "2-1", "2-", "2-999", "900-901", "x", "1-2-3", "%00", "2"} {
		if got := get(s, "/d/opinions-2024/measure-7?s="+bad).Body.String(); got != plain {
			t.Errorf("%q makes another page", bad)
		}
	}
}

var noScript = send(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})

// What a browser without a script shows at the addresses that are given out.
func TestBrowserAddressesWithoutScript(t *testing.T) {
	_, base := start(t, bare(t, "act", sprawl(2400)))
	b := openAt(t, base, "/d/act/article-1?s=2100#s2100", noScript)
	b.hold("a sentence far into a long section", `document.querySelector('.s:target').textContent.startsWith('Rule 2100 ')`)
	b.hold("it is in view", inView)
	b.do(chromedp.Navigate(base + "/d/act/article-1?s=2100-2102#s2100-s2102"))
	b.hold("several are marked", `[...document.querySelectorAll('.s.marked')].map((el) => el.id).join() === 's2100,s2101,s2102'`)
	b.hold("they are in view", inView)
	b.do(chromedp.Navigate(base + "/?at=article-1&s=2100-2102#article-1.s2100-s2102"))
	b.hold("in the document as well", `document.querySelectorAll('.s.marked').length === 3`)
	b.hold("in view", inView)
}

// borderOf is the sentence of article 1 with which the second page of it begins.
func borderOf(t *testing.T, d *document.Document) int {
	t.Helper()
	i, _ := d.ByID("article-1")
	_, _, later := page.At(d, i, reply.Sentences{})
	if later == 0 {
		t.Fatal("the article has one page")
	}
	return later
}

// Sentences that go on over the border of two pages are all there and all marked,
// with a script and without, of a section and of the document.
func TestRangeOverABorder(t *testing.T) {
	o := bare(t, "act", sprawl(2400))
	s := newServer(t, o)
	n := borderOf(t, o.Library.Default())
	at := reply.Sentences{n - 4, n + 2}
	for _, address := range []string{"/d/act/article-1?s=" + at.String(), "/?at=article-1&s=" + at.String()} {
		body := get(s, address).Body.String()
		if marks := strings.Count(body, `class="s marked"`); marks != 7 {
			t.Errorf("%s: %d of 7 are marked", address, marks)
		}
	}
}

func TestBrowserRangeOverABorder(t *testing.T) {
	o := bare(t, "act", sprawl(2400))
	_, base := start(t, o)
	n := borderOf(t, o.Library.Default())
	at := reply.Sentences{n - 4, n + 2}
	b := openAt(t, base, "/api")
	for _, address := range []string{
		"/d/act/article-1?s=" + at.String() + "#" + at.Fragment(),
		"/d/act/article-1?1#" + at.Fragment(),
		"/?at=article-1&s=" + at.String() + "#article-1." + at.Fragment(),
		"/?2#article-1." + at.Fragment(),
	} {
		b.do(chromedp.Navigate(base + address))
		b.until(`document.querySelectorAll('.s.marked').length === 7`)
		b.until(inView)
	}
	b.do(noScript)
	b.do(chromedp.Navigate(base + "/d/act/article-1?s=" + at.String() + "#" + at.Fragment()))
	b.hold("all are marked without a script", `document.querySelectorAll('.s.marked').length === 7`)
	b.hold("they are in view", inView)
}

// The address that the browser shows while one reads holds without a script, too,
// wherever a long document has been read on to.
func TestBrowserShowsLastingAddresses(t *testing.T) {
	s, base := start(t, bare(t, "act", sprawl(2400)))
	b := openAt(t, base, "/")
	for _, read := range []string{"article-1.s1", "article-1.s1200"} { // two parts more
		js[bool](b, `(document.querySelector('a.later')?.scrollIntoView(), true)`)
		b.until(`document.getElementById('` + read + `')`)
	}
	js[bool](b, `(document.getElementById('article-1.s1200').click(), true)`)
	b.until(`document.querySelector('.s.marked')?.id === 'article-1.s1200'`)
	body, fragment := served(t, s, js[string](b, `location.href`))
	if fragment != "article-1.s1200" || !strings.Contains(body, `id="`+fragment+`"`) {
		t.Errorf("nothing is at %s", js[string](b, `location.href`))
	}
	js[bool](b, `(document.getElementById('article-1.s1202').dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })), true)`)
	b.until(`document.querySelectorAll('.s.marked').length === 3`)
	if body, fragment = served(t, s, js[string](b, `location.href`)); strings.Count(body, `class="s marked"`) != 3 || !strings.Contains(body, `id="`+fragment+`"`) {
		t.Errorf("not all is at %s", js[string](b, `location.href`))
	}
	b.do(chromedp.NavigateBack())
	b.until(`document.querySelectorAll('.s.marked').length === 1`)
	b.hold("nothing was loaded anew", `document.getElementById('article-1.s1') !== null`)
	b.do(chromedp.Reload())
	b.until(`document.querySelector('.s.marked')?.id === 'article-1.s1200'`)
	// Links that were made by hand need the script.
	b.do(chromedp.Navigate(base + "/?#article-1.s2000-s2001"))
	b.until(`document.querySelectorAll('.s.marked').length === 2`)
	b.until(inView)
	b.do(chromedp.Navigate(base + "/?x#article-2"))
	b.until(`document.getElementById('article-2') && document.getElementById('article-2').getBoundingClientRect().top < innerHeight`)
}

// A fragment that names nothing in a long document is passed over: what is shown
// stays, and nothing is complained of.
func TestBrowserFragmentOfNothing(t *testing.T) {
	// What the page does when it is there, once more and to the end.
	const again = `(async () => {
		const address = performance.getEntriesByType('resource').find((e) => e.name.includes('/place.')).name;
		await (await import(address)).arrive();
		return true;
	})()`
	_, base := start(t, bare(t, "act", sprawl(2400)))
	b := openAt(t, base, "/api")
	b.missed = true
	for _, path := range []string{"/d/act", "/d/act/article-1"} {
		for n, bad := range []string{"nonexistent", "a%20b%26c", "%00", "%", "%ff", "nonexistent.s3", "article-1.s99999", "article-2.s1500", "article-1.s9-s2", "s99999", "s99998-s99999", strings.Repeat("x", 5000)} {
			address := path + "?" + itoa(n) + "#" + bad
			b.do(chromedp.Navigate(base + address))
			b.until(`performance.getEntriesByType('resource').some((e) => e.name.includes('/place.'))`)
			js[bool](b, again)
			b.hold(address+" is passed over", `document.getElementById('_status').textContent === '' && location.hash.length > 1 && document.querySelector('.marked, a.earlier') === null && scrollY === 0`)
		}
	}
}
