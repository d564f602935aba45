// Package cache keeps what was costly to make in files: a folder of entries, each
// under a key, that may be deleted at any time.
//
// An entry is written whole or not at all, and carries a checksum: one that does not
// fit is taken for missing and removed. When there are too many bytes, those go that were not used for longest.
// What is too large to be read as a whole is a file that others write and check
// ([Cache.Keep]). Several processes may use one folder at the same time.
package cache
