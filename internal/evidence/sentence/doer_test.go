package sentence

import (
	"slices"
	"testing"

	"pincite/internal/evidence/passages"
	"pincite/internal/search"
	"pincite/internal/sought"
)

// whoAsks returns the words of a question that asks who does something.
func whoAsks(x *passages.Index, question string) Words {
	out := asking(x, question)
	verb := x.Analyze(sought.Read(question, x.Language).Verb)
	out.Verb = func(term string) bool {
		return slices.ContainsFunc(verb, func(t search.Token) bool { return t.Term == term })
	}
	return out
}

// TestDoer: whoever does what is asked answers who does it, known as a person or not; what
// is only said of it, how or when, does not.
func TestDoer(t *testing.T) {
	for _, l := range []struct {
		language, rules string
		cases           []doerCase
	}{
		{"en", "# Rules\n\nThe gate is locked at night and the key is kept in the box by the door.\n", []doerCase{
			{"who locks the gate?", "The gate is locked by the end of the day.", false},
			{"who locks the gate?", "The gate is locked by hand at night.", false},
			{"who locks the gate?", "In October the gate is locked early.", false},
			{"who locks the gate?", "Iron things of this sort are locked.", false},
			{"who locks the gate?", "The warden locks the gate.", true},
			{"who locks the gate?", "On every second day the porch scout shall also lock it.", true},
			{"who has to lock the gate", "When the lamp is out, a scout must lock the gate.", true},
			{"by whom is the gate locked?", "The gate is locked by the scout.", true},
		}},
		{"de", "# Ordnung\n\nDie Glocke wird nachts nicht geläutet und der Schlüssel hängt an der Tür.\n", []doerCase{
			{"Wer holt den Schlüssel?", "Der Schlüssel wird im Mai geholt.", false},
			{"Wer holt den Schlüssel?", "Bis zum Ende des Monats bleibt er im Winter dort.", false},
			{"Wer holt den Schlüssel?", "Der Wart holt den Schlüssel.", true},
			{"Wer holt den Schlüssel?", "Den Schlüssel holt die Jury.", true},
			{"Wer soll den Schlüssel holen?", "Nachts soll der Wart den Schlüssel holen.", true},
			{"Von wem wird der Schlüssel geholt?", "Der Schlüssel wird vom Wart geholt.", true},
		}},
		{"fr", "# Règlement\n\nLa cloche est dans la tour et les clés sont au bureau du village.\n", []doerCase{
			{"Qui range les clés ?", "Les clés sont rangées par taille.", false},
			{"Qui range les clés ?", "Les clés sont rangées au printemps.", false},
			{"Qui range les clés ?", "Le garde du village range les clés.", true},
			{"Qui range les clés ?", "L'oncle les range.", true},
			{"Par qui les clés sont-elles rangées ?", "Les clés sont rangées par le garde.", true},
		}},
		{"es", "# Reglamento\n\nLas llaves están en la caja de la puerta y las barcas en el agua.\n", []doerCase{
			{"¿Quién pinta las barcas?", "Las barcas se pintan el primer lunes.", false},
			{"¿Quién pinta las barcas?", "El jurado pinta las barcas.", true},
			{"¿Quién pinta las barcas?", "Las barcas las pinta el guarda.", true},
		}},
		{"it", "# Regolamento\n\nLe chiavi sono nella scatola della porta e le barche nell'acqua.\n", []doerCase{
			{"Chi dipinge le barche?", "Le barche si dipingono in primavera.", false},
			{"Chi dipinge le barche?", "La giuria dipinge le barche.", true},
		}},
		{"pt", "# Regulamento\n\nAs chaves estão na caixa da porta e os barcos não ficam na água.\n", []doerCase{
			{"Quem pinta os barcos?", "Os barcos são pintados na primavera.", false},
			{"Quem pinta os barcos?", "O júri pinta os barcos.", true},
		}},
		{"ru", "# Правила\n\nКлючи висят у двери, а лодки стоят на воде до самой осени.\n", []doerCase{
			{"Кто красит лодки?", "Лодки красят ежегодно в мае.", false},
			{"Кто красит лодки?", "Сторож красит лодки.", true},
			{"Кем созывается собрание?", "Собрание созывается жюри.", true},
		}},
	} {
		x := open(t, l.rules).Own()
		if x.Language != l.language {
			t.Fatalf("%s is read as %q", l.language, x.Language)
		}
		for _, c := range l.cases {
			s := Read(x, c.sentence, whoAsks(x, c.question))
			if got := s.InOtherWords(sought.Agent) != 0; got != c.want {
				t.Errorf("%q says who, asked %q: %v", c.sentence, c.question, got)
			}
		}
	}
}

type doerCase struct {
	question, sentence string
	want               bool
}
