package mentions

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/search"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A topic may have several phrases: any of those that "or" joins will do, and
// all of those that "and" joins are needed, though not side by side
// ("audit inspection and special supervision" mentions supervision and inspection).
var (
	either = regexp.MustCompile(`(?i)\s+(?:or|или|o)\s+|或者?`)
	both   = regexp.MustCompile(`(?i)\s+(?:and|&|и|y|e)\s+|[,;、，；]|[和与及]`)
)

// A Mention is a place where a section mentions something.
type Mention struct {
	Section int           // index in Document.Sections
	In      int           // the section whose own text it is: Section, or one below it
	Span    document.Span // of the sentence, or of the heading; empty if it has none
}

// A counted word is one by which mentions are told.
type counted struct {
	stem string
	owns bool // written with an apostrophe and s
}

// ErrTooMany is returned for a topic of more phrases than are looked for.
var ErrTooMany = errors.New("more is to be listed at once than is looked for")

// maxPhrases bounds the different phrases of a topic. A list of fewer would not be
// complete, so a topic of more is refused.
const maxPhrases = 16

// Find returns every section of a kind ("" for all) that mentions topic, in
// document order, each with its shortest sentence that does. literal says that
// they have the topic's own words, function words included, in whatever inflexion and
// spelling; if none has, those are returned whose finding aids have them. All
// sections are gone through. It fails when ctx ends, and with ErrTooMany.
func (f *Finder) Find(ctx context.Context, topic, kind, language string) (found []Mention, literal bool, err error) {
	l := lister{Finder: f, ctx: ctx, kind: kind, own: f.set.Own()}
	if err := l.split(topic); err != nil {
		return nil, false, err
	}
	if l.listed, err = f.listing(); err != nil {
		return nil, false, err
	}
	// "terms and conditions" as it stands, before terms, and conditions
	for _, alternatives := range [][][]string{{{topic}}, l.alternatives} {
		if found, err = l.mentioning(alternatives, l.literally); err != nil || len(found) > 0 {
			return found, true, err
		}
	}
	if err := l.addAids(topic, language); err != nil {
		return nil, false, err
	}
	found, err = l.mentioning(l.alternatives, l.byAnnotation)
	return found, false, err
}

// A lister looks for the sections of a kind that mention something.
type lister struct {
	*Finder
	ctx          context.Context
	kind         string
	alternatives [][]string // the phrases of the topic, any of which, all of which
	listed       *listing
	own          *passages.Index
	aids         map[string]*aids // by language, those that may have the topic
}

// split reads the phrases of a topic.
func (l *lister) split(topic string) error {
	if utf8.RuneCountInString(topic) > search.MaxQueryRunes {
		return ErrTooMany
	}
	different := map[string]bool{}
	for _, alternative := range either.Split(topic, -1) {
		phrases := both.Split(alternative, -1)
		l.alternatives = append(l.alternatives, phrases)
		for _, p := range phrases {
			different[p] = true
		}
	}
	if len(different) > maxPhrases {
		return ErrTooMany
	}
	return nil
}

// addAids reads the finding aids that may have words of topic.
func (l *lister) addAids(topic, language string) error {
	l.aids = map[string]*aids{}
	for _, lang := range l.set.Languages() {
		if lang != "zh" && !slices.Contains(l.set.ReadIn(topic, language), lang) {
			continue
		}
		a, err := l.aidsIn[lang]()
		if err != nil {
			return err
		}
		l.aids[lang] = a
	}
	return nil
}

// mentioning gathers the sections that mention any of the alternatives; match
// returns the passages of the listing that have a phrase, and false for a phrase
// without words. Each phrase is looked for once.
func (l *lister) mentioning(alternatives [][]string, match func(phrase string) ([]int, bool, error)) ([]Mention, error) {
	bySection := map[int]Mention{}
	known := map[string]map[int]Mention{} // nil for a phrase without words
	for _, phrases := range alternatives {
		for _, phrase := range phrases {
			if _, ok := known[phrase]; ok {
				continue
			}
			known[phrase] = nil
			at, ok, err := match(phrase)
			if err != nil {
				return nil, err
			}
			if ok {
				known[phrase] = l.having(at)
			}
		}
		for i, m := range havingAll(phrases, known) {
			if old, ok := bySection[i]; !ok || m.Span.Len() < old.Span.Len() {
				bySection[i] = m
			}
		}
	}
	out := slices.Collect(maps.Values(bySection))
	slices.SortFunc(out, func(x, y Mention) int { return cmp.Compare(x.Section, y.Section) })
	return out, nil
}

