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
		if got := Thing(c.question, c.language); got != c.want {
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
		{"es", "¿Cuánto cuesta una llave?", "cuánto cuesta"},
		{"ru", "Как долго действует пропуск?", "как долго"},
		{"ru", "Что будет, если я потеряю ключ?", "что будет"},
		{"de", "Wie lange gilt ein Ausweis?", "wie lange"},
		{"fr", "Combien de temps dure le mandat ?", "combien de temps dure"},
		{"nl", "Hoe lang?", ""},
	} {
		if got := strings.Join(Frame(c.question, c.language), " "); got != c.want {
			t.Errorf("%s: %q asks with %q, want %q", c.language, c.question, got, c.want)
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
