// Package watch tells when files have changed.
//
// A [Watcher] takes what the system says of a file's folder as a hint alone: editors
// and deployments replace files and folders by renaming, through symbolic links and
// in several steps. When the hints have ceased for a while it looks at the files
// themselves, their sizes and times, and tells of a change if these are not what they
// were. Where hints do not cease it looks all the same, now and then.
//
// Outside dependency: github.com/fsnotify/fsnotify, which knows the notifications of
// each system. The binary has it anyway, since viper imports it; a watcher takes one
// descriptor and one goroutine.
package watch
