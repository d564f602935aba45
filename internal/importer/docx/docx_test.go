package docx

import (
	"strings"
	"testing"
	"time"

	"pincite/internal/importer/block"
)

// para writes a paragraph with a style.
func para(style, text string) string {
	return `<p><pPr><pStyle val="` + style + `"/></pPr><r><t>` + text + `</t></r></p>`
}

// run writes a run.
func run(text string) string { return "<r><t>" + text + "</t></r>" }

const someStyles = `
<style type="paragraph" default="1" styleId="Standard"><name val="Normal"/></style>
<style type="paragraph" styleId="berschrift1"><name val="heading 1"/><pPr><outlineLvl val="0"/></pPr></style>
<style type="paragraph" styleId="2"><name val="heading 2"/></style>
<style type="paragraph" styleId="Clause"><name val="Clause heading"/><basedOn val="2"/></style>
<style type="paragraph" styleId="Plain"><name val="Looks like a heading"/><basedOn val="2"/><pPr><outlineLvl val="9"/></pPr></style>
<style type="paragraph" styleId="Titel"><name val="Title"/></style>
<style type="paragraph" styleId="Verzeichnis1"><name val="toc 1"/></style>
<style type="paragraph" styleId="LoopA"><name val="a"/><basedOn val="LoopB"/></style>
<style type="paragraph" styleId="LoopB"><name val="b"/><basedOn val="LoopA"/></style>
<style type="paragraph" styleId="Secret"><name val="Secret"/><rPr><vanish/></rPr></style>
<style type="character" styleId="Mute"><name val="Mute"/><rPr><vanish/></rPr></style>`

