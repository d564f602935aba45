package sought

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

//go:embed rules/*.txt
var files embed.FS

// rules are those of one language.
type rules struct {
	spaced bool          // words are written apart
	bare   func() *rules // the same without accents; nil where none are left out
	simple bool          // its characters are compared in their simplified form
	kinds  []kindRules
	thing  []*regexp.Regexp // the first group is the word for the thing asked for
	frame  []*regexp.Regexp // words that only ask: all of a match, or its groups where it has some
	skip   []*regexp.Regexp // references to other places, whose numbers count nothing
	many   []*regexp.Regexp // words that ask how many of the thing there are
	verb   []*regexp.Regexp // of a question that asks who does something, the word for what is done
	does   []*regexp.Regexp // who does it stands in the sentence: see [Doer]
	kept   []*regexp.Regexp // words that help to say it, besides function words: "may"
	idle   []*regexp.Regexp // words that name nobody: of times, say
	apart  []*regexp.Regexp // in a question, one word that is two, which are its groups: "what's"
}

// kindRules recognise one kind.
type kindRules struct {
	kind          Kind
	ask, not, has []*regexp.Regexp
	shape         []*regexp.Regexp // of names: texts in which "@" stands for a word with a capital
	examples      []example
}

// An example is a line of a rules file that says what its patterns must yield.
type example struct {
	sign byte // '?', '!', '+' or '-'
	text string
	line int
}

func matchAny(patterns []*regexp.Regexp, s string) bool {
	return slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(s) })
}

// mustLoad loads the rules of a language, which are part of the program: a test
// loads them all.
func mustLoad(language string) *rules {
	name := "rules/" + language + ".txt"
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	r, err := parse(string(data), text.Scripts(language)[0] != unicode.Han)
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
	r.simple = language == "zh"
	if bare := text.Unaccented(string(data)); r.spaced && bare != string(data) {
		r.bare = sync.OnceValue(func() *rules {
			b, err := parse(bare, true)
			if err != nil {
				panic(fmt.Sprintf("%s without accents: %v", name, err))
			}
			return b
		})
	}
	return r
}

// asked returns the kinds that the words of a question ask for, each by itself.
func (r *rules) asked(words string) (out Kind) {
	for i := range r.kinds {
		if k := &r.kinds[i]; matchAny(k.ask, words) && !matchAny(k.not, words) {
			out |= k.kind
		}
	}
	return out
}

