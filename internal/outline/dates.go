package outline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"pincite/internal/document"
	"pincite/internal/text"
)

// datePatterns: year first, day first, month first.
var (
	yearFirst  = regexp.MustCompile(`\b((?:1[89]|20)\d\d)(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?:\s*日)?`)
	dayFirst   = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+)?((?:1[89]|20)\d\d)(?:\s*(?:года|г\.))?`)
	monthFirst = regexp.MustCompile(`\b(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:1[89]|20)\d\d)\b`)
)

// findDates returns the days named in s, in ISO 8601, with their spans moved by base.
func findDates(s string, base int) []document.Date {
	var out []document.Date
	add := func(at []int, year, month, day string) {
		if iso := isoDay(year, month, day); iso != "" {
			out = append(out, document.Date{Day: iso, Span: document.Span{Start: base + at[0], End: base + at[1]}})
		}
	}
	if strings.ContainsAny(s, "0123456789") {
		for _, m := range yearFirst.FindAllStringSubmatchIndex(s, -1) {
			add(m, s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]])
		}
		for _, m := range dayFirst.FindAllStringSubmatchIndex(s, -1) {
			add(m, s[m[6]:m[7]], s[m[4]:m[5]], s[m[2]:m[3]])
		}
		for _, m := range monthFirst.FindAllStringSubmatchIndex(s, -1) {
			add(m, s[m[6]:m[7]], s[m[2]:m[3]], s[m[4]:m[5]])
		}
	}
	return out
}

// isoDay returns the day in ISO 8601; empty if there is no such day.
func isoDay(year, month, day string) string {
	n, err := strconv.Atoi(month)
	if err != nil {
		n = text.MonthOf(month)
	}
	d, _ := strconv.Atoi(day)
	iso := fmt.Sprintf("%s-%02d-%02d", year, n, d)
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return ""
	}
	return iso
}

// dateLine reports a line that says little more than a date.
func dateLine(s string) bool {
	if len(s) > 80 {
		return false
	}
	found := findDates(s, 0)
	return len(found) > 0 && len(s) <= 2*found[0].Span.Len()+24
}

// dateNames are the words near a date that say what it is the date of.
var dateNames = []struct {
	name  string
	words []string
}{
	{"released", []string{"release", "publish", "posted", "发布", "公布", "опубликован", "публикаци", "publica"}},
	{"effective", []string{"effective", "in force", "施行", "实施", "生效", "вступ", "vigor"}},
	{"adopted", []string{"adopted", "passed", "done at", "dated", "signed", "通过", "印发", "принят", "adopta", "aprobad"}},
}

// nameDate names a date by the words that stand by it.
func nameDate(around string) string {
	around = strings.ToLower(around)
	for _, d := range dateNames {
		for _, w := range d.words {
			if strings.Contains(around, w) {
				return d.name
			}
		}
	}
	return ""
}
