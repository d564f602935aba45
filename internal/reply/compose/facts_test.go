package compose

import (
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/about"
	"pincite/internal/reply"
)

// What the data of a document tell is said in the language of who asks, and the title
// is quoted only where it has to do with that.
func TestFacts(t *testing.T) {
	d := statute(t)
	d.Meta.Title, d.Meta.Issuer, d.Meta.Source = "Statute of the Tramway", "Tramway Board", "a scan of the printed text"
	d.Meta.Dates = []document.Date{{Name: "created", Day: "2026-11-27"}, {Name: "adopted", Day: "1931-05-02"}} // the first is of the file
	for _, c := range []struct {
		language string
		asked    about.Ask
		want     string
		quotes   bool
	}{
		{"en", about.Issuer, "Issued by: Tramway Board", true},
		{"en", about.Source, "Source: a scan of the printed text", false},
		{"en", about.Length, "Length: 16 words", false},
		{"en", about.Cite, "Cite the document as: Statute of the Tramway, Tramway Board, 2 May 1931", false},
		{"zh", about.Cite, "引用本文件时可写作：Statute of the Tramway, Tramway Board, 1931年5月2日", false},
		{"ru", about.Cite, "На документ можно сослаться так: Statute of the Tramway, Tramway Board, 2 мая 1931 г.", false},
		{"es", about.Cite, "Puede citar el documento así: Statute of the Tramway, Tramway Board, 2 de mayo de 1931", false},
		{"en", about.Cite | about.Title, "Cite the document as: ", true},
		{"en", about.Title, "", true},
	} {
		a := answer.Answer{Kind: answer.KindAnswer, Question: question.Question{Kind: question.Metadata, Meta: c.asked},
			Citations: []answer.Citation{cited(d, reply.Sentences{1, 1})}}
		var said, quoted string
		for _, b := range NewVoice(d, c.language).Reply(a, 0).Blocks {
			switch b.Kind {
			case reply.Line:
				said += b.Runs[0].Text
			case reply.Quote:
				quoted += b.Runs[0].Text
			}
		}
		if !strings.Contains(said, c.want) || (quoted != "") != c.quotes {
			t.Errorf("%s %v: %q, quotes %q", c.language, c.asked, said, quoted)
		}
	}
}

// TestLengthWithoutSpaces counts characters where no space parts the words.
func TestLengthWithoutSpaces(t *testing.T) {
	const text = "第一条 会费每年三十元。\n第二条 不交会费的，取消资格。\n"
	d, err := document.New(document.Document{Name: "rules", Text: text, Meta: document.Meta{Language: "zh"},
		Sections: []document.Section{{ID: "all", Kind: document.KindSection, Label: "全文", Parent: -1, Own: document.Span{End: len(text)}, Span: document.Span{End: len(text)}}}})
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string]string{"en": "22 characters", "zh": "22 个字", "es": "22 caracteres", "ru": "количество знаков — 22"} {
		if got := NewVoice(d, language).length(); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

// A list of some sections only says of which; one of all says nothing of it.
func TestLimitsOfAList(t *testing.T) {
	d := statute(t)
	first := []locate.Ref{{Sections: []int{0}}}
	name := d.Sections[0].Label
	for _, c := range []struct {
		language   string
		refs, not  []locate.Ref
		kind       answer.Kind
		begin, has string
	}{
		{"en", []locate.Ref{{Sections: []int{0, 1, 0}, From: "1", To: "3"}}, nil, answer.KindList, name + " – " + name + ": “", ""},
		{"en", []locate.Ref{{Sections: []int{0, 1, 0}}}, nil, answer.KindList, name + ", " + d.Sections[1].Label + ", " + name + ": “", ""},
		{"en", nil, nil, answer.KindList, "“trams” is", ""},
		{"en", []locate.Ref{{}}, nil, answer.KindList, "“trams” is", ""},
		{"en", first, nil, answer.KindList, name + ": “trams” is", ""},
		{"en", nil, first, answer.KindList, "Without " + name + ": “trams” is", ""},
		{"en", first, first, answer.KindList, name + " without " + name + ": ", ""},
		{"en", first, nil, answer.KindNone, name + ": “trams” is not mentioned", ""},
		{"zh", nil, first, answer.KindList, "不计", "："},
		{"ru", nil, first, answer.KindList, "Без «", "»: "},
		{"es", nil, first, answer.KindList, "Sin ", ": "},
	} {
		a := answer.Answer{Kind: c.kind, Reason: answer.ReasonNoMention, Topic: "trams", Checked: 1,
			Question: question.Question{Kind: question.Mentions, Refs: c.refs, Except: c.not}}
		got := NewVoice(d, c.language).Reply(a, 0).Blocks[0].Runs[0].Text
		if !strings.HasPrefix(got, c.begin) || !strings.Contains(got, c.has) {
			t.Errorf("%s: %q does not begin %q", c.language, got, c.begin)
		}
	}
}

// Where no section is without a topic, all mention it, in one document and in several.
func TestMentionedEverywhere(t *testing.T) {
	d := statute(t)
	for language, want := range map[string]string{
		"en": "“trams” is mentioned in 5 of 5 articles; all were checked.",
		"zh": "“trams”：已查全部 5 条，其中 5 条提到。",
		"ru": "«trams» упоминается в 5 из 5 статей, проверены все.",
		"es": "«trams» aparece en 5 de los 5 artículos; se ha revisado todo.",
	} {
		a := answer.Answer{Kind: answer.KindNone, Reason: answer.ReasonNoMention, Topic: "trams", Level: "article", Checked: 2,
			Question: question.Question{Kind: question.Mentions, Not: true}, Others: []answer.Answer{{Document: d, Checked: 3}}}
		if got := NewVoice(d, language).Reply(a, 0).Blocks[0].Runs[0].Text; got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}
