package kept

import (
	"slices"
	"sync"

	"pincite/internal/recent"
)

// A Shelf keeps bodies by the key that says what they were made of. It is safe for
// concurrent use.
type Shelf[G comparable] struct {
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

// NewShelf returns a shelf that keeps at most room bytes of bodies.
func NewShelf[G comparable](room int) *Shelf[G] {
	return &Shelf[G]{room: room, bodies: recent.NewMap[string, *Body](room/overhead + 1),
		tags: recent.NewMap[string, string](maxTags), making: map[string]func() (*Body, error){}}
}

// Tag returns the tag of the body of a key, if it was made before of the same
// things.
func (s *Shelf[G]) Tag(of []G, key string) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.renew(of)
	return s.tags.Get(key)
}

// Body returns the body of a key, made by make if it is not there. Who asks for
// the same one at the same time waits for it and gets the same. What is made of
// other things than the last is not looked for: all of it is dropped. An error is
// not kept.
func (s *Shelf[G]) Body(of []G, key string, make func() (*Body, error)) (*Body, error) {
	s.mu.Lock()
	s.renew(of)
	if b, ok := s.bodies.Get(key); ok {
		s.mu.Unlock()
		return b, nil
	}
	once, ok := s.making[key]
	if !ok {
		once = sync.OnceValues(func() (*Body, error) { return s.made(slices.Clone(of), key, make) })
		s.making[key] = once
	}
	s.mu.Unlock()
	return once()
}

// made makes a body and keeps it, unless things have changed meanwhile.
func (s *Shelf[G]) made(of []G, key string, make func() (*Body, error)) (*Body, error) {
	var b *Body
	var err error
	defer func() { // make may panic
		s.mu.Lock()
		defer s.mu.Unlock()
		if !slices.Equal(s.of, of) {
			return
		}
		delete(s.making, key)
		if b != nil && err == nil {
			s.keep(key, b)
		}
	}()
	b, err = make()
	return b, err
}

// renew drops everything if it was made of other things.
func (s *Shelf[G]) renew(of []G) {
	if slices.Equal(s.of, of) {
		return
	}
	s.of, s.taken = slices.Clone(of), 0
	s.bodies.Purge()
	s.tags.Purge()
	s.making = map[string]func() (*Body, error){}
}

// keep puts a body on the shelf, and takes others from it until there is room. One
// that would need all of the room is not kept.
func (s *Shelf[G]) keep(key string, b *Body) {
	s.tags.Add(key, b.Tag)
	if b.held() > s.room {
		return
	}
	s.bodies.Add(key, b)
	for s.taken += b.held(); s.taken > s.room; {
		_, old, _ := s.bodies.RemoveOldest()
		s.taken -= old.held()
	}
}
