package outline

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/outlinetest"
)

// source makes a source of blocks written one a line: kind, level, page and anchor
// before a bar, the text after it. "p|Text", "h1 @top|Title", "i2|Point", "r|a · b";
// "i1 =|1. Point" where the format tells the number, "p !|Fees" for bold type, "p <Fees|Fees
// are due." for bold type that text follows.
func source(lines ...string) *block.Source {
	kinds := map[byte]block.Kind{'h': block.Heading, 'p': block.Paragraph, 'i': block.Item, 'r': block.Row, 'R': block.Row,
		'c': block.Code, 'n': block.Note, 't': block.Text}
	s := &block.Source{}
	page := 0
	for _, line := range lines {
		mark, words, _ := strings.Cut(line, "|")
		b := block.Block{Kind: kinds[mark[0]], Header: mark[0] == 'R'}
		for f := range strings.FieldsSeq(mark[1:]) {
			switch f[0] {
			case '@':
				b.Anchor = f[1:]
			case '=':
				b.Label.End = strings.IndexByte(words, ' ')
			case '+':
				page++
			case '!':
				b.Strong = true
			case '<':
				b.RunIn.End = strings.Index(words, f[1:]) + len(f) - 1
			default:
				b.Level = int(f[0] - '0')
			}
		}
		b.Page = page
		if s.Text != "" {
			s.Text += "\n\n"
		}
		b.Span = document.Span{Start: len(s.Text), End: len(s.Text) + len(words)}
		if !b.RunIn.Empty() {
			b.RunIn = document.Span{Start: len(s.Text), End: len(s.Text) + b.RunIn.End}
		}
		if !b.Label.Empty() {
			b.Label.Start, b.Label.End = len(s.Text), len(s.Text)+b.Label.End
		}
		s.Text += words
		s.Blocks = append(s.Blocks, b)
	}
	return s
}

