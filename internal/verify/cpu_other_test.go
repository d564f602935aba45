//go:build !linux

package verify_test

import "time"

var began = time.Now()

// processorTime returns the time that has passed: what other programs take is in it.
func processorTime() time.Duration { return time.Since(began) }
