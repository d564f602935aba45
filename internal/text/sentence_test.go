package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// split shows sentences with bars between them.
func split(s string) string {
	var out []string
	for _, t := range Sentences(s, 0) {
		out = append(out, s[t[0]:t[1]])
	}
	return strings.Join(out, "|")
}

// TestSentences gives texts with a bar where a sentence ends.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"",
		".",
		"...",
		"No stop at all",
		// Georgian, whose sentences begin with small letters
		"დიახ! |ნავი იხდის ათ ლარს. |ნავი № 3 არ იხდის. |ვინ? |მენავე.",
		// Slovak, Ukrainian, Bulgarian, Croatian and Slovenian
		"Platí sa do 31. marca. |Podľa čl. 4 ods. 2 sa platí pokuta, napr. Pokuta za kľúč.",
		"Сплачується до 31 березня 2024 р. |Див. ст. 4 ч. 2 цього статуту.",
		"Плаща се до 31 март, вж. чл. 4, ал. 2. |Глобата е 10 лв. |Не се връща.",
		"Plaća se do 31. ožujka. |Skupština je 15. travnja, npr. u domu. |Vidi članak 4. stavak 2.",
		"Plača se do 31. marca. |Glej čl. 4, odst. 2.",
		// English
		"One. |Two! |Three?",
		"See Art. 5 and No. 12, p. 3. |Then go on.",
		"Is it so? |No. |It is not.",
		"He met Dr. Smith, e.g. in the U.S. Army, at 10.30 a.m. and left. |She stayed.",
		"J. R. Smith & Sons Ltd. was sold. |The fee is 3.50 a day.",
		"Pens, ink, etc. |Paper is extra. |Pens, etc. are free.",
		"He said \"Stop.\" |Then he left. |\"Why?\" he asked.",
		"It ends (here.) |Next.",
		"Wait... what? |Oh… |Well.",
		"Truly?! |Yes.",
		"what for, and for whom.\" problem. |Next one.",
		"engrave discipline in their hearts. |internalize it.",
		"1. The first point. |It goes on.",
		"It was 2024. |Then came 2025.",
		"good things., Do practical things.",
		// a stop without white space after it
		"improve the learning system.|Establish a class.",
		"the \"first issue\" system.|Party committees meet.",
		"see https://example.org/Docs.Html for more.",
		"use `strings.Builder` here.",
		// Chinese
		"第一句。|第二句！|第三句？",
		"他说：“好。”|然后走了。",
		"每月一次；|每年两次。",
		"（见第三条。）|完。",
		// Russian
		"Это ст. 5, т.е. закон. |А это стр. 3 и п. 2.",
		"А. С. Пушкин родился в 1799 г. в Москве. |Он писал стихи и т.д. |Потом он уехал.",
		"«Хватит!» |Все ушли. |«Зачем?» — спросил он.",
		// German
		"Die Gebühr ist gem. Abs. 3 bis zum 29. Juli zu zahlen. |Sie ist ggf. bis zum 31. März zu zahlen.",
		"Wer nach dem 29. Juli zahlt, zahlt einen Zuschlag i. H. v. fünf Euro, d. h. mehr. |Der Sitz ist Bahnhofstr. 3, Ende am 31. Dez. 2030.",
		"Give it to Dr. J. Smith Jr. of Messrs. Doe et al. before noon. |We went to bed. |Then we left in 2024.",
		"Opłatę wnosi się do 1. lipca, zgodnie z art. 5 ust. 2 pkt 3. |Siedzibą jest m. Kraków, ul. Wodna 3.",
		"Betaal vóór 1. juli volgens art. 5, bijv. in de kas. |De zaal is open.",
		"They hold for lamps.[1] |They do not hold for candles.[2][13] |See [4] below.",
		"Das Mehl wird gewogen.¹ |Kleie wird nicht gewogen.¹² |Es sind 3 m². |Ende.",
		// the North
		"Avgiften betalas den 31. Mars, enl. 4 kap. 2 §, t.ex. kontant. |Den är 400 kr. |Ingen betalar mer.",
		"Kontingentet betales inden 31. Marts, jf. § 4, stk. 2 og nr. 3. |Det er 300 kr. |Ingen betaler mere.",
		"Maksu on suoritettava 31. Maaliskuuta mennessä, esim. 4 §:n 2 mom. 3 kohdan mukaan jne. |Muut eivät maksa.",
		"Am 2. Abschnitt ändert sich nichts, vgl. Art. 5 Abs. 2 Nr. 3. |Das war 2024. |Dann kam Nr. 5.",
		// numbers
		"The fee is due on 1. July at 10 a.m. on the day. |See Reg. No. 45/2001 for more.",
		// other scripts
		"शुल्क देय है। |सदस्य भुगतान करता है।",
		"ما هو الاشتراك؟ |الاشتراك مئة.",
		"料金は500円です。|退会できます。",
		// Spanish
		"El Sr. Gómez vive en la pág. 3. |¿Quién es? |¡Nadie! |Fin.",
		"Véase el art. 5, núm. 2. |EE.UU. es grande.",
		// a short word before one in lower case is short for another
		"Les membres, p. ex. les invités, lisent l'art. 12 du règl. n° 45/2001. |Ils le signent.",
		"Los socios de EE. UU. lo reciben, p. ej. por correo. |Se paga en la Avda. Colón, pta. 3.ª.",
		"I soci pagano, cfr. art. 3. |Poi entrano.",
		"De leden, incl. gasten, betalen. |De zaal is open.",
		"Os sócios, incl. os novos, pagam. |Fim.",
		"Medlemmar, inkl. gäster, betalar enl. stadgan. |Slut.",
		"Клуб находится в г. Омске, ул. Ленина, д. 5. |Он открыт с 1990 г. |Вход свободный.",
		"we pay the fee. |then we row.", // no capitals here
		"She likes it. |He does not.",
	} {
		s := strings.ReplaceAll(want, "|", "")
		if got := split(s); got != strings.ReplaceAll(want, " |", "|") {
			t.Errorf("%q:\n got %q", want, got)
		}
	}
}

