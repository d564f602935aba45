// Package request names what the program is asked to do, so that all that is logged of
// it can be found: an update of Telegram or a request over HTTP. A name says nothing of
// who asks or of what is asked. With the name goes how long the store has kept the
// request waiting, so that it has one bound however often the store is asked.
package request
