// Package words has the words of the reader's interface in the languages that
// the bot speaks, one JSON file for each: what pages say, and what their script
// says. Package reply/words has what the bot itself says.
package words
