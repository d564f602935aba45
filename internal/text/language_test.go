package text

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{
		"": "und", "7": "und", "7-9": "und", "VII": "und", "m7": "und", "👍": "und", "ok": "und", "\xff": "und", "こんにちは 第七条": "ja", "安全とは": "ja", "안녕하세요": "ko", "제7조": "ko",
		"measure 7": "en", "show me part two": "en", "Two Upholds": "en", "red tape": "en", "what does 形式主义 mean": "en",
		"what is 枫桥经验?": "en", "MEASURE SEVEN": "en", "plz explane formalism": "en",
		"第七条": "zh", "第七條": "zh", "工作微信群和政务App太多": "zh", "七": "zh",
		"пункт 7": "ru", "что такое App?": "ru", "ещё": "ru",
		"medida 7": "es", "¿Qué dice sobre internet?": "es", "línea de masas": "es", "gracias": "es", "formalismo": "es",
		"que dice el documento": "es", "preámbulo": "es",
		"corregir errores pronto": "es", "nuevas fuerzas productivas": "es", "kadres need trainin": "en",
	} {
		if got := Language(in); got != want {
			t.Errorf("Language(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestBase(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "-": "", "en": "en", "pt-BR": "pt", "zh_TW": "zh", "ZH-Hans-CN": "zh", "nb": "no", "nn_NO": "no", "no": "no",
	} {
		if got := Base(in); got != want {
			t.Errorf("Base(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSimplified(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "measure 7": "measure 7", "第十四條": "第十四条", "學習強國": "学习强国", "這個問題怎麼解決": "这个问题怎么解决", "兩個維護": "两个维护",
		"第七条": "第七条", "著作": "著作", "為爲": "为为", "\xff條": "\xff條",
	} {
		if got := Simplified(in); got != want {
			t.Errorf("Simplified(%q) = %q, want %q", in, got, want)
		}
	}
}

// The table is searched by halves and by offsets of three bytes.
func TestHanTable(t *testing.T) {
	from, to := []rune(traditional), []rune(simplified)
	if len(from) != len(to) || !slices.IsSorted(from) || len(slices.Compact(slices.Clone(from))) != len(from) {
		t.Fatalf("%d and %d characters, or not in order", len(from), len(to))
	}
	for i := range from {
		if utf8.RuneLen(from[i]) != hanBytes || utf8.RuneLen(to[i]) != hanBytes || simple(to[i]) != to[i] {
			t.Errorf("%c to %c: not of three bytes, or replaced again", from[i], to[i])
		}
	}
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		max  int
		want bool
	}{
		{"", "", 0, true}, {"a", "", 0, false}, {"a", "", 1, true}, {"measure", "mesure", 1, true}, {"measure", "measrue", 1, true},
		{"measure", "mezure", 1, false}, {"measure", "mezure", 2, true}, {"article", "articel", 1, true}, {"пункт", "пунтк", 1, true},
		{"part", "party", 1, true}, {"abc", "xyz", 2, false}, {"ca", "abc", 2, false},
	} {
		if got := Near(c.a, c.b, c.max); got != c.want || Near(c.b, c.a, c.max) != got {
			t.Errorf("Near(%q, %q, %d) = %v", c.a, c.b, c.max, got)
		}
	}
}
