package answer_test

import (
	"testing"

	"pincite/internal/answer"
)

const csonak = "A csónakház szabályai\n\n1. § Az egyesület neve Kék Tó.\n\n2. § A tagdíjat januárban kell befizetni.\n\n3. § A csónakokat este be kell zárni.\n"

// TestUnread has questions in the document's own language, with words that it lacks, and what
// is no question, first.
func TestUnread(t *testing.T) {
	english, hungarian := about(t, harbour), about(t, csonak)
	for _, c := range []struct {
		about   *answer.Answerer
		message string
		want    bool
	}{
		{english, "penguins", false},
		{english, "kuota", false},
		{english, "who feeds the penguins?", false},
		{english, "wehn do memebrs hvae to pya", false},
		{english, "zxqv 99 kllm", false},
		{english, "¿quién alimenta a los pingüinos?", false},
		{hungarian, "Hozhatok kutyát a partra?", false},
		{hungarian, "mennyi ideig érvényes az engedély", false},
		{hungarian, "who feeds the penguins?", false},
		{hungarian, "2. §", false},
		{english, "Hozhatok kutyát a partra?", true},
		{english, "mennyi ideig érvényes az engedély", true},
		{english, "Je, ninaweza kujiunga na klabu hii vipi?", true},
		{english, "Kuka johtaa kerhoa?", true}, // as short as a follow-up
		{english, "Darf mein Hund mit?", true},
		{english, "Μπορώ να φέρω τον σκύλο μου;", true},
		{hungarian, "Je, ninaweza kujiunga na klabu hii vipi?", true},
	} {
		got := ask(t, c.about, c.message)
		if (got.Reason == answer.ReasonUnread) != c.want || got.Question.Follow && c.want {
			t.Errorf("%q: %s %s in %s, unread %v is wanted", c.message, got.Kind, got.Reason, got.Question.Language, c.want)
		}
	}
	if got := ask(t, english, "artikla 2"); got.Kind != answer.KindSection && got.Kind != answer.KindNone {
		t.Errorf("a number: %s %s", got.Kind, got.Reason)
	}
}
