package verify_test

import (
	"syscall"
	"time"
)

// processorTime returns the processor time of the thread that it is called on.
func processorTime() time.Duration {
	const thisThread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	if err := syscall.Getrusage(thisThread, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
