package page

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library/librarytest"
)

// large is a law of so many bytes, in articles, or in one article.
func large(b *testing.B, bytes int, one bool) *document.Document {
	var text strings.Builder
	text.WriteString("# Some Act\n\n")
	for i := 0; text.Len() < bytes; i++ {
		if i == 0 || !one {
			fmt.Fprintf(&text, "## Article %d. Matter %d\n\n", i+1, i+1)
		}
		fmt.Fprintf(&text, "%s The number is %d.\n\n", strings.Repeat("The council of each member shall inspect grain, roads and markets. ", 8), i+1)
	}
	d := librarytest.Document(b, "law", text.String())
	return d
}

// BenchmarkFind looks through 5 MB, for words that stand in every sentence and for
// such as stand in none: the most and the least that a search can cost.
func BenchmarkFind(b *testing.B) {
	for name, one := range map[string]bool{"articles": false, "one article": true} {
		d := large(b, 5_000_000, one)
		for _, query := range []string{"members inspecting the markets", "harvest"} {
			b.Run(name+"/"+query, func(b *testing.B) {
				for b.Loop() {
					if _, _, err := Find(b.Context(), d, query, 50); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
