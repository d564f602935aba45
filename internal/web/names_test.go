package web

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pincite/internal/reply"
)

// ownWords is a document whose headings are words that the page, its script or its
// addresses use themselves.
const ownWords = "# Rules\n\n## Question\n\nWho may ask a question is told here. It is anybody.\n\n## Log\n\nThe log is kept for a year. It is blue.\n\n" +
	"## Ask\n\nAsk before you enter. Nobody minds.\n\n## Search\n\nA search takes a warrant. It is rare.\n\n## s3\n\nThis is no sentence of another section. It is about s3.\n\n" +
	"## main\n\nThe main gate is shut at ten. It is heavy.\n\n## View\n\nThe view is free. It is wide.\n\n## Heading\n\nKeep the heading north. It is cold.\n\n" +
	"## 问题\n\n每个人都可以提出问题。问题应当书面提出。\n\n## Contents\n\nThe contents are insured. They are old.\n\n## _status\n\nThe status is public. It is plain.\n\n## Constructor\n\nThe constructor pays. He is rich.\n"

var (
	ids    = regexp.MustCompile(`\sid="([^"]*)"`)
	naming = regexp.MustCompile(`\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"`)
	inPage = regexp.MustCompile(`\shref="#([^"]*)"`)
)

// A heading is data: whatever it says, no element of the page has its id, and every
// name that the page uses within itself names one element.
func TestHeadingsAreData(t *testing.T) {
	s := newServer(t, bare(t, "rules", ownWords))
	d := s.opt.Library.Default()
	own := map[string]bool{}
	targets := []string{"/", "/search?q=gate", "/verify", "/api", "/d/rules/nothing"}
	for i, sec := range d.Sections {
		own[sec.ID] = true
		targets = append(targets, d.Address(i, reply.Sentences{}))
	}
	for _, target := range targets {
		body := get(s, target, "Accept", "text/html").Body.String()
		seen := map[string]int{}
		for _, m := range ids.FindAllStringSubmatch(body, -1) {
			seen[m[1]]++
			sentence := regexp.MustCompile(`^(.+\.)?s\d+$`).MatchString(m[1])
			if !strings.HasPrefix(m[1], "_") && !sentence && !(own[m[1]] && target == "/") {
				t.Errorf("%s: the page's own id %q can be a section's", target, m[1])
			}
		}
		for id, n := range seen {
			if n > 1 {
				t.Errorf("%s: %d elements have the id %q", target, n, id)
			}
		}
		for _, m := range append(naming.FindAllStringSubmatch(body, -1), inPage.FindAllStringSubmatch(body, -1)...) {
			if seen[m[1]] != 1 {
				t.Errorf("%s: %q names %d elements", target, m[1], seen[m[1]])
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(own)) {
		if strings.HasPrefix(id, "_") {
			t.Errorf("the section %q has an id of the page's own", id)
		}
	}
}

// The page works where its headings are its own words.
func TestBrowserHeadingsAreData(t *testing.T) {
	_, base := start(t, bare(t, "rules", ownWords))
	b := openAt(t, base, "/#s3")
	b.until(`document.getElementById('s3')`)
	b.hold("the section is in view, and no sentence is marked", `!document.querySelector('.s.marked') && document.getElementById('s3').getBoundingClientRect().top < innerHeight`)
	b.ask("who may ask a question?")
	b.until(marked)
	b.hold("the quoted sentence is marked", `document.querySelector('.s.marked').id.startsWith('question.s')`)
	b.hold("the answer is in the conversation", `document.getElementById('_log').querySelectorAll('.turn').length === 3`)
	for _, id := range []string{"log", "ask", "search", "main", "view", "heading", "status", "constructor", "s3", "问题"} {
		b.do(chromedp.Click(chromedp.CSS(`.rail a[data-section="` + id + `"]`)))
		b.until(`document.activeElement.id === '` + id + `' && decodeURIComponent(location.hash) === '#` + id + `'`)
	}
	b.do(chromedp.Navigate(base + "/d/rules/s3#s2"))
	b.until(marked)
	b.hold("the sentence of the section is marked", `document.querySelector('.s.marked').id === 's2'`)
	b.ask("who pays?")
	b.until(`document.getElementById('_log').querySelectorAll('.turn.reply').length >= 2`)
}
