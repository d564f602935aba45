package folder

import (
	"fmt"
	"runtime"
)

// What a byte of text takes beside the text itself, in bytes, while it is read and
// indexed for the first time, and when what was made of it is found: of articles of
// some hundred bytes, which take most. TestMemoryLimit holds them.
const (
	firstPerByte = 7
	againPerByte = 4
)

// room fails where a text of so many bytes, each of which takes some more, does not fit
// into the memory that is left.
func (o opening) room(text, perByte int) error {
	if o.Memory == 0 {
		return nil
	}
	need, left := int64(text)*int64(perByte), o.Memory-inUse()
	if need > left { // of which some may be garbage
		runtime.GC()
		left = o.Memory - inUse()
	}
	if need > left {
		const mb = 1 << 20
		return fmt.Errorf("a text of %.1f MB takes up to %d MB of memory to be made ready, and %d MB are left of what memory.limit allows: raise it, or divide the text",
			float64(text)/mb, need/mb+1, max(0, left/mb))
	}
	return nil
}

// inUse is how many bytes the heap holds.
func inUse() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
