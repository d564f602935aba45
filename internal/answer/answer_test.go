package answer_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/verify"
)

func ids(a answer.Answer) []string {
	var out []string
	for _, c := range a.Citations {
		out = append(out, c.ID)
	}
	return out
}

func TestNothingAsked(t *testing.T) {
	a := ready(t)
	for in, want := range map[string]answer.Reason{
		"": answer.ReasonEmpty, " \t\n": answer.ReasonEmpty, "\u200b\u2060": answer.ReasonEmpty, "?!": answer.ReasonEmpty,
		"a": answer.ReasonTooShort, strings.Repeat("ab ", 2000): answer.ReasonTooLong,
		"hello": answer.ReasonGreeting, "many thanks": answer.ReasonThanks, "are you human?": answer.ReasonIdentity,
		"measure 0": answer.ReasonOutOfRange, "measure 16": answer.ReasonOutOfRange, "m99999999999999999999": answer.ReasonOutOfRange,
		"the next one": answer.ReasonNoContext, "what does measure 99 say about discipline?": answer.ReasonOutOfRange, "/measure": answer.ReasonNoNumber,
	} {
		got := ask(t, a, in)
		kind := answer.KindHelp
		if want == answer.ReasonOutOfRange {
			kind = answer.KindNone
		}
		if got.Kind != kind || got.Reason != want || len(got.Citations) > 0 {
			t.Errorf("%.20q: %s %q %v, want %s %q", in, got.Kind, got.Reason, ids(got), kind, want)
		}
	}
	if got := ask(t, a, "measure 16"); got.First != "1" || got.Last != "15" || got.Level != "measure" {
		t.Errorf("range told: %s %s to %s", got.Level, got.First, got.Last)
	}
}

func TestLookup(t *testing.T) {
	a := ready(t)
	for in, want := range map[string]string{
		"7": "measure-7", "m7": "measure-7", "#7": "measure-7", "art. 7": "measure-7", "no. 12": "measure-12",
		"the seventh measure": "measure-7", "VII": "measure-7", "7-9": "measure-7 measure-8 measure-9",
		"4 and 5": "measure-4 measure-5", "7, 9 and 11": "measure-7 measure-9 measure-11", "last measure": "measure-15",
		"part two": "part-2", "Part III": "part-3", "第七条": "measure-7", "第三部分": "part-3",
		"the opening paragraph": "preamble", "conclusion": "conclusion", "measures 14-99": "measure-14 measure-15",
		"пункт 15": "measure-15", "medida 7": "measure-7",
	} {
		got := ask(t, a, in)
		if got.Kind != answer.KindSection || strings.Join(ids(got), " ") != want {
			t.Errorf("%q: %s %v, want section %s", in, got.Kind, ids(got), want)
		}
	}
	got := ask(t, a, "3")
	if got.Also != "3" || got.AlsoOf != "part" {
		t.Errorf("a bare 3 offers %s %s, want part 3", got.AlsoOf, got.Also)
	}
}

func TestOutline(t *testing.T) {
	a := ready(t)
	for in, want := range map[string]int{"how many measures are there?": 15, "list the parts": 4, "what is in part 3": 5, "contents": 22,
		"which measures are in part 2 and which in part 4": 9, "what is in part 2 and in part 9": 2} {
		got := ask(t, a, in)
		if got.Kind != answer.KindOutline || len(got.Citations) != want {
			t.Errorf("%q: %s with %d entries, want outline with %d", in, got.Kind, len(got.Citations), want)
		}
	}
}

// Of a text without parts, the structure is its paragraphs.
func TestOutlineOfAFlatText(t *testing.T) {
	a := about(t, "The committee decides by majority.\n\nThe fee is 30 pounds a year.\n\nWho has not paid loses the plot.\n")
	for _, asked := range []string{"what are the main parts?", "list the sections", "contents", "how is it organised?", "¿cuáles son las partes principales?"} {
		if got := ask(t, a, asked); got.Kind != answer.KindOutline || len(got.Citations) != 3 {
			t.Errorf("%q: %s %v", asked, got.Kind, ids(got))
		}
	}
}

