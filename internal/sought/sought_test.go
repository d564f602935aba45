package sought

import (
	"strings"
	"testing"
)

// TestExamples holds every rules file to the examples that stand in it.
func TestExamples(t *testing.T) {
	for language, load := range loaded {
		r := load()
		seen := Kind(0)
		for _, k := range r.kinds {
			seen |= k.kind
			signs := ""
			for _, e := range k.examples {
				signs += string(e.sign)
				var got bool
				switch e.sign {
				case '?', '!':
					got = Asked(e.text, language).Has(k.kind)
				default:
					has, _ := In(e.text, language, k.kind)
					got = has != 0
				}
				if want := e.sign == '?' || e.sign == '+'; got != want {
					t.Errorf("%s.txt:%d: %s of %q is %v", language, e.line, k.kind, e.text, got)
				}
			}
			for _, sign := range []string{"?", "!", "+", "-"} {
				if !strings.Contains(signs, sign) {
					t.Errorf("%s: [%s] has no example that begins with %q", language, k.kind, sign)
				}
			}
		}
		if seen != end-1 {
			t.Errorf("%s has no rules for %v", language, (end-1)&^seen)
		}
	}
}

func TestThing(t *testing.T) {
	for _, c := range []struct{ language, question, want string }{
		{"en", "Which provinces were caught?", "provinces"},
		{"en", "How many minutes does it take?", "minutes"},
		{"en", "what is the annual fee for juniors", "fee"},
		{"en", "Which two kinds of cards are there?", "cards"},
		{"en", "How much is the fine for smoking?", "fine"},
		{"en", "Who pays?", ""},
		{"es", "¿Qué documentos hacen falta?", "documentos"},
		{"ru", "Какие документы нужны?", "документы"},
		{"zh", "需要哪些材料？", "材料"},
		{"de", "Welche Unterlagen brauche ich?", "unterlagen"},
		{"de", "Wie hoch ist die Kaution?", "kaution"},
		{"fr", "Quels documents faut-il ?", "documents"},
		{"ja", "どの書類が必要ですか？", "書類"},
		{"nl", "Welke papieren?", ""},
	} {
		if got := Read(c.question, c.language).Thing; got != c.want {
			t.Errorf("%s: %q asks for %q, want %q", c.language, c.question, got, c.want)
		}
	}
}

func TestFrame(t *testing.T) {
	for _, c := range []struct{ language, question, want string }{
		{"en", "How long is a short lease?", "how long"},
		{"en", "how much does family membership cost", "how much cost"},
		{"en", "What happens if a member has not paid?", "what happens"},
		{"en", "Who pays the fee?", ""},
		{"en", "How many people make a quorum?", "how many people make"},
		{"de", "Wie viele Leute sind nötig?", "wie viele leute nötig"},
		{"es", "¿Cuánto cuesta una llave?", "cuánto cuesta"},
		{"ru", "Как долго действует пропуск?", "как долго"},
		{"ru", "Что будет, если я потеряю ключ?", "что будет"},
		{"en", "Who belongs to the board?", ""}, // to belong tells: a text must have it
		{"en", "How long is a pass valid?", "how long"},
		{"en", "How many guests maximum may I bring?", "how many"},
		{"de", "Wie lange gilt ein Ausweis?", "wie lange"},
		{"de", "Wie viele Gäste darf ich höchstens mitbringen?", "wie viele"},
		{"de", "Wer gehört zum Vorstand?", ""},
		{"es", "¿Cuánto tiempo es válido un pase?", "cuánto tiempo"},
		{"es", "¿Quiénes integran la junta?", ""},
		{"fr", "À quelle hauteur est le nid ?", ""},
		{"fr", "Qui fait partie du bureau ?", ""},
		{"it", "Quanto è alto il faro?", "quanto"},
		{"pt", "Quantas pessoas no mínimo assinam?", "quantas pessoas"},
		{"ru", "Кто входит в состав правления?", ""},
		{"zh", "最多可以带几个客人？", "几个"},
		{"fr", "Combien de temps dure le mandat ?", "combien de temps dure"},
		{"nl", "Hoe lang?", ""},
	} {
		if got := strings.Join(Read(c.question, c.language).Frame, " "); got != c.want {
			t.Errorf("%s: %q asks with %q, want %q", c.language, c.question, got, c.want)
		}
	}
}