// TestLongSentences cuts what is too long to quote at its semicolons.
func TestLongSentences(t *testing.T) {
	clause := strings.Repeat("word ", 60) + "end"
	got := Sentences(clause+"; "+clause+"; "+clause+".", 0)
	if len(got) != 3 || got[0][1] != len(clause)+1 {
		t.Errorf("%v", got)
	}
	if got := Sentences(clause+"; short.", 0); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

func TestSentencesBase(t *testing.T) {
	got := Sentences("  One. Two. ", 100)
	if len(got) != 2 || got[0] != [2]int{102, 106} || got[1] != [2]int{107, 111} {
		t.Error(got)
	}
}

// FuzzSentences checks that sentences are ordered, start and end on runes, and
// leave out nothing but white space.
func FuzzSentences(f *testing.F) {
	for _, s := range []string{"", "One. Two.", "a.B", "。", "…\"”", "e.g.", ".. . .", "第一句。第二句", "\xff. \xff.", "the system.Party x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, x := range Sentences(s, 0) {
			if x[0] < at || x[1] <= x[0] || x[1] > len(s) {
				t.Fatalf("%q: %v after %d", s, x, at)
			}
			if strings.TrimSpace(s[at:x[0]]) != "" {
				t.Errorf("%q left out", s[at:x[0]])
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[x[0]:x[1]]) {
				t.Errorf("%q cuts a rune", s[x[0]:x[1]])
			}
			at = x[1]
		}
		if strings.TrimSpace(s[at:]) != "" {
			t.Errorf("%q left out at the end", s[at:])
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	s := strings.Repeat("Party committees meet, e.g. in Art. 5, every year. They report (in writing) to the U.S. office. ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Sentences(s, 0)
	}
}
