package text

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// ErrEmpty is returned for input without any visible character.
var ErrEmpty = errors.New("there is no text in it")

// Decode returns data as UTF-8 with the name of the encoding that it was in:
// UTF-8, UTF-16 or UTF-32 (with a byte order mark; UTF-16 also without),
// GB18030, Windows-1251, KOI8-R, CP866, ISO-8859-5 or Windows-1252 (of which
// Latin-1 is a part). Valid UTF-8 without a byte order mark is returned byte
// for byte.
//
// Eight-bit encodings are told apart by their letters: see [eightBit]. Input
// that is no plain text gives an error that says what it seems to be.
func Decode(data []byte) (string, string, error) {
	if what := magic(data); what != "" {
		return "", "", NotText(what)
	}
	name, enc, skip := marked(data)
	if enc == nil && name == "" {
		name, enc = unmarked(data)
	}
	out := data[skip:]
	if enc != nil {
		var err error
		if out, err = enc.NewDecoder().Bytes(out); err != nil {
			return "", "", fmt.Errorf("not readable as %s: %w", name, err)
		}
	}
	if !utf8.Valid(out) {
		out = bytes.ToValidUTF8(out, []byte("\uFFFD"))
	}
	if len(bytes.TrimSpace(out)) == 0 {
		return "", "", ErrEmpty
	}
	if binary(out) {
		return "", "", errors.New("it holds control bytes as binary files do; give plain text")
	}
	if html(out) {
		return "", "", NotText("an HTML page")
	}
	return string(out), name, nil
}

// NotText is the error for a file of another format: what it is, what is read,
// what to do.
func NotText(what string) error {
	return fmt.Errorf("it is %s; plain text and Markdown are read: save it as text first", what)
}

// marked looks for a byte order mark and returns its length too.
func marked(data []byte) (string, encoding.Encoding, int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return "UTF-8", nil, 3
	case bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")):
		return "UTF-32LE", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), 4
	case bytes.HasPrefix(data, []byte("\x00\x00\xFE\xFF")):
		return "UTF-32BE", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), 4
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return "UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), 2
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), 2
	}
	return "", nil, 0
}

// sample is how much of a file is looked at to guess its encoding, in bytes:
// enough for any share below to settle, and cheap for a file of any size.
const sample = 64 << 10

func unmarked(data []byte) (string, encoding.Encoding) {
	if name, enc := wide(data[:min(len(data), sample)]); enc != nil {
		return name, enc // before UTF-8, which Cyrillic in UTF-16 happens to be, too
	}
	if utf8.Valid(data) || mostlyUTF8(data) {
		return "UTF-8", nil
	}
	return eightBit(data)
}

// wide recognises UTF-16 without a mark by the zero bytes that ASCII letters,
// spaces and line ends have in it, always on the same side.
func wide(head []byte) (string, encoding.Encoding) {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	few := len(head) / 50 // even Chinese prose has its line ends
	switch {
	case zeros[1] > few && zeros[0] <= zeros[1]/10:
		return "UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > few && zeros[1] <= zeros[0]/10:
		return "UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return "", nil
}

// mostlyUTF8 reports whether data is UTF-8 with a few broken bytes: twenty good
// sequences of several bytes for each bad one never happen by chance.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else if size > 1 {
			good++
		}
		i += size
	}
	return good > 20*bad
}

// eightBit chooses between GB18030, the Cyrillic code pages and Windows-1252. In GB18030
// Chinese, bytes above 0x7F come in runs of even length and most pairs lie in
// the rows of punctuation and common characters (lead byte up to 0xD7). In
// Cyrillic, whole words are above 0x7F; in Western text, single letters are.
func eightBit(data []byte) (string, encoding.Encoding) {
	head := data[:min(len(data), sample)]
	var runs, even, high, pairs, common int
	for i := 0; i < len(head); {
		n := 0
		for i+n < len(head) && head[i+n] >= 0x80 {
			if n%2 == 0 {
				pairs++
				if head[i+n] >= 0xA1 && head[i+n] <= 0xD7 {
					common++
				}
			}
			n++
		}
		if n > 0 {
			runs, high = runs+1, high+n
			even += 1 - n%2
		}
		i += max(n, 1)
	}
	switch {
	case even*10 >= runs*9 && common*10 >= pairs*7 && high > runs && decodes(head):
		return "GB18030", simplifiedchinese.GB18030
	case high > 2*runs:
		return cyrillic(head)
	}
	return "Windows-1252", charmap.Windows1252
}

// decodes reports whether the sample is clean GB18030; its last three bytes may
// be a character cut in two.
func decodes(head []byte) bool {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	at := bytes.IndexRune(out, utf8.RuneError)
	return at < 0 || at >= len(out)-9
}

// binary reports whether one byte in a thousand is zero, or more than one in a
// hundred another control character; form feeds and escapes occur in real texts.
func binary(text []byte) bool {
	head := text[:min(len(text), sample)]
	odd := 0
	for _, b := range head {
		switch {
		case b == 0:
			odd += 10
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B, b == 0x7F:
			odd++
		}
	}
	return odd*100 > len(head)
}
