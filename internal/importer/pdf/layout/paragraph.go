package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A paragraph is a run of lines of one kind.
type paragraph struct {
	lines []line
	rows  []tableRow // of a table; then there are no lines
	note  bool
	label string // of a note
}

func (p *paragraph) first() *line { return &p.lines[0] }
func (p *paragraph) last() *line  { return &p.lines[len(p.lines)-1] }

// Marks that begin a paragraph: bullets, and numbers or letters with a sign.
var (
	bullet = regexp.MustCompile(`^[•‣◦▪▫■□●○–—·∙*❖➢✓\x{f0a7}\x{f0b7}-] *(\S|$)`)
	marker = regexp.MustCompile(`^(?:[(（\[][0-9]{1,3}[)）\]]|[(（][\pL]{1,4}[)）]|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]?|[\pL][.)]|[ivxIVX]{1,5}[.)]|§+ ?[0-9]+)(?: |$)`)
)

func marked(l *line) bool { return bullet.MatchString(l.text) || marker.MatchString(l.text) }

// hanging reports whether a mark stands apart before the text of its line.
func hanging(l *line) bool {
	return marked(l) && len(l.frags) > 1 && l.frags[1].gap(l.frags[0].span) > 0.4*l.size
}

// breaks reports whether a new paragraph begins with cur, after those of p.
func (c *composer) breaks(p *paragraph, cur *line) bool {
	const longest = 2000 // lines
	prev := p.last()
	if len(p.lines) >= longest || !near(prev.size, cur.size, 0.6) || prev.fixed != cur.fixed || prev.bold != cur.bold && !c.oneStyle(p, cur) {
		return true
	}
	if cur.page != prev.page || cur.area != prev.area || cur.base < prev.base {
		return !c.continues(prev, cur)
	}
	em := cur.size
	if cur.base-prev.base > 1.3*c.leading*em {
		return true
	}
	if cur.fixed {
		return false
	}
	if centred(prev) && centred(cur) && !near(prev.start(), 0, em) {
		return false
	}
	shift := cur.start() - prev.start()
	if marked(cur) && (hanging(cur) || !near(shift, 0, 0.3*em) || bullet.MatchString(cur.text)) {
		return true
	}
	if prev.end() > cur.firstWord()+0.6*em {
		return true
	}
	single := len(p.lines) == 1
	return shift > 0.8*em && !(single && marked(prev)) || shift < -0.8*em && !single
}

// oneStyle reports whether two lines differ in weight only because a few bold
// words fill one of them.
func (c *composer) oneStyle(p *paragraph, cur *line) bool {
	prev := p.last()
	full := prev.end() < cur.firstWord()+0.6*cur.size
	small, _ := utf8.DecodeRuneInString(cur.text)
	return full && unicode.IsLower(small) && near(cur.base-prev.base, c.leading*cur.size, 0.2*cur.size) && len(p.lines) > 1
}

// continues reports whether cur goes on, in another column or on another page,
// with the sentence that prev leaves open.
func (c *composer) continues(prev, cur *line) bool {
	if marked(cur) || prev.bold || prev.size > c.body*1.1 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(cur.text)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(prev.text, `"'”’»）)`))
	if strings.ContainsRune(".!?:。！？：؟", last) {
		return false
	}
	full := prev.end() < cur.firstWord()+0.6*cur.size
	return unicode.IsLower(first) || full && cur.start() < 0.8*cur.size
}

// centred reports whether a line stands in the middle of its column.
func centred(l *line) bool { return near(l.start(), l.end(), 0.5*l.size) }

// A joiner joins lines to text. It knows the words of the document, which tell
// whether a hyphen at the end of a line belongs to the word.
type joiner struct {
	words map[string]bool
	notes map[int][]string // labels of the notes of a page
}

var word = regexp.MustCompile(`\pL+(?:-\pL+)*`)

func newJoiner(all []line) *joiner {
	j := &joiner{words: map[string]bool{}, notes: map[int][]string{}}
	for i := range all {
		text := strings.ToLower(all[i].text)
		found := word.FindAllStringIndex(text, -1)
		for _, at := range found {
			if at[1] == len(text)-1 && text[at[1]] == '-' {
				continue // half of a word
			}
			j.words[text[at[0]:at[1]]] = true
		}
	}
	return j
}

// text returns the text of lines. Each stands alone where keep says so.
func (j *joiner) text(ls []line, keep bool) string {
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
func (j *joiner) line(l *line) string {
	labels := j.notes[l.page]
	if len(labels) == 0 || !strings.ContainsAny(l.text, superscripts) {
		return l.text
	}
	return superscript.ReplaceAllStringFunc(l.text, func(s string) string {
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
		if i := slices.Index([]rune(superscripts), r); i >= 0 {
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

// join joins two lines of a paragraph.
func (j *joiner) join(a, b string) string {
	a, b = strings.TrimRight(a, " "), strings.TrimLeft(b, " ")
	head, tail := lastHalf.FindStringSubmatch(a), firstHalf.FindString(b)
	if head != nil && tail != "" {
		with := strings.ToLower(head[1] + "-" + tail)
		without := strings.ToLower(head[1] + tail)
		if j.words[with] && !j.words[without] {
			return a + b
		}
		return strings.TrimRight(a, "-‐") + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if unspaced(last) && unspaced(first) || last == '-' && head != nil {
		return a + b
	}
	return a + " " + b
}
