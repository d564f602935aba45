package web

import (
	"strings"
	"testing"
	"time"

	"pincite/internal/chat"
	"pincite/internal/store"

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
	b.hold("the text comes first", `getComputedStyle(document.getElementById('_chat')).display === 'none' && document.getElementById('_main').offsetHeight > 0`)
	b.do(chromedp.Click(chromedp.CSS(`.switch [data-view=chat]`)))
	b.ask(question)
	b.hold("the reply is not wider than the screen", noScroll)
	b.do(chromedp.Click(chromedp.CSS(".turn.reply:last-of-type a.cite")))
	b.until(marked)
	b.until(inView)
	b.hold("the chat has made way", `getComputedStyle(document.getElementById('_chat')).display === 'none'`)
	b.hold("nothing is wider than the screen", noScroll)
	b.do(chromedp.NavigateBack())
	b.until(`getComputedStyle(document.getElementById('_chat')).display !== 'none'`)
	b.do(chromedp.Click(chromedp.CSS(`.switch [data-view=document]`)))
	b.until(`getComputedStyle(document.getElementById('_main')).display !== 'none'`)
	b.hold("the text is where it was", `scrollY > 1000`)
	b.do(chromedp.Click(chromedp.CSS(`.switch [data-view=contents]`)))
	b.until(`document.querySelector('.rail').offsetHeight > 0 && document.getElementById('_main').offsetHeight === 0`)
	b.do(chromedp.Click(chromedp.CSS(`.rail a[data-section=measure-9]`)))
	b.until(`document.getElementById('_main').offsetHeight > 0 && Math.abs(document.getElementById('measure-9').getBoundingClientRect().top) < 200`)
	for _, path := range []string{"/d/opinions-2024/measure-7", "/search?q=grassroots", "/d/opinions-2024/title", "/verify", "/api"} {
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
	b.hold("the second stop skips to the chat", `document.activeElement.getAttribute('href') === '#_question'`)
	b.hold("a skip link can be seen", `document.activeElement.getBoundingClientRect().left >= 0`)
	b.press(kb.Enter)
	b.until(`document.activeElement.id === '_question'`)
	b.do(chromedp.KeyEvent(question + "\r"))
	b.until(`document.querySelectorAll('.turn.reply').length === 2`)
	b.until(marked)
	b.hold("the focus stays in the box", `document.activeElement.id === '_question'`)
	for range 40 {
		if b.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)); js[bool](b, `document.activeElement.matches('.turn.reply:last-of-type .quote ~ .line > a.cite')`) {
			break
		}
	}
	b.press(kb.Enter)
	b.until(marked)
	b.hold("the mark is in view", inView)
	b.hold("reading goes on from the mark", `document.activeElement === document.querySelector('.s.marked')`)
	b.press(kb.Escape)
	b.hold("escape leads back to the citation", `document.activeElement.matches('a.cite')`)
	b.do(chromedp.Focus(chromedp.CSS("#_question")))
	b.press(kb.ArrowUp)
	if got := js[string](b, `document.getElementById('_question').value`); got != question {
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
	b.watchClipboard()
	b.do(chromedp.Click(chromedp.CSS(`.tools summary`)))
	b.do(chromedp.Click(chromedp.CSS(`.tools [data-notation=plain]`)))
	b.until(`document.getElementById('_status').textContent.includes('Plain text')`)
	if got := js[string](b, `window.copied`); !strings.HasPrefix(got, "“"+sentence+"”") || !strings.HasSuffix(got, "/d/opinions-2024/measure-7#s3") {
		t.Errorf("citation %q", got)
	}
	b.do(chromedp.Click(chromedp.CSS(`a.pin[data-n="1"]`)))
	b.until(`location.hash === '#s1' && document.querySelector('#s1.marked + .pin + .tools')`)
	b.do(chromedp.Click(chromedp.CSS(`a[rel=next]`)))
	b.until(`location.pathname === '/d/opinions-2024/measure-8'`)
}

