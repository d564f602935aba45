// Package question reads what a person typed: a reference to sections, a
// question about the outline or about the document itself, a wish for every
// mention of something, a step to the next section, a task that is not done here,
// small talk, or a search.
//
// [Parser.Parse] works in this order:
//
//   - addresses, the heads and signatures of mail and formatting go; the rest is
//     cleaned, and refused when it is empty or too long;
//   - a slash makes it a command;
//   - it is cut into tokens: words, numbers, single Chinese characters, marks;
//   - references are found anywhere in it, and looked up in the document: a number
//     beside a level's name is sure, a bare one only a possibility;
//   - the rules of package grammar are tried in turn. A rule about the structure or
//     the document claims a message only if it explains all of it, but for words
//     that say nothing there;
//   - what references leave over is weighed by the index. A rest without weight is
//     the frame of a look-up, whatever its words; a rest with weight is a question,
//     asked of the sections named;
//   - a short message that none of this explains is read once more, with words that
//     nobody knows as those of the grammar that they are a slip away from;
//   - everything else is a search.
//
// So a stray number never turns a question into a look-up, no unknown word loses a
// section that is named, and text that looks like code, a template or a query
// language is text. Nothing typed is ever an operator.
//
// Below are package phrase, which cuts text into words and matches patterns; package
// grammar, the words and rules of each language, as data; levels, titles, designation and
// reference, which find the sections named; prose, which knows sentences, mail and
// formatting; rest, which weighs what is left; message, which holds what is known of one
// message. Others read what it asks for: listing, structure and about lists and questions
// about the structure and the document; step and followup what goes on from the message
// before; talk what is said to the bot. All languages are read at once, since the language
// of three words is a guess and messages mix them.
package question
