package answer

import (
	"pincite/internal/answer/turn"
	"pincite/internal/confidence"
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/sought"
)

// A Kind says what sort of answer was given. The strings are part of the JSON
// contract.
type Kind string

// The kinds.
const (
	KindAnswer  Kind = "answer"  // a passage answers
	KindClosest Kind = "closest" // the nearest passages, which may not answer
	KindNone    Kind = "none"    // the document does not say
	KindSection Kind = "section" // a section was asked for and is quoted
	KindOutline Kind = "outline" // how the document is organised
	KindList    Kind = "list"    // every section that mentions something, complete
	KindHelp    Kind = "help"    // nothing was asked: greeting, thanks, unusable input
)

// LooksUp reports whether k is a kind of what is looked up, not searched for, so that
// nothing about it is only probable.
func (k Kind) LooksUp() bool { return k == KindSection || k == KindOutline || k == KindList }

// A Reason says why an answer has its kind, for the words of the reply and for
// whoever reads --explain.
type Reason string

// The reasons.
const (
	ReasonNone Reason = "" // nothing to explain

	// Abstentions.
	ReasonWeak      Reason = "weak"      // the weighty words of the question are met only in part
	ReasonUnknown   Reason = "unknown"   // the document has none of its weighty words
	ReasonUndefined Reason = "undefined" // named, but never defined or spelled out
	ReasonLacks     Reason = "lacks"     // the kind of answer asked for (Answer.Lacks) is not there
	ReasonNoMention Reason = "nomention" // a list was asked for and is empty

	// Lookups that lead nowhere.
	ReasonOutOfRange Reason = "range"     // numbers run from First to Last
	ReasonNoNumber   Reason = "nonumber"  // a level was named without a number
	ReasonNoNext     Reason = "nonext"    // already at the last section
	ReasonNoPrevious Reason = "noprev"    // already at the first section
	ReasonNoMore     Reason = "nomore"    // everything found has been shown
	ReasonNoContext  Reason = "nocontext" // "the next one", with nothing before it

	// What is shown instead of what was asked.
	ReasonNoPiece   Reason = "nopiece"   // the section has no such paragraph or point, and is shown
	ReasonTask      Reason = "task"      // a task that is not done here: of a section, which is shown, or of none
	ReasonStray     Reason = "stray"     // the section is not in the one named with it (Answer.Level), and is shown
	ReasonElsewhere Reason = "elsewhere" // the section that was asked does not answer, and is shown

	// What is not a question.
	ReasonEmpty     Reason = "empty"
	ReasonTooShort  Reason = "short"
	ReasonTooLong   Reason = "long"
	ReasonGreeting  Reason = "greeting"
	ReasonThanks    Reason = "thanks"
	ReasonIdentity  Reason = "identity"
	ReasonHelp      Reason = "help"
	ReasonDocuments Reason = "documents" // which documents there are
	ReasonUnread    Reason = "unread"    // in a language that is not read
	ReasonForeign   Reason = "foreign"   // in another script than the document and its finding aids
	ReasonCommand   Reason = "command"   // there is no such command
)

// An Answer is what was found for one question, before anything is worded.
type Answer struct {
	Document  *document.Document // what it was made from
	Asked     string             // name of the document asked; empty where all were
	Kind      Kind
	Reason    Reason
	Language  string            // language of the question: "en", "zh", "ru", "es"
	Question  question.Question // as understood
	Citations []Citation        // best first; in document order for section, outline and list

	Topic   string      // what a list looked for
	Checked int         // sections gone through for a list
	Aided   int         // sections that only finding aids lead to, where none has the topic's own words
	Level   string      // kind of section in question: "measure"
	First   string      // first designation of that level, as printed
	Last    string      // last designation of that level
	More    bool        // more sections were named than are cited
	Also    string      // this number is also that of a section of level AlsoOf; "" = no
	AlsoOf  string      // the other level where a bare number exists too: "part"
	Lacks   sought.Kind // what was asked for and is not there
	Missing []string    // words of the question that the document has nowhere
	Unmet   []string    // its words, the weightiest first, that the first section cited has in no form

	// Others are what other documents that were asked have of the same: the lists
	// of a topic, none among them, or sections of the same designation.
	Others []Answer

	// Confidence is the probability that the first quote answers, 0 to 1; 1 for what
	// was looked up or listed, the document's own title and dates among it. Features are what it was made of.
	Confidence float64
	Features   confidence.Features `json:"-"`

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

// Explained returns the answer with more to explain it.
func (a Answer) Explained(more func() []Step) Answer {
	before := a
	a.read, a.trace = nil, func() []Step { return append(before.Trace(), more()...) }
	return a
}

// A Step is one line of an explanation: what was computed, and its value.
type Step struct {
	Name  string
	Value string
}

// maxTurnSections is how many sections a turn remembers: enough for "the tenth
// one" of a list.
const maxTurnSections = 10

// assignRoles tells what each citation is for. Where several things were asked,
// each citation answers one of them.
func (a *Answer) assignRoles() {
	first, rest := RoleAnswer, RoleAnswer
	switch {
	case a.Kind == KindClosest:
		first, rest = RoleNear, RoleSee
	case a.Kind == KindAnswer && a.Question.Kind != question.Metadata && len(a.Question.Parts) < 2 && len(a.Question.Refs) < 2:
		rest = RoleSee
	}
	for i := range a.Citations {
		a.Citations[i].Role = rest
	}
	if len(a.Citations) > 0 {
		a.Citations[0].Role = first
	}
}

// Turn returns the exchange for the questions that follow.
func (a Answer) Turn() turn.Turn {
	t := turn.Turn{Question: a.Question}
	if a.Document != nil {
		t.Document, t.Digest = a.Document.Name, a.Document.Digest()
	}
	if len(a.Citations) > 0 {
		t.Quoted = a.Citations[0].Span
	}
	for _, c := range a.Citations[:min(len(a.Citations), maxTurnSections)] {
		t.Sections = append(t.Sections, c.ID)
	}
	return t
}
