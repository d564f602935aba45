// Package web serves the reader and the chat page, a document on one side and a
// conversation about it on the other, and the same answers as JSON.
//
//	/                        the documents; of one alone, its page
//	/d/{document}            a document, whole, with the chat
//	/d/{document}/{section}  one section; #s3 is its third sentence, #s3-s4 two
//	/search?q=               the bot's own ranking, in one document or all
//	/chat                    POST: one turn of conversation as HTML
//	/api/…                   JSON, described by /api/openapi.json
//	/healthz /readyz /metrics
//
// [New] parses the templates and hashes the assets, which are embedded;
// [Server.Run] listens until its context ends, then lets requests finish.
//
// How it works:
//
//   - A page is the document's bytes cut at the outline's spans, so that the
//     text is shown as published, masthead and tail included (text.go). Marking
//     a sentence is the browser's own :target, which needs no script; marks.js
//     marks several. Links from search add a text fragment for the same words.
//   - What the bot says comes from package chat through package render; the
//     words around it are in assets/*.html.
//   - Documents are looked up for each request and never kept (documents.go), so
//     that they may change. Every answer carries an ETag; what depends on a
//     question is private to the browser that asked.
//   - The script and the style sheet are files of this host, which lets the
//     Content-Security-Policy forbid everything else. The script only adds: a
//     page can be read, searched and cited without it.
//   - A write comes from this page or is refused (net/http's
//     CrossOriginProtection); questions are limited by address (limit.go).
//
// Outside dependencies: none but the standard library. Tests drive Chromium with
// github.com/chromedp/chromedp, since no lighter way runs real script and style,
// and hold the answers to openapi.json with github.com/getkin/kin-openapi.
package web
