package reference

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// raise makes compounds sure that the document has, but for what may be an amount:
// "4.2.1", "71B", "G6".
func (f *finder) raise(found []Found) {
	for i := range found {
		r := &found[i]
		first := r.Refs[0]
		if r.Strength == titles.Strong || !compound(&first) {
			continue
		}
		if first.Sections == nil && (first.Paren || f.table.Has(first.From)) {
			f.table.Resolve(&first)
		}
		if len(first.Sections) == 0 {
			continue
		}
		if r.Strength = titles.Strong; f.decimal(r) && f.counts(r, first.Sections) {
			r.Strength = titles.Medium
		}
	}
}

// compound reports whether r has a designation of several steps, or a letter in it.
func compound(r *locate.Ref) bool {
	return r.Rule == "number" && strings.ContainsFunc(r.From, func(c rune) bool { return !unicode.IsDigit(c) })
}

// sure drops what looks like a bare number and is none: "1.5", "5kW"; but "6a" alone is
// asked for, and is not there.
func (f *finder) sure(in []Found) []Found {
	return slices.DeleteFunc(in, func(r Found) bool {
		first := &r.Refs[0]
		if r.Strength == titles.Weak && len(in) > 1 && len(r.Refs) == 1 && r.To == r.From+1 && grammar.In(&f.tokens[r.From], grammar.One) {
			return true // "the same one in article 3"
		}
		if len(in) == 1 && f.qualifies(&r) {
			return true
		}
		digits := strings.TrimRightFunc(first.From, unicode.IsLetter)
		return r.Strength == titles.Weak && compound(first) && len(first.Sections) == 0 && !f.sibling(first.From) && (f.words > 2 || !f.table.Has(digits) || f.table.Known(first.From))
	})
}

// qualifies reports whether r is an ordinal in words that belongs to the word behind it,
// which is no level's: "last year's version", "the first prize".
func (f *finder) qualifies(r *Found) bool {
	first := &r.Refs[0]
	if r.Strength != titles.Weak || !first.Ordinal && !first.FromEnd || first.Role != locate.NoRole || f.tokens[r.From].Digits() || r.To == len(f.tokens) {
		return false
	}
	t := &f.tokens[r.To]
	_, slip := f.table.Misspelt(f.tokens[r.To:])
	return !t.Mark && t.Level == 0 && !slip && (t.ID == 0 || grammar.In(t, grammar.Version) || grammar.In(t, grammar.Verbatim) && !grammar.In(t, grammar.About)) &&
		!t.Han() && !t.Hangul() && !t.Hiragana()
}

// sibling reports whether a designation would stand in a row that the document has: 3.19
// where there are 3 and 3.2.
func (f *finder) sibling(code string) bool {
	dot := strings.LastIndexByte(code, '.')
	return dot > 0 && f.table.Has(code[:dot]) && f.table.Steps(code[:dot])
}

// narrowed takes references that several sections answer to for those within the one
// section that is named beside them: "the rationale for [logs]", "sections 4 and 7 of
// the [dog] bylaw".
func (f *finder) narrowed(in []Found) []Found {
	for i := range in {
		if refs := in[i].Refs; len(refs) != 1 || len(refs[0].Sections) != 1 || in[i].Strength == titles.Weak && refs[0].Rule == "number" {
			continue
		}
		used := false
		for j := range in {
			for k := range in[j].Refs {
				if in[j].Strength == titles.Weak && in[j].Refs[k].Ordinal {
					continue // "must I offer my [stock] to them first?"
				}
				if f.table.Narrow(&in[j].Refs[k], in[i].Refs[0].Sections[0]) || f.stepsOf(&in[i], &in[j], k) {
					in[j].Strength, used = titles.Strong, f.Denial(in[j].From) == 0 // "статья 12 кроме пункта 2"
				}
			}
		}
		if used {
			return slices.Delete(in, i, i+1)
		}
	}
	return in
}

// stepsOf reports whether the steps of a designation stand directly behind the title of a
// section that has them, and reads them so, whatever else they would name: "Treasurer 3(d)".
func (f *finder) stepsOf(title, r *Found, k int) bool {
	if title.Refs[0].Rule != "title" || r.From != title.To || !compound(&r.Refs[k]) {
		return false
	}
	found, ok := f.table.inside(within(r.Refs[k], title.Refs[0]))
	if ok {
		r.Refs[k] = found
	}
	return ok
}

// decimal reports whether r is written as a decimal is.
func (f *finder) decimal(r *Found) bool {
	code := r.Refs[0].From
	return strings.Count(code, ".") == 1 && !strings.ContainsFunc(code, unicode.IsLetter) && f.tokens[r.To-1].Raw != ")"
}

// counts reports whether something that may be counted or measured stands directly
// behind r, which names sections: "1.2 million", "3.5%".
func (f *finder) counts(r *Found, sections []int) bool {
	return len(r.Refs) == 1 && r.To < len(f.tokens) && !f.tokens[r.To-1].Stop && f.table.Measures(&f.tokens[r.To], sections)
}

// guessedInTitle reports whether a title begins at token k whose first word is only taken
// for a slip of a number: "раздел Срок полномочий" is not сорок.
func (f *finder) guessedInTitle(k int) bool {
	e, _ := f.Item(k)
	_, titled := f.titled[k]
	return e.Guessed && titled
}

// versioned reports whether the number at token i is that of a version, "release 2.1" and
// "v8", or one of its steps, or belongs to another letter, as in "m8".
func (f *finder) versioned(i int) bool {
	if t := &f.tokens[i]; i > 0 && t.Glued && f.tokens[i-1].Letter() && !f.tokens[i-1].Glued && !grammar.In(&f.tokens[i-1], grammar.Number) {
		return true
	}
	for i--; i > 0 && (f.tokens[i].Raw == "." || f.tokens[i].Digits() && f.tokens[i+1].Raw == "."); i-- {
	}
	return i >= 0 && grammar.In(&f.tokens[i], grammar.Version)
}

// dated reports whether the number at token i is of a date with the name of its month.
func (f *finder) dated(i int) bool {
	at := f.tokens[i].Start
	return slices.ContainsFunc(f.dates, func(d text.Date) bool { return !d.Digits && d.Start <= at && at < d.End })
}

// behindCount reports whether the Chinese or Korean name of a level at token i stands behind
// a number that counts, which it belongs to: 晚上6点7个人, but not 二条二項.
func (f *finder) behindCount(i int) bool {
	if i == 0 || !f.tokens[i].Han() && !f.tokens[i].Hangul() || f.tokens[i].Start != f.tokens[i-1].End {
		return false
	}
	_, number := f.Item(i - 1)
	e, _ := f.Item(i + 1)
	end := i + 1 + e.Used
	return number && !(e.Used > 0 && end < len(f.tokens) && f.tokens[end].Level != 0)
}
