package search

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pincite/internal/search/postings"
)

// smallBatches has indexes cut into segments after so many bytes of text.
func smallBatches(t *testing.T, bytes int) {
	before := batchBytes
	batchBytes = bytes
	t.Cleanup(func() { batchBytes = before })
}

// onDisk writes an index and opens it.
func onDisk(t testing.TB, fields []Field, passages []Passage) *Index {
	t.Helper()
	file := filepath.Join(t.TempDir(), "index")
	if err := Write(context.Background(), file, fields, slices.Values(passages)); err != nil {
		t.Fatal(err)
	}
	alone(t, file)
	x, err := Open(file, fields)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// alone fails if anything but the files is in their folder.
func alone(t testing.TB, files ...string) {
	t.Helper()
	dir := filepath.Dir(files[0])
	found, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if !slices.Contains(files, filepath.Join(dir, f.Name())) {
			t.Errorf("%s was left behind", f.Name())
		}
	}
}

// What is on disk, in one segment or merged of many, is what is in memory: the same
// hits with the same scores to the last bit, the same words, the same marks.
func TestDiskIsMemory(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 9))
		smallBlocks(t, r)
		fields, passages := randomCorpus(r)
		for i := range passages {
			passages[i].Mark = uint32(i * 7)
		}
		memory := buildPassages(t, fields, passages)
		smallBatches(t, 1+r.IntN(2000))
		disk := onDisk(t, fields, passages)
		if memory.Len() != disk.Len() || !slices.Equal(memory.marks, disk.marks) {
			t.Fatalf("seed %d: %d passages in memory, %d on disk", seed, memory.Len(), disk.Len())
		}
		for _, f := range fields {
			if m, d := memory.fields[f.Name], disk.fields[f.Name]; m.terms.Letters != d.terms.Letters ||
				!slices.Equal(m.terms.Counts, d.terms.Counts) || m.meanLength != d.meanLength || m.passages != d.passages {
				t.Fatalf("seed %d: field %s is another on disk", seed, f.Name)
			}
		}
		for range 20 {
			q := randomQuery(r, fields)
			q.Groups = r.IntN(3)
			if m, d := search(t, memory, q), search(t, disk, q); !reflect.DeepEqual(m, d) {
				t.Fatalf("seed %d, query %+v:\nmemory %v\ndisk   %v", seed, q, m, d)
			}
		}
	}
}

func TestWriteLeavesNothingWhenItFails(t *testing.T) {
	smallBatches(t, 10)
	body := []Field{{Name: "body", Analyzer: Exact}}
	text := Passage{Values: map[string]string{"body": "some words of text"}}
	ctx, cancel := context.WithCancel(context.Background())
	tests := map[string]struct {
		ctx      context.Context
		passages iter.Seq[Passage]
	}{
		"undeclared": {context.Background(), slices.Values([]Passage{text, text, {Values: map[string]string{"titel": "x"}}})},
		"canceled": {ctx, func(yield func(Passage) bool) {
			for n := range 100 {
				if n == 50 {
					cancel()
				}
				if !yield(text) {
					return
				}
			}
		}},
	}
	for name, tt := range tests {
		file := filepath.Join(t.TempDir(), "index")
		if err := Write(tt.ctx, file, body, tt.passages); err == nil {
			t.Errorf("%s: no error", name)
		}
		if found, err := os.ReadDir(filepath.Dir(file)); err != nil || len(found) > 0 {
			t.Errorf("%s: left %v, error %v", name, found, err)
		}
	}
	if err := Write(context.Background(), filepath.Join(t.TempDir(), "none", "index"), body, slices.Values([]Passage{text})); err == nil {
		t.Error("a folder that is not there: no error")
	}
}

// Whatever byte of the file is changed, and wherever it is cut off, it is not taken
// for an index.
func TestOpenDamaged(t *testing.T) {
	file := filepath.Join(t.TempDir(), "index")
	fields := []Field{{Name: "body", Analyzer: "en"}}
	passages := []Passage{{Values: map[string]string{"body": "party members study"}}, {Values: map[string]string{"body": "leaders"}}}
	if err := Write(context.Background(), file, fields, slices.Values(passages)); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	try := func(data []byte) error {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		x, err := Open(file, fields)
		if err == nil {
			t.Cleanup(func() { x.Close() })
		}
		return err
	}
	for at := range whole {
		changed := slices.Clone(whole)
		changed[at] ^= 1 << (at % 8)
		if err := try(changed); !errors.Is(err, postings.ErrDamaged) {
			t.Errorf("byte %d of %d changed: error %v", at, len(whole), err)
		}
		if err := try(whole[:at]); !errors.Is(err, postings.ErrDamaged) {
			t.Errorf("cut off at %d of %d: error %v", at, len(whole), err)
		}
	}
	if err := try(whole); err != nil {
		t.Errorf("as it was written: %v", err)
	}
	if _, err := Open(file, []Field{{Name: "title", Analyzer: "en"}}); !errors.Is(err, postings.ErrDamaged) {
		t.Errorf("other fields: error %v", err)
	}
	if _, err := Open(file+"none", fields); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: error %v", err)
	}
}

// An index that is open stays so when its file is removed and when others open it.
func TestOpenIsShared(t *testing.T) {
	file := filepath.Join(t.TempDir(), "index")
	fields := []Field{{Name: "body", Analyzer: Exact}}
	if err := Write(context.Background(), file, fields, slices.Values([]Passage{{Values: map[string]string{"body": "one two"}}})); err != nil {
		t.Fatal(err)
	}
	var open []*Index
	for range 3 {
		x, err := Open(file, fields)
		if err != nil {
			t.Fatal(err)
		}
		open = append(open, x)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	for _, x := range open {
		if got := numbers(search(t, x, query(x, "body", "two"))); !slices.Equal(got, []int{0}) {
			t.Errorf("hits %v", got)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		if n := x.DocFreq("body", "two"); n != 1 {
			t.Errorf("after Close: DocFreq %d", n)
		}
	}
}
