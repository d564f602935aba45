// Package botapi is a client of the Telegram Bot API: it makes calls, tells their
// failures apart, and reads updates. It knows nothing of who converses over it.
//
// A [Call] is made by the function of its method (call.go) and done by a
// [Client] (client.go), within a context. A failure is an [Error], which is an
// answer of the Bot API, or a [TransportError], which is none (errors.go).
// [Call.Retry] changes a failed call so that it may succeed (retry.go); whether
// and when to repeat it is the caller's decision. [Decode] reads of an update what
// a bot of words needs (update.go), and text.go takes a message apart by the
// platform's rules for commands and mentions. [Client.Download] gets a file that
// somebody sent (file.go), whose address holds the token, too. Updates come by a poll,
// [Client.Updates], or are pushed to the handler of a webhook (push.go).
//
// The token is known to its Client alone. It is part of the address of every
// call, and so in every error of net/http: errors are rebuilt without the
// address, redirects are not followed, and [Client.Redact] wraps the handler of
// a logger so that no record holds the token.
//
// Outside dependency: github.com/go-telegram-bot-api/telegram-bot-api/v5, for
// its request encoding, response envelope and the types of what is sent. Its
// polling, webhook and send helpers are not used; the comments say why where
// it matters. Its types for what is received lack topics, quotes and much of
// what came after version 5.7 of the API.
package botapi
