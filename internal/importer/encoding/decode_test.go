package encoding

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"", "there is no text in it"},
		{" \r\n\t", "there is no text in it"},
		{"\xEF\xBB\xBF\n", "there is no text in it"},
		{"\xFF\xFE", "there is no text in it"},
		{"\x00", "there is no text in it"},
		{"\u200b\u2060\n", "there is no text in it"},
		{"%PDF-1.4", "a PDF file"},
		{"%PDF-1.4", "it is a PDF file, not text"},
		{"PK\x03\x04", "a ZIP archive"},
		{"\x89PNG\r\n", "a picture"},
		{"\x1F\x8B\x08", "a gzip archive"},
		{"a\x00b\x00\x00c\x01\x02", "control bytes"},
		{"\x7FELF\x02", "a program"},
	} {
		if s, name, _, err := Decode([]byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %q in %s, %v; want an error with %q", c.data, s, name, err, c.want)
		}
	}
}

func TestDecode(t *testing.T) {
	const (
		english = "Article 1. The fee is £5 – “naïve” café prices apply.\nArticle 2. Nothing.\n"
		spanish = "Artículo 1. La protección del niño y de la montaña.\n¿Cuántas medidas? Señor.\n"
		russian = "Статья 1. Настоящий закон регулирует отношения.\nСтатья 2. Он вступает в силу.\n"
		chinese = "第一条　为了保护湖泊，制定本法。\n第二条 本法适用于一切单位和个人。\n"
		taiwan  = "第一條　為保護湖泊，特制定本辦法。\n第二條 本辦法適用於全國之湖泊與其沿岸，主管機關為縣政府。\n"
		mixed   = "ISO 9001 手冊\n1. 範圍\n本手冊說明 Quality Management 之作業。\n"
		japan   = "第一条　この規則は、会員の会費について定める。\n第二条 会費は、毎月１日に払うものとする。\n"
		korea   = "제1조(목적) 이 규칙은 회원의 회비를 정함을 목적으로 한다.\n제2조 회비는 매월 1일에 납부한다.\n"
	)
	le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"UTF-8", english + russian + chinese, encoding.Nop},
		{"UTF-8", "plain ASCII", encoding.Nop},
		{"UTF-8", spanish, unicode.UTF8BOM},
		{"UTF-16LE", russian, le},
		{"UTF-16BE", chinese, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16LE", english, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16BE", spanish, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-16LE", russian, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-32LE", chinese, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"UTF-32BE", english, utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
		{"Windows-1252", english, charmap.Windows1252},
		{"Windows-1252", spanish, charmap.ISO8859_1},
		{"Windows-1251", russian, charmap.Windows1251},
		{"KOI8-R", russian, charmap.KOI8R},
		{"CP866", russian, charmap.CodePage866},
		{"ISO-8859-5", russian, charmap.ISO8859_5},
		{"UTF-8", "<p align=center>Markdown with <b>tags</b>.", encoding.Nop},
		{"UTF-8", "<!-- never ended, <html>", encoding.Nop},
		{"GB18030", chinese, simplifiedchinese.GB18030},
		{"GB18030", strings.Repeat(chinese, 2000), simplifiedchinese.GBK},
		{"Big5", taiwan, traditionalchinese.Big5},
		{"Big5", mixed, traditionalchinese.Big5},
		{"Big5", strings.Repeat(taiwan, 2000), traditionalchinese.Big5},
		{"Shift-JIS", japan, japanese.ShiftJIS},
		{"EUC-JP", japan, japanese.EUCJP},
		{"EUC-KR", korea, korean.EUCKR},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got, name, warnings, err := Decode(data)
		if err != nil || name != c.name || got != c.text || warnings != nil {
			t.Errorf("%s: read as %s, %v, %q: %.60q", c.name, name, err, warnings, got)
		}
	}
}

// TestDecodeBroken keeps a UTF-8 text with one broken byte readable.
func TestDecodeBroken(t *testing.T) {
	s := strings.Repeat("Статья. ", 20)
	got, name, warnings, err := Decode([]byte(s + "\xD0 end"))
	if err != nil || len(warnings) != 1 || name != "UTF-8" || got != s+"\uFFFD end" {
		t.Errorf("%s, %v: %q", name, err, got)
	}
}

// TestCyrillic tells the code pages apart by a few words, whatever their case
// and what stands around them.
func TestCyrillic(t *testing.T) {
	for _, s := range []string{
		"Привет, мир!\n",
		"ЗАКОН О ГОСУДАРСТВЕННЫХ ОЗЁРАХ. ОБЩИЕ ПОЛОЖЕНИЯ\n",
		"глава 2. права и обязанности граждан\n",
		"Договор № 5\n\n1. Предмет договора\n\nПоставщик обязуется передать Товар в срок до 5 мая.\n",
		"Стаття 1. Україна є суверенна і незалежна, демократична, соціальна, правова держава.\n",
		"Чл. 1. България е република с парламентарно управление.\n",
		"Section 1. Definitions. The word «закон» means a law that the assembly has passed.\n",
	} {
		for _, c := range codePages {
			data, err := encoding.ReplaceUnsupported(c.page.NewEncoder()).Bytes([]byte(s))
			if err != nil {
				t.Fatal(err)
			}
			data = bytes.ReplaceAll(data, []byte{encoding.ASCIISub}, []byte{'?'}) // letters that the page lacks
			want, err := c.page.NewDecoder().String(string(data))
			if err != nil {
				t.Fatal(err)
			}
			if got, name, _, err := Decode(data); err != nil || got != want {
				t.Errorf("%s: read as %s, %v: %q, want %q", c.name, name, err, got, want)
			}
		}
	}
	table, err := charmap.CodePage866.NewEncoder().String("┌" + strings.Repeat("─", 200) + "┐\n│ Список членов │ Сумма │\n└" + strings.Repeat("─", 200) + "┘\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, name, _, err := Decode([]byte(table)); name != "CP866" {
		t.Errorf("a table in CP866 was read as %s, %v", name, err)
	}
}

