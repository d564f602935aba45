package web

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The quoted sentence is marked and in view once its citation is clicked; the
// browser's own buttons lead away from it and back.
func TestBrowserFollowsACitation(t *testing.T) {
	b := open(t, "/")
	b.ask(question)
	quote := js[string](b, lastReply+`.querySelector('blockquote.quote').textContent`)
	b.do(chromedp.Click(chromedp.CSS(".turn.reply:last-of-type a.cite")))
	b.until(marked)
	if got := js[string](b, marked+`.textContent`); squeezed(got) != squeezed(quote) {
		t.Errorf("marked %q, quoted %q", got, quote)
	}
	b.hold("the mark is in view", inView)
	b.do(chromedp.NavigateBack())
	b.until(noMark)
	b.hold("the conversation is still there", `document.querySelectorAll('.turn.own').length === 1`)
	b.do(chromedp.NavigateForward())
	b.until(marked)
	b.until(inView)
}

func TestBrowserOnAPhone(t *testing.T) {
	b := open(t, "/", phone())
	b.hold("nothing is wider than the screen", noScroll)
	b.hold("the chat comes first", `getComputedStyle(document.getElementById('main')).display === 'none'`)
	b.ask(question)
	b.hold("the reply is not wider than the screen", noScroll)
	b.do(chromedp.Click(chromedp.CSS(".turn.reply:last-of-type a.cite")))
	b.until(marked)
	b.until(inView)
	b.hold("the chat has made way", `getComputedStyle(document.getElementById('chat')).display === 'none'`)
	b.hold("nothing is wider than the screen", noScroll)
	b.do(chromedp.NavigateBack())
	b.until(`getComputedStyle(document.getElementById('chat')).display !== 'none'`)
	b.do(chromedp.Click(chromedp.CSS(`.switch [data-view=document]`)))
	b.until(`getComputedStyle(document.getElementById('main')).display !== 'none'`)
	for _, path := range []string{"/d/opinions-2024/measure-7", "/search?q=grassroots", "/d/opinions-2024/title"} {
		b.do(chromedp.Navigate(b.base + path))
		b.hold(path+" is not wider than the screen", noScroll)
	}
}

// press sends a key and returns what has the focus then.
func (b *tab) press(key string, options ...chromedp.KeyOption) string {
	b.Helper()
	b.do(chromedp.KeyEvent(key, options...))
	return js[string](b, `(document.activeElement.textContent || document.activeElement.id).trim()`)
}

// Ask, follow the citation, come back and go on, without a pointer.
func TestBrowserByKeyboard(t *testing.T) {
	b := open(t, "/")
	for range 2 {
		b.press(kb.Tab)
	}
	b.hold("the second stop skips to the chat", `document.activeElement.getAttribute('href') === '#question'`)
	b.hold("a skip link can be seen", `document.activeElement.getBoundingClientRect().left >= 0`)
	b.press(kb.Enter)
	b.until(`document.activeElement.id === 'question'`)
	b.do(chromedp.KeyEvent(question + "\r"))
	b.until(`document.querySelectorAll('.turn.reply').length === 2`)
	b.hold("the focus stays in the box", `document.activeElement.id === 'question'`)
	for range 40 {
		if b.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)); js[bool](b, `document.activeElement.matches('.turn.reply:last-of-type .quote ~ .line > a.cite')`) {
			break
		}
	}
	b.press(kb.Enter)
	b.until(marked)
	b.hold("the mark is in view", inView)
	b.hold("reading goes on from the mark", `document.activeElement === document.querySelector('.s:target')`)
	b.press(kb.Escape)
	b.hold("escape leads back to the citation", `document.activeElement.matches('a.cite')`)
	b.do(chromedp.Focus(chromedp.CSS("#question")))
	b.press(kb.ArrowUp)
	if got := js[string](b, `document.getElementById('question').value`); got != question {
		t.Errorf("the arrow brings back %q", got)
	}
}

func TestBrowserKeepsTheConversation(t *testing.T) {
	b := open(t, "/")
	b.ask("measure 7")
	b.do(chromedp.Reload())
	b.until(`document.querySelectorAll('.turn.reply').length === 2`)
	b.ask("the next one")
	b.hold("it goes on after a reload", lastReply+`.querySelector('a[href*="measure-8"]') !== null`)
}

func TestBrowserButtons(t *testing.T) {
	b := open(t, "/")
	b.hold("there are examples to click", `document.querySelectorAll('.turn.reply button[data-press]').length >= 3`)
	b.do(chromedp.Click(chromedp.CSS(`.turn.reply button[data-press]`)))
	b.until(`document.querySelectorAll('.turn.reply').length === 2`)
	b.ask("/toc")
	turns := js[int](b, `document.querySelectorAll('.turn').length`)
	contents := js[string](b, lastReply+`.textContent`)
	b.do(chromedp.Click(chromedp.CSS(`.turn.reply:last-of-type button[data-press]`)))
	b.until(lastReply + `.textContent !== ` + quoteJS(contents))
	b.hold("the contents change in place", `document.querySelectorAll('.turn').length === `+itoa(turns))
}

