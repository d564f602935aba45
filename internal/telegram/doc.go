// Package telegram carries a conversation of package chat over the Telegram
// Bot API: in private chats, groups, forum topics and inline mode.
//
// An update takes one path, however it comes in. A long poll (poll.go) or the
// webhook (webhook.go) brings it undecoded; package botapi reads of it what the
// bot needs; package queue drops what it has seen before and has the rest handled in the
// order of each chat, chats side by side; visit.go claims it among the processes that share
// the store; package respond tells whether the bot is meant and puts the words to the chat;
// package message draws the reply; package post has it kept and sends it, or leaves it in
// package outbox until its chat may be written to.
//
// Nothing is lost where the store outlives the process: an update is confirmed after it
// is handled or the store has kept it, so a process that dies leaves its unfinished
// updates to the next. Where the store is this process's memory, or has failed for a minute
// and nobody shares it, one that crowds others out may be confirmed all the same where more
// than twenty of its chat or person wait, and a crash loses it. One that is confirmed is handled
// as long as the process lives: what is left for later is tried again for an hour, and
// what is dropped is counted.
// The price is that what was in flight at a crash may be answered twice: at
// most two updates a worker, and never more than 100. A stop by context drains,
// confirms, and repeats nothing. A message that the program panics over is told that it is
// not answered; an update that panics elsewhere is given up. Both are logged: to repeat
// them for ever would hold up all that follow.
//
// A store that fails for less than that, as on a machine that is starved, costs time alone.
// What it did not take is not confirmed before its answer is sent or kept; it is told what it
// has missed, in order, before anything that follows in the chat (post/debt.go). A file is
// waited for where it may have what comes first in a chat, or the update itself, which
// would otherwise be answered again after a crash: other chats are answered without it.
//
// An update that is not handled within two seconds, or whose chat or person has more
// than four of them open, gives up its place among the hundred that the platform has for
// updates that are not confirmed, or its connection of forty that push: the store keeps
// it until it is handled (keep.go), its chat's order included, and the next process goes
// on with it. So no chat and no person takes the places of others, and with a quarter of
// the workers for one person at most not their workers either. A thousand may wait for
// one chat or person; more are dropped and counted. Where places are scarce, a store that
// one process has to itself takes what holds them at once. Where that store is the
// process's memory, places are given up only then, and by those alone of whom more than
// twenty wait, or whose answer has taken two seconds while many others were answered, as
// one of a slow model may: not where all are slow, since the machine is busy.
//
// A reply that cannot be sent is kept, and its chat's later replies behind it, until
// the chat may be written to, but no longer than Options.KeepUnsent. Nobody waits
// for it: no worker, no other chat, and none of the hundred places that the platform
// has for updates that are not confirmed. Where the store is this process's memory, or has failed for a minute, a
// crash loses what has waited for more than two seconds, or behind four others; and, where
// more than half of the places are taken, all that waits for a chat which the platform has
// asked to leave alone for longer than that.
// Inline queries are not kept: who typed one has typed on.
//
// Memory alone can promise no more. A poll brings the hundred updates that follow the
// last confirmed one, and a webhook no more than twice its connections (eighty): what
// comes after them is not seen before one is confirmed, and one that is confirmed is
// forgotten there. So of more people than that, of whom nobody can be answered, either
// the others wait or something is in memory alone. With a file, neither.
//
// Buttons are signed for the chat that they are sent to: what somebody makes up, or
// brings from elsewhere, does nothing. What is shared in inline mode has none.
//
// Package botapi makes the calls, keeps the token and reads the updates. The logger is wrapped so that no record holds
// the token or the webhook's secret. No log holds what a person wrote.
package telegram
