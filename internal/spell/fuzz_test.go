package spell

import (
	"bytes"
	"testing"
)

// FuzzDecode: whatever the cache has of the words of a text, they are read or refused; what
// is read is written as it was.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "1 a\n", "2 b\n1 a b\n", "x y\n", "-1 a\n", "1 a", "+1 a\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, encoded []byte) {
		words, err := Decode(encoded)
		if err != nil {
			return
		}
		again, err := Decode(Encode(words))
		if err != nil || len(again) != len(words) || !bytes.Equal(Encode(again), Encode(words)) {
			t.Errorf("%q: %v, %v", encoded, words, err)
		}
	})
}
