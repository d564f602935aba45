package question

import "testing"

func TestRevalued(t *testing.T) {
	p := newParser(testLevels)
	for _, c := range []struct{ asked, said, want string }{
		{"", "", ""},
		{"", "no, I meant 13", ""},
		{"Can dogs come in at 15?", "", ""},
		{"Can dogs come in?", "no, I meant 13", ""},
		{"Can 15 dogs come in at 3?", "no, I meant 13", ""},
		{"Can 15 dogs come in?", "no, I meant 13 to 16", ""},
		{"Can 15 dogs come in?", "no, I meant measure 3", ""},
		{"Can 15 dogs come in?", "no, I meant 13 cats", ""},
		{"Can 15 dogs come in?", "13 dogs", ""},
		{"Can 15 dogs come in?", "and 3?", ""},
		{"Can 15 dogs come in?", "no, I meant the first", ""},
		{"Can 15 dogs come in?", "no, I meant 3", "Can 3 dogs come in?"},
		{"Can 15 dogs come in?", "no, I meant thirteen", "Can 13 dogs come in?"},
		{"Can fifteen dogs come in?", "sorry, 13 dogs", "Can 13 dogs come in?"},
		{"Can 15 dogs come in?", "and 13 dogs?", "Can 13 dogs come in?"},
		{"Can a 15 year old come in alone?", "no i meant a 13 year old", "Can a 13 year old come in alone?"},
		{"сколько стоят 10 билетов?", "нет, я имел в виду 20 билетов", "сколько стоят 20 билетов?"},
		{"¿cuánto cuestan 10 entradas?", "no, quería decir 20 entradas", "¿cuánto cuestan 20 entradas?"},
	} {
		q := p.Parse(c.said, Context{})
		if got, _ := p.Revalued(&q, c.asked); got != c.want {
			t.Errorf("%q, then %q: %q, want %q", c.asked, c.said, got, c.want)
		}
	}
}
