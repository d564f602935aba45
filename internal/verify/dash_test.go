package verify_test

import (
	"strings"
	"testing"

	"pincite/internal/verify"
)

// TestDashesBetweenNumbers: a dash between numbers is no typography: with it or without
// it, or elsewhere, the number is another.
func TestDashesBetweenNumbers(t *testing.T) {
	d := parse(t, "mooring.md", `# The mooring

Sec. 12-26; boats. The order was passed 2-3-2014; the harbour kept it. The chandler at 411–437 Tannery Row sells rope. See entries 40–2,399 of the log. See pages i-v of the log, at most. File 20417 is lost, and the fine is $1,000 at least. Sec. 12-4 is void. Ask for form 7~8 at the pier. Article VI-II is not Part I–V of it. The crane lifts twenty-one barrels. The F-16 berth is free. A co-operative of 9-10 e-mail lists remains.

Дети 9–10 лет плавают днём. 儿童九－十岁可以上船。
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		// Without it.
		{"Sec. 1226; boats. The order was passed", "altered | 12-26; boats. The order was passed | 12-26→Sec. 1226 number"},
		{"Sec. 1226;", "absent"}, // it shares one word
		{"The order was passed 232014; the harbour", "altered | The order was passed 2-3-2014; the harbour | 2-3-2014→232014 number"},
		{"The order was passed 23-2014; the harbour", "altered | The order was passed 2-3-2014; the harbour | 2-3-2014→23-2014 number"},
		{"The chandler at 411437 Tannery Row", "altered | The chandler at 411–437 Tannery Row | 411–437→411437 number"},
		{"See entries 402,399 of the log", "altered | See entries 40–2,399 of the log | 40–2,399→402,399 number"},
		{"Дети 910 лет плавают днём", "altered | Дети 9–10 лет плавают днём | 9–10→910 number"},
		{"Ask for form 78 at the pier", "altered | Ask for form 7~8 at the pier | 7~8→78 number"},
		{"Article VIII is not Part", "altered | Article VI-II is not Part | VI-II→VIII number"},
		{"See pages iv of the log", "altered | See pages i-v of the log | i-v→iv"},
		{"Part IV of it", "altered | Part I–V of it | I–V→IV number"},
		{"A cooperative of 9 10 email lists", "altered | A co-operative of 9-10 e-mail lists"},
		{"儿童九十岁可以上船", "altered | 儿童九－十岁可以上船 | 九－十→九十 number"},
		// With one that is not there, or elsewhere.
		{"File 20-417 is lost, and the fine", "altered | File 20417 is lost, and the fine | File 20417→File 20-417 number"},
		{"File 20–417 is lost, and the fine", "altered | File 20417 is lost, and the fine | File 20417→File 20–417 number"},
		{"the fine is $1-000 at least", "altered | the fine is $1,000 at least | 1,000→1-000 number"},
		{"Sec. 1-24 is void. Ask for form", "altered | Sec. 12-4 is void. Ask for form | Sec. 12-4→Sec. 1-24 number"},
		{"The chandler at 41-1437 Tannery Row", "altered | The chandler at 411–437 Tannery Row | 411–437→41-1437 number"},
		// A blank is no dash.
		{"Sec. 12 26; boats", "altered | Sec. 12-26; boats | 12-26→12 26 number"},
		{"Part I V of it", "altered | Part I–V of it | I–V→I V number"},
		// Another dash is one, and in words and names any may be missing.
		{"Sec. 12–26; boats", "verbatim | Sec. 12-26; boats | dashes"},
		{"The chandler at 411-437 Tannery Row", "verbatim | The chandler at 411–437 Tannery Row | dashes"},
		{"See entries 40-2399 of the log", "verbatim | See entries 40–2,399 of the log | dashes digit-groups"},
		{"A cooperative of 9–10 email lists", "verbatim | A co-operative of 9-10 e-mail lists | dashes hyphenation"},
		{"The F16 berth is free", "verbatim | The F-16 berth is free | dashes"},
		{"lifts twenty one barrels", "verbatim | lifts twenty-one barrels | dashes"},
		{"儿童九—十岁可以上船", "verbatim | 儿童九－十岁可以上船 | dashes"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestDashChoosesThePlace: of two places that differ in the dash between their numbers
// alone, a text stands at the one that has its own.
func TestDashChoosesThePlace(t *testing.T) {
	d := parse(t, "crew.md", "# The crew\n\n九十岁的船员可以上船。\n\n九－十岁的船员可以上船。\n")
	c := verify.New(d)
	for text, want := range map[string]string{
		"九十岁的船员":  "verbatim | 九十岁的船员",
		"九-十岁的船员": "verbatim | 九－十岁的船员 | dashes",
	} {
		if got := summary(check(t, c, text, d)); !strings.HasPrefix(got, want) {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestBlanksBetweenNumbers: a blank joins groups of digits to one number where they can be
// read as that alone; two numbers remain two.
func TestBlanksBetweenNumbers(t *testing.T) {
	d := parse(t, "rooms.md", "# The rooms\n\nRooms 10 200 are closed for repair. Lots 2014 200 are sold. Desks 10 300 40 stand here. Lockers 5 10 400 are new. Shelves 0 500 boards hold. In 2015\u00a0600 guests came. The tax is 1 700 pounds, or $1 800, or 1 900 % of it. Cabins 1\u00a0000 250 boards have. The mast costs 12 345 in all.\n\n| Row | A | B |\n|---|---|---|\n| x | 10 | 900 |\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"Rooms 10200 are closed for repair", "altered | Rooms 10 200 are closed for repair | →10200 number; 10→ number"},
		{"Lots 2014200 are sold", "altered | Lots 2014 200 are sold | 2014 200→2014200 number"},
		{"Lots 2014,200 are sold", "altered | Lots 2014 200 are sold"},
		{"Desks 10300 40 stand here", "altered | Desks 10 300 40 stand here | 10 300→10300 number"},
		{"Desks 10,300 40 stand here", "altered | Desks 10 300 40 stand here | 10 300→10,300 number"},
		{"Lockers 5 10,400 are new", "altered | Lockers 5 10 400 are new"},
		{"Shelves 0500 boards hold", "altered | Shelves 0 500 boards hold | 0 500→0500 number"},
		{"In 2015600 guests came", "altered | 2015\u00a0600 guests came | 2015\u00a0600→In 2015600 number"},
		{"Cabins 1000250 boards have", "altered | Cabins 1\u00a0000 250 boards have"},
		{"Row A B x 10900", "altered"},
		// It is one number.
		{"The tax is 1700 pounds, or $1800, or 1900 % of it", "verbatim | The tax is 1 700 pounds, or $1 800, or 1 900 % of it | digit-groups"},
		{"The mast costs 12,345 in all", "verbatim | The mast costs 12 345 in all | digit-groups"},
		{"The mast costs 12\u00a0345 in all", "verbatim | The mast costs 12 345 in all | digit-groups"},
		{"Rooms 10 200 are closed", "verbatim | Rooms 10 200 are closed"},
		{"In 2015 600 guests came", "verbatim | In 2015\u00a0600 guests came"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
