// Package terminal is where people read and type: how a reply is shown on a terminal of
// some width, or in a pipe, a conversation with the bot, and how far something has come
// that takes long. Input of programs is read line by line, and logs go to
// standard error. Colours and line breaks of its own are for terminals only.
//
// Outside dependencies: golang.org/x/term edits lines and asks a terminal for its width;
// github.com/schollz/progressbar/v3 draws how far an import is, for about 50 KB of the
// binary and nothing at start.
package terminal
