// Package gate bounds how much is done at the same time, and shares it fairly: who
// asks much waits for itself, not before others.
package gate
