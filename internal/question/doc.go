// Package question reads what a person typed: a reference to sections, a
// question about the outline or about the document itself, a wish for every
// mention of something, a step to the next section, small talk, or a search.
// It knows the names of the document's levels and nothing else of the
// document; whether measure 99 exists is for the reader of the [Question].
//
// [Parser.Parse] works in this order:
//
//   - the message is cleaned, and refused when it is empty or too long;
//   - a slash makes it a command;
//   - it is cut into tokens: words, numbers, single Chinese characters, marks;
//   - tokens that name a level are marked, and references are found: a number
//     beside a level's name is sure, a bare one only a possibility;
//   - the kinds are tried in turn, each claiming the message only if it
//     explains all of it. A lookup is a reference with nothing but frame words
//     ("show me … please") around it; an outline or metadata question is one of
//     its patterns with nothing but its frame around it. What is left over, or
//     has any word of substance besides, is a search.
//
// So a stray number never turns a question into a lookup, and text that looks
// like code, a template or a query language is text. Nothing typed is ever an
// operator.
//
// Question words in the spelling of chats read like the proper ones, and a slip in
// the frame of a list of mentions is forgiven; what is asked about stays as typed.
//
// Beside the kind stands what kind of answer the words ask for, see [Want]. It is
// read for every message, since it is what tells a passage about a fine from one
// that says how much.
//
// Below are package phrase, which cuts text into words and matches patterns;
// package lexicon, the words and patterns of four languages; and package
// reference, which finds the sections named. All languages are read at once,
// since the language of three words is a guess and messages mix them.
package question