func TestMetadata(t *testing.T) {
	a := ready(t)
	for in, want := range map[string]string{
		"who issued this document?":         "General Office",
		"when was it published?":            "2024-02-28",
		"when was this document adopted":    "23 February 2024",
		"what is the full title?":           "Opinions of",
		"什么时候发布的":                           "2024-02-28",
		"¿Cuándo se publicó el documento?":  "2024-02-28",
		"Кто издал этот документ?":          "General Office",
		"when was it signed, when released": "2024",
	} {
		got := ask(t, a, in)
		if len(got.Citations) == 0 || got.Citations[0].ID != "title" || !strings.Contains(got.Citations[0].Quote, want) {
			t.Errorf("%q: %s %v, want a quote with %q", in, got.Kind, ids(got), want)
		}
	}
	bare := about(t, "1. Scope\n\n1.1 This contract is about boats.\n\n2. Price\n\n2.1 The price is ten crowns.\n")
	for in, known := range map[string]bool{"is this an official translation?": false, "where is it from?": false, "how long is it?": true, "how do I cite this?": true} {
		for a, want := range map[*answer.Answerer]bool{a: true, bare: known} {
			if got := ask(t, a, in); got.Question.Kind != question.Metadata || (got.Kind == answer.KindAnswer) != want || (got.Confidence == 1) != want {
				t.Errorf("%s: %q: %s %v", a.Document().Name, in, got.Kind, ids(got))
			}
		}
	}
}

// A list is complete, in order, and finds every spelling.
func TestMentions(t *testing.T) {
	a := ready(t)
	want := []string{"measure-2", "measure-7", "measure-10", "measure-13", "measure-14", "measure-15"}
	for _, spelling := range []string{"grass-roots", "grassroots", "grass roots", "Grass-Roots"} {
		got := ask(t, a, "which measures mention "+spelling+"?")
		if got.Kind != answer.KindList || !slices.Equal(ids(got), want) || got.Checked != 15 {
			t.Errorf("%s: %s %v of %d, want list %v of 15", spelling, got.Kind, ids(got), got.Checked, want)
		}
	}
	for topic, want := range map[string]string{"discipline or petitions": "discipline", "petitions or discipline": "discipline"} {
		if all, some := ids(mentions(t, a, topic)), ids(mentions(t, a, want)); !subset(some, all) {
			t.Errorf("%s: %v lacks some of %v", topic, all, some)
		}
	}
	if all, some := ids(mentions(t, a, "supervision and inspection")), ids(mentions(t, a, "supervision")); !subset(all, some) {
		t.Errorf("both: %v, but supervision only in %v", all, some)
	}
	yes, no := ask(t, a, "which measures mention discipline?"), ask(t, a, "which measures do not mention discipline?")
	if len(ids(yes))+len(ids(no)) != 15 || no.Kind != answer.KindList {
		t.Errorf("mention it %v, do not %s %v: not 15 together", ids(yes), no.Kind, ids(no))
	}
	if got := ask(t, a, "which parts mention bureaucracy?"); !slices.Equal(ids(got), []string{"part-3"}) {
		t.Errorf("parts: %s %v", got.Kind, ids(got))
	}
	if got := mentions(t, a, "quantum chromodynamics"); got.Kind != answer.KindNone || got.Reason != answer.ReasonNoMention {
		t.Errorf("mentions of nothing: %s %q", got.Kind, got.Reason)
	}
	if got := mentions(t, a, "枫桥经验"); !slices.Equal(ids(got), []string{"measure-6"}) {
		t.Errorf("a Chinese term: %v", ids(got))
	}
}

// Every section whose text has a word is in the list of the word, and no other.
func TestMentionsComplete(t *testing.T) {
	b := open(t)
	a := ready(t)
	for _, word := range []string{"supervision", "discipline", "accountability", "petition", "bureaucracy", "cyberspace"} {
		var want []string
		for i := range b.Document.Sections {
			if strings.Contains(strings.ToLower(b.Document.Slice(b.Document.Sections[i].Own)), word) {
				want = append(want, b.Document.Sections[i].ID)
			}
		}
		if got := mentions(t, a, word); len(want) > 0 && !subset(want, ids(got)) {
			t.Errorf("%s: %v, but the text has it in %v", word, ids(got), want)
		}
	}
}

func subset(of, in []string) bool {
	return !slices.ContainsFunc(of, func(s string) bool { return !slices.Contains(in, s) })
}

// anyReason stands for an abstention whatever its reason.
const anyReason = answer.Reason("any")