// parse reads a rules file. The error names the line.
func parse(source string, spaced bool) (*rules, error) {
	r := &rules{spaced: spaced}
	macros := map[string]string{}
	n := 0
	for line := range strings.Lines(source) {
		n++
		if err := r.line(strings.TrimSpace(line), n, macros); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return r, nil
}

var (
	header     = regexp.MustCompile(`^\[(\w+)\]$`)
	definition = regexp.MustCompile(`^(\w+) = (.+)$`)
	pattern    = regexp.MustCompile(`^(ask|not|has|shape): (.+)$`)
	general    = regexp.MustCompile(`^(thing|frame|many|apart|skip|verb|does|kept|idle): (.+)$`)
	reference  = regexp.MustCompile(`\{[a-z_]+\}`)
)

func (r *rules) line(s string, n int, macros map[string]string) error {
	switch {
	case s == "" || s[0] == '#':
		return nil
	case header.MatchString(s):
		return r.begin(header.FindStringSubmatch(s)[1])
	case definition.MatchString(s):
		m := definition.FindStringSubmatch(s)
		body, err := expand(m[2], macros)
		macros[m[1]] = "(?:" + body + ")"
		return err
	case general.MatchString(s):
		m := general.FindStringSubmatch(s)
		return r.pattern(m[1], m[2], macros)
	case len(r.kinds) == 0:
		return fmt.Errorf("%q stands before the first [kind]", s)
	case strings.IndexByte("?!+-", s[0]) >= 0:
		k := &r.kinds[len(r.kinds)-1]
		k.examples = append(k.examples, example{s[0], strings.TrimSpace(s[1:]), n})
		return nil
	case pattern.MatchString(s):
		m := pattern.FindStringSubmatch(s)
		return r.pattern(m[1], m[2], macros)
	}
	return fmt.Errorf("%q is no rule", s)
}

// begin begins the rules of a kind.
func (r *rules) begin(name string) error {
	i := slices.Index(names[:], name)
	if i < 0 {
		return fmt.Errorf("no kind is called %q", name)
	}
	r.kinds = append(r.kinds, kindRules{kind: 1 << i})
	return nil
}

func (r *rules) pattern(role, source string, macros map[string]string) error {
	body, err := expand(source, macros)
	if err != nil {
		return err
	}
	body = strings.ReplaceAll(body, `\w`, `[\pL\pM\pN']`) // RE2's own knows ASCII only
	if r.spaced {
		body = " (?:" + body + ") "
	}
	p, err := regexp.Compile(body)
	if err != nil {
		return err
	}
	of := map[string]*[]*regexp.Regexp{"thing": &r.thing, "frame": &r.frame, "skip": &r.skip, "many": &r.many, "apart": &r.apart,
		"verb": &r.verb, "does": &r.does, "kept": &r.kept, "idle": &r.idle}
	if n := len(r.kinds); n > 0 {
		k := &r.kinds[n-1]
		of["ask"], of["not"], of["has"], of["shape"] = &k.ask, &k.not, &k.has, &k.shape
	}
	if list := of[role]; list != nil {
		*list = append(*list, p)
	}
	return nil
}

// expand puts macros in their places.
func expand(s string, macros map[string]string) (string, error) {
	var unknown string
	out := reference.ReplaceAllStringFunc(s, func(ref string) string {
		body, ok := macros[ref[1:len(ref)-1]]
		if !ok {
			unknown = ref
		}
		return body
	})
	if unknown != "" {
		return "", fmt.Errorf("%s is not defined above", unknown)
	}
	return out, nil
}

// words returns s as patterns see it: folded, with a space around every word,
// number and sign, after a "^"; a language that is written without spaces without
// them, Chinese in simplified characters.
func (r *rules) words(s string) string {
	if !r.spaced {
		s = strings.ToLower(strings.Join(strings.Fields(s), ""))
		if r.simple {
			s = text.Simplified(s)
		}
		return s
	}
	return " ^ " + strings.ToLower(strings.Join(split(s), " ")) + " "
}

// question returns a question as patterns see it. People set the word they ask about in
// quotation marks, run a verb into the word that asks, and leave the mark at the end out.
func (r *rules) question(s string) string {
	words := r.words(strings.Map(unquoted, s))
	if !r.spaced {
		return words
	}
	for _, p := range r.apart {
		words = p.ReplaceAllString(words, " $1 $2 ")
	}
	if !text.EndsIn(strings.TrimRight(words, " "), text.QuestionMarks+".!") {
		words += "? "
	}
	return words
}

// unquoted makes a quotation mark that is no apostrophe a space.
func unquoted(c rune) rune {
	if class(c) == sign && text.IsQuote(c) {
		return ' '
	}
	return c
}

// skipped returns the words of a text without the references in it. Two that follow one
// another share the space between them.
func (r *rules) skipped(words string) string {
	if r.spaced && !strings.ContainsAny(words, "0123456789") {
		return words
	}
	for _, p := range r.skip {
		for p.MatchString(words) {
			words = p.ReplaceAllString(words, " ")
		}
	}
	return words
}

// shape returns s as patterns for names see it: "@" for every word with a capital
// that is not the first of a sentence.
func (r *rules) shape(s string) string {
	words := split(s)
	first := true
	for i, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		switch {
		case class(c) == sign:
			first = first || strings.ContainsRune(".?!:", c)
			continue
		case unicode.IsUpper(c) && !first && !matchAny(r.idle, " "+strings.ToLower(w)+" "):
			words[i] = "@"
		default:
			words[i] = strings.ToLower(w)
		}
		first = false
	}
	return " ^ " + strings.Join(words, " ") + " "
}

// split cuts s into words, numbers and signs. A number that stands alone in brackets
// loses them: contracts write "thirty (30) days".
func split(s string) []string {
	parts := cut(s)
	out := make([]string, 0, len(parts))
	for i := 0; i < len(parts); i++ {
		if parts[i] == "(" && i+2 < len(parts) && parts[i+2] == ")" && isNumber(parts[i+1]) {
			out = append(out, parts[i+1])
			i += 2
			continue
		}
		out = append(out, parts[i])
	}
	return out
}

func isNumber(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return class(c) == digit
}

// cut cuts s into words, numbers and signs.
func cut(s string) []string {
	var out []string
	from, in := 0, blank
	for i, c := range s + " " {
		if next := class(c); next != in || next == sign {
			if in != blank {
				out = append(out, straight.Replace(s[from:i]))
			}
			from, in = i, next
		}
	}
	return out
}

// straight makes typographic apostrophes plain.
var straight = strings.NewReplacer("’", "'")

// Classes of characters.
const (
	blank = iota
	letter
	digit
	sign
)

// class tells words, numbers and signs apart. An apostrophe belongs to its word.
func class(c rune) int {
	switch {
	case unicode.IsSpace(c):
		return blank
	case unicode.IsLetter(c), unicode.IsMark(c), c == '\'', c == '’':
		return letter
	case unicode.IsDigit(c):
		return digit
	}
	return sign
}
