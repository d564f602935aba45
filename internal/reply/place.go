package reply

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
)

// A Place is what a link or a button leads to: a section, or some sentences of it.
type Place struct {
	Document  string // name; empty where only one document is meant
	Section   string // id; empty for no place
	Sentences Sentences
	Long      bool // the section takes more than one page of the reader
}

// PlaceOf returns the place of section i of d, or of some sentences of it.
func PlaceOf(d *document.Document, i int, s Sentences) Place {
	return Place{Document: d.Name, Section: d.Sections[i].ID, Sentences: s, Long: d.Long(i)}
}

// Sentences are consecutive sentences of one section, the first and the last of
// them, counted from 1. The zero value is the section as a whole.
type Sentences [2]int

// IsZero reports whether s is the section as a whole.
func (s Sentences) IsZero() bool { return s == Sentences{} }

// Span returns the text from the first sentence to the last; false if the section
// does not have them all.
func (s Sentences) Span(d *document.Document, section int) (document.Span, bool) {
	all := d.Sentences(section)
	if s[0] < 1 || s[1] < s[0] || s[1] > len(all) {
		return document.Span{}, false
	}
	return all[s[0]-1].Join(all[s[1]-1]), true
}

// String returns "3" or "3-4"; nothing for a section as a whole.
func (s Sentences) String() string {
	switch {
	case s.IsZero():
		return ""
	case s[0] == s[1]:
		return strconv.Itoa(s[0])
	}
	return strconv.Itoa(s[0]) + "-" + strconv.Itoa(s[1])
}

// Fragment returns what names s in the address of its section: "s3" or "s3-s4";
// nothing for a section as a whole.
func (s Sentences) Fragment() string {
	if s.IsZero() {
		return ""
	}
	return "s" + strings.Replace(s.String(), "-", "-s", 1)
}

// ParseSentences is the inverse of [Sentences.String]. It refuses numbers below 1
// and ranges that run backwards.
func ParseSentences(s string) (Sentences, bool) {
	first, last, isRange := strings.Cut(s, "-")
	if !isRange {
		last = first
	}
	from, err := strconv.ParseUint(first, 10, 31)
	to, err2 := strconv.ParseUint(last, 10, 31)
	if err != nil || err2 != nil || from < 1 || to < from {
		return Sentences{}, false
	}
	return Sentences{int(from), int(to)}, true
}

// Address returns the permanent address of p in the reader, without the host: see
// [document.Address].
func (p Place) Address() string {
	return document.Address(p.Document, p.Section, p.Sentences, p.Long)
}

// String returns "measure-2", "measure-2:3" or "measure-2:3-4": what a button
// carries.
func (p Place) String() string {
	if p.Sentences.IsZero() {
		return p.Section
	}
	return p.Section + ":" + p.Sentences.String()
}

// Query returns what names p where people may read it, as the words of an inline
// query: [Place.String], after the name of the document if it has one:
// "law/article-2:3".
func (p Place) Query() string {
	if p.Document == "" {
		return p.String()
	}
	return p.Document + "/" + p.String()
}

const (
	// payloadBytes is what Telegram takes as the payload of a link that starts a
	// bot, of A-Z a-z 0-9 _ and -.
	payloadBytes = 64

	// payloadSign begins a payload that is not to be read by people.
	payloadSign = "_"
)

// plainWord is what a name or an id may be for a payload to hold it as it is.
var plainWord = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

// Payload returns what names p in a link that starts the bot:
// "opinions-2024_measure-2_3-4", or the same in base64 where a name has other
// characters; "" where that is too long.
func (p Place) Payload() string {
	if p.Section == "" {
		return ""
	}
	parts := []string{p.Document, p.Section}
	if p.Document == "" {
		parts = parts[1:]
	}
	if !p.Sentences.IsZero() && p.Document != "" {
		parts = append(parts, p.Sentences.String())
	}
	out := strings.Join(parts, "_")
	if slices.ContainsFunc(parts, func(s string) bool { return !plainWord.MatchString(s) }) {
		out = payloadSign + base64.RawURLEncoding.EncodeToString([]byte(strings.Join(parts, "\x00")))
	}
	if len(out) > payloadBytes {
		return ""
	}
	return out
}

// ParsePayload is the inverse of [Place.Payload]. What it does not know is the id of
// a section: such were all payloads once.
func ParsePayload(s string) Place {
	parts := strings.Split(s, "_")
	if coded, ok := strings.CutPrefix(s, payloadSign); ok {
		raw, err := base64.RawURLEncoding.DecodeString(coded)
		if err != nil || !utf8.Valid(raw) {
			return Place{Section: s}
		}
		parts = strings.Split(string(raw), "\x00")
	}
	switch len(parts) {
	case 1:
		return Place{Section: parts[0]}
	case 2, 3:
	default:
		return Place{Section: s}
	}
	p := Place{Document: parts[0], Section: parts[1]}
	if len(parts) == 3 {
		var ok bool
		if p.Sentences, ok = ParseSentences(parts[2]); !ok {
			return Place{Section: s}
		}
	}
	return p
}

// CutSentences takes the sentences off the end of what [Place.String] made. A
// string that names none is returned whole: ids may have colons of their own.
func CutSentences(s string) (section string, sentences Sentences) {
	colon := strings.LastIndexByte(s, ':')
	if colon < 0 {
		return s, Sentences{}
	}
	sentences, ok := ParseSentences(s[colon+1:])
	if !ok {
		return s, Sentences{}
	}
	return s[:colon], sentences
}
