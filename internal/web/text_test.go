package web

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"pincite/internal/reply"
)

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

var (
	article = regexp.MustCompile(`(?s)<article.*?</article>`)
	chrome  = regexp.MustCompile(`(?s)<p class="label">.*?</p>|<summary>.*?</summary>|<h1 id="_heading" class="label">.*?</h1>|<a class="pin".*?</a>`)
	tag     = regexp.MustCompile(`<[^>]*>`)
)

// textOf returns the text of a page's article as a browser would.
func textOf(body string) string {
	return html.UnescapeString(tag.ReplaceAllString(chrome.ReplaceAllString(article.FindString(body), ""), ""))
}

func TestSectionPagesAreTheText(t *testing.T) {
	s := newServer(t, options(t))
	d := theDocument(t)
	for i, sec := range d.Sections {
		w := get(s, d.Address(i, reply.Sentences{}))
		if w.Code != 200 {
			t.Fatalf("%s: %d", sec.ID, w.Code)
		}
		if got, want := squeeze(textOf(w.Body.String())), squeeze(d.Slice(sec.Own)); got != want {
			t.Errorf("%s:\n got %q\nwant %q", sec.ID, got, want)
		}
	}
}

func TestNeighbours(t *testing.T) {
	s := newServer(t, options(t))
	first, last := get(s, "/d/opinions-2024/title").Body.String(), get(s, "/d/opinions-2024/conclusion").Body.String()
	if strings.Contains(first, `rel="prev"`) || !strings.Contains(first, `rel="next" href="/d/opinions-2024/preamble"`) {
		t.Error("neighbours of the first section")
	}
	if strings.Contains(last, `rel="next"`) || !strings.Contains(last, `rel="prev" href="/d/opinions-2024/measure-15"`) {
		t.Error("neighbours of the last section")
	}
}

// A document whose text is markup shows it, in every place.
func TestHostileDocumentIsInert(t *testing.T) {
	const evil = `<img src=x onerror=alert(1)>`
	o := bare(t, "evil", "# "+evil+"\n\nA sentence with "+evil+" in it. Another.\n\n# Second\n\n</article><script>alert(2)</script> is here.\n")
	s := newServer(t, o)
	d := o.Library.Default()
	targets := []string{"/", "/search?q=sentence"}
	for i := range d.Sections {
		targets = append(targets, d.Address(i, reply.Sentences{}))
	}
	for _, target := range targets {
		body := get(s, target).Body.String()
		if strings.Contains(body, "<img") || strings.Contains(body, "<script>") {
			t.Errorf("%s holds live markup", target)
		}
	}
}
