package layout

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
	"pincite/internal/text"
)

// A style is how a line is set.
type style struct {
	size float64
	bold bool
}

func styleOf(l *typeset.Line) style { return style{typeset.Half(l.Size), l.Bold} }

// Limits of what is taken for a heading.
const (
	largest      = 1.08 // type larger than the text by this sets a line apart
	headingLines = 4
	headingBytes = 240
)

// A heads knows which paragraphs of a document are headings, and at which level.
type heads struct {
	body   style
	levels map[style]int
	title  *paragraph
	marked map[*paragraph]int // by the file's own outline
	not    map[*paragraph]bool
	text   map[style]bool // styles of larger or bolder running text

	entries map[*paragraph]int // the level of those that only a table of contents tells

	number map[*paragraph]string // what stands before a heading and numbers it
	joined map[*paragraph]bool   // paragraphs that are in number
}

// findHeads looks through all paragraphs.
func findHeads(ps []paragraph, marks []pages.Bookmark, body style) *heads {
	h := &heads{body: body, levels: map[style]int{}, joined: map[*paragraph]bool{}, not: map[*paragraph]bool{}}
	h.match(ps, marks)
	h.findNumbers(ps)
	var candidates []*paragraph
	for i := range ps {
		p := &ps[i]
		if !h.candidate(p) {
			continue
		}
		if n := len(candidates); n > 0 && candidates[n-1] == &ps[i-1] && h.pieces(&ps[i-1], p) {
			h.not[&ps[i-1]], h.not[p] = true, true
		}
		candidates = append(candidates, p)
	}
	candidates = slices.DeleteFunc(h.dropText(candidates), func(p *paragraph) bool { return h.not[p] })
	h.findTitle(candidates)
	if 2*len(h.marked) >= len(marks) && len(h.marked) > 1 {
		h.rankByMarks(candidates)
		h.distrust(ps)
	} else {
		h.rank(candidates)
	}
	return h
}

// oneLetter is a letter of an index, or of a formula. I, V and X number chapters, too.
var oneLetter = regexp.MustCompile(`^\s*[A-HJ-UWYZ\p{Ll}]\s*$`)

// candidate reports whether the type of a paragraph sets it apart from the text.
func (h *heads) candidate(p *paragraph) bool {
	if p.rows != nil || p.note || len(p.lines) > headingLines {
		return false
	}
	if words := lineTexts(p); oneLetter.MatchString(words) || block.ToFill(words) {
		return false
	}
	length, letters := 0, false
	for _, l := range p.lines {
		length += len(l.Text)
		letters = letters || strings.ContainsFunc(l.Text, unicode.IsLetter)
	}
	s := styleOf(p.first())
	text := strings.TrimSpace(p.last().Text)
	if !letters || length > headingBytes || strings.Contains(p.first().Text, "://") || bullet.MatchString(p.first().Text) || strings.ContainsAny(text[max(0, len(text)-1):], ",;") && !marked(p.first()) {
		return false
	}
	if s.size >= h.body.size*largest {
		return true
	}
	run := strings.HasSuffix(text, ":") && strings.ContainsFunc(text, unicode.IsLower) || strings.HasSuffix(text, ".") && !number.MatchString(p.first().Text)
	return s.bold && !h.body.bold && s.size >= h.body.size*0.95 && len(p.lines) <= 2 && !run
}

// dropText drops the candidates whose style is that of running text: of a foreword in
// larger type with wide lines, say, each of which is a paragraph. Many of these begin or
// end as no heading does.
func (h *heads) dropText(candidates []*paragraph) []*paragraph {
	const several, share = 3, 3 // three, and one in three
	text, all := map[style]int{}, map[style]int{}
	for _, p := range candidates {
		if h.marked[p] == 0 {
			s := styleOf(p.first())
			all[s]++
			text[s] += one(inSentence(lineTexts(p)))
		}
	}
	h.text = map[style]bool{}
	for s, n := range text {
		h.text[s] = n >= several && n*share >= all[s]
	}
	return slices.DeleteFunc(candidates, func(p *paragraph) bool { return h.text[styleOf(p.first())] && h.marked[p] == 0 })
}

// pieces reports that a candidate goes on in the next: it has the end of a sentence within,
// and that begins in lower case, in the same style. Neither is a heading then.
func (h *heads) pieces(p, next *paragraph) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(lineTexts(next)))
	return h.marked[p] == 0 && h.marked[next] == 0 && styleOf(p.last()) == styleOf(next.first()) &&
		text.Small(first) && sentenceEnd.MatchString(lineTexts(p))
}

// sentenceEnd matches the end of a sentence before another.
var sentenceEnd = regexp.MustCompile(`\pL{3}[.!?] +\p{Lu}`)

// inSentence reports words that are a piece of a sentence: they begin in lower case, or
// are many and end with a full stop.
func inSentence(s string) bool {
	const many = 6
	s = strings.TrimSpace(s)
	first, _ := utf8.DecodeRuneInString(s)
	return text.Small(first) || strings.HasSuffix(s, ".") && len(strings.Fields(s)) > many && !number.MatchString(s[:min(len(s), 4)])
}

// match finds the paragraphs that the file's own outline names.
func (h *heads) match(ps []paragraph, marks []pages.Bookmark) {
	h.marked = map[*paragraph]int{}
	byPage := map[int][]*paragraph{}
	for i := range ps {
		if p := &ps[i]; p.rows == nil && !p.note && len(p.lines) <= headingLines {
			byPage[p.first().Page] = append(byPage[p.first().Page], p)
		}
	}
	for _, m := range marks {
		title := pages.Letters(m.Title)
		for _, p := range byPage[m.Page] {
			if _, taken := h.marked[p]; !taken && sameTitle(title, titleOf(lineTexts(p))) {
				h.marked[p] = m.Level
				break
			}
		}
	}
}

