package reference

import "pincite/internal/question/grammar"

// joins reports whether token i, which lists, does so here. A word that is a preposition in
// another language, as the "en" of "artikelen 3 en 5", and a comma behind one number do
// where nothing is counted behind it: "el artículo 5 en tres puntos", "rule 18, 10 words".
func (f *finder) joins(i, from int) bool {
	one := f.tokens[i].Raw == "," && from > 0 && f.one(from)
	if i+1 >= len(f.tokens) || !one && !grammar.In(&f.tokens[i], grammar.Within|grammar.Inside) {
		return i+1 < len(f.tokens)
	}
	return !f.measures(from, i+1, one)
}

// one reports whether the number at token from, which is not the first, is that of one
// section: "section 1".
func (f *finder) one(from int) bool {
	level := &f.tokens[from-1]
	return level.Level != 0 && !level.Plural && !level.Han()
}

// measures reports whether the number at token i, behind the list that begins at token from,
// says how long a text is to be, rather than name a section: "shorten section 1 to 3 lines",
// "10 words". A level's name behind it counts too, unless named.
func (f *finder) measures(from, i int, named bool) bool {
	e, ok := f.Item(i)
	end := i + e.Used
	if !ok || e.Letter() || end == len(f.tokens) {
		return false
	}
	t := &f.tokens[end]
	if t.Mark || named && t.Level != 0 {
		return false
	}
	if grammar.In(t, grammar.Sentence|grammar.Paragraph|grammar.Point|grammar.Verbatim) && !(named && f.table.Has(e.Code) && grammar.In(t, grammar.Frame) && !f.tasked(from)) {
		return true
	}
	return f.tasked(from) && !grammar.In(t, grammar.And|grammar.To|grammar.Within|grammar.Frame|grammar.Polite|grammar.Thanks|grammar.Connective|grammar.Article)
}

// tasked reports whether a task that is not done here is asked for before token from.
func (f *finder) tasked(from int) bool {
	for i := range from {
		if _, p := grammar.All().Set("task").Longest(f.tokens, i); p != nil || grammar.In(&f.tokens[i], grammar.Brevity) {
			return true
		}
	}
	return false
}
