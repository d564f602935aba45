// Package recent remembers what was seen lately, within bounds that no caller can
// push: a [Map] keeps the entries used last, a [Limiter] counts what each caller
// asks.
//
// Outside dependencies: github.com/hashicorp/golang-lru/v2, the map; and
// golang.org/x/time/rate, one token bucket. Each adds some 10 KB to the binary
// and nothing to the start.
package recent
