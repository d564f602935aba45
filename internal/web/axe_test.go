package web

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// A finding is what axe-core reports of one rule.
type finding struct {
	ID, Impact, Help string
	Nodes            []struct {
		HTML           string
		FailureSummary string
	}
}

// axe-core finds nothing serious on any page, in either scheme or width.
func TestBrowserAccessibility(t *testing.T) {
	source := axeSource(t)
	b := open(t, "/")
	b.ask(question)
	for _, look := range []struct {
		name   string
		action step
	}{
		{"light", scheme("light")}, {"dark", scheme("dark")}, {"phone", phone()},
	} {
		b.do(look.action)
		for _, path := range []string{"/", "/d/opinions-2024/measure-7#s3", "/d/opinions-2024/part-3", "/search?q=grassroots", "/search", "/search?q=qqqqqq", "/verify", "/api", "/?at=part-3#measure-6.s2"} {
			b.do(chromedp.Navigate(b.base + path))
			b.audit(look.name+" "+path, source)
			js[bool](b, `document.querySelectorAll('#_settings, .tools').forEach((el) => { el.open = true }), true`)
			b.audit(look.name+" "+path+" with the menus open", source)
		}
	}
}

// axeSource reads axe-core, or skips.
func axeSource(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("PINCITE_E2E_NODE_MODULES")
	body, err := os.ReadFile(filepath.Join(dir, "axe-core", "axe.min.js"))
	if err != nil {
		t.Skip("axe-core is not there: npm install axe-core, and set PINCITE_E2E_NODE_MODULES to node_modules")
	}
	return string(body)
}

func (b *tab) audit(what, source string) {
	b.Helper()
	js[bool](b, source+"; true")
	for _, f := range js[[]finding](b, `axe.run().then((r) => r.violations)`) {
		text := fmt.Sprintf("%s: %s: %s: %s", what, f.Impact, f.ID, f.Help)
		for _, n := range f.Nodes {
			text += "\n  " + n.HTML + "\n  " + n.FailureSummary
		}
		if f.Impact == "serious" || f.Impact == "critical" {
			b.Error(text)
		} else {
			b.Log(text)
		}
	}
}

// The pictures of the README, written with -update.
func TestScreenshots(t *testing.T) {
	if !*update {
		t.Skip("run with -update to write data/screenshots")
	}
	b := open(t, "/", scheme("light"))
	b.ask(question)
	b.do(chromedp.Click(chromedp.CSS(".turn.reply:last-of-type a.cite")))
	b.until(marked)
	b.picture("light.png")
	b.do(phone(), chromedp.Click(chromedp.CSS(`.switch [data-view=chat]`)))
	b.until(`getComputedStyle(document.getElementById('_chat')).display !== 'none'`)
	b.hold("the question stands above its reply", `(`+lastReply+`.previousElementSibling.scrollIntoView(), true)`)
	b.picture("phone.png")
}

func (b *tab) picture(name string) {
	b.Helper()
	b.pictureAt(filepath.Join("..", "..", "data", "screenshots", name))
}

// pictureAt writes what is seen to a file.
func (b *tab) pictureAt(file string) {
	b.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, png, 0o644); err != nil {
		b.Fatal(err)
	}
}

func quoteJS(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // unreachable: a string
	}
	return string(b)
}

func itoa(n int) string { return strconv.Itoa(n) }
