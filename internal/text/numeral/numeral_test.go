package numeral

import (
	"fmt"
	"strings"
	"testing"
)

func TestNotNumbers(t *testing.T) {
	for _, in := range []string{"", "a", "and", "-", "7b", "9:30", "IIII", "VX", "Vi", "xl", "mix", "civil", "even", "there", "七条", "第", "пятна", "party",
		"seventyish", "один-два-партия", strings.Repeat("x", 1000)} {
		if n, ok := Read(strings.Fields(in)); ok {
			t.Errorf("Read(%q) = %+v", in, n)
		}
	}
	for _, in := range []string{"even", "there", "right", "fist", "month", "party", "weight", "парты", "право", "entre", "nuevo", "ten", "", strings.Repeat("seven", 100)} {
		if n, ok := Guess(in); ok {
			t.Errorf("Guess(%q) = %+v", in, n)
		}
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[string]Numeral{
		"7": {7, 1, false, Digits}, "007": {7, 1, false, Digits}, "0": {0, 1, false, Digits}, "٧": {7, 1, false, Digits}, "१२": {12, 1, false, Digits},
		"99999999999999999999": {Max, 1, false, Digits}, "7th": {7, 1, true, Digits}, "2nd": {2, 1, true, Digits}, "7-я": {7, 1, true, Digits},
		"21-го": {21, 1, true, Digits}, "7a": {7, 1, true, Digits}, "3er": {3, 1, true, Digits},
		"seven": {7, 1, false, Words}, "Seventh": {7, 1, true, Words}, "twenty-one": {21, 1, false, Words}, "twenty one": {21, 2, false, Words},
		"thirty-first": {31, 1, true, Words}, "one hundred and five": {105, 4, false, Words}, "one hundred and": {100, 2, false, Words},
		"nine thousand nine hundred and ninety-nine": {9999, 6, false, Words}, "four and five": {4, 1, false, Words}, "five six": {5, 1, false, Words},
		"hundredth": {100, 1, true, Words}, "fifty fifth": {55, 2, true, Words}, "nineth": {0, 0, false, Digits},
		"doce": {12, 1, false, Words}, "séptima": {7, 1, true, Words}, "decimotercera": {13, 1, true, Words}, "décima cuarta": {14, 2, true, Words},
		"treinta y dos": {32, 3, false, Words}, "veintiuno": {21, 1, false, Words}, "ciento cinco": {105, 2, false, Words}, "mil doscientos": {1200, 2, false, Words},
		"седьмую": {7, 1, true, Words}, "третью": {3, 1, true, Words}, "двенадцать": {12, 1, false, Words}, "двадцать первая": {21, 2, true, Words},
		"сто пятый": {105, 2, true, Words}, "тысяча девятьсот": {1900, 2, false, Words}, "четвёртый": {4, 1, true, Words},
		"十五": {15, 1, false, Words}, "第七": {7, 1, true, Words}, "第12": {12, 1, true, Digits}, "兩百": {200, 1, false, Words}, "一百零五": {105, 1, false, Words},
		"三千二百": {3200, 1, false, Words}, "二〇二四": {2024, 1, false, Words}, "廿三": {23, 1, false, Words},
		"VII": {7, 1, false, Roman}, "xiv": {14, 1, false, Roman}, "XL": {40, 1, false, Roman}, "MCMXCIX": {1999, 1, false, Roman},
	} {
		got, ok := Read(strings.Fields(in))
		if ok != (want.Used > 0) || got != want {
			t.Errorf("Read(%q) = %+v, %v; want %+v", in, got, ok, want)
		}
	}
	for in, want := range map[string]int{"elevn": 11, "fifteeth": 15, "sevnth": 7, "sevn": 7, "twelth": 12, "nineth": 9, "fourten": 14, "eigth": 8,
		"седмой": 7, "пятнацать": 15, "septma": 7, "quinze": 15} {
		if got, ok := Guess(in); !ok || got.Value != want || got.Form != Guessed {
			t.Errorf("Guess(%q) = %+v, %v; want %d", in, got, ok, want)
		}
	}
}

// What is spelled out is read back, up to the largest number promised.
func TestNumberSpelled(t *testing.T) {
	for n := 0; n <= 9999; n++ {
		for _, in := range []string{fmt.Sprint(n), english(n), chinese(n)} {
			w := strings.Fields(in)
			if got, ok := Read(w); !ok || got.Value != n || got.Used != len(w) {
				t.Fatalf("Read(%q) = %+v, %v; want %d", in, got, ok, n)
			}
		}
		if n > 0 && n < 4000 {
			if got := roman(ToRoman(n)); got != n {
				t.Fatalf("roman(%s) = %d", ToRoman(n), got)
			}
		}
	}
}

// english spells out n, 0 to 9999.
func english(n int) string {
	small := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	switch {
	case n < 20:
		return small[n]
	case n < 100 && n%10 == 0:
		return tens[n/10]
	case n < 100:
		return tens[n/10] + "-" + small[n%10]
	case n < 1000 && n%100 == 0:
		return small[n/100] + " hundred"
	case n < 1000:
		return small[n/100] + " hundred and " + english(n%100)
	case n%1000 == 0:
		return small[n/1000] + " thousand"
	case n%1000 < 100:
		return small[n/1000] + " thousand and " + english(n%1000)
	}
	return small[n/1000] + " thousand " + english(n%1000)
}

// chinese writes n, 0 to 9999, with units.
func chinese(n int) string {
	digits := []rune("零一二三四五六七八九")
	if n == 0 {
		return "零"
	}
	var b strings.Builder
	gap := false
	for i, u := range []struct {
		value int
		sign  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / u.value % 10
		switch {
		case d == 0:
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteRune('零')
		}
		gap = false
		if !(d == 1 && i == 2 && n < 20) {
			b.WriteRune(digits[d])
		}
		b.WriteString(u.sign)
	}
	return b.String()
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"7th", "one hundred and", "二〇二四", "九千千千", "mcm", "thousand thousand", "décima cuarta quinta", "twenty-", "-", "第"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w := strings.Fields(s)
		n, ok := Read(w)
		if ok != (n.Used > 0) || n.Used > len(w) || n.Value < 0 || n.Value > Max {
			t.Fatalf("Read(%q) = %+v, %v", s, n, ok)
		}
		Guess(s)
	})
}

func BenchmarkNumber(b *testing.B) {
	for name, s := range map[string]string{"digits": "17", "words": "one hundred and five", "none": "supervision of cadres", "zh": "第二十一"} {
		w := strings.Fields(s)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(w)
			}
		})
	}
}
