package web

import (
	"context"
	"html/template"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pincite/internal/chat"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
)

// bubbles look like a chat in Telegram. What is in them is the HTML that Telegram is
// sent.
var bubbles = template.Must(template.New("").Parse(`<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 14px 12px 10px; width: 476px; background: #c7dcc0; font: 15px/1.38 "Noto Sans", sans-serif; color: #000; }
.own, .bot { width: fit-content; max-width: 400px; padding: 7px 11px; border-radius: 13px; white-space: pre-line; box-shadow: 0 1px 1px #0002; margin: 0 0 3px; }
.own { margin: 10px 0 10px auto; background: #eeffde; border-bottom-right-radius: 4px; }
.bot { background: #fff; border-bottom-left-radius: 4px; }
blockquote { margin: 2px 0; padding: 3px 8px; border-left: 3px solid #3390ec; border-radius: 4px; background: #3390ec17; }
a { color: #2a7cc7; text-decoration: none; }
.row { display: flex; gap: 4px; max-width: 422px; margin: 0 0 4px; }
.row span { flex: 1; padding: 7px 4px; border-radius: 8px; background: #5c7a5599; color: #fff; font-weight: 600; font-size: 14px; text-align: center; }
p { margin: 12px 0 0; font-size: 12px; color: #3c5235; text-align: center; }
</style><body>{{range .}}<div class="own">{{.Said}}</div>{{range .Messages}}<div class="bot">{{.Text}}</div>{{range .Rows}}<div class="row">{{range .}}<span>{{.}}</span>{{end}}</div>{{end}}{{end}}{{end}}
<p>Drawn from the HTML that Telegram is sent; not a photograph of an app.</p>`))

type bubble struct {
	Text template.HTML
	Rows [][]string
}

type exchange struct {
	Said     string
	Messages []bubble
}

func bubblesOf(messages []botapi.Content) []bubble {
	var out []bubble
	for _, m := range messages {
		b := bubble{Text: template.HTML(strings.ReplaceAll(m.Text, "</blockquote>\n", "</blockquote>"))} // a block ends its line
		for _, row := range m.Buttons {
			var labels []string
			for _, button := range row {
				labels = append(labels, button.Label)
			}
			b.Rows = append(b.Rows, labels)
		}
		out = append(out, b)
	}
	return out
}

// The picture of Telegram in the README, written with -update from today's replies.
func TestTelegramPicture(t *testing.T) {
	if !*update {
		t.Skip("run with -update to write data/screenshots")
	}
	c := chat.New(chat.Options{Library: options(t).Library})
	var talk []exchange
	for _, said := range []string{question, "and what is the penalty for missing one?", "/verify give at least two special party classes every year"} {
		r := c.Ask(context.Background(), chat.Message{Conversation: "c", Person: "p", Private: true, Room: 700, Text: said})
		talk = append(talk, exchange{said, bubblesOf(message.Of(r, message.Links{Bot: "pincite_bot", Inline: true, Web: "https://pincite.example.org", App: true}))})
	}
	var page strings.Builder
	if err := bubbles.Execute(&page, talk); err != nil {
		t.Fatal(err)
	}
	b := open(t, "/api", chromedp.EmulateViewport(500, 100))
	b.do(chromedp.Navigate("data:text/html;charset=utf-8," + url.PathEscape(page.String())))
	height := js[int64](b, `document.documentElement.scrollHeight`)
	b.do(chromedp.EmulateViewport(500, height, chromedp.EmulateScale(2)))
	b.picture("telegram.png")
}
