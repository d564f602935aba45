// Package web serves the reader, a document with its contents on one side and a
// conversation about it on the other, and the same answers as JSON.
//
//	/                        the documents; of one alone, its page
//	/d/{document}            a document, with the chat; ?at=measure-7 the part of a long one that has it
//	/d/{document}/{section}  one section; #s3 is its third sentence, ?s=3-4#s3-s4 two, marked by the
//	                         server; ?s=3000#s3000 one in the part of a long section that has it
//	/search?q=               the sections that have the words, then the bot's own ranking; in one document or all
//	/verify                  whether a pasted text is in a document, or in any
//	/source/{document}       the text as a file
//	/chat                    POST: one turn of conversation as HTML
//	/widget.js               puts the chat on the pages of other sites
//	/api                     what programs can ask, for people
//	/api/…                   JSON, described by /api/openapi.json
//	/healthz /readyz         for whoever runs it; metrics are package admin's
//
// [New] parses the templates and hashes the assets, which are embedded;
// [Server.Run] listens until its context ends, then lets requests finish.
//
// How it works:
//
//   - Package guard wraps every request, and package ready answers the probes.
//   - What a page shows of a document is cut by package page, citations are
//     written by package cite, what the API tells is in package object, and the words of
//     the interface are in package words.
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
//
// # Who may do what
//
// The program runs on an operator's machine and is asked by strangers. Strangers
// are whoever reaches the port, the pages of other sites in the browsers of those who
// do, and whoever wrote a document. None of them is trusted; the operator is, and
// so are the proxies that the settings name, for what they say of whom they ask for.
//
//   - Anybody may read every document, search it and ask. There is no login, and
//     nothing that one would give: a document that is not for everybody belongs behind
//     a proxy that asks who is there, or on an address of this machine, which is the
//     default; other addresses are served only with a public address set.
//   - A conversation is whose key knows it: 128 bits that the tab made up. What is
//     kept of it is in packages chat and store. Questions are in no log, no metric
//     and no address that is sent to another site.
//   - A page of another site may not write, nor read: a write comes from this page or is
//     refused (net/http's CrossOriginProtection), but for the API, which changes
//     nothing, reads no cookie, and answers browsers only for the origins that
//     are set. The same origins may have the reader in a frame, and nobody else. A site that makes its own name lead here is refused by that name
//     (package visitor).
//   - A document is data: its text, headings and names are escaped where they are
//     shown, are no part of the page's own names, and run nowhere. The policy
//     forbids inline script and every other host, so that a mistake here would
//     still not run.
//   - The bot believes Telegram: what it polls, and what comes to its webhook with the
//     secret that only Telegram was told. A button is believed where the bot has signed
//     it. Who may ask the bot, and how much, is in packages config and telegram.
//   - A model, where the operator has set one up, is a stranger that reads: its server is
//     shown questions and passages, and recordings of voice messages, and nothing of who
//     asked. What it returns is numbers of sentences, words to search for, and what it
//     heard, which gives the bot no command; none of it is shown as a document's, and
//     /privacy names the server (packages choose, speech).
//   - The database is the operator's, and replicas believe what is in it and each other by it.
//     Who reads it finds no names, but the texts of replies and updates that wait; who
//     writes it can have the bot say anything (package store).
//   - Metrics and profiles are not here: they are package admin's, on an address of
//     their own. Probes say "ok", "ready", or the name of the document that is not.
//
// What is bounded, and by what:
//
//   - requests: AskPerMinute questions of one network, ten times as many pages, and
//     of a /48 four times that, in a table of fixed size (package visitor); 429
//   - work at the same time: questions by [Options.Gate], which lets networks in in turn;
//     pages that are not made yet by a gate of their own; 503 after two seconds.
//     Probes ask the documents for a tenth of each second, however many probes there are
//   - one question: 16 KiB of body or address, 512 characters; a text to be
//     checked: 64 KiB; a search: 16 words, 50 sections, and the asker's patience
//   - one answer: pages hold some 40 KB of text, and lists 250 sections; 100 sentences
//     are cited at once. GET /api/sections, /api/sections/{id} and /source are as long as the text
//   - the model: calls of a day, of which one person or network has half; a call's time and
//     bytes; how long and how large a recording is (packages model, speech)
//   - the bot: 4,096 updates that wait, 1,000 of one chat or person, a quarter of the
//     workers for one person, and the pace of sending
//     (package telegram)
//   - memory: what is the same for all is made once and sent from the same bytes, 8 MB
//     of it are kept; a peer that does not read holds some 100 KB, for 30 seconds
//   - a fault of the program: a panic costs the message, the request or the document
//     that brought it about, and the log has nothing of what was asked (package rescue)
//   - documents that change: while people ask they are read anew one by one, with rests of
//     three times as long, a minute at most (package library)
//   - connections: 5 seconds for the head of a request, 10 for all of it, 30 for the
//     answer, 2 minutes idle (package listen)
//
// What is not: how many connections there are, which is the system's to limit; how many
// addresses an attacker has; and the size of the documents, which are the operator's.
//
// Outside dependencies: none but the standard library. Tests drive Chromium with
// github.com/chromedp/chromedp, since no lighter way runs real script and style,
// and hold the answers to openapi.json with github.com/getkin/kin-openapi.
package web