// TestBlocks takes the structure that a format gives and infers what it does not.
func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		file   string
		source *block.Source
	}{
		{"strong", source("h1|The yard", "p|Welcome.", "p !|May I sleep on board?", "p|For one night.", "p !|Who has the key?", "p|Tom has it.", "h2|Boats", "p !|Sails", "p|They are dried.",
			"p !|Important", "p !|Read this", "p|Or not.", "p !|Do not run.", "p|It is wet.")},
		{"strong-articles", source("p|Rules of the yard", "p !|Fees", "p|Article 1. Ten.", "p|Article 2. Due in May.", "p !|Keys", "p|Article 3. Tom has them.", "p|Article 4. None is lent.")},
		{"titles-of-one", source("h1|Town of Lakeham", "h1|By-law 12-34", "h2|Ferry By-law", "p|Whereas there is a lake, the council enacts as follows:", "p|Meaning of Words", "p|1. In this by-law,", "p|(a) “boat” means whatever floats; and,", "p|(b) “lake” means the water.",
			"p|General", "p|2. Nobody crosses by night.", "p|3. Nobody swims.", "p|Penalties", "p|4.(1) Whoever crosses by night pays ten.", "p|(2) Whoever swims pays five.", "p|Short Title", "p|5. This is the Ferry By-law.")},
		{"titles-of-one-elsewhere", source("p|Ferry By-law", "p|Meaning of Words", "p|1. A boat floats.", "p|General", "p|3. Nobody swims.", "h2|Penalties", "p|4. Whoever crosses by night pays ten.", "p|Short Title", "p|5. This is the Ferry By-law.")},
		{"capitals", source("p|Rules of the slip", "p|They are short.", "p|1. There is no guard.", "p|2. The slip is private.", "p|3. It opens at ten.", "p|ENFORCEMENT OF THE RULES", "p|Whoever sees a violation takes two steps.",
			"p|1. Write it down.", "p|2. Send it to the warden.")},
		{"capitals-beside-headings", source("h1|Rules of the slip", "p|They are short.", "p|KEEP OUT", "p|There is no guard.")},
		{"groups-above", source("h1|General", "h1|Article 1", "p|It is a slip.", "h1|Article 2", "p|It is private.", "h1|Use", "h1|Article 3", "p|It opens at ten.")},
		{"between", source("h1|Town by-laws", "h2|ARTICLE I", "p|Section 1: Warrants hang in the library.", "h2|Meetings", "p|Section 2: The town meets in May.", "h2|ARTICLE II", "p|Section 1: The year ends in June.",
			"h2|Town clerk", "p|Section 2: The clerk keeps the books.", "h2|Gas pipes", "p|Section 1: Pipes are inspected.")},
		{"subsections-es", source("h1|Reglamento del club", "h2|Artículo 1 Socios", "p|El club tiene socios.", "h2|Artículo 2 Fines", "p|El club tiene fines claros.", "h3|1) Cuotas", "p|Los socios pagan.",
			"h3|2) Derechos", "p|Los socios votan.", "h3|3) Botes", "p|Los botes se lavan.", "h2|Artículo 3 Fin", "p|El club no se disuelve.")},
		{"title-twice", source("p|Last revised in May", "p|RULES OF THE SLIP", "p|RULES OF THE SLIP", "h1|Chapter I Use", "p|Section 1. It opens at ten.", "h1|Chapter II Fees", "p|Section 1. Ten.")},
		{"strong-beside", source("h1|Rules of the court", "p !|Artikel 1 Banen", "p|De banen zijn rood.", "p !|Artikel 2 Schoenen", "p|Schoenen zijn wit.", "p !|Slotbepaling", "p|Dit geldt voor allen.")},
		{"strong-below", source("p|Article 1. Fees", "p !|Adults", "p|Ten.", "p !|Children", "p|Five.", "p|Article 2. Keys", "p !|Lost ones", "p|Two.")},
		{"told", source("h2|The bout", "i2 =|1. It lasts three minutes.", "i2 =|2. The referee halts it when", "i3 =|1. a hit has landed;", "i3 =|2. the time is up;", "i3 =|3. a fencer asks.",
			"i2 =|3. Nobody speaks.", "i2 =|4. A bout ends.", "p|Masks", "i1 =|1. One each.", "i1 =|2. White.", "h2|The piste", "p|1. It is two metres wide.", "i1 =|2. It is red. Nobody else",
			"i2 =|1. stands on it;", "i2 =|2. walks on it.", "i1 =|3. It is swept.", "h2|Fees", "i1 =|1. Ten.", "i2 =|1. Five for members.", "i3 =|1. Nothing for guests.", "i4 =|1. Once a year.", "i1 =|2. In May.")},
		{"paragraphs-de", source("h2|§ 1 Boote", "p|(1) Ein Boot ist blau.", "p|(2) Es hat", "i1 =|1. ein Segel,", "i1 =|2. zwei Ruder.", "h2|§ 2 Pflichten", "p|(1) Wer ein Boot führt, trägt eine Weste. Sie ist rot. Sie ist neu.",
			"p|(2) Die Weste", "p|(3) Kinder rudern nicht", "h2|§ 3 Gebühren", "p|(1) Sie sind fällig. Am ersten Mai.", "p|(2) Sie betragen:", "i1 =|1. zehn Euro;", "i1 =|2. fünf Euro.", "p|(3) Wer nicht zahlt, rudert nicht. Das gilt nicht",
			"p|(4) Der Vorstand entscheidet", "p|(5) Kinder sind frei.", "h2|§ 4 Ende", "p|(1) Am Abend.", "p|(2) Immer. Auch im Mai.")},
		{"last", source("h2|Meeting", "p|The agenda is", "i1 =|1. Opening", "i1 =|2. Report of the board", "i1 =|3. Any other business", "p|Guests may come.", "h2|Notice", "i1 =|1. By letter", "i1 =|2. By voice", "h2|Board", "p|Five sit on it.")},
		{"numbers-above", source("h1|1 Boats", "p|Two.", "h1|2 Oars", "p|Four.", "p|Annex A", "h1|Fees", "p|Ten.", "h2|A.1 Discounts", "p|None.", "p|Annex B", "h1|Forms", "p|White.")},
		{"hollow", source("h1 +|Rules of the landing", "h2|(Last amended in May 2019)", "p|They hang on the gate.", "h2|[Name of the landing]", "h2|1. Boats", "p|Two.", "h2|2. Oars", "p|Four.",
			"h2 +|Annex A", "h2|Where to ask", "h2|Telephone: 2717 1771", "h2|Write to: the landing", "h2|www.landing.example")},
		{"hollow-without-pages", source("h1|Rules of the landing", "h2|(Winter)", "p|It is shut.", "h2|1. Boats", "p|Two.", "h2|2. Oars", "p|Four.", "h2|Fees", "h2|Thanks")},
		{"initials", source("h1|Устав клуба", "h2|г. Тверь, 2017 год", "h2|1. Общее", "p|Клуб гребёт.", "h2|2. Лодки", "p|Две.", "h2|3. Конец", "p|Никогда.")},
		{"letters-given", source("h1|Rules", "h2|B. Boats", "p|Two.", "h2|C. Oars", "p|Four.")},
		{"questions", source("p|Questions about the ferry", "p|1 Who may cross?", "p|Anybody who has paid the fare.", "p|2 When does it leave? Does it leave at night?", "p|At nine. Never at night.", "p|3 What is the fare?", "p|Two coins, and one for a child.")},
		{"questions-given", source("h1|Ферма", "h2|1. Кто может прийти?", "p|Все.", "h2|2. Когда можно прийти?", "p|Днём.", "h2|3. Сколько это стоит?", "p|Десять.")},
		{"quoted", source("h1|Statut portu", "p|Art. 1. Port jest otwarty.", "p|Art. 2. W statucie promu wprowadza się zmiany:", "p|„Art. 7. § 1. Prom jest biały.", "p|§ 2. Prom jest stary.", "p|Art. 8. Prom pływa.”;", "p|Art. 3. Statut obowiązuje od maja.")},
		{"quoted-without-end", source("h1|Statut portu", "p|Art. 1. Port jest otwarty.", "p|„Art. 2. Zimą port jest zamknięty.", "p|Art. 3. Statut obowiązuje od maja.", "p|Art. 4. Koniec.")},
		{"tail", source("h2|§ 7 Kennels", "p|A. Licences.", "p|(1) Nobody keeps a kennel without one.", "p|(2) It costs ten. [Amended", "p|9-5-2019]", "p|B. Renewals.", "p|(1) In May.", "p|(2) By letter.")},
		{"run-in-row", source("h1|Handbook", "h2|1. Money", "p|The club lives on fees.", "p <Notice.|Notice. The member tells the treasurer.", "p <Refunds.|Refunds. The treasurer pays back.",
			"p|He does so in May.", "p <Reminders.|Reminders. The first is free.", "p|(a) A second one costs three.", "h2|2. Words", "p|(1) In these rules", "p <Guest|Guest: a person.", "p <Locker|Locker – a box.", "p <Season|Season: the time from April on.",
			"p|(2) Other words mean what they say.", "h2|3. Notes", "p <Note:|Note: Bring a coat.", "p <Note:|Note: Or not.", "p <Hint:|Hint: Bring tea.", "h2|4. Stress", "p <Nobody|Nobody swims.", "p <Two|Two row.", "p <All|All sail.")},
		{"run-in-opening", source("p <Aim.|Aim. To sail.", "p <Place.|Place. The lake.", "p <Time.|Time. The summer.", "h1|1. Boats", "p|Two.", "h1|2. Oars", "p|Four.")},
		{"goes-on-below", source("h1|Article 1. Damage", "p|(1) Any person who:", "p|(a) opens a sluice;", "p|(b) damages:", "p|(i) a buoy; or", "p|(ii) a light,", "p|shall be liable to a fine.", "p|(2) It is paid in May.",
			"h1|Article 2. Leave", "p|(1) Leave is given for:", "p|(a) races;", "p|(b) concerts:", "p|(i) of a choir;", "p|(ii) of a band.", "p|Such leave is put up.", "p|(2) It ends at ten.")},
		{"title-page", source("h1 +|Town of Lakeham", "p|By-law 12-34", "h1|Ferry By-law", "p|Whereas there is a lake, the council enacts as follows.", "p|1. Ferries", "p|1.1. Two ferries cross the lake.", "p|2. Fares", "p|2.1. The fare is ten.", "h1|Schedule A", "p|Times.")},
		{"title-page-and-labels", source("h1 +|Universidad del Lago", "p|Valle Hondo", "h2|Borrador", "h1|Reglamento del muelle", "p|Responsable: Secretaría", "h2|Considerando:", "p|Que hay un muelle.",
			"h2|Decreto:", "p|Artículo 1. El muelle se abre al alba.", "p|Artículo 2. Nadie nada.", "p|Artículo 3. Se paga en mayo.")},
		{"title-again", source("h1 +|The Corporation of Lakeham", "p|Ferry", "p|By-law", "p|This copy is for convenience only.", "h2 +|As amended by:", "r|12-35 · May 2019", "p|Copies are had from the clerk.",
			"h2 +|Town of Lakeham", "p|By-law 12-34", "h2|Ferry By-law", "p|Whereas there is a lake, the council enacts as follows.", "h2|1. Ferries", "p|1.1. Two ferries cross the lake.", "h2|2. Fares", "p|2.1. The fare is ten.")},
		{"title-again-below-foreword", source("h1 +|Ferry By-law", "h2 +|Foreword", "p|The council thanks the ferrymen.", "h2 +|Ferry By-law", "p|Whereas there is a lake, the council enacts as follows.", "h2|1. Ferries", "p|Two.", "h2|2. Fares", "p|Ten.")},
		{"contents-above", source("h1 +|Rules of the landing", "p|Keys", "p|Boats", "p|Oars", "h2|Keys", "p|Tom has them.", "h2|Boats", "p|1. They float.", "p|2. They are blue.", "h2|Oars", "p|1. Two each.", "p|2. Of ash.")},
		{"contents-of-one", source("h1|Garden Rules", "p|Jump to:", "p|In short", "p|All rules", "h2|In short", "p|The garden has ten beds.", "h2|1. Beds", "p|Water them.", "h2|2. Trees", "p|Two.")},
		{"contents-of-one-on-a-page", source("h1 +|Garden Rules", "p|In short", "p|1. Beds", "h2 +|In short", "p|The garden has ten beds.", "h2|1. Beds", "p|Water them.", "h2|2. Trees", "p|Two.")},
		{"contents-with-preamble", source("p +|Garden Rules", "p|Preamble", "p|Beds and trees", "h2 +|Preamble", "p|The garden has ten beds.", "h2|1. Beds", "p|Water them.", "h2|2. Trees", "p|Two.")},
		{"labels-above", source("h1|Ferry rules", "p <Owner:|Owner: Harbour office", "p <Approved|Approved: Council", "p <Version:|Version: 3.1", "h2|1. Boats", "p|They float.", "h2|2. Oars", "p|Two each.")},
		{"terms-above", source("h1|Ferry rules", "p <Bow:|Bow: the front of the boat", "p <Stern:|Stern: the back of the boat", "p <Oar:|Oar: what one rows with", "h2|1. Boats", "p|They float.", "h2|2. Oars", "p|Two each.")},
		{"terms-below-heading", source("h1|Ferry rules", "h2|Words", "p <Bow:|Bow: Front of the boat", "p <Stern:|Stern: Back of the boat", "p <Oar:|Oar: What one rows with", "h2|1. Boats", "p|They float.", "h2|2. Oars", "p|Two each.")},
		{"title-page-and-more", source("h1 +|Town of Lakeham", "h2|By-laws", "p|They were adopted in May.", "h3|Article 1. Ferries", "p|Two.", "h3|Article 2. Fares", "p|Ten.", "h2|Procedures", "h3|Article 3. Times", "p|At nine.")},
		{"brackets", source("p|Reglamento del puerto", "p|Artículo 1°.- (Objeto) El puerto es de todos.", "p|Artículo 2°.- (Cuotas) El socio paga: a) en mayo; b) en junio.", "p|Artículo 3°.- (Silencio) De noche nadie grita.", "p|Artículo 4°.- (Perros) Van atados.", "p|Artículo 5°.- Este reglamento rige desde mayo.")},
		{"brackets-few", source("p|Reglamento del puerto", "p|Artículo 1. (Derogado) Nada rige.", "p|Artículo 2. El socio paga.", "p|Artículo 3. De noche nadie grita.")},
		{"brackets-given", source("h1|Reglas", "h2|Preámbulo", "p|Esto es.", "h2|Artículo 1 (Objeto) El muelle abre al alba", "p|Abre.", "h2|Artículo 2 (Tasas) Se paga en mayo", "p|Se paga.", "h2|Artículo 3 (Perros) Van atados siempre", "p|Van atados.",
			"h2|Artículo 4 (Remos) Son dos", "p|Dos.", "h2|Artículo 5 (Final) Rige desde mayo", "p|Sección 1. (Derogado) Nada rige. Eso es todo.", "p|Sección 2. El socio paga en mayo. Y en junio.", "p|Sección 3. De noche nadie grita. Es así.")},
		{"roman-dotted", source("h1|Constitution", "h2|ARTICLE I - THE CLUB", "h3|I.1 - Name", "p|It is the Lake Club.", "h3|I.2 - Place", "p|The lake.", "h2|ARTICLE II - MEMBERS", "h3|II.1 - Active Members", "p|They row.", "h4|II.1.1 - Duties", "p|They wash the boats.", "h3|II.2 - Guests", "p|They watch.", "h3|MIX.2 of drinks", "p|None.")},
		{"styles", source("h1|Handbook", "p|About the office.", "h2 @a|1. Hours", "p|We open at nine.", "h2|2. Leave", "p|Leave is:",
			"i1|- paid", "i1|- planned", "h3|2.1 Sick leave", "p|Call us.", "R|Kind · Days", "r|short · 3", "c|# not a heading", "n|[1] Or write.", "h2|Appendix A Forms", "p|White.")},
		{"paragraphs", source("p|REGULATION ON FERRIES", "p|Article 1", "p|Scope", "p|This Regulation applies to ferries.", "p|Article 2", "p|Duties",
			"p|1. A ferry:", "i1|(a) carries a light;", "i1|(b) carries a rope.", "p|2. Article 1 is not touched by this.", "p|ANNEX I", "p|LIGHTS", "p|One light is red.")},
		{"levels", source("h1|Rules of the house", "h2|Chapter 1 Doors", "h3|Article 1 Front door", "p|It is locked at ten.", "h3|Article 2 Back door",
			"p|It is locked at nine.", "h2|Annex A Keys", "p|There are three.", "h2|Questions", "p|Ask us.")},
		{"pages", source("h1 +|1 Scope", "p|Text.", "p +|More text.", "h1 +|2 Words", "p|A word.")},
		{"mixed", source("p|Opening words.", "t|Article 1. One\n\nText of one\nthat goes on here.\n\nArticle 2. Two\n\nText of two.")},
		{"unnumbered", source("h1|Guide", "p|Welcome.", "h2|Before", "p|Pack.", "h2|After", "p|Unpack.", "i1|1. Wash", "i1|2. Dry")},
		{"paragraphs-zh", source("h1|渡船条例", "h2|第一章 总则", "p|第一条 为了管理渡船，制定本条例。", "p|第二条 本条例适用于渡船。", "p|第一条规定的渡船应当登记。",
			"h2|第二章 附则", "p|第三条 渡船须有灯。", "p|第四条 本条例自公布之日起施行。")},
		{"references", source("p|Section 1 The ferry is run by the town.", "p|Section 7 applies to tenants.", "p|Section 2 The town sets the fares.",
			"p|Section 1 does not touch the fares.", "p|Section 3 The crew wears blue.")},
		{"wavering", source("h1|Bylaws", "h2|ARTICLE I NAME", "p|1. It is the Club.", "h4|ARTICLE II MEMBERS", "p|1. Anybody.", "h4|ARTICLE III FEES", "p|1. Ten.",
			"h4|ARTICLE IV END", "p|1. Never.")},
		{"wavering-numbers", source("h1|Bylaws", "p !|1. Name", "p|1.1. It is the Club.", "p|1.2. It rows.", "h2|2. Members", "p|2.1. Anybody.", "p|2.2. Nobody else.", "h3|3. Fees", "p|3.1. Ten.", "p|3.2. In May.",
			"p !|4. Boats", "p|4.1. Two.", "h3|5. Signs", "h4|1. Flags", "p|White.", "h4|2. Bells", "p|One.", "h3|6. End", "p|Never.")},
		{"next-numbers", source("h1|Rules", "h2|Boats", "h3|8 Oars", "p|Four.", "h3|9 "+strings.Repeat("Duties of the members who row at night, ", 3)+"or sail", "p|A lamp.", "h2|Past rules", "h3|10", "p|[Repealed]", "h3|12", "p|Boats in 1912.",
			"h2|In force", "h3|11 1 May 2026", "p|This is in force.")},
		{"gap-upheld", source("h1|Lease", "p|1. ROOMS", "p|1.1 There are two.", "p|1.2 One is blue.", "p|2. RENT", "p|2.1 It is ten crowns.", "p|9. END", "p|9.1 In May.", "p|9.2 Or sooner.")},
		{"given-hundreds", source("h1|Handbook", "h2|100 Rooms", "p|There are nine.", "h3|101 Keys", "p|The porter has them.", "h3|102 Beds", "p|Two a room.", "h2|200 Meals", "h3|201 Bread", "p|At seven.", "h3|202 Soup", "p|At noon.")},
		{"byelaws-behind", source("h1|Club Rules and Bylaws", "h2|1. NAME", "p|1.1 The club is the Mole Club.", "p|1.2 It was founded by two porters.", "h2|2. FEES", "p|2.1 The fee is a crown.", "h1|BYELAWS", "p|1. The green is closed on Mondays.",
			"p|2. The keeper has the key.", "p|2.1 He lends it to members.", "p|2.2 He writes it down.", "p|3. Dogs stay outside.")},
		{"cover-digits", source("h1|Constitution", "p !|TEL: 044 - 555 0199", "p|(As amended in May)", "p !|MOLE CLUB", "p !|Since 1907", "p !|1. NAME", "p|1.1 The club is the Mole Club.", "p !|2. FEES", "p|2.1 The fee is a crown.", "p !|GUESTS", "p|Guests pay nothing.")},
		{"cover-ends", source("h1|Mole Club Handbook", "h2|Since 1907", "h2|Welcome", "p|The club meets on Fridays at eight.", "h2|The 3 Rules", "li|1. Touch a mole and you keep it.", "li|2. Offer a drink once only.", "li|3. Be on time.", "h2|Closing", "p|Write to the keeper.")},
		{"cover-above-list", source("h1|Mole Club Handbook", "h2|Since 1907", "h2|The 3 Rules", "li|1. Touch a mole and you keep it.", "li|2. Offer a drink once only.", "li|3. Be on time.", "h2|Closing", "p|Write to the keeper.")},
		{"references-given", source("h1|Note on gates", "h2|1 Aim", "p|This note says how gates are hung.", "h2|2 References", "p|Part 2. Hinges, Hill Press, 2013.", "p|Part 3. Latches, Hill Press, 2014.", "h2|3 Contact", "p|The editor is Bo Holm.")},
		{"marginal", source("h1|Rules", "h2|1 Boats", "p|(1) Two are kept.", "p !|Colour", "p|(2) They are blue.", "p !|Names", "p|(3) They have none.", "h2|2 Oars", "p !|Number", "p|(1) Four are kept.", "p !|Wood", "p|(2) They are of ash:",
			"p|(a) all;", "p|(b) always.", "p !|Loss", "p|(3) Tell the board.", "p !|Note", "p|Oars float.")},
		{"told-twice", source("h1|Manual", "h2|2.6 Speed", "p|It is fast.", "h2|2.7 Bugs", "p|None.", "h2|2.8 Compilers", "p|Old ones fail.", "p|2.7.X versions of the compiler are known to fail at times.", "p|2.9.1 works.")},
		{"zeros", source("h1|Bylaw", "p|Of the club.", "h1|Chapter 0 Words", "p|0.0 General", "p|0.0.1 A boat floats.", "p|0.0.2 An oar does, too.", "h1|Chapter 1 Boats", "p|1.0 General", "p|1.0.1 Two are kept.", "p|1.0.2 They are blue.", "p|1.1 Sails", "p|1.1.1 None.")},
		{"one-told", source("h1|Bylaws", "h1|ARTICLE I", "h1|WHEELS", "p|Section 1: The wheel turns by day and rests at night.", "p|Section 2: It is greased every week.", "p|Section 3: It is of oak.",
			"p|Section 4: No boat comes near it.", "h1|ARTICLE II", "h1|STONES", "p|Section 1: The stones are dressed in March.", "p|Section 2: They are turned by hand.", "p|Section 3: A stone weighs a ton.",
			"p|Section 4: Two lie in the yard.", "h1|ARTICLE III", "h1|WAGES", "p|Section 1: The miller keeps one sack of twenty.", "h1|Section 2: Right to a Seat", "p|He has one in the council.",
			"p|Section 3: He may speak there.", "p|Section 4: He does not vote.")},
		{"number-alone", source("h1|Baskets", "h2|Art. 1", "p|1", "p|A basket is of willow", "p|2", "p|It holds ten pounds.", "h2|Art. 2", "p|Lids", "p|A lid is tied with string.")},
		{"flat", source("h2|Besluit veren", "h3|Hoofdstuk 1", "h4|De veren", "h3|Afdeling 1", "h4|De boot", "h3|Artikel 1", "p|De boot is blauw.", "h3|Artikel 2", "p|De boot is oud.",
			"h3|Hoofdstuk 2", "h4|De haven", "h3|Afdeling 2", "h4|De kade", "h3|Artikel 3", "p|De kade is lang.", "h3|Bijlage 1", "p|Kaart.")},
		{"subheadings", source("h1|Handbook", "h2|Chapter 1", "h3|Arrival", "p|Come at nine.", "h3|Keys", "p|Ask for one.", "h2|Chapter 2", "h3|Leave", "p|Ask.", "h3|Return", "p|Tell us.")},
		{"dashes", source("h1|Rules", "h2|Chapter 0 - General", "h3|0.1 - Name", "p|The Club.", "h3|0.2 - Seat", "p|The town.", "h2|Chapter 1 - Boats", "h3|1.1 - Oars", "p|Two.")},
		{"depths", source("h2|Meetings", "i1|1. One is held in May.", "i2|1. It is public.", "i1|2. More are called by", "i2|1. the board;", "i2|2. ten members.", "i1|3. Notice",
			"h2|Votes", "i1|1. One each.", "i2|1. By hand.", "i1|2. No proxies")},
		{"run-in", source("i1|1. Service", "i2|1. Access. You may use it.", "i2|2. Support. We help you.", "i1|2. Payment", "i2|1. Fees. You pay in May.", "i2|2. Late fees. They are ten.",
			"i1|3. End", "i2|1. Notice. Write to us.", "i2|2. Effect. All ends.", "i1|4. Words", "i2|1. A day is a day on which banks are open.", "i2|2. A boat floats on water, or should.",
			"i2|3. A crew is all who work on a boat.", "i2|4. Ashore. Not at sea.")},
		{"bold-titles", source("h1|Rules of the club", "h2|Article 1", "i1 = <Notice|1. Notice The member tells the board.", "i1 = <Fees:|2. Fees: They are due in May.", "i1 = <Boats|3. Boats - a boat is washed after use.", "i1 =|4. Whatever else is decided by the board.",
			"i1 = <Keys|5. Keys The porter has them.", "h2|Article 2", "i1 = <must|1. A boat must be washed.", "i1 =|2. An oar is dried.")},
		{"coded", source("h1|Standard for locks", "h2|Vans", "p|B2 is a street.", "h2|V1: Doors", "h3|V1.1 Keys", "p|There are two of them.", "h3|V1.2 – Bolts", "p|One.", "h2|V2: Windows", "h3|V2.1 Bars", "p|None.",
			"h2|H2O damage", "p|Call us at once.")},
		{"points", source("h1|Bylaws", "h1|2. Members", "h2|2.1 Admission", "p|The board admits by vote.", "h3|(a) Adults pay;", "h3|(b) those under 18 pay", "h4|(i) half, or", "h4|(ii) nothing.",
			"h2|2.2 Resignation", "p|By letter.", "h3|(a) Form", "p|On paper.", "h1|3. Boats", "p|Two.")},
		{"lower-case", source("h1|4 Files", "h2|4.1 debian/rules and its targets", "p|It builds.", "h2|4.2 /run", "p|It is empty.", "h2|4.3 What else", "p|1.5 million files are too many.")},
		{"goals", source("h1|1 Words", "p|A boat floats.", "h1|2 What is required", "h2|Goal 1: Know your boats", "p|1.1 A list of boats exists.", "p|1.1.1 It is on paper.", "p|1.1.2 It is new.", "p|Why:",
			"p|Boats come and go.", "p|1.2 A list of crews exists.", "h2|Goal 2: Know your crews", "p|2.1 Crews are told.", "p|2.1.1 By letter.", "p|2.1.2 By voice.", "p|Why:", "p|Crews change.")},
		{"cover", source("h1 +|Satzung des Bootsvereins", "h2|Bootsverein am See e. V.", "h2|In der Fassung vom 3. Mai 2020", "h3|13. August 2024", "h3|§ 1 Name", "p|Er heißt so.", "h3|§ 2 Zweck", "p|Er rudert.")},
		{"on-its-line", source("h1|Agreement on boats", "p|1. Words. A boat is a boat. An oar is an oar.", "h2|2. Use, Care and Return of Borrowed Boats.", "p|(a) Bring it back.", "p|(b) Wash it.", "p|3. Keys. There are two. The porter has one.",
			"p|4. Fees. They are due in May. Write to us.", "p|5. Dogs. None may come along. Cats may.", "p|6. End. It ends in June. Nobody rows then.", "p|7. Law. That of the harbour town. Its court decides.")},
		{"numero", source("h1|REGLAMENTO DEL PUERTO", "h1|TITULO I", "h2|DE LOS BOTES", "h3|ARTICULO No 1", "p|Los botes son azules.", "h3|ARTICULO No 2", "p|Llevan dos remos.",
			"h1|TITULO II", "h2|DE LOS REMOS", "h3|ARTICULO No 3", "p|Los remos son largos.", "h3|ARTICULO No 4", "p|Se guardan secos.")},
		{"led", source("h1|Fährverordnung", "p|Vom 3. Mai 2020.", "h2|Fährverordnung § 1 Boote", "p|(1) Sie sind blau.", "p|(2) Sie schwimmen.", "h2|Fährverordnung § 2 Ruder", "p|Zwei.", "h2|Fährverordnung § 3 Ende", "p|Nie.",
			"h2|Fährverordnung Anlage (zu § 1)", "p|Karte.")},
		{"led-beside", source("h1|Boats", "h2|Chapter 1 Oars", "p|Two.", "h2|Questions on Chapter 1", "p|How many?", "h2|Chapter 2 Sails", "p|One.", "h2|Questions on Chapter 2", "p|Why?", "h2|Chapter 3 Crews", "p|Ten.", "h2|Questions on Chapter 3", "p|Who?")},
		{"through", source("h1|Ferries Act", "h2|PART I", "h2|Preliminary", "h3|1. Title", "p|This is the Ferries Act.", "h3|2. Words", "p|(a) A ferry floats.", "p|(b) A fare is paid.", "h2|PART II", "h2|Crews", "h3|3. Size", "p|Two at least.",
			"h3|4. Pay", "p|Weekly.", "h2|PART III", "h2|Fares", "h3|6. Children", "p|Half.", "h2|First Schedule", "h3|1. Lamps", "p|One.", "h3|2. Ropes", "p|Three.")},
		{"preamble", source("h1|Règlement du port", "p|PRÉAMBULE", "p|Le port est à tous.", "p|Il est propre.", "h2|1. Bateaux", "p|Ils sont bleus.", "h2|2. Rames", "p|Deux.")},
		{"kanji", source("h1|規則", "h2|第一章　総則", "h3|第一条", "p|船は青い。", "h4|○２", "p|帆は白い。", "h3|第二条", "p|左の事項を定める。", "h4|一", "p|船名", "h4|二", "p|港")},
	} {
		t.Run(c.file, func(t *testing.T) {
			d := build(t, c.source, Hints{})
			outlinetest.Check(t, d)
			outlinetest.Golden(t, "testdata/blocks/"+c.file+".outline", outlinetest.Print(d))
		})
	}
}

