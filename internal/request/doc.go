// Package request names what the program is asked to do, so that all that is logged of
// it can be found: an update of Telegram or a request over HTTP. A name says nothing of
// who asks or of what is asked.
package request
