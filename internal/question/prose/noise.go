package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/text"
)

// addresses say nothing of what is asked, and their numbers are no sections. The
// target of a Markdown link goes, its words stay.
var addresses = regexp.MustCompile(`\]\([^()\s]*\)|(?:https?|ftp)://[^\s<>"]+|\bwww\.[^\s<>"]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b`)

// markup is what a chat shows as formatting: HTML tags and entities, scripts and
// styles with their content, and text struck through.
var markup = regexp.MustCompile(`(?is)<script>.*?</script>|<style>.*?</style>|~~.+?~~|</?[a-z][^<>]{0,78}>|&#?[a-z0-9]{1,78};`)

// WithoutMarkup blanks the formatting of s. Lengths stay.
func WithoutMarkup(s string) string {
	return markup.ReplaceAllStringFunc(s, func(m string) string { return strings.Repeat(" ", len(m)) })
}

// spaced is a word in spaced letters, "M E A S U R E".
var spaced = regexp.MustCompile(`(?:^|\s)\p{L}(?: \p{L}){3,}(?:\s|$)`)

// maxDevice is how many words the line has in which a device says that it sends.
const maxDevice = 8

// sentFrom reports whether a line, folded, is what a device writes below a message: "sent
// from my iphone".
func sentFrom(line string) bool {
	words := strings.Fields(line)
	return len(words) <= maxDevice && !strings.Contains(line, "?") && slices.ContainsFunc(words, func(w string) bool { return grammar.Lists(grammar.Device, w) })
}

// maxSignature is how many lines may follow the closing of a letter.
const maxSignature = 3

// withoutMarks returns s without the marks before the subject of a mail that answers or
// passes on another: "Fwd: ", "Re: AW: ".
func withoutMarks(s string) string {
	for {
		at := strings.IndexAny(s, ":：")
		if at < 0 || !grammar.Lists(grammar.PassedOn, text.Fold(strings.TrimSpace(s[:at]))) {
			return s
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		s = s[at+size:]
	}
}

// WithoutNoise returns s without addresses, marks of mails that are passed on and, where it
// has several lines, without the headers, rules and signatures of mail. The first address
// stays if keep holds for it: what the document has is content.
func WithoutNoise(s string, keep func(address string) bool) string {
	s = withoutMarks(s)
	if strings.Contains(s, "\n") {
		s = withoutMail(s)
	}
	if strings.Contains(s, "://") || strings.Contains(s, "@") || strings.Contains(s, "www.") || strings.Contains(s, "](") {
		if !strings.HasPrefix(s, "/") {
			first := true
			s = addresses.ReplaceAllStringFunc(s, func(a string) string {
				kept := first && keep(a)
				if first = false; kept {
					return a
				}
				return " "
			})
		}
	}
	return spaced.ReplaceAllStringFunc(s, func(w string) string { return " " + strings.ReplaceAll(w, " ", "") + " " })
}

func withoutMail(s string) string {
	var out []string
	skip := 0
	for line := range strings.Lines(s) {
		plain := strings.Trim(text.Fold(text.Clean(line)), " >,.!")
		name, _, isHeader := strings.Cut(plain, ":")
		switch {
		case plain == "":
			if skip < maxSignature {
				skip = 0
			}
		case grammar.Lists(grammar.Signature, strings.ReplaceAll(plain, " ", "_")):
			skip = maxSignature
			continue
		case skip > 0:
			skip--
			continue
		case len(out) > 0 && sentFrom(plain):
			continue
		case isHeader && grammar.Lists(grammar.Header, name), strings.HasPrefix(plain, "----"), strings.HasPrefix(plain, "===="):
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "")
}
