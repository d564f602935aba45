package verify_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/verify"
	"pincite/internal/verify/between"
)

func TestUnusable(t *testing.T) {
	c := verify.New(read(t, "allotments.txt"))
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tt := range []struct {
		name, text string
		ctx        context.Context
		want       error
	}{
		{"empty", "", t.Context(), verify.ErrEmpty},
		{"blank", " \n\t", t.Context(), verify.ErrEmpty},
		{"marks only", "… — “”!?", t.Context(), verify.ErrEmpty},
		{"too long", strings.Repeat("x", verify.MaxText+1), t.Context(), verify.ErrTooLong},
		{"too long in characters", strings.Repeat("文", verify.MaxText+1), t.Context(), verify.ErrTooLong},
		{"given up", "nothing of the kind", done, context.Canceled},
	} {
		if r, err := c.Check(tt.ctx, tt.text); !errors.Is(err, tt.want) || r.Status != "" {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	for _, text := range []string{strings.Repeat("文", verify.MaxText), "\xff\xfe water \x00 pipes", "a\u0301\u0302\u0303", "\u202e"} {
		if _, err := c.Check(t.Context(), text); err != nil && !errors.Is(err, verify.ErrEmpty) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if r := check(t, verify.New(), "no documents"); r.Status != verify.Absent {
		t.Errorf("no documents: %+v", r)
	}
}

// TestChecks shows what is said of texts: the status, what the matches quote, what
// was allowed for, and the differences as “original→text”, with their concern.
func TestChecks(t *testing.T) {
	c := verify.New(read(t, "allotments.txt"), read(t, "library-zh.txt"), read(t, "bicycles.md"), read(t, "minutes-ru.txt"))
	for _, tt := range []struct {
		text string
		want string
	}{
		// Not there.
		{"The moon is made of green cheese.", "absent"},
		{"Members of the committee meet on Mondays.", "absent"},
		{"天安门广场", "absent"},
		{"Whoever pays a fine wastes water of 20 pounds", "altered | Whoever wastes water pays a fine of 20 pounds | wastes water→; →wastes water"},

		// Word for word.
		{"Hens", "verbatim | Hens"},
		{"Hosepipes must be held by hand.", "verbatim | Hosepipes must be held by hand."},
		{"“hosepipes  must be held by hand!”", "verbatim | Hosepipes must be held by hand | white-space case closing-mark"},
		{"1.1 Any resident of the borough", "verbatim | 1.1 Any resident of the borough"},
		{"Bonfires are allowed … after sunset only.", "verbatim | Bonfires are allowed | after sunset only. | ellipses"},
		{"第三条 年满十二周岁的居民凭身份证办理借书证，押金为五十元。", "verbatim | 第三条 年满十二周岁的居民凭身份证办理借书证，押金为五十元。"},
		{"押金为五十元", "verbatim | 押金为五十元"},
		{"工具书、报纸和「地方志」不得外借,只能在阅览室内查阅.", "verbatim | 工具书、报纸和“地方志”不得外借，只能在阅览室内查阅。 | quotation-marks full-width"},

		{"**Whoever wastes water** pays a fine of _20 pounds_, and **40 pounds** the second time", "verbatim | Whoever wastes water pays a fine of 20 pounds, and 40 pounds the second time | emphasis"},

		// Altered.
		{"Whoever *wastes* water pays a fine of **30 pounds**", "altered | Whoever wastes water pays a fine of 20 pounds | emphasis | 20→30 number"},
		{"Sheds must not be higher than 3.5 metres", "altered | Sheds must not be higher than 2.5 metres | 2.5→3.5 number"},
		{"No member may hold more than three plots.", "altered | No member may hold more than two plots. | two→three number"},
		{"Hens may not be kept with the written consent of the neighbours", "altered | Hens may be kept with the written consent of the neighbours | →not negation"},
		{"cockerels may be kept", "altered | cockerels may never be kept | never→ negation"},
		{"Mr Hartley, the treasurer, may forbid them", "altered | Mr Hartley, the warden, may forbid them | warden→treasurer"},
		{"Mr Bartley, the warden, may forbid them", "altered | Mr Hartley, the warden, may forbid them | Hartley→Bartley name"},
		{"Whoever wastes water pays a fine of 20 euros", "altered | Whoever wastes water pays a fine of 20 pounds | pounds→euros"},
		{"Hosepipes; must be held by hand.", "altered | Hosepipes must be held by hand. | →;"},
		{"A member pays a yearly rent of 54 pounds a year, due on 1 April.", "altered | A member pays a rent of 45 pounds a year, due on 1 April. | 45→54 number; →yearly"},
		{"每人每次最多借阅五册，借期为三十天。", "altered | 每人每次最多借阅三册，借期为三十天。 | 三→五 number"},
		{"工具书、报纸和“地方志”得外借", "altered | 工具书、报纸和“地方志”不得外借 | 不→ negation"},
		{"Администратор вправе удалять участников без решения собрания.", "altered | Администратор не вправе удалять участников без решения собрания. | не→ negation"},

		{"Bonfires are allowed between October and March, after sunset only, as some written rule of neighbours.",
			"altered | Bonfires are allowed between October and March, after sunset only. | →as some written rule of neighbours"},
		// What is invented in the frame of the sentence before it is no piece of the document.
		{"Bonfires are allowed between October and March, after sunset only. Saunas are allowed between May and March.",
			"altered | Bonfires are allowed between October and March, after sunset only. | →Saunas are allowed between May and March name"},

		// Spliced.
		{"Bonfires are allowed between October and March. Hosepipes must be held by hand.",
			"spliced | Bonfires are allowed between October and March | Hosepipes must be held by hand."},
		{"Bonfires are allowed between 15 November to 1 March, so that the pipes do not burst.",
			"spliced | Bonfires are allowed between | 15 November to 1 March, so that the pipes do not burst."},
	} {
		if got := summary(check(t, c, tt.text)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// summary writes a result on one line.
func summary(r verify.Result) string {
	parts := []string{string(r.Status)}
	for _, m := range r.Matches {
		parts = append(parts, m.Quote)
	}
	var allowed []string
	for _, a := range r.Allowed {
		allowed = append(allowed, string(a))
	}
	if len(allowed) > 0 {
		parts = append(parts, strings.Join(allowed, " "))
	}
	var differences []string
	for _, d := range r.Differences {
		differences = append(differences, strings.TrimSpace(fmt.Sprintf("%s→%s %s", d.Original, d.Text, d.Concern)))
	}
	if len(differences) > 0 {
		parts = append(parts, strings.Join(differences, "; "))
	}
	return strings.Join(parts, " | ")
}

// TestMarkup: what is compared is what people see, and what is quoted is the
// source; the source itself is verbatim, too.
func TestMarkup(t *testing.T) {
	text := "# Tools\n\nBorrow **at most** `3` tools; see the [list](https://example.org/list) of what is *not* lent. <!-- Copies are charged since May. --> Saws stay here.\n"
	d := marked(t, text, "# ", "**", "**", "`", "`", "[", "](https://example.org/list)", "*", "*", "<!-- Copies are charged since May. -->")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"borrow at most 3 tools; see the list of what is not lent.", "verbatim | Borrow **at most** `3` tools; see the [list](https://example.org/list) of what is *not* lent. | case"},
		{"Borrow **at most** `3` tools; see the [list](https://example.org/list)", "verbatim | Borrow **at most** `3` tools; see the [list](https://example.org/list) | markup"},
		{"Borrow at most 4 tools; see the list of what is not lent", "altered | Borrow **at most** `3` tools; see the [list](https://example.org/list) of what is *not* lent | 3→4 number"},
		{"https example org list", "absent"},
		{"](https://example.org/list)", "absent"},
		{"https://example.org/list", "absent"},
		{"Copies are charged since May", "absent"},
		{"<!-- Copies are charged since May. -->", "absent"},
		{"Copies are charged since May. --> Saws stay here.", "absent"},
		{"<!-- Copies are charged since May. --> Saws stay here.", "verbatim | <!-- Copies are charged since May. --> Saws stay here. | markup"},
		{"Saws stay here.", "verbatim | Saws stay here."},
	} {
		if got := summary(check(t, c, tt.text, d)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// marked returns a document of one section whose Markup hides the given pieces of
// its text, which stand in it in this order.
func marked(t *testing.T, text string, hidden ...string) *document.Document {
	t.Helper()
	var markup []document.Markup
	at := 0
	for _, h := range hidden {
		i := strings.Index(text[at:], h)
		if i < 0 {
			t.Fatalf("%q is not in the text", h)
		}
		markup = append(markup, document.Markup{Span: document.Span{Start: at + i, End: at + i + len(h)}})
		at += i + len(h)
	}
	whole := document.Span{End: len(text)}
	s := document.Section{ID: "tools", Kind: document.KindSection, Parent: -1, Span: whole, Own: whole,
		Paragraphs: []document.Paragraph{{Span: whole, Sentences: []document.Span{whole}}}}
	d, err := document.New(document.Document{Name: "tools", Text: text, Markup: markup, Sections: []document.Section{s}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDividedLines: a document in short lines has words in two.
func TestDividedLines(t *testing.T) {
	d := parse(t, "lines", "The commit-\ntee decides who is ad-\nmitted, and the committee pays the well-\nknown fee. A\nwell known member pays half.\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"The committee decides who is admitted", "verbatim | The commit-\ntee decides who is ad-\nmitted | hyphenation"},
		{"pays the well-known fee", "verbatim | pays the well-\nknown fee | line-breaks"},
		{"the com-\nmittee pays the wellknown fee. A well known member pays half", "verbatim | the committee pays the well-\nknown fee. A\nwell known member pays half | line-breaks hyphenation"},
		{"who is ad\u00admitted", "verbatim | who is ad-\nmitted | hyphenation"},
	} {
		got := summary(check(t, c, tt.text, d))
		if got != tt.want {
			t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// TestSplicesDivideAtSentences though the next sentence begins with the same words.
func TestSplicesDivideAtSentences(t *testing.T) {
	d := parse(t, "mill.md", "# Mill\n\n## Wheel\n\nGrain is ground on Fridays and Saturdays in autumn by two millers and their sons. The wheel stands still in frost.\n\n## Rest\n\n"+strings.Repeat("Ducks sleep under willows. ", 200)+"\n\n## Pond\n\nNobody skates on the pond. The sluice is opened by the miller alone.\n")
	r := check(t, verify.New(d), "Grain is ground on Fridays and Saturdays in autumn by two millers and their sons. The sluice is opened by the miller alone.", d)
	if got, want := summary(r), "spliced | Grain is ground on Fridays and Saturdays in autumn by two millers and their sons | The sluice is opened by the miller alone."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestPlaces: each place of a text is named, up to a limit, with its document.
func TestPlaces(t *testing.T) {
	a := parse(t, "a", "1. One\n\nThe fee is due.\n\n2. Two\n\nThe fee is due. The fee is high.\n")
	b := parse(t, "b", strings.Repeat("The fee is due.\n", 30))
	r := check(t, verify.New(a, b), "the fee is due", a, b)
	if r.Places != 32 || len(r.Matches) != verify.MaxMatches {
		t.Fatalf("%d places, %d matches", r.Places, len(r.Matches))
	}
	first, second, third := r.Matches[0], r.Matches[1], r.Matches[2]
	if fmt.Sprint(r.Documents) != "[{a 2} {b 30}]" {
		t.Errorf("documents: %v", r.Documents)
	}
	if r := check(t, verify.New(b, a), "the fee is due", a, b); r.Matches[13].Document != "b" || r.Matches[14].Document != "b" || r.Matches[15].Document != "a" {
		t.Errorf("the second document is not listed: %+v", r.Matches)
	}
	if first.Document != "a" || second.Document != "a" || third.Document != "b" || first.Section == second.Section || second.Sentences != [2]int{1, 1} {
		t.Errorf("places: %+v", r.Matches[:3])
	}
	if r := check(t, verify.New(a), "The fee is due. The fee is high.", a); r.Matches[0].Sentences != [2]int{1, 2} || r.Places != 1 {
		t.Errorf("two sentences: %+v", r)
	}
	if r := check(t, verify.New(a), "The fee is due. 2. Two The fee", a); r.Status != verify.Verbatim || r.Matches[0].Through == "" || r.Matches[0].Through == r.Matches[0].Section {
		t.Errorf("two sections: %+v", r)
	}
}

// TestPlacesInMarkup: a text that people can see has all its places told, whichever
// of them has markup in its source.
func TestPlacesInMarkup(t *testing.T) {
	d := marked(t, "Members *must* pay the fee. Members must pay the fee. Members must pay the fee.\n", "*", "*")
	r := check(t, verify.New(d), "Members must pay the fee", d)
	if r.Status != verify.Verbatim || r.Places != 3 || len(r.Matches) != 3 {
		t.Errorf("%+v", r)
	}
}

// TestMarkupInSeveralPlaces: a text with the markup of a source has all places of what
// it shows told, in each document.
func TestMarkupInSeveralPlaces(t *testing.T) {
	const text = "Members [must](https://example.org/why) pay"
	a := parse(t, "a.md", "# A\n\n## Fees\n\n"+text+" the fee.\n\n## Rent\n\n"+text+" the rent. Members must pay in May.\n")
	b := parse(t, "b.md", "# B\n\n## Dues\n\nOnly on request: "+text+" the dues.\n")
	other := parse(t, "c.md", "# C\n\n## Dues\n\nMembers must pay *never*.\n")
	r := check(t, verify.New(a, b, other), text, a, b, other)
	if r.Status != verify.Verbatim || r.Places != 5 || fmt.Sprint(r.Documents) != "[{a 3} {b 1} {c 1}]" || len(r.Matches) != 5 {
		t.Fatalf("%+v", r)
	}
	var quotes []string
	for _, m := range r.Matches {
		quotes = append(quotes, m.Quote)
	}
	if want := []string{text, text, "Members must pay", text, "Members must pay"}; !slices.Equal(quotes, want) || r.Allowed[len(r.Allowed)-1] != between.Markup {
		t.Errorf("%q, allowed %v", quotes, r.Allowed)
	}
}

// TestRepetition: a document that repeats itself costs no more than its length, and
// who does not wait for the result stops the search.
func TestRepetition(t *testing.T) {
	d := parse(t, "a", strings.Repeat("la ", 200_000))
	c := verify.New(d)
	text := strings.Repeat("la ", 1300)
	if r := check(t, c, text, d); r.Status != verify.Verbatim || r.Places == 0 || r.Places > 10_000 {
		t.Errorf("%s in %d places", r.Status, r.Places)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Check(ctx, text); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// A patient is a context that is done once it was looked at so many times.
type patient struct {
	context.Context
	left int
}

func (p *patient) Err() error {
	if p.left--; p.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestGivenUp: whenever nobody waits any more there is no result, whichever way the
// text is looked for.
func TestGivenUp(t *testing.T) {
	d := read(t, "allotments.txt")
	c := verify.New(d)
	for _, text := range []string{
		"Hosepipes must be held by hand",
		"Hosepipes … held by hand",
		"Whoever wastes water pays a fine of 30 pounds",
		"Bonfires are allowed between October and March. Hosepipes must be held by hand.",
		"hand by held be must hosepipes",
		"Of the rent, members over 65 have to pay but two thirds, says the committee in its wisdom and the secretary too",
	} {
		looks := 0
		for {
			r, err := c.Check(&patient{t.Context(), looks}, text)
			if err == nil {
				break
			}
			if looks++; !errors.Is(err, context.Canceled) || r.Status != "" || looks > 1000 {
				t.Fatalf("%q: %s %v after %d looks", text, r.Status, err, looks)
			}
		}
		if looks < 1 {
			t.Errorf("%q: nobody looks", text)
		}
	}
}

// twice has a text in two places, cut in the first of them.
const twice = "# Pier\n\nExcept in 3 months of winter, the pier is open, to boats. In summer the pier is open, to boats.\n\nThe pier is open, to boats.\n"

// TestTheBestOfSeveralPlaces: an altered text is compared with the place where it is
// whole, whichever comes first.
func TestTheBestOfSeveralPlaces(t *testing.T) {
	d := parse(t, "twice.md", twice)
	c := verify.New(d)
	r := check(t, c, "The pier is open; to boats.", d)
	if got, want := summary(r), "altered | The pier is open, to boats. | ,→;"; got != want || r.Matches[0].Span.Start != strings.LastIndex(d.Text, "The pier") || len(r.Omitted) > 0 {
		t.Errorf("got  %s at %v without %v\nwant %s", got, r.Matches[0].Span, r.Omitted, want)
	}
	cut := parse(t, "cut.md", "# Pier\n\nExcept in winter, the pier is open, to boats. In summer, unless it storms, the pier is open, to boats. In May the pier is open, to boats.\n")
	r = check(t, verify.New(cut), "The pier is open; to boats.", cut)
	if r.Status != verify.Altered || r.Matches[0].Span.Start != strings.LastIndex(cut.Text, "the pier") || len(r.Omitted) != 1 {
		t.Errorf("%+v", r)
	}
}

// TestNumbersOfSections: a page is copied without the numbers before its headings.
func TestNumbersOfSections(t *testing.T) {
	d := read(t, "allotments.txt")
	r := check(t, verify.New(d), "so that the pipes do not burst. Whoever wastes water pays a fine of 20 pounds", d)
	want := "verbatim | so that the pipes do not burst.\n\n3.2 Whoever wastes water pays a fine of 20 pounds | numbering"
	if got := summary(r); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestLongTextBetweenSentences: what no section owns is still text, and is not left
// out unnoticed.
func TestLongTextBetweenSentences(t *testing.T) {
	text := "Dogs sleep in the yard. " + strings.Repeat("None of this is true. ", 5) + "Keys hang inside the kitchen cupboard."
	first, second := document.Span{End: 23}, document.Span{Start: len(text) - 38, End: len(text)}
	whole := document.Span{End: len(text)}
	s := document.Section{ID: "all", Kind: document.KindSection, Parent: -1, Span: whole, Own: whole,
		Paragraphs: []document.Paragraph{{Span: whole, Sentences: []document.Span{first, second}}}}
	d, err := document.New(document.Document{Name: "house", Text: text, Sections: []document.Section{s}})
	if err != nil {
		t.Fatal(err)
	}
	if r := check(t, verify.New(d), "Dogs sleep in the yard. Keys hang inside the kitchen cupboard.", d); r.Status != verify.Spliced {
		t.Errorf("%+v", r)
	}
}

func TestJSON(t *testing.T) {
	d := parse(t, "house", "Dogs sleep in the yard.\n")
	r := check(t, verify.New(d), "Cats sleep in the yard.", d)
	got, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"status":"altered","matches":[{"document":"house","section":"paragraph-1","sentences":[1,1],` +
		`"span":{"start":0,"end":23},"quote":"Dogs sleep in the yard.","text":{"start":0,"end":22}}],"places":0,"documents":[],"allowed":[],` +
		`"differences":[{"kind":"replaced","match":0,"text":"Cats","at":{"start":0,"end":4},"original":"Dogs","span":{"start":0,"end":4}}],"omitted":[],"share":`
	if !strings.HasPrefix(string(got), want) {
		t.Errorf("got  %s\nwant %s…", got, want)
	}
	absent, _ := json.Marshal(check(t, verify.New(d), "something else"))
	if !strings.Contains(string(absent), `"matches":[],"places":0,"documents":[],"allowed":[],"differences":[]`) {
		t.Errorf("lists must not be null: %s", absent)
	}
}

// TestNearest: a text that is absent shows the passage that has most of its words,
// in whatever order, and only that.
func TestNearest(t *testing.T) {
	d := read(t, "allotments.txt")
	c := verify.New(d)
	r := check(t, c, "Of the rent, members over 65 have to pay but two thirds, says the committee in its wisdom and the secretary too", d)
	if r.Status == verify.Verbatim || r.Status == verify.Spliced {
		t.Errorf("%s", r.Status)
	}
	r = check(t, c, "by hand held must be hosepipes", d)
	if r.Status != verify.Altered || len(r.Matches) != 1 || r.Matches[0].Quote != "Hosepipes must be held by hand" {
		t.Errorf("%+v", r)
	}
	if r := check(t, c, "must be", d); r.Status != verify.Verbatim {
		t.Errorf("%+v", r)
	}
}

// TestMisreadings: a bad scan is of where its words stand, few as they are.
func TestMisreadings(t *testing.T) {
	d := parse(t, "yard.md", `# Yard

(a) Nobody shall weld, solder or burn in the boat shed without a fire permit.

1. five feet to an open fuel tank;
2. Änderungen der Anschrift sind dem Vorstand binnen zwei Wochen mitzuteilen.
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"(a) Nobodv shall weld, solder or bvrn in the boat shed withoul a fire permit.",
			"altered | (a) Nobody shall weld, solder or burn in the boat shed without a fire permit."},
		{"Nobodv shall weld, solder or bvrn in the boat shed withoul a fire permit.",
			"altered | Nobody shall weld, solder or burn in the boat shed without a fire permit."},
		{"(4) fivl feet to an opcn fuel tank;", "altered | five feet to an open fuel tank"},
		{"c) Ädderungen der Anschrift sind bem Vorstand binnen zwei Wochel mitzuteilen,",
			"altered | Änderungen der Anschrift sind dem Vorstand binnen zwei Wochen mitzuteilen"},
		{"Nobodv rides, paints or slecps in the boat shop without a firc bucket.", "absent"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// FuzzCheck: whatever is checked, the result holds together, and what a match
// quotes is verbatim itself.
func FuzzCheck(f *testing.F) {
	docs := []*document.Document{read(f, "allotments.txt"), read(f, "library-zh.txt"), read(f, "bicycles.md"), parse(f, "twice.md", twice)}
	c := verify.New(docs...)
	f.Add("The pier is open; to boats.")
	f.Add("年满十十")
	for _, s := range sentences(3, docs...) {
		f.Add(s.text)
		f.Add(alterations["slips"](s.text))
	}
	f.Add("a … b ... c [...] d")
	f.Add("> -5\n--5 ==== 1,000.5'000 ﬁ\u00ad-\nx")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := c.Check(t.Context(), text)
		if err != nil {
			if !errors.Is(err, verify.ErrEmpty) && !errors.Is(err, verify.ErrTooLong) {
				t.Fatal(err)
			}
			return
		}
		holdTogether(t, text, r)
		if r.Share < 0 || r.Share > 1 || !slices.Contains([]verify.Status{verify.Verbatim, verify.Altered, verify.Spliced, verify.Absent}, r.Status) {
			t.Errorf("%+v", r)
		}
		for _, m := range r.Matches {
			if again, err := c.Check(t.Context(), m.Quote); len([]rune(m.Quote)) <= verify.MaxText && (err != nil || again.Status != verify.Verbatim) {
				t.Errorf("%q was quoted for %q and is %s: %v", m.Quote, text, again.Status, err)
			}
		}
	})
}
