package kept

import (
	"slices"
	"sync"

	"pincite/internal/recent"
)

// A Cache keeps bodies by the key that says what they were made of. It is safe for
// concurrent use.
type Cache[G comparable] struct {
	room int // bytes

	mu     sync.Mutex
	of     []G // what the bodies were made of
	taken  int // bytes
	bodies *recent.Map[string, *Body]
	tags   *recent.Map[string, string]
	making map[string]func() (*Body, error)
}

// maxTags bounds what is remembered of bodies that are not kept, to some 2 MB.
const maxTags = 10_000

// NewCache returns a Cache that keeps at most room bytes of bodies.
func NewCache[G comparable](room int) *Cache[G] {
	return &Cache[G]{room: room, bodies: recent.NewMap[string, *Body](room/overhead + 1),
		tags: recent.NewMap[string, string](maxTags), making: map[string]func() (*Body, error){}}
}

// Tag returns the tag of the body of a key, if it was made before of the same
// things.
func (c *Cache[G]) Tag(of []G, key string) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.renew(of)
	return c.tags.Get(key)
}

// Body returns the body of a key, made by make if it is not there. Who asks for
// the same one at the same time waits for it and gets the same. What is made of
// other things than the last is not looked for: all of it is dropped. An error is
// not kept.
func (c *Cache[G]) Body(of []G, key string, make func() (*Body, error)) (*Body, error) {
	c.mu.Lock()
	c.renew(of)
	if b, ok := c.bodies.Get(key); ok {
		c.mu.Unlock()
		return b, nil
	}
	once, ok := c.making[key]
	if !ok {
		once = sync.OnceValues(func() (*Body, error) { return c.made(slices.Clone(of), key, make) })
		c.making[key] = once
	}
	c.mu.Unlock()
	return once()
}

// made makes a body and keeps it, unless things have changed meanwhile.
func (c *Cache[G]) made(of []G, key string, make func() (*Body, error)) (*Body, error) {
	var b *Body
	var err error
	defer func() { // make may panic
		c.mu.Lock()
		defer c.mu.Unlock()
		if !slices.Equal(c.of, of) {
			return
		}
		delete(c.making, key)
		if b != nil && err == nil {
			c.keep(key, b)
		}
	}()
	b, err = make()
	return b, err
}

// renew drops everything if it was made of other things.
func (c *Cache[G]) renew(of []G) {
	if slices.Equal(c.of, of) {
		return
	}
	c.of, c.taken = slices.Clone(of), 0
	c.bodies.Purge()
	c.tags.Purge()
	c.making = map[string]func() (*Body, error){}
}

// keep puts a body into the cache, and takes others out until there is room. One
// that would need all of the room is not kept.
func (c *Cache[G]) keep(key string, b *Body) {
	c.tags.Add(key, b.Tag)
	if b.held() > c.room {
		return
	}
	c.bodies.Add(key, b)
	for c.taken += b.held(); c.taken > c.room; {
		_, old, _ := c.bodies.RemoveOldest()
		c.taken -= old.held()
	}
}
