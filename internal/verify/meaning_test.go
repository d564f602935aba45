package verify_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pincite/internal/verify"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

const ferry = `# Ferry terms

## Boarding

Passengers may not leave the car deck during the crossing. Dogs travel free of charge if they are under 12 kilograms, and on a lead. Only holders of a season ticket may board before the gates open.

No cyclist pays for the return trip. Seats in the lounge, which was renovated in spring, are kept until departure. The skipper decides, unless the harbour office has closed the pier, when we sail.

Tugs sail in 2 rows; pilots wait on the quay. Deckhands may not: touch the ropes; steer by night.

In 3 harbours, berths are let by the week. No berth is free, but Hartley lets them. Members may moor.

The watch sees to it:

а) фонари горят ночью;
б) флаги не висят ночью;
в) колокол звонит в туман.

Nobody may
a) climb the mast;
b) ring the bell.

(a) Anchors are cleaned on Mondays.

3. Ropes are cleaned on Tuesdays.

§ 5 Sails are cleaned on Fridays.

(ii) decks are cleaned on Sundays.

2 masts are painted in May.

The new quay costs 20 million pounds in 2019. Article 7 of the code tells more. 定金为20万元。

The tenant must not, without the consent of the landlord, alter the premises. The tenant must not paint, alter or remove the fence. The crew may at no time, in port or at sea, sleep on deck. The lease ends if the rent is not paid, and the landlord may enter. The landlord may, without notice to anybody, enter the cellar. The porter may, but need not, apply.

乘客应当有序；未经船长同意，不得登船。旅客未经船主允许，不得登船。

No dogs sleep below. Dogs sleep below.

儿童不得单独乘船，但由老师带领的除外。船票仅在当日有效，过期作废。
`

