package verify_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/verify"
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// A sentence is one of a document, long enough to be told from others.
type sentence struct {
	doc  *document.Document
	span document.Span
	text string
}

// sentences returns the sentences of documents that have at least n words, or
// three times as many characters where there are no spaces, and that no document
// has twice.
func sentences(n int, docs ...*document.Document) []sentence {
	var out []sentence
	all := ""
	for _, d := range docs {
		all += d.Text
	}
	for _, d := range docs {
		for i := range d.Sections {
			for _, s := range d.Sentences(i) {
				text := d.Slice(s)
				if strings.Count(all, text) > 1 {
					continue
				}
				if len(strings.Fields(text)) >= n || !strings.Contains(text, " ") && utf8.RuneCountInString(text) >= 3*n {
					out = append(out, sentence{d, s, text})
				}
			}
		}
	}
	return out
}

func documents(tb testing.TB) []*document.Document {
	return []*document.Document{home(tb), read(tb, "allotments.txt"), read(tb, "library-zh.txt"), read(tb, "minutes-ru.txt")}
}

// has reports whether a match has nearly all of a sentence and little else.
func has(m collate.Match, s sentence) bool {
	common := min(m.Span.End, s.span.End) - max(m.Span.Start, s.span.Start)
	return m.Document == s.doc.Name && common*10 >= s.span.Len()*7 && common*10 >= m.Span.Len()*7
}

// TestTypographyIsAllowed writes every sentence of the documents as others would
// print it.
func TestTypographyIsAllowed(t *testing.T) {
	docs := documents(t)
	c := verify.New(docs...)
	quotes := strings.NewReplacer("\"", "”", "'", "’", "“", "「", "”", "」")
	for name, tt := range map[string]struct {
		change func(string) string
		allow  between.Allowance
	}{
		"as it stands": {func(s string) string { return s }, ""},
		"quotes":       {quotes.Replace, between.Quotes},
		"no quotes":    {strings.NewReplacer("\"", "", "“", "", "”", "").Replace, between.Quotes},
		"within":       {func(s string) string { return "«" + s + "»" }, ""},
		"dashes":       {strings.NewReplacer("-", "–", "—", "-").Replace, between.Dashes},
		"lines":        {func(s string) string { return strings.ReplaceAll(s, " ", "\r\n") }, between.LineBreaks},
		"blanks":       {func(s string) string { return "  " + strings.ReplaceAll(s, " ", "\u00a0 ") + "\t" }, between.WhiteSpace},
		"capitals":     {strings.ToUpper, between.Case},
		"lower case":   {strings.ToLower, between.Case},
		"full width":   {fullWidth, between.FullWidth},
		"ligatures":    {strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ").Replace, between.Ligatures},
		"divided":      {divide, between.Hyphenation},
		"invisible":    {func(s string) string { return strings.ReplaceAll(s, " ", " \u200b") }, ""},
		"no full stop": {func(s string) string { return strings.TrimRight(s, ".。") }, ""},
		"mail":         {func(s string) string { return "> " + strings.ReplaceAll(s, ", ", ",\n> ") }, between.LineBreaks},
	} {
		t.Run(name, func(t *testing.T) {
			changed := 0
			for _, s := range sentences(1, docs...) {
				text := tt.change(s.text)
				r := check(t, c, text, docs...)
				if r.Status != verify.Verbatim || !slices.ContainsFunc(r.Matches, func(m collate.Match) bool { return has(m, s) }) {
					t.Errorf("%q: %s %+v", text, r.Status, r.Differences)
				}
				if text == s.text && len(r.Allowed) > 0 {
					t.Errorf("%q: allowed for %v", text, r.Allowed)
				}
				if slices.Contains(r.Allowed, tt.allow) {
					changed++
				}
			}
			if tt.allow != "" && changed == 0 {
				t.Errorf("never said that it allowed for %s", tt.allow)
			}
		})
	}
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r <= '~' {
			return r - '!' + '！'
		}
		return r
	}, s)
}

