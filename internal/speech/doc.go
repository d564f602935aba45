// Package speech understands voice messages: a model writes down what is said in them,
// and what it writes is then asked as if it had been typed.
//
// [Listener.Hear] refuses what is too long before anything of it is fetched, then fetches
// and sends it, within a time and the budget of the model's calls. The recording is in
// memory for as long as that takes, and nowhere else.
//
// A transcript is a stranger's text like any other that is typed, but it is words alone:
// it gives the bot no command.
package speech