// TestWhatIsLeftOut: a negation that denies what is kept makes an altered text;
// anything else that is left out of a sentence, by an ellipsis or at its ends, is
// told, with what it concerns.
func TestWhatIsLeftOut(t *testing.T) {
	d := parse(t, "ferry.md", ferry)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		// A negation is swallowed.
		{"Passengers may … leave the car deck", "altered: not/negation"},
		{"… cyclist pays for the return trip.", "altered: No/negation"},
		{"儿童……单独乘船", "altered: 不得/negation"},
		{"The tenant must … alter the premises.", "altered: not, without the consent of the landlord/negation"},
		{"Alter the premises.", "altered: The tenant must not, without the consent of the landlord/negation"},
		{"The tenant must … remove the fence", "altered: not paint, alter or/negation"},
		{"The crew may … sleep on deck", "altered: at no time, in port or at sea/negation"},
		{"经船长同意，不得登船。", "altered: 未/negation"},
		{"经船长同意，不得登船", "altered: 未/negation"},
		{"旅客……登船。", "altered: 未经船主允许，不得/negation"},
		// It is about something else: a condition, or what is set apart.
		{"The lease ends … and the landlord may enter", "verbatim; if the rent is not paid/negation"},
		{"The landlord may … enter the cellar", "verbatim; without notice to anybody/negation"},
		{"The porter may … apply", "verbatim; but need not/negation"},
		// One that stands apart, or after what is kept, is told.
		{"The skipper decides … when we sail.", "verbatim; unless the harbour office has closed the pier/condition"},
		{"Passengers may …", "verbatim; not leave the car deck during the crossing/negation"},
		{"Passengers may [...] Dogs travel free of charge", "verbatim; not leave the car deck during the crossing/negation; if they are under 12 kilograms, and on a lead/condition"},
		// Conditions and numbers.
		{"Dogs travel free of charge … on a lead.", "verbatim; if they are under 12 kilograms, and/condition"},
		{"Dogs travel free of charge.", "verbatim; if they are under 12 kilograms, and on a lead/condition"},
		{"Dogs travel free of charge…", "verbatim; if they are under 12 kilograms, and on a lead/condition"},
		{"… holders of a season ticket may board", "verbatim; Only/condition"},
		{"船票……有效", "verbatim; 仅在当日/condition"},
		// Anything else.
		{"Seats in the lounge … are kept until departure.", "verbatim; which was renovated in spring"},
		// So is what goes on, or came before, right there.
		{"Dogs travel free of charge", "verbatim; if they are under 12 kilograms, and on a lead/condition"},
		{"Passengers may", "verbatim; not leave the car deck during the crossing/negation"},
		{"The skipper decides", "verbatim; unless the harbour office has closed the pier, when we sail/condition"},
		{"leave the car deck during the crossing", "verbatim; Passengers may not/negation"},
		{"cyclist pays for the return trip", "verbatim; No/negation"},
		{"单独乘船", "verbatim; 儿童不得/negation"},
		// So is what a number counts, but not what it names.
		{"The new quay costs 20", "verbatim; million pounds in 2019/number"},
		{"The new quay costs 20.", "verbatim; million pounds in 2019/number"},
		{"The new quay costs 20 million", "verbatim"},
		{"The new quay costs 20 million pounds in 2019", "verbatim"},
		{"Article 7", "verbatim"},
		{"定金为20", "verbatim; 万元/number"},
		// A beginning that is cut off: what denies the rest alters a text that begins
		// as sentences do, and is told where it ends as one.
		{"Cyclist pays for the return trip.", "altered: No/negation"},
		{"Cyclist pays for the return trip", "altered: No/negation"},
		{"Leave the car deck during the crossing.", "altered: Passengers may not/negation"},
		{"leave the car deck during the crossing.", "verbatim; Passengers may not/negation"},
		{"单独乘船。", "verbatim; 儿童不得/negation; 但由老师带领的除外/condition"},
		{"Holders of a season ticket may board before the gates open.", "verbatim; Only/condition"},
		{"Are kept until departure.", "verbatim; Seats in the lounge, which was renovated in spring"},
		{"and on a lead.", "verbatim; Dogs travel free of charge if they are under 12 kilograms/condition"},
		{"Berths are let by the week.", "verbatim; In 3 harbours/number"},
		{"Hartley lets them. Members may moor.", "verbatim; No berth is free, but/negation"},
		// Semicolons divide a sentence, but for a list.
		{"Pilots wait on the quay.", "verbatim"},
		{"steer by night.", "verbatim; Deckhands may not: touch the ropes/negation"},
		// Points of a list are not cut off one another.
		{"Фонари горят ночью.", "verbatim"},
		{"Флаги не висят ночью.", "verbatim"},
		{"Колокол звонит в туман.", "verbatim"},
		{"Ring the bell.", "verbatim; Nobody may\na) climb the mast;\nb/negation"},
		// Labels are no words of a sentence.
		{"Anchors are cleaned on Mondays.", "verbatim"},
		{"Ropes are cleaned on Tuesdays.", "verbatim"},
		{"Sails are cleaned on Fridays.", "verbatim"},
		{"Decks are cleaned on Sundays.", "verbatim"},
		{"Masts are painted in May.", "verbatim; 2/number"},
		// Nothing of a sentence that is quoted is left out, or no mark claims that it ends.
		{"Dogs travel free", "verbatim"},
		{"the lounge, which was renovated", "verbatim"},
		{"Passengers may not leave the car deck during the crossing. … No cyclist pays for the return trip.", "verbatim"},
		// One place where the text is all of a sentence is enough.
		{"Dogs sleep below.", "verbatim"},
		// The sentences of a splice are cut, too.
		{"Dogs travel free of charge. Cyclist pays for the return trip.", "spliced; No/negation; if they are under 12 kilograms, and on a lead/condition"},
	} {
		r := check(t, c, tt.text, d)
		got := string(r.Status)
		for _, x := range r.Differences {
			got += fmt.Sprintf(": %s/%s", x.Original, x.Concern)
		}
		for _, x := range r.Omitted {
			got += strings.TrimSuffix(fmt.Sprintf("; %s/%s", x.Original, x.Concern), "/")
			if d.Slice(x.Span) != x.Original {
				t.Errorf("%s: %q is at %q", tt.text, x.Original, d.Slice(x.Span))
			}
		}
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestNoEllipsisHidesANegation leaves a few words out of every sentence, at each of
// its words, and wants every negation among them to be told.
func TestNoEllipsisHidesANegation(t *testing.T) {
	docs := documents(t)
	c := verify.New(docs...)
	n := 0
	for _, s := range sentences(8, docs...) {
		words := split(s.text)
		for i := 2; i+4 < len(words); i += 2 {
			left := join(words[i : i+2])
			if !slices.ContainsFunc(strings.Fields(left), word.IsNegation) {
				continue
			}
			n++
			text := join(words[:i]) + "… " + join(words[i+2:])
			r := check(t, c, text, docs...)
			told := slices.ContainsFunc(r.Differences, func(x collate.Difference) bool { return x.Concern == word.Negation }) ||
				slices.ContainsFunc(r.Omitted, func(x collate.Omission) bool { return x.Concern == word.Negation })
			if !told {
				t.Errorf("%q without %q: %s %+v", text, left, r.Status, r.Omitted)
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d negations", n)
	}
}

// TestEdges: a quote may begin and end anywhere but inside an amount or a number.
func TestEdges(t *testing.T) {
	d := parse(t, "rates.md", `# Rates

Members get 20% off; the deposit is €45 per boat. The pump lifts 3 m³ or more, at −5 ℃ too, and weighs ≥ 70 kg. See § 12 and article 71b of the code.

A berth holds five to twenty-one boats, for 10–14 days. 押金为一百五十元，退票收取百分之二十。 The crane takes 1,500 kilos, and the heaviest boat that it lifted weighed 12 000 pounds.
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		// The unit or the sign is lost.
		{"Members get 20", "altered | Members get 20% | %→ number"},
		{"Members get 20 off", "altered | Members get 20% off | %→ number"},
		{"20 off", "altered | 20% off | %→ number"},
		{"the deposit is 45 per boat", "altered | the deposit is €45 per boat | €→ number"},
		{"45 per boat", "altered | €45 per boat | €→ number"},
		{"weighs 70 kg", "altered | weighs ≥ 70 kg | ≥→ number"},
		{"70 kg", "altered | ≥ 70 kg | ≥→ number"},
		{"article 71", "altered | article 71b | b→ number"},
		{"article 71 of the code", "altered | article 71b of the code | b→ number"},
		{"at 5 ℃ too", "altered | at −5 ℃ too | −5→5 number"},
		// It is another.
		{"the deposit is $45 per boat", "altered | the deposit is €45 per boat | €→$ number"},
		{"Members get 20‰ off", "altered | Members get 20% off | %→‰ number"},
		// It is spelt out, or set otherwise.
		{"Members get 20 percent off", "altered | Members get 20% off | %→percent"},
		{"the deposit is 45 euros per boat", "altered | the deposit is €45 per boat | €45→45 euros"},
		{"the deposit is 45 euros", "altered | the deposit is €45 | €45→45 euros"},
		{"the deposit is 54 euros per boat", "altered | the deposit is €45 per boat | €45→54 euros number"},
		{"The crane takes kg 1,500 and the heaviest boat that it lifted", "altered | The crane takes 1,500 kilos, and the heaviest boat that it lifted | →kg; kilos→"},
		{"The crane takes §1,500 and the heaviest boat that it lifted", "altered | The crane takes 1,500 kilos, and the heaviest boat that it lifted | 1,500 kilos→§1,500"},
		{"Members get 20 % off", "verbatim | Members get 20% off | white-space"},
		{"the deposit is € 45 per boat", "verbatim | the deposit is €45 per boat | white-space"},
		{"The crane takes 1 500 kilos", "verbatim | The crane takes 1,500 kilos | digit-groups"},
		{"the heaviest boat that it lifted weighed 12,000 pounds", "verbatim | the heaviest boat that it lifted weighed 12 000 pounds | digit-groups"},
		{"takes 1500 kilos", "verbatim | takes 1,500 kilos | digit-groups"},
		{"The crane takes 1 50 kilos, and the heaviest boat", "altered | The crane takes 1,500 kilos, and the heaviest boat | 1,500→1 50 number"},
		// A part of a number is another.
		{"A berth holds five to twenty-two boats, for 10–14 days.", "altered | A berth holds five to twenty-one boats, for 10–14 days. | twenty-one→twenty-two number"},
		{"twenty-two boats, for 10–14 days.", "altered | twenty-one boats, for 10–14 days. | twenty-one→twenty-two number"},
		{"A berth holds five to thirty-one", "altered | A berth holds five to twenty-one | twenty-one→thirty-one number"},
		{"A berth holds five to twenty-one boats, for 10–15 days.", "altered | A berth holds five to twenty-one boats, for 10–14 days. | 10–14→10–15 number"},
		{"押金为一百六十元，退票收取百分之三十。", "altered | 押金为一百五十元，退票收取百分之二十。 | 一百五十→一百六十 number; 二十→三十 number"},
		// A part of a number.
		{"one boats", "altered | twenty-one boats | twenty→ number"},
		{"14 days", "altered | 10–14 days | 10→ number"},
		{"五十元", "altered | 一百五十元 | 一百→ number"},
		{"收取百分之二", "altered | 收取百分之二十 | 十→ number"},
		// Whole ones.
		{"20% off", "verbatim | 20% off"},
		{"twenty-one boats", "verbatim | twenty-one boats"},
		{"holds five", "verbatim | holds five"},
		{"一百五十元", "verbatim | 一百五十元"},
	} {
		if got := summary(check(t, c, tt.text, d)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestPartsOfNumbers: marks inside a number hold it together, in whatever language.
func TestPartsOfNumbers(t *testing.T) {
	d := parse(t, "prices.md", `# Prices

Die Karte kostet 7,50 Euro und gilt 14 Tage. La barrera mide 1,80 metros de alto. The path is 1,5 km long. Members pay 3/4 of the price, on a map of 1:50 scale. See rules 1, 2 and 8: 6 of them are new. 地图比例为1：200，共4，5两张。
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"50 Euro", "altered | 7,50 Euro | 7→ number"},
		{"Die Karte kostet 7", "altered | Die Karte kostet 7,50 | 50→ number"},
		{"80 metros", "altered | 1,80 metros | 1→ number"},
		{"The path is 1", "altered | The path is 1,5 | 5→ number"},
		{"5 km long", "altered | 1,5 km long | 1→ number"},
		{"Members pay 3", "altered | Members pay 3/4 | 4→ number"},
		{"4 of the price", "altered | 3/4 of the price | 3→ number"},
		{"50 scale", "altered | 1:50 scale | 1→ number"},
		{"on a map of 1", "altered | on a map of 1:50 | 50→ number"},
		{"地图比例为1", "altered | 地图比例为1：200 | 200→ number"},
		{"7,50 Euro", "verbatim | 7,50 Euro"},
		{"3/4 of the price", "verbatim | 3/4 of the price"},
		{"See rules 1", "verbatim | See rules 1"},
		{"6 of them", "verbatim | 6 of them"},
		{"共4", "verbatim | 共4"},
	} {
		if got := summary(check(t, c, tt.text, d)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestManners: what people who quote, copy or write for others do to a text is allowed
// for, and a number is the same in digits and in words.
func TestManners(t *testing.T) {
	d := parse(t, "inn.md", `# Inn

The inn is open for twenty-one days, and costs 30 euros. Guests bring (i) a towel, (ii) a lamp and (iii) a rope. Rooms cost 20 euros in May, or 30 euros in June.

Приём идёт до трёх часов. 客栈每年开放两次。客人应当在三十天以内付款，或者在六十天以内付款。 The wharf is open to boats of 5 tons, or to barges of 9 tons of wheat. Quays take boats of 7 metres, or barges of 9 m alone.
`)
	german := parse(t, "verein.md", "# Der Verein\n\nDer Verein hat mehr als 1.000 Mitglieder und besitzt in der Stadt ein Haus mit 25.000 Büchern, das nicht verkauft wird. Die Karte kostet 1.25 Euro.\n")
	c := verify.New(d, german)
	for _, tt := range []struct{ text, want string }{
		{"The inn is open for 21 days, and costs thirty euros.", "altered | The inn is open for twenty-one days, and costs 30 euros. | twenty-one→21; 30→thirty"},
		{"The inn is open for 22 days, and costs 30 euros.", "altered | The inn is open for twenty-one days, and costs 30 euros. | twenty-one→22 number"},
		{"客人应当在30天以内付款", "altered | 客人应当在三十天以内付款 | 三十→30"},
		{"Прием идет до трех часов", "verbatim | Приём идёт до трёх часов | character-forms"},
		{"客棧每年開放兩次", "verbatim | 客栈每年开放两次 | character-forms"},
		{"[T]he inn is open for twenty-one days", "verbatim | The inn is open for twenty-one days"},
		{"[A] towel, (ii) a lamp", "verbatim | a towel, (ii) a lamp | case"},
		{"[t]he inn is open for twenty-one days", "verbatim | The inn is open for twenty-one days | case"},
		{"The inn is open for twenty-one days [3], and costs 30 euros.[12]", "verbatim | The inn is open for twenty-one days, and costs 30 euros. | note-marks"},
		{"The inn is open for twenty-one days¹, and costs 30 euros", "verbatim | The inn is open for twenty-one days, and costs 30 euros | note-marks"},
		{"The wharf is open to boats of 5 tons²", "verbatim | The wharf is open to boats of 5 tons | note-marks"},
		{"Quays take boats of 7 metres, or barges of 9 m² alone", "altered | Quays take boats of 7 metres, or barges of 9 m alone | →² number"},
		{"The inn is open for twenty-one 3 days, and costs 30 euros", "altered | The inn is open for twenty-one days, and costs 30 euros | →3 number"},
		{"Der Verein hat mehr als 1000 Mitglieder und besitzt ein Haus", "altered | Der Verein hat mehr als 1.000 Mitglieder und besitzt in der Stadt ein Haus | digit-groups | in der Stadt→ name"},
		{"Der Verein hat mehr als 1000 Mitglieder und besitzt in der Stadt ein Haus", "verbatim | Der Verein hat mehr als 1.000 Mitglieder und besitzt in der Stadt ein Haus | digit-groups"},
		{"Die Karte kostet 125 Euro", "altered | Die Karte kostet 1.25 Euro | 1.25→125 number"},
		// What is left out are whole clauses.
		{"Rooms cost 20 euros in June.", "altered | Rooms cost 20 euros in May, or 30 euros in June. | May, or 30 euros in→ number"},
		{"The wharf is open to boats of 5 tons of wheat.", "altered | The wharf is open to boats of 5 tons, or to barges of 9 tons of wheat. | or to barges of 9 tons→ number"},
		{"客人应当在六十天以内付款。", "altered | 客人应当在三十天以内付款 | closing-mark | 三十→六十 number"},
	} {
		if got := summary(check(t, c, tt.text)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestQuotationMarks: which ones are used is typography, also where Unicode has them
// among the brackets.
func TestQuotationMarks(t *testing.T) {
	d := parse(t, "club.md", "# Клуб\n\nКлуб называется «Створ» и работает зимой. Der Verein heißt „Zur ‚alten‘ Mühle“ und tagt im Winter. Dues (yearly) are paid in spring.\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"Клуб называется „Створ“ и работает", "verbatim | Клуб называется «Створ» и работает | quotation-marks"},
		{"Der Verein heißt \"Zur 'alten' Mühle\" und tagt", "verbatim | Der Verein heißt „Zur ‚alten‘ Mühle“ und tagt | quotation-marks"},
		{"Der Verein heißt »Zur ›alten‹ Mühle« und tagt", "verbatim | Der Verein heißt „Zur ‚alten‘ Mühle“ und tagt | quotation-marks"},
		{"Dues yearly are paid", "altered | Dues (yearly) are paid | (→; )→"},
	} {
		if got := summary(check(t, c, tt.text, d)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestTables: a table or a list is copied as it is seen, or as its source.
func TestTables(t *testing.T) {
	d := parse(t, "shop.md", "# Shop\n\nWhat a filter costs:\n\n| Filter | Pounds |\n|:---|---:|\n| Small one | 15 |\n| Large one | 25 |\n\nPress a | b to go on.\n\nOil the lock\n* the hinge\n* the bolt\n\nOil the hinge twice.\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"Small one\t25", "absent"},
		{"Press a b to go on", "altered"},
		{"Press a; b to go on", "altered"},
		{"Press a |; b to go on", "altered"},
		{"Oil * the hinge", "altered"},
		{"Oil, the hinge", "altered"},
		{"the lock; * the hinge", "altered"},
		{"Oil the lock the hinge", "verbatim"},
		{"Oil the lock * the hinge * the bolt", "verbatim"},
		{"Small one\t15", "verbatim"},
		{"Small one\n15", "verbatim"},
		{"Small one\t15\nLarge one\t25", "verbatim"},
		{"Filter\tPounds\nSmall one\t15", "verbatim"},
		{"| Small one | 15 |", "verbatim"},
		{"| Small one | 15 |\n| Large one | 25 |", "verbatim"},
		{"| Filter | Pounds |\n| :-- | ---: |\n| Small one | 15 |", "verbatim"},
	} {
		if r := check(t, c, tt.text, d); string(r.Status) != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, summary(r), tt.want)
		}
	}
}

// TestPartsOfAmounts: a minus, the dash of a range, a power and a prime are not lost
// unnoticed, and not missed where they are there.
func TestPartsOfAmounts(t *testing.T) {
	d := parse(t, "cold.md", `# Cold store

Keep it at -20 to 60 degrees. "-8 to 4 degrees" is the rule, where x=-5. It is 10² metres long, holds 3 × 10⁶ seeds, has a 6" pipe of 9' and takes 5-10 litres. 温度为-7℃。

-30 to 40 degrees is fine. Die Straße ist groß und misst viele Maße.

“The members’ fee is 30” is what they said, with the ‘old’ fee at 25. Store it at ‑5 °C today.
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"“The members’ fee is 30”", "verbatim | The members’ fee is 30”"},
		{"“The members’ fee is 30", "verbatim | The members’ fee is 30"},
		{"Store it at 5 °C today", "altered | Store it at ‑5 °C today | ‑5→5 number"},
		{"20 to 60 degrees", "altered | -20 to 60 degrees | -20→20 number"},
		{"Keep it at 20 to 60 degrees", "altered | Keep it at -20 to 60 degrees | -20→20 number"},
		{"where x=5", "altered | where x=-5 | -5→5 number"},
		{"It is 102 metres long, holds", "altered | It is 10² metres long, holds | 10²→102 number"},
		{"holds 3 × 106 seeds", "altered | holds 3 × 10⁶ seeds | 10⁶→106 number"},
		{"has a 6' pipe", "altered | has a 6\" pipe | 6\"→6' number"},
		{"pipe of 9\" and takes", "altered | pipe of 9' and takes | 9'→9\" number"},
		{"takes 5 10 litres", "altered | takes 5-10 litres | 5-10→5 10 number"},
		{"takes 10 litres", "altered | takes 5-10 litres | 5→ number"},
		{"温度为7℃", "altered | 温度为-7℃ | -7→7 number"},
		{"viele Masse", "altered | viele Maße | Maße→Masse"},
		{"-20 to 60 degrees", "verbatim | -20 to 60 degrees"},
		{"“-20 to 60 degrees”", "verbatim | -20 to 60 degrees"},
		{"-8 to 4 degrees", "verbatim | -8 to 4 degrees"},
		{"-30 to 40 degrees is fine", "verbatim | 30 to 40 degrees is fine | dashes"},
		{"where x=−5.", "verbatim | where x=-5. | dashes"},
		{"has a 6″ pipe of 9’", "verbatim | has a 6\" pipe of 9' | quotation-marks"},
		{"takes 5–10 litres", "verbatim | takes 5-10 litres | dashes"},
		{"10² metres", "verbatim | 10² metres"},
		{"温度为−7℃", "verbatim | 温度为-7℃ | dashes"},
		{"DIE STRASSE IST GROSS UND MISST VIELE MASSE", "verbatim | Die Straße ist groß und misst viele Maße | case"},
	} {
		if got := summary(check(t, c, tt.text, d)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
