package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
	"pincite/internal/text"
)

// A paragraph is a run of lines of one kind.
type paragraph struct {
	lines []typeset.Line
	rows  []tableRow // of a table; then there are no lines
	note  bool
	label string // of a note
}

func (p *paragraph) first() *typeset.Line { return &p.lines[0] }
func (p *paragraph) last() *typeset.Line  { return &p.lines[len(p.lines)-1] }

// bullet matches a sign that begins a point of a list.
var bullet = regexp.MustCompile(`^[•‣◦▪▫■□●○–—·∙*❖➢✓✔☐☑❏\x{f000}-\x{f0ff}-] *(\S|$)`)

// number matches the digits of a number.
var number = regexp.MustCompile(`[0-9]+`)

// worded begins with a word and a number, as "Article 5: Fees" does.
var worded = regexp.MustCompile(`^\pL{1,15}\.? ?[0-9IVXLC]+\pL?[.:]? `)

// wideMark is a number in wide brackets, which no space follows.
var wideMark = regexp.MustCompile(`^（[0-9\p{Han}]{1,3}）`)

// listed reports a line that begins with a number in wide brackets behind one that ends as
// those of lists do.
func listed(prev, cur *typeset.Line) bool {
	return wideMark.MatchString(cur.Text) && text.EndsIn(prev.Text, "：；。")
}

func marked(l *typeset.Line) bool {
	return bullet.MatchString(l.Text) || pages.Marker.MatchString(l.Text)
}

// round is the letter that word processors use as the bullet of a list within a list.
const round = "o"

// roundBullet makes a bullet of that letter where it stands apart before its text.
func roundBullet(l *typeset.Line) {
	if len(l.Frags) > 1 && strings.TrimSpace(l.Frags[0].Text) == round && l.Frags[1].Gap(l.Frags[0].Span) > 0.4*l.Size {
		l.Text = "◦" + strings.TrimPrefix(l.Text, round)
	}
}

// hanging reports whether a mark stands apart before the text of its line.
func hanging(l *typeset.Line) bool {
	return marked(l) && len(l.Frags) > 1 && l.Frags[1].Gap(l.Frags[0].Span) > 0.4*l.Size
}

// breaks reports whether a new paragraph begins with cur, after those of p.
func (c *composer) breaks(p *paragraph, cur *typeset.Line) bool {
	const longest = 2000 // lines
	prev := p.last()
	if len(p.lines) >= longest || c.entry(cur) || len(p.lines) == 1 && c.entry(prev) || !typeset.Near(prev.Size, cur.Size, 0.6) || prev.Fixed != cur.Fixed || prev.Bold != cur.Bold && !c.oneStyle(p, cur) {
		return true
	}
	if cur.Page != prev.Page || cur.Area != prev.Area || cur.Base < prev.Base {
		return !c.continues(prev, cur)
	}
	em := cur.Size
	if cur.Base-prev.Base > 1.3*c.leading*em {
		return true
	}
	if cur.Fixed {
		return false
	}
	if hanging(cur) || typeset.Near(cur.Start(), p.first().Start(), 0.3*em) && nextMark(p.first().Text, cur.Text) {
		return true
	}
	if centred(prev) && centred(cur) && (!typeset.Near(prev.Start(), 0, em) || cur.Bold && len(cur.Text) < len(prev.Text)) {
		return false // of a title, the longest line may fill the column
	}
	shift := cur.Start() - prev.Start()
	if raisedNumber(cur.Text) > 0 || listed(prev, cur) || marked(cur) && (!typeset.Near(shift, 0, 0.3*em) || bullet.MatchString(cur.Text)) {
		return true
	}
	if prev.End() > cur.FirstWord()+0.6*em {
		return true
	}
	single := len(p.lines) == 1
	return shift > 0.8*em && !(single && (marked(prev) || worded.MatchString(prev.Text))) || shift < -0.8*em && !single
}

// entry reports whether a line by itself is an entry of the file's own outline.
func (c *composer) entry(l *typeset.Line) bool {
	if len(c.titles[l.Page]) == 0 {
		return false
	}
	title := titleOf(l.Text)
	return slices.ContainsFunc(c.titles[l.Page], func(entry string) bool {
		return entry != "" && (entry == title || sameTitle(entry, title) && marked(l))
	})
}

// oneStyle reports whether two lines differ in weight only because a few bold
// words fill one of them, or what stands in a bracket that the line before leaves open.
func (c *composer) oneStyle(p *paragraph, cur *typeset.Line) bool {
	prev := p.last()
	full := prev.End() < cur.FirstWord()+0.6*cur.Size
	small, _ := utf8.DecodeRuneInString(cur.Text)
	goes := text.Small(small) && len(p.lines) > 1 || inBracket(prev.Text)
	return full && goes && typeset.Near(cur.Base-prev.Base, c.leading*cur.Size, 0.2*cur.Size)
}

