// Package respond answers updates: it tells whether the bot is meant and who may ask, puts
// the words of a message, of a voice message, of a button or of an inline query to package
// chat, and has package post send what that replies. It tells Telegram the menu and the
// descriptions of the bot as well.
package respond
