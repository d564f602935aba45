package redact

import "regexp"

// hidden takes the place of what looks like a secret; redacted, of one that is known.
const hidden = "[hidden]"

var (
	// token is how Telegram writes the token of a bot, or what of it is secret: who reads
	// an address or a list of files takes it apart at the colon.
	token = regexp.MustCompile(`\d{5,}:[A-Za-z0-9_-]{25,}|\bAA[A-Za-z0-9_-]{30,}`)
	// password is what stands before the host of an address.
	password = regexp.MustCompile(`([A-Za-z][A-Za-z0-9+.-]*://)[^\s/@"']*:[^\s/@"']*@`)
	// run is what keys are made of: long, and not a word.
	run = regexp.MustCompile(`[A-Za-z0-9_-]{24,}`)
)

// Hide returns a line that is to be printed without the tokens of bots and the
// passwords of addresses that are in it: a secret may have been put where none
// belongs, and an error repeats what it found there.
func Hide(line string) string {
	return password.ReplaceAllString(token.ReplaceAllString(line, hidden), "${1}"+hidden+"@")
}

// HideLikely is Hide for a line about a setting, where whatever looks like a key is
// more likely one than anything else: capitals, small letters and digits in a row.
func HideLikely(line string) string {
	return run.ReplaceAllStringFunc(Hide(line), func(s string) string {
		if capital.MatchString(s) && small.MatchString(s) && digit.MatchString(s) {
			return hidden
		}
		return s
	})
}

var capital, small, digit = regexp.MustCompile(`[A-Z]`), regexp.MustCompile(`[a-z]`), regexp.MustCompile(`\d`)