// inBracket reports words that leave a bracket open.
func inBracket(s string) bool {
	return strings.LastIndexByte(s, '[') > strings.LastIndexByte(s, ']') || strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

// continues reports whether cur goes on, in another column or on another page,
// with the sentence that prev leaves open.
func (c *composer) continues(prev, cur *typeset.Line) bool {
	if marked(cur) || prev.Bold || prev.Size > c.body*1.1 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(cur.Text)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(prev.Text, `"'”’»）)`))
	if strings.ContainsRune(".!?:。！？：؟", last) {
		return false
	}
	full := prev.End() < cur.FirstWord()+0.6*cur.Size
	below := typeset.Near(cur.Start(), prev.Start(), 0.3*cur.Size) && typeset.Near(cur.Area.X0, prev.Area.X0, 0.3*cur.Size)
	return text.Small(first) || full && (cur.Start() < 0.8*cur.Size || below)
}

// centred reports whether a line stands in the middle of its column.
func centred(l *typeset.Line) bool { return typeset.Near(l.Start(), l.End(), 0.5*l.Size) }

// A joiner joins lines to text. It knows the words of the document, which tell
// whether a hyphen at the end of a line belongs to the word.
type joiner struct {
	words map[string]bool
	first map[string]bool  // what words with a hyphen begin with: "demi" of "demi-pension"
	notes map[int][]string // labels of the notes of a page
}

var word = regexp.MustCompile(`\pL+(?:-\pL+)*`)

func newJoiner(all []typeset.Line) *joiner {
	j := &joiner{words: map[string]bool{}, first: map[string]bool{}, notes: map[int][]string{}}
	for i := range all {
		text := strings.ToLower(all[i].Text)
		found := word.FindAllStringIndex(text, -1)
		for _, at := range found {
			if at[1] == len(text)-1 && text[at[1]] == '-' {
				continue // half of a word
			}
			w := text[at[0]:at[1]]
			j.words[w] = true
			if first, _, two := strings.Cut(w, "-"); two {
				j.first[first] = true
			}
		}
	}
	return j
}

// text returns the text of lines. Each stands alone where keep says so.
func (j *joiner) text(ls []typeset.Line, keep bool) string {
	var out string
	for i := range ls {
		t := j.line(&ls[i])
		switch {
		case i == 0:
			out = t
		case keep:
			out += "\n" + t
		default:
			out = j.join(out, t)
		}
	}
	return out
}

// line returns the text of a line without its references to notes of the page.
func (j *joiner) line(l *typeset.Line) string {
	labels := j.notes[l.Page]
	if len(labels) == 0 || !strings.ContainsAny(l.Text, text.Superscripts) {
		return l.Text
	}
	return superscript.ReplaceAllStringFunc(l.Text, func(s string) string {
		if slices.Contains(labels, plainDigits(s)) {
			return ""
		}
		return s
	})
}

var superscript = regexp.MustCompile(`[⁰¹²³⁴-⁹]+`)

func plainDigits(s string) string {
	var out strings.Builder
	for _, r := range s {
		if i := slices.Index([]rune(text.Superscripts), r); i >= 0 {
			r = rune('0' + i)
		}
		out.WriteRune(r)
	}
	return out.String()
}

var (
	lastHalf  = regexp.MustCompile(`(\pL+(?:-\pL+)*)[-‐]$`)
	firstHalf = regexp.MustCompile(`^\p{Ll}+`)
)

// parts reports a beginning that the text parts from other words with a hyphen: "demi" and
// "non". Those of two letters, "re" and "co", tell nothing: many words have them without one.
func (j *joiner) parts(first string) bool {
	const shortest = 3
	return j.first[first] && utf8.RuneCountInString(first) >= shortest
}

// join joins two lines of a paragraph.
func (j *joiner) join(a, b string) string {
	a, b = strings.TrimRight(a, " "), strings.TrimLeft(b, " ")
	// The last word alone: a is all of the paragraph so far.
	head, tail := lastHalf.FindStringSubmatch(a[strings.LastIndexByte(a, ' ')+1:]), firstHalf.FindString(b)
	if head != nil && tail != "" {
		with := strings.ToLower(head[1] + "-" + tail)
		without := strings.ToLower(head[1] + tail)
		if !j.words[without] && (j.words[with] || j.words[tail] && j.parts(strings.ToLower(head[1]))) {
			return a + b
		}
		return strings.TrimRight(a, "-‐") + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if typeset.Unspaced(last) && typeset.Unspaced(first) || last == '-' && head != nil {
		return a + b
	}
	return a + " " + b
}