func lineTexts(p *paragraph) string {
	var out strings.Builder
	for _, l := range p.lines {
		out.WriteString(l.Text)
	}
	return out.String()
}

// titleOf returns the letters of a heading without the note in square brackets behind it,
// of when it was adopted or amended, that the file's own outline leaves out.
func titleOf(s string) string {
	if at := strings.LastIndex(s, "["); at > 0 && strings.HasSuffix(strings.TrimSpace(s), "]") {
		s = s[:at]
	}
	return pages.Letters(s)
}

// sameTitle reports whether two titles are the same but for a number before one
// of them.
func sameTitle(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != "" && strings.HasSuffix(b, a) && (a == b || 10*len(a) >= 6*len(b))
}

// findTitle takes for the title what stands before all other headings on the
// first page and is set larger than any.
func (h *heads) findTitle(candidates []*paragraph) {
	if len(candidates) < 2 || candidates[0].first().Page != 1 {
		return
	}
	first := candidates[0]
	for _, p := range candidates[1:] {
		if p.first().Size >= first.first().Size-0.4 {
			return
		}
	}
	h.title = first
}

// rank gives the styles of headings their levels, the largest first.
func (h *heads) rank(candidates []*paragraph) {
	var styles []style
	for _, p := range candidates {
		if s := styleOf(p.first()); p != h.title && !slices.Contains(styles, s) {
			styles = append(styles, s)
		}
	}
	slices.SortFunc(styles, func(a, b style) int {
		if a.size != b.size {
			return cmp.Compare(b.size, a.size)
		}
		return one(b.bold) - one(a.bold)
	})
	for i, s := range styles {
		h.levels[s] = min(i+1, 9)
	}
}

// rankByMarks gives a style the level that most of its entries in the file's own
// outline have. A style of which few are entries is none of headings.
func (h *heads) rankByMarks(candidates []*paragraph) {
	const most = 0.6
	votes, count := map[style]map[int]int{}, map[style]int{}
	for _, p := range candidates {
		s := styleOf(p.first())
		count[s]++
		if level := h.marked[p]; level > 0 {
			if votes[s] == nil {
				votes[s] = map[int]int{}
			}
			votes[s][level]++
		}
	}
	for s, levels := range votes {
		best, all := 0, 0
		for level, n := range levels {
			all += n
			if n > levels[best] || n == levels[best] && level < best {
				best = level
			}
		}
		if float64(all) >= most*float64(count[s]) {
			h.levels[s] = best
		}
	}
	h.rankBelow(candidates)
}

// rankBelow gives levels to larger type that the file's own outline leaves out
// because it goes no deeper than chapters.
func (h *heads) rankBelow(candidates []*paragraph) {
	for _, level := range h.marked {
		if level > 1 {
			return
		}
	}
	var rest []*paragraph
	for _, p := range candidates {
		s := styleOf(p.first())
		if _, known := h.levels[s]; !known && s.size >= h.body.size*largest {
			rest = append(rest, p)
		}
	}
	chapters := h.levels
	h.levels = map[style]int{}
	h.rank(rest)
	for s := range h.levels {
		h.levels[s] = min(h.levels[s]+1, 9)
	}
	maps.Copy(h.levels, chapters)
}

// distrust takes back what is set like a heading and is no entry of the file's
// own outline: before its first entry, as dates on a title page, and right before
// a higher heading, as the number of a chapter in words.
func (h *heads) distrust(ps []paragraph) {
	begun := false
	for i := range ps {
		p := &ps[i]
		if h.marked[p] > 0 {
			begun = true
		} else if p.rows == nil && p != h.title {
			next := 0
			if i+1 < len(ps) {
				next = h.marked[&ps[i+1]]
			}
			h.not[p] = h.not[p] || !begun || next > 0 && next < h.levels[styleOf(p.first())]
		}
	}
}

// level returns the level of a paragraph as a heading; 0 where it is none.
func (h *heads) level(p *paragraph) int {
	if level, ok := h.marked[p]; ok {
		return max(level, 1)
	}
	if p == h.title {
		return 1
	}
	if h.not[p] || h.text[styleOf(p.first())] || !h.candidate(p) || h.levels[styleOf(p.first())] == 0 {
		return h.entries[p]
	}
	return h.levels[styleOf(p.first())]
}

// findEntries finds the paragraphs that a table of contents has and whose type does not set
// them apart, each as often as it has them: headings in italics, say, below all others.
func (h *heads) findEntries(ps []paragraph, entries map[string]int) {
	lowest := 0
	for _, level := range h.levels {
		lowest = max(lowest, level)
	}
	h.entries = map[*paragraph]int{}
	for i := range ps {
		p := &ps[i]
		if p.rows != nil || p.note || len(p.lines) > headingLines {
			continue
		}
		key := pages.Letters(lineTexts(p))
		if entries[key] == 0 {
			continue
		}
		entries[key]--
		if h.level(p) == 0 {
			h.entries[p] = min(lowest+1, 9)
		}
	}
}

var fileName = regexp.MustCompile(`(?i)^microsoft word -|^untitled|\.(docx?|pdf|odt|rtf|tex|dvi|indd|pages|html?)$|^$`)

// poorTitle reports a title that a program made up from the name of a file.
func poorTitle(s string) bool { return fileName.MatchString(strings.TrimSpace(s)) }
