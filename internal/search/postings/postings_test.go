package postings

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pincite/internal/search/analyzer"
)

// documents are passages of one field, "body".
func documents(t *testing.T, texts ...string) []Document {
	t.Helper()
	a, err := analyzer.Named(analyzer.Exact)
	if err != nil {
		t.Fatal(err)
	}
	words := NewLexicon()
	var out []Document
	for n, text := range texts {
		d := NewDocument(n)
		d.Add(words.Value("body", a.Analyze([]byte(text))))
		out = append(out, d)
	}
	return out
}

func TestTablesRefuse(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x")
	if _, err := Tables(file); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	for _, content := range []string{"", "short", string(make([]byte, 1000))} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Tables(file); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: %v", len(content), err)
		}
	}
}

// A file has the postings of a segment in memory, however it was cut, and the tables.
func TestFileIsTheSame(t *testing.T) {
	texts := []string{"a key is lent", "no key, no key", "", "the hut is locked"}
	memory, err := Of(documents(t, texts...))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "x")
	parts, err := NewParts(file)
	if err != nil {
		t.Fatal(err)
	}
	all := documents(t, texts...)
	for n, of := range [][]Document{all[2:], all[:2]} {
		done, err := parts.Keep(1-n, of)
		if err != nil {
			t.Fatal(err)
		}
		done()
	}
	if err := errors.Join(parts.Merge(t.Context()), parts.Close(), Seal(file, []byte("tables"))); err != nil {
		t.Fatal(err)
	}
	if tables, err := Tables(file); string(tables) != "tables" || err != nil {
		t.Errorf("tables %q, error %v", tables, err)
	}
	disk, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	a, b := told(t, memory), told(t, disk)
	if want := []uint64{0, 1, 4, 1, 2, 4}; !slices.Equal(a, want) || !slices.Equal(b, want) {
		t.Errorf("in memory %v, in a file %v, want %v", a, b, want)
	}
	if err := errors.Join(memory.Close(), disk.Close()); err != nil {
		t.Error(err)
	}
}

// told returns the number, frequency and length of every posting of "key".
func told(t *testing.T, s *Segment) (out []uint64) {
	t.Helper()
	look, err := s.Lookup("body")
	if err != nil {
		t.Fatal(err)
	}
	at, err := look.Find("key")
	for err == nil {
		if err = at.Next(); err == nil && at.Ended() {
			return out
		}
		out = append(out, at.Number(), at.Frequency(), uint64(at.Length()))
	}
	t.Fatal(err)
	return nil
}
