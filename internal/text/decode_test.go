package text

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"", "there is no text in it"},
		{" \r\n\t", "there is no text in it"},
		{"\xEF\xBB\xBF\n", "there is no text in it"},
		{"\xFF\xFE", "there is no text in it"},
		{"%PDF-1.4", "a PDF file"},
		{"%PDF-1.4", "plain text and Markdown are read: save it as text first"},
		{"PK\x03\x04", "a ZIP archive"},
		{"<!DOCTYPE html>\n<p>Text.", "it is an HTML page; plain text and Markdown are read"},
		{"\xEF\xBB\xBF\r\n<HTML lang=en>", "an HTML page"},
		{"<?xml version='1.0'?>\n<!-- ours\n<p> -->\n<!doctype HTML>", "an HTML page"},
		{"<\x00h\x00t\x00m\x00l\x00>\x00", "an HTML page"},
		{"\x89PNG\r\n", "a picture"},
		{"\x1F\x8B\x08", "a gzip archive"},
		{"a\x00b\x00\x00c\x01\x02", "control bytes"},
		{"\x7FELF\x02", "a program"},
	} {
		if s, name, err := Decode([]byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
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
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got, name, err := Decode(data)
		if err != nil || name != c.name || got != c.text {
			t.Errorf("%s: read as %s, %v: %.60q", c.name, name, err, got)
		}
	}
}

// TestDecodeBroken keeps a UTF-8 text with one broken byte readable.
func TestDecodeBroken(t *testing.T) {
	s := strings.Repeat("Статья. ", 20)
	got, name, err := Decode([]byte(s + "\xD0 end"))
	if err != nil || name != "UTF-8" || got != s+"\uFFFD end" {
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
			if got, name, err := Decode(data); err != nil || got != want {
				t.Errorf("%s: read as %s, %v: %q, want %q", c.name, name, err, got, want)
			}
		}
	}
	table, err := charmap.CodePage866.NewEncoder().String("┌" + strings.Repeat("─", 200) + "┐\n│ Список членов │ Сумма │\n└" + strings.Repeat("─", 200) + "┘\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, name, err := Decode([]byte(table)); name != "CP866" {
		t.Errorf("a table in CP866 was read as %s, %v", name, err)
	}
}
