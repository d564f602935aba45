package verify_test

import (
	"strings"
	"testing"

	"pincite/internal/verify"
)

// TestRaisedLetters: a variable that is raised is a power, and the ending of an ordinal is
// none.
func TestRaisedLetters(t *testing.T) {
	d := parse(t, "growth.md", "# Growth\n\nThe pond holds 2<sup>n</sup> lilies after n days, and x<sup>k</sup> frogs. It was dug on the 1<sup>st</sup> of May by M<sup>me</sup> Roux.\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"The pond holds 2n lilies after n days", "altered"},
		{"The pond holds 2 lilies after n days", "altered"},
		{"lilies after n days, and xk frogs", "altered"},
		{"The pond holds 2", "altered"},
		{"The pond holds 2ⁿ lilies after n days, and xᵏ frogs", "verbatim"},
		{"The pond holds 2<sup>n</sup> lilies", "verbatim"},
		{"THE POND HOLDS 2ⁿ LILIES", "verbatim"},
		{"It was dug on the 1st of May by Mme Roux", "verbatim"},
		{"It was dug on the 1ˢᵗ of May by Mᵐᵉ Roux", "verbatim"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
