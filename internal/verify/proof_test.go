package verify_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// A trial is a text of which is known what it is.
type trial struct {
	kind    string
	text    string
	want    verify.Status
	of      []sentence   // what it was made of, in order
	concern word.Concern // what is to be told first; "" for anything
	grave   bool         // it is cut where that may change its meaning
}

// A tally counts the trials of a kind.
type tally struct {
	n, called, placed, told int
	tells                   bool // something is to be told
}

// Least shares of the trials of each kind that are called what they are, with the right
// place, and told what is to be told first. Of what others write on the same subject,
// some shares so many words that nobody could tell it from an alteration.
const leastFound, leastTold, leastAbsent = 0.98, 0.95, 0.9

// TestProof makes quotes of every sentence of the documents: as it stands, in other
// typography, altered in one way at a time, cut, joined with others; and takes those of
// other documents on the same subjects. It prints what they are called, by kind, with
// the precision and recall of each status.
func TestProof(t *testing.T) {
	docs := append(documents(t), read(t, "irrigation-es.txt"), read(t, "accounts.md"))
	c := verify.New(docs...)
	kinds := map[string]*tally{}
	calls := map[[2]verify.Status]int{} // what it is, what it is called
	for _, x := range trials(t, docs) {
		k := kinds[x.kind]
		if k == nil {
			k = &tally{}
			kinds[x.kind] = k
		}
		r := check(t, c, x.text, docs...)
		if !x.grave {
			calls[[2]verify.Status{x.want, r.Status}]++
		}
		k.n++
		k.tells = k.tells || x.concern != "" || x.grave
		so := r.Status == x.want || x.grave && r.Status == verify.Altered // what denies the rest
		if so {
			k.called++
		}
		placed := len(x.of) == 0 || isAt(r, x)
		if placed {
			k.placed++
		}
		if tells(r, x) {
			k.told++
		}
		if !so || !placed || !tells(r, x) {
			t.Logf("%s: %s: %q: %+v %+v", x.kind, r.Status, x.text, r.Differences, r.Omitted)
		}
		if r.Status == verify.Verbatim && x.want != verify.Verbatim {
			t.Errorf("%s: called verbatim: %q", x.kind, x.text)
		}
	}
	print(t, kinds, calls)
}

// isAt reports whether a result has the ranges that a text was made of.
func isAt(r verify.Result, x trial) bool {
	for _, s := range x.of {
		if !slices.ContainsFunc(r.Matches, func(m collate.Match) bool {
			return m.Document == s.doc.Name && m.Span.Overlaps(s.span) && (x.grave || x.want == verify.Spliced || has(m, s))
		}) {
			return false
		}
	}
	return true
}

// tells reports whether a result tells what is to be told first.
func tells(r verify.Result, x trial) bool {
	altered := len(r.Differences) > 0 && r.Differences[0].Concern != ""
	return (!x.grave || r.Misleads() || altered) && (x.concern == "" || len(r.Differences) > 0 && r.Differences[0].Concern == x.concern)
}

// print prints the tables, and holds each kind to what it has to reach.
func print(t *testing.T, kinds map[string]*tally, calls map[[2]verify.Status]int) {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		k := kinds[name]
		told := ""
		if k.tells {
			told = fmt.Sprint(k.told)
		}
		fmt.Fprintf(&b, "%-34s %5d %5d %5d %5s\n", name, k.n, k.called, k.placed, told)
		found := float64(min(k.called, k.placed)) / float64(k.n)
		least := leastFound
		if strings.HasPrefix(name, "absent") {
			least = leastAbsent
		}
		if found < least || k.told < int(leastTold*float64(k.n)) {
			t.Errorf("%s: of %d, %d are called so, %d have the place, %d the concern", name, k.n, k.called, k.placed, k.told)
		}
	}
	b.WriteString("\n")
	statuses := []verify.Status{verify.Verbatim, verify.Altered, verify.Spliced, verify.Absent}
	for _, s := range statuses {
		is, called := 0, 0
		for _, other := range statuses {
			is, called = is+calls[[2]verify.Status{s, other}], called+calls[[2]verify.Status{other, s}]
		}
		right := float64(calls[[2]verify.Status{s, s}])
		fmt.Fprintf(&b, "%-34s %5d %5d   precision %.3f   recall %.3f\n", s, is, called, right/float64(called), right/float64(is))
	}
	t.Logf("kind                               texts  so called, placed, told\n%s", b.String())
}

