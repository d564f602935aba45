package answer_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/answer"
)

// TestListIsQuotedWithWhatIntroducesIt holds that a quote which breaks off goes on with the
// points that follow, and with nothing else.
func TestListIsQuotedWithWhatIntroducesIt(t *testing.T) {
	const rules = `# Rules of the yard

## 1. Expulsion

A member may be expelled who

(a) owes two fees, or

(b) has lent the key.

## 2. Launching

Nobody launches a boat if –

- the flag is up, or
- the tide is out.

## 3. Winter store

Boats are stored in the shed

### 3.1 Fees

Ten crowns a week.

### 3.2 Keys

Tom has them.

## 4. Crane

The following may use the crane:

- the harbour master;
- members with a badge.
`
	a := answererIn(t, fstest.MapFS{"rules.md": {Data: []byte(rules)}}, "rules.md")
	for _, c := range []struct{ question, has, lacks string }{
		{"who may be expelled?", "lent the key", "Launching"},
		{"when does nobody launch a boat?", "the tide is out", "Winter"},
		{"where are boats stored?", "in the shed", "crowns"},
		{"who may use the crane?", "members with a badge", "shed"}, // its first point says who, the others too
	} {
		got, err := a.Answer(t.Context(), c.question, answer.Context{})
		if err != nil || len(got.Citations) == 0 {
			t.Fatal(c.question, err, got.Kind)
		}
		if quote := got.Citations[0].Quote; !strings.Contains(quote, c.has) || strings.Contains(quote, c.lacks) {
			t.Errorf("%s: %q, want %q and not %q", c.question, quote, c.has, c.lacks)
		}
	}
}

// TestARowIsFoundByItsColumns holds that a row of a table answers by what heads its
// columns, alone: the text below the table does not go on with it.
func TestARowIsFoundByItsColumns(t *testing.T) {
	const pool = `# Pool rules

## Hours

| Day | Opens | Closes |
|---|---|---|
| Saturday | 8 am | 8 pm |
| Sunday | 9 am | 6 pm |

The pool closes during storms and stays closed for half an hour.

## Lockers

Lockers are free.
`
	a := answererIn(t, fstest.MapFS{"pool.md": {Data: []byte(pool)}}, "pool.md")
	got, err := a.Answer(t.Context(), "when does the pool close on sunday?", answer.Context{})
	if err != nil || len(got.Citations) == 0 || !strings.Contains(got.Citations[0].Quote, "Sunday") || strings.Contains(got.Citations[0].Quote, "storms") {
		t.Errorf("%v %v %+v", err, got.Kind, got.Citations)
	}
	if got, err = a.Answer(t.Context(), "is there a sauna", answer.Context{}); err != nil || got.Kind != answer.KindNone {
		t.Errorf("an unknown thing: %v %v", err, got.Kind)
	}
}

// TestNoBareHeadingToSee: what is cited for further reading has text.
func TestNoBareHeadingToSee(t *testing.T) {
	const rules = `# Rules of the yard

## 1. Boats

Boats lie in the winter store until the first of May.

## 2. Winter store

### 2.1 Fees

Ten crowns a week are paid.

### 2.2 Keys

Tom has them.
`
	a := answererIn(t, fstest.MapFS{"rules.md": {Data: []byte(rules)}}, "rules.md")
	got, err := a.Answer(t.Context(), "when is the winter store audited?", answer.Context{})
	if err != nil || len(got.Citations) < 2 {
		t.Fatal(err, got.Kind, len(got.Citations))
	}
	for _, c := range got.Citations {
		if c.ID == "section-2" {
			t.Errorf("%q is cited, which is a heading", c.Quote)
		}
	}
}

// TestNeighboursAreQuotedOfOneParagraph holds that two sentences that say as much are one
// quote where they stand in one paragraph, and none where each has its own: nobody wrote
// the second to go on with the first.
func TestNeighboursAreQuotedOfOneParagraph(t *testing.T) {
	const yard = `# Yard rules

## 1. Loft

Dry sails hang in the sail loft by the door.

Wet sails hang in the sail loft by the stove.

## 2. Moorings

Summer moorings are let by the year. Winter moorings are let by the month.

## 3. Fire

Stoves are lit by the warden. Ash goes into the iron bin.
`
	a := answererIn(t, fstest.MapFS{"yard.md": {Data: []byte(yard)}}, "yard.md")
	for _, c := range []struct {
		question, first, second string
		both                    bool
	}{
		{"do sails hang in the loft?", "Dry sails", "Wet sails", false},
		{"how are moorings let?", "Summer moorings", "Winter moorings", true},
	} {
		got, err := a.Answer(t.Context(), c.question, answer.Context{})
		if err != nil || len(got.Citations) == 0 {
			t.Fatal(c.question, err, got.Kind)
		}
		quote := got.Citations[0].Quote
		first, second := strings.Contains(quote, c.first), strings.Contains(quote, c.second)
		if !first && !second || (first && second) != c.both {
			t.Errorf("%s: %q, both %v", c.question, quote, c.both)
		}
	}
}
