package eval

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
)

// around are words that people put before and after the name of a section, in the
// languages that are read.
var around = map[string][][2]string{
	"en": {{"", ""}, {"hi, I need", "for my colleague in accounting"}, {"could you show me", "please"}, {"", "thx a lot Maria"},
		{"my boss Tom keeps asking about", "so what is in there"}, {"ok then", "verbatim pls"}, {"need", "asap, the bus leaves in ten"}},
	"es": {{"", ""}, {"hola, necesito", "para mi compañera Lucía"}, {"¿me enseñas", "por favor?"}, {"", "gracias de antemano"}},
	"ru": {{"", ""}, {"здравствуйте, нужен текст:", "для коллеги Петрова"}, {"покажи пожалуйста", "срочно"}, {"", "спс заранее"}},
	"de": {{"", ""}, {"hallo, ich brauche", "für meine Kollegin"}, {"zeig mir mal", "bitte"}, {"", "danke im Voraus"}},
	"fr": {{"", ""}, {"bonjour, il me faut", "pour ma collègue"}, {"montre-moi", "s'il te plaît"}, {"", "merci d'avance"}},
	"zh": {{"", ""}, {"你好，请给我看一下", "谢谢啦"}, {"", "的全文"}, {"同事小李想看", ""}},
}

var ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// namesOf are the ways to name section i of d: as printed, in lower case, with the
// sections that hold it on either side, and by its title.
func namesOf(d *document.Document, i int) (names []string) {
	s := &d.Sections[i]
	if !s.Designation.IsZero() {
		names = append(names, s.Label, strings.ToLower(s.Label))
		if up := s.Parent; up >= 0 && !d.Sections[up].Designation.IsZero() && d.Sections[up].Kind != s.Kind && unique(d, up) {
			names = append(names, d.Sections[up].Label+", "+s.Label)
		}
	}
	if n, ok := s.Designation.Number(); ok && d.Meta.Language == "en" && n <= len(ordinals) && unique(d, i) {
		names = append(names, "the "+ordinals[n-1]+" "+s.Kind)
	}
	if title := d.Title(i); len(strings.Fields(title)) > 1 && len(title) < 80 || d.Meta.Language == "zh" && len(title) > 3*4 && len(title) < 80 {
		names = append(names, "“"+title+"”")
	}
	return names
}

// unique reports whether no other section has the kind and the designation of section
// i.
func unique(d *document.Document, i int) bool {
	return len(d.Designated(d.Sections[i].Kind, d.Sections[i].Designation.Normal)) == 1
}

// same reports whether section i of d is what a reference to section want may mean:
// itself, one within it, the one that holds it where it is quoted from that one, or
// another that is called the same, and one within that.
func same(d *document.Document, i, want int) bool {
	a, b := &d.Sections[i], &d.Sections[want]
	for up := a.Parent; up >= 0; up = d.Sections[up].Parent {
		if d.Sections[up].Label == b.Label {
			return true
		}
	}
	return i == want || a.Label == b.Label || d.Title(i) != "" && d.Title(i) == d.Title(want) || b.Span.Contains(a.Span) || a.Own.Contains(b.Own)
}

// A section that exists and is named is shown, whatever stands around its name.
func TestNamedSectionsAreShown(t *testing.T) {
	cases, err := ReadCases(os.DirFS("testdata/documents"))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			a, err := answer.New(t.Context(), answer.Options{Document: c.Bundle.Document})
			if err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			d := c.Bundle.Document
			words := around[d.Meta.Language]
			own := slices.DeleteFunc(strings.FieldsFunc(d.Text, func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool {
				const pasted = 8                                                                                   // runes of Chinese are a passage that is checked
				return strings.HasPrefix(w, "第") || d.Meta.Language == "zh" && utf8.RuneCountInString(w) >= pasted // names another section
			})
			own = slices.DeleteFunc(own, func(w string) bool { // the title of another section, or what makes another number of one
				titled := func(s document.Section) bool {
					h := d.Plain(s.Heading)
					return h == w || d.Meta.Language == "zh" && h != "" && (strings.Contains(h, w) || strings.Contains(w, h))
				}
				return utf8.RuneCountInString(w) == 1 || document.LatinOrdinal(w) > 0 || strings.Contains(d.Text, "\n"+w+"\n") || slices.ContainsFunc(d.Sections, titled)
			})
			for i := range d.Sections {
				if d.Sections[i].Kind == document.KindTitle {
					continue // it names the document
				}
				for _, name := range namesOf(d, i) {
					w := words[random.IntN(len(words))]
					asked := strings.TrimSpace(fmt.Sprintf("%s %s %s", w[0], name, w[1]))
					if !strings.Contains(name, ",") && random.IntN(3) == 0 { // a word that weighs
						asked += " " + own[random.IntN(len(own))]
					}
					got, err := a.Answer(t.Context(), asked, answer.Context{})
					if err != nil {
						t.Fatal(err)
					}
					shown := slices.ContainsFunc(got.Citations, func(c answer.Citation) bool { return same(d, c.Section, i) })
					if got.Kind == answer.KindNone || got.Kind == answer.KindHelp || !shown {
						t.Errorf("%q: %s %s, not %s: %v", asked, got.Kind, got.Reason, d.Sections[i].ID, got.Trace())
					}
				}
			}
		})
	}
}
