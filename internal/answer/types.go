package answer

import (
	"pincite/internal/document"
	"pincite/internal/question"
)

// A Kind says what sort of answer was given. The strings are part of the JSON
// contract.
type Kind string

const (
	KindAnswer  Kind = "answer"  // a passage answers
	KindClosest Kind = "closest" // the nearest passages, which may not answer
	KindNone    Kind = "none"    // the document does not say
	KindSection Kind = "section" // a section was asked for and is quoted
	KindOutline Kind = "outline" // how the document is organised
	KindList    Kind = "list"    // every section that mentions something, complete
	KindHelp    Kind = "help"    // nothing was asked: greeting, thanks, unusable input
)

// A Reason says why an answer has its kind, for the words of the reply and for
// whoever reads --explain.
type Reason string

const (
	ReasonNone Reason = "" // nothing to explain

	// Abstentions.
	ReasonWeak      Reason = "weak"      // the weighty words of the question are met only in part
	ReasonUnknown   Reason = "unknown"   // none of its weighty words stands in the document
	ReasonUndefined Reason = "undefined" // named, but never defined or spelled out
	ReasonLacks     Reason = "lacks"     // the kind of answer asked for (Answer.Lacks) is not there
	ReasonNoMention Reason = "nomention" // a list was asked for and is empty

	// Lookups that lead nowhere.
	ReasonOutOfRange Reason = "range"     // numbers run from First to Last
	ReasonNoNumber   Reason = "nonumber"  // a level was named without a number
	ReasonNoNext     Reason = "nonext"    // already at the last section
	ReasonNoPrevious Reason = "noprev"    // already at the first section
	ReasonNoContext  Reason = "nocontext" // "the next one", with nothing before it

	// What is shown instead of what was asked.
	ReasonNoPiece   Reason = "nopiece"   // the section has no such paragraph or point, and is shown
	ReasonTask      Reason = "task"      // a task that is not done here: of a section, which is shown, or of none
	ReasonElsewhere Reason = "elsewhere" // the section that was asked does not answer, and is shown

	// What is not a question.
	ReasonEmpty    Reason = "empty"
	ReasonTooShort Reason = "short"
	ReasonTooLong  Reason = "long"
	ReasonGreeting Reason = "greeting"
	ReasonThanks   Reason = "thanks"
	ReasonIdentity Reason = "identity"
	ReasonHelp     Reason = "help"
	ReasonUnread   Reason = "unread"  // in a language that is not read
	ReasonCommand  Reason = "command" // there is no such command

	ReasonFailed Reason = "failed" // the search itself failed: see Answer.Err
)

// An Answer is what was found for one question, before anything is worded.
type Answer struct {
	Kind      Kind
	Reason    Reason
	Language  string            // language of the question: "en", "zh", "ru", "es"
	Question  question.Question // as understood
	Citations []Citation        // best first; in document order for section, outline and list

	Topic    string        // what a list looked for
	Checked  int           // sections gone through for a list
	Aided    bool          // a list found by finding aids: the topic's own words stand nowhere
	Level    string        // kind of section in question: "measure"
	First    string        // first designation of that level, as printed
	Last     string        // last designation of that level
	Also     string        // this number is also that of a section of level AlsoOf; "" = no
	AlsoOf   string        // the other level where a bare number exists too: "part"
	Lacks    question.Want // what was asked for and is not there
	Strength float64       // of the evidence for the first citation of a search, 0 and up
	Missing  []string      // words of the question that the document has nowhere

	Err   error         // why the search failed; nil unless Reason is ReasonFailed
	read  []Step        // how the message was read
	trace func() []Step // how the answer came about; made only when asked for
}

// Trace explains the answer: how the message was read, and, where something was
// searched, every word of the question, the evidence for the best sections, and the
// verdict.
func (a Answer) Trace() []Step {
	out := a.read
	if a.trace != nil {
		out = append(out[:len(out):len(out)], a.trace()...)
	}
	return out
}

// A Citation points at the exact place of a quote.
type Citation struct {
	Section int           // index in Document.Sections
	ID      string        // "measure-7"
	Label   string        // "Measure 7"
	Title   string        // its heading without number and closing stop
	Path    []string      // "Part 3", "Measure 7"
	Span    document.Span // bytes of the document's text; may be empty in an outline
	Quote   string        // Text[Span.Start:Span.End], word for word
	Score   float64       // 0 to 1: how well it meets the question
}

// A Step is one line of an explanation: what was computed, and its value.
type Step struct {
	Name  string
	Value string
}

// A Turn is one earlier exchange of the same conversation.
type Turn struct {
	Question string   // what was asked
	Sections []string // ids of the sections that were cited, best first; nil if not known
}
