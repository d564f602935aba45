package verify_test

import (
	"strings"
	"testing"

	"pincite/internal/verify"
)

// TestSpeltAtAnEnd: words that a document has with a hyphen and a text in one, and digits
// in groups, are the same also where the text begins or ends with them.
func TestSpeltAtAnEnd(t *testing.T) {
	d := parse(t, "guild.md", `# The guild

The co-operative guild keeps an e-mail list for members and non-members alike. Non-members pay a fee of 12 345 pounds in a year of 1 234 567 visits. A wardrobe is lent by the re-elected co-operative.
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"cooperative guild keeps", "verbatim | co-operative guild keeps | hyphenation"},
		{"guild keeps an email", "verbatim | guild keeps an e-mail | hyphenation"},
		{"list for members and nonmembers", "verbatim | list for members and non-members | hyphenation"},
		{"Nonmembers pay a fee", "verbatim | Non-members pay a fee | hyphenation"},
		{"reelected cooperative", "absent"},
		{"lent by the reelected cooperative", "verbatim | lent by the re-elected co-operative | hyphenation"},
		{"A ward-robe is lent by the", "verbatim | A wardrobe is lent by the | hyphenation"},
		{"pay a fee of 12345", "verbatim | pay a fee of 12 345 | digit-groups"},
		{"12,345 pounds in a year", "verbatim | 12 345 pounds in a year | digit-groups"},
		{"in a year of 1\u00a0234\u00a0567", "verbatim | in a year of 1 234 567 | digit-groups"},
		{"in a year of 1234568", "altered"},
		{"guild keeps an emails", "altered"},
		{"A ward robe is lent by the", "altered"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestEllipsisWithNothingLeftOut: an ellipsis may stand between sentences that follow on
// one another, and for the mark between them.
func TestEllipsisWithNothingLeftOut(t *testing.T) {
	d := parse(t, "pond.md", "# The pond\n\nGeese are fed at noon. Swans are fed at dusk; ducks feed themselves.\n\n(3) A heron needs no food.\n\n4. Coots hide.\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"Geese are fed at noon … Swans are fed at dusk", "verbatim | Geese are fed at noon. Swans are fed at dusk | ellipses"},
		{"Geese are fed at noon. … Swans are fed at dusk", "verbatim | Geese are fed at noon. Swans are fed at dusk | ellipses"},
		{"Geese are fed at noon. [...] Swans are fed at dusk", "verbatim | Geese are fed at noon. Swans are fed at dusk | ellipses"},
		{"Swans are fed at dusk … ducks feed themselves", "verbatim | Swans are fed at dusk; ducks feed themselves | ellipses"},
		{"Geese are fed at noon; … Swans are fed at dusk", "altered"},
		// The number of a point, written as that of a note.
		{"ducks feed themselves. [3] A heron needs no food.", "verbatim | ducks feed themselves.\n\n(3) A heron needs no food. | note-marks"},
		{"[3] A heron needs no food", "verbatim | 3) A heron needs no food | note-marks"},
		{"[4] Coots hide", "verbatim | 4. Coots hide | note-marks"},
		{"[4] A heron needs no food", "verbatim | A heron needs no food | note-marks"}, // of a note
		{"Swans [are] fed at dusk", "altered"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// TestLimits: what makes a number a limit is told where it is cut off, and the negation of
// a limit denies nothing else.
func TestLimits(t *testing.T) {
	d := parse(t, "pool.md", `# The pool

Only members may swim at night. Children under 12 years swim by day. At least 5 lanes or more are open. The fee rises by 6 per cent a year. Fees up to 30 dollars are paid at once. A guest brings 7 towels at most. Not later than 40 days after the flood the board shall meet. Cots hold 2 to 3 babies. A lane costs CHF 58 a day. Guests may take not more than 3 towels home. Diving is forbidden in the shallow end, and forbidden goods are kept.

18岁以上的读者可以办证。每人每年不超过3次。三十日内归还。七个工作日内答复。公共场所禁止吸烟。

Взнос составляет не менее 500 рублей в год. Дети до 7 лет плавают днём. Die Frist beträgt höchstens 14 Tage. Los mayores de 16 años nadan solos.
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		// Behind the number.
		{"18岁", "verbatim | 18岁 | limit: 以上的读者可以办证"},
		{"18岁的读者可以办证", "altered | 18岁以上的读者可以办证 | 以上→ limit"},
		{"三十日", "verbatim | 三十日 | limit: 内归还"},
		{"七个工作日", "verbatim | 七个工作日 | limit: 内答复"},
		{"The fee rises by 6", "verbatim | The fee rises by 6 | limit: per cent a year"},
		{"A guest brings 7 towels", "verbatim | A guest brings 7 towels | limit: at most"},
		{"5 lanes", "verbatim | 5 lanes | limit: At least; limit: or more are open"},
		{"The fee rises by 6 per cent", "verbatim | The fee rises by 6 per cent"},
		{"18岁以上", "verbatim | 18岁以上"},
		{"Cots hold 2", "verbatim | Cots hold 2 | limit: to 3 babies"},
		// Before it.
		{"3 babies", "verbatim | 3 babies | limit: Cots hold 2 to"},
		{"58 a day", "verbatim | 58 a day | number: A lane costs CHF"},
		{"12 years swim by day", "verbatim | 12 years swim by day | limit: Children under"},
		{"30 dollars are paid", "verbatim | 30 dollars are paid | limit: Fees up to"},
		{"3次", "verbatim | 3次 | negation: 每人每年不超过"},
		{"500 рублей в год", "verbatim | 500 рублей в год | negation: Взнос составляет не менее"},
		{"7 лет плавают днём", "verbatim | 7 лет плавают днём | limit: Дети до"},
		{"14 Tage", "verbatim | 14 Tage | limit: Die Frist beträgt höchstens"},
		{"16 años nadan", "verbatim | 16 años nadan | limit: Los mayores de"},
		{"under 12 years", "verbatim | under 12 years"},
		// The negation of a limit.
		{"The board shall meet.", "verbatim | the board shall meet. | case | negation: Not later than 40 days after the flood"},
		{"Guests may take … towels home", "verbatim | Guests may take | towels home | ellipses | negation: not more than 3"},
		{"Later than 40 days after the flood", "altered | Not later than 40 days after the flood | case | Not→ negation"},
		{"Guests may … more than 3 towels", "altered"},
		// Right after a condition; what is forbidden.
		{"members may swim at night", "verbatim | members may swim at night | condition: Only"},
		{"Diving is … in the shallow end", "altered | Diving is forbidden in the shallow end | ellipses | forbidden→ negation"},
		{"公共场所……吸烟", "altered | 公共场所禁止吸烟 | ellipses | 禁止→ negation"},
		{"Diving is…", "verbatim | Diving is | negation: forbidden in the shallow end, and forbidden goods are kept"},
	} {
		r := check(t, c, tt.text, d)
		got := summary(r)
		for i, x := range r.Omitted {
			got += []string{" | ", "; "}[min(i, 1)] + string(x.Concern) + ": " + x.Original
		}
		if !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
