//go:build race

package telegram

// underRace says that all takes several times as long.
const underRace = true