// divide divides the first long word at the end of a line.
func divide(s string) string {
	for w := range strings.FieldsSeq(s) {
		if len(w) >= 8 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) || r > unicode.MaxASCII }) < 0 {
			return strings.Replace(s, w, w[:4]+"-\n"+w[4:], 1)
		}
	}
	return s
}

// TestAnyRangeIsVerbatim cuts ranges out of the documents, between any two words and
// with their signs.
func TestAnyRangeIsVerbatim(t *testing.T) {
	docs := append(documents(t), parse(t, "signs.md", "# Signs\n\n-20 to 60 degrees, “-5” and (-7): x=-5, ±3, 5-10 or 5 -10.\n\n- -4 here\n-9 there\n\n| a | b |\n|---|---|\n| -1 | −2 |\n| (44) | -$3 |\n| 6\" | 9' |\n\nSteps 1. to 3.: 10²–10³, 50% - 60%, 2023年-2024年, 温度为-7℃。-$5, −\u00a0€1,200, -.5, ±$3, ~$9, ($700), (1,200), $(90), 10-$20, −US$4, − 3 and -.5%. He said: \"room 6\" or 'room 7', a 4\" pipe.\n"))
	c := verify.New(docs...)
	for _, d := range docs {
		shown := d.Plain(document.Span{End: len(d.Text)})
		var words []document.Span
		for w, ok := word.Next(shown, 0); ok; w, ok = word.Next(shown, w.End) {
			words = append(words, w)
		}
		for i := range words {
			last := words[min(i+1+i%23, len(words)-1)]
			if word.IsPrime(shown, last.End) {
				last.End++
			}
			text := shown[words[i].Start:last.End]
			r := check(t, c, text, d)
			cut := r.Status == verify.Altered && !slices.ContainsFunc(r.Differences, func(x collate.Difference) bool {
				return x.Kind != collate.LeftOut || x.At.Start > 0 && x.At.Start < len(text)
			}) // of a number, or right after its negation
			if r.Status != verify.Verbatim && !cut {
				t.Errorf("%q: %s", text, summary(r))
			}
		}
	}
}

// alterations each make a false quotation of a sentence, or return it unchanged
// where they do not apply.
var alterations = map[string]func(string) string{
	"number": func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '1' && r <= '8' {
				return r + 1
			}
			return r
		}, s)
	},
	"number word": replaceFirst(" one ", " seven ", " two ", " nine ", " three ", " eleven ", "三", "八", "两", "九", " три ", " пять "),
	"negation":    replaceFirst(" is ", " is not ", " should ", " should never ", " must ", " must not ", " may ", " may not ", "可以", "不可以", " не ", " "),
	"inserted":    atWord(func(words []string, i int) []string { return slices.Insert(words, i, addition(words[i])) }),
	"left out":    atWord(func(words []string, i int) []string { return slices.Delete(words, i, i+1) }),
	"replaced":    atWord(func(words []string, i int) []string { words[i] = addition(words[i]); return words }),
	"first word":  func(s string) string { words := split(s); words[0] = addition(words[0]); return join(words) },
	"last word": func(s string) string {
		words := split(strings.TrimRight(s, "。."))
		words[len(words)-1] = addition(words[0])
		return join(words)
	},
	"order": atWord(func(words []string, i int) []string {
		if words[i] != words[i-1] {
			words[i], words[i-1] = words[i-1], words[i]
		}
		return words
	}),
	"slips": func(s string) string { // one word in five as bad scans have them
		words := split(s)
		for i := 2; i < len(words); i += 5 {
			words[i] = strings.NewReplacer("m", "rn", "l", "1", "e", "c", "日", "曰", "未", "末", "о", "с").Replace(words[i])
		}
		return join(words)
	},
	"letters":                misread(0),
	"letters behind a label": func(s string) string { return "(a) " + misread(1)(s) },
	"marks":                  replaceFirst(", ", "; ", "，", "；", "; ", ", "),
	"half": func(s string) string { // of the words, out of the middle
		words := split(s)
		if len(words) < 30 {
			return s
		}
		return join(slices.Delete(words, len(words)*3/8, len(words)*5/8))
	},
}