// havingAll returns the sections that mention every phrase, each with the
// shortest place of the first.
func havingAll(phrases []string, known map[string]map[int]Mention) map[int]Mention {
	var out map[int]Mention
	for _, phrase := range phrases {
		found := known[phrase]
		if found == nil {
			continue
		}
		if out == nil {
			out = maps.Clone(found)
			continue
		}
		maps.DeleteFunc(out, func(i int, _ Mention) bool { _, ok := found[i]; return !ok })
	}
	return out
}

// having returns the shortest of the places in each section, the first of equals.
func (l *lister) having(at []int) map[int]Mention {
	slices.Sort(at)
	out := map[int]Mention{}
	for _, n := range at {
		found, ok := l.within(l.mention(n))
		old, before := out[found.Section]
		if ok && (!before || found.Span.Len() < old.Span.Len()) {
			out[found.Section] = found
		}
	}
	return out
}

// mention returns passage n of the listing.
func (l *lister) mention(n int) Mention {
	at := l.listed.place(n)
	return Mention{at.Section, at.Section, l.set.Span(at)}
}

// within returns where a section of the kind mentions what m does: in its own
// text, or in that of a section below it.
func (l *lister) within(m Mention) (Mention, bool) {
	i, sections := m.Section, l.doc.Sections
	if l.kind == "" || sections[i].Kind == l.kind {
		return m, true
	}
	for i = sections[i].Parent; i >= 0; i = sections[i].Parent {
		if sections[i].Kind == l.kind {
			return Mention{i, m.In, m.Span}, true
		}
	}
	return Mention{}, false
}

// literally finds the words of a phrase in a row; what is not written in words of
// its own ("C#", 退会, "&"), as it stands.
func (l *lister) literally(phrase string) (at []int, ok bool, err error) {
	dates := asDates(phrase)
	if len(dates) == 0 && l.asWritten(phrase) {
		at, err = l.listed.holding(l.ctx, folded(phrase))
		return at, true, err
	}
	phrase = withoutArticle(phrase, l.own.Language)
	want, whole := l.counted(phrase), l.counted(l.set.Join(phrase))
	if len(want) == 0 || len(want) > search.MaxQueryTerms {
		return nil, false, nil
	}
	at, err = l.listed.matching(l.ctx, want, whole)
	for _, spelt := range append(dates, l.apartOrJoined(phrase)...) {
		if err != nil {
			return nil, false, err
		}
		var more []int
		more, err = l.listed.written(l.ctx, l.counted(spelt))
		at = append(at, more...)
	}
	if err == nil && len(at) == 0 {
		// the accents that a stemmer needs may be left out: "assemblee generale"
		at, err = l.listed.holding(l.ctx, folded(phrase))
	}
	return at, true, err
}

// asDates returns the numbers of a phrase that is nothing but a date, which a text may
// write otherwise.
func asDates(phrase string) (numbers []string) {
	phrase = strings.TrimSpace(phrase)
	for _, d := range text.Dates(phrase) {
		if d.Start == 0 && d.End == len(phrase) {
			numbers = append(numbers, d.Number())
		}
	}
	return numbers
}

// minPart is the fewest letters of a part of a compound: "note book", not "not ice".
const minPart = 4

