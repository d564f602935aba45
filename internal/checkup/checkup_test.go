package checkup

import (
	"bytes"
	"fmt"
	"testing"
)

// TestNothingSecretIsSaid: what was put where it does not belong is not printed.
func TestNothingSecretIsSaid(t *testing.T) {
	const key = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
	for _, tt := range []struct{ what, said, want string }{
		{"settings", "110201543:" + key + " can be reached from other machines", "[hidden] can be reached from other machines"},
		{"settings", "got \"" + key[2:] + "\"\nin it", `got "[hidden]" in it`},
		{"settings", "cannot open postgres://me:secret@host/name", "cannot open postgres://[hidden]@host/name"},
		{"document", "open " + key + ": no such file", "open [hidden]: no such file"},
		{"store", "cannot open postgres://me:secret@host/name", "cannot open postgres://[hidden]@host/name"},
		{"document", "EU-Regulation-2024-Sheds-and-Huts: 22 sections, digest c46a1925fd34", "EU-Regulation-2024-Sheds-and-Huts: 22 sections, digest c46a1925fd34"},
		{"model", "Great-Model-3-8B-Instruct-Q4_K_M at 127.0.0.1", "Great-Model-3-8B-Instruct-Q4_K_M at 127.0.0.1"},
		{"document", "a\x1b[2J\u202eb: 1 section", "a[2Jb: 1 section"},
	} {
		var out bytes.Buffer
		k := &checkup{Options: Options{Out: &out}}
		want := fmt.Sprintf("fail  %-9s %s\n", tt.what, tt.want)
		if k.say(broken, tt.what, "%s", tt.said); out.String() != want {
			t.Errorf("%q: %q, want %q", tt.said, out.String(), want)
		}
	}
}