// misread returns a change of one letter in every fifth word, from word first on.
func misread(first int) func(string) string {
	return func(s string) string {
		words := split(s)
		if !strings.Contains(s, " ") {
			return s
		}
		for i := first; i < len(words); i += 5 {
			letters := []rune(words[i])
			if k := i * 7 % len(letters); unicode.IsLetter(letters[k]) {
				letters[k] = other(letters[k])
			}
			words[i] = string(letters)
		}
		return join(words)
	}
}

// other returns another letter of the same script.
func other(r rune) rune {
	if unicode.Is(unicode.Cyrillic, r) {
		return 'а' + (r-'а'+4+32)%31
	}
	return 'a' + (unicode.ToLower(r)-'a'+4+26)%25
}

func replaceFirst(pairs ...string) func(string) string {
	return func(s string) string {
		for i := 0; i < len(pairs); i += 2 {
			if strings.Contains(s, pairs[i]) {
				return strings.Replace(s, pairs[i], pairs[i+1], 1)
			}
		}
		return s
	}
}

// atWord changes a sentence at the word in its middle.
func atWord(change func(words []string, i int) []string) func(string) string {
	return func(s string) string {
		words := split(s)
		return join(change(words, len(words)/2))
	}
}

// split returns the words of a sentence with the white space after each, or its
// characters where it has no spaces.
func split(s string) []string {
	if !strings.Contains(s, " ") {
		return strings.Split(s, "")
	}
	var out []string
	for s != "" {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			return append(out, s)
		}
		i = len(s) - len(strings.TrimLeftFunc(s[i:], unicode.IsSpace))
		out, s = append(out, s[:i]), s[i:]
	}
	return out
}

func join(words []string) string { return strings.Join(words, "") }

// addition is a word that no document has, as a neighbour of word.
func addition(word string) string {
	if r, _ := utf8.DecodeRuneInString(word); r > 0x2e80 {
		return "鑫"
	}
	return "zeppelin "
}

// halves joins the first half of one sentence and the second half of another.
func halves(a, b string) string {
	v, w := split(a), split(b)
	return join(v[:len(v)/2]) + join(w[len(w)/2:])
}

// TestEllipses leaves out the middle of every sentence, and says so.
func TestEllipses(t *testing.T) {
	docs := documents(t)
	c := verify.New(docs...)
	for i, s := range sentences(12, docs...) {
		words := split(s.text)
		n := len(words) / 3
		for _, sign := range []string{" … ", " [...] ", ". . . "} {
			text := join(words[:n]) + sign + join(words[2*n:])
			r := check(t, c, text, docs...)
			if r.Status != verify.Verbatim || !slices.Contains(r.Allowed, between.Ellipses) {
				t.Errorf("%d: %q: %s %+v", i, text, r.Status, r.Differences)
			}
			turned := join(words[2*n:]) + sign + join(words[:n])
			r = check(t, c, turned, docs...)
			if r.Status == verify.Verbatim && r.Matches[0].Span.End > r.Matches[1].Span.Start {
				t.Errorf("%d: the parts are the other way round: %q", i, turned)
			}
		}
	}
}

// TestSentencesOfOthersAreAbsent checks the sentences of each document against
// the others.
func TestSentencesOfOthersAreAbsent(t *testing.T) {
	docs := documents(t)
	for i, d := range docs {
		rest := slices.Concat(docs[:i], docs[i+1:])
		c := verify.New(rest...)
		for _, s := range sentences(4, d) {
			if r := check(t, c, s.text, rest...); r.Status != verify.Absent {
				t.Errorf("%q: %s %+v", s.text, r.Status, r.Matches)
			}
		}
	}
}

// TestSameTextSameResult asks twice, of two checkers.
func TestSameTextSameResult(t *testing.T) {
	docs := documents(t)
	c, again := verify.New(docs...), verify.New(docs...)
	for _, s := range sentences(5, docs...) {
		for name, change := range alterations {
			text := change(s.text)
			if a, b := fmt.Sprint(check(t, c, text)), fmt.Sprint(check(t, again, text)); a != b {
				t.Fatalf("%s: %q: %s, then %s", name, text, a, b)
			}
		}
	}
}
