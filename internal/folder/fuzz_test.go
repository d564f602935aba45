package folder

import (
	"bytes"
	"encoding/gob"
	"strings"
	"testing"

	"pincite/internal/annotation"
	"pincite/internal/outline/outlinetest"
)

// FuzzKept: whatever the cache has of a document, it is one whose parts fit, or none.
func FuzzKept(f *testing.F) {
	d, err := parse("house", []byte("1. Keys\n\nAt the desk.\n\n2. Doors\n\nClosed at nine."))
	if err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(made{Text: d.Text, Sections: d.Sections, Meta: d.Meta}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		m := &made{}
		if gob.NewDecoder(bytes.NewReader(data)).Decode(m) != nil {
			return
		}
		if read, err := m.bundle("fuzz", &Settings{}); err == nil {
			outlinetest.Check(t, read.Document)
		}
	})
}

// FuzzBeside: whatever is in the files beside a text, they are read or refused in one line.
func FuzzBeside(f *testing.F) {
	for _, s := range []string{"", "title: x\n", "levels: [a, {b: c}]\n", "- &a [*a]\n", "language: en\nsections:\n- id: a\n  questions: [b]\n", `{"sha256":"","blocks":[{"level":-1,"start":9,"end":1}]}`, "\t", "a: \xff", "0\n\n0"} {
		f.Add([]byte(s), []byte("1. a\n\nb"))
	}
	f.Fuzz(func(t *testing.T, beside, text []byte) {
		_, settings := ReadSettings(bytes.NewReader(beside), "document.yaml")
		_, aids := annotation.Read(bytes.NewReader(beside), "annotations.yaml")
		_, blocks := joinBlocks(text, beside)
		for _, err := range []error{settings, aids, blocks} {
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
		}
	})
}
