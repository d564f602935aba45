package answer_test

import (
	"strings"
	"testing"
)

// ferry is a document made for the ranking: what is asked for stands in the sentence
// after, is said by a word of the same family, or is defined beside other mentions.
const ferry = `Article 1 Vessels

A ferry has a tender, and the tender is kept beside the other tender.
Tender: a small boat that carries the lines ashore.

Article 2 Crew

The mate stands by the wheel. The skipper steers the ferry. In fog the mate on watch takes the wheel of the ferry.

Article 3 Winter

The night boat stops for the ice. It begins again on 3 April.

Article 4 Meetings

The company meets in the boathouse every year.
Three members may ask for dissolution.
`

// TestRanking holds what raises a sentence, each with a question that found another
// one without it.
func TestRanking(t *testing.T) {
	a := about(t, ferry)
	for _, c := range []struct{ kind, question, want string }{
		{"a definition", "What is a tender?", "a small boat"},
		{"kin", "How can the partnership be dissolved?", "Three members"},
		{"read with the sentence before", "Who steers the ferry in fog?", "the mate on watch"},
		{"completed by its neighbour", "On which date does the night boat begin again after the ice?", "3 April"},
	} {
		found := ask(t, a, c.question)
		if len(found.Citations) == 0 || !strings.Contains(found.Citations[0].Quote, c.want) {
			t.Errorf("%s: %q: %s %+v, want %q", c.kind, c.question, found.Kind, found.Citations, c.want)
		}
	}
}
