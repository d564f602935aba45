// Package web serves the reader, a document with its contents on one side and a
// conversation about it on the other, and the same answers as JSON.
//
//	/                        the documents; of one alone, its page
//	/d/{document}            a document, with the chat; ?at=measure-7 the part of a long one that has it
//	/d/{document}/{section}  one section; #s3 is its third sentence, #s3-s4 two; ?s=3000 the part of a
//	                         long one that has that sentence
//	/search?q=               the sections that have the words, then the bot's own ranking; in one document or all
//	/verify                  whether a pasted text is in a document, or in any
//	/source/{document}       the text as a file
//	/chat                    POST: one turn of conversation as HTML
//	/api                     what programs can ask, for people
//	/api/…                   JSON, described by /api/openapi.json
//	/healthz /readyz         for whoever runs it; metrics are package admin's
//
// [New] parses the templates and hashes the assets, which are embedded;
// [Server.Run] listens until its context ends, then lets requests finish.
//
// How it works:
//
//   - What a page shows of a document is cut by package page, citations are
//     written by package cite, and the words of the interface are in package words.
//     Every page has the contents and the chat around what it shows (pages.go).
//   - What the bot says comes from package chat through package render.
//   - Without script, a page is read, searched and cited, and marking a sentence is
//     the browser's own :target. The script (assets/*.js) shows places without
//     leaving the page: place.js fetches the page that an address names and puts
//     its #view in the place of the one there, so that addresses, the back button
//     and the conversation keep working. A long document is in parts that load as
//     they are reached.
//   - A heading is data: the page's own ids begin with "_", which no section's does.
//   - Documents are looked up for each request and never kept (documents.go), so
//     that they may change. Every answer carries an ETag; what depends on a
//     question is private to the browser that asked. What depends on the documents
//     alone is made once for all who ask and sent from the same bytes (same.go,
//     package kept); the text of a document is sent from the document.
//   - The script and the style sheet are files of this host, which lets the
//     Content-Security-Policy forbid everything else. The script only adds: a
//     page can be read, searched and cited without it.
//   - A write comes from this page or is refused (net/http's
//     CrossOriginProtection), but for the API, which changes nothing and which
//     pages of other origins may call if they are set; questions are limited by
//     address, and by how many are answered at the same time: who would wait for
//     more than two seconds gets a 503 (limit.go).
//
// Outside dependencies: none but the standard library. Tests drive Chromium with
// github.com/chromedp/chromedp, since no lighter way runs real script and style,
// and hold the answers to openapi.json with github.com/getkin/kin-openapi.
package web
