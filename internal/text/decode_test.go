package text

import (
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
		{"PK\x03\x04", "a ZIP archive"},
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
