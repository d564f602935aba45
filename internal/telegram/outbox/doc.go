// Package outbox keeps what a bot has to send, in order for each chat, and says
// when it may be sent: a chat that the platform asks to wait, that cannot be
// reached, or that has had its share for the moment holds up no other.
//
// A letter is kept by the store as well, or is loose where the store fails. What a
// crash would lose, since only this process's memory has it, [Box.Held] tells, so
// that the update it answers is not confirmed for a while.
package outbox
