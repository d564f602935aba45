// Package sources tells where the documents are that the settings name, in files of this
// machine or in the program, and how they are to be read: with which cache, password and
// memory.
package sources
