package web

import (
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"
)

// launch is what Telegram's apps add to the address of a page that they open.
func launch(theme string) string {
	return "tgWebAppData=query_id%3DAAHdF6IQ%26user%3D%257B%2522id%2522%253A1%257D%26hash%3Dc501&tgWebAppVersion=8.0&tgWebAppPlatform=tdesktop&tgWebAppThemeParams=" + url.QueryEscape(theme)
}

// Inside Telegram the reader has Telegram's colours on every page, and the quote is
// marked although Telegram has added to its address.
func TestBrowserInsideTelegram(t *testing.T) {
	const night = `{"bg_color":"#17212b","secondary_bg_color":"#232e3c","text_color":"#f5f5f5","link_color":"#6ab3f3","button_color":"#5288c1","button_text_color":"#ffffff","hint_color":"#708499"}`
	const paper = `getComputedStyle(document.documentElement).backgroundColor`
	b := open(t, "/d/opinions-2024/measure-7?s=2-3#s2-s3?"+launch(night))
	b.until(marked)
	b.hold("both sentences are marked", `document.querySelectorAll('.s.marked').length === 2`)
	b.hold("the address is the place's, and nothing of the person is in it", `location.href.endsWith('/d/opinions-2024/measure-7?s=2-3#s2-s3')`)
	b.hold("the colours are Telegram's", paper+` === 'rgb(23, 33, 43)' && getComputedStyle(document.querySelector('.path a')).color === 'rgb(106, 179, 243)'`)
	b.hold("it is dark", `getComputedStyle(document.documentElement).colorScheme === 'dark'`)
	b.hold("the theme is not to be chosen", `document.querySelector('[data-look=theme]').hidden`)
	b.do(chromedp.Navigate(b.base + "/search?q=grassroots"))
	b.hold("so are those of the other pages", paper+` === 'rgb(23, 33, 43)'`)
	b.do(chromedp.Navigate(b.base + "/?x#" + launch(`{"bg_color":"#ffffff","text_color":"#000000"}`)))
	b.hold("of a page without a place, too", paper+` === 'rgb(255, 255, 255)' && location.hash === '' && document.documentElement.dataset.theme === 'light'`)
	for _, bad := range []string{``, `{`, `7`, `null`, `{"bg_color":"red;}","text_color":"#000000"}`, `{"bg_color":"url(//x)","text_color":["#000000"]}`, `{"bg_color":"#fff","text_color":"#000"}`} {
		b.do(chromedp.Navigate(b.base + "/?" + url.QueryEscape(bad) + "#" + launch(bad)))
		b.hold(bad+" changes nothing", paper+` === 'rgb(251, 250, 247)' && location.hash === ''`)
	}
}

// Colours from an address that cannot be read are not taken, nor kept for the tab: the
// theme is the reader's own then.
func TestBrowserRefusesIllegibleColours(t *testing.T) {
	const paper = `getComputedStyle(document.documentElement).backgroundColor`
	b := open(t, "/?start")
	js[bool](b, `(localStorage.setItem('theme', 'dark'), true)`)
	for n, tc := range []struct{ theme, paper string }{
		{`{"bg_color":"#ffffff","text_color":"#ffffff"}`, "rgb(23, 25, 28)"},
		{`{"bg_color":"#000000","text_color":"#000000"}`, "rgb(23, 25, 28)"},
		{`{"bg_color":"#ffffff","text_color":"#777777"}`, "rgb(23, 25, 28)"}, // 4.48
		{`{"bg_color":"#ff0000","text_color":"#0000ff"}`, "rgb(23, 25, 28)"},
		{`{"bg_color":"#ffffff","text_color":"#767676"}`, "rgb(255, 255, 255)"}, // 4.54
		{`{"bg_color":"#777777","text_color":"#000000"}`, "rgb(119, 119, 119)"},
		{`{"bg_color":"#ffffff"}`, "rgb(23, 25, 28)"}, // what was kept is not taken in its place
	} {
		b.do(chromedp.Navigate(b.base + "/?" + itoa(n) + "#" + launch(tc.theme)))
		b.hold(tc.theme, paper+` === '`+tc.paper+`'`)
		b.do(chromedp.Navigate(b.base + "/search?q=grassroots&n=" + itoa(n)))
		b.hold(tc.theme+" on the next page", paper+` === '`+tc.paper+`'`)
		b.hold("what is kept is read", `sessionStorage.getItem('telegram').includes('bg_color') === `+js[string](b, `String(`+paper+` !== 'rgb(23, 25, 28)')`))
	}
	// Each of the others is refused by itself.
	b.do(chromedp.Navigate(b.base + "/d/opinions-2024/measure-7?x#" + launch(`{"bg_color":"#ffffff","text_color":"#000000","secondary_bg_color":"#111111","link_color":"#ffffff","button_color":"#00ff00","button_text_color":"#00ff00"}`)))
	b.hold("the paper is theirs", paper+` === 'rgb(255, 255, 255)'`)
	b.hold("links can be read", `getComputedStyle(document.querySelector('.path a')).color === 'rgb(28, 84, 112)'`)
	b.hold("so can buttons", `['--raised', '--accent', '--button', '--on-accent'].every((name) => document.documentElement.style.getPropertyValue(name) === '')`)
}

// The menu beside marked sentences stays on the screen, wherever they end.
func TestBrowserMenuIsOnTheScreen(t *testing.T) {
	b := open(t, "/d/opinions-2024/measure-7", phone())
	for n := 1; n <= 7; n++ {
		b.do(chromedp.Navigate(b.base + "/?" + itoa(n) + "#measure-7.s" + itoa(n)))
		b.until(`document.querySelector('.tools')`)
		js[bool](b, `(document.querySelector('.tools').open = true)`)
		b.until(`(() => { const r = document.querySelector('.tools > span').getBoundingClientRect(); return r.width > 0 && r.left >= 0 && r.right <= innerWidth })()`)
		b.hold("nothing is wider than the screen", noScroll)
	}
}
