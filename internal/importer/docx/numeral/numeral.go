package numeral

import (
	"fmt"
	"strconv"
	"strings"

	"pincite/internal/text/numeral"
)

// Write writes n in a number format of Word. A format that is not known here,
// and a number that a format has no sign for, come out in decimal.
func Write(format string, n int) string {
	if format == "none" || format == "bullet" {
		return ""
	}
	if set, ok := letters[format]; ok && n > 0 {
		return lettered([]rune(set), n)
	}
	if set, ok := cycles[format]; ok && n > 0 {
		signs := []rune(set)
		return string(signs[(n-1)%len(signs)])
	}
	if digits, ok := positional[format]; ok && n >= 0 {
		return inDigits([]rune(digits), n)
	}
	if write, ok := written[format]; ok && n > 0 && n < 1_000_000 {
		if s := write(n); s != "" {
			return s
		}
	}
	return strconv.Itoa(n)
}

// letters are alphabets that double their letters after the last: z, aa, bb.
var letters = map[string]string{
	"upperLetter":  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
	"lowerLetter":  "abcdefghijklmnopqrstuvwxyz",
	"russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
	"russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
	"arabicAlpha":  "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
	"arabicAbjad":  "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
	"hebrew2":      "אבגדהוזחטיכלמנסעפצקרשת",
}

// cycles begin again after the last sign.
var cycles = map[string]string{
	"ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
	"ideographZodiac":      "子丑寅卯辰巳午未申酉戌亥",
	"aiueo":                "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
	"aiueoFullWidth":       "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
	"iroha":                "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
	"ganada":               "가나다라마바사아자차카타파하",
	"chosung":              "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
	"thaiLetters":          "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
	"hindiVowels":          "अआइईउऊऋएऐओऔ",
	"hindiConsonants":      "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
}

// positional are digits from zero to nine.
var positional = map[string]string{
	"decimalFullWidth": "０１２３４５６７８９",
	"ideographDigital": "〇一二三四五六七八九",
	"hindiNumbers":     "०१२३४५६७८९",
	"thaiNumbers":      "๐๑๒๓๔๕๖๗๘๙",
	"koreanDigital":    "영일이삼사오육칠팔구",
}

// written are formats with a rule of their own.
var written = map[string]func(int) string{
	"decimalZero":             func(n int) string { return fmt.Sprintf("%02d", n) },
	"upperRoman":              numeral.ToRoman,
	"lowerRoman":              func(n int) string { return strings.ToLower(numeral.ToRoman(n)) },
	"ordinal":                 func(n int) string { return strconv.Itoa(n) + suffix(n) },
	"cardinalText":            func(n int) string { return capital(english(n)) },
	"ordinalText":             func(n int) string { return capital(nth(english(n))) },
	"hex":                     func(n int) string { return fmt.Sprintf("%X", n) },
	"numberInDash":            func(n int) string { return fmt.Sprintf("- %d -", n) },
	"decimalEnclosedParen":    func(n int) string { return fmt.Sprintf("(%d)", n) },
	"decimalEnclosedFullstop": func(n int) string { return fmt.Sprintf("%d.", n) },
	"decimalEnclosedCircle":   circled,

	"decimalEnclosedCircleChinese": circled,

	"ideographEnclosedCircle":   func(n int) string { return sign('㊀', n, 10) },
	"chineseCounting":           func(n int) string { return han(n, "〇一二三四五六七八九", "十百千", "万") },
	"chineseCountingThousand":   func(n int) string { return han(n, "零一二三四五六七八九", "十百千", "万") },
	"chineseLegalSimplified":    func(n int) string { return han(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万") },
	"taiwaneseCounting":         func(n int) string { return han(n, "〇一二三四五六七八九", "十百千", "萬") },
	"taiwaneseCountingThousand": func(n int) string { return han(n, "零一二三四五六七八九", "十百千", "萬") },
	"ideographLegalTraditional": func(n int) string { return han(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬") },
	"japaneseCounting":          func(n int) string { return han(n, "〇一二三四五六七八九", "十百千", "万") },
	"japaneseLegal":             func(n int) string { return han(n, "〇壱弐参四伍六七八九", "拾百千", "万") },
	"koreanCounting":            func(n int) string { return han(n, "영일이삼사오육칠팔구", "십백천", "만") },
	"hebrew1":                   hebrew,
}

// lettered repeats the n-th letter once more for each time through the alphabet.
func lettered(set []rune, n int) string {
	times := (n-1)/len(set) + 1
	if times > 20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(set[(n-1)%len(set)]), times)
}

func inDigits(digits []rune, n int) string {
	var out strings.Builder
	for _, d := range strconv.Itoa(n) {
		out.WriteRune(digits[d-'0'])
	}
	return out.String()
}

// sign returns the n-th sign from first, of which there are so many.
func sign(first rune, n, many int) string {
	if n > many {
		return ""
	}
	return string(first + rune(n-1))
}

func circled(n int) string { return sign('①', n, 20) }

// han writes n with Chinese numerals: digits from zero, the tens, hundreds and
// thousands, and ten thousand. A leading "one ten" is "ten" where the signs are
// those of everyday counting.
func han(n int, digits, powers, myriad string) string {
	d, p := []rune(digits), []rune(powers)
	if n >= 10000 {
		out := han(n/10000, digits, powers, myriad) + myriad
		if rest := n % 10000; rest > 0 {
			if rest < 1000 {
				out += string(d[0])
			}
			out += han(rest, digits, powers, myriad)
		}
		return out
	}
	var out strings.Builder
	gap := false
	for i, unit := 3, 1000; i >= 0; i, unit = i-1, unit/10 {
		digit := n / unit % 10
		if digit == 0 {
			gap = out.Len() > 0
			continue
		}
		if gap {
			out.WriteRune(d[0])
			gap = false
		}
		if i != 1 || digit != 1 || out.Len() > 0 || p[0] == '拾' {
			out.WriteRune(d[digit])
		}
		if i > 0 {
			out.WriteRune(p[i-1])
		}
	}
	return out.String()
}

func hebrew(n int) string {
	if n > 499 {
		return ""
	}
	var out strings.Builder
	for ; n >= 100; n -= min(n, 400) / 100 * 100 {
		out.WriteRune([]rune("קרשת")[min(n, 400)/100-1])
	}
	switch { // 15 and 16 would spell a name
	case n == 15, n == 16:
		out.WriteString("ט")
		n -= 9
	case n >= 10:
		out.WriteRune([]rune("יכלמנסעפצ")[n/10-1])
		n %= 10
	}
	if n > 0 {
		out.WriteRune([]rune("אבגדהוזחט")[n-1])
	}
	return out.String()
}
