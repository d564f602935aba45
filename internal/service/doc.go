// Package service is what "pincite serve" runs: the documents, the chat about them, the
// Telegram bot, the reader and the page of metrics, each made by the settings ([New]) and
// run together ([Service.Run]). When files of documents change it has them read anew.
//
// What the verbs make of the settings too is here for both: a client of the language model
// ([NewModel], [LetChoose]), and what people asked in vain ([FindGaps]).
package service
