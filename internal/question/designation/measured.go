package designation

import "pincite/internal/question/grammar"

// joins reports whether token i, which lists, does so here. A word that is a preposition in
// another language, as the "en" of "artikelen 3 en 5", and a comma behind one number do
// where nothing is counted behind it: "el artículo 5 en tres puntos", "rule 18, 10 words".
func (r *Reader) joins(i, from int) bool {
	one := r.tokens[i].Raw == "," && from > 0 && r.one(from)
	if i+1 >= len(r.tokens) || !one && !grammar.In(&r.tokens[i], grammar.Within|grammar.Inside) {
		return i+1 < len(r.tokens)
	}
	return !r.measures(from, i+1, one)
}

// one reports whether the number at token from, which is not the first, is that of one
// section: "section 1".
func (r *Reader) one(from int) bool {
	level := &r.tokens[from-1]
	return level.Level != 0 && !level.Plural && !level.Han()
}

// measures reports whether the number at token i, behind the list that begins at token from,
// says how long a text is to be, rather than name a section: "shorten section 1 to 3 lines",
// "10 words". A level's name behind it counts too, unless named.
func (r *Reader) measures(from, i int, named bool) bool {
	e, ok := r.Item(i)
	end := i + e.Used
	if !ok || e.Letter() || end == len(r.tokens) {
		return false
	}
	t := &r.tokens[end]
	if t.Mark || named && t.Level != 0 {
		return false
	}
	if grammar.In(t, grammar.Sentence|grammar.Paragraph|grammar.Point|grammar.Verbatim) && !(named && r.names.Has(e.Code) && grammar.In(t, grammar.Frame) && !r.tasked(from)) {
		return true
	}
	return r.tasked(from) && !grammar.In(t, grammar.And|grammar.To|grammar.Within|grammar.Frame|grammar.Polite|grammar.Thanks|grammar.Connective|grammar.Article)
}

// tasked reports whether a task that is not done here is asked for before token from.
func (r *Reader) tasked(from int) bool {
	for i := range from {
		if _, p := grammar.All().Set("task").Longest(r.tokens, i); p != nil || grammar.In(&r.tokens[i], grammar.Brevity) {
			return true
		}
	}
	return false
}