// What a person types stays text, in the page and in the store that keeps it.
func TestBrowserHostileQuestions(t *testing.T) {
	b := open(t, "/")
	for _, text := range []string{`<img src=x onerror="window.owned=1">`, `<script>window.owned=1</script>`, `/find <b>cadres</b>`} {
		b.ask(text)
		b.hold("shown as typed", `document.querySelector('.turn.own:nth-last-of-type(2)').textContent === `+quoteJS(text))
	}
	b.do(chromedp.Reload())
	b.until(`document.querySelectorAll('.turn.own').length === 3`)
	b.hold("nothing came alive", `window.owned === undefined && !document.querySelector('.log img, .log script, .log b')`)
	b.do(chromedp.Navigate(b.base + "/search?q=" + "%22%3E%3Cimg+src=x+onerror=window.owned=1%3E"))
	b.hold("nor in the search box", `window.owned === undefined && !document.querySelector('img')`)
}

// A citation from elsewhere leads to the sentence on the section's own page,
// from which it can be copied.
func TestBrowserPermanentAddress(t *testing.T) {
	b := open(t, "/d/opinions-2024/measure-7#s3")
	b.until(marked)
	b.hold("the mark is in view", inView)
	sentence := js[string](b, marked+`.textContent`)
	b.until(`document.getElementById('plain').textContent.startsWith('“')`)
	if got := js[string](b, `document.getElementById('plain').textContent`); !strings.HasPrefix(got, "“"+sentence+"”") || !strings.HasSuffix(got, "/d/opinions-2024/measure-7#s3") {
		t.Errorf("citation %q", got)
	}
	b.do(chromedp.Focus(chromedp.CSS(`#cite summary`)), chromedp.KeyEvent(kb.Enter))
	b.until(`document.getElementById('cite').open`)
	b.do(chromedp.Click(chromedp.CSS(`button[aria-label="Copy as Markdown"]`)))
	b.until(`document.getElementById('status').textContent.startsWith('Markdown')`)
	b.do(chromedp.Click(chromedp.CSS(`a.pin[data-n="1"]`)))
	b.until(`document.getElementById('plain').textContent.includes('#s1')`)
	b.do(chromedp.Click(chromedp.CSS(`a[rel=next]`)))
	b.until(`location.pathname === '/d/opinions-2024/measure-8'`)
}

func TestBrowserSearchMarksTheWords(t *testing.T) {
	b := open(t, "/")
	b.do(chromedp.SendKeys(chromedp.CSS("#find"), question+"\r"))
	b.until(`location.pathname === '/search' && document.querySelector('.hits a')`)
	b.do(chromedp.Click(chromedp.CSS(`.hits a`)))
	b.until(marked)
	b.hold("the mark is in view", inView)
}

// Reading, searching and citing need no script.
func TestBrowserWithoutScript(t *testing.T) {
	b := open(t, "/", send(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
	b.hold("the text is there", `document.querySelectorAll('.s').length > 70 && document.getElementById('main').offsetHeight > 0`)
	b.do(chromedp.SendKeys(chromedp.CSS("#question"), "party class\r"))
	b.until(`location.pathname === '/search' && document.querySelector('.hits a')`)
	b.do(chromedp.Navigate(b.base + "/d/opinions-2024/measure-7#s3"))
	b.until(marked)
	b.hold("the mark is in view", inView)
	b.hold("the citation can be read", `document.getElementById('markdown').textContent.includes('measure-7')`)
}

// A reader of the screen hears that a reply is on its way, and then the reply.
func TestBrowserTellsWhatGoesOn(t *testing.T) {
	b := open(t, "/")
	waiting := js[string](b, `(() => { document.getElementById('question').value = '7'; document.getElementById('ask').requestSubmit(); return document.getElementById('status').textContent })()`)
	if waiting == "" {
		t.Error("the status says nothing while a reply is on its way")
	}
	b.until(`document.querySelectorAll('.turn.reply').length === 2 && document.getElementById('status').textContent === ''`)
	b.hold("replies are announced", `document.getElementById('log').getAttribute('role') === 'log' && document.getElementById('status').getAttribute('role') === 'status'`)
	b.do(chromedp.Click(chromedp.CSS(`.turn.reply:last-of-type button[data-press^=g]`)))
	b.until(`document.getElementById('status').textContent !== '' && !document.querySelector('#ask[aria-busy]')`)
	b.hold("a rating adds nothing to the conversation", `document.querySelectorAll('.turn.reply').length === 2`)
}

func TestBrowserPrintsTheDocument(t *testing.T) {
	b := open(t, "/", phone())
	b.do(send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	b.hold("the chat is left out", `getComputedStyle(document.getElementById('chat')).display === 'none'`)
	b.hold("the text is printed", `document.getElementById('main').offsetHeight > 1000`)
}

func TestBrowserTellsOfATooBusyServer(t *testing.T) {
	o := options(t)
	o.AskPerMinute = 1
	_, base := start(t, o)
	b := openAt(t, base, "/")
	b.ask("7")
	b.do(chromedp.SendKeys(chromedp.CSS("#question"), "8\r"))
	b.until(`document.getElementById('status').textContent.startsWith('Too many questions')`)
	b.faults = nil // the browser logs the 429 itself
}
