//go:build !unix

package database

import "os"

// lock does nothing where the system has no flock: two processes must not be
// given the same file there.
func lock(*os.File) error { return nil }
