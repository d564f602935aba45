package encoding

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// ErrEmpty is returned for input without any visible character.
var ErrEmpty = errors.New("there is no text in it")

// Decode returns data as UTF-8, with the name of the encoding that it was in and
// a warning for each thing that was mended on the way. Valid UTF-8 without a
// byte order mark and without control bytes is returned byte for byte.
//
// Read are UTF-8, UTF-16 and UTF-32 (with a byte order mark; UTF-16 also
// without), GB18030, Big5, Shift-JIS, EUC-JP, EUC-KR, Windows-1251, KOI8-R,
// CP866, ISO-8859-5 and Windows-1252 (of which Latin-1 is a part). Input that is
// no text gives an error of one line that says what it seems to be.
func Decode(data []byte) (text, name string, warnings []string, err error) {
	if what := Magic(data); what != "" {
		return "", "", nil, NotText(what)
	}
	name, enc, skip := marked(data)
	if name == "" {
		name, enc = unmarked(data)
	}
	text, warnings, err = finish(data[skip:], name, enc)
	return text, name, warnings, err
}

// DecodeAs is [Decode] for data that says what it is encoded in, as a page does
// in its head. A byte order mark and valid UTF-8 speak louder than the label,
// which is often wrong there; a label that nobody knows is passed over.
func DecodeAs(data []byte, label string) (text, name string, warnings []string, err error) {
	enc, _ := htmlindex.Get(label)
	if _, _, skip := marked(data); enc == nil || skip > 0 || utf8.Valid(data) {
		return Decode(data)
	}
	if name, err = htmlindex.Name(enc); err != nil {
		return "", "", nil, fmt.Errorf("encoding %s: %w", label, err)
	}
	text, warnings, err = finish(data, name, enc)
	return text, name, warnings, err
}

// finish decodes data (enc is nil for UTF-8) and cleans what comes of it.
func finish(data []byte, name string, enc encoding.Encoding) (string, []string, error) {
	out := data
	if enc != nil {
		var err error
		if out, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", nil, fmt.Errorf("not readable as %s: %w", name, err)
		}
	}
	var warnings []string
	if !utf8.Valid(out) {
		out = bytes.ToValidUTF8(out, []byte("\uFFFD"))
		warnings = append(warnings, "some bytes are not valid "+name+" and are shown as \uFFFD")
	}
	if bytes.IndexFunc(out, visible) < 0 {
		return "", nil, ErrEmpty
	}
	if binary(out) {
		return "", nil, errors.New("it holds control bytes as binary files do; give plain text")
	}
	text, more := Clean(string(out))
	return text, append(warnings, more...), nil
}

// visible reports a character that a reader sees and that stands for itself.
func visible(r rune) bool { return r != utf8.RuneError && r != ' ' && strconv.IsPrint(r) }

// NotText is the error for data of another format.
func NotText(what string) error {
	return fmt.Errorf("it is %s, not text", what)
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
	head := data[:min(len(data), sample)]
	if name, enc := eastAsian(head); enc != nil {
		return name, enc
	}
	return eightBit(head)
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

// eightBit chooses between the Cyrillic code pages and Windows-1252: in Cyrillic,
// whole words are above 0x7F; in Western text, single letters are.
func eightBit(head []byte) (string, encoding.Encoding) {
	runs, high := 0, 0
	for i, b := range head {
		if b >= 0x80 {
			high++
			if i == 0 || head[i-1] < 0x80 {
				runs++
			}
		}
	}
	if high > 2*runs {
		return cyrillic(head)
	}
	return "Windows-1252", charmap.Windows1252
}

// binary reports whether one byte in a thousand is zero, or more than one in a
// hundred another control character; a short text may have a few, up to one in twenty.
// Form feeds, escapes and the backspaces of bold print occur in real texts.
func binary(text []byte) bool {
	head := text[:min(len(text), sample)]
	const short = 4000 // bytes
	odd, n := 0, 0
	for _, b := range head {
		switch {
		case b == 0:
			odd += 10
			n++
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\b' && b != 0x1B, b == 0x7F:
			odd++
			n++
		}
	}
	return n*20 > len(head) || odd*100 > max(len(head), short)
}
