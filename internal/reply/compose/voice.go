package compose

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// A Voice words replies about one document in one language.
type Voice struct {
	*words.Words
	Language string // one of words.Languages
	Client   string // tag of the language of the person's client, which may be another; "" if unknown

	// Room is how many characters of a section one reply shows at once, so that
	// longer ones come in pages; 0 for all of it. Where there is Room, what is
	// around a quote is shown when it is asked for.
	Room int

	Rates bool // ratings are kept, and so asked for
	Named bool // a citation names its document

	doc   *document.Document
	among []*document.Document // that may be meant, if they are several
}

// NewVoice returns the voice for a document in one of the languages of package
// words.
func NewVoice(doc *document.Document, language string) Voice {
	return Voice{Words: words.In(language), Language: language, doc: doc}
}

// Among returns the voice for where several documents may be meant: what it cites
// is cited with the name of the document. Of one document alone it returns v.
func (v Voice) Among(all []*document.Document) Voice {
	v.among = nil
	if len(all) > 1 {
		v.among = all
	}
	return v
}

// about returns the voice for another document.
func (v Voice) about(d *document.Document) Voice {
	v.doc = d
	return v
}

// Document returns the document that v words replies about.
func (v Voice) Document() *document.Document { return v.doc }

// Noun returns the name of a level: the document's own, in the forms that the
// language needs.
func (v Voice) Noun(kind string) words.Noun {
	l, ok := v.doc.Meta.Level(kind)
	if !ok {
		return v.SectionNoun
	}
	name := l.Kind
	if own := l.Names[v.doc.Meta.Language]; len(own) > 0 && strings.ReplaceAll(text.Fold(own[0]), " ", "-") == l.Kind {
		name = own[0] // "geçici madde": the kind is this, as ids are written
	}
	if names := l.Names[v.Language]; len(names) > 0 {
		name = names[0]
	}
	return v.noun(name)
}

// noun returns the name of a level in the forms that the language needs.
func (v Voice) noun(name string) words.Noun {
	if n, ok := v.Nouns[name]; ok {
		return n
	}
	return v.Unknown(name)
}

// Title names the document in a sentence, "this document" being no name.
func (v Voice) Title() string {
	if t := v.doc.Meta.Titles[v.Language]; t != "" {
		return text.Line(t)
	}
	if t := v.doc.Meta.ShortTitle; t != "" {
		return text.Line(t)
	}
	if t := v.doc.Meta.Title; t != "" {
		return text.Cut(text.Line(t), 120)
	}
	return v.doc.Name
}

// LanguageMenu offers the interface languages, the chosen one marked.
func (v Voice) LanguageMenu(chosen string) reply.Reply {
	r := v.New(answer.KindHelp)
	r.Say(v.ChooseLanguage)
	mark := func(language, label string) reply.Button {
		if language == chosen {
			label = "• " + label
		}
		return v.press(VerbLanguage, language, label)
	}
	var row []reply.Button
	for _, l := range words.Languages() {
		row = append(row, mark(l, words.OwnName(l)))
	}
	r.Buttons = [][]reply.Button{row[:2], row[2:], {mark("", v.Automatic)}}
	return r
}
