package mentions

import (
	"strings"

	"pincite/internal/evidence/passages"
)

// postings are the entries that have a stem, in order, each once.
type postings map[string][]int32

func (p postings) add(stem string, at int) {
	if have := p[stem]; len(have) == 0 || have[len(have)-1] != int32(at) {
		p[stem] = append(have, int32(at))
	}
}

// rarest returns the entries of the stem that the fewest have.
func (p postings) rarest(stems []string) []int32 {
	out := p[stems[0]]
	for _, s := range stems[1:] {
		if len(p[s]) < len(out) {
			out = p[s]
		}
	}
	return out
}

// aids are the finding aids in one language that name things, as lists compare
// them: Chinese by its characters, others by their stems.
type aids struct {
	index   *passages.Index
	entries []aid
	having  postings
}

type aid struct {
	at    int // number of the passage in the listing
	text  string
	stems []string
}

// readAids returns the finding aids of a language, analysed.
func (f *Finder) readAids(language string) (*aids, error) {
	x, err := f.set.Index(language)
	if err != nil {
		return nil, err
	}
	a := &aids{index: x, having: postings{}}
	var texts []string
	n := 0
	for at := range f.set.Places() {
		for _, s := range f.set.Aids(at, language) {
			if s != "" {
				a.entries = append(a.entries, aid{at: n, text: s})
				texts = append(texts, f.set.Join(passages.PlainText(s)))
			}
		}
		n++
	}
	if language != "zh" {
		a.analyze(x, texts)
	}
	return a, nil
}

// analyze notes the stems of the entries, whose texts these are.
func (a *aids) analyze(x *passages.Index, texts []string) {
	for n, tokens := range x.AnalyzeEach(texts) {
		a.entries[n].text, a.entries[n].stems = "", passages.Stems(tokens)
		for _, stem := range a.entries[n].stems {
			a.having.add(stem, n)
		}
	}
}

// matching returns the passages of the entries that have the stems in a row.
func (a *aids) matching(stems []string) []int {
	if len(stems) == 0 {
		return nil
	}
	var out []int
	for _, n := range a.having.rarest(stems) {
		if hasRun(a.entries[n].stems, stems, func(a, b string) bool { return a == b }) {
			out = append(out, a.entries[n].at)
		}
	}
	return out
}

// holding returns the passages of the entries that have Chinese characters in a row.
func (a *aids) holding(han string) []int {
	if han == "" {
		return nil
	}
	var out []int
	for _, e := range a.entries {
		if strings.Contains(e.text, han) {
			out = append(out, e.at)
		}
	}
	return out
}
