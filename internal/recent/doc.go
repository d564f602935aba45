// Package recent remembers what was seen lately, within bounds that no caller can
// push: a [Map] keeps the entries used last.
//
// Outside dependency: github.com/hashicorp/golang-lru/v2, the map. It adds some
// 10 KB to the binary and nothing to the start.
package recent
