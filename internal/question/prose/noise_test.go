package prose

import "testing"

func TestWithoutNoise(t *testing.T) {
	for in, want := range map[string]string{
		"Sent from my iPhone":                            "Sent from my iPhone", // all that is said
		"which phones?\n\nmay I use an iPhone?":          "which phones?\n\nmay I use an iPhone?",
		"the next one too\n\nSent from my iPhone":        "the next one too\n\n",
		"den danach\n\nVon meinem iPhone gesendet":       "den danach\n\n",
		"следующую тоже\n\nОтправлено с iPhone":          "следующую тоже\n\n",
		"article 4, please\n\nGet Outlook for Android\n": "article 4, please\n\n",
		"Fwd: Re: the fee":                               " the fee",
		"AW：Beitrag":                                     "Beitrag",
		"is it at b@a.org":                               "is it at  ",
		"who mentions boats@quay.org, not a@b.org?":      "who mentions boats@quay.org, not  ?",
		"Part 2: the fee":                                "Part 2: the fee",
	} {
		if got := WithoutNoise(in, func(a string) bool { return a == "boats@quay.org" }); got != want {
			t.Errorf("WithoutNoise(%q) = %q, want %q", in, got, want)
		}
	}
}
