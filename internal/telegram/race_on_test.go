//go:build race

package telegram

import "time"

// underRace says that all takes several times as long.
const underRace = true

// patienceOfTests is how long a test waits for what must come.
const patienceOfTests = 2 * time.Minute
