package heading

import (
	"testing"
)

// TestFindMark has what is no heading first.
func TestFindMark(t *testing.T) {
	for _, c := range []struct{ line, style, label, rest string }{
		{"", "", "", ""},
		{"#hashtag", "", "", ""},
		{"####### seven", "", "", ""},
		{"1.5 million people", "", "", ""},
		{"3 apples", "", "", ""},
		{"2024-02-28", "", "", ""},
		{"99999999999999999999. Big", "", "", ""},
		{"Article 5 of the Treaty applies", "", "", ""},
		{"Article 5, paragraph 2", "", "", ""},
		{"Section of the wall", "", "", ""},
		{"Part of it", "", "", ""},
		{"Mr. Smith", "", "", ""},
		{"(see below)", "", "", ""},
		{"第一次会议", "", "", ""},
		{"一个人", "", "", ""},
		{"(", "", "", ""},
		{"§4.2(4) applies", "", "", ""},
		{"Section 5(1) applies", "", "", ""},
		{"12.03.2024 was a day", "", "", ""},
		{"Seconds: 5", "", "", ""},
		{"Chapter 5:15", "", "", ""},
		{"ACT No. 22 OF 1963", "", "", ""},
		{"Artículo No", "", "", ""},
		{"ARTICULO No 7", "article", "ARTICULO No 7", ""},
		{"Article No. 7: Fees", "article", "Article No. 7", "Fees"},
		{"Section 6.3).", "", "", ""},
		{"Section 6) Fees", "section", "Section 6", "Fees"},
		{"Cha. 5 is long", "", "", ""},
		{"Arch. 5. Vaults", "", "", ""},
		{"cap. 5. Vaults", "", "", ""},
		{"Chapter the last", "", "", ""},
		{"PARTI SOCIALISTE", "", "", ""},
		{"CHAPTERIIII", "", "", ""},
		{"CHAPTERED", "", "", ""},
		{"ChapterII – Fees", "", "", ""},
		{"CAPÍTULOIII– LA PESCA", "chapter", "CAPÍTULOIII", "LA PESCA"}, // the space is lost
		{"CHAPTERIV", "chapter", "CHAPTERIV", ""},
		{"Chapter the first of many", "", "", ""},
		{"Titre Ivre", "", "", ""},
		{"Disposición transitoria de los faros", "", "", ""},
		{"Disposición transitoria primera de la Ley", "", "", ""},
		{"Disposición transitoria primera, apartado 2", "", "", ""},
		{"Final provision", "", "", ""},
		{"Disposición transitoria primera. Licencias", "transitional-provision", "Disposición transitoria primera", "Licencias"},
		{"DISPOSICIÓN ADICIONAL VIGÉSIMA PRIMERA", "additional-provision", "DISPOSICIÓN ADICIONAL VIGÉSIMA PRIMERA", ""},
		{"Disposición final única. Entrada en vigor.", "final-provision", "Disposición final única", "Entrada en vigor."},
		{"Disposition transitoire deuxième", "transitional-provision", "Disposition transitoire deuxième", ""},
		{"Disposizione transitoria prima. Licenze", "transitional-provision", "Disposizione transitoria prima", "Licenze"},
		{"Disposição transitória segunda", "transitional-provision", "Disposição transitória segunda", ""},
		{"Zweite Übergangsbestimmung: Wachen", "transitional-provision", "Zweite Übergangsbestimmung", "Wachen"},
		{"Second transitional provision: Shifts", "transitional-provision", "Second transitional provision", "Shifts"},
		{"Transitional provision 2. Shifts", "transitional-provision", "Transitional provision 2", "Shifts"},
		{"REGULATION ON", "", "", ""},
		{"Part to", "", "", ""},
		{"Chapter 4\ndebian files", "chapter", "Chapter 4", "debian files"}, // a heading in two lines
		{"Hoofdstuk Een", "chapter", "Hoofdstuk Een", ""},
		{"Chapitre deux. Le phare", "chapter", "Chapitre deux", "Le phare"},
		{"2.2 25 years and older", "1.1", "2.2", "25 years and older"},
		{"2.2 25 7 18 m", "", "", ""},
		{"PAR. 2.  STALLS.", "paragraph", "PAR. 2", "STALLS."},
		{"Kap. 3. Boote", "chapter", "Kap. 3", "Boote"},
		{"CAP. II. DE LAS HORAS", "chapter", "CAP. II", "DE LAS HORAS"},
		{"Прил. 2. Лодки", "annex", "Прил. 2", "Лодки"},
		{"Ch. 2. Boats", "chapter", "Ch. 2", "Boats"},
		{"Abs. 2. Boote", "paragraph", "Abs. 2", "Boote"},
		{"Chapter the Second", "chapter", "Chapter the Second", ""},
		{"CHAPTER THE THIRD. The Flood", "chapter", "CHAPTER THE THIRD", "The Flood"},
		{"Titre Ier. Des eaux", "division", "Titre Ier", "Des eaux"},
		{"Chapitre IIe - Des puits", "chapter", "Chapitre IIe", "Des puits"},
		{"5.2 3D-Printers", "1.1", "5.2", "3D-Printers"},
		{"5 § of the Act applies", "", "", ""},
		{"Article IV.B.3: Clauses added", "", "", ""},
		{"Article VI.J: Clauses 2 and 3 inserted", "", "", ""},
		{"Article 5.B. Words", "", "", ""},
		{"Artigo 1o A sede", "article", "Artigo 1o", "A sede"},
		{"Article 5.Fees", "article", "Article 5", "Fees"},
		{"3장에서 설명한다", "", "", ""},
		{"2 §", "section", "2 §", ""},
		{"2 a § Kotipaikka", "section", "2 a §", "Kotipaikka"},
		{"3장. 배", "chapter", "3장", "배"},
		{"第 2 章 船", "chapter", "第 2 章", "船"},
		{"II. fejezet", "chapter", "II. fejezet", ""},
		{"Κεφάλαιο 2. Τα σκάφη", "chapter", "Κεφάλαιο 2", "Τα σκάφη"},
		{"Článek 3 Lodě", "article", "Článek 3", "Lodě"},
		{"Pasal 4", "article", "Pasal 4", ""},
		{"SEC. 2.1.  MUSIC.", "section", "SEC. 2.1", "MUSIC."},
		{"Art. 5. Fees", "article", "Art. 5", "Fees"},
		{"101.1a It may not jump.", "1.1a", "101.1a", "It may not jump."},
		{"5a. Boats", "1.", "5a", "Boats"},
		{"3A Closure", "1 ", "3A", "Closure"},
		{"2.1 802.11 Networks", "1.1", "2.1", "802.11 Networks"},
		{"4. 24-hour service", "1.", "4", "24-hour service"},
		{"1.ª Para los socios.", "1ª", "1.ª", "Para los socios."},
		{"A.1 Apples", "1.1", "A.1", "Apples"},
		{"IV.1.2 - Fees", "1.1.1", "IV.1.2", "Fees"},
		{"NO.1 Fees", "", "", ""},
		{"Vi.1 Fees", "", "", ""},
		{"IV", "I.", "IV", ""},
		{"Article 71 B. Renewal", "article", "Article 71 B", "Renewal"},
		{"Artículo 16- A.- Pagos", "article", "Artículo 16- A", "Pagos"},
		{"Article 16- A lease is", "article", "Article 16", "A lease is"},
		{"Article 71 A lease is", "article", "Article 71", "A lease is"},
		{"Artículo 12 bis. Cuota", "article", "Artículo 12 bis", "Cuota"},
		{"Article 1er - Nom", "article", "Article 1er", "Nom"},
		{"Article premier", "article", "Article premier", ""},
		{"Part IIIA Fees", "part", "Part IIIA", "Fees"},
		{"Art. 1-bis - Durata", "article", "Art. 1-bis", "Durata"},
		{"Art. 2 ter. Sede", "article", "Art. 2 ter", "Sede"},
		{"Art. 3º-A O sócio paga", "article", "Art. 3º-A", "O sócio paga"},
		{"Artigo 12.º Quotas", "article", "Artigo 12.º", "Quotas"},
		{"Artigo 12.º-A Quotas", "article", "Artigo 12.º-A", "Quotas"},
		{"Sec. 9-2.1.  Permits.", "section", "Sec. 9-2.1", "Permits."},
		{"§ 12-3-4 Noise", "§", "§ 12-3-4", "Noise"},
		{"Section 4.2-1 Noise", "section", "Section 4.2-1", "Noise"},
		{"Art. 5-A-1. Noise", "article", "Art. 5-A-1", "Noise"},
		{"1.) Ruhezeiten", "1.)", "1", "Ruhezeiten"},
		{"1.- Objeto", "1.-", "1", "Objeto"},
		{"1º Objeto", "1ª", "1º", "Objeto"},
		{"1.º Objeto", "1ª", "1.º", "Objeto"},
		{"2do. Objeto", "1st", "2do", "Objeto"},
		{"1st. Opening hours.", "1st", "1st", "Opening hours."},
		{"2nd) Tickets", "1st", "2nd", "Tickets"},
		{"2nd bis. Lost tickets", "1st", "2nd bis", "Lost tickets"},
		{"25° in the shade", "", "", ""},
		{"23 February 2024.", "", "", ""},
		{"1 - 2 hours", "", "", ""},
		{"Article (a) of the law", "", "", ""},
		{"Last of the rules. We begin", "", "", ""},
		{"First, we begin", "", "", ""},
		{"first. We begin", "", "", ""},
		{"2 parts of water", "", "", ""},
		{"4[ohms] in a row", "", "", ""},
		{"1 - Scope", "", "", ""},
		{"Second hand boots: five pounds", "", "", ""},
		{"Article I. 12 Brothers", "article", "Article I", "12 Brothers"},
		{"1 book", "", "", ""},
		{"1 - A biblioteca abre às 10 horas.", "1-", "1", "A biblioteca abre às 10 horas."},
		{"Article L. 211-2-1", "article", "Article L. 211-2-1", ""},
		{"Article R123-4 Des puits", "article", "Article R123-4", "Des puits"},
		{"Annex A1 Boats", "", "", ""},
		{"פרק א: כללי", "chapter", "פרק א", "כללי"},
		{"1 — A biblioteca abre às 10 horas.", "1-", "1", "A biblioteca abre às 10 horas."},
		{"TÍTULO PRELIMINAR", "division", "TÍTULO PRELIMINAR", ""},
		{"ARTÍCULO 2o Bis.- Los panteones", "article", "ARTÍCULO 2o Bis", "Los panteones"},
		{"PRIMERO.- Esta Ley", "Nth", "PRIMERO", "Esta Ley"},
		{"Décima primera. Plazo", "Nth", "Décima primera", "Plazo"},
		{"Zweitens: die Gebühr", "", "", ""},
		{"Second: the fee", "Nth", "Second", "the fee"},
		{"مادة (3): لا يجوز", "article", "مادة (3)", "لا يجوز"},
		{"مادة (3) مكرراً: يستثنى", "article", "مادة (3) مكرراً", "يستثنى"},
		{"المادة الرابعة مكرر", "article", "المادة الرابعة مكرر", ""},
		{"ΚΕΦΑΛΑΙΟ Β΄", "chapter", "ΚΕΦΑΛΑΙΟ Β΄", ""},
		{"2 kap. Skötsel", "chapter", "2 kap", "Skötsel"},
		{"2 luku", "chapter", "2 luku", ""},
		{"== Boats", "#2", "", "Boats"},
		{"== §2 Boats", "#2", "§2", "Boats"},
		{"==Boats", "", "", ""},
		{"= 2. Boats", "#1", "2", "Boats"},
		{"= 100 %", "", "", ""},
		{"= 50 EUR", "", "", ""},
		{"=====", "", "", ""},
		{"Article 5¹ Boats", "article", "Article 5", "Boats"},
		{"Article 5¹ of the act", "", "", ""},
		{"5¹ straipsnis. Valtys", "article", "5¹ straipsnis", "Valtys"},
		{"2 luku Jäsenet", "chapter", "2 luku", "Jäsenet"},
		{"2 a luku Veneet", "chapter", "2 a luku", "Veneet"},
		{"I LUKU YLEISET MÄÄRÄYKSET", "chapter", "I LUKU", "YLEISET MÄÄRÄYKSET"},
		{"II luku", "chapter", "II luku", ""},
		{"3. kapitel Medlemmer", "chapter", "3. kapitel", "Medlemmer"},
		{"3. KAPITEL MEDLEMMER", "chapter", "3. KAPITEL", "MEDLEMMER"},
		{"2. cikk A tagok évente fizetnek.", "article", "2. cikk", "A tagok évente fizetnek."},
		{"3/A. cikk A csónakok", "article", "3/A. cikk", "A csónakok"},
		{"5a. kapitel Både", "chapter", "5a. kapitel", "Både"},
		{"2. peatükk. Liikmed", "chapter", "2. peatükk", "Liikmed"},
		{"1 kapitlet", "", "", ""},
		{"2. kapitel handler om både", "1.", "2", "kapitel handler om både"},
		{"2. Abschnitt Boote", "1.", "2", "Abschnitt Boote"},
		{"2 cikk A tagok évente fizetnek.", "", "", ""},
		{"I del 2 finns både", "", "", ""},
		{"C kapitel", "", "", ""},
		{"I part", "", "", ""},
		{"3. § A rendelet", "section", "3. §", "A rendelet"},
		{"3/A. § A termelő", "section", "3/A. §", "A termelő"},
		{"MADDE 4/A – Kışın", "article", "MADDE 4/A", "Kışın"},
		{"Art. 3a[2] Nachprüfung", "article", "Art. 3a", "Nachprüfung"},
		{"3[4A. Lease of ferries", "1.", "4A", "Lease of ferries"},
		{"1. - Scope", "1.", "1", "Scope"},
		{"IV - promover a vela;", "I-", "IV", "promover a vela;"},
		{"III – Os remos", "I-", "III", "Os remos"},
		{"I-beams carry it", "", "", ""},
		{"一", "", "", ""},
		{"二 新聞", "一 ", "二", "新聞"},
		{"1st floor", "", "", ""},
		{"2nd Street is closed", "", "", ""},
		{"10-15 minutes", "", "", ""},
		{"Section 2.2-A. Late fees", "section", "Section 2.2-A", "Late fees"},
		{"제2조의3 회비", "article", "제2조의3", "회비"},
		{"第2条の2 料金", "article", "第2条の2", "料金"},
		{"المادة ٢ الاشتراك", "article", "المادة ٢", "الاشتراك"},
		{"अनुच्छेद 4 शुल्क", "article", "अनुच्छेद 4", "शुल्क"},
		{"Erster Abschnitt", "division", "Erster Abschnitt", ""},
		{"2. Abschnitt", "division", "2. Abschnitt", ""},
		{"Primera parte", "part", "Primera parte", ""},
		{"الباب الثاني: الإعارة", "division", "الباب الثاني", "الإعارة"},
		{"Chapitre deuxième. Des prêts", "chapter", "Chapitre deuxième", "Des prêts"},
		{"Capítulo terceiro - Taxas", "chapter", "Capítulo terceiro", "Taxas"},
		{"FIRST PART: ADMISSION", "part", "FIRST PART", "ADMISSION"},
		{"Second Part. Of the water", "part", "Second Part", "Of the water"},
		{"Erster Abschnitt – Allgemeines", "division", "Erster Abschnitt", "Allgemeines"},
		{"2. Abschnitt: Allgemeine Vorschriften", "division", "2. Abschnitt", "Allgemeine Vorschriften"},
		{"2. Title Insurance", "1.", "2", "Title Insurance"},
		{"1. Title", "1.", "1", "Title"},
		{"EERSTE HOOFDSTUK", "chapter", "EERSTE HOOFDSTUK", ""},
		{"Première partie : Les prêts", "part", "Première partie", "Les prêts"},
		{"II. rész. A tagok", "part", "II. rész", "A tagok"},
		{"ΠΡΩΤΟ ΚΕΦΑΛΑΙΟ", "chapter", "ΠΡΩΤΟ ΚΕΦΑΛΑΙΟ", ""},
		{"Первая часть. Общие положения", "part", "Первая часть", "Общие положения"},
		{"First part of the work", "", "", ""},
		{"Second chapter, which is long", "", "", ""},
		{"CAPITULO II - DOS SOCIOS", "chapter", "CAPITULO II", "DOS SOCIOS"},
		{"ARTICULO 3o. De la cuota", "article", "ARTICULO 3o", "De la cuota"},
		{"ΑΡΘΡΟ 4", "article", "ΑΡΘΡΟ 4", ""},
		{"DISPOSICION SEXTA", "", "", ""},
		{"First things", "", "", ""},
		{"附件一：船只", "annex", "附件一", "船只"},
		{"附錄二", "annex", "附錄二", ""},
		{"第二章：渡船", "chapter", "第二章", "渡船"},
		{"1 Who may row? And when?", "1 ", "1", "Who may row? And when?"},
		{"1 We row in May. And you?!", "", "", ""},
		{"Amendment 14", "amendment", "Amendment 14", ""},
		{"Subpart B—Fees", "subpart", "Subpart B", "Fees"},
		{"1. Scope", "1.", "1", "Scope"},
		{"1.Scope", "1.", "1", "Scope"},
		{"1) Scope", "1)", "1", "Scope"},
		{"1、范围", "1、", "1", "范围"},
		{"1 Scope", "1 ", "1", "Scope"},
		{"1.2.3 Scope", "1.1.1", "1.2.3", "Scope"},
		{"1.2. scope", "1.1", "1.2", "scope"},
		{"(a) one", "(a)", "(a)", "one"},
		{"(12) one", "(1)", "(12)", "one"},
		{"（三）责任", "(一)", "（三）", "责任"},
		{"б) два", "а)", "б)", "два"},
		{"B. Bees", "A.", "B.", "Bees"},
		{"IV. Four", "I.", "IV.", "Four"},
		{"Article 5", "article", "Article 5", ""},
		{"ARTICLE 5a — Scope", "article", "ARTICLE 5a", "Scope"},
		{"Chapter II. Rules", "chapter", "Chapter II", "Rules"},
		{"PART ONE", "part", "PART ONE", ""},
		{"Chapter Twenty-One: Home", "chapter", "Chapter Twenty-One", "Home"},
		{"Annex C", "annex", "Annex C", ""},
		{"§ 3 Begriffe", "§", "§ 3", "Begriffe"},
		{"§3", "§", "§3", ""},
		{"Статья 12.1. Права", "article", "Статья 12.1", "Права"},
		{"ARTICLE VIll – Amendment", "article", "ARTICLE VIll", "Amendment"},
		{"Глава5. Органы", "chapter", "Глава5", "Органы"},
		{"Artículo 5º.- Objeto", "article", "Artículo 5º", "Objeto"},
		{"CAPÍTULO PRIMERO", "chapter", "CAPÍTULO PRIMERO", ""},
		{"Часть первая", "part", "Часть первая", ""},
		{"第二十三条　为了", "article", "第二十三条", "为了"},
		{"第五条之一 为了", "article", "第五条之一", "为了"},
		{"第三部分 总结", "part", "第三部分", "总结"},
		{"十二、保障", "一、", "十二", "保障"},
		{"## Usage", "#2", "", "Usage"},
		{"## 3. Usage", "#2", "3", "Usage"},
		{"# Article 5: Scope", "#1", "Article 5", "Scope"},
	} {
		m, ok := Read(c.line)
		if ok != (c.style != "") {
			t.Errorf("%q: a mark is %v: %+v", c.line, ok, m)
			continue
		}
		if ok && (m.Style != c.style || m.Label != c.label || c.line[m.Rest:] != c.rest) {
			t.Errorf("%q: style %q, label %q, rest %q", c.line, m.Style, m.Label, c.line[m.Rest:])
		}
	}
}

