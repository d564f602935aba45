package markdown

import (
	"context"
	"runtime"
	"strings"
	"testing"
	"time"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/sourcetest"
)

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"too large", strings.Repeat("a", MaxBytes+1), "it is too large: Markdown is read up to 32 MB"},
		{"bytes", "a\xff", "it is not valid UTF-8"},
		{"quotations", "a\n" + strings.Repeat("> ", 101) + "a", "line 2 opens more than 100 lists or quotations"},
		{"lists", strings.Repeat("1. - ", 51) + "a", "line 1 opens more than 100 lists or quotations"},
		{"lists of many lines", indented("- a\n", 101), "line 101 opens more than 100 lists or quotations"},
		{"lists of many lines in a quotation", strings.ReplaceAll(indented("- 1) a\n", 60), "\n", "\n> "), "line 51 opens more than 100 lists or quotations"},
		{"heading", "# " + strings.Repeat("[a](", 1<<15), "line 1 holds too many brackets and asterisks"},
		{"links", strings.Repeat("[a]: b\n", 20_001), "line 20001: it has more than 20000 definitions of links"},
		{"table", strings.Repeat("|a", 2000) + "|\n" + strings.Repeat("|-", 2000) + "|\n" + strings.Repeat("|x\n", 1000), "line 1001: its tables have more than 2000000 cells"},
	} {
		_, err := Read(t.Context(), c.data)
		sourcetest.Refused(t, c.name, err, c.want)
	}
}

// indented returns lines, each further in than the one before.
func indented(line string, lines int) string {
	var b strings.Builder
	for n := range lines {
		b.WriteString(strings.Repeat("  ", n) + line)
	}
	return b.String()
}

// TestNesting wants as many lists within each other as there are, however long they are.
func TestNesting(t *testing.T) {
	data := strings.Repeat(indented("- a\n", 90)+"\n\ttext\n\n1. b\n   - - c\n", 3)
	if src, err := Read(t.Context(), data); err != nil || len(src.Blocks) < 3*90 {
		t.Errorf("%v", err)
	}
}

// TestGolden reads the documents in testdata.
func TestGolden(t *testing.T) {
	sourcetest.Blocks(t, ".md", func(data string) (*block.Source, error) {
		s, err := Read(t.Context(), data)
		if err == nil && s.Text != data {
			t.Errorf("the text is not the file:\n%s", data)
		}
		return s, err
	})
}

