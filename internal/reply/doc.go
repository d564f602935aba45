// Package reply defines what is sent back to a person: a [Reply] of blocks and
// buttons without the markup of any carrier, and the [Place] in a document that a
// run of text or a button leads to.
//
// Package words has the bot's own words in four languages, package compose makes
// replies of answers with them, and package render and the carriers draw them.
package reply
