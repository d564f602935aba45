package numeral

import "testing"

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimal", 0, "0"}, {"unheard of", 3, "3"}, {"none", 3, ""},
		{"decimalZero", 7, "07"}, {"decimalZero", 112, "112"},
		{"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"lowerRoman", 0, "0"}, {"upperRoman", 4000, "4000"},
		{"lowerLetter", 26, "z"}, {"lowerLetter", 27, "aa"}, {"upperLetter", 54, "BBB"}, {"upperLetter", 99999, "99999"},
		{"russianLower", 7, "ж"}, {"arabicAbjad", 3, "ج"}, {"hebrew1", 15, "טו"}, {"hebrew1", 21, "כא"}, {"hebrew1", 345, "שמה"}, {"hebrew1", 499, "תצט"},
		{"ordinal", 1, "1st"}, {"ordinal", 12, "12th"}, {"ordinal", 22, "22nd"}, {"ordinal", 113, "113th"},
		{"cardinalText", 21, "Twenty-one"}, {"cardinalText", 110, "One hundred ten"},
		{"ordinalText", 1, "First"}, {"ordinalText", 20, "Twentieth"}, {"ordinalText", 32, "Thirty-second"}, {"ordinalText", 100, "One hundredth"}, {"ordinalText", 20000, "20000"},
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"},
		{"chineseCountingThousand", 105, "一百零五"}, {"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 10005, "一万零五"},
		{"chineseLegalSimplified", 11, "壹拾壹"}, {"ideographDigital", 105, "一〇五"},
		{"ideographTraditional", 3, "丙"}, {"ideographTraditional", 11, "甲"}, {"decimalFullWidth", 12, "１２"},
		{"decimalEnclosedCircle", 3, "③"}, {"decimalEnclosedCircle", 21, "21"}, {"koreanCounting", 12, "십이"}, {"ganada", 2, "나"},
	} {
		if got := Write(c.format, c.n); got != c.want {
			t.Errorf("Write(%s, %d) = %q, want %q", c.format, c.n, got, c.want)
		}
	}
}