// TestLanguage believes the text more than the front matter, where it is long enough.
func TestLanguage(t *testing.T) {
	const french = "Le club loue ses barques aux membres qui ont réglé leur cotisation, et les rames sont rendues avant la nuit. "
	for _, c := range []struct{ claimed, text, want string }{
		{"en", french, "en"}, // too short to tell
		{"fr-CA", strings.Repeat(french, 8), "fr-CA"},
		{"en", strings.Repeat(french, 8), "fr"},
		{"la", strings.Repeat(french, 8), "la"}, // which nobody tells from others
		{"en", strings.Repeat("Boats and oars are lent to the members of the club. ", 10) + "Rame: oar.", "en"},
	} {
		s, err := Read(t.Context(), "---\nlanguage: "+c.claimed+"\n---\n"+c.text)
		if err != nil || s.Meta.Language != c.want || len(s.Warnings) > 0 != (c.want != c.claimed) {
			t.Errorf("%s, %.20q: %q, %q, %v; want %s", c.claimed, c.text, s.Meta.Language, s.Warnings, err, c.want)
		}
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"a comment alone", "<!-- nothing -->\n", ""},
		{"a comment that never ends", "Text.\n\n<!-- nothing\n# none\n", "paragraph: Text.\n"},
		{"a picture alone", "![logo](x.png)\n", ""},
		{"a command in a fence", "```sh\n# make install\n```\n", "code: # make install\n"},
		{"a fence in a quotation", "> ```\n> a\n>  b\n> ```\n", "code: a\\n b\n"},
		{"points in letters", "(a) One\n(b) two\nlines\n\nA.  One\nB.  Two\n", "paragraph: (a) One\nparagraph: (b) two\\nlines\nparagraph: A.  One\nparagraph: B.  Two\n"},
		{"no points", "(a) see point\nb) and\nAbs. 2\n\nHe is\nA. Smith\n", "paragraph: (a) see point\\nb) and\\nAbs. 2\nparagraph: He is\\nA. Smith\n"},
		{"an open fence", "~~~\na\n\n# b", "code: a\\n\\n# b\n"},
		{"a setext heading", "Upgrade\n-------\nText.", "  heading 2: Upgrade\nparagraph: Text.\n"},
		{"hashes without a space", "##Fees of **2026**\n\n###§ 1 \nIn force.\n\n#tag\n\n##\n\n- ##no\n", "  heading 2: Fees of 2026\n    heading 3: § 1\nparagraph: In force.\nparagraph: #tag\nitem 1: ##no\n"},
		{"bold words in a sentence", "**Fees** are due.\n\nPay **now**\n", "paragraph <Fees>: Fees are due.\nparagraph: Pay now\n"},
		{"titles in italics and as code", "*Keys* The porter has them.\n\n`make` builds it.\n\n`name` MUST be set.\n\n`Keys` There are two.\n", "paragraph <Keys>: Keys The porter has them.\nparagraph: make builds it.\nparagraph: name MUST be set.\nparagraph <Keys>: Keys There are two.\n"},
		{"a title behind a number", "(1) **Keys** The porter has them.\n\nThe **boats** are two.\n", "paragraph <Keys>: (1) Keys The porter has them.\nparagraph: The boats are two.\n"},
		{"a bold point", "- **Fees**\n  are due\n", "item 1 <Fees>: Fees\\n  are due\n"},
		{"bold lines", "**Fees**\n\nTen.\n\n**May I _row_?**  \nYes.\nOn **Sundays**.\n\n__Keys__\\\nTom.\n",
			"paragraph strong: Fees\nparagraph: Ten.\nparagraph strong: May I row?\nparagraph: Yes.\\nOn Sundays.\nparagraph strong: Keys\nparagraph: Tom.\n"},
		{"bold lines without blank ones", "**Art. 1.- Fees**\nTen.\n**Art. 2.- Keys***\nTom has them.\n** Art. 3. Boats***\n**a)** Row.\n**b)** Sail.\nNo more.\n",
			"paragraph strong: Art. 1.- Fees\nparagraph: Ten.\nparagraph strong: Art. 2.- Keys\nparagraph: Tom has them.\nparagraph strong: Art. 3. Boats\n" +
				"paragraph <a)>: a) Row.\nparagraph <b)>: b) Sail.\\nNo more.\n"},
		{"text below points", "**a)** Row.\n**b)** Sail.\n" + strings.Repeat("Whoever rows or sails ", 6) + "tells the board.\nIt answers.\n\n(a) Row\n(b) sail\n" + strings.Repeat("or row and sail ", 9) + "\n",
			"paragraph <a)>: a) Row.\nparagraph <b)>: b) Sail.\nparagraph: " + strings.Repeat("Whoever rows or sails ", 6) + "tells the board.\\nIt answers.\n" +
				"paragraph: (a) Row\nparagraph: (b) sail\\n" + strings.Repeat("or row and sail ", 8) + "or row and sail\n"},
		{"bold lines in a sentence", "Ask\n**Tom Smith**\nfor it. Or\n**Ann Smith.**\n\nDone.\n**Ann Smith**\nhas it.\n\nSo.\n**1** is less than **2**\n",
			"paragraph: Ask\\nTom Smith\\nfor it. Or\\nAnn Smith.\nparagraph: Done.\\nAnn Smith\\nhas it.\nparagraph: So.\\n1 is less than 2\n"},
		{"a bold line below a list", "- One\n- two.\n**Fees**\nTen.\n", "item 1: One\nitem 1: two.\nparagraph strong: Fees\nparagraph: Ten.\n"},
		{"bold lines that end on the next", "**_TITLE I  \n_**\n\n\u00a0\u00a0\u00a0**_Article 1.- Fees  \n_**\u00a0\u00a0_Ten are due._\n\n**Article 2.- Keys  \n**\n\n**Tom  \nhas** them.\n",
			"paragraph strong: TITLE I\nparagraph strong: Article 1.- Fees\nparagraph: \u00a0\u00a0Ten are due.\nparagraph strong: Article 2.- Keys\nparagraph <Tom  \\nhas>: Tom  \\nhas them.\n"},
		{"signs that are no bold line", "A.\n**\n**** Fees\n__Keys\n", "paragraph: A.\\n**\\n**** Fees\\n__Keys\n"},
		{"bold over two lines", "**Fees\nof all**\nTen.\n", "paragraph <Fees\\nof all>: Fees\\nof all\\nTen.\n"},
		{"a drawn table", "Wood      | Class\n-----------------\nOak       | A\n-----------------\nPine\n-----------------\n",
			"paragraph: Wood      | Class\nparagraph: Oak       | A\nparagraph: Pine\n"},
		{"hashes with a space that is none", "#\u00a0Fees\n\n##\u3000Boats\n\nText.\n\n#\u00a0- no\n", "heading 1: Fees\n  heading 2: Boats\nparagraph: Text.\nparagraph: #\u00a0- no\n"},
		{"a line above a heading", "# A\nB\n---\nText.\n\n---\nC\n---\n", "heading 1: A\n  heading 2: B\nparagraph: Text.\n  heading 2: C\n"},
		{"an id", "## Fees {#fees .wide}\n", "  heading 2 #fees: Fees\n"},
		{"an anchor before", "<a id=\"fees\"></a>\n\n## Fees\n", "  heading 2 #fees: Fees\n"},
		{"an empty heading", "# \n\nText.\n", "paragraph: Text.\n"},
		{"emphasis", "A ***very* big** ~~no~~ `*x*` __day__.\n", "paragraph: A very big no *x* day.\n"},
		{"links", "[a *b*](http://x.y/a_(b) \"t\") <http://z.z> [c][d] [d]\n\n[d]: http://d.d\n", "paragraph: a b http://z.z c d\n"},
		{"escapes", "1\\. \\*no\\* \\\\* C:\\dir\n", "paragraph: 1. *no* \\* C:\\dir\n"},
		{"entities", "A&nbsp;&amp; &copy; &lt;b&gt; &#8364; &nosuch; &#x41;\n", "paragraph: A\u00a0& © <b> € &nosuch; A\n"},
		{"inline tags", "10<sup>6</sup> 2<sup>n</sup> 1<sup>st</sup> m<br>H<sub>2</sub>O <!-- no --><b>yes</b>\n", "paragraph: 10⁶ 2ⁿ 1st m\\nH2O yes\n"},
		{"windows", "# A\r\n\r\nb\r\n**c**\r\n\r\n- d\r\n", "heading 1: A\nparagraph: b\r\\nc\n~ •\nitem 1: d\n"},
		{"a rule", "a\n\n* * *\n\nb\n", "paragraph: a\nparagraph: b\n"},
		{"front matter that is none", "---\n\nText.\n\n---\n", "paragraph: Text.\n"},
		{"front matter alone", "---\ntitle: A\n---\n", "title: A\n"},
		{"front matter of lists", "---\ntitle: >-\n  Rules of\n  a club\nlang: [en, fr]\nlast_updated: 2026-01-02T10:00:00Z\ndate: soon\n---\n# A",
			"title: Rules of a club\nlanguage: en\ndate: last updated 2026-01-02\nheading 1: A\n"},
		{"keys without a fence", "Title:  Rules of\n        a club\nAuthor: The board\nDate  : 2013-10-07\n\n# A\n", "title: Rules of a club\nissuer: The board\ndate: date 2013-10-07\nheading 1: A\n"},
		{"no keys", "Note: Text.\nTitle: Text.\nMore.\n", "paragraph: Note: Text.\\nTitle: Text.\\nMore.\n"},
		{"a title block", "% Rules of a club\n% The board\n% 2013-10-07\n\n# A\n", "title: Rules of a club\nissuer: The board\ndate: date 2013-10-07\nheading 1: A\n"},
		{"no title block", "%d items\n\n# A\n", "paragraph: %d items\nheading 1: A\n"},
		{"a key alone", "Title: Text.\n\nMore.\n", "paragraph: Title: Text.\nparagraph: More.\n"},
		{"words with attributes", "## [Fees]{.underline}\n\nA [small *fee*]{#f .x}, [not] {.x} or ]{.y}, [a]{}.\n", "  heading 2: Fees\nparagraph: A small fee, [not] {.x} or ]{.y}, [a]{}.\n"},
		{"TOML", "+++\ntitle = 1\n+++\na", "warning: the front matter is TOML, which is not read; title, language and dates can be set in document.yaml\nparagraph: a\n"},
		{"numbers", "3. a\n4. b\n\n   c\n   - d\n", "item 1 [3.]: 3. a\nitem 1 [4.]: 4. b\nparagraph: c\n  item 2: d\n"},
		{"a number for all", "1. a\n1. b\n\n   1) c\n   1) d\n\n1. e\n", "item 1 [1.]: 1. a\nitem 1 [2.]: 2. b\n  item 2 [1)]: 1) c\n  item 2 [2)]: 2) d\nitem 1 [3.]: 3. e\n"},
		{"a number left out", "1. a\n2. b\n4. c\n", "item 1 [1.]: 1. a\nitem 1 [2.]: 2. b\nitem 1 [4.]: 4. c\n"},
		{"code in a point", "- a\n\n  ```\n  x\n  ```\n", "item 1: a\ncode: x\n"},
		{"lettered points", "(c) as follows:\n\n    (i) *set* it;\n\n    (ii) send it.\n", "paragraph: (c) as follows:\nparagraph: (i) set it;\nparagraph: (ii) send it.\n"},
		{"code in a law", "Type:\n\n    (a) x\n", "paragraph: Type:\ncode: (a) x\n"},
		{"a table", "| A | B |\n|---|:-:|\n| **x** \\| y | `a|b` |\n||z|\n|w|\n",
			"row header: A | B\n    | A\n    | B\nrow: x | y | `a\n    | x | y\n    | `a\nrow:  | z\n    | \n    | z\nrow: w\n    | w\n    | \n"},
		{"a table of HTML", "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td></td><td>x &amp; <b>y</b></td></tr>\n</table>\n",
			"row header: A | B\n    | A\n    | B\nrow:  | x & y\n    | \n    | x & y\n"},
		{"templates", "See [the *rules*]({% page \"a b/c\" %}) {% if x %}of {{ site.name }}{% endif %} `{% raw %}`.\n", "paragraph: See the rules of {{ site.name }} {% raw %}.\n"},
		{"tabs", ">\t+\n\n>\t- a\n>\t\t1. [x] b <http://c.d>\n\n\t- e\n", "item 1: a\n  item 2 [1.]: 1. ☑ b http://c.d\ncode: - e\n"},
		{"torn tables", "<tr>0\n\n<td>a<tr><td>b", "paragraph: 0\nparagraph: a\nrow: b\n    | b\n"},
		{"HTML", "<h1 align=\"center\">Kettle</h1>\n<div id='a1'>\nIt boils.\n<ul><li>One</li><li>Two</li></ul></div>\n<script>x()</script>\n",
			"heading 1: Kettle\nparagraph #a1: It boils.\nitem 1: One\nitem 1: Two\n"},
		{"notes", "A[^1] b[^no].\n\n[^1]: The *note*.\n\n    More.\n\n[^2]: Unused.\n\nEnd.\n",
			"paragraph: A[1] b[^no].\nnote [1]: [1] The note.\nnote: More.\nnote [2]: [2] Unused.\nparagraph: End.\n"},
		{"a quotation", "> One\n> *two*\n\nthree\n", "paragraph: One\\ntwo\nparagraph: three\n"},
		{"tasks", "- [ ] a\n- [x] b\n", "item 1: ☐ a\nitem 1: ☑ b\n"},
	} {
		s, err := Read(t.Context(), c.in)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		sourcetest.Check(t, s)
		got := sourcetest.Print(s)
		if !strings.Contains(c.want, "~") {
			got = strings.ReplaceAll(got, "~ •\n", "")
		}
		if got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// TestReadHostile reads what makes parsers slow.
func TestReadHostile(t *testing.T) {
	const n = 1 << 15
	for _, unit := range []string{"[", "![", "[a](", "*a_", "*", "`a``b", "&amp;", "<a ", "<", "<!--", "|a", "~~a", "\\", "[^a]", "((", "a "} {
		start := time.Now()
		s, err := Read(t.Context(), "x\n"+strings.Repeat(unit, n)+"\n\nend")
		if err != nil {
			t.Errorf("%q: %v", unit, err)
			continue
		}
		sourcetest.Check(t, s)
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%q took %v", unit, took)
		}
	}
}

