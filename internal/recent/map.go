package recent

import lru "github.com/hashicorp/golang-lru/v2"

// A Map holds a bounded number of entries and drops the one unused for longest
// when another is added. It is safe for concurrent use.
type Map[K comparable, V any] = lru.Cache[K, V]

// NewMap returns a Map of at most size entries, at least 1.
func NewMap[K comparable, V any](size int) *Map[K, V] {
	m, err := lru.New[K, V](max(size, 1))
	if err != nil {
		panic(err) // unreachable: only a size below 1 is refused
	}
	return m
}
