package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                                     "",
		"\xff\xfe":                             "",
		"a\xffb":                               "a b",
		"\x00\x1b\x7f\u0085":                   "",
		"\u200b\u200d\ufeff\u2060\u00ad\u180e": "",
		"\u202eabc\u202c":                      "abc",
		"\u2066abc\u2069":                      "abc",
		"par\u200bty":                          "party",
		"a\x00b":                               "a b",
		" a\t\n b\u3000c ":                     "a b c",
		"\u2028a\u00a0\u00a0b":                 "a b",
		"ｍｅａｓｕｒｅ　７":                            "measure 7",
		"⑦ Ⅶ ７️⃣":                              "7 VII 7",
		"7º n.º 7ª":                            "7o n.o 7a",
		"№ 5":                                  "No 5",
		"e\u0301":                              "é",
		"\u0301a":                              "a",
		"a" + strings.Repeat("\u0323", 50):     "ạ" + strings.Repeat("\u0323", maxMarks-1),
		"ok 👍🏽":                                "ok 👍🏽",
		"第七條":                                  "第七條",
		"Что такое ёж?":                        "Что такое ёж?",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLowerRaised(t *testing.T) {
	for in, want := range map[string]string{"": "", "Article 5¹²": "Article 5-12", "20 m²": "20 m2", "§ 5 ¹": "§ 5 1", "статья 3²": "статья 3-2"} {
		if got := Clean(LowerRaised(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "UPPER": "upper", "Séptima": "septima", "AÑO": "ano", "ЁЖ": "еж", "Йод": "йод", "Größe": "grosse",
		"第七條": "第七條", "ПУНКТ 7": "пункт 7", "Œuvre Łódź Ǿ": "oeuvre lodz o", "Þórður Ħ": "thordur h",
		"ที่": "ที่", "हिंदी कुल": "हिंदी कुल", "שָׁלוֹם": "שלום", // vowels and points
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "\xff", "a\u0301\u0323\u0301", "\u1100\u1161\u11a8", "ﷺ", "①\u20e3", "\u3164x", "İ", "\u0344", "e\u200b\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := Clean(s)
		if !utf8.ValidString(c) || strings.TrimSpace(c) != c || strings.ContainsAny(c, "\x00\n\u202e\u200b") {
			t.Fatalf("Clean(%q) = %q", s, c)
		}
		if again := Clean(c); again != c {
			t.Fatalf("Clean(%q) = %q, then %q", s, c, again)
		}
		if !utf8.ValidString(Fold(c)) || Fold(Fold(c)) != Fold(c) {
			t.Fatalf("Fold(%q) = %q, then %q", c, Fold(c), Fold(Fold(c)))
		}
		if m := Simplified(c); len(m) != len(c) || Simplified(m) != m {
			t.Fatalf("Simplified(%q) = %q", c, m)
		}
		Language(s)
	})
}

func BenchmarkClean(b *testing.B) {
	for name, s := range map[string]string{"ascii": "what does measure seven say about training?", "zh": "文件里有没有提到年轻干部的培养要求?",
		"odd": "ｗｈａｔ\u200b is\u00a0\u202emeasure ⑦ é\u0301\u0301\u0301\u0301\u0301"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Clean(s)
			}
		})
	}
}

func TestAccented(t *testing.T) {
	for _, c := range []struct {
		r, mark, want rune
		ok            bool
	}{
		{'x', '\u030b', 'x', false},
		{'1', '\u0308', '1', false},
		{'a', '\u0308', 'ä', true},
		{'O', '\u030b', 'Ő', true},
		{'ı', '\u0301', 'í', true},
		{'c', '\u0327', 'ç', true},
	} {
		if got, ok := Accented(c.r, c.mark); ok != c.ok || got != c.want {
			t.Errorf("%c and %U: %c, %v", c.r, c.mark, got, ok)
		}
	}
}
