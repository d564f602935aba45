package compose

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library/librarytest"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// A shelf is documents to check texts against, by name.
type shelf map[string]*document.Document

func (s shelf) find(name string) (*document.Document, bool) { d, ok := s[name]; return d, ok }

// verified returns the reply about a text in English, and its lines.
func verified(t *testing.T, text string, docs ...*document.Document) (reply.Reply, []string) {
	t.Helper()
	return verifiedIn(t, "en", text, docs...)
}

func verifiedIn(t *testing.T, language, text string, docs ...*document.Document) (reply.Reply, []string) {
	t.Helper()
	checked, err := verify.New(docs...).Check(t.Context(), text)
	if err != nil {
		t.Fatal(err)
	}
	first, found := docs[0], shelf{}
	for _, d := range docs {
		found[d.Name] = d
		if len(checked.Matches) > 0 && d.Name == checked.Matches[0].Document {
			first = d
		}
	}
	r := NewVoice(first, language).Among(docs).Verified(checked, found.find)
	var lines []string
	for _, b := range r.Blocks {
		line := ""
		for _, run := range b.Runs {
			line += run.Text
		}
		lines = append(lines, line)
	}
	return r, lines
}

// parsed returns the document with that name and title.
func parsed(t *testing.T, name, source string) *document.Document {
	t.Helper()
	d := librarytest.Document(t, name+".md", "# "+name+"\n\n## "+source)
	return d
}

// TestVerifiedCountsWhatItDoesNotShow: of differences, pieces and places.
func TestVerifiedCountsWhatItDoesNotShow(t *testing.T) {
	pieces := []string{"Every boat has a licence number on its bow.", "The slipway closes when the harbour master hoists a red flag.",
		"Whoever spills diesel reports it to the office within an hour.", "Night moorings are booked by telephone before five o'clock.",
		"Visitors leave their tenders at the northern pontoon, hang fenders on both sides, sign the book in the kiosk, put the key back on its hook and switch off the lamp beside the ladder."}
	var source strings.Builder
	for i, p := range pieces {
		fmt.Fprintf(&source, "%d. Rule\n\n%s Anchors stay on deck.\n\n## ", i+1, p)
	}
	d := parsed(t, "harbour", source.String())
	altered := pieces[4]
	for _, w := range []string{"northern", "fenders", "both", "book", "kiosk", "key", "hook", "lamp", "ladder"} {
		altered = strings.Replace(altered, w, "zeppelin", 1)
	}
	for _, x := range []struct{ text, want string }{
		{strings.Join(pieces, " "), "Pieces not shown: 2."},
		{strings.Join(pieces[:3], " "), ""},
		{"Anchors stay on deck", "Other places with the same words: 2."},
		{altered, "Differences not shown: 3."},
		{strings.Replace(pieces[0], "has", "needs", 1), ""},
	} {
		_, lines := verified(t, x.text, d)
		got := strings.Join(lines, "\n")
		if x.want != "" && !strings.Contains(got, x.want) || x.want == "" && (strings.Contains(got, "not shown") || strings.Contains(got, "Other places")) {
			t.Errorf("%s\n%s\nwant %q", x.text, got, x.want)
		}
	}
}

// TestVerifiedNamesTheOtherDocuments that have a text, with a link to each; pieces of
// several documents are quoted, whichever they are in.
func TestVerifiedNamesTheOtherDocuments(t *testing.T) {
	const rule = "Dogs are kept on a lead between the huts."
	docs := []*document.Document{parsed(t, "camp", "1. Dogs\n\n"+strings.Repeat(rule+"\n\n", 20)+"Fires are lit in the pits alone.\n"), parsed(t, "beach", "1. Animals\n\n"+rule+" Surfboards are not hired out to beginners.\n")}
	for _, l := range words.Languages() {
		r, lines := verifiedIn(t, l, rule, docs...)
		linked := ""
		for _, b := range r.Blocks {
			for _, run := range b.Runs {
				if run.Link.Document == "beach" {
					linked = run.Text
				}
			}
		}
		if want := words.In(l).AlsoIn; !strings.Contains(strings.Join(lines, "\n"), want) || !strings.Contains(linked, "beach") {
			t.Errorf("%s: no link to the other document:\n%s", l, strings.Join(lines, "\n"))
		}
		if len(r.Answer.Others) != 1 || r.Answer.Others[0].Citations[0].Document != "beach" {
			t.Errorf("%s: others %+v", l, r.Answer.Others)
		}
	}
	_, lines := verified(t, "Fires are lit in the pits alone. Surfboards are not hired out to beginners.", docs...)
	if got := strings.Join(lines, "\n"); !strings.Contains(got, "Fires are lit") || !strings.Contains(got, "Surfboards are not") || !strings.Contains(got, "beach › ") {
		t.Errorf("a splice of two documents:\n%s", got)
	}
	many := docs[:1:1]
	for i := range 19 {
		many = append(many, parsed(t, fmt.Sprintf("site-%02d", i), "1. Dogs\n\n"+rule+"\n"))
	}
	_, lines = verified(t, rule, many...)
	if got := strings.Join(lines, "\n"); !strings.Contains(got, "site-07") || strings.Contains(got, "site-08") || !strings.Contains(got, " and 11 more.") {
		t.Errorf("twenty documents:\n%s", got)
	}
}

// TestVerifiedSaysWhatIsLeftOut, with what it concerns, in every language.
func TestVerifiedSaysWhatIsLeftOut(t *testing.T) {
	d := parsed(t, "pool", "1. Bathing\n\nChildren swim free of charge, unless a coach has booked the lanes, until noon. Lockers, which are emptied at night, take a coin of 2 euros.\n\nThe showers may not be used by visitors of the café.\n")
	for _, l := range words.Languages() {
		w := words.In(l)
		for _, x := range []struct{ text, status, item string }{
			{"Children swim free of charge … until noon.", w.VerbatimCut, w.Omission(word.Condition) + w.Colon + "unless a coach has booked the lanes"},
			{"Children swim free of charge.", w.VerbatimCut, w.Omission(word.Condition) + w.Colon + "unless a coach has booked the lanes, until noon"},
			{"Lockers … take a coin of 2 euros.", w.Verbatim, w.Omission("") + w.Colon + "which are emptied at night"},
			{"noon until charge of free swim children", w.AbsentNear, "Children swim free of charge, unless"},
			{"The showers may … be used by visitors of the café.", w.Reworded, w.Change(collate.LeftOut, word.Negation) + w.Colon + "not"},
			{"café the of visitors by used be may showers the", w.Reworded, w.Changes[collate.Reordered] + w.Colon + "café the of visitors"},
		} {
			_, lines := verifiedIn(t, l, x.text, d)
			if got := strings.Join(lines, "\n"); lines[0] != x.status || !strings.Contains(got, upperFirst(x.item)) {
				t.Errorf("%s: %s\n%s\nwant %s", l, x.text, got, x.item)
			}
		}
	}
}
