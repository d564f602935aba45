package answer_test

import (
	"slices"
	"testing"

	"pincite/internal/answer"
)

const club = `# Club rules

### Article 1 Joining

Anyone over sixteen may join.

1. The committee decides on members:

   a) on the day;

   b) within a month.

2. The fee is paid:

   a) in person;

   b) by letter.

### Article 2 Dogs

Dogs are kept on a lead in the yard.

### Article 3 Moorings

A mooring is given for one year. No dogs sleep on board.

### Article 4 Other matters

The committee decides on bicycles.

### Article 5 Renter's Insurance

Everyone who rents a boat has an insurance.

### Article 6 The Sailing Committee

The sailing committee sets the races.
`

const hafen = "# Hafenordnung\n\n## § 1 Beitritt\n(1) Jeder kann beitreten.\n\n(2) Der Vorstand entscheidet.\n\n## § 2 Hunde\n(1) Hunde sind angeleint.\n\n(2) Der Halter haftet.\n\n## § 3 Boote\nEin Boot ist gestrichen.\n"

const port = "# Règlement\n\n### Article 1 Adhésion\nToute personne peut adhérer.\n\n### Article 2 Les chiens\nLes chiens sont tenus en laisse.\n\n### Article 3 Les mouillages\nUn mouillage est donné pour un an.\n"

// TestWhatIsMeant has what is not there, and what is not meant, first.
func TestWhatIsMeant(t *testing.T) {
	for _, c := range []struct {
		text, message string
		reason        answer.Reason
		want          []string
	}{
		{club, "not article 2, 3", "", []string{"article-3"}},
		{club, "everything except article 2 and article 99", answer.ReasonOutOfRange, []string{"article-1", "article-3", "article-4", "article-5", "article-6"}},
		{club, "all articles except articles 2, 3 and five", "", []string{"article-1", "article-4", "article-6"}},
		{club, "all articles except 2, 3 and 5", "", []string{"article-1", "article-4", "article-6"}},
		{club, "Other matters", "", []string{"article-4"}},
		{club, "other matters please", "", []string{"article-4"}},
		{club, "Renters insurance section please", "", []string{"article-5"}},
		{club, "renters' insurance", "", []string{"article-5"}},
		{club, "Renter’s insurance", "", []string{"article-5"}},
		{club, "art. 1, para 2, z", "", []string{"article-1-2"}},
		{club, "art. 1, para 2, a friend of mine asks", "", []string{"article-1-2"}},
		{club, "art. 1, para 2, b", "", []string{"article-1-2-b"}},
		{club, "Art. 1, para. 2, (b) please", "", []string{"article-1-2-b"}},
		{club, "the sailing comittee", "", []string{"article-6"}},
		{club, "which articles other than article 2 mention dogs", "", []string{"article-3"}},
		{club, "besides article 2, which articles mention dogs?", "", []string{"article-3"}},
		{hafen, "§§ 1 u. 3", "", []string{"section-1", "section-3"}},
		{hafen, "§ 1 u. § 3", "", []string{"section-1", "section-3"}},
		{hafen, "der Paragraf vor dem über Hunde", "", []string{"section-1"}},
		{port, "l'article juste avant celui sur les chiens", "", []string{"article-1"}},
		{port, "l'article après celui des chiens", "", []string{"article-3"}},
	} {
		if got := ask(t, about(t, c.text), c.message); !slices.Equal(ids(got), c.want) || got.Reason != c.reason {
			t.Errorf("%q: %s %s %v, want %v", c.message, got.Kind, got.Reason, ids(got), c.want)
		}
	}
}