func TestMany(t *testing.T) {
	for _, c := range []struct {
		language, question string
		want               bool
	}{
		{"en", "", false},
		{"en", "What is the quorum for a vote?", false},
		{"en", "how big is a standard pitch", false},
		{"en", "How many racks do I get?", true},
		{"de", "Wie hoch ist die Kaution?", false},
		{"de", "Wie viele Gäste sind erlaubt?", true},
		{"zh", "每学期最多能选多少学分？", true},
		{"nl", "Hoeveel?", false},
	} {
		if got := Read(c.question, c.language).Many; got != c.want {
			t.Errorf("%s: %q asks how many: %v", c.language, c.question, got)
		}
	}
}

// TestWithoutAccents: what is asked without accents is found out, unless the question says
// what it asks for with them. A text that tells asks for nothing.
func TestWithoutAccents(t *testing.T) {
	for _, c := range []struct {
		language, question string
		want               Kind
	}{
		{"en", "cuanto cuesta", 0},
		{"es", "la cuota se paga en enero", 0},
		{"es", "cuanto cuesta presentar una peticion", Sum},
		{"pt", "quem paga ate quando", Agent | Date},
	} {
		if got := Read(c.question, c.language).Asked; got != c.want {
			t.Errorf("%s: %q asks for %v, want %v", c.language, c.question, got, c.want)
		}
	}
	if got := Asked("Los socios que riegan cuanto plantan", "es"); got != 0 {
		t.Errorf("a text that tells asks for %v", got)
	}
}

// TestSkipped: the number of another place counts nothing, nor does an article that is
// written as the number one.
func TestSkipped(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           bool
	}{
		{"en", "Fees are set under sections 4 and 12.3 of the rules", false},
		{"en", "Rule 7 lets 3 guests in", true},
		{"de", "Für die Prüfung nach § 28 Absatz 2 wird eine Gebühr erhoben.", false},
		{"de", "Nach § 28 werden 40 Proben erhoben.", true},
		{"es", "Una licencia conforme al artículo 5", false},
		{"es", "Dos licencias conforme al artículo 5", true},
		{"fr", "Une demande selon l'article 3", false},
		{"ru", "в порядке, указанном в пункте 4", false},
		{"zh", "违反第三十条规定的，予以罚款", false},
		{"zh", "第三十条规定每户限养二只", true},
	} {
		if has, ok := In(c.text, c.language, Count); !ok || has.Has(Count) != c.want {
			t.Errorf("%s: %q has %v", c.language, c.text, has)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"ask: who", "line 1: \"ask: who\" stands before the first [kind]"},
		{"[colour]", "line 1: no kind is called \"colour\""},
		{"[agent]\nask: {body}", "line 2: {body} is not defined above"},
		{"[agent]\nwho", "line 2: \"who\" is no rule"},
		{"[agent]\nask: (who", "line 2: error parsing regexp"},
	} {
		if _, err := parse(c.source, true); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.source, err, c.want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if k := Asked("hoe vaak?", "nl"); k != 0 {
		t.Errorf("asked for %v", k)
	}
	if _, ok := In("jaarlijks", "nl", Frequency); ok {
		t.Error("rules for Dutch?")
	}
}

func FuzzIn(f *testing.F) {
	f.Add("The fee is €40.")
	f.Add("’")
	f.Fuzz(func(_ *testing.T, s string) {
		for language := range loaded {
			Asked(s, language)
			In(s, language, end-1)
		}
	})
}

func BenchmarkIn(b *testing.B) {
	const s = "Notice under Article 12 is sent to the secretary at least eighteen days before the meeting, in writing or by e-mail."
	b.ReportAllocs()
	for b.Loop() {
		In(s, "en", end-1)
	}
}
