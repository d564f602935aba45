package document_test

import (
	"testing"
	"testing/fstest"

	"pincite/internal/document"
	"pincite/internal/folder"
)

// leads returns a text as a document, and what leads in each of its sentences, by the sentence.
func leads(t *testing.T, name, text string) (*document.Document, map[string]string) {
	t.Helper()
	b, err := folder.Load(fstest.MapFS{name: {Data: []byte(text)}}, name)
	if err != nil {
		t.Fatal(err)
	}
	d, got := b.Document, map[string]string{}
	for i := range d.Sections {
		for _, s := range d.Sentences(i) {
			got[d.Slice(s)] = d.Plain(d.LeadIn(i, s))
		}
	}
	return d, got
}

// TestLeadIn holds that a point and a row are read with what introduces them, and running
// text with nothing.
func TestLeadIn(t *testing.T) {
	const text = `# Pool rules

## 1. Hours

The pool is open every day.

| Day | Opens | Closes |
|---|---|---|
| Saturday | 8 am | 8 pm |
| Sunday | 9 am | 6 pm |

It closes during storms.

## 2. Deck

On the deck nobody may:

- run,
- bring glass.

## 3. Bar

At the bar guests are to [keep to these:](https://example.org/bar)

### (a) Queue

Stand in line. Wait.
`
	d, got := leads(t, "pool.md", text)
	const columns, deck, bar = "Day | Opens | Closes", "On the deck nobody may:", "At the bar guests are to keep to these:"
	for sentence, want := range map[string]string{
		"The pool is open every day.": "", "It closes during storms.": "", deck: "",
		"run,": deck, "bring glass.": deck, "Stand in line.": bar, "Wait.": "",
	} {
		if lead, ok := got[sentence]; !ok || lead != want {
			t.Errorf("%q: %q (%v), want %q", sentence, lead, ok, want)
		}
	}
	rows := 0
	for i := range d.Sections {
		for _, p := range d.Sections[i].Paragraphs {
			if lead := d.Plain(d.LeadIn(i, p.Span)); p.Kind == document.Row {
				rows++
				if lead != columns {
					t.Errorf("row %q: %q, want %q", d.Slice(p.Span), lead, columns)
				}
			}
		}
	}
	if rows != 2 {
		t.Errorf("%d rows", rows)
	}
}

// TestLeadInBreaksOff holds that points that are sections go on with a sentence that breaks
// off above them; sections with titles do not.
func TestLeadInBreaksOff(t *testing.T) {
	const text = `1. Jetty

(1) Without leave of the warden no person may—

(a) moor a boat;

(b) light a fire.

(2) The warden keeps a list.

(a) It is open to all.

2. Signs

The signs of the harbour

2.1 Flags

A red flag closes the harbour.
`
	_, got := leads(t, "jetty.txt", text)
	const leave = "Without leave of the warden no person may—"
	for sentence, want := range map[string]string{
		leave: "", "moor a boat;": leave, "light a fire.": leave,
		"It is open to all.": "", "A red flag closes the harbour.": "",
	} {
		if lead, ok := got[sentence]; !ok || lead != want {
			t.Errorf("%q: %q (%v), want %q", sentence, lead, ok, want)
		}
	}
}
