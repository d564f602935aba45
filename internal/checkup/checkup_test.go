package checkup

import (
	"bytes"
	"strings"
	"testing"
)

// TestNothingSecretIsSaid: what was put where it does not belong is not printed.
func TestNothingSecretIsSaid(t *testing.T) {
	const key = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
	for said, want := range map[string]string{
		"110201543:" + key + " can be reached from other machines": "fail  settings  [hidden] can be reached from other machines\n",
		"got \"" + key[2:] + "\"\nin it":                           "fail  settings  got \"[hidden]\" in it\n",
		"cannot open postgres://me:secret@host/name":               "fail  settings  cannot open postgres://[hidden]@host/name\n",
		"opinions-2024: 22 sections, digest c46a1925fd34":          "fail  settings  opinions-2024: 22 sections, digest c46a1925fd34\n",
	} {
		var out bytes.Buffer
		k := &checkup{Options: Options{Out: &out}}
		if k.say(broken, "settings", "%s", said); out.String() != want || strings.Contains(out.String(), key[2:]) {
			t.Errorf("%q: %q, want %q", said, out.String(), want)
		}
	}
}