func TestAbstains(t *testing.T) {
	a := ready(t)
	for in, want := range map[string]answer.Reason{
		"how do I bake sourdough bread?":                       anyReason,
		"who won the football match last night?":               anyReason,
		"How much is the fine for formalism?":                  anyReason,
		"what is the deadline for the livelihood lists?":       answer.ReasonLacks,
		"List the four self-confidences one after the other":   answer.ReasonUndefined,
		"How many hours does the special party class last?":    anyReason,
		"which measures mention zeppelins?":                    answer.ReasonNoMention,
		"what percentage of cadres must be rotated each year?": answer.ReasonLacks,
	} {
		got := ask(t, a, in)
		if got.Kind != answer.KindNone && got.Kind != answer.KindClosest || want != anyReason && got.Reason != want {
			t.Errorf("%q: %s %q %v, want an abstention: %q", in, got.Kind, got.Reason, ids(got), want)
		}
	}
}

func TestFollowUp(t *testing.T) {
	a := ready(t)
	turns := before(t, a, "what does measure 8 cover?")
	for in, want := range map[string]string{
		"and measure 9?": "measure-9", "the next one": "measure-9", "the one before": "measure-7",
		"show the full text": "measure-8", "who has to do it?": "measure-8",
		"which measure is about the Fengqiao experience?": "measure-6", // says all itself
	} {
		if got := ask(t, a, in, turns...); len(got.Citations) == 0 || got.Citations[0].ID != want {
			t.Errorf("after measure 8, %q: %s %v, want %s", in, got.Kind, ids(got), want)
		}
	}
	for _, c := range []struct{ before, asked, want string }{
		{"which measures mention discipline?", "the second one", "measure-9"},
		{"measures 7-9", "the next one", "measure-10"},
		{"measures 7-9", "the one before", "measure-6"},
		{"who issued this document?", "how long is it?", "title"},
		{"measure 7", "how long is it?", "measure-7"},
	} {
		if got := ask(t, a, c.asked, before(t, a, c.before)...); len(got.Citations) == 0 || got.Citations[0].ID != c.want {
			t.Errorf("after %q, %q: %v, want %s", c.before, c.asked, ids(got), c.want)
		} else if about := got.Question.Kind == question.Metadata; about != (c.want == "title") {
			t.Errorf("after %q, %q is asked of the document: %v", c.before, c.asked, about)
		}
	}
	for _, vague := range []string{"how often?", "why?"} {
		if got := ask(t, a, vague); got.Kind == answer.KindAnswer {
			t.Errorf("%q with nothing before it: %v", vague, ids(got))
		}
	}
	if got := ask(t, a, "next", before(t, a, "15")...); got.Citations[0].ID != "conclusion" {
		t.Errorf("after the last measure: %v", ids(got))
	}
}

// In short is a sentence, and more is what comes next: neither is the section
// that was just shown.
func TestShortAndMore(t *testing.T) {
	a := ready(t)
	asked := before(t, a, "how often must leaders give a special party class?")
	section := before(t, a, "measure 7")
	for _, word := range []string{"tldr", "in short", "太长不看", "кратко", "resumen"} {
		for want, turns := range map[string][]turn.Turn{"measure-2": asked, "measure-7": section} {
			got := ask(t, a, word, turns...)
			if got.Kind != answer.KindAnswer || got.Confidence != 1 || len(got.Citations) != 1 || got.Citations[0].ID != want || got.Citations[0].Sentences[0] == 0 {
				t.Errorf("%q after %s: %s %v", word, want, got.Kind, ids(got))
			}
		}
	}
	if got := ask(t, a, "tldr", asked...).Citations[0]; !strings.Contains(got.Quote, "party class every year") {
		t.Errorf("in short: %q", got.Quote)
	}
	turns := asked
	for range 3 {
		got := ask(t, a, "more results", turns...)
		if got.Kind != answer.KindClosest || len(got.Citations) == 0 {
			t.Fatalf("more: %s %v", got.Kind, ids(got))
		}
		for _, turn := range turns {
			if subset(ids(got)[:1], turn.Sections) {
				t.Errorf("more results shows %v again after %v", ids(got), turn.Sections)
			}
		}
		turns = append(turns, got.Turn())
	}
	if got := ask(t, a, "more results", section...); got.Kind != answer.KindHelp || got.Reason != answer.ReasonNoMore {
		t.Errorf("more of a section: %s %v", got.Kind, ids(got))
	}
	if got := ask(t, a, "more results", before(t, a, "which measures mention discipline?")...); got.Kind != answer.KindList {
		t.Errorf("more of a list: %s", got.Kind)
	}
	for word, want := range map[string]answer.Reason{"tldr": answer.ReasonTask, "more results": answer.ReasonNoContext} {
		if got := ask(t, a, word); got.Reason != want {
			t.Errorf("%q with nothing before it: %s %s", word, got.Kind, got.Reason)
		}
	}
}

