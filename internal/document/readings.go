package document

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text/numeral"
)

// maxReadings bounds how many meanings a designation as typed may have, and
// maxTyped how many bytes of it are looked at.
const (
	maxReadings = 8
	maxTyped    = 64
)

// Readings returns the normal forms that a designation may mean as somebody types
// it, the likeliest first: "IV" is "4" or "iv", "71 b" is "71b", "12bis" is
// "12-2", "6(1)(b)" is "6.1.b", "twenty-one" is "21". It is empty for what is no
// designation.
func Readings(typed string) []string {
	typed = strings.TrimSpace(typed)
	if typed == "" || len(typed) > maxTyped {
		return nil
	}
	words := strings.Fields(typed)
	if n, ok := numeral.Read(words); ok && n.Used == len(words) && n.Form == numeral.Words {
		return []string{strconv.Itoa(n.Value)}
	}
	return readSteps(typed)
}

// between reports what stands between the steps of a designation.
func between(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("().,/[]（）．。·", r)
}

// readSteps joins the readings of the steps; a step that can be an insertion
// belongs to the number before it as well, if only a space parts them.
func readSteps(typed string) []string {
	out := []string{""}
	last := ""
	for _, s := range strings.FieldsFunc(typed, between) {
		var next []string
		if in := insertion(s); in != "" && digitEnd(last) && (strings.Contains(typed, last+" "+s) || strings.Contains(typed, last+"/"+s)) {
			for _, o := range out {
				next = append(next, o+in)
			}
		}
		for _, o := range out {
			for _, r := range Step(s) {
				next = append(next, strings.TrimPrefix(o+"."+r, "."))
			}
		}
		if len(next) == 0 {
			return nil
		}
		out, last = next[:min(len(next), maxReadings)], s
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

func digitEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

// insertion reads what may follow a number after a space: "71 b", "12 bis".
func insertion(s string) string {
	if n := LatinOrdinal(s); n > 0 {
		return "-" + strconv.Itoa(n)
	}
	if r, size := utf8.DecodeRuneInString(s); size == len(s) && unicode.IsLetter(r) {
		return strings.ToLower(s)
	}
	return ""
}

// latinOrdinals number what was inserted behind an article, in Latin; the first
// is 2, since the article itself is the first.
var latinOrdinals = strings.Fields("bis ter quater quinquies sexies septies octies novies decies")

// mukarrar is bis in Arabic; some write it with an ending.
const mukarrar = "مكرر"

// LatinOrdinal returns the number that bis, ter and so on stand for behind an
// article, 2 and up; 0 for any other word.
func LatinOrdinal(word string) int {
	if i := slices.Index(latinOrdinals, strings.ToLower(word)); i >= 0 {
		return i + 2
	}
	if strings.HasPrefix(word, mukarrar) {
		return 2
	}
	return 0
}

// Step returns what one step of a designation may mean in normal form, the
// likeliest first: "4" of "IV" or "4", "71b" of "71B", "7-1" of "七之一"; a letter
// is itself, and a number where it is a Roman one.
func Step(s string) []string {
	if n, rest, ok := leadingNumber(s); ok {
		return insertedStep(strconv.Itoa(n), rest)
	}
	low := strings.ToLower(s)
	n, ok := numeral.Read([]string{s})
	switch {
	case ok && n.Form == numeral.Roman && (strings.ContainsAny(s, "IVXivx") || utf8.RuneCountInString(s) > 1):
		return []string{strconv.Itoa(n.Value), low}
	case ok && n.Form == numeral.Roman:
		return []string{low, strconv.Itoa(n.Value)}
	case ok:
		return []string{strconv.Itoa(n.Value)}
	}
	if r, size := utf8.DecodeRuneInString(s); size == len(s) && unicode.IsLetter(r) {
		return []string{low}
	}
	return nil
}

// insertedStep reads what stands behind a number without a space.
func insertedStep(n, rest string) []string {
	hyphened := strings.HasPrefix(rest, "-")
	rest = strings.ToLower(strings.TrimPrefix(rest, "-"))
	if m, ok := numeral.Read([]string{n + "-" + rest}); rest == "" || hyphened && ok && m.Ordinal && rest[0] >= utf8.RuneSelf {
		return []string{n} // 2-я
	}
	if k := LatinOrdinal(rest); k > 0 {
		return []string{n + "-" + strconv.Itoa(k)}
	}
	for _, mark := range InsertionMarks {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			rest = after
			break
		}
	}
	if k, end, ok := leadingNumber(rest); ok && end == "" {
		return []string{n + "-" + strconv.Itoa(k)}
	}
	if r, size := utf8.DecodeRuneInString(rest); size == len(rest) && unicode.IsLetter(r) {
		return []string{n + rest, n + "." + rest}
	}
	if m, ok := numeral.Read([]string{n + rest}); ok { // 7th
		return []string{strconv.Itoa(m.Value)}
	}
	if InsertedLetters(strings.ToUpper(rest)) {
		return []string{n + rest}
	}
	return nil
}

// InsertedLetters reports the letters of a section that is inserted behind or before an
// inserted one: AB of "71AB", ZA of "71ZA".
func InsertedLetters(s string) bool {
	return len(s) == 2 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// InsertionMarks stand between the number of an article and that of one inserted
// behind it, in Chinese, Japanese and Korean.
var InsertionMarks = []string{"之", "の", "의"}

// run returns how many bytes at the start of s are of runes of one kind.
func run(s string, is func(rune) bool) int { return len(s) - len(strings.TrimLeftFunc(s, is)) }

// leadingNumber cuts the number in digits of any script or in Chinese numerals
// that begins s.
func leadingNumber(s string) (n int, rest string, ok bool) {
	end := run(s, unicode.IsDigit)
	if end == 0 {
		end = run(s, numeral.HanDigit)
	}
	v, ok := numeral.Read([]string{s[:end]})
	return v.Value, s[end:], ok && v.Used == 1
}
