package text

import (
	"fmt"
	"regexp"
	"strconv"
)

// A Date is a day that a text names, in whatever writing.
type Date struct {
	Start, End       int // bytes of the text
	Year, Month, Day int
	Digits           bool // written without the name of a month
}

// Number returns the date as one number: 20270514.
func (d Date) Number() string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// String returns the date as ISO 8601 has it: 2027-05-14.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// A writing is one of dates: its pattern, and the places of year, month and day in it. The
// month is a number or a name.
type writing struct {
	pattern          *regexp.Regexp
	year, month, day int
	either           bool // in some countries the day is first, in others the month
}

var writings = []writing{
	{regexp.MustCompile(`\b(\d{4})-(\d{1,2})-(\d{1,2})\b`), 1, 2, 3, false},
	{regexp.MustCompile(`\b(\d{4})/(\d{1,2})/(\d{1,2})\b`), 1, 2, 3, false},
	{regexp.MustCompile(`\b(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日號号일]`), 1, 2, 3, false},
	{regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b`), 3, 2, 1, false},
	{regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b`), 3, 2, 1, true},
	{regexp.MustCompile(`\b(\d{1,2})(?:\p{L}{1,2}|°)?\.?\s(?:of\s|de\s)?(\p{L}+)\.?,?\s(?:de\s|del\s)?(\d{4})\b`), 3, 2, 1, false},
	{regexp.MustCompile(`(\p{L}+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b`), 3, 1, 2, false},
}

// Dates returns the dates of s that have a day, a month and a year, in the order of their
// writings. One that may be read in two ways, as 05/06/2027, is two, the day first in the
// first of them.
func Dates(s string) []Date {
	if !hasYear(s) {
		return nil
	}
	var out []Date
	for _, w := range writings {
		for _, at := range w.pattern.FindAllStringSubmatchIndex(s, -1) {
			d := w.date(s, at)
			if d.exists() {
				out = append(out, d)
			}
			if d.Month, d.Day = d.Day, d.Month; w.either && d.Day != d.Month && d.exists() {
				out = append(out, d)
			}
		}
	}
	return out
}

// date reads what the pattern has found of a writing.
func (w writing) date(s string, at []int) Date {
	group := func(n int) string { return s[at[2*n]:at[2*n+1]] }
	number := func(n int) int {
		v, _ := strconv.Atoi(group(n)) // a few digits, or the name of a month
		return v
	}
	d := Date{at[0], at[1], number(w.year), number(w.month), number(w.day), true}
	if d.Month == 0 {
		d.Month, d.Digits = MonthOf(group(w.month)), false
	}
	return d
}

// exists reports whether a year may have the day.
func (d Date) exists() bool { return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= 31 }

// hasYear reports four digits in a row.
func hasYear(s string) bool {
	const year = 4
	run := 0
	for i := range len(s) {
		if run++; s[i] < '0' || s[i] > '9' {
			run = 0
		}
		if run == year {
			return true
		}
	}
	return false
}
