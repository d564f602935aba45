package text

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "und"},
		{"12 34 §", "und"},
		{"Members pay in January. Dogs on leads. Chair calls meetings.", "en"}, // "in" and "on" are words of Slovenian, too
		{"A rower pays nine crowns a month.", "en"},
		{"(1) Jeder Pächter leistet im Jahr acht Stunden Gemeinschaftsarbeit.", "de"},
		{"The board meets every two months and decides by majority of those present.", "en"},
		{"La junta se reúne cada dos meses y decide por mayoría de los presentes.", "es"},
		{"L'assemblée générale se réunit une fois par an. Elle est convoquée quinze jours à l'avance.", "fr"},
		{"Der Vorstand tritt alle zwei Monate zusammen und entscheidet mit der Mehrheit der Anwesenden.", "de"},
		{"Il consiglio si riunisce ogni due mesi e decide a maggioranza dei presenti.", "it"},
		{"Articolo 1 Ingresso. I bambini entrano gratis. Gli adulti pagano cinque euro per persona.", "it"},
		{"Medlemmer betaler for hvert år. De har adgang til alle rum.", "da"},
		{"ค่าสมาชิกปีละห้าร้อยบาท", "th"},
		{"ສະມາຊິກຈ່າຍຄ່າສະໂມສອນ", "lo"},
		{"សមាជិកបង់ថ្លៃក្លឹប", "km"},
		{"အသင်းဝင်များသည် ကြေးပေးရမည်", "my"},
		{"A assembleia reúne-se uma vez por ano e decide por maioria dos presentes.", "pt"},
		{"De boot is blauw.", "nl"},
		{"Het bestuur komt om de twee maanden bijeen en besluit met een meerderheid van de aanwezigen.", "nl"},
		{"Styrelsen sammanträder varannan månad och beslutar med majoritet av de närvarande.", "sv"},
		{"Zarząd zbiera się co dwa miesiące i decyduje większością głosów obecnych, jeśli nie jest to sprzeczne z prawem.", "pl"},
		{"Yönetim kurulu iki ayda bir toplanır ve hazır bulunanların çoğunluğu ile karar verir.", "tr"},
		{"Правление собирается раз в два месяца и решает большинством голосов.", "ru"},
		{"Правління збирається раз на два місяці і вирішує більшістю голосів.", "uk"},
		{"理事会每两个月召开一次会议，以多数票作出决定。", "zh"},
		{"利用料金は月額500円です。支払いは毎月25日までに行います。", "ja"},
		{"연회비는 삼만 원이며 3월 말까지 납부한다.", "ko"},
		{"رسم الاشتراك السنوي ثلاثون ديناراً ويدفع قبل نهاية مارس.", "ar"},
		{"شورا هر دو ماه یک بار تشکیل جلسه می\u200cدهد و گزارش را چاپ می\u200cکند.", "fa"},
		{norm.NFD.String("Mỗi thuyền trả mười đồng mỗi tháng. Không ai được bơi vào ban đêm."), "vi"},
		{"Mỗi thuyền trả mười đồng mỗi tháng. Không ai được bơi vào ban đêm.", "vi"},
		{"The ferryman Nguyễn pays no fee, and nobody swims in the harbour by night without him.", "en"},
		{"ყოველი ნავი იხდის ათ ლარს.", "ka"},
		{"Յուրաքանչյուր նավակ վճարում է տասը դրամ։", "hy"},
		{"वार्षिक शुल्क तीन सौ रुपये है।", "hi"},
		{"Η γενική συνέλευση συνέρχεται μία φορά το έτος.", "el"},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("%q is in %s, want %s", c.text, got, c.want)
		}
	}
}

// TestVietnamese: a dot below vowels does not tell.
func TestVietnamese(t *testing.T) {
	for _, other := range []string{
		"Gbogbo ọmọ ẹgbẹ́ ni ẹ̀tọ́ láti lo ọkọ̀ ojú omi. Kò sí ẹni tó gbọ́dọ̀ wẹ̀ ní alẹ́.", // Yoruba
		"Ụgbọ mmiri niile bụ acha anụnụ anụnụ. Ọ dịghị onye ga-egwu mmiri n'abalị.",         // Igbo
	} {
		if vietnamese(other) || Detect(other) == "vi" {
			t.Errorf("%q is taken for Vietnamese", other)
		}
	}
}
