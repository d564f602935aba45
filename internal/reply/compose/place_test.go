package compose

import (
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/library/librarytest"
	"pincite/internal/locate"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
)

// statute is a document of two articles, three sentences each, whose level has
// names in all languages.
func statute(t *testing.T) *document.Document {
	t.Helper()
	names := map[string][]string{"en": {"article"}, "zh": {"条"}, "ru": {"статья"}, "es": {"artículo"}}
	d := document.Document{Name: "statute", Meta: document.Meta{
		Language: "en", ShortTitle: "Statute", Titles: map[string]string{"es": "Estatuto"},
		Levels: []document.Level{{Kind: "article", Names: names}},
	}}
	for _, n := range []string{"1", "2"} {
		from := len(d.Text)
		d.Text += "Article " + n + "\nFirst one. Second one. Third one.\n"
		p := document.Paragraph{Span: document.Span{Start: from + 10, End: len(d.Text) - 1}}
		for _, s := range []string{"First one.", "Second one.", "Third one."} {
			start := from + 10 + strings.Index("First one. Second one. Third one.", s)
			p.Sentences = append(p.Sentences, document.Span{Start: start, End: start + len(s)})
		}
		all := document.Span{Start: from, End: len(d.Text)}
		d.Sections = append(d.Sections, document.Section{
			ID: "article-" + n, Kind: "article", Label: "Article " + n, Parent: -1, Span: all, Own: all,
			Designation: document.Designation{Printed: n, Normal: n}, Paragraphs: []document.Paragraph{p},
		})
	}
	doc, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// cited quotes sentences of the second article.
func cited(d *document.Document, at reply.Sentences) answer.Citation {
	span, ok := at.Span(d, 1)
	if !ok {
		span = d.Sections[1].Own
	}
	return answer.Cite(d, 1, span)
}

// TestAQuoteOfSeveralSentences is cited, linked, shared, rated, folded and shown in
// full as a whole.
func TestAQuoteOfSeveralSentences(t *testing.T) {
	d := statute(t)
	v := NewVoice(d, "en")
	two := reply.Sentences{1, 2}
	r := v.Reply(answer.Answer{Kind: answer.KindAnswer, Citations: []answer.Citation{cited(d, two)}}, 0)
	if c := r.Answer.Citations[0]; c.Sentences != two || c.URL != "/d/statute/article-2?s=1-2#s1-s2" {
		t.Errorf("citation %+v", c)
	}
	if to := r.Blocks[1].Runs[0].Link; to != (reply.Place{Document: "statute", Section: "article-2", Sentences: two}) {
		t.Errorf("the link leads to %+v", to)
	}
	if got := passageOf(r); got != "<First one. Second one.> Third one." {
		t.Errorf("passage %q", got)
	}
	carries(t, r, "article-2:1-2", "sarticle-2:1-2", "+article-2:1-2")
	v.Rates = true
	v.Menu(&r, 1, two, Unrated, nil)
	carries(t, r, "garticle-2:1-2", "barticle-2:1-2", "karticle-2:1-2")
	v.Room = 100
	carries(t, v.Quoted(cited(d, two)), "article-2:1-2", "c-1:article-2:1-2")
	carries(t, v.Context(cited(d, two), -1), "karticle-2:1-2")
}

// carries holds that buttons of a reply share or do this: a verb and its payload.
func carries(t *testing.T, r reply.Reply, wanted ...string) {
	t.Helper()
	carried := map[string]bool{}
	for _, row := range r.Buttons {
		for _, b := range row {
			payload := b.Data
			if b.Kind != reply.Share {
				p, _ := ParsePress(b.Data)
				payload = string(p.Verb) + p.Payload
			}
			carried[payload] = true
		}
	}
	for _, want := range wanted {
		if !carried[want] {
			t.Errorf("no button carries %q: %v", want, carried)
		}
	}
}

// passageOf is what a reply folds away, its strong runs in angle brackets.
func passageOf(r reply.Reply) string {
	var b strings.Builder
	for _, block := range r.Blocks {
		for _, run := range block.Runs {
			switch {
			case block.Kind == reply.Passage && run.Strong:
				b.WriteString("<" + run.Text + ">")
			case block.Kind == reply.Passage:
				b.WriteString(run.Text)
			}
		}
	}
	return b.String()
}

// TestTheFullTextMarksWhatIsCited marks sentences where some are cited, and nothing
// where the section is.
func TestTheFullTextMarksWhatIsCited(t *testing.T) {
	d := statute(t)
	for want, at := range map[string]reply.Sentences{"": {}, "Second one. Third one.": {2, 3}, "First one.": {1, 1}} {
		r := NewVoice(d, "en").Reply(answer.Answer{Kind: answer.KindSection, Citations: []answer.Citation{cited(d, at)}}, 0)
		var all, strong strings.Builder
		for _, b := range r.Blocks {
			for _, run := range b.Runs {
				if b.Kind == reply.Quote {
					all.WriteString(run.Text)
				}
				if b.Kind == reply.Quote && run.Strong {
					strong.WriteString(run.Text)
				}
			}
		}
		if all.String() != "First one. Second one. Third one." || strong.String() != want {
			t.Errorf("%v: %q, of it strong %q", at, all.String(), strong.String())
		}
	}
}

// TestNamesInTheLanguageOfTheReply holds for what the bot says and for labels; titles
// and quotes are the document's.
func TestNamesInTheLanguageOfTheReply(t *testing.T) {
	d := statute(t)
	for language, want := range map[string][3]string{
		"en": {"Article 2", "Article 2", "Statute"},
		"zh": {"第2条", "第2条", "Statute"},
		"ru": {"статья 2", "Статья 2", "Statute"},
		"es": {"el artículo 2", "Artículo 2", "Estatuto"},
	} {
		v := NewVoice(d, language)
		if got := [3]string{v.name(1), v.label(1), v.Title()}; got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if runs := v.cite(cited(d, reply.Sentences{})); runs[0].Text != want[1] {
			t.Errorf("%s: a citation reads %q", language, runs[0].Text)
		}
	}
}

// TestACitationTellsWhatItIsOf has a section with a title of its own first.
func TestACitationTellsWhatItIsOf(t *testing.T) {
	d := librarytest.Document(t, "club.md", "# Club\n\n## Part 1 House\n\n### Article 1 Guests\n\nGuests sign in.\n\n1. They leave at ten.\n2. They pay 5 pounds.\n\n## Part 2 Boats\n\n### Article 2\n\nBoats are locked.\n")
	for id, want := range map[string]string{
		"article-1":   "Part 1 › Article 1: Guests",
		"article-1-2": "Part 1 › Article 1: Guests › Article 1(2)",
		"article-2":   "Part 2: Boats › Article 2",
	} {
		i, ok := d.ByID(id)
		if !ok {
			t.Fatalf("no section %s", id)
		}
		got := ""
		for _, r := range NewVoice(d, "en").cite(answer.Cite(d, i, d.Sections[i].Paragraphs[0].Span)) {
			got += r.Text
		}
		if got != want {
			t.Errorf("%s is cited as %q, want %q", id, got, want)
		}
	}
}

// TestCitationTellsThePage has a document without pages first.
func TestCitationTellsThePage(t *testing.T) {
	d := statute(t)
	for language, want := range map[string]string{"en": " (p. 12)", "zh": "（第12页）", "ru": " (с. 12)", "es": " (p. 12)"} {
		v := NewVoice(d, language)
		c := cited(d, reply.Sentences{})
		if runs := v.cite(c); strings.Contains(runs[len(runs)-1].Text, "1") {
			t.Errorf("%s: without pages, a citation reads %+v", language, runs)
		}
		c.Page = 12
		if runs := v.cite(c); runs[len(runs)-1].Text != want {
			t.Errorf("%s: a citation ends in %q", language, runs[len(runs)-1].Text)
		}
	}
}

// TestOutOfRangeIsTrue says how many there are only where the numbers run from 1
// without a gap.
func TestOutOfRangeIsTrue(t *testing.T) {
	d := statute(t)
	for _, c := range []struct {
		language    string
		first, last int
		want        string
	}{
		{"en", 1, 2, "There is no article 0: the articles run from 1 to 2."},
		{"zh", 1, 2, "没有第0条，全文共2条。"},
		{"zh", 1, 7, "没有第0条，各条的编号从 1 到 7。"},
		{"ru", 1, 2, "Статьи 0 нет: всего статей 2."},
		{"ru", 5, 6, "Статьи 0 нет: статьи идут с 5 по 6."},
		{"es", 1, 2, "No existe el artículo 0: los artículos van del 1 al 2."},
	} {
		a := answer.Answer{Kind: answer.KindHelp, Reason: answer.ReasonOutOfRange, Level: "article", First: number(c.first), Last: number(c.last)}
		a.Question.Refs = []locate.Ref{{From: "0", To: "0"}}
		if got := NewVoice(d, c.language).outOfRange(a); got != c.want {
			t.Errorf("%s %d-%d: %s", c.language, c.first, c.last, got)
		}
	}
}

// TestUnreadSaysWhich has languages first that there is no sentence in.
func TestUnreadSaysWhich(t *testing.T) {
	d := statute(t)
	for _, c := range []struct{ language, client, asked, want string }{
		{"en", "", "und", "en"},
		{"en", "xx", "en", "en"},
		{"en", "en", "hu", "en hu"},
		{"en", "pl", "hu", "en pl"},
		{"ru", "ru", "sw", "ru sw en"},
		{"es", "", "", "es en"},
	} {
		v := NewVoice(d, c.language)
		v.Client = c.client
		var want []string
		for tag := range strings.FieldsSeq(c.want) {
			want = append(want, words.UnreadIn(tag, d.Meta.Language))
		}
		if got := v.unread(c.asked); got != strings.Join(want, "\n") {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// TestWrappedLines has lines that end where sentences do, and code, first.
func TestWrappedLines(t *testing.T) {
	d := librarytest.Document(t, "club.md", "# Club\n\n## Article 1\n\nGuests sign in.\nThey pay.\n\n    if a\n    pay\n\n## Article 2\n\nGuests who sign\nin pay five\npounds.\n")
	for id, want := range map[string]bool{"article-1": false, "article-2": true} {
		i, ok := d.ByID(id)
		if !ok {
			t.Fatalf("no %s", id)
		}
		for _, p := range d.Sections[i].Paragraphs {
			r := NewVoice(d, "en").Reply(answer.Answer{Kind: answer.KindAnswer, Citations: []answer.Citation{answer.Cite(d, i, p.Span)}}, 0)
			if got := r.Blocks[0].Runs[0]; got.Wrapped != want {
				t.Errorf("%s: %q is wrapped: %v, want %v", id, got.Text, got.Wrapped, want)
			}
		}
	}
}
