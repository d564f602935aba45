package main

import (
	"runtime/debug"

	"pincite/internal/config"
)

// mapped is about how much of the program's own file, of indexes and of what is not
// the heap is resident, in bytes.
const mapped = 40 << 20

// limitMemory has the garbage collector keep the process below memory.limit, and returns
// how many bytes the heap may have then; 0 where there is no limit.
func limitMemory(c config.Memory) int64 {
	if c.Limit == 0 {
		return 0
	}
	heap := max(int64(c.Limit)<<20-mapped, 1)
	debug.SetMemoryLimit(heap)
	return heap
}
