package document

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text/numeral"
)

// A Designation is what a document calls a section: "7", "71B", "4.2.1", "IV", "D",
// "(a)(ii)", "第七条之一". The zero value is that of a section without one.
type Designation struct {
	// Printed is the designation as the text has it, without the word for its
	// level and without the marks around it: "71B", "IV", "4.2.1", "a)(ii".
	Printed string

	// Normal is the form that compares and orders, which does not depend on how
	// the document writes numbers: steps joined by full stops, each a whole
	// number, a lower-case letter or word, or a number with what was inserted
	// behind it. "IV" is "4", "71B" is "71b", "4.2.1" is itself, "(a)(ii)" is
	// "a.2", and "第七条之一" and "7 bis" are "7-1" and "7-2".
	Normal string
}

// Numbered returns the designation of a plain whole number.
func Numbered(n int) Designation {
	s := strconv.Itoa(n)
	return Designation{Printed: s, Normal: s}
}

// IsZero reports whether d is that of a section without a designation.
func (d Designation) IsZero() bool { return d.Normal == "" }

// Number returns the value of a designation that is one whole number.
func (d Designation) Number() (int, bool) {
	n, err := strconv.Atoi(d.Normal)
	return n, err == nil
}

// Last returns the last step of the normal form: "1" of "4.2.1".
func (d Designation) Last() string {
	return d.Normal[strings.LastIndexByte(d.Normal, '.')+1:]
}

// ID returns the designation as section ids have it: "71b", "4.2.1", "ii", "a-ii".
// Digits, Roman numerals and letters stay as printed, since people type them so;
// what is spelled out or written in another script is a number there.
func (d Designation) ID() string {
	printed := strings.ToLower(d.Printed)
	for _, r := range printed {
		if r >= utf8.RuneSelf || !strings.ContainsRune("().- ", r) && !alphanumeric(r) {
			return strings.ReplaceAll(d.Normal, "/", "-") // 17/041, which addresses would take apart
		}
	}
	steps := strings.FieldsFunc(printed, func(r rune) bool { return strings.ContainsRune("()- ", r) })
	for i, s := range steps {
		steps[i] = strings.TrimRight(s, ".") // "L. 211-1"
		if strings.HasSuffix(s, "o") && !strings.Contains(d.Normal, "o") {
			return d.Normal // "1o"
		}
		if letters := strings.Trim(s, "0123456789."); len(letters) > 1 && !numeral.IsRoman(s) {
			return d.Normal // "one", "first", "1er"
		}
	}
	return strings.Join(steps, "-")
}

func alphanumeric(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }

// Compare orders designations as documents do: 7, 7-1, 7a, 7b, 8, and 4.2 before
// 4.10. It returns a negative number, zero or a positive one, as cmp.Compare does.
func (d Designation) Compare(e Designation) int { return CompareNormal(d.Normal, e.Normal) }

// CompareNormal is [Designation.Compare] for two normal forms.
func CompareNormal(a, b string) int {
	for {
		x, restA, moreA := strings.Cut(a, ".")
		y, restB, moreB := strings.Cut(b, ".")
		switch c := compareStep(x, y); {
		case c != 0:
			return c
		case !moreA || !moreB:
			return cmp.Compare(strings.Count(a, "."), strings.Count(b, "."))
		}
		a, b = restA, restB
	}
}

// compareStep compares two steps: by number, then by what is inserted behind it.
func compareStep(a, b string) int {
	x, insertedA := cutNumber(a)
	y, insertedB := cutNumber(b)
	if x != y || insertedA == insertedB {
		return cmp.Compare(x, y)
	}
	return compareInserted(insertedA, insertedB)
}

// compareInserted compares what stands behind equal numbers: nothing, "-1", "b".
func compareInserted(a, b string) int {
	x, restA := cutNumber(strings.TrimPrefix(a, "-"))
	y, restB := cutNumber(strings.TrimPrefix(b, "-"))
	return cmp.Or(cmp.Compare(restA, restB), cmp.Compare(x, y))
}

// cutNumber cuts the number that begins s, -1 if there is none.
func cutNumber(s string) (n int, rest string) {
	end := run(s, unicode.IsDigit)
	n, err := strconv.Atoi(s[:end])
	if err != nil {
		return -1, s
	}
	return n, s[end:]
}