func TestParagraph(t *testing.T) {
	for _, c := range []struct{ line, label, rest string }{
		{"", "", ""},
		{"1", "", ""},
		{"1 a", "", ""},
		{"1 gull on the line.", "", ""},
		{"1.5 Litres", "", ""},
		{"0      Some line matched.", "", ""},
		{"2      An error occurred.", "", ""},
		{"1 This Act may be cited as the Ferries Act.", "1", "This Act may be cited as the Ferries Act."},
		{"3 (1) Syrup shall bear a grade.", "3", "(1) Syrup shall bear a grade."},
		{"2A The fee is paid.", "2A", "The fee is paid."},
		{"1bis Diese meldet jede Störung.", "1bis", "Diese meldet jede Störung."},
	} {
		m, ok := Paragraph(c.line)
		if ok != (c.label != "") || ok && (m.Label != c.label || c.line[m.Rest:] != c.rest) {
			t.Errorf("%q: %v, label %q, rest %q", c.line, ok, m.Label, c.line[m.Rest:])
		}
	}
}

// TestDesignations has what the number of a heading says, as printed and in normal
// form.
func TestDesignations(t *testing.T) {
	for _, c := range []struct{ line, printed, normal string }{
		{"Text", "", ""},
		{"4. Four", "4", "4"},
		{"IV. Four", "IV", "4"},
		{"D. Fines", "D", "d"},
		{"(ii) two", "ii", "2"},
		{"б) два", "б", "б"},
		{"（三）责任", "三", "3"},
		{"4.2.1 Scope", "4.2.1", "4.2.1"},
		{"101.1a It", "101.1a", "101.1a"},
		{"B.2 Pears", "B.2", "b.2"},
		{"Article 71B", "71B", "71b"},
		{"Article 71 B.", "71 B", "71b"},
		{"Article 12 bis", "12 bis", "12-2"},
		{"Article 104.3a", "104.3a", "104.3a"},
		{"Article 12-1", "12-1", "12-1"},
		{"Chapter Twenty-One", "Twenty-One", "21"},
		{"Chapter Twenty First", "Twenty First", "21"},
		{"Chapter Twenty First: Aid", "Twenty First", "21"},
		{"Chapter Twenty First Aid", "Twenty", "20"},
		{"DISPOSICIÓN ADICIONAL VIGÉSIMA PRIMERA (derogada)", "VIGÉSIMA PRIMERA", "21"},
		{"Annex II", "II", "2"},
		{"Annex C", "C", "c"},
		{"Disposición adicional vigésima primera", "vigésima primera", "21"},
		{"Disposición final única", "única", "1"},
		{"Part IVA", "IVA", "4a"},
		{"Artículo 5º", "5º", "5"},
		{"Статья 5.1", "5.1", "5.1"},
		{"第七条", "七", "7"},
		{"第二十条之一", "二十条之一", "20-1"},
		{"제2조의3", "2조의3", "2-3"},
		{"المادة ٢", "٢", "2"},
		{"المادة الثامنة", "الثامنة", "8"},
		{"Zweites Hauptstück", "Zweites", "2"},
		{"Fünfter Abschnitt", "Fünfter", "5"},
		{"## 3. Usage", "3", "3"},
	} {
		m, _ := Read(c.line)
		if d := m.Designation; d.Printed != c.printed || d.Normal != c.normal {
			t.Errorf("%q: %q, %q, want %q, %q", c.line, d.Printed, d.Normal, c.printed, c.normal)
		}
	}
}

