package passages

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/library/librarytest"
)

func setOf(tb testing.TB, file, source string) *Set {
	tb.Helper()
	c, err := New(tb.Context(), Options{Document: librarytest.Document(tb, file, source)})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { c.Close() })
	return c
}

// TestInitials: an initialism stands for the words of the document whose initials it is.
func TestInitials(t *testing.T) {
	const rules = `# Rules

The Annual General Meeting is in May. Every annual general meeting has a chair. At great
moments the bell rings. The Board of Friends meets in June, and so does the SWP, the Summer
Work Party. The code of conduct is kept, as the code of conduct says. It tells us much. The lowest
acting keeper (LAK) rings. The work of the GK (grounds keeper) is hard. All read the code of conduct.
`
	c := setOf(t, "rules.md", rules)
	for in, want := range map[string]string{
		"":                       "",
		"When is the agm?":       "When is the annual general meeting?",
		"When is the coc due?":   "When is the coc due?", // without capitals on either side
		"Do you tell, or tour?":  "Do you tell, or tour?",
		"WHEN IS THE AGM":        "WHEN IS THE AGM",
		"When is the SGM?":       "When is the SGM?",
		"When is the SWP?":       "When is the SWP?", // the document writes it so
		"Does IT matter to US?":  "Does IT matter to US?",
		"Is X-AGM in?":           "Is X-AGM in?",
		"What is BR?":            "What is BR?", // it stands there once, without capitals
		"What is the BF?":        "What is the BF?",
		"AGM":                    "annual general meeting",
		"When is the AGM?":       "When is the annual general meeting?",
		"Do AGMs or the BF meet": "Do annual general meeting or the BF meet",
		"Where is the CC kept?":  "Where is the code of conduct kept?", // three times in the same words
	} {
		if got, _ := c.Spell(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

// TestWrittenInitials: an initialism that the document has is looked for as it is, also where
// it is rare: the passages have it wherever they have its words.
func TestWrittenInitials(t *testing.T) {
	c := setOf(t, "club.md", "# Club\n\nThe Spring Row Day is in May. The Spring Row Day has a bell. The bell hangs in the hall.\n\n"+
		"All rowers come to the Spring Row Day. A cup was given at the SRD of 2019.\n")
	for _, in := range []string{"What was given at the SRD?", "what was given at the srd?", "which rules name SRD"} {
		if got, meant := c.Spell(in); got != in || meant != "" {
			t.Errorf("%q is read as %q", in, got)
		}
	}
}

// TestChanceInitials: words that are only beside each other have no initialism.
func TestChanceInitials(t *testing.T) {
	const rules = `# House Rules

## Rule 1 Guests

The visitor must sign in. The visitor may bring one bag. The visitor leaves by ten.

## Rule 2 Payment

Payment must be made in cash. Payment must be made on Monday. Each payment must be noted.

## Rule 3 Heating

Heating runs from October. Heating runs in May. Heating runs by night.

## Rule 4 Spring Garden Market

Every club building opens at nine. Every club building is heated. Every club building is old.
Every boat is inspected, since a boat is inspected often. No boat is inspected twice. These House
Rules hold. Who breaks the House Rules pays. The House Rules hang here. The last open gate is
by the pond. Green Oak Trees are cut. On the day of
January on which it snows, on every day of January and each other day of January we rest. The Red Boat Club Cup is old.
`
	c := setOf(t, "house.md", rules)
	for _, in := range []string{
		"may I bring a TV?", "when must the PM pay?", "who runs HR?", "what about HR", "when does the ECB open?",
		"what is BI?", "is there a DJ?", "where is the LOG?", "what does GOT mean?", "who is in the RBC?", "who is in the BCC?",
		"is there PETS or SWIM?",
	} {
		if got, meant := c.Spell(in); got != in || meant != "" {
			t.Errorf("%q is read as %q", in, got)
		}
	}
	if got, _ := c.Spell("when is the SGM?"); got != "when is the spring garden market?" {
		t.Errorf("a heading that is that alone is not known: %q", got)
	}
	if got, _ := c.Spell("who won the RBCC?"); got != "who won the red boat club cup?" {
		t.Errorf("a name is not known: %q", got)
	}
}

// TestInitialsInFrench: small words and elisions have no letter in an initialism.
func TestInitialsInFrench(t *testing.T) {
	const statuts = `# Statuts

Les membres se réunissent en mai. Le bureau prépare l'assemblée générale avec soin. Tous les membres
votent pendant l'assemblée générale. Une assemblée générale dure deux heures. Le Bureau de l'Aide
Sociale est ouvert le lundi, car le Bureau de l'Aide Sociale aide les membres.
`
	c := setOf(t, "statuts.md", statuts)
	for in, want := range map[string]string{
		"quand se tient l'AG ?":    "quand se tient l'assemblée générale ?",
		"où est le BAS de l'asso?": "où est le bureau de l'aide sociale de l'asso?",
	} {
		if got, _ := c.Spell(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

// TestInitialsInGerman: where every noun has a capital, an adjective before it has none.
func TestInitialsInGerman(t *testing.T) {
	const satzung = `# Satzung

Wer nicht zahlt, darf in der ordentlichen Versammlung nicht reden. Der Vorstand redet in der ordentlichen
Versammlung nach der Satzung. Zu jeder ordentlichen Versammlung kommen alle Mitglieder mit dem Boot.
`
	c := setOf(t, "satzung.md", satzung)
	if got, _ := c.Spell("Wann ist die OV?"); got != "Wann ist die ordentlichen versammlung?" {
		t.Errorf("got %q", got)
	}
}

// manyAsked is a question of as many made-up initialisms as there is room for.
func manyAsked() string {
	var b strings.Builder
	for i := 0; b.Len() < 490; i++ {
		fmt.Fprintf(&b, "%c%c ", 'A'+i%26, 'A'+(i*7+i/26)%26)
	}
	return b.String() + "ok?"
}

// longRules are two million bytes of sentences with names in them.
func longRules() string {
	var b strings.Builder
	b.WriteString("# Rules\n\n")
	for i := 0; b.Len() < maxSpelt; i++ {
		if i%40 == 0 {
			fmt.Fprintf(&b, "\n\n## Rule %d\n\n", i/40+1)
		}
		fmt.Fprintf(&b, "The %c%cal Garden Club sends %c%cor letters to each member of club %d. ", 'A'+i%26, 'a'+i/26%26, 'a'+i/7%26, 'a'+i/3%26, i)
	}
	return b.String()
}

// TestManyInitials: of a question that is all initialisms of the document, some are written out.
func TestManyInitials(t *testing.T) {
	rules, many := "# Rules\n\n", ""
	for i := range 2 * maxAsked {
		rules += fmt.Sprintf("Some join the %cay Garden Club in May. ", 'A'+i)
		many += fmt.Sprintf("%cGC ", 'A'+i)
	}
	c := setOf(t, "rules.md", rules)
	if got, _ := c.Spell("is it " + many); strings.Count(got, "garden") != maxAsked {
		t.Errorf("not %d initialisms are written out: %q", maxAsked, got)
	}
	if got, meant := c.Spell(manyAsked() + " AGC, or AGC, or that AGC"); strings.Contains(got, "AGC") || meant != "aay garden club" {
		t.Errorf("one initialism after many that stand for nothing is read as %q in %q", meant, got)
	}
}

// BenchmarkInitials is what the dearest question costs in a text of two megabytes: once for
// what is made of the text when it is first needed, and then for each question.
func BenchmarkInitials(b *testing.B) {
	d := librarytest.Document(b, "rules.md", longRules())
	c, err := New(b.Context(), Options{Document: d})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	many := manyAsked()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			c.initials = newInitials(d, "en")
			c.Spell(many)
		}
	})
	b.Run("then", func(b *testing.B) {
		for b.Loop() {
			c.Spell(many)
		}
	})
}