// TestReadAllocates reads many lines that part paragraphs: twice as many need twice the memory,
// not four times as much.
func TestReadAllocates(t *testing.T) {
	for _, unit := range []string{"It rains.\n**Fees**\n", "a) It rains.\n" + strings.Repeat("Rain ", 30) + ".\n"} {
		allocated := func(n int) uint64 {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, err := Read(t.Context(), "x\n\n"+strings.Repeat(unit, n)); err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		if once, twice := allocated(4000), allocated(8000); twice > 3*once {
			t.Errorf("%.20q: %d bytes, and %d for twice as much", unit, once, twice)
		}
	}
}

// TestReadLong reads a file in several chunks: the blocks are those of its parts,
// links and notes reach across, and a fence or comment is not cut.
func TestReadLong(t *testing.T) {
	const unit = "# A [b] c[^n]\n\n- d\n\n  e\n\n```\n# f\n\ng\n```\n\n<!-- h\n\ni -->\n\n"
	n := 2*chunkSize/len(unit) + 100
	s, err := Read(t.Context(), strings.Repeat(unit, n)+"[b]: x\n\n[^n]: Note.\n")
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Check(t, s)
	want := strings.Repeat("heading 1: A b c[n]\n~ •\nitem 1: d\nparagraph: e\ncode: # f\\n\\ng\n", n) + "note [n]: [n] Note.\n"
	if got := sourcetest.Print(s); got != want {
		t.Errorf("%d blocks, want %d", len(s.Blocks), 4*n+1)
	}
}

// FuzzRead checks that spans and markup keep the rules, and that the text is the file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "# a\n\nb", "- a\n  - b\n\n1. c", "|a|\n|-|\n|b|", "[^1]: a\n\nb[^1]", "---\na: b\n---\n", "<div>a<b>c",
		"<table><tr><td>a<td>b", "> - > a\n>   b", "a\\\nb  \nc", "&amp;\\*<br>", "\t- a\n\t\tb", "```\na", "- [x] a", "(a) b\n\n    (c) d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		s, err := Read(t.Context(), data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is not one line", err)
			}
			return
		}
		if s.Text != data {
			t.Error("the text is not the file")
		}
		sourcetest.Check(t, s)
	})
}

func BenchmarkRead(b *testing.B) {
	const unit = "## 2.1 Fees {#fees}\n\nThe *fee* is due in [March](https://example.org/march), see &sect; 3.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
	data := strings.Repeat(unit, 1<<20/len(unit))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHardBreaks wants words that a backslash at the end of a line keeps apart to stay so,
// whatever follows, and one that breaks nothing to stand.
func TestHardBreaks(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"Tel\\", "Tel\\"},
		{"a \\ b", "a \\ b"},
		{"a\\\nb", "a\nb"},
		{"a\\\n**b**\\\n`c`\\\n[d](x)", "a\nb\nc\nd"},
		{"*a*\\\n*b*", "a\nb"},
		{"> a\\\n> **b**", "a\nb"},
		{"a\\\\\n**b**", "a\\\nb"},
	} {
		src, err := Read(context.Background(), c.data)
		if err != nil {
			t.Fatal(err)
		}
		v := document.Show(src.Text, src.Markup, src.Blocks[0].Span)
		if v.Text != c.want {
			t.Errorf("%q is shown as %q, want %q", c.data, v.Text, c.want)
		}
	}
}
