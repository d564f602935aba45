package question

import (
	"pincite/internal/locate"
	"pincite/internal/question/about"
	"pincite/internal/question/rest"
	"pincite/internal/question/step"
	"pincite/internal/question/structure"
)

// MaxRunes is the longest question that is read, in runes after cleaning.
// Twice the longest line of the judged sets fits many times over; a paste of
// a whole page does not.
const MaxRunes = 512

// Kind is what a message asks the bot to do.
type Kind int

// The kinds. Empty, TooShort, TooLong, Unread and Unknown hold nothing that can be
// answered.
const (
	Empty     Kind = iota // nothing but white space, punctuation, emoji, an address, a bare yes
	TooShort              // a single letter
	TooLong               // more than MaxRunes runes
	Greeting              // hello
	Thanks                // thanks, goodbye
	Identity              // who or what are you
	Help                  // how does this work
	Documents             // which documents there are
	Lookup                // sections named by number or name: Refs
	Outline               // the structure: Outline, Level, Refs[0] for the children of one section
	Metadata              // the document as a whole: Meta
	Mentions              // every section that speaks of Topic
	Navigate              // from the section shown last: Move
	Search                // everything else: Topic, within Refs if there are any
	Undone                // a task that is not done here, of no section: Task
	Unread                // in a language that neither the document nor its aids are in
	Unknown               // a command that there is not: Command
)

var kindNames = [...]string{"empty", "too short", "too long", "greeting", "thanks", "identity", "help", "documents",
	"lookup", "outline", "metadata", "mentions", "navigate", "search", "undone", "unread", "unknown"}

// String returns the name of k in lower case.
func (k Kind) String() string { return kindNames[k] }

// A Question is a message as it was understood. Fields that do not belong to
// its Kind are zero, except Language, Follow and Parts, which are set
// for every kind that has words.
type Question struct {
	Text     string // cleaned, at most MaxRunes runes
	Language string // BCP 47 tag, such as "en"; "und" when the words do not tell
	Kind     Kind

	// Refs are the sections named, in the order named: what a Lookup shows, or
	// the only sections in which a Search or Outline looks.
	Refs []locate.Ref

	// Topic is what to look for: the words left when the frame ("which
	// measures mention …", "please", the section named) is taken off. The
	// spelling is as typed. Set for Mentions and Search, and for a Lookup by a part of
	// a title, on which a follow-up may build.
	Topic string

	// Else is the topic of the search that Mentions may be meant for: where nothing
	// mentions Topic. "" where a list is asked for for sure.
	Else string

	// Not is set for Mentions of the sections that do not speak of Topic.
	Not bool

	// Absent are the levels named that the document lacks, where others are meant by them.
	Absent []Absent

	// Except are the sections that Mentions are not wanted from, "outside part 2", nor the
	// answer of a Search, if another has one: "besides rule 3, who pays?".
	Except []locate.Ref

	// Open is set where something is asked of Refs: they are shown with a line that says
	// so where they do not answer. What asks nothing has named what it wants to see.
	Open bool

	Task    Task   // what is asked for of Refs, or of the document, and is not done here
	Again   Again  // how the question before is asked again, after one that can be
	Also    string // what is asked for as well, in a message that says only that: "and fees?"
	Command string // Unknown: the command as typed, without its slash
	Nearest string // Unknown: the command that it may be a slip of; "" for none

	Outline structure.Ask
	Level   string // Outline, Mentions: the only level counted, listed or gone through; "" for all
	Top     bool   // Outline: only the sections that no other of their kind holds
	Meta    about.Ask
	Move    step.Move
	Steps   int  // Navigate: how many sections to go on to, "the next two"; 0 for one
	Leap    bool // Navigate: only the last of these is wanted, "the one after next"

	// Step is the step of a designation that is all that a message says, "and b?", "(2)?":
	// of what was shown before, or beside it. "" for none.
	Step string

	// Follow reports whether the message refers to what was said before: a
	// pronoun, "and …?", "what about …", a question of two or three words.
	Follow bool

	// Back reports whether it does so with a pronoun: "who appoints them?".
	Back bool

	// Corrects reports whether the message says that something else was meant than what
	// was shown: "no, the fourth".
	Corrects bool

	Parts []string // the questions in the message, in order; one as a rule

	// Asked is the sentence that asks, where the others only say something: a mail
	// with a question in it. "" where there are no others.
	Asked string

	Rule string      // what explained the message: "outline count", "reference"
	Rest []rest.Word // the words that it did not explain
}

// An Absent is the name of a level that the document lacks, folded, and the kind of the
// sections that are meant by it: "chapters" where there are parts.
type Absent struct{ Word, Kind string }

// A Task is something that is asked of a text and not done here.
type Task int

// The tasks.
const (
	NoTask      Task = iota
	Summary          // in one's own words
	Translation      // into another language
	Writing          // a letter, a poem, a plan
	Opinion          // is it good, do you agree
	Comparison       // with another document
	Questions        // questions to discuss
)

var taskNames = [...]string{"", "summary", "translation", "writing", "opinion", "comparison", "questions"}

// String returns the name of t in lower case, "" for NoTask.
func (t Task) String() string { return taskNames[t] }

// Again is how a message asks once more what the one before asked.
type Again int

// The ways.
const (
	NotAgain   Again = iota
	AgainIn          // of other sections, Refs: "and in part 2?"
	AgainWhich       // which those are that were counted
	AgainCount       // how many those are that were spoken of
)
