package encoding

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// eastAsian recognises the double-byte encodings; nil means none of them. The
// same bytes are characters in several, but only in the right one do they
// decode without errors and give the script that the language is written in:
// Japanese has kana in every sentence, Korean is Hangul, and Chinese keeps to
// the rows of its common characters.
func eastAsian(head []byte) (string, encoding.Encoding) {
	p := pairsOf(head)
	if p.all == 0 {
		return "", nil
	}
	for _, c := range []struct {
		name   string
		enc    encoding.Encoding
		script []*unicode.RangeTable
		share  int // of the script among characters outside ASCII, in per cent at least
		likely bool
	}{
		{"Shift-JIS", japanese.ShiftJIS, []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}, 20, true},
		{"EUC-JP", japanese.EUCJP, []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}, 20, true},
		{"EUC-KR", korean.EUCKR, []*unicode.RangeTable{unicode.Hangul}, 70, p.adjoin()},
		{"GB18030", simplifiedchinese.GB18030, []*unicode.RangeTable{unicode.Han}, 0, p.even() && p.within(0xA1, 0xD7) >= 70},
		{"Big5", traditionalchinese.Big5, []*unicode.RangeTable{unicode.Han}, 50, p.adjoin() && p.within(0xA1, 0xC6) >= 90},
	} {
		if c.likely && reads(head, c.enc, c.script, c.share) {
			return c.name, c.enc
		}
	}
	return "", nil
}

// pairs tells how the bytes above 0x7F stand, if each begins a pair.
type pairs struct {
	all, joined int      // pairs; those right behind another
	leads       [256]int // pairs by their first byte

	runs, evenRuns, high int // of bytes above 0x7F
}

func pairsOf(head []byte) pairs {
	var p pairs
	end := -1 // of the last pair
	for i := 0; i < len(head)-1; i++ {
		if head[i] < 0x80 {
			continue
		}
		p.all++
		p.leads[head[i]]++
		if i == end {
			p.joined++
		}
		i++
		end = i + 1
	}
	for i := 0; i < len(head); {
		n := 0
		for i+n < len(head) && head[i+n] >= 0x80 {
			n++
		}
		if n > 0 {
			p.runs, p.high, p.evenRuns = p.runs+1, p.high+n, p.evenRuns+1-n%2
		}
		i += max(n, 1)
	}
	return p
}

// within returns how many pairs in a hundred begin with a byte from lo to hi.
func (p *pairs) within(lo, hi int) int {
	n := 0
	for _, k := range p.leads[lo : hi+1] {
		n += k
	}
	return n * 100 / p.all
}

// adjoin reports whether pairs stand together as the characters of words do,
// and not alone as accented letters.
func (p *pairs) adjoin() bool { return p.joined*2 >= p.all }

// even reports whether bytes above 0x7F come in runs of even length, as where
// both bytes of every character are.
func (p *pairs) even() bool { return p.evenRuns*10 >= p.runs*9 && p.high > p.runs }

// reads reports whether head decodes with at most one error in a hundred
// characters, and with the wanted share of a script. Its last bytes may be a
// character cut in two.
func reads(head []byte, enc encoding.Encoding, script []*unicode.RangeTable, share int) bool {
	out, err := enc.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	wide, found, bad := 0, 0, 0
	for i, r := range string(out) {
		switch {
		case r < utf8.RuneSelf:
			continue
		case r == utf8.RuneError && i < len(out)-9:
			bad++
		case unicode.In(r, script...) && (r < 0xFF00 || r > 0xFFEF): // half-width kana are single bytes
			found++
		}
		wide++
	}
	return bad*100 <= wide && found*100 >= wide*share && wide > 0
}
