package lines

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
)

// head is the first line of a file.
var head = `{"pincite":"store","version":1,"key":"` + base64.StdEncoding.EncodeToString(make([]byte, KeyBytes)) + `"}` + "\n"

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		file, refused string
		kinds         []string
	}{
		"nothing":           {file: "", refused: "line 1 is not that of a store"},
		"another's":         {file: `{"key":"x"}` + "\n", refused: "line 1 is not that of a store"},
		"a short key":       {file: `{"pincite":"store","version":1,"key":"AAAA"}` + "\n", refused: "line 1 is not that of a store"},
		"a later version":   {file: strings.Replace(head, ":1,", ":2,", 1), refused: "use a newer program"},
		"a line of no kind": {file: head + "{}\n", refused: "line 2 cannot be read"},
		"too long a line":   {file: head + strings.Repeat("x", maxLine+1) + "\n", refused: "longer than"},
		"no line":           {file: head},
		"a line cut short":  {file: head + `{"kind":"language","language":"zh"}` + "\n" + `{"kind":"lang`, kinds: []string{Language}},
	} {
		var kinds []string
		key, err := Read(strings.NewReader(c.file), func(l Line) error {
			kinds = append(kinds, l.Kind)
			return nil
		})
		if c.refused != "" {
			if err == nil || !strings.Contains(err.Error(), c.refused) {
				t.Errorf("%s: error %v, want %q", name, err, c.refused)
			}
			continue
		}
		if err != nil || len(key) != KeyBytes || !slices.Equal(kinds, c.kinds) {
			t.Errorf("%s: %q, a key of %d bytes, %v", name, kinds, len(key), err)
		}
	}
}
