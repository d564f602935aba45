package structure

import (
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
)

// ReadTally reads a message that names all the sections of a level by how many there are,
// "the ten commandments", and says nothing else: they are listed.
func ReadTally(m *message.Message) (Question, bool) {
	const before = grammar.Frame | grammar.Article | grammar.Polite | grammar.Total
	row, i := m.Plain, 0
	for i < len(row) && grammar.In(&row[i], before) {
		if _, number := phrase.Numeral(row, i); number {
			break // "one" is a word of a frame as well
		}
		i++
	}
	n, ok := phrase.Numeral(row, i)
	at := i + n.Used
	if !ok || n.Ordinal || n.Value < 2 || at >= len(row) {
		return Question{}, false
	}
	w, kind := &row[at], m.Table.Kind(row[at].Level)
	counted := w.Plural && !w.Cyrillic() || w.Cyrillic() && m.Table.Counts(n.Value, w)
	if w.Level == 0 || w.Level >= levels.Any || !counted || len(m.Table.Document().OfKind(kind)) != n.Value {
		return Question{}, false
	}
	return Question{Ask: List, Level: kind}, grammar.Only(row[at+w.Width:], grammar.Polite|grammar.Thanks, nil)
}
