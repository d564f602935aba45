package library_test

import (
	"context"
	"runtime/debug"
	"strings"
	"testing"

	"pincite/internal/library"
)

// A document that does not fit into what memory is left is refused in one line, also
// when it was read before.
func TestNoRoom(t *testing.T) {
	dir := t.TempDir()
	makeText(t, 8000, dir)
	open := func(memory int64) error {
		s := growthSource(dir)
		s.Memory = memory
		l, err := library.Open(context.Background(), s)
		if err != nil {
			return err
		}
		return l.Close()
	}
	refused := func(memory int64) {
		t.Helper()
		if err := open(memory); err == nil || !strings.Contains(err.Error(), "memory.limit") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%d bytes: error %v", memory, err)
		}
	}
	refused(1)
	refused(1 << 20)
	if err := open(1 << 30); err != nil {
		t.Error(err)
	}
	refused(1 << 20)
}

// TestMemoryLimit indexes and asks a text in processes with hardly more memory than
// they are let in with, and holds that they keep to it.
func TestMemoryLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("indexes a text")
	}
	const beside = 48 // MB that are not the heap's
	dir := t.TempDir()
	makeText(t, 30_000, dir)
	built, asking := runJob(t, "build", "limited", dir), runJob(t, "ask", "limited", dir)
	t.Logf("%.1f MB of text: %.0f MB at most to index it, %.0f MB to ask it, of %d", megabytes(t, dir), built.Resident, asking.Resident, limitedHeap>>20+beside)
	for _, resident := range []float64{built.Resident, asking.Resident} {
		if resident > limitedHeap/1e6+beside {
			t.Errorf("%.0f MB are resident", resident)
		}
	}
	if asking.Right < 0.9 {
		t.Errorf("%.2f of the questions find their passage", asking.Right)
	}
}

// limitedHeap is how many bytes the heap of these processes may have.
const limitedHeap = 48 << 20

// limited is the engine of TestMemoryLimit.
func limited(e engine, heap int64) engine {
	return engine{
		build: func(dir string) error { debug.SetMemoryLimit(heap); return e.build(dir) },
		open: func(dir string) (func(asked) (int, error), func() error, error) {
			debug.SetMemoryLimit(heap)
			return e.open(dir)
		},
	}
}
