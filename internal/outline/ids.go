package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
)

// maxSlug is the longest slug, in bytes: with a document's name, it still fits
// a callback of 64 bytes.
const maxSlug = 40

// slug makes an id of a heading: its letters and digits, lower case, with hyphens.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if b.Len()+utf8.RuneLen(r)+1 > maxSlug {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return document.KindSection
	}
	return b.String()
}

// unique returns id, with a number after it if another section has it.
func (b *builder) unique(id string) string {
	free := id
	for b.used[free] > 0 {
		b.used[id]++
		free = id + "--" + strconv.Itoa(b.used[id])
	}
	b.used[free] = 1
	return free
}