// A short question is one if the text has its word: only where it has not does it
// need something before it.
func TestShortQuestionOfAShortText(t *testing.T) {
	a := about(t, "The committee decides by majority of those present.\n\nThe fee is due in April.\n\nDogs are kept on a lead.\n\nThe hut is locked at dusk.\n")
	if got := ask(t, a, "who decides?"); got.Kind != answer.KindAnswer || !strings.Contains(got.Citations[0].Quote, "committee decides") {
		t.Errorf("who decides? %s %s %v", got.Kind, got.Reason, ids(got))
	}
	if got := ask(t, a, "how often?"); got.Reason != answer.ReasonNoContext {
		t.Errorf("how often? %s %s %v", got.Kind, got.Reason, ids(got))
	}
}

func TestSeveralQuestions(t *testing.T) {
	a := ready(t)
	got := ask(t, a, "How often must leaders give a special party class? And who issued this document?")
	if !slices.Equal(ids(got), []string{"measure-2", "title"}) {
		t.Errorf("two questions: %v", ids(got))
	}
	got = ask(t, a, "measures 10 and 9 on discipline")
	if !slices.Equal(ids(got), []string{"measure-10", "measure-9"}) {
		t.Errorf("a comparison: %v", ids(got))
	}
}

// TestManyQuestions: as many questions are answered one by one as places are cited, and of
// more none is left out of an answer without a word.
func TestManyQuestions(t *testing.T) {
	const rules = "# Hall\n\n## 1. Sauna\n\nThe sauna opens at ten.\n\n## 2. Keys\n\nThe keys hang in the hall.\n\n" +
		"## 3. Boats\n\nBoats are stored in the shed.\n\n## 4. Fees\n\nThe berth costs four crowns.\n"
	a := answererIn(t, fstest.MapFS{"rules.md": {Data: []byte(rules)}}, "rules.md")
	asked := "When does the sauna open? Where do the keys hang? Where are boats stored?"
	if got := ask(t, a, asked); got.Kind != answer.KindAnswer || !slices.Equal(ids(got), []string{"section-1", "section-2", "section-3"}) {
		t.Errorf("three questions: %s %v", got.Kind, ids(got))
	}
	if got := ask(t, a, asked+" How much does the berth cost?"); got.Kind != answer.KindClosest {
		t.Errorf("four questions: %s %v", got.Kind, ids(got))
	}
}

// Whatever is asked, every quote is the text at its span, every citation
// names its section, there are at most three in an answer, and asking again
// gives the same.
func TestEveryReplyIsVerbatim(t *testing.T) {
	b := open(t)
	a := ready(t)
	checker, checked := verify.New(b.Document), map[string]bool{}
	for _, j := range judged(t) {
		got := ask(t, a, j.Asked(), before(t, a, j.Context)...)
		checkAnswer(t, b.Document, j.Asked(), got)
		checkQuotes(t, checker, checked, got)
		again := ask(t, a, j.Asked(), before(t, a, j.Context)...)
		if !reflect.DeepEqual(got.Citations, again.Citations) || got.Kind != again.Kind {
			t.Errorf("%s: asked twice, answered differently", j.ID)
		}
	}
}

// checkQuotes holds that the quote check calls verbatim whatever an answer quotes,
// but for what is too long for it. What was checked is not checked again.
func checkQuotes(t *testing.T, checker *verify.Checker, checked map[string]bool, got answer.Answer) {
	t.Helper()
	for _, c := range got.Citations {
		if checked[c.Quote] {
			continue
		}
		checked[c.Quote] = true
		r, err := checker.Check(t.Context(), c.Quote)
		if errors.Is(err, verify.ErrTooLong) || c.Quote == "" {
			continue
		}
		if err != nil || r.Status != verify.Verbatim {
			t.Errorf("quote of %s is %s, %v: %.60q", c.ID, r.Status, err, c.Quote)
		}
	}
}

