package answer_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/text"
)

// frames are ten ways to ask for a section, in the languages of the documents.
var frames = map[string][]string{
	"en": {"%s", "%s please", "show me %s", "what does %s say?", "hi, can I have %s pls", "text of %s", "give me %s in full", "I'd like to read %s",
		"%s??", "could you quote %s for me, thanks"},
	"es": {"%s", "%s por favor", "muéstrame %s", "¿qué dice %s?", "hola, ¿me das %s?", "texto de %s", "quiero leer %s", "dame %s entero", "%s gracias",
		"¿puedes citar %s?"},
	"ru": {"%s", "%s пожалуйста", "покажи %s", "что говорит %s?", "привет, нужна %s", "текст: %s", "%s полностью", "хочу прочитать %s", "%s спс",
		"процитируй %s"},
	"de": {"%s", "%s bitte", "zeig mir %s", "was sagt %s?", "hallo, kann ich %s haben", "Text von %s", "%s vollständig", "ich möchte %s lesen", "%s danke",
		"kannst du %s zitieren?"},
	"fr": {"%s", "%s s'il vous plaît", "montrez-moi %s", "que dit %s ?", "bonjour, je voudrais %s", "le texte de %s", "%s en entier", "je veux lire %s", "%s merci",
		"pouvez-vous citer %s ?"},
	"zh": {"%s", "请看%s", "%s说什么？", "%s的内容", "给我%s", "%s全文", "我想看%s", "%s，谢谢", "%s是什么", "麻烦发一下%s"},
}

// A step is how one level of a section's place is called: its words and designations.
type step struct {
	words []string
	codes []string
}

// stepsTo returns the steps from the nearest section that is the only one of its name
// down to section i; nil where there is none.
func stepsTo(d *document.Document, i int) (out []step) {
	for ; i >= 0; i = d.Sections[i].Parent {
		s := &d.Sections[i]
		if s.Designation.IsZero() {
			return nil
		}
		st := step{words: []string{s.Kind}, codes: []string{s.Designation.Printed}}
		if l, ok := d.Meta.Level(s.Kind); ok {
			for _, w := range l.Names[d.Meta.Language] {
				bare := utf8.RuneCountInString(s.Designation.Printed) > 4 && slices.ContainsFunc(st.words, func(o string) bool { return text.Fold(o) == text.Fold(w) })
				if !slices.Contains(st.words, w) && !bare { // "Título Preliminar" keeps its accent
					st.words = append(st.words, w)
				}
			}
		}
		saysNumber := func(w string) bool { // "Nummer 7" of whatever there is
			tokens := grammar.Scan(w)
			return len(tokens) > 0 && grammar.In(&tokens[0], grammar.Number)
		}
		if st.words = slices.DeleteFunc(st.words, func(w string) bool { return isOther(d, s.Kind, w) || saysNumber(w) }); len(st.words) == 0 {
			return nil
		}
		if lower := strings.ToLower(s.Designation.Printed); lower != s.Designation.Printed {
			st.codes = append(st.codes, lower)
		}
		out = append([]step{st}, out...)
		if len(d.Designated(s.Kind, s.Designation.Normal)) == 1 && !printedTwice(d, s) {
			return out
		}
	}
	return nil
}

// printedTwice reports whether another section of the kind of s is printed as s is: the
// subpoint (i) between (h) and (j) and that above (ii).
func printedTwice(d *document.Document, s *document.Section) bool {
	n := 0
	for i := range d.Sections {
		if o := &d.Sections[i]; o.Kind == s.Kind && strings.EqualFold(o.Designation.Printed, s.Designation.Printed) {
			n++
		}
	}
	return n > 1
}

// isOther reports whether a word is for another level of d as well: § 1 is "Paragraph 1" in
// German.
func isOther(d *document.Document, kind, word string) bool {
	return slices.ContainsFunc(d.Meta.Levels, func(l document.Level) bool {
		return l.Kind != kind && slices.ContainsFunc(l.Names[d.Meta.Language], func(n string) bool { return strings.HasPrefix(n, word) || strings.HasPrefix(word, n) })
	})
}

// printings are ways to print the designation at the end of steps.
func printings(language string, steps []step) (out []string) {
	if language == "zh" {
		return printingsHan(steps)
	}
	for _, w := range steps[0].words {
		for _, c := range steps[0].codes {
			out = append(out, w+" "+c)
		}
	}
	if len(steps) == 1 {
		return append(out, strings.ToUpper(steps[0].words[0])+" "+steps[0].codes[0], steps[0].words[0]+"  "+steps[0].codes[0])
	}
	top := out[0]
	tight, spaced, named, bare := top, top, top, top
	for _, st := range steps[1:] {
		tight += "(" + st.codes[0] + ")"
		spaced += " (" + st.codes[0] + ")"
		named += ", " + st.words[0] + " (" + st.codes[0] + ")"
		bare += ", " + st.words[len(st.words)-1] + " " + st.codes[0]
	}
	if steps[len(steps)-1].words[0] == steps[len(steps)-2].words[0] { // "paragraph 2, paragraph 3" are two
		return []string{tight, spaced}
	}
	of := map[string]string{"en": " of ", "es": " del "}[language]
	out = []string{tight, spaced, named, bare}
	if of != "" {
		up := top
		for _, st := range steps[1:] {
			up = st.words[len(st.words)-1] + " " + st.codes[0] + of + up
		}
		out = append(out, up)
	}
	return out
}

func printingsHan(steps []step) (out []string) {
	for _, form := range []string{"第%s%s", "第（%s）%s"} {
		name := ""
		for n, st := range steps {
			w := cmp.Or(st.words[min(1, len(st.words)-1)], st.words[0])
			if stem, inserted, ok := strings.Cut(st.codes[0], w); ok {
				name += fmt.Sprintf("第%s%s%s", stem, w, inserted)
			} else if n == 0 {
				name += fmt.Sprintf("第%s%s", st.codes[0], w)
			} else {
				name += fmt.Sprintf(form, st.codes[0], w)
			}
		}
		out = append(out, name)
	}
	return out
}

// Every section is found by every way of printing what it is called, in every frame.
func TestEveryPrintingIsFound(t *testing.T) {
	entries, err := os.ReadDir("../eval/testdata/documents")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			a := answererOf(t, e.Name())
			d := a.Document()
			n, missed := 0, 0
			for i := range d.Sections {
				steps := stepsTo(d, i)
				if steps == nil {
					continue
				}
				for k, name := range printings(d.Meta.Language, steps) {
					all := frames[d.Meta.Language]
					if k > 0 {
						all = all[(i+k)%len(all):][:1]
					}
					for _, f := range all {
						message := fmt.Sprintf(f, name)
						got := ask(t, a, message)
						n++
						if !shows(d, got, i) {
							missed++
							t.Errorf("%q: %s %s %v, not %s", message, got.Kind, got.Reason, ids(got), d.Sections[i].ID)
						}
					}
				}
			}
			t.Logf("%d messages, %d missed", n, missed)
		})
	}
}

// shows reports whether an answer shows section i of d and nothing else: by itself, or
// as a piece of the section that holds it.
func shows(d *document.Document, got answer.Answer, i int) bool {
	if got.Kind != answer.KindSection || len(got.Citations) == 0 {
		return false
	}
	for _, c := range got.Citations {
		same := c.Section == i || d.Sections[c.Section].Label == d.Sections[i].Label // what is called the same is shown beside it
		if !same && !d.Sections[i].Span.Contains(c.Span) {
			return false
		}
	}
	return true
}
