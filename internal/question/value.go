package question

import (
	"slices"
	"strconv"

	"pincite/internal/locate"
	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/rest"
	"pincite/internal/text/numeral"
)

// Revalued returns the question asked with the number that q says instead of its own: "Can
// a 15 year old come in alone?", and then "no, I meant a 13 year old" or "and a 13 year old?".
// Each must have one number; besides it q says only words that were asked.
func (r *Parser) Revalued(q *Question, asked string) (string, bool) {
	bare := q.Kind == Lookup && len(q.Refs) == 1 && q.Refs[0].Rule == "number" && q.Refs[0].Kind == "" && q.Refs[0].Role == locate.NoRole && q.Corrects
	if !q.Corrects && !q.Follow || q.Kind != Search && !bare {
		return "", false
	}
	meant := r.meant(q)
	was, is := phrase.Words(grammar.Scan(asked)), phrase.Words(grammar.Scan(meant))
	from, end, _ := onlyNumber(was)
	first, last, value := onlyNumber(is)
	if from == end || first == last {
		return "", false
	}
	said := 0
	for i := range is {
		if i >= first && i < last || !rest.Tells(&is[i]) {
			continue
		}
		if !slices.ContainsFunc(was, func(w phrase.Token) bool { return w.Fold == is[i].Fold }) {
			return "", false
		}
		said++
	}
	if said == 0 && !q.Corrects {
		return "", false // "and 8?" may be a section
	}
	return asked[:was[from].Start] + strconv.Itoa(value) + asked[was[end-1].End:], true
}

// meant returns what q says behind words that correct, or go on from, the message before.
func (r *Parser) meant(q *Question) string {
	p := parser{Message: message.Message{Source: &r.source, Language: q.Language}, q: &Question{}}
	p.Scan(prose.WithoutMarkup(phrase.Hyphens(q.Text)))
	if len(p.Plain) == 0 {
		return ""
	}
	p.corrected()
	n := followup.Of(p.Plain, 0, followup.Connective)
	switch {
	case p.corrects:
		return p.Body[p.Plain[0].Start:]
	case n > 0 && n < len(p.Plain):
		return p.Body[p.Plain[n].Start:]
	}
	return ""
}

// onlyNumber returns the words that are the one number in a row, in digits, or, where there
// are none in digits, written out, and its value; from and end are equal where there is none,
// or several.
func onlyNumber(row []phrase.Token) (from, end, value int) {
	for _, digits := range []bool{true, false} {
		found := 0
		for i := 0; i < len(row); i++ {
			n, ok := phrase.Numeral(row, i)
			if !ok || n.Ordinal || n.Form == numeral.Roman || digits != row[i].Digits() {
				continue
			}
			found, from, end, value = found+1, i, i+n.Used, n.Value
			i = end - 1
		}
		if found == 1 {
			return from, end, value
		}
		if found > 1 {
			break
		}
	}
	return 0, 0, 0
}
