package html

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// Limits on the tree of a page.
const (
	maxTags    = 4_000_000 // in the page: about 1 GB of nodes
	maxReopens = 4_000_000 // elements that the parser makes anew, see bounded
)

// bounded refuses a page whose tree would be out of proportion to its size. The
// parser opens unclosed elements of the formatting kind (b, a, font …) anew in
// every block that follows, up to three of the same: a small page can ask for
// billions. Counting them takes one pass over the tags.
func bounded(ctx context.Context, data string) error {
	if n := strings.Count(data, "<"); n > maxTags {
		return fmt.Errorf("it has %d tags; the limit is %d", n, maxTags)
	}
	z := html.NewTokenizer(&reader{ctx, strings.NewReader(data)})
	var open []string // raw tags that are open
	same := map[string]int{}
	cost := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ctx.Err() // otherwise the end: any other bytes are a page
		case html.StartTagToken:
			raw := string(z.Raw())
			if name, _ := z.TagName(); formatting[string(name)] && same[raw] < 3 {
				open = append(open, raw)
				same[raw]++
			}
			if cost += len(open); cost > maxReopens {
				return errors.New("too many of its elements for bold type, links and the like are never closed")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if n := len(open); n > 0 && formatting[string(name)] {
				same[open[n-1]]--
				open = open[:n-1]
			}
		}
	}
}

// formatting are the elements that the standard has parsers open anew.
var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}
