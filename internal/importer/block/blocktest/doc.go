// Package blocktest helps to test importers: it shows their blocks as text and
// compares them with golden files.
package blocktest
