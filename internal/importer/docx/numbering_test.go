package docx

import (
	"fmt"
	"strings"
	"testing"
)

// lvl writes a level of a list definition.
func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<lvl ilvl="%d"><start val="1"/><numFmt val="%s"/>%s<lvlText val="%s"/></lvl>`, i, format, more, text)
}

// point writes a numbered paragraph.
func point(list string, level int, text string) string {
	return fmt.Sprintf(`<p><pPr><numPr><ilvl val="%d"/><numId val="%s"/></numPr></pPr><r><t>%s</t></r></p>`, level, list, text)
}

// clauses is a list like that of a contract: 1., 1.1, (a), (i).
var clauses = `<abstractNum abstractNumId="7">` +
	lvl(0, "decimal", "%1.", "") + lvl(1, "decimal", "%1.%2", "") +
	lvl(2, "lowerLetter", "(%3)", "") + lvl(3, "lowerRoman", "(%4)", "") + `</abstractNum>`

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		name, numbering string
		points          []string // "LIST LEVEL"
		want            string
	}{
		{
			"levels restart below a higher one",
			clauses + `<num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "1 1", "1 1", "1 2", "1 2", "1 3", "1 0", "1 1", "1 2"},
			"1. 1.1 1.2 (a) (b) (i) 2. 2.1 (a)",
		},
		{
			"a level that is left out shows its start",
			clauses + `<num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 1", "1 1", "1 0"},
			"1.1 1.2 1.",
		},
		{
			"uses of one definition share its count",
			clauses + `<num numId="1"><abstractNumId val="7"/></num><num numId="2"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "2 0", "1 0"},
			"1. 2. 3.",
		},
		{
			"an override starts anew, once",
			clauses + `<num numId="1"><abstractNumId val="7"/></num><num numId="2"><abstractNumId val="7"/><lvlOverride ilvl="0"><startOverride val="5"/></lvlOverride></num>`,
			[]string{"1 0", "2 0", "2 0", "1 0"},
			"1. 5. 6. 7.",
		},
		{
			"a definition of its own for a level",
			clauses + `<num numId="1"><abstractNumId val="7"/><lvlOverride ilvl="0">` + lvl(0, "upperRoman", "Part %1", "") + `</lvlOverride></num>`,
			[]string{"1 0", "1 0", "1 1"},
			"Part I|Part II|II.1",
		},
		{
			"legal numbering is decimal",
			`<abstractNum abstractNumId="7">` + lvl(0, "upperRoman", "Article %1", "") + lvl(1, "decimal", "%1.%2", "<isLgl/>") + `</abstractNum><num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "1 0", "1 1"},
			"Article I|Article II|2.1",
		},
		{
			"a level that never restarts",
			`<abstractNum abstractNumId="7">` + lvl(0, "upperRoman", "Chapter %1", "") + lvl(1, "decimal", "Article %2", `<lvlRestart val="0"/>`) + `</abstractNum><num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "1 1", "1 1", "1 0", "1 1"},
			"Chapter I|Article 1|Article 2|Chapter II|Article 3",
		},
		{
			"a level that restarts after one higher level alone",
			`<abstractNum abstractNumId="7">` + lvl(0, "decimal", "A%1", "") + lvl(1, "decimal", "B%2", "") + lvl(2, "decimal", "C%3", `<lvlRestart val="1"/>`) + `</abstractNum><num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "1 1", "1 2", "1 1", "1 2", "1 0", "1 2"},
			"A1 B1 C1 B2 C2 A2 C1",
		},
		{
			"bullets and numbers that are none have no label",
			`<abstractNum abstractNumId="7">` + lvl(0, "bullet", "•", "") + lvl(1, "none", "", "") + lvl(2, "none", "Note", "") + `</abstractNum><num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "1 1", "1 2"},
			"||Note",
		},
		{
			"a definition by way of a style",
			`<abstractNum abstractNumId="1"><numStyleLink val="Legal"/></abstractNum>` + strings.Replace(clauses, `"7">`, `"7"><styleLink val="Legal"/>`, 1) + `<num numId="1"><abstractNumId val="1"/></num>`,
			[]string{"1 0", "1 1"},
			"1. 1.1",
		},
		{
			"signs that are no numbers stay",
			`<abstractNum abstractNumId="7">` + lvl(0, "chineseCountingThousand", "第%1条", "") + lvl(1, "decimal", "100% %2", "") + `</abstractNum><num numId="1"><abstractNumId val="7"/></num>`,
			[]string{"1 0", "1 0", "1 1"},
			"第一条|第二条|100% 1",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var body strings.Builder
			for _, p := range c.points {
				list, level, _ := strings.Cut(p, " ")
				body.WriteString(point(list, int(level[0]-'0'), "x"))
			}
			s, err := readBytes(parts{"body": body.String(), "numbering": c.numbering}.pack(t))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range s.Blocks {
				got = append(got, s.Text[b.Label.Start:b.Label.End])
			}
			want := c.want
			if !strings.Contains(want, "|") {
				want = strings.ReplaceAll(want, " ", "|")
			}
			if strings.Join(got, "|") != want {
				t.Errorf("labels %q, want %q", strings.Join(got, "|"), want)
			}
		})
	}
}
