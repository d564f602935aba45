package numeral

import "strings"

// suffix returns the ending of an English ordinal in digits.
func suffix(n int) string {
	switch {
	case n%100 >= 11 && n%100 <= 13:
		return "th"
	case n%10 == 1:
		return "st"
	case n%10 == 2:
		return "nd"
	case n%10 == 3:
		return "rd"
	}
	return "th"
}

var ones = strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")

// english writes n, from 1 to 9999, in words; "" for others.
func english(n int) string {
	switch {
	case n < 1 || n > 9999:
		return ""
	case n < 20:
		return ones[n-1]
	case n < 100:
		return joined(tens[n/10-2], "-", n%10)
	case n < 1000:
		return joined(ones[n/100-1]+" hundred", " ", n%100)
	}
	return joined(ones[n/1000-1]+" thousand", " ", n%1000)
}

func joined(head, by string, rest int) string {
	if rest == 0 {
		return head
	}
	return head + by + english(rest)
}

// nth makes the ordinal of a cardinal in words.
func nth(s string) string {
	i := strings.LastIndexAny(s, " -") + 1
	head, last := s[:i], s[i:]
	switch last {
	case "":
		return ""
	case "one":
		last = "first"
	case "two":
		last = "second"
	case "three":
		last = "third"
	case "five":
		last = "fifth"
	case "eight":
		last = "eighth"
	case "nine":
		last = "ninth"
	case "twelve":
		last = "twelfth"
	default:
		last = strings.TrimSuffix(last, "y")
		if strings.HasSuffix(s, "y") {
			last += "ie"
		}
		last += "th"
	}
	return head + last
}

// capital writes the first letter of an English word large.
func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
