// Package post sends what answers an update. An update is noted as handled in the same step
// as what is to be sent for it, and from then on nothing is lost: what cannot be sent now is
// sent later, by this process or another, but what a chat will never take. Chats that shut
// the bot out are left alone for a while, and groups that have moved are followed.
package post