// trials returns the texts of the proof.
func trials(t *testing.T, docs []*document.Document) []trial {
	var out []trial
	add := func(kind, text string, want verify.Status, concern word.Concern, of ...sentence) {
		out = append(out, trial{kind: string(want) + ", " + kind, text: text, want: want, of: of, concern: concern})
	}
	all := sentences(5, docs...)
	for _, s := range all {
		for name, change := range prints {
			if text := change(s.text); text != s.text || name == "as it stands" {
				add(name, text, verify.Verbatim, "", s)
			}
		}
		for name, x := range altered() {
			if text := x.change(s.text); text != s.text {
				add(name, text, verify.Altered, x.concern, s)
			}
		}
		out = append(append(out, cuts(s)...), swallowed(s)...)
	}
	long := sentences(7, docs...)
	for i, s := range long {
		other, third := long[(i+3)%len(long)], long[(i+7)%len(long)]
		add("two sentences", s.text+" "+other.text, verify.Spliced, "", s, other)
		add("three sentences", s.text+" "+other.text+" "+third.text, verify.Spliced, "", s, other, third)
		if v, w := split(s.text), split(other.text); len(v) >= 16 && len(w) >= 16 {
			add("halves of two", halves(s.text, other.text), verify.Spliced, "", s, other)
		}
	}
	files, err := filepath.Glob("testdata/alike/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no look-alikes", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sentences(4, parse(t, filepath.Base(file), string(source))) {
			add("on the same subject elsewhere", s.text, verify.Absent, "")
		}
	}
	return out
}

// prints write a sentence as others would print it.
var prints = map[string]func(string) string{
	"as it stands": func(s string) string { return s },
	"quotes":       func(s string) string { return "«" + strings.NewReplacer("\"", "”", "'", "’").Replace(s) + "»" },
	"dashes":       strings.NewReplacer("-", "–", "—", "-").Replace,
	"lines":        func(s string) string { return strings.ReplaceAll(s, " ", "\r\n") },
	"capitals":     strings.ToUpper,
	"lower case":   strings.ToLower,
	"full width":   fullWidth,
	"ligatures":    strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ").Replace,
	"divided":      divide,
	"no stop":      func(s string) string { return strings.TrimRight(s, ".。") },
	"bold": func(s string) string { // as chatbots write
		words := split(s)
		i := len(words) / 2
		if words[i] == strings.TrimSpace(words[i]) {
			return s
		}
		words[i] = "**" + strings.TrimSpace(words[i]) + "** "
		return join(words)
	},
	"mail": func(s string) string { return "> " + strings.ReplaceAll(s, ", ", ",\n> ") },
}

// An alteration is a way to make a false quotation of a sentence, and what is to be told
// first of it.
type alteration struct {
	change  func(string) string
	concern word.Concern
}

// altered returns the alterations of the proof by name.
func altered() map[string]alteration {
	out := map[string]alteration{
		"number left out":    {without(word.IsNumber), ""},
		"sign left out":      {func(s string) string { return strings.NewReplacer("€", "", "%", "", "£", "").Replace(s) }, word.Number},
		"minus put in":       {inAmount(" -$1$2"), word.Number},
		"tilde put in":       {inAmount(" ~$1$2"), word.Number},
		"brackets of a loss": {inMoney(" ($1$2)"), word.Number},
		"minus left out":     {func(s string) string { return signBefore.ReplaceAllString(s, "$1$2") }, word.Number},
		"dash put in":        {first(digits, "$1-$2"), word.Number},
		"dash left out":      {first(dashed, "$1$3"), word.Number},
		"dash for a blank":   {first(dashed, "$1 $3"), word.Number},
		"dash moved on":      {first(dashedOn, "$1$3$2$4"), word.Number},
		"dash moved back":    {first(dashedBack, "$1$3$2$4"), word.Number},
		"currency put in":    {inNumber(" $$$1"), word.Number},
		"currency left out":  {inMoney(" $2"), word.Number},
		"another currency":   {strings.NewReplacer("$", "€", "€", "£", "£", "$").Replace, word.Number},
		"unit": {replaceFirst(" years", " months", " days", " weeks", " pounds", " euros", " euros", " pesetas", "元", "角", "天", "周", " дней", " недель", " лет", " дней",
			" horas", " días", " metres", " feet"), ""},
		"negation left out":   {without(word.IsNegation), word.Negation},
		"condition left out":  {without(func(w string) bool { return word.Restricts(w) && !word.IsNegation(w) }), word.Condition},
		"condition put in":    {replaceFirst(" may ", " may only ", " must ", " must only ", " puede ", " puede solamente ", "可以", "只可以", " может ", " может только "), word.Condition},
		"modal verb":          {replaceFirst(" may ", " must ", " must ", " should ", " should ", " may ", "可以", "应当", "应当", "可以", "不得", "不应", " puede ", " debe ", " podrá ", " deberá "), ""},
		"name":                {replaceFirst("Hartley", "Bartlett", "Xi Jinping", "Li Qiang", "Communist", "Conservative", "Okafor", "Obi"), word.Name},
		"two words replaced":  {func(s string) string { return alterations["first word"](alterations["replaced"](s)) }, ""},
		"number and negation": {func(s string) string { return both(s, alterations["number"], alterations["negation"]) }, ""},
	}
	for name, change := range alterations {
		out[name] = alteration{change, map[string]word.Concern{"number": word.Number, "number word": word.Number, "negation": word.Negation}[name]}
	}
	return out
}