func TestBlocksKeepWhatTheFormatSays(t *testing.T) {
	d := build(t, source("h1 @top +|1 Scope", "p|Text:", "i1|one;", "i1|two.", "R +|A · B", "r|1 · 2", "n|[1] Note."), Hints{})
	s := d.Sections[0]
	if s.Anchor != "top" || d.Page(s.Paragraphs[0].Span.Start) != 1 || d.Page(s.Paragraphs[3].Span.Start) != 2 {
		t.Errorf("anchor %q, pages %v", s.Anchor, d.Pages)
	}
	var got []string
	kinds := []string{"prose", "item", "row", "header", "code", "note"}
	for _, sec := range d.Sections {
		for _, p := range sec.Paragraphs {
			got = append(got, kinds[p.Kind]+" "+d.Slice(p.Span)+" <"+d.Slice(p.Lead)+">")
		}
	}
	want := "prose Text: <>/item one; <Text:>/item two. <Text:>/header A · B <>/row 1 · 2 <A · B>/note [1] Note. <>"
	if strings.Join(got, "/") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "/"), want)
	}
}

// TestMarkup reads numbers, headings and sentences as they are shown.
func TestMarkup(t *testing.T) {
	s := source("h1|**1\\.** Sco*pe*", "p|**Bold.** Then text.", "p|\\(a\\) one;", "p|\\(b\\) two.")
	for _, hidden := range []string{"**", "\\", "*"} {
		for at := 0; ; {
			i := strings.Index(s.Text[at:], hidden)
			if i < 0 {
				break
			}
			span := document.Span{Start: at + i, End: at + i + len(hidden)}
			at = span.End
			if !covered(s.Markup, span) {
				s.Markup = append(s.Markup, document.Markup{Span: span})
			}
		}
	}
	sortMarkup(s.Markup)
	d := build(t, s, Hints{})
	if d.Sections[0].ID != "section-1" || d.Plain(d.Sections[0].Heading) != "Scope" {
		t.Errorf("%s", outlinetest.Print(d))
	}
	if got := d.Plain(d.Sections[0].Paragraphs[0].Sentences[1]); got != "Then text." {
		t.Errorf("sentence %q", got)
	}
	if i, ok := d.ByID("section-1-b"); !ok || d.Plain(d.Sections[i].Paragraphs[0].Span) != "two." {
		t.Errorf("%s", outlinetest.Print(d))
	}
}