func TestHeadings(t *testing.T) {
	got := parts{
		"styles": someStyles,
		"body": para("Titel", "House rules") + para("berschrift1", "Scope") + para("Clause", "Who") +
			para("Plain", "Not a heading") + para("LoopA", "Round and round") + para("Heading3", "By its id") +
			`<p><pPr><outlineLvl val="3"/></pPr>` + run("By itself") + `</p>` +
			`<p><pPr><pStyle val="2"/><outlineLvl val="9"/></pPr>` + run("Taken back") + `</p>`,
	}.dump(t)
	want := lines("heading 1: House rules", "heading 1: Scope", "heading 2: Who", "paragraph: Not a heading",
		"paragraph: Round and round", "heading 3: By its id", "heading 4: By itself", "paragraph: Taken back")
	if got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

func TestNumberedStyle(t *testing.T) {
	got := parts{
		"styles": `<style type="paragraph" styleId="H"><name val="heading 1"/><pPr><numPr><numId val="1"/></numPr><outlineLvl val="0"/></pPr></style>
			<style type="paragraph" styleId="H2"><name val="heading 2"/><basedOn val="H"/><pPr><numPr><ilvl val="1"/></numPr><outlineLvl val="1"/></pPr></style>
			<style type="paragraph" styleId="Art"><name val="article"/><pPr><numPr><numId val="2"/></numPr></pPr></style>`,
		"numbering": clauses + `<num numId="1"><abstractNumId val="7"/></num>` +
			`<abstractNum abstractNumId="8">` + lvl(0, "decimal", "Part %1", "") + lvl(1, "decimal", "Article %2.", `<pStyle val="Art"/><suff val="nothing"/>`) + `</abstractNum><num numId="2"><abstractNumId val="8"/></num>`,
		"body": para("H", "Scope") + para("H2", "Who") + para("H2", "Where") +
			`<p><pPr><pStyle val="H"/><numPr><numId val="0"/></numPr></pPr>` + run("Annex") + `</p>` + para("Art", "Glued") + para("Art", ""),
	}.dump(t)
	want := lines("heading 1: [1.] Scope", "heading 2: [1.1] Who", "heading 2: [1.2] Where", "heading 1: Annex",
		"item 2: [Article 1.] Glued", "item 2: [Article 2.]")
	if got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"signs", `<p>` + run("co") + `<r><softHyphen/></r>` + run("op\u00aderate") + `<r><tab/><t>self</t><noBreakHyphen/><t>help</t><br/><t>next</t><br type="page"/></r></p>`, "paragraph: cooperate self-help⏎next"},
		{"symbols", `<p><r><sym font="Symbol" char="F0B7"/><sym font="Arial" char="00A7"/><t> 5</t></r></p>`, "paragraph: § 5"},
		{"insertions and deletions", `<p>` + run("ten ") + `<ins><r><t>working </t></r></ins><del><r><delText>calendar </delText></r></del>` + run("days") + `</p>`, "paragraph: ten working days"},
		{"moves", `<p><moveFrom>` + run("gone ") + `</moveFrom>` + run("stays ") + `<moveTo>` + run("came") + `</moveTo></p>`, "paragraph: stays came"},
		{"bold", `<p><r><rPr><b/></rPr><t>Fees</t></r><r><t> </t></r></p><p><r><rPr><b/></rPr><t>Ten</t></r><r><rPr><b val="0"/></rPr><t> a year</t></r></p>`, "paragraph strong: Fees\nparagraph: <Ten> a year"},
		{"a bold line above text", `<p><r><rPr><b/></rPr><t>Fees</t><br/></r><r><t>Ten a year.</t><br/><t>No more.</t></r></p><p><r><rPr><b/></rPr><br/></r>` + run("Ten") + `</p>`, "paragraph strong: Fees\nparagraph: Ten a year.⏎No more.\nparagraph: Ten"},
		{"bold words and a line below", `<p><r><rPr><b/></rPr><t>Fees</t></r>` + run(" are due.") + `<r><br/></r>` + run("Ten") + `</p>`, "paragraph: <Fees> are due.⏎Ten"},
		{"deleted paragraph", `<p><pPr><rPr><del/></rPr></pPr><del><r><delText>x</delText></r></del></p><p>` + run("left") + `</p>`, "paragraph: left"},
		{"joined paragraphs", `<p><pPr><rPr><del/></rPr></pPr>` + run("first ") + `</p><p>` + run("second") + `</p>`, "paragraph: first second"},
		{"joined to nothing", `<p><pPr><rPr><del/></rPr></pPr>` + run("last") + `</p>`, "paragraph: last"},
		{"hidden", `<p><r><rPr><vanish/></rPr><t>no</t></r><r><rPr><vanish val="0"/></rPr><t>yes</t></r><r><rPr><rStyle val="Mute"/></rPr><t>no</t></r></p>` + para("Secret", "no"), "paragraph: yes"},
		{"fields", `<p>` + run("see ") + `<r><fldChar fldCharType="begin"/></r><r><instrText> REF x </instrText></r><r><fldChar fldCharType="separate"/></r>` + run("clause 4") + `<r><fldChar fldCharType="end"/></r><fldSimple instr="DATE">` + run(" today") + `</fldSimple></p>`, "paragraph: see clause 4 today"},
		{"a field without an end", `<p>` + run("a") + `<r><fldChar fldCharType="begin"/><instrText>IF</instrText></r></p><p>` + run("b") + `</p>`, "paragraph: a\nparagraph: b"},
		{"contents", `<p><r><fldChar fldCharType="begin"/><instrText> TOC \o "1-3"</instrText><fldChar fldCharType="separate"/></r>` + run("Scope 1") + `</p><p>` + run("Terms 2") + `</p><p><r><fldChar fldCharType="end"/></r></p><p>` + run("text") + `</p>`, "paragraph: text"},
		{"contents by style", para("Verzeichnis1", "Scope 1") + para("Standard", "text"), "paragraph: text"},
		{"contents as a control", `<sdt><sdtPr><docPartObj><docPartGallery val="Table of Contents"/></docPartObj></sdtPr><sdtContent>` + para("berschrift1", "Contents") + `</sdtContent></sdt><p>` + run("text") + `</p>`, "paragraph: text"},
		{"contents whose end is lost", `<p><r><fldChar fldCharType="begin"/><instrText>TOC</instrText><fldChar fldCharType="separate"/></r>` + run("Scope 1") + `</p>` + para("berschrift1", "Scope") + `<p>` + run("text") + `</p>`, "heading 1: Scope\nparagraph: text"},
		{"content controls", `<sdt><sdtPr/><sdtContent><p>` + run("a") + `<sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent>` + run("Click here") + `</sdtContent></sdt><smartTag>` + run("b") + `</smartTag></p></sdtContent></sdt>`, "paragraph: ab"},
		{"text box once", `<p>` + run("host") + `<r><AlternateContent><Choice><drawing><txbxContent><p>` + run("box") + `</p></txbxContent></drawing></Choice><Fallback><pict><txbxContent><p>` + run("box") + `</p></txbxContent></pict></Fallback></AlternateContent></r></p>`, "paragraph: host\nparagraph: box"},
		{"bookmarks", `<bookmarkStart name="_Ref1"/><p><bookmarkStart name="_GoBack"/><bookmarkStart name="scope"/>` + run("a") + `</p><p>` + run("b") + `</p>`, "paragraph #scope: a\nparagraph: b"},
		{"right to left", `<p><pPr><bidi/></pPr>` + run("\u202bالمادة الأولى\u202c") + `</p>`, "paragraph: المادة الأولى"},
		{"embedded file", `<altChunk/><p>` + run("a") + `</p>`, "paragraph: a\nwarning: a file that is embedded in the document was left out; open and save it in Word to make it part of the text"},
		{"formulas and ruby", `<p><oMath><r><t>x=1</t></r></oMath><r><ruby><rt>` + run("kan") + `</rt><rubyBase>` + run("漢") + `</rubyBase></ruby></r></p>`, "paragraph: x=1漢"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := (parts{"styles": someStyles, "body": c.body}).dump(t); got != c.want+"\n" {
				t.Errorf("got\n%s, want\n%s", got, c.want)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	note := func(kind, id, text string) string {
		return `<` + kind + ` id="` + id + `"><p>` + run(text) + `</p></` + kind + `>`
	}
	p := parts{
		"footnotes": `<footnote type="separator" id="0"><p>` + run("---") + `</p></footnote>` + note("footnote", "3", "first") + note("footnote", "2", "second") + note("footnote", "9", "own"),
		"endnotes":  note("endnote", "1", "at the end"),
		"body": `<p>` + run("One") + `<r><footnoteReference id="3"/></r>` + run(" two") + `<r><endnoteReference id="1"/></r></p>` +
			`<p><r><footnoteReference customMarkFollows="1" id="9"/><t>*</t></r>` + run("three") + `<r><footnoteReference id="2"/></r><r><footnoteReference id="77"/></r></p>`,
	}
	want := lines("paragraph: One two", "note: [1] first", "note: [i] at the end", "paragraph: three", "note: [*] own", "note: [2] second")
	if got := p.dump(t); got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
	p["settings"] = `<footnotePr><numFmt val="lowerLetter"/><numStart val="3"/></footnotePr>`
	if got := p.dump(t); !strings.Contains(got, "[c] first") {
		t.Errorf("got\n%s", got)
	}
}

// tc writes a cell, tr a row.
func tc(text, properties string) string {
	return `<tc><tcPr>` + properties + `</tcPr><p>` + run(text) + `</p></tc>`
}

func tr(cells ...string) string { return `<tr>` + strings.Join(cells, "") + `</tr>` }

func TestTables(t *testing.T) {
	const down, on = `<vMerge val="restart"/>`, `<vMerge/>`
	for _, c := range []struct{ name, body, want string }{
		{"first row heads", `<tbl>` + tr(tc("Grade", ""), tc("Days", "")) + tr(tc("A", ""), tc("", "")) + `</tbl>`, "row header: Grade ¦ Days\nrow: A ¦ "},
		{"rows that say so", `<tbl><tr><trPr><tblHeader/></trPr>` + tc("Leave", `<gridSpan val="2"/>`) + tc("x", "") + `</tr><tr><trPr><tblHeader/></trPr>` + tc("a", "") + tc("b", "") + tc("c", "") + `</tr>` + tr(tc("1", ""), tc("2", ""), tc("3", "")) + `</tbl>`, "row header: Leave ¦  ¦ x\nrow header: a ¦ b ¦ c\nrow: 1 ¦ 2 ¦ 3"},
		{"no heading row", `<tbl><tblPr><tblLook val="0480" firstRow="0"/></tblPr>` + tr(tc("a", ""), tc("b", "")) + tr(tc("c", ""), tc("d", "")) + `</tbl>`, "row: a ¦ b\nrow: c ¦ d"},
		{"no heading row, in bits", `<tbl><tblPr><tblLook val="0480"/></tblPr>` + tr(tc("a", ""), tc("b", "")) + tr(tc("c", ""), tc("d", "")) + `</tbl>`, "row: a ¦ b\nrow: c ¦ d"},
		{"merged downwards", `<tbl>` + tr(tc("h", ""), tc("i", "")) + tr(tc("Travel", down), tc("rail", "")) + tr(tc("", on), tc("air", "")) + tr(tc("Food", down), tc("meals", "")) + `</tbl>`, "row header: h ¦ i\nrow: Travel ¦ rail\nrow: Travel ¦ air\nrow: Food ¦ meals"},
		{"long cells are not repeated", `<tbl>` + tr(tc(strings.Repeat("x", 201), down), tc("a", "")) + tr(tc("", on), tc("b", "")) + `</tbl>`, "row header: " + strings.Repeat("x", 201) + " ¦ a\nrow:  ¦ b"},
		{"one row", `<tbl>` + tr(tc("a", ""), tc("b", "")) + `</tbl>`, "row: a ¦ b"},
		{"one column is layout", `<tbl>` + tr(tc("a", "")) + tr(tc("b", "")) + `</tbl>`, "paragraph: a\nparagraph: b"},
		{"headings are layout", `<tbl>` + tr(tc("a", ""), `<tc>`+para("berschrift1", "Scope")+para("Standard", "text")+`</tc>`) + `</tbl>`, "paragraph: a\nheading 1: Scope\nparagraph: text"},
		{"a table in a cell", `<tbl>` + tr(tc("a", ""), `<tc><p>`+run("b")+`</p><tbl>`+tr(tc("c", ""), tc("d", ""))+`</tbl><p/></tc>`) + `</tbl>`, "row: a ¦ b\nrow: c ¦ d"},
		{"deleted rows", `<tbl>` + tr(tc("a", ""), tc("b", "")) + `<tr><trPr><del/></trPr>` + tc("c", "") + tc("d", "") + `</tr></tbl>`, "row: a ¦ b"},
		{"paragraphs of a cell", `<tbl>` + tr(`<tc><p>`+run("a")+`</p><p>`+run("b")+`</p></tc>`, tc("c", "")) + `</tbl>`, "row: a b ¦ c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := (parts{"styles": someStyles, "body": c.body}).dump(t); got != c.want+"\n" {
				t.Errorf("got\n%s, want\n%s", got, c.want)
			}
		})
	}
}