func TestBrowserSearchMarksTheWords(t *testing.T) {
	b := open(t, "/")
	b.do(chromedp.SendKeys(chromedp.CSS("#_find"), question+"\r"))
	b.until(`location.pathname === '/search' && document.querySelector('.hits a')`)
	b.do(chromedp.Click(chromedp.CSS(`.hits a`)))
	b.until(marked)
	b.hold("the mark is in view", inView)
}

// Reading, searching and citing need no script.
func TestBrowserWithoutScript(t *testing.T) {
	b := open(t, "/", send(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
	b.hold("the text is there", `document.querySelectorAll('.s').length > 70 && document.getElementById('_main').offsetHeight > 0`)
	b.do(chromedp.SendKeys(chromedp.CSS("#_question"), "party class\r"))
	b.until(`location.pathname === '/search' && document.querySelector('.hits a')`)
	b.do(chromedp.Navigate(b.base + "/d/opinions-2024/measure-7#s3"))
	b.until(marked)
	b.hold("the mark is in view", inView)
	b.hold("the citation can be read", `document.getElementById('_markdown').textContent.includes('measure-7')`)
}

// A reader of the screen hears that a reply is on its way, and then the reply.
func TestBrowserTellsWhatGoesOn(t *testing.T) {
	o := options(t)
	kept, err := store.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	o.Chat = chat.New(chat.Options{Library: o.Library, Recorder: kept, Keep: time.Hour})
	_, base := start(t, o)
	b := openAt(t, base, "/")
	waiting := js[string](b, `(() => { document.getElementById('_question').value = '7'; document.getElementById('_ask').requestSubmit(); return document.getElementById('_status').textContent })()`)
	if waiting == "" {
		t.Error("the status says nothing while a reply is on its way")
	}
	b.until(`document.querySelectorAll('.turn.reply').length === 2 && document.getElementById('_status').textContent === ''`)
	b.hold("replies are announced", `document.getElementById('_log').getAttribute('role') === 'log' && document.getElementById('_status').getAttribute('role') === 'status'`)
	b.until(`document.querySelector('#_ask:not([aria-busy])')`)
	b.do(chromedp.Click(chromedp.CSS(`.turn.reply:last-of-type button[data-press^="+"]`)))
	b.do(chromedp.Click(chromedp.CSS(`.turn.reply:last-of-type button[data-press^=g]`)))
	b.until(`document.getElementById('_status').textContent !== '' && !document.querySelector('#_ask[aria-busy]')`)
	b.hold("a rating adds nothing to the conversation", `document.querySelectorAll('.turn.reply').length === 2`)
}

func TestBrowserPrintsTheDocument(t *testing.T) {
	b := open(t, "/", phone())
	b.do(send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	b.hold("the chat is left out", `getComputedStyle(document.getElementById('_chat')).display === 'none'`)
	b.hold("the text is printed", `document.getElementById('_main').offsetHeight > 1000`)
}

func TestBrowserTellsOfATooBusyServer(t *testing.T) {
	o := options(t)
	o.AskPerMinute = 1
	_, base := start(t, o)
	b := openAt(t, base, "/")
	b.ask("7")
	b.do(chromedp.SendKeys(chromedp.CSS("#_question"), "8\r"))
	b.until(`document.getElementById('_status').textContent.startsWith('Too many questions')`)
	b.faults = nil // the browser logs the 429 itself
}

// watchClipboard notes what the page copies, which tells the same in a browser
// without a clipboard.
func (b *tab) watchClipboard() {
	b.Helper()
	js[bool](b, `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } }) && true`)
}

// An answer moves the document to what it quotes; the browser's own button leads
// back to where one was.
func TestBrowserAnAnswerMovesTheDocument(t *testing.T) {
	b := open(t, "/")
	b.ask(question)
	b.until(marked)
	b.until(inView)
	b.hold("the quote has its number", marked+`.dataset.cite === '1'`)
	b.hold("nothing but the place has changed", `location.pathname === '/'`)
	b.do(chromedp.NavigateBack())
	b.until(noMark + ` && scrollY === 0`)
}

// On the page of a section the answer's section takes its place, and the
// conversation goes on.
func TestBrowserAnswersOnASectionPage(t *testing.T) {
	b := open(t, "/d/opinions-2024/measure-9")
	b.until(`document.querySelector('.rail a[aria-current]')?.dataset.section === 'measure-9'`)
	b.ask(question)
	b.until(`location.pathname === '/d/opinions-2024/measure-2' && ` + marked)
	b.until(inView)
	b.hold("the conversation is still there", `document.querySelectorAll('.turn.own').length === 1`)
	b.until(`document.querySelector('.rail a[aria-current]')?.dataset.section === 'measure-2'`)
	b.do(chromedp.NavigateBack())
	b.until(`document.querySelector('#_view[data-section=measure-9]')`)
	b.hold("the conversation is still there", `document.querySelectorAll('.turn.own').length === 1`)
}

// A citation shows its words before it is followed.
func TestBrowserPreviews(t *testing.T) {
	b := open(t, "/")
	b.ask(question)
	quote := js[string](b, lastReply+`.querySelector('blockquote.quote').textContent`)
	b.do(chromedp.Focus(chromedp.CSS(`.turn.reply:last-of-type a.cite`)))
	b.until(`!document.getElementById('_preview').hidden`)
	if got := js[string](b, `document.getElementById('_preview').textContent`); squeezed(got) != squeezed(quote) {
		t.Errorf("previewed %q, quoted %q", got, quote)
	}
	b.do(chromedp.Focus(chromedp.CSS(`#_question`)))
	b.until(`document.getElementById('_preview').hidden`)
}

// Keys lead through the document.
func TestBrowserKeys(t *testing.T) {
	b := open(t, "/")
	b.press("?")
	b.until(`document.getElementById('_keys').open`)
	b.press(kb.Escape)
	b.until(`!document.getElementById('_keys').open`)
	b.press("j")
	b.until(`location.hash === '#preamble'`)
	b.press("n")
	b.until(`document.querySelector('.s.marked').id === 'preamble.s1'`)
	b.press("n")
	b.until(`document.querySelector('.s.marked').id === 'preamble.s2'`)
	b.press("p")
	b.until(`document.querySelector('.s.marked').id === 'preamble.s1'`)
	b.watchClipboard()
	b.press("c")
	b.until(`document.activeElement.dataset.notation === 'link'`)
	b.press(kb.Enter)
	b.until(`document.getElementById('_status').textContent.startsWith('Link')`)
	if got := js[string](b, `window.copied`); got != b.base+"/d/opinions-2024/preamble#s1" {
		t.Errorf("copied %q", got)
	}
	b.press("/")
	b.hold("the slash leads to the search", `document.activeElement.id === '_find'`)
	b.do(chromedp.KeyEvent("k", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	b.until(`document.activeElement.id === '_question'`)
	b.do(chromedp.KeyEvent("j/?"))
	b.hold("keys are letters in a box", `document.getElementById('_question').value === 'j/?'`)
}

// The look that is chosen stays.
func TestBrowserLooks(t *testing.T) {
	b := open(t, "/")
	paper := js[string](b, `getComputedStyle(document.body.parentElement).backgroundColor`)
	b.do(chromedp.Click(chromedp.CSS(`#_settings summary`)))
	b.do(chromedp.Click(chromedp.CSS(`[data-look=theme] [value=dark]`)))
	b.hold("it is dark", `getComputedStyle(document.body.parentElement).backgroundColor !== `+quoteJS(paper))
	b.do(chromedp.Reload())
	b.until(`document.documentElement.dataset.theme === 'dark'`)
	b.do(chromedp.Click(chromedp.CSS(`#_settings summary`)))
	b.do(chromedp.Click(chromedp.CSS(`#_languages [value=ru]`)))
	b.until(`document.documentElement.lang === 'ru' && document.readyState === 'complete'`)
	b.do(chromedp.Click(chromedp.CSS(`#_settings summary`)))
	b.do(chromedp.Click(chromedp.CSS(`#_languages [value=en]`)))
	b.until(`document.documentElement.lang === 'en' && document.readyState === 'complete'`)
}

// A new conversation forgets the one before.
func TestBrowserNewConversation(t *testing.T) {
	b := open(t, "/")
	b.ask("measure 7")
	b.do(chromedp.Click(chromedp.CSS(`#_anew`)))
	b.until(`document.querySelectorAll('.turn').length === 1`)
	b.ask("the next one")
	b.hold("the next of nothing is not measure 8", lastReply+`.querySelector('a[href*="measure-8"]') === null`)
}

// Results open beside the conversation, which stays.
func TestBrowserSearchKeepsTheConversation(t *testing.T) {
	b := open(t, "/")
	b.ask("measure 7")
	b.do(chromedp.SendKeys(chromedp.CSS("#_find"), "formalism\r"))
	b.until(`location.pathname === '/search' && document.querySelector('.hits mark')`)
	b.until(`document.querySelectorAll('.turn.own').length === 1`)
	b.hold("all hits have the word", `[...document.querySelector('.hits').querySelectorAll('li')].every((li) => /formalism/i.test(li.textContent))`)
}

// A long document loads as it is read, and any place of it can be named.
func TestBrowserLongDocument(t *testing.T) {
	var text strings.Builder
	text.WriteString("Some Act\n\n")
	for i := range 1500 {
		text.WriteString("Article " + itoa(i+1) + "\nMatter " + itoa(i+1) + "\n\n" + strings.Repeat("This Act applies to matters of the kind. ", 12) + "\n\n")
	}
	_, base := start(t, bare(t, "law", text.String()))
	b := openAt(t, base, "/")
	if n := js[int](b, `performance.getEntriesByType('navigation')[0].decodedBodySize`); n > 200_000 {
		t.Errorf("the first page of %d bytes has %d", text.Len(), n)
	}
	first := js[int](b, `document.querySelectorAll('section.section').length`)
	js[bool](b, `(scrollTo(0, document.body.scrollHeight), true)`)
	b.until(`document.querySelectorAll('section.section').length > ` + itoa(first))
	b.do(chromedp.Navigate(b.base + "/?at=article-1200#article-1200.s2"))
	b.until(marked)
	b.hold("the mark is in view", inView)
	n := js[int](b, `document.querySelectorAll('section.section').length`)
	b.do(chromedp.Click(chromedp.CSS(`a.earlier`)))
	b.until(`document.querySelectorAll('section.section').length > ` + itoa(n))
	b.ask("article 3")
	b.until(`document.getElementById('article-3') && location.search === '?at=article-3'`)
	b.do(chromedp.NavigateBack())
	b.until(`document.getElementById('article-1200')`)
}

// An answer from another document brings its contents along; the way back leads to
// those that were there.
func TestBrowserSeveralDocuments(t *testing.T) {
	_, base := start(t, with(t, answererOf(t, "house-rules", house), answererOf(t, "law", law)))
	b := openAt(t, base, "/")
	b.ask("article 2")
	b.until(`location.pathname === '/d/law/article-2' && document.querySelector('.rail a[aria-current]')?.dataset.section === 'article-2'`)
	b.hold("the conversation is still there", `document.querySelectorAll('.turn.own').length === 1`)
	b.do(chromedp.NavigateBack())
	b.until(`document.querySelector('.documents') && document.querySelector('.rail a[href="/d/law"]')`)
}