func covered(all []document.Markup, s document.Span) bool {
	for _, m := range all {
		if m.Overlaps(s) {
			return true
		}
	}
	return false
}

func sortMarkup(m []document.Markup) {
	for i := range m {
		for j := i; j > 0 && m[j].Start < m[j-1].Start; j-- {
			m[j], m[j-1] = m[j-1], m[j]
		}
	}
}

// manyArticles are Articles 3 to 40, short.
var manyArticles = func() string {
	var b strings.Builder
	for i := 3; i <= 40; i++ {
		fmt.Fprintf(&b, "Article %d\n\nText.\n\n", i)
	}
	return b.String()
}()

// TestWarnings has right outlines first, of which nothing is said.
func TestWarnings(t *testing.T) {
	long := strings.Repeat("word and ", 240) + "end."
	for _, c := range []struct{ name, source, want string }{
		{"right", "1. One\n\nText.\n\n2. Two\n\nText.\n", ""},
		{"inserted points", "Article 1\n\n(1) One.\n\n(1a) More.\n\n(2) Two.\n\nArticle 2\n\nText.\n", ""},
		{"an annex", "Article 1\n\n" + strings.Repeat("Text. ", 100) + "\n\nArticle 2\n\nText.\n\n" + manyArticles + "Annex 1\n\n" + strings.Repeat("Price of a boat. ", 3000), ""},
		{"inserted", "Article 1\n\nText.\n\nArticle 1a\n\nText.\n\nArticle 2\n\nText.\n", ""},
		{"gap", "Article 1\n\nText.\n\nArticle 9\n\nText.\n", "line 5: Article 9 follows number 1"},
		{"a gap that is told", "Article 1\n\nText.\n\nArticles 2 to 8 (repealed)\n\nArticle 9\n\nText.\n\nArticle 10\n\nText.\n", ""},
		{"a gap of which another is told", "Article 1\n\nText.\n\nArticles 2 to 6 (repealed)\n\nArticle 9\n\nText.\n\nArticle 10\n\nText.\n", "line 7: Article 9 follows number 1"},
		{"a list that leaves out a number", "Article 1\n\n(1) One.\n\n(2) Two.\n\n(4) Four.\n\nArticle 2\n\nText.\n", ""},
		{"a point that was overlooked", "Article 1\n\n(1) One.\n\n(2) " + strings.Repeat("Two, and so on. ", 8) + "(3) Three.\n\n(4) Four.\n\nArticle 2\n\nText.\n", "line 7: Article 1(4) follows number 2"},
		{"a clause with a title that was overlooked", "1. One\n\nText.\n\n2. Two\n\nText.\n\n4. Four\n\nText.\n", "line 9: Section 4 follows number 2"},
		{"by tens", "Article 10\n\nText.\n\nArticle 20\n\nText.\n\nArticle 30\n\nText.\n", ""},
		{"repeat", "Article 1\n\nText.\n\nArticle 2\n\nText.\n\nArticle 2\n\nText.\n", "line 9: Article 2 follows another section with that number"},
		{"long", "1. One\n\n" + long + "\n\n2. Two\n\nText.\n", "line 3: a sentence of 2164 bytes in Section 1"},
		{"a long sentence", "1. One\n\n" + long[:1100] + "end.\n\n2. Two\n\nText.\n", "line 3: a sentence of 1104 bytes in Section 1"},
		{"a long sentence with pauses", "1. One\n\n" + strings.Repeat("word and word, ", 100) + "end.\n\n2. Two\n\nText.\n", ""},
		{"a very long sentence with pauses", "1. One\n\n" + strings.Repeat("word and word, ", 201) + "end.\n\n2. Two\n\nText.\n", "line 3: a sentence of 3019 bytes in Section 1"},
		{"letters of several bytes", "1. One\n\n" + strings.Repeat("слово и слово ", 50) + "конец.\n\n2. Two\n\nText.\n", ""},
		{"a sentence that is long enough", "1. One\n\n" + strings.Repeat("word and word, ", 66) + "end.\n\n2. Two\n\nText.\n", ""},
		{"a lump", "1. One\n\n" + strings.Repeat("Text of it. ", 500) + "\n\n2. Two\n\nText.\n\n3. Three\n\nText.\n", "line 1: Section 1 has 99 % of the text"},
		{"two pages of ten", "1. One\n\n" + strings.Repeat(strings.Repeat("Text of it. ", 40)+"\n\n", 10) + "2. Two\n\nText.\n\n" + manyArticles, "line 1: Section 1 has 86 % of the text"},
		{"less than two pages", "1. One\n\n" + strings.Repeat(strings.Repeat("Text of it. ", 40)+"\n\n", 8) + "2. Two\n\nText.\n\n" + manyArticles, ""},
		{"a short text", "1. One\n\n" + strings.Repeat("Text of it. ", 300) + "\n\n2. Two\n\nText.\n\n3. Three\n\nText.\n", ""},
		{"endless", "1. One\n\n" + strings.Repeat("word and ", 500) + "end.\n\n2. Two\n\nText.\n", "line 3: a sentence of 4504 bytes is cut into pieces of at most 4000"},
		{"empty", "Article 1\n\nArticle 2\n\nText.\n", "line 1: Article 1 has no text"},
		{"two headings in a row", "# Rules\n\n## Boats\n\n## Oars\n\n## Keys\n\nText.\n", ""},
		{"headings that hold nothing", "# Rules\n\n## Boats\n\n## Article 1\n\nText.\n\n## Oars\n\n## Article 2\n\nText.\n\n## Keys\n\n## Article 3\n\nText.\n", "line 3: 3 headings, this the first, have nothing below them"},
		{"what was repealed", "# Rules\n\n## Article 1 (repealed)\n\n## Article 2 (repealed)\n\n## Article 3 (repealed)\n\n## Article 4\n\nText.\n", ""},
		{"a number that became nothing", "Article 1\n\nText.\n\nArticle 2\n\nText.\n\nArticle 30\n\nText.\n\nArticle 3\n\nText.\n\nArticle 4\n\nText.\n", "line 9: \"Article 30\" became no section"},
		{"no headings", strings.Repeat("A boat carries two lanterns at night.\n\n", 110), "line 1: no headings are found; each paragraph is a section"},
		{"no headings, but short", strings.Repeat("A boat carries two lanterns at night.\n\n", 100), ""},
		{"headings by their look", "Boats\n\nA boat carries two lanterns.\n\nOars\n\nAn oar is kept in the shed.\n\nKeys\n\nThe porter has the keys.\n", ""},
		{"headings without sentences", "Boats\n\nTwo lanterns\n\nOars\n\nAn oar is kept in the shed, and a second one behind it.\n\nKeys\n\nThe porter has the keys, and a list of those who had them.\n", "line 1: lines that are taken for headings by their look: 3, this the first"},
		{"given headings", "# Boats\n\n## One\n\n" + strings.Repeat(strings.Repeat("Text of it. ", 40)+"\n\n", 12) + strings.Repeat("## More\n\nText.\n\n", 12), ""},
		{"headings that contents have", "Contents\n\nBoats\n\nOars\n\nKeys\n\nBoats\n\nA boat carries two lanterns.\n\nOars\n\nAn oar is kept in the shed.\n\nKeys\n\nThe porter has the keys.\n", ""},
		{"a small table", "1. Fares\n\nBoat      Fare     Hours\nskiff     3        2\nbarge     9        4\n\n2. Two\n\nText.\n", ""},
		{"a table by its look", "1. Fares\n\nBoat      Fare     Hours\nskiff     3        2\nbarge     9        4\nlaunch    7        6\nferry     1        2\n\n2. Two\n\nText.\n", "line 3: 5 lines, this the first, are taken for rows of a table by their look"},
	} {
		o, err := Build(&block.Source{Text: c.source}, Hints{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(o.Warnings, "\n"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRepealedPoints warns of numbers without text where pages may have torn it off, and not
// where the format says that they stand alone.
func TestRepealedPoints(t *testing.T) {
	for page, want := range []int{0, 2} {
		s := source("h1|Article 1", "p|(1) One.", "p|(2)", "p|(3)", "h1|Article 2", "p|Two.")
		for i := range s.Blocks {
			s.Blocks[i].Page = page
		}
		o, err := Build(s, Hints{})
		if err != nil || len(o.Warnings) != want {
			t.Errorf("page %d: %q, %v; want %d warnings", page, o.Warnings, err, want)
		}
	}
}

// FuzzBlocks checks that any words in any kinds of blocks give a document.
func FuzzBlocks(f *testing.F) {
	f.Add("hpict", "1. One|Article 2|(a) a;|# b|Text.\nMore.")
	f.Add("RrnpH", "a|b|[1] c|Q?|d")
	f.Add("hhh", "1.1 a|1 b|1.1 c")
	f.Fuzz(func(t *testing.T, kinds, words string) {
		var blocks []string
		for i, w := range strings.Split(strings.ToValidUTF8(words, "?"), "|") {
			k := "p"
			if len(kinds) > 0 {
				k = string("hpirRcnt"[int(kinds[i%len(kinds)])%8])
			}
			if k == "h" {
				k += string(rune('1' + i%6))
			}
			blocks = append(blocks, k+"|"+w)
		}
		s := source(blocks...)
		o, err := Build(s, Hints{})
		if err != nil {
			return
		}
		d, err := document.New(document.Document{Name: "fuzz", Text: s.Text, Meta: o.Meta, Sections: o.Sections, Pages: o.Pages})
		if err != nil {
			t.Fatal(err)
		}
		outlinetest.Check(t, d)
	})
}
