// Package page cuts a document into what the reader's pages show: sections of
// sentences that a link can name ([Section]), parts of a size that loads at
// once ([PartAt]), a list of contents that fits a rail ([Contents]), and the
// places that have the words of a search ([Find]).
//
// What it returns is the document's text as it is shown, in order and with
// nothing added, and addresses without the host. It knows no template and no
// request.
package page