// apartOrJoined returns the other spellings of a phrase that is a compound, written as
// one word or as two, which the document may use side by side: "wildcard", "wild card".
func (l *lister) apartOrJoined(phrase string) (out []string) {
	phrase = strings.ToLower(strings.TrimSpace(phrase))
	function := words.Function(l.own.Language)
	if first, second, ok := strings.Cut(phrase, " "); ok {
		if len(first) >= minPart && len(second) >= minPart && !strings.Contains(second, " ") {
			out = append(out, first+second)
		}
		return out
	}
	for i := range phrase {
		first, second := phrase[:i], phrase[i:]
		if len(first) >= minPart && len(second) >= minPart && !function.Has(first) && !function.Has(second) {
			out = append(out, first+" "+second)
		}
	}
	return out
}

// withoutArticle takes the article off a phrase: who asks for the grass roots asks for
// grass roots. One of function words alone is looked for as it stands: "the who".
func withoutArticle(phrase, language string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(phrase), " ")
	if !words.Articles(language).Has(strings.ToLower(first)) {
		return phrase
	}
	for w := range strings.FieldsSeq(strings.ToLower(rest)) {
		if !words.Function(language).Has(w) {
			return rest
		}
	}
	return phrase
}

// unspaced reports a letter of a script in which words are not looked for as words: there
// are no spaces between them, or what other languages write apart is written after them.
func unspaced(r rune) bool {
	return r >= utf8.RuneSelf && (text.Unspaced(r) || unicode.Is(unicode.Hangul, r))
}

// asWritten reports whether a phrase has signs that are no words, or is in a script
// that does not set words apart.
func (l *lister) asWritten(phrase string) bool {
	return strings.ContainsFunc(strings.Trim(phrase, " .,;:!?\"'“”«»‘’()"), func(r rune) bool {
		switch {
		case unspaced(r):
			return true
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), unicode.IsSpace(r):
			return false
		}
		return !strings.ContainsRune("-–'’.,\"“”«»", r)
	})
}

// folded is a text as phrases are compared that are not written in words.
func folded(s string) string {
	return text.Simplified(text.Fold(document.OneLine(passages.PlainText(s))))
}

// indexApart returns where in a text a phrase, which is not empty, stands that does not begin
// or end inside a word; -1 if it does not.
func indexApart(s, phrase string) int {
	first, _ := utf8.DecodeRuneInString(phrase)
	last, _ := utf8.DecodeLastRuneInString(phrase)
	begins, ends := isWordRune(first), isWordRune(last)
	for at := 0; ; at++ {
		i := strings.Index(s[at:], phrase)
		if i < 0 {
			return -1
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(phrase):])
		if !(begins && isWordRune(before)) && !(ends && isWordRune(after)) {
			return at
		}
	}
}

// isWordRune reports a letter or digit of a script that sets words apart.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unspaced(r)
}

// byAnnotation finds the topic in the finding aids of every language that its
// script allows: Chinese by its characters, others by their stems.
func (l *lister) byAnnotation(topic string) (at []int, ok bool, err error) {
	han := strings.Map(hanOnly, text.Simplified(topic))
	for lang, a := range l.aids {
		if lang == "zh" {
			at = append(at, a.holding(han)...)
			continue
		}
		ok = true
		at = append(at, a.matching(l.stems(a.index, topic))...)
	}
	return at, ok || han != "", l.ctx.Err()
}

func hanOnly(r rune) rune {
	if text.IsHan(r) {
		return r
	}
	return -1
}

// stems returns the words of s as the index has them in lang, with spellings
// that are known joined written as one word.
func (f *Finder) stems(x *passages.Index, s string) []string {
	return passages.Stems(x.Engine.Analyze(string(passages.SentenceBody), f.set.Join(passages.PlainText(s))))
}

// counted returns all words of a text in the document's language, function words
// included.
func (l *lister) counted(s string) []counted { return countedIn(l.own, passages.PlainText(s)) }

func countedIn(x *passages.Index, s string) []counted {
	var out []counted
	for _, t := range x.AllWords(s) {
		w := s[t.Start:t.End]
		out = append(out, counted{t.Term, strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")})
	}
	return out
}

// hasRun reports whether run occurs in a row without a break.
func hasRun[W any](in, run []W, same func(W, W) bool) bool {
	for i := 0; i+len(run) <= len(in); i++ {
		if slices.EqualFunc(in[i:i+len(run)], run, same) {
			return true
		}
	}
	return false
}
