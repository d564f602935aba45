package chat

import (
	"context"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/chat/pasted"
	"pincite/internal/library"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

const verbatim = "give at least one special party class every year"

func TestVerify(t *testing.T) {
	c, _ := newFake(t, Options{})
	for _, x := range []struct {
		text, replyTo, quoted string
		want                  string
		kind                  answer.Kind
	}{
		{"/verify", "", "", english.VerifyUsage, answer.KindHelp},
		{"/verify  \n", "", "", english.VerifyUsage, answer.KindHelp},
		{"/verify ?!", "", "", english.NothingToCheck, answer.KindHelp},
		{"/verify " + strings.Repeat("word ", 1000), "", "", "at most 4000 characters", answer.KindHelp},
		{"/verify the cat sat on the mat and purred loudly", "", "", english.Absent, answer.KindNone},
		{"/verify " + verbatim, "", "", english.Verbatim, answer.KindSection},
		{"/verify give at least\none special party class every year", "", "", english.Verbatim, answer.KindSection},
		{"/verify\ngive at least\none special party class every year", "", "", english.Verbatim, answer.KindSection},
		{"/verify@pincite_bot " + verbatim, "something else", "", english.Verbatim, answer.KindSection},
		{"/verify", verbatim, "", english.Verbatim, answer.KindSection},
		{"/verify", "He said: whatever", verbatim, english.Verbatim, answer.KindSection},
		{"/verify give at least two special party classes every year", "", "", english.Reworded, answer.KindClosest},
	} {
		r := c.Ask(context.Background(), Message{Conversation: "c", Text: x.text, ReplyTo: x.replyTo, Quoted: x.quoted})
		if got := wordsIn(r); !strings.Contains(got, x.want) || r.Kind != x.kind {
			t.Errorf("%.40q: %s\n%s", x.text, r.Kind, got)
		}
		sane(t, x.text, r)
	}
}

// TestDifferencesAreMarked strikes what the document has not and makes strong what
// it has instead; the original is quoted whole.
func TestDifferencesAreMarked(t *testing.T) {
	c, f := newFake(t, Options{})
	r := ask(c, "/verify give at least two special party class every year")
	var struck, strong []string
	for _, b := range r.Blocks {
		for _, run := range b.Runs {
			if run.Struck {
				struck = append(struck, run.Text)
			}
			if run.Strong {
				strong = append(strong, run.Text)
			}
			if b.Kind == reply.Quote && !strings.Contains(f.doc.Text, run.Text) {
				t.Errorf("quotes %q", run.Text)
			}
		}
	}
	if strings.Join(struck, "|") != "two" || strings.Join(strong, "|") != "one|one" {
		t.Errorf("struck %q, strong %q", struck, strong)
	}
}

func TestVerifyInEveryLanguage(t *testing.T) {
	c, _ := newFake(t, Options{})
	for _, l := range words.Languages() {
		m := Message{Conversation: l, Language: l, Text: "/verify " + verbatim, Private: true}
		if got := wordsIn(c.Ask(context.Background(), m)); !strings.HasPrefix(got, words.In(l).Verbatim+"\n") {
			t.Errorf("%s: %s", l, got)
		}
	}
}

// TestAPastedPassageIsChecked unless it is short, asks something, or is nowhere.
func TestAPastedPassageIsChecked(t *testing.T) {
	c, f := newFake(t, Options{})
	long := f.sentence("measure-2", 4).Quote
	search := question.Question{Language: "en", Kind: question.Search}
	lookup := question.Question{Language: "en", Kind: question.Lookup}
	heading := ""
	for _, s := range f.doc.Sections {
		if h := text.Line(f.doc.Plain(s.Heading)); pasted.IsPassage(h) {
			heading = h
		}
	}
	if heading == "" {
		t.Fatal("no heading is as long as a passage")
	}
	altered := strings.Replace(long, "at least one", "at least two", 1)
	for _, x := range []struct {
		text string
		q    question.Question
		want answer.Kind
	}{
		{verbatim, search, answer.KindNone},
		{"How often: " + long, search, answer.KindNone},
		{long + " Is that so?", search, answer.KindSection},
		{"Is that so? " + altered, search, answer.KindClosest},
		{"Is that so? " + altered + " Or not?", search, answer.KindNone},
		{"/ask " + long, search, answer.KindSection},
		{strings.Repeat("the cat sat on the mat and purred ", 3), search, answer.KindNone},
		{long, search, answer.KindSection},
		{altered, search, answer.KindClosest},
		{long, lookup, answer.KindSection},
		{altered, lookup, answer.KindClosest},
		{"Summarise measure 2: " + altered, lookup, answer.KindNone},
		{altered + " Translate that", lookup, answer.KindNone},
		{heading, lookup, answer.KindNone},
	} {
		asked := strings.TrimPrefix(x.text, "/ask ")
		f.answers[asked] = answer.Answer{Kind: answer.KindNone, Reason: answer.ReasonUnknown, Question: x.q}
		if r := ask(c, x.text); r.Kind != x.want {
			t.Errorf("%.60q: %s, want %s\n%s", x.text, r.Kind, x.want, wordsIn(r))
		}
	}
}

// TestAPastedPassageIsNoLanguage of the person who pastes it: the client's is, or that
// of the conversation.
func TestAPastedPassageIsNoLanguage(t *testing.T) {
	c, f := newFake(t, Options{})
	long := f.sentence("measure-2", 4).Quote
	f.answers[long] = answer.Answer{Kind: answer.KindNone, Question: question.Question{Language: "en", Kind: question.Search}}
	f.answers["где?"] = answer.Answer{Kind: answer.KindNone, Question: question.Question{Language: "ru", Kind: question.Search}}
	c.Ask(t.Context(), Message{Conversation: "talk", Language: "en", Text: "где?", Private: true})
	for _, x := range []struct{ conversation, language, want string }{
		{"a", "es", "es"}, {"b", "zh-hans", "zh"}, {"c", "", "en"}, {"talk", "en", "ru"},
	} {
		r := c.Ask(t.Context(), Message{Conversation: x.conversation, Language: x.language, Text: long, Private: true})
		if r.Language != x.want || !strings.HasPrefix(wordsIn(r), words.In(x.want).Verbatim) {
			t.Errorf("%+v: %s\n%s", x, r.Language, wordsIn(r))
		}
	}
}

// TestAQuestionBesideAPassage is answered, in the light of the passage; what is only
// the passage again does not pass for an answer to one that was altered.
func TestAQuestionBesideAPassage(t *testing.T) {
	c, f := newFake(t, Options{})
	cited := f.sentence("measure-2", 4)
	long := cited.Quote
	altered := strings.Replace(long, "at least one", "at least two", 1)
	english := question.Question{Kind: question.Search, Language: "en"}
	f.answers["Who reviews that?"] = answer.Answer{Kind: answer.KindAnswer, Question: english, Citations: []answer.Citation{f.sentence("measure-7", 1)}}
	f.answers["How many classes are given?"] = answer.Answer{Kind: answer.KindAnswer, Question: english, Citations: []answer.Citation{cited}}
	title, _ := f.doc.ByID("title")
	f.answers["Is that in the opinions?"] = answer.Answer{Kind: answer.KindAnswer, Question: english, Citations: []answer.Citation{answer.Whole(f.doc, title)}}
	f.answers["Who pays?"] = answer.Answer{Kind: answer.KindNone, Question: english}
	for asked, language := range asksWhether { // the search finds something for every one
		f.answers[asked] = answer.Answer{Kind: answer.KindAnswer, Question: question.Question{Kind: question.Search, Language: language}, Citations: []answer.Citation{f.sentence("measure-7", 1)}}
	}
	f.answers["Who is away?"] = answer.Answer{Kind: answer.KindClosest, Reason: answer.ReasonWeak, Question: english, Confidence: 0.25, Citations: []answer.Citation{f.sentence("measure-7", 1)}}
	f.answers["Who goes there?"] = answer.Answer{Kind: answer.KindClosest, Reason: answer.ReasonWeak, Question: english, Citations: []answer.Citation{cited}}
	f.answers["What does measure 7 say?"] = answer.Answer{Kind: answer.KindSection, Question: english, Citations: []answer.Citation{f.sentence("measure-7", 1)}}
	f.answers["Can you translate that?"] = answer.Answer{Kind: answer.KindHelp, Reason: answer.ReasonTask, Question: english}
	f.answers["Hello?"] = answer.Answer{Kind: answer.KindHelp, Reason: answer.ReasonGreeting, Question: english}
	const asked, none, weak = "Your question “", "I find nothing about this", "may not answer"
	spliced := cited.Quote + " " + f.sentence("measure-7", 1).Quote
	for _, x := range []struct {
		text    string
		kind    answer.Kind
		cites   string   // the section of the first citation
		says    []string // in this order
		without string
	}{
		{long + " Who reviews that?", answer.KindAnswer, "measure-7", nil, asked},
		{"Who reviews that?\n\n" + altered, answer.KindAnswer, "measure-7", nil, asked},
		{long + " What does measure 7 say?", answer.KindSection, "measure-7", nil, asked},
		{long + " How many classes are given?", answer.KindAnswer, "measure-2", nil, asked},
		{altered + " How many classes are given?", answer.KindClosest, "measure-2", []string{words.In("en").Reworded, asked + "How many classes are given?” is answered"}, "I find nothing"},
		{"My colleague says: “" + altered + "” Is that so?", answer.KindClosest, "measure-2", []string{words.In("en").Reworded}, asked},
		{"My colleague says: “" + altered + "” Who pays?", answer.KindClosest, "measure-2", []string{words.In("en").Reworded, asked + "Who pays?”", none}, ""},
		{strings.ToLower(strings.TrimRight(altered, ".")) + "\n\nWho pays?", answer.KindClosest, "measure-2", []string{words.In("en").Reworded, asked + "Who pays?”", none}, ""},
		{altered + " Is that in the opinions?", answer.KindClosest, "measure-2", []string{words.In("en").Reworded}, asked},
		{long + " Is that so?", answer.KindSection, "measure-2", []string{words.In("en").Verbatim}, asked},
		{long + " Hello?", answer.KindSection, "measure-2", []string{words.In("en").Verbatim}, asked},
		{spliced + " Is that so?", answer.KindClosest, "measure-2", []string{words.In("en").Spliced}, asked},
		// What is not answered is told.
		{long + " Who pays?", answer.KindClosest, "measure-2", []string{words.In("en").Verbatim, asked + "Who pays?”", none}, ""},
		{altered + " Who pays?", answer.KindClosest, "measure-2", []string{words.In("en").Reworded, asked + "Who pays?”", none}, ""},
		{long + " Who is away?", answer.KindClosest, "measure-2", []string{words.In("en").Verbatim, asked, weak, f.sentence("measure-7", 1).Quote}, ""},
		{long + " Who goes there?", answer.KindClosest, "measure-2", []string{words.In("en").Verbatim, long, asked, weak}, ""},
		{long + " Can you translate that?", answer.KindClosest, "measure-2", []string{words.In("en").Verbatim, asked, words.In("en").TaskAlone}, ""},
		{spliced + " Who pays?", answer.KindClosest, "measure-2", []string{words.In("en").Spliced, asked, none}, ""},
		{"The ferry waits for the train, and the train never waits for the ferry at all. Who pays?", answer.KindNone, "", nil, asked},
	} {
		r := ask(c, x.text)
		got := wordsIn(r)
		if r.Kind != x.kind || r.Kind != r.Answer.Kind || x.cites != "" && (len(r.Answer.Citations) == 0 || r.Answer.Citations[0].ID != x.cites) {
			t.Errorf("%.30q…: %s\n%s", x.text, r.Kind, got)
		}
		rest := got
		for _, want := range x.says {
			_, after, ok := strings.Cut(rest, want)
			if !ok {
				t.Errorf("%.30q… does not say %q:\n%s", x.text, want, got)
			}
			rest = after
		}
		if x.without != "" && strings.Contains(got, x.without) || x.without == "" && strings.Contains(rest, long) {
			t.Errorf("%.30q… says too much:\n%s", x.text, got)
		}
		sane(t, x.text, r)
	}
}

// asksWhether are questions that only ask whether a passage is so, with their languages.
var asksWhether = map[string]string{
	"Is that so?": "en", "Does it say that?": "en", "Does it really say that?": "en", "Is this in the document?": "en",
	"真的吗？": "zh", "文件里真有这句话吗？": "zh", "Это правда?": "ru", "Так сказано в документе?": "ru", "¿Es verdad?": "es",
	"Stimmt das?": "de", "Est-ce vrai ?": "fr", "È vero?": "it", "É verdade?": "pt",
}

// TestIsThatSo gets the check of the passage beside it alone, whatever the search finds, a
// section or the outline among it.
func TestIsThatSo(t *testing.T) {
	c, f := newFake(t, Options{})
	long := f.sentence("measure-2", 4).Quote
	altered := strings.Replace(long, "at least one", "at least two", 1)
	for asked, language := range asksWhether {
		for _, kind := range []answer.Kind{answer.KindAnswer, answer.KindSection, answer.KindOutline, answer.KindList, answer.KindClosest, answer.KindNone} {
			a := answer.Answer{Kind: kind, Question: question.Question{Kind: question.Search, Language: language}}
			if kind != answer.KindNone {
				a.Citations = []answer.Citation{f.sentence("measure-7", 1)}
			}
			f.answers[asked] = a
			for _, x := range []struct {
				text string
				want answer.Kind
			}{{long + " " + asked, answer.KindSection}, {asked + "\n\n" + altered, answer.KindClosest}} {
				r := ask(c, x.text)
				if r.Kind != x.want || len(r.Answer.Citations) == 0 || r.Answer.Citations[0].ID != "measure-2" || strings.Contains(wordsIn(r), f.sentence("measure-7", 1).Quote) {
					t.Errorf("%s with %s: %s\n%s", asked, kind, r.Kind, wordsIn(r))
				}
			}
		}
	}
}

// TestALongPassageIsCheckedWhole, though it is too long for a question.
func TestALongPassageIsCheckedWhole(t *testing.T) {
	c, f := newFake(t, Options{})
	i, _ := f.doc.ByID("measure-10")
	long := text.Line(f.doc.Text[f.doc.Sections[i].Heading.End:f.doc.Sections[i].Own.End])
	if len(long) < question.MaxRunes+200 {
		t.Fatalf("the passage has %d bytes", len(long))
	}
	altered := long[:len(long)-40] + " never " + long[len(long)-40:]
	for said, want := range map[string]answer.Kind{long: answer.KindSection, altered: answer.KindClosest} {
		f.answers[said] = answer.Answer{Kind: answer.KindHelp, Reason: answer.ReasonTooLong, Question: question.Question{Kind: question.TooLong, Language: "und"}}
		if r := ask(c, said); r.Kind != want {
			t.Errorf("pasted: %s, want %s\n%s", r.Kind, want, wordsIn(r))
		}
		f.answers[text.Cut(said, question.MaxRunes)] = answer.Answer{Kind: answer.KindNone, Reason: answer.ReasonUnknown, Question: question.Question{Kind: question.Search, Language: "en"}}
		if r := c.Ask(t.Context(), Message{Conversation: "group", ReplyTo: said}); r.Kind != want {
			t.Errorf("replied to: %s, want %s\n%s", r.Kind, want, wordsIn(r))
		}
	}
}

// TestALongMessageIsToldOfTheCheck if it may be a passage, and no document has it.
func TestALongMessageIsToldOfTheCheck(t *testing.T) {
	c, f := newFake(t, Options{})
	long := strings.Repeat("The ferry waits for the train, and the train waits for the ferry. ", 10)
	for _, x := range []struct {
		text string
		want bool
	}{
		{long + "Why is that so?", false},
		{long + "为什么？", false},
		{"/unknown " + long, false},
		{long, true},
		{"Who may board? Who may not? " + long, true},
		{"“" + long + "”", true},
		{strings.Repeat(long, 8), true},
	} {
		f.answers[x.text] = answer.Answer{Kind: answer.KindHelp, Reason: answer.ReasonTooLong, Question: question.Question{Kind: question.TooLong, Language: "und"}}
		for _, l := range words.Languages() {
			got := wordsIn(c.Ask(t.Context(), Message{Conversation: l, Language: l, Text: x.text, Private: true}))
			if strings.Contains(got, "/verify") != x.want {
				t.Errorf("%s: %.40q: %s", l, x.text, got)
			}
		}
	}
}

// TestVerifyInSeveral looks into all documents, or into the one that is asked.
func TestVerifyInSeveral(t *testing.T) {
	b, err := opinions()
	if err != nil {
		t.Fatal(err)
	}
	other := awkward(t)
	l, err := library.New(&fakeAnswerer{doc: b.Document}, &fakeAnswerer{doc: other})
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Library: l})
	for _, x := range []struct {
		document, text, want string
		kind                 answer.Kind
	}{
		{"", verbatim, b.Document.Name, answer.KindSection},
		{"", "Words here. More words.", other.Name, answer.KindSection},
		{other.Name, verbatim, other.Name, answer.KindNone},
		{b.Document.Name, verbatim, b.Document.Name, answer.KindSection},
		{"nowhere", verbatim, b.Document.Name, answer.KindSection},
	} {
		r := c.Ask(context.Background(), Message{Conversation: "c", Document: x.document, Text: "/verify " + x.text})
		if r.Kind != x.kind || r.Answer.Document.Name != x.want {
			t.Errorf("%q in %q: %s of %s", x.text, x.document, r.Kind, r.Answer.Document.Name)
		}
	}
}