// TestLabelled reads numbers that the format knows.
func TestLabelled(t *testing.T) {
	for _, c := range []struct {
		line         string
		label        int
		normal, rest string
	}{
		{"Boats are free", 0, "", ""},
		{"IV Boats", len("IV"), "4", "Boats"},
		{"A Boats", len("A"), "a", "Boats"},
		{"3 boats are free", len("3"), "3", "boats are free"},
		{"6.2(c)(ii)  Boats", len("6.2(c)(ii)"), "2", "Boats"},
		{"Article 5\tBoats", len("Article 5"), "5", "Boats"},
		{"1.2. of boats", len("1.2."), "1.2", "of boats"},
	} {
		m, ok := Labelled(c.line, c.label)
		if m.Designation.Normal != c.normal || ok && c.line[m.Rest:] != c.rest {
			t.Errorf("%q: %q, rest %q", c.line, m.Designation.Normal, c.line[m.Rest:])
		}
	}
}

// FuzzRead checks that nothing panics and that the words after a mark are a
// part of the line.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "#", "(", "第", "第一条之", "§", "1.", "1.2.", "（一）", "Article 5a — Scope", "Annex C", "б) два", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		m, ok := Read(line)
		if !ok {
			return
		}
		if m.Rest < 0 || m.Rest > len(line) || m.Style == "" || m.Number < 0 {
			t.Errorf("%q: %+v", line, m)
		}
		if m.Alt != nil && m.Alt.Rest != m.Rest {
			t.Errorf("%q: two readings of different length: %+v, %+v", line, m, *m.Alt)
		}
	})
}
