package botapi

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// leadingCommand is a command at the beginning of a message: its name, and the
// bot it is meant for if that is said.
var leadingCommand = regexp.MustCompile(`^/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?`)

// SplitCommand takes a message apart. ok is false if it is no command. The
// library's own way leaves half a rune behind where a no-break space follows.
func SplitCommand(text string) (name, bot, rest string, ok bool) {
	m := leadingCommand.FindStringSubmatch(text)
	if m == nil {
		return "", "", "", false
	}
	rest = text[len(m[0]):]
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(r) {
		return "", "", "", false
	}
	return m[1], m[2], strings.TrimSpace(rest), true
}

// CutMentions takes the mentions of a bot out of a text and reports whether
// there were any. Entities count UTF-16 units and may be wrong, since they
// come from outside.
func CutMentions(text string, entities []Entity, self *User) (string, bool) {
	units := utf16.Encode([]rune(text))
	var kept []uint16
	from := 0
	for _, e := range entities {
		if e.Offset < from || e.Offset > len(units) || e.Length <= 0 || e.Length > len(units)-e.Offset {
			continue
		}
		end := e.Offset + e.Length
		word := string(utf16.Decode(units[e.Offset:end]))
		byName := e.Type == "mention" && strings.EqualFold(word, "@"+self.UserName)
		byID := e.Type == "text_mention" && e.User != nil && e.User.ID == self.ID
		if byName || byID {
			kept = append(kept, units[from:e.Offset]...)
			from = end
		}
	}
	if from == 0 {
		return text, false
	}
	kept = append(kept, units[from:]...)
	return strings.TrimLeft(strings.TrimSpace(string(utf16.Decode(kept))), ",:; \t\n"), true
}

// Units returns the length of s in UTF-16 units, which is how the platform counts.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// CutUnits returns the beginning of s that makes at most n UTF-16 units.
func CutUnits(s string, n int) string {
	for i, r := range s {
		if n -= utf16.RuneLen(r); n < 0 {
			return s[:i]
		}
	}
	return s
}