func checkAnswer(t *testing.T, d *document.Document, asked string, got answer.Answer) {
	t.Helper()
	if (got.Kind == answer.KindAnswer || got.Kind == answer.KindClosest) && (len(got.Citations) == 0 || len(got.Citations) > 3) {
		t.Errorf("%.60q: %s with %d citations", asked, got.Kind, len(got.Citations))
	}
	for _, c := range got.Citations {
		s := d.Sections[c.Section]
		if c.Quote != d.Text[c.Span.Start:c.Span.End] || !utf8.ValidString(c.Quote) {
			t.Errorf("%.60q: quote of %s is not the text at %v", asked, c.ID, c.Span)
		}
		if c.ID != s.ID || !s.Own.Contains(c.Span) && !c.Span.Empty() {
			t.Errorf("%.60q: cites %s for a span outside it", asked, c.ID)
		}
		if c.Score < 0 || c.Score > 1 {
			t.Errorf("%.60q: score %v", asked, c.Score)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	b := open(t)
	a, err := answer.New(t.Context(), answer.Options{Document: b.Document, Annotations: b.Annotations})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var wg sync.WaitGroup
	for _, q := range []string{"formalism", "形式主义", "формализм", "formalismo", "polital helth chekup", "which measures mention cadres"} {
		for range 2 {
			wg.Go(func() { checkAnswer(t, b.Document, q, ask(t, a, q)) })
		}
	}
	wg.Wait()
}

// A document without annotations, without headings, or with one word only,
// still answers.
func TestBareDocuments(t *testing.T) {
	for name, c := range map[string]struct{ text, asked, want string }{
		"no headings": {"The lighthouse was built in 1856.\n\nIts keeper lived in the cottage below the cliff.\n", "who lived in the cottage?", "keeper"},
		"articles":    {"Article 1 Scope\n\nThis law applies to ferries.\n\nArticle 2 Fares\n\nThe fare is two crowns.\n", "article 2", "two crowns"},
		"one word":    {"Nothing\n", "nothing", "Nothing"},
	} {
		a := about(t, c.text)
		got := ask(t, a, c.asked)
		if len(got.Citations) == 0 || !strings.Contains(got.Citations[0].Quote, c.want) {
			t.Errorf("%s: %q: %s %v", name, c.asked, got.Kind, fmt.Sprint(got.Citations))
		}
		checkAnswer(t, a.Document(), c.asked, got)
	}
}

// Numbers of several parts find their section, as the document labels it.
func TestCompoundNumbers(t *testing.T) {
	a := about(t, "1. Scope\n\n1.1 This contract is about boats.\n\n1.2 It is not about oars.\n\n2. Price\n\n2.1 The price is ten crowns.\n\n2.2 It is paid in spring.\n")
	for in, want := range map[string]string{"2.1": "ten crowns", "section 1.2": "oars", "what does 2.2 say?": "spring"} {
		got := ask(t, a, in)
		if got.Kind != answer.KindSection || !strings.Contains(got.Citations[0].Quote, want) {
			t.Errorf("%q: %s %v", in, got.Kind, got.Citations)
		}
	}
	if got := ask(t, a, "9.9"); got.Kind == answer.KindSection {
		t.Errorf("9.9: %v", ids(got))
	}
}

// A citation says all of its place, and what it is for.
func TestCitation(t *testing.T) {
	a := ready(t)
	d := a.Document()
	for asked, want := range map[string]string{
		"how often must leaders give a special party class?": "answer answer /d/opinions-2024/measure-2#s4",
		"measure 7":                           "section answer /d/opinions-2024/measure-7",
		"which measures mention formalism?":   "list answer /d/opinions-2024/measure-10",
		"how much is the fine for formalism?": "closest near /d/opinions-2024/measure-10#s7",
	} {
		got := ask(t, a, asked)
		c := got.Citations[0]
		if s := fmt.Sprint(got.Kind, " ", c.Role, " ", c.URL); s != want {
			t.Errorf("%q: %s, want %s", asked, s, want)
		}
		if got.Document != d || c.Document != d.Name {
			t.Errorf("%q: answered from %v, cited from %q", asked, got.Document, c.Document)
		}
		if first, last := d.SentenceRange(c.Section, c.Span); got.Kind != answer.KindSection && c.Sentences != [2]int{first, last} {
			t.Errorf("%q: sentences %v, want %d to %d", asked, c.Sentences, first, last)
		}
		for _, c := range got.Citations[1:] {
			if (got.Kind == answer.KindAnswer || got.Kind == answer.KindClosest) != (c.Role == answer.RoleSee) {
				t.Errorf("%q: %s has the role %s", asked, c.ID, c.Role)
			}
		}
	}
	got := ask(t, a, "How often must leaders give a special party class? And who issued this document?")
	if len(got.Citations) != 2 || got.Citations[1].Role != answer.RoleAnswer {
		t.Errorf("two questions: %+v", got.Citations)
	}
}

// What fails says so: it is never "nothing found".
func TestFailures(t *testing.T) {
	a := ready(t)
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for _, asked := range []string{"what is formalism?", "which measures mention zeppelins?", "Who checks? And what is formalism?"} {
		if got, err := a.Answer(done, asked, answer.Context{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%q: %s %v, %v", asked, got.Kind, ids(got), err)
		}
	}
	if got, err := a.Rank(done, "formalism", 3); !errors.Is(err, context.Canceled) {
		t.Errorf("rank: %v, %v", got, err)
	}
	closed := answererIn(t, fstest.MapFS{"text": {Data: []byte("Nothing is here.\n")}}, "text") // not one that others ask
	closed.Close()
	if got, err := closed.Answer(t.Context(), "nothing", answer.Context{}); err == nil {
		t.Errorf("after Close: %s %v", got.Kind, ids(got))
	}
}

func FuzzAnswer(f *testing.F) {
	b := open(f)
	a := ready(f)
	for _, s := range []string{"", "7-9", "date:[2020 TO *] {a TO z}", "/.*/", "формализм 形式主义 formalism", "and it?", "\x00\xff", "m7 and 15, part ii; 第三条"} {
		f.Add(s, "measure 8")
	}
	f.Fuzz(func(t *testing.T, asked, earlier string) {
		checkAnswer(t, b.Document, asked, ask(t, a, asked, before(t, a, earlier)...))
	})
}

// A message is read with what is known besides: the sentence that was quoted, and the
// language of the person's client.
func TestContext(t *testing.T) {
	a := about(t, "# Club\n\n## Fees\n\nThe fee is thirty crowns. It is due in April. Late members pay five more.\n\n## Dogs\n\nDogs are kept on a lead. Cats are free.\n")
	due := before(t, a, "when is it due in April?")
	if quoted := a.Document().Slice(due[0].Quoted); quoted != "It is due in April." {
		t.Fatalf("quoted %q", quoted)
	}
	for asked, want := range map[string]string{
		"show me the sentence before that": "The fee is thirty crowns.",
		"the next sentence":                "Late members pay five more.",
	} {
		if got := ask(t, a, asked, due...); got.Kind != answer.KindSection || got.Citations[0].Quote != want {
			t.Errorf("%q: %s %s %v, want %q", asked, got.Kind, got.Reason, ids(got), want)
		}
	}
	dogs := before(t, a, "Dogs")
	if got := ask(t, a, "the sentence before that", dogs...); got.Citations[0].Quote != "Late members pay five more." {
		t.Errorf("before a section: %q", got.Citations[0].Quote)
	}
	for client, want := range map[string]string{"": "en", "en-GB": "en", "es-MX": "es"} {
		got, err := a.Answer(t.Context(), "animal", answer.Context{Language: client})
		if err != nil || got.Language != want {
			t.Errorf("client %q: language %q, %v", client, got.Language, err)
		}
	}
}

// A mail says a good deal that is not asked; the question in it is.
func TestQuestionInAMail(t *testing.T) {
	a := ready(t)
	for _, mail := range []string{
		"Good morning,\nour printer on floor 3 is broken again, so no handouts. The intern starts on Monday 12 May.\n\nA member wants to know: how often does each leader have to give a party class?\n\nKind regards\nAnna\nOffice 211",
		"The caretaker cut the hedge and found two umbrellas. The zebra was late. How often does each leader have to give a party class?",
	} {
		if got := ask(t, a, mail); got.Kind != answer.KindAnswer || got.Citations[0].ID != "measure-2" {
			t.Errorf("%q: %s %s %v", mail, got.Kind, got.Reason, ids(got))
		}
	}
}
