package web

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/reply"
)

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// Every byte of the text that is not white space stands on the first page
// once, in order.
func TestWholeViewIsTheText(t *testing.T) {
	for _, d := range []*document.Document{
		theDocument(t),
		bare(t, "law", "Some Act\n\nCHAPTER I\nGeneral\n\nArticle 1\nScope\n\nThis Act applies. It is short.\n\nArticle 2\nTerms\n\nNothing is defined.\n").Library.Default(),
		bare(t, "essay", "One thought. Another one.\n\nA third.\n").Library.Default(),
	} {
		var b strings.Builder
		sections, after := wholeView(d)
		for _, v := range sections {
			b.WriteString(v.Before + v.Number + v.Heading)
			for _, p := range v.Blocks {
				for _, piece := range p.Pieces {
					b.WriteString(piece.Text)
				}
			}
		}
		if got, want := squeeze(b.String()+after), squeeze(d.Text); got != want {
			t.Errorf("%s: the page differs from the text:\n got %.200q\nwant %.200q", d.Name, got, want)
		}
	}
}

var (
	article = regexp.MustCompile(`(?s)<article.*?</article>`)
	chrome  = regexp.MustCompile(`(?s)<p class="label">.*?</p>|<h1 id="heading" class="label">.*?</h1>|<a class="pin".*?</a>`)
	tag     = regexp.MustCompile(`<[^>]*>`)
)

// words returns the text of a page's article as a browser would.
func words(page string) string {
	return html.UnescapeString(tag.ReplaceAllString(chrome.ReplaceAllString(article.FindString(page), ""), ""))
}

func TestSectionPagesAreTheText(t *testing.T) {
	s := newServer(t, options(t))
	d := theDocument(t)
	for i, sec := range d.Sections {
		w := get(s, addressOf(d, i, reply.Sentences{}))
		if w.Code != 200 {
			t.Fatalf("%s: %d", sec.ID, w.Code)
		}
		if got, want := squeeze(words(w.Body.String())), squeeze(d.Slice(sec.Own)); got != want {
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
		targets = append(targets, addressOf(d, i, reply.Sentences{}))
	}
	for _, target := range targets {
		body := get(s, target).Body.String()
		if strings.Contains(body, "<img") || strings.Contains(body, "<script>") {
			t.Errorf("%s holds live markup", target)
		}
	}
}

func TestTextFragment(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"short", "A few words.", "A%20few%20words."},
		{"line breaks are spaces", "A few\n\n words.", "A%20few%20words."},
		{"what a fragment gives a meaning to", "a-b, c & d", "a%2Db%2C%20c%20%26%20d"},
		{"long", "one two three four five six seven eight nine ten eleven", "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"},
		{"Chinese", "第七条", "%E7%AC%AC%E4%B8%83%E6%9D%A1"},
	} {
		got := textFragment(tc.text)
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
		if _, err := url.Parse("http://h/p#s1:~:text=" + got); err != nil {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}

// TestFragmentPath holds that a link leads to all of the quoted sentences.
func TestFragmentPath(t *testing.T) {
	d := theDocument(t)
	i, _ := d.ByID("measure-7")
	sentences := d.Sentences(i)
	for _, tc := range []struct {
		at          reply.Sentences
		from, holds string
	}{
		{reply.Sentences{}, "/d/opinions-2024/measure-7", ""},
		{reply.Sentences{99, 99}, "/d/opinions-2024/measure-7", ""},
		{reply.Sentences{3, 3}, "/d/opinions-2024/measure-7#s3:~:text=", textFragment(d.Slice(sentences[2]))},
		{reply.Sentences{1, 2}, "/d/opinions-2024/measure-7#s1-s2:~:text=", textFragment(d.Slice(sentences[0].Join(sentences[1])))},
	} {
		if got := fragmentPath(d, i, tc.at); got != tc.from+tc.holds {
			t.Errorf("%v: %s", tc.at, got)
		}
	}
}
