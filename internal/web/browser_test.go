package web

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A step is something done to a tab.
type step = chromedp.Action[chromedp.Void]

// send is a command of the protocol as a step.
func send[P, R any](command cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// A tab is one page in a real Chromium. What it complains of, and every host it
// speaks to, is held against the test when that ends.
type tab struct {
	*testing.T
	ctx  context.Context
	base string

	mu     sync.Mutex
	faults []string
	friend string // another host that it may speak to
	missed bool   // it may ask for what is not there
}

const (
	desktopWidth, desktopHeight = 1280, 800
	phoneWidth, phoneHeight     = 390, 844
)

// chromium returns the browser to test with, or skips.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("PINCITE_REQUIRE_BROWSER") == "1" {
		t.Fatal("PINCITE_REQUIRE_BROWSER is set and there is no chromium")
	}
	t.Skip("there is no chromium: install the Debian package to run this test")
	return ""
}

// open starts a browser with a fresh profile and shows path in it.
func open(t *testing.T, path string, before ...step) *tab {
	t.Helper()
	_, base := start(t, options(t))
	return openAt(t, base, path, before...)
}

func openAt(t *testing.T, base, path string, before ...step) *tab {
	t.Helper()
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-sync", true), chromedp.Flag("lang", "en"))
	// What a page never shows is a failure, not a test that never ends.
	bounded, cancel := context.WithTimeout(context.Background(), 6*time.Minute)
	t.Cleanup(cancel)
	ctx, cancelBrowser := chromedp.NewExecAllocator(bounded, flags...)
	ctx, cancelTab := chromedp.NewContext(ctx)
	b := &tab{T: t, ctx: ctx, base: base}
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Logf("closing the browser: %v", err)
		}
		cancelTab()
		cancelBrowser()
		b.judge()
	})
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.do(send(network.Enable, network.EnableParams{}), send(runtime.Enable, cdp.Empty{}), send(log.Enable, cdp.Empty{}), scheme("light"),
		chromedp.EmulateViewport(desktopWidth, desktopHeight))
	b.do(before...)
	b.do(chromedp.Navigate(base + path))
	return b
}

// listen notes what a page must not do.
func (b *tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.fault("exception: %s", e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			b.fault("console: %s %v", e.Type, e.Args)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.fault("log: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if host := u.Scheme + "://" + u.Host; err != nil || u.Scheme != "data" && host != b.base && !b.mayAsk(host) {
			b.fault("request to another host: %s", e.Request.URL)
		}
	}
}

// mayAsk reports whether a host is the other one that the tab may speak to.
func (b *tab) mayAsk(host string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return host == b.friend
}

// befriend lets the tab speak to another host.
func (b *tab) befriend(host string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.friend = host
}

func (b *tab) fault(format string, args ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = append(b.faults, fmt.Sprintf(format, args...))
}

func (b *tab) judge() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		if !b.missed || !strings.Contains(f, "404 (Not Found)") {
			b.Error(f)
		}
	}
}

func (b *tab) do(actions ...step) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// js returns the value of an expression in the page.
func js[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// patience is for a browser on a busy machine; a reply takes milliseconds.
const patience = 15 * time.Second

// until waits for an expression to hold, across navigations.
func (b *tab) until(expression string) {
	b.Helper()
	deadline := time.Now().Add(patience)
	for {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			b.Fatalf("waiting for %s: %v\n%s", expression, err, js[string](b, "location.href + document.body.innerText.slice(0, 2000)"))
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// hold fails unless an expression holds.
func (b *tab) hold(what, expression string) {
	b.Helper()
	if !js[bool](b, expression) {
		b.Errorf("%s: %s does not hold", what, expression)
	}
}

// ask types a question and waits for its reply.
func (b *tab) ask(question string) {
	b.Helper()
	n := js[int](b, `document.querySelectorAll('.turn.reply').length`)
	b.do(chromedp.SendKeys(chromedp.CSS("#_question"), question+"\r"))
	b.until(fmt.Sprintf(`document.querySelectorAll('.turn.reply').length === %d && !document.querySelector('#_ask[aria-busy]')`, n+1))
}

// Expressions that several tests hold.
const (
	marked    = `document.querySelector('.s.marked, html:not(.js) .s:target')`
	noMark    = `document.querySelector('.s.marked') === null`
	lastReply = `document.querySelector('.turn.reply:last-of-type')`
	inView    = `(() => { const r = document.querySelector('.s.marked, html:not(.js) .s:target').getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.top < innerHeight })()`
	noScroll  = `Math.max(innerWidth, document.documentElement.scrollWidth) === 390` // a page that is too wide is zoomed out
	question  = "How often must leaders give a party class?"
)

func phone() step {
	return chromedp.EmulateViewport(phoneWidth, phoneHeight, chromedp.EmulateMobile, chromedp.EmulateTouch)
}

func scheme(name string) step {
	return send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
}

// squeezed tells two texts apart by their words alone.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
