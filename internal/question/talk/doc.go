// Package talk reads what is said to the bot and asks nothing of the document: greetings,
// thanks, praise, a bare yes or no, questions about itself, commands to a model, scorn and
// oaths, and what its reader is told that he is not.
package talk
