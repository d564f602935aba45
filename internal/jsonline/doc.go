// Package jsonline reads the JSON objects that programs send, one at a time, and says in
// one line what is wrong with one.
package jsonline
