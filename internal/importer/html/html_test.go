package html

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pincite/internal/importer/block"
	"pincite/internal/importer/sourcetest"
)

func TestReadRefuses(t *testing.T) {
	var links strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&links, "<b class=%d><p>", i)
	}
	for _, c := range []struct{ name, data, want string }{
		{"too large", strings.Repeat("a", MaxBytes+1), "it is too large: HTML is read up to 64 MB"},
		{"depth", strings.Repeat("<div>", 600), "its elements are nested too deeply"},
		{"tags", strings.Repeat("<p>", maxTags+1), "it has 4000001 tags"},
		{"unclosed", links.String(), "too many of its elements"},
	} {
		_, err := Read(context.Background(), c.data)
		sourcetest.Refused(t, c.name, err, c.want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "<p>a"); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// TestGolden reads the pages in testdata.
func TestGolden(t *testing.T) {
	sourcetest.Blocks(t, ".html", func(data string) (*block.Source, error) { return Read(context.Background(), data) })
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"bold words", "<p>Pay <b>now</b></p><p><b>Ten</b> a year", "paragraph: Pay now\nparagraph <Ten>: Ten a year\n"},
		{"bold lines", "<h1>Yard</h1><h2>Rules</h2><p><b>Fees</b></p><p>Ten.</p><p><strong>May I <i>row</i>?</strong><br>Yes.<br>Now.</p><p><b>A<br>B</b></p><ul><li><b>Tom</b></li></ul>",
			"heading 1: Yard\n  heading 2: Rules\nparagraph strong: Fees\nparagraph: Ten.\nparagraph strong: May I row?\nparagraph: Yes.\\nNow.\nparagraph strong: A\\nB\nitem 1: Tom\n"},
		{"text alone", "Rules\nof all", "paragraph: Rules of all\n"},
		{"hidden", "<p hidden>a<p style='display: none'>b<script>c</script><style>d</style><template>e</template><p>f<!-- g -->", "paragraph: f\n"},
		{"navigation alone", "<nav><a href=/a>Rules</a> apply</nav>", "paragraph: Rules apply\n"},
		{"a trail", "<div><a href=/>Home</a> &gt; <a href=/p>Pets</a> &gt; Dogs</div><h1>Dogs</h1><p>Bark.", "heading 1: Dogs\nparagraph: Bark.\n"},
		{"a trail above a heading with a link", "<p><a href=/>Home</a> » <a href=/p>Pets</a> » Dogs?</p><h1>Dogs? <a href=#dogs>¶</a></h1><p>Bark.", "heading 1: Dogs?\nparagraph: Bark.\n"},
		{"no trail", "<p><a href=/>Home</a> and <a href=/p>Pets</a></p><h1>Dogs</h1><p>Bark.", "paragraph: Home and Pets\nheading 1: Dogs\nparagraph: Bark.\n"},
		{"a menu above no heading", "<ul><li><a href=a>News</a><li><a href=b>Rules</a><li><a href=c>Us</a></ul><p>The club meets on Tuesdays.</p><p>Members pay ten.</p>",
			"paragraph: The club meets on Tuesdays.\nparagraph: Members pay ten.\n"},
		{"spans of statutes", "<span class=akn-body><section class=akn-section><h3>1. Dogs</h3><span class=akn-content><span class=akn-p>In this by-law—</span><span class=akn-p>\"<span class=akn-def>dog</span>\" means a hound;</span></span></section>" +
			"<section class=akn-subsection><span class=akn-num>(1)</span><span class=akn-content><span class=akn-blockList><span class=akn-listIntroduction>No dog may—</span><span class=akn-item><span class=akn-num>(a)</span><span class=akn-p>bark;</span></span>" +
			"<span class=akn-item><span class=akn-num>(b)</span><span class=akn-p>bite a <span class=akn-term>person</span>.</span></span></span></span></section></span>",
			"    heading 3: 1. Dogs\nparagraph: In this by-law—\nparagraph: \"dog\" means a hound;\nparagraph: (1) No dog may—\nitem 1: (a) bark;\nitem 1: (b) bite a person.\n"},
		{"spans that are blocks", "<style>.l{ color:red; display:block }</style><h1>A</h1><p><span class=l>One.</span><span class=l>Two.</span><span style='display: block'>Three.</span><span>Four.</span></p>",
			"heading 1: A\nparagraph: One.\nparagraph: Two.\nparagraph: Three.\nparagraph: Four.\n"},
		{"spans that are cells", "<style>.c{display:table-cell}</style><p><span class=c>1.</span> <span style='display:table-cell'>Dogs bark.</span></p>", "paragraph: 1. Dogs bark.\n"},
		{"a title outside", "<h1>Dogs</h1><p>In force.</p><article><h2>1. Name</h2><p>" + strings.Repeat("A dog is a hound. ", 20) + "</p></article>",
			"heading 1: Dogs\n  heading 2: 1. Name\nparagraph: " + strings.TrimSpace(strings.Repeat("A dog is a hound. ", 20)) + "\n"},
		{"a title outside, with that of the site", "<title>Dogs | Elmford</title><h1>Dogs</h1><article><h2>1. Name</h2><p>" + strings.Repeat("A dog is a hound. ", 20) + "</p></article>",
			"title: Dogs | Elmford\nheading 1: Dogs\n  heading 2: 1. Name\nparagraph: " + strings.TrimSpace(strings.Repeat("A dog is a hound. ", 20)) + "\n"},
		{"the name of the site outside", "<title>Dogs | Elmford</title><header><h1>Elmford</h1></header><article><h2>1. Name</h2><p>A dog is a hound.</p></article>", "title: Dogs | Elmford\n  heading 2: 1. Name\nparagraph: A dog is a hound.\n"},
		{"another heading outside", "<title>Dogs</title><h1>Elmford</h1><article><h2>1. Name</h2><p>A dog is a hound.</p></article>", "title: Dogs\n  heading 2: 1. Name\nparagraph: A dog is a hound.\n"},
		{"spaces", "<p>a&nbsp;b\n c&shy;d  <b> e</b></p>", "paragraph: a b cd e\n"},
		{"line breaks", "<p>a<br>b<br> <br>c<br>1. d", "paragraph: a\\nb\nparagraph: c\\n1. d\n"},
		{"bold type of styles", "<style>.c1{color:#000;font-weight:700}.c2{font-weight:400}</style><h1>A</h1><h2>B</h2><p><span class=c1>Fees</span></p><p><span style='font-weight:normal'><b>Boats</b></span><br>Ten.</p>" +
			"<b style='font-weight:normal'><span class=c2>Plain.</span></b><p><span style='font-weight: Bold'>Not <span class=c2>all</span></span></p>",
			"heading 1: A\n  heading 2: B\nparagraph strong: Fees\nparagraph strong: Boats\nparagraph: Ten.\nparagraph: Plain.\nparagraph <Not>: Not all\n"},
		{"a page of broken lines", "<div><span style='font-weight:bold'> § 1\nName</span><br>(1) The club\nrows.<br>(2) It sails:<br>a) boats,<br>b) rafts.<br><br>§ 2 Fees<br>(1) Ten.<br>Due in May.<br>(2) None.<br>§ 3 End<br>At night.</div>",
			"paragraph strong: § 1 Name\nparagraph: (1) The club rows.\nparagraph: (2) It sails:\nparagraph: a) boats,\nparagraph: b) rafts.\n" +
				"paragraph: § 2 Fees\nparagraph: (1) Ten.\\nDue in May.\nparagraph: (2) None.\nparagraph: § 3 End\nparagraph: At night.\n"},
		{"an address", "<p>Tom Smith<br>12 High Street<br>Hill 12</p><ul><li>a<br>1. b<br>2. c</ul>", "paragraph: Tom Smith\\n12 High Street\\nHill 12\nitem 1: a\\n1. b\\n2. c\n"},
		{"headings", "<h1>A</h1><h3 id=b>B <a href=#b>¶</a></h3><p>c<div role=heading aria-level=4>D</div>", "heading 1: A\n    heading 3 #b: B\nparagraph: c\n      heading 4: D\n"},
		{"a title page", "<h1 class=title>A</h1><h2 class=subtitle>b</h2><h3 class='x author'>Ann Oar</h3><h3 class=date>May 2026</h3><p>c</p><h2>D</h2><p>d",
			"heading 1: A\nparagraph: b\nparagraph: Ann Oar\nparagraph: May 2026\nparagraph: c\n  heading 2: D\nparagraph: d\n"},
		{"a diary", "<h1>A</h1><h2 class=date>1 May</h2><p>a<h2 class=date>2 May</h2><h3>B</h3><p>b<h2 class=date>3 May</h2><p>c",
			"heading 1: A\n  heading 2: 1 May\nparagraph: a\n  heading 2: 2 May\n    heading 3: B\nparagraph: b\n  heading 2: 3 May\nparagraph: c\n"},
		{"a title page before text alone", "<h1 class=title>A</h1><h3 class=author>Ann Oar</h3><address>1 Quay</address><h3 class=date>May 2026</h3><p>c", "heading 1: A\nparagraph: Ann Oar\nparagraph: 1 Quay\nparagraph: May 2026\nparagraph: c\n"},
		{"two authors with their places", "<h1 class=title>A</h1><div class=author><h3 class=author>Ann Oar</h3><div>Lakeham</div></div><div class=author><h3 class=author>Bo Weir</h3><div>Hill</div></div><h2>D</h2><p>d",
			"heading 1: A\nparagraph: Ann Oar\nparagraph: Lakeham\nparagraph: Bo Weir\nparagraph: Hill\n  heading 2: D\nparagraph: d\n"},
		{"poems of two authors before another section", "<h1>A</h1><h2 class=author>Ann Oar</h2><p>a<h2 class=author>Bo Weir</h2><p>b<h2>C</h2><p>c",
			"heading 1: A\n  heading 2: Ann Oar\nparagraph: a\n  heading 2: Bo Weir\nparagraph: b\n  heading 2: C\nparagraph: c\n"},
		{"an edition below text", "<h1>A</h1><p>a<h2 class=edition>B</h2><p>b<h2>C</h2><p>c", "heading 1: A\nparagraph: a\n  heading 2: B\nparagraph: b\n  heading 2: C\nparagraph: c\n"},
		{"days alone", "<h1>A</h1><h2 class=date>1 May</h2><p>a<h2 class=date>2 May</h2><p>b", "heading 1: A\n  heading 2: 1 May\nparagraph: a\n  heading 2: 2 May\nparagraph: b\n"},
		{"a section number", "<section id=s><h2><span class=secno>2.1 </span><span>Fees</span></h2><p>a</section>", "  heading 2 #s: 2.1 Fees\nparagraph: a\n"},
		{"an empty anchor", "<a name=x></a><h2>A</h2>", "  heading 2 #x: A\n"},
		{"numbers", "<ol><li>a<li value=5>b<p>c</p><ol type=a><li>d</ol><li>e</ol>",
			"item 1 [1.]: 1. a\nitem 1 [5.]: 5. b\nparagraph: c\n  item 2 [a.]: a. d\nitem 1 [6.]: 6. e\n"},
		{"more numbers", "<ol start=3 type=I><li>a<li>b</ol><ol reversed><li>c<li>d</ol><ol style='list-style-type:none'><li>e</ol><ol type=A start=27><li>f</ol>",
			"item 1 [III.]: III. a\nitem 1 [IV.]: IV. b\nitem 1 [2.]: 2. c\nitem 1 [1.]: 1. d\nitem 1: e\nitem 1 [AA.]: AA. f\n"},
		{"own numbers", "<ol><li>(a) x<li>(b) y</ol><ol><li>1. z<li>3 days</ol>", "item 1: (a) x\nitem 1: (b) y\nitem 1: 1. z\nitem 1 [2.]: 2. 3 days\n"},
		{"a list that begins with a list", "<ol><li><ul><li>a</ul>b</ol>", "item 1 [1.]: 1.\n  item 2: a\nparagraph: b\n"},
		{"a table", "<table><caption>Fees</caption><tr><th>A<th>B<tr><td rowspan=2>x<td>1<tr><td>2<tr><td colspan=2>y</table>",
			"paragraph: Fees\nrow header: A | B\n    | A\n    | B\nrow: x | 1\n    | x\n    | 1\nrow: x | 2\n    | x\n    | 2\nrow: y\n    | y\n    | \n"},
		{"a wide table", "<table><tr><td colspan=99999999>a<td rowspan=99999>b<tr><td>c</table>", ""},
		{"layout", "<table><tr><td><h2>A</h2><p>b<td>c</table><table><tr><td>d</table>", "  heading 2: A\nparagraph: b\nparagraph: c\nparagraph: d\n"},
		{"points in tables", "<table><tr><td>(a)<td><p>x:<table><tr><td>—<td>y</table></table><table><tr><td>(b)<td>z</table>",
			"item 1 [(a)]: (a) x:\n  item 2: y\nitem 1 [(b)]: (b) z\n"},
		{"definitions", "<dl><dt id=d>Day</dt><dd><p>24 hours.</p><p>More.</p></dd><dt>A<dt>B<dd>both<dt>C</dl>",
			"item 1 #d: Day\\n24 hours.\nparagraph: More.\nitem 1: A\\nB\\nboth\nitem 1: C\n"},
		{"lines of code", "<pre><code><span style='display:flex'><span>if a:\n</span></span><span style='display:flex'>  b\n</span></code></pre><pre><div>c</div><div>  d</div></pre><p>e", "code: if a:\\n  b\ncode: c\\n  d\nparagraph: e\n"},
		{"code", "<pre>\nif a:\n\tb\n</pre><p>c", "code: if a:\\n\tb\nparagraph: c\n"},
		{"a page of code", "<pre>\n1. Rules\n\n  <b>None</b>.\n</pre>", "text: 1. Rules\\n\\n  None.\n"},
		{"phrases", "<p><q>a</q> 10<sup>6</sup> 2<sup>n+1</sup> H<sub>2</sub>O 1<sup>st</sup> <del>b</del><ruby>漢<rt>かん</rt></ruby><img alt=c src=d>", "paragraph: “a” 10⁶ 2ⁿ⁺¹ H2O 1st 漢\n"},
		{"notes", "<p>a<sup id=r1><a href=#n1>1</a></sup> b</p><ol><li id=n1><p>note <a href=#r1>↩</a></p></ol>", "paragraph: a[1] b\nnote #n1 [1.]: 1. note\n"},
		{"notes in other forms", "<p>a<a id=r1 href=#n1>1</a> b<a id=r2 href=#n2>2</a></p><dl><dt id=n1><a href=#r1>1</a></dt><dd><p>c</p></dd></dl><section><aside id=n2><span>[<a href=#r2>2</a>]</span> <p>d</p></aside></section>",
			"paragraph: a[1] b[2]\nnote #n1: [1] c\nnote #n2: [2]\nnote: d\n"},
		{"XHTML", "<?xml version='1.0'?>\n<html><head><title/></head><body><p><a id='x'/>a<br/>b</p><script src='c'/><p>d</p></body></html>", "paragraph #x: a\\nb\nparagraph: d\n"},
		{"questions", "<h1>A</h1><details><summary>Why?</summary>So.</details>", "heading 1: A\n  heading 2: Why?\nparagraph: So.\n"},
		{"a header with the title", "<header><a href=/>Site</a><h1>A</h1></header><p>b</p><footer>c</footer>", "paragraph: Site\nheading 1: A\nparagraph: b\n"},
		{"contents", "<h1>A</h1><h2>Contents</h2><ul><li><a href=#b>Bees</a><li><a href=#c>Cows</a><li><a href=#d>Dogs</a></ul><h2 id=b>Bees</h2><p>text of it",
			"heading 1: A\n  heading 2 #b: Bees\nparagraph: text of it\n"},
		{"menus", "<ul><li><a href=/1>One</a><li><a href=/2>Two</a><li><a href=/3>Three</a></ul><h1>A</h1><p>a long text of words<ul><li><a href=/4>Forms</a><li><a href=/5>Maps</a><li><a href=/6>Keys</a></ul><p>more text",
			"heading 1: A\nparagraph: a long text of words\nitem 1: Forms\nitem 1: Maps\nitem 1: Keys\nparagraph: more text\n"},
		{"right to left", "<html lang=ar dir=rtl><h1>قانون</h1><ol><li>الرسوم</ol>", "language: ar\nheading 1: قانون\nitem 1 [1.]: 1. الرسوم\n"},
		{"the head", "<html lang=en><title>Rules | Site</title><meta name=dcterms.issued content=2026-01-02><meta property=article:modified_time content=2026-02-03T04:05:06Z><meta name=DC.publisher content='The Club'><link rel=canonical href=https://a.b/c><h1>Rules</h1>",
			"title: Rules\nissuer: The Club\nlanguage: en\nsource: https://a.b/c\ndate: issued 2026-01-02\ndate: modified 2026-02-03\nheading 1: Rules\n"},
		{"lists of Google's word processor", `<style>.lst-kix_a-1>li:before{content:"(" counter(lst-ctn-kix_a-0,decimal) "." counter(lst-ctn-kix_a-1,lower-latin) ") "}` +
			`.lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0}.lst-kix_a-1>li{counter-increment:lst-ctn-kix_a-1}.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,upper-roman) ". "}` +
			`.lst-kix_b-0>li:before{content:"\0025cf  "}.lst-kix_b-0>li{counter-increment:lst-ctn-kix_b-0}</style>` +
			`<ol class="lst-kix_a-0 start" start=1><li>One<li>Two</ol><ol class="c4 lst-kix_a-1 start" start=1><li>Deep</ol><ol class="lst-kix_a-0" start=3><li>Three</ol><ul class=lst-kix_b-0><li>Dot</ul><ol><li>Own</ol>`,
			"item 1 [I.]: I. One\nitem 1 [II.]: II. Two\n  item 2 [(2.a)]: (2.a) Deep\nitem 1 [III.]: III. Three\nitem 1: Dot\nitem 1 [1.]: 1. Own\n"},
		{"lists of Word", `<p class=MsoToc1>1 Fees . . 3</p><p style='mso-list:none'>Text.</p><p class=MsoListParagraph style='text-indent:-18pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>One</p>` +
			`<p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>(a)<span>&nbsp; </span></span>Deep</p><p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Dot</p><p>Text.</p>`,
			"paragraph: Text.\nitem 1 [1.]: 1. One\n  item 2 [(a)]: (a) Deep\nitem 1: Dot\nparagraph: Text.\n"},
	} {
		s, err := Read(context.Background(), c.in)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		sourcetest.Check(t, s)
		if got := sourcetest.Print(s); got != c.want && c.name != "a wide table" {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// TestLanguage believes the text more than the page, where it is long enough.
func TestLanguage(t *testing.T) {
	const german = "Der Verein verleiht seine Boote an die Mitglieder, die ihren Beitrag gezahlt haben, und nicht an Gäste. "
	for text, want := range map[string]string{german: "en", strings.Repeat(german, 8): "de"} {
		s, err := Read(context.Background(), "<html lang=en><p>"+text)
		if err != nil || s.Meta.Language != want || len(s.Warnings) > 0 != (want == "de") {
			t.Errorf("%.20q: %q, %q, %v; want %s", text, s.Meta.Language, s.Warnings, err, want)
		}
	}
}

func TestCharset(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"<meta charset=\"KOI8-R\">": "koi8-r",
		"<html><META http-equiv=Content-Type content='text/html; charset=windows-1251'>": "windows-1251",
		"<!-- <meta charset=latin1> --><meta charset=big5>":                              "big5",
		"<?xml version='1.0' encoding='iso-8859-2'?><html>":                              "iso-8859-2",
		"<meta charset=utf-16le>":                                                        "utf-8",
		"<body><p>&lt;meta charset=x></body>":                                            "",
		strings.Repeat(" ", 5000) + "<meta charset=x>":                                   "",
	} {
		if got := Charset([]byte(in)); got != want {
			t.Errorf("%.60q: %q, want %q", in, got, want)
		}
	}
}

// TestBrokenLines reads a long page without paragraphs in the time that its length takes.
func TestBrokenLines(t *testing.T) {
	s, err := Read(context.Background(), strings.Repeat("It rains.<br>", 200_000)+"1. Row.<br>2. Sail.")
	if err != nil || len(s.Blocks) != 3 {
		t.Errorf("%d blocks, %v", len(s.Blocks), err)
	}
}

// FuzzRead checks that spans keep the rules and that the text is clean.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "<p>a", "<ol><li>a<table><tr><td>(a)<td>b", "<dl><dt>a<dd><dl><dd>b", "<h1>a<p>b</h1>", "<table><tr><td rowspan=3 colspan=4>a<td>b<tr><td>c",
		"<p class=t>Article 1<p class=s>A<p>b.<p class=t>Article 2<p class=s>C<p>d.", "<sup><a id=r href=#n>1</a></sup><p id=n><a href=#r>^</a>", "<pre>\x00\ta", "<math alttext=x>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		s, err := Read(context.Background(), data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is not one line", err)
			}
			return
		}
		sourcetest.Check(t, s)
		if strings.Contains(s.Text, "\n\n\n") || strings.Contains(s.Text, " \n") || strings.ContainsAny(s.Text, "\u00a0\u00ad\x00") {
			for _, b := range s.Blocks {
				if b.Kind.String() == "code" || b.Kind.String() == "text" {
					return
				}
			}
			t.Errorf("%q is not clean", s.Text)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	const unit = "<section id=s><h2><span>2.1</span> Fees</h2><p>The <em>fee</em> is due in <a href='https://example.org/march'>March</a>, see &sect; 3.</p><ul><li>one</li><li>two</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></section>\n"
	data := "<!DOCTYPE html><main>" + strings.Repeat(unit, 1<<20/len(unit)) + "</main>"
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), data); err != nil {
			b.Fatal(err)
		}
	}
}