func TestMeta(t *testing.T) {
	p := parts{
		"styles": someStyles,
		"body":   `<p>` + run("The staff begin at nine.") + `</p>`,
		"core":   `<title> Staff  rules </title><language>en-GB</language><created>2024-02-23T09:00:00Z</created><modified>soon</modified>`,
	}
	s, err := readBytes(p.pack(t))
	if err != nil {
		t.Fatal(err)
	}
	if s.Meta.Title != "Staff rules" || s.Meta.Language != "en-GB" || len(s.Meta.Dates) != 1 || s.Meta.Dates[0].Day != "2024-02-23" {
		t.Errorf("meta %+v", s.Meta)
	}
	p["body"] = para("Titel", "Rules of the house")
	if s, err = readBytes(p.pack(t)); err != nil || s.Meta.Title != "Rules of the house" {
		t.Errorf("title %q, %v", s.Meta.Title, err)
	}
}

// TestManyFields holds reading to time that grows with the document alone.
func TestManyFields(t *testing.T) {
	start := time.Now()
	body := strings.Repeat(`<p><r><fldChar fldCharType="begin"/><fldChar fldCharType="separate"/><t>a</t></r></p>`, 50_000)
	if _, err := readBytes(parts{"body": body}.pack(t)); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

// FuzzDocument feeds the parts of a Word file; whatever they say, the source
// keeps its promises.
func FuzzDocument(f *testing.F) {
	f.Add(para("berschrift1", "Scope")+`<tbl>`+tr(tc("a", ""), tc("b", `<vMerge/>`))+`</tbl>`, someStyles, clauses+`<num numId="1"><abstractNumId val="7"/></num>`, `<footnote id="1"><p/></footnote>`)
	f.Add(point("1", 1, "x")+`<p><r><fldChar fldCharType="begin"/><instrText>TOC</instrText></r><footnoteReference id="1"/></p>`, "", clauses+`<num numId="1"><abstractNumId val="7"/><lvlOverride ilvl="1"><startOverride val="-3"/></lvlOverride></num>`, "")
	f.Fuzz(func(t *testing.T, body, styles, numbering, footnotes string) {
		s, err := readBytes(parts{"body": body, "styles": styles, "numbering": numbering, "footnotes": footnotes}.pack(t))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("error of several lines: %v", err)
			}
			return
		}
		if err := block.Check(s); err != nil {
			t.Error(err)
		}
	})
}
