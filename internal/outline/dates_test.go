package outline

import (
	"strings"
	"testing"
)

func TestFindDates(t *testing.T) {
	for s, want := range map[string]string{
		"":                                "",
		"2024-13-45":                      "",
		"31 February 2024":                "",
		"12 people 2024":                  "",
		"12 marbles 2024":                 "",
		"5 août 2022":                     "2022-08-05",
		"3. Oktober 2022":                 "2022-10-03",
		"on 2024-02-28":                   "2024-02-28",
		"(23 February 2024)":              "2024-02-23",
		"the 3rd of May, 2021":            "2021-05-03",
		"March 15th, 2019":                "2019-03-15",
		"2019年3月15日通过":                    "2019-03-15",
		"12 апреля 2018 г.":               "2018-04-12",
		"a 1 de enero de 2021":            "2021-01-01",
		"adopted 2020/01/02, 3 June 2021": "2020-01-02 2021-06-03",
	} {
		var days []string
		for _, d := range findDates(s, 0) {
			days = append(days, d.Day)
		}
		if got := strings.Join(days, " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
