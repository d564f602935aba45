package reference

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
)

// feesTable is of a document of so many chapters, each of which has a section "Fees".
func feesTable(chapters int) *Table {
	d := document.Document{Name: "test"}
	add := func(id, title string, parent int) int {
		span := document.Span{Start: len(d.Text), End: len(d.Text) + len(title)}
		d.Text += title + "\n"
		d.Sections = append(d.Sections, document.Section{ID: id, Kind: document.KindSection, Label: title, Parent: parent, Span: span, Own: span, Heading: span})
		return len(d.Sections) - 1
	}
	letters := func(n int) string { return strings.Repeat("b", n/26) + string(rune('a'+n%26)) }
	for n := range chapters {
		pair := letters(n / 2)
		up := add(fmt.Sprint("chapter-", n), fmt.Sprintf("Quay%s harbour%s-side%s dues", letters(n), pair, pair), -1)
		add(fmt.Sprint("fees-", n), "Fees", up)
		d.Sections[up].Span.End = len(d.Text)
	}
	out, err := document.New(d)
	if err != nil {
		panic(err)
	}
	return NewTable(out, func(string) bool { return false }, nil)
}

// named returns the ids of the sections of the first reference of a text.
func named(table *Table, in string) string {
	tokens := grammar.Scan(in)
	table.Mark(tokens, english)
	var out []string
	if found := Find(table, in, tokens); len(found) > 0 {
		for _, s := range found[0].Refs[0].Sections {
			out = append(out, table.Document().Sections[s].ID)
		}
	}
	return strings.Join(out, " ")
}

func TestParented(t *testing.T) {
	table := feesTable(5)
	const all = "fees-0 fees-1 fees-2 fees-3 fees-4"
	for in, want := range map[string]string{
		"Fees":                         all,
		"fees under quayd":             "fees-3",
		"fees in the quayd":            "fees-3",
		"fees quayd":                   all, // in none
		"fees under dues":              all, // of which all are
		"fees under harbourb":          all, // of which two are
		"fees under harbourb-sideb":    all,
		"fees under harbourc-sidec":    "fees-4",
		"fees under harbourc-sideb":    all, // no title has both
		"fees under ferries":           all,
		"fees under ferries and quaya": "fees-0",
	} {
		if got := named(table, in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// A thousand titles alike and a hundred words behind one cost no product of these.
func TestParentedCost(t *testing.T) {
	table := feesTable(1000)
	in := "fees under" + strings.Repeat(" dues ferries", 60)
	named(table, in) // what is made when first asked for
	const most = 20_000
	if n := testing.AllocsPerRun(1, func() { named(table, in) }); n > most {
		t.Errorf("%.0f allocations, want %d at most", n, most)
	}
}
