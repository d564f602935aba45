package evidence_test

import (
	"strings"
	"testing"
)

const amendedRules = `# Rules of the lake

## 1 Berths

The warden assigns the berths to the members of the club at the first meeting of the year.

[Berths assigned 2019, resolution 3]

## 2 Races

One is held in May.

[Amended 2021, resolution 14]
`

// TestNotesWeighLess: a sentence of the text is quoted rather than a note of amendments that
// has the same words, and the note where it alone has them.
func TestNotesWeighLess(t *testing.T) {
	d, c := collect(t, amendedRules)
	for _, q := range []struct {
		question, section string
		sentence          int
	}{
		{"berths assigned", "section-1", 0},
		{"which resolution assigned the berths in 2019?", "section-1", 1},
		{"resolution 14", "section-2", 1},
	} {
		_, all := found(t, c, q.question, "en")
		if len(all) == 0 || d.Sections[all[0].Index].ID != q.section || all[0].Best().Index != q.sentence {
			t.Errorf("%s: %+v, want %s, sentence %d", q.question, all, q.section, q.sentence)
		}
	}
}

// TestTitlesWeighLess: the title of a document, which has a word of the question, is quoted
// where nothing else has one.
func TestTitlesWeighLess(t *testing.T) {
	d, c := collect(t, "# Rules of the lake\n\n## 1 Berths\n\nThe warden assigns the berths.\n\n## 2 Races\n\nOne is held in May.\n")
	for question, want := range map[string]string{
		"who assigns berths at the lake?": "section-1",
		"the races on the lake":           "section-2",
		"the lake":                        "title",
	} {
		_, all := found(t, c, question, "en")
		if len(all) == 0 || d.Sections[all[0].Index].ID != want {
			t.Errorf("%s: %+v, want %s", question, all, want)
		}
	}
}

// TestHeadsWeighLess: the heading row of a long table is quoted where no other row has a word of
// the question, and the place that a document is of is not looked for in it.
func TestHeadsWeighLess(t *testing.T) {
	rows := strings.Repeat("| Boats left at the pier over night | as set forth |\n", 30)
	d, c := collect(t, "# By-laws of the Town of Elmford\n\n## 1 Fines\n\n| Offence | Fine |\n| --- | --- |\n| Loose dogs | ten dollars |\n"+rows+"\n## 2 Seal\n\nThe clerk keeps it at Elmford Hall.\n")
	for _, q := range []struct {
		question, section string
		sentence          int
	}{
		{"the fine for loose dogs in Elmford", "section-1", 1},
		{"the fine for loose dogs in elmford", "section-1", 1},
		{"the fine for an offence", "section-1", 0},
		{"who keeps the seal of Elmford?", "section-2", 0},
	} {
		_, all := found(t, c, q.question, "en")
		if len(all) == 0 || d.Sections[all[0].Index].ID != q.section || all[0].Best().Index != q.sentence {
			t.Errorf("%s: %+v, want %s, sentence %d", q.question, all, q.section, q.sentence)
		}
	}
}

// TestNamesOfTheDocument: the one whose rules it has need not be in what answers, what they are
// about must.
func TestNamesOfTheDocument(t *testing.T) {
	for _, c := range []struct {
		title, language, question string
		names                     string
	}{
		{"Elmford Rules on Noise, Harassment and Parking", "en", "the fine for harassment", ""},
		{"Elmford Rules on Noise, Harassment and Parking", "en", "the fine for Noise", ""},
		{"Elmford Rules on Noise, Harassment and Parking", "en", "the fine in Elmford", "elmford"},
		{"Elmford Rules on Noise, Harassment and Parking", "en", "the fine in elmford", "elmford"},
		{"Noise and Parking Rules", "en", "the fine for noise", ""},
		{"Allotment Rules", "en", "the fine on the allotment", "allotment"},
		{"Règlement de la Bibliothèque de Vauvert", "fr", "Qui ouvre la Bibliothèque ?", ""},
		{"Règlement de la Bibliothèque de Vauvert", "fr", "l'amende à Vauvert", "vauvert"},
		{"Satzung über die Hundesteuer", "de", "Wer bezahlt die Hundesteuer?", ""},
		{"Satzung über Katzen und Hunde der Gemeinde Elmdorf", "de", "die Strafe für Katzen", ""},
		{"Satzung über Katzen und Hunde der Gemeinde Elmdorf", "de", "die Strafe in Elmdorf", "elmdorf"},
	} {
		body := map[string]string{"en": "The fine is ten pounds.", "fr": "L'amende est de deux euros pour un livre rendu en retard. Le maire ouvre la cantine.",
			"de": "Die Strafe ist zehn Euro. Wer nicht bezahlt, wird gemahnt, und die Gemeinde setzt eine Frist."}
		_, coll := collect(t, "# "+c.title+"\n\n## 1\n\n"+body[c.language]+"\n")
		p, err := coll.Plan(c.question, c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(p.Naming(), " "); got != c.names {
			t.Errorf("%s: %q names the document by %q", c.title, c.question, got)
		}
	}
}