// Amounts after a blank, with a currency, and those that are not parts of others.
var (
	amount     = regexp.MustCompile(` ([$€£]?)(\d[\d,.]*\d|\d)`)
	money      = regexp.MustCompile(` ([$€£])(\d[\d,.]*\d|\d)`)
	number     = regexp.MustCompile(` (\d[\d,.]*\d|\d)`)
	digits     = regexp.MustCompile(`(\d)(\d)`)
	dashed     = regexp.MustCompile(`(\d)([-–])(\d)`)
	dashedOn   = regexp.MustCompile(`(\d)([-–])(\d)(\d)`)
	dashedBack = regexp.MustCompile(`(\d)(\d)([-–])(\d)`)
	signBefore = regexp.MustCompile(`( \(?)[-−~±]([$€£]?[.\d])`)
)

// inAmount returns a change of the first amount of a sentence.
func inAmount(to string) func(string) string { return first(amount, to) }

func inMoney(to string) func(string) string { return first(money, to) }

func inNumber(to string) func(string) string { return first(number, to) }

// first returns a change of what an expression finds first.
func first(of *regexp.Regexp, to string) func(string) string {
	return func(s string) string {
		at := of.FindStringSubmatchIndex(s)
		if at == nil {
			return s
		}
		return s[:at[0]] + string(of.ExpandString(nil, to, s, at)) + s[at[1]:]
	}
}

// both makes two changes, or none.
func both(s string, a, b func(string) string) string {
	if v := a(s); v != s && b(v) != v {
		return b(v)
	}
	return s
}

// without leaves out the first word that is one of those, but not at the edges, where
// what is left is a quote.
func without(is func(string) bool) func(string) string {
	return func(s string) string {
		words := split(s)
		for i := 1; i+1 < len(words); i++ {
			w := strings.TrimFunc(words[i], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
			if w != "" && is(w) && strings.HasSuffix(strings.TrimSpace(words[i]), w) && strings.HasPrefix(words[i], w) {
				return join(slices.Delete(words, i, i+1))
			}
		}
		return s
	}
}

// cuts returns quotes of a sentence without its beginning or end, as if nothing were
// missing. A cut that swallows what denies, restricts or counts is to be told.
func cuts(s sentence) []trial {
	words := split(strings.TrimRight(s.text, ".。"))
	n := len(words) / 3
	if n < 2 || strings.ContainsAny(s.text, "\"“") {
		return nil
	}
	stop := "."
	if !strings.Contains(s.text, " ") {
		stop = "。"
	}
	head, tail := join(words[n:]), strings.TrimRight(join(words[:len(words)-n]), " ,;，；")
	r, size := utf8.DecodeRuneInString(head)
	t := []trial{
		{kind: "cut, beginning", text: head + stop, want: verify.Verbatim, of: []sentence{s}, grave: isGrave(words[:n])},
		{kind: "cut, end", text: tail + stop, want: verify.Verbatim, of: []sentence{s}, grave: isGrave(words[len(words)-n:])},
	}
	if unicode.IsLower(r) {
		text := string(unicode.ToUpper(r)) + head[size:]
		t = append(t, trial{kind: "cut, beginning, capital", text: text, want: verify.Verbatim, of: []sentence{s}, grave: isGrave(words[:n])})
	}
	return slices.DeleteFunc(t, func(x trial) bool { return !x.grave })
}

// swallowed returns quotes of a sentence with an ellipsis for each negation in it, for the
// word after it as well, and for the one before.
func swallowed(s sentence) []trial {
	var out []trial
	words := split(s.text)
	for i := 1; i+2 < len(words); i++ {
		if !word.IsNegation(strings.Trim(words[i], " ,;:()")) {
			continue
		}
		for _, left := range [][2]int{{i, i + 1}, {i, i + 2}, {i - 1, i + 1}} {
			if left[0] > 0 && left[1] < len(words) {
				text := join(words[:left[0]]) + "… " + join(words[left[1]:])
				out = append(out, trial{kind: "ellipsis over a negation", text: text, want: verify.Verbatim, of: []sentence{s}, grave: true})
			}
		}
	}
	return out
}

// isGrave reports whether words deny, restrict or count.
func isGrave(words []string) bool {
	for w := range strings.FieldsSeq(join(words)) {
		w = strings.Trim(w, ",;:()")
		if word.Restricts(w) || w != "" && strings.Trim(w, "0123456789") == "" {
			return true
		}
	}
	return false
}
