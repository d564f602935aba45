// Package talk reads what is said to the bot and asks nothing of the document: greetings,
// thanks, a bare yes or no, questions about itself, commands to a model, scorn and oaths.
package talk