// TestWesternIsNotAsian keeps accented letters that happen to be pairs of an
// East Asian encoding what they are.
func TestWesternIsNotAsian(t *testing.T) {
	for _, s := range []string{"ÁREA", "Ártículo", "ÉTÉ", "Señor", "Ü", "Das Gesetz über Gebühren.", "«Où?»", "§ 5", "naïveté"} {
		data, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		if got, name, _, err := Decode(data); err != nil || got != s {
			t.Errorf("%s: read as %s, %v: %q", s, name, err, got)
		}
	}
}

func TestDecodeAs(t *testing.T) {
	polish, err := charmap.ISO8859_2.NewEncoder().Bytes([]byte("Źródło prawa"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ data, label, text, name string }{
		{string(polish), "no such thing", "", "Windows-1252"},
		{string(polish), "ISO-8859-2", "Źródło prawa", "iso-8859-2"},
		{"Źródło", "latin1", "Źródło", "UTF-8"},
		{"\xFF\xFEa\x00", "latin1", "a", "UTF-16LE"},
		{"plain", "", "plain", "UTF-8"},
	} {
		got, name, _, err := DecodeAs([]byte(c.data), c.label)
		if err != nil || name != c.name || (c.text != "" && got != c.text) {
			t.Errorf("%q as %q: %q in %s, %v; want %q in %s", c.data, c.label, got, name, err, c.text, c.name)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, out, warning string }{
		{"a\tb\r\n\fc", "a\tb\r\n\fc", ""},
		{"Rule\x00s and \x01more", "Rules and more", "control characters left out: 2"},
		{"N\bNA\bAM\bME\bE", "NAME", "the marks of a terminal"},
		{"_\bé", "é", "the marks of a terminal"},
		{"\x1b[1mBold\x1b[0m", "Bold", "the marks of a terminal"},
		{"\b\ba\b", "a", "control characters left out: 3"},
		{"", "", ""},
	} {
		got, warnings := Clean(c.in)
		if said := strings.Join(warnings, ""); got != c.out || !strings.HasPrefix(said, c.warning) || (c.warning == "") != (said == "") {
			t.Errorf("%q: %q, %q; want %q, %q", c.in, got, said, c.out, c.warning)
		}
	}
	if got, _, _, err := Decode([]byte("A boat is five metres long.\x00\nIt is blue.\x00")); err != nil || got != "A boat is five metres long.\nIt is blue." {
		t.Errorf("control bytes in a short text: %q, %v", got, err)
	}
	text := strings.Repeat("Rules and more rules. ", 100) + "\x00\x02"
	if got, _, warnings, err := Decode([]byte(text)); err != nil || len(warnings) != 1 || strings.Contains(got, "\x00") {
		t.Errorf("a few control bytes: %q, %v", warnings, err)
	}
}

func TestIsHTML(t *testing.T) {
	for s, want := range map[string]bool{
		"<!DOCTYPE html>\n<p>Text.":                                  true,
		"\ufeff\r\n<HTML lang=en>":                                   true,
		"<?xml version='1.0'?>\n<!-- ours\n<p> -->\n<!doctype HTML>": true,
		"<p align=center>Markdown.":                                  false,
		"<!-- never ended, <html>":                                   false,
		"":                                                           false,
	} {
		if got := IsHTML(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// FuzzDecode checks that what comes out is clean UTF-8, or an error of one line.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "a", "\xFF\xFEa\x00", "\xB2\xC4\xA4\x40\xB1\xF8", "\x82\xB1\x82\xCC", "N\bN", "\x1b[1m\x00", "\xE9t\xE9"} {
		f.Add([]byte(s), "big5")
	}
	f.Fuzz(func(t *testing.T, data []byte, label string) {
		for _, label := range []string{"", label} {
			text, name, _, err := DecodeAs(data, label)
			if err != nil {
				if strings.Contains(err.Error(), "\n") {
					t.Errorf("%q is not one line", err)
				}
				continue
			}
			if again, more := Clean(text); name == "" || !utf8.ValidString(text) || again != text || more != nil {
				t.Errorf("%s: %q is not clean", name, text)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"UTF-8", "Статья 1. Настоящий закон. ", encoding.Nop},
		{"Windows-1251", "Статья 1. Настоящий закон. ", charmap.Windows1251},
		{"Big5", "第一條　為保護湖泊，特制定本辦法。", traditionalchinese.Big5},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			b.Fatal(err)
		}
		data = bytes.Repeat(data, 1<<20/len(data))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, _, err := Decode(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
