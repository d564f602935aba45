package word_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/verify/between"
	"pincite/internal/verify/word"
)

func TestNext(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{" … “—” !?", ""},
		{"\xff\xfe", ""},
		{"Don’t well-known e\u0301t\u00e9", "don't well known ét\u00e9"},
		{"'quoted' dogs' rock'n'roll", "quoted dogs rock'n'roll"},
		{"1,000.50 1,2,3 4.2.1 71B H2O", "1000.50 1 2 3 4.2.1 71 b h 2 o"},
		{"1\u202f000 1\u00a0000\u00a0kg 2\u00a02024 1 000 1'000 12\u00a034", "1000 1000 kg 2 2024 1 000 1000 12 34"},
		{"from -5 to –3, 1990-2000, 5 - 3\n-4", "from 5 to 3 1990 2000 5 3 4"},
		{"10² 5½ m² x₂ 2024.¹ ①", "10^2 5^1⁄2 m 2 x 2 2024 1 1"},
		{"§ 5: $6 & 7% <b> ==== >> \n> so", "§ 5 $ 6 & 7 % < b > so"},
		{"Ｆｕｌｌ　１２％ ﬁne ﬃ", "full 12 % fine ffi"},
		{"图书馆 (2024年) カタカナｶﾞ", "图 书 馆 2024 年 カ タ カ ナ ガ"},
		{"в доме soft\u00adhyphen zero\u200bwidth", "в доме softhyphen zerowidth"},
	} {
		if got := strings.Join(forms(tt.text), " "); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// forms returns the forms of the words of s.
func forms(s string) []string {
	var out []string
	for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
		out = append(out, word.Form(s[w.Start:w.End]))
	}
	return out
}

func TestAllowed(t *testing.T) {
	for _, tt := range []struct{ text, doc, want string }{
		{"door", "door", ""},
		{"Door", "door", "case"},
		{"don't", "don’t", "quotation-marks"},
		{"DON'T", "don’t", "quotation-marks case"},
		{"ﬁne", "fine", "ligatures"},
		{"Ｄoor", "door", "case full-width"},
		{"commit-\ntee", "committee", "hyphenation"},
		{"-5", "−5", "dashes"},
		{"e\u0301", "\u00e9", "character-forms"},
		{"учета", "учёта", "character-forms"},
		{"會", "会", "character-forms"},
		{"1,000", "1000", "digit-groups"},
		{"1\u202f000", "1'000", "digit-groups"},
		{"1 000", "1,000", "digit-groups"},
		{"1,000", "1,000", ""},
	} {
		if word.Form(word.Whole(tt.text)) != word.Form(tt.doc) {
			t.Errorf("%q and %q are two words", tt.text, tt.doc)
		}
		a := between.Allowed{}
		word.Allow(a, tt.text, tt.doc)
		if got := strings.Trim(fmt.Sprint(a.List()), "[]"); got != tt.want {
			t.Errorf("%q for %q: %s, want %s", tt.text, tt.doc, got, tt.want)
		}
	}
}

func TestOneAmount(t *testing.T) {
	for _, tt := range []struct {
		a, gap, b string
		want      bool
	}{
		{"", "", "", false},
		// Of a list, of a sentence, of words.
		{"1", ", ", "5", false},
		{"1", "，", "5", false},
		{"1", "、", "5", false},
		{"5", ": ", "3", false},
		{"1", ",\n", "5", false},
		{"1", ") ", "5", false},
		{"1", "; ", "5", false},
		{"boat", "/", "5", false},
		{"one", ",", "two", false},
		// Of one number.
		{"7", ",", "50", true},
		{"−7", ",", "50", true},
		{"7", "·", "50", true},
		{"3", "/", "4", true},
		{"3", " / ", "4", true},
		{"３", "／", "４", true},
		{"3", "⁄", "4", false}, // a word by itself
		{"3", "", "⁄", true},
		{"1", ":", "50", true},
		{"1", " : ", "50", true},
		{"1", "：", "50", true},
		{"10", "–", "14", true},
		{"20", " ", "%", true},
	} {
		if got := word.OneAmount(tt.a, tt.gap, tt.b); got != tt.want {
			t.Errorf("%q %q %q: %t", tt.a, tt.gap, tt.b, got)
		}
	}
}

func TestConcernOf(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want word.Concern
	}{
		{"two", "three", word.Number},
		{"2", "two", ""},
		{"1,000", "1000", ""},
		{"at -5", "at 5", word.Number},
		{"IV", "VI", word.Number},
		{"I", "you", ""},
		{"", "not", word.Negation},
		{"lawful", "unlawful", word.Negation},
		{"careful", "careless", word.Negation},
		{"to", "into", ""},
		{"isn't", "is", word.Negation},
		{"Paris", "London", word.Name},
		{"NATO", "the pact", word.Name},
		{"paris", "london", ""},
		{"class C", "class D", word.Name},
		{"I", "we", ""},
		{"三", "五", word.Number},
		{"一些", "许多", ""},
		{"可以", "不可以", word.Negation},
		{"можно", "нельзя", word.Negation},
		{"pounds", "euros", ""},
		{"%", "", word.Number},
		{"", "€", word.Number},
		{"€", "$", word.Number},
		{"％", "%", ""},
		{"20 %", "30 %", word.Number},
		{"%", "percent", ""},
		{"€", "euros", ""},
		{"&", "", ""},
		{"only", "", word.Condition},
		{"if asked", "", word.Condition},
		{"только", "", word.Condition},
		{"unless", "", word.Condition},
		{"21", "twenty one", ""},
		{"22", "twenty one", word.Number},
		{"三 十", "30", ""},
		{"три", "3", ""},
		{"twenty boats one", "21 boats", word.Number},
		{"№", "", word.Number},
	} {
		if got := word.ConcernOf(side(tt.a), side(tt.b)); got != tt.want {
			t.Errorf("%q, %q: %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

func side(s string) (out word.Side) {
	for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
		out.Add(s[w.Start:w.End], false)
	}
	return out
}

// FuzzNext: words follow one another, on whole characters, and what is between
// them has no word.
func FuzzNext(f *testing.F) {
	f.Add("1,000 don’t -5 == 图书")
	f.Add("a\u0301\u200b'b")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		at := 0
		for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
			if w.Start < at || w.End <= w.Start || !utf8.ValidString(s[w.Start:w.End]) || !slices.Equal(forms(s[at:w.Start]), nil) {
				t.Fatalf("%q: word %v after byte %d", s, w, at)
			}
			at = w.End
			between.Of(s[:w.Start])
		}
	})
}
