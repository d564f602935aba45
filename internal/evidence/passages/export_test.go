package passages

// KeeperOf is keeperOf.
var KeeperOf = keeperOf

// KeepFrom has texts of so many bytes kept on disk; what it returns undoes that.
func KeepFrom(bytes int) (undo func()) {
	before := longText
	longText = bytes
	return func() { longText = before }
}

// Break has the index of a language fail.
func (c *Set) Break(language string, err error) {
	x := c.indexes[language]
	x.once.Do(func() { x.err = err })
}
