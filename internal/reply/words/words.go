package words

import (
	"slices"
	"strings"

	"pincite/internal/sought"
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// Words are the bot's own words in one language. {name} marks what is
// filled in; every language uses the same names in the same field, which a
// test holds.
type Words struct {
	// What the bot says of itself.
	Start, StartHow               string
	HelpAsk, HelpFollow           string
	HelpCommands, HelpMentions    string // in groups: without and with sight of every message
	HelpInline                    string
	Greeting, Thanks, Identity    string
	Description, Short            string // at most 512 and 120 characters
	ExampleOutline, ExampleNumber string
	CmdAsk, CmdFind, CmdToc       string
	CmdAbout, CmdLanguage         string
	CmdVerify                     string
	CmdHelp, CmdLevel             string
	CmdPrivacy, CmdForget         string
	Empty, TooShort, TooLong      string
	TooMany                       string // questions in one minute; how many seconds to wait
	CannotHear, CannotSee         string // voice and music; pictures and films
	CannotOpen                    string // files
	Heard, HeardNothing, NotHeard string // a voice message: what it says; no words; not just now
	TooLongToHear                 string // of more than so many seconds
	Busy                          string // too many questions at the same time, of all people
	AskUsage, FindUsage, NotThere string

	// Around the document's words.
	SeeAlso             string
	OnPage              string // of a printed document, behind the name of a section
	Weak, Undefined     string
	Unmet               string                 // words that the nearest passage has in no form
	Lacks               map[sought.Kind]string // what the nearest passage does not have
	Missing             string
	None, NoneHow       string
	Mentions, NoMention string
	Shown               string

	// Numbers and outline.
	Range, RangeWhole                     string // with whole, the numbers run from 1 without a gap
	RangeLarge, NoNumber                  string
	NoNext, NoMore, NoPrevious, NoContext string
	Without, Length, InWords              string // sections that do not mention; how long the text is
	Except                                string // sections that a list is not of
	InCharacters                          string // how long a text without spaces is
	CiteAs                                string // how to cite the document
	Aided, Failed                         string // a list by finding aids alone; a search that failed
	CannotAnswer                          string // a fault of the program, which would be the same again
	AlsoThere, Several, First             string // First: of more than are listed
	Has, HasIn, And, Contents             string

	// Several documents, and texts that are replaced.
	StartAll                             string
	CmdDocuments, ChooseDocument         string
	OneDocument, AllDocuments            string
	DocumentSet, DocumentAll, NoDocument string
	TitleBreak                           string // between titles within one pair of quotation marks
	NotMentionedIn, NoMentionAny         string
	Moved, Altered, Gone, DocumentGone   string

	// Buttons and notices.
	FullText, Share, Automatic        string
	InContext, Read, Back, More       string
	Changed, Stale, Noted, NoQuestion string

	// Ratings of an answer, below it.
	Helpful, Unhelpful          string
	NotKept                     string // a rating
	ChooseLanguage, LanguageSet string
	LanguageAuto                string

	// What is known about the document and kept about the people who ask.
	Issuer, Source                     string
	InLanguage, Digest, Kept, KeptNone string
	KeptMemory, KeptTurns              string // running conversations: in memory alone, in the store
	KeptChoice, KeptCode, KeptSending  string
	KeptLasting, KeptUntilEnd          string // where: a database, or memory
	KeptModel, KeptVoice               string // a model that questions and voice messages are sent to
	KeptChosen                         string // what it chose, where a store has it
	ForgetHow, Forgotten, NotForgotten string
	Dates                              map[string]string // names of dates: "adopted"
	Languages                          map[string]string // names of languages, by tag

	// What was asked and not found, for operators.
	GapsAsked, GapsKnown, GapsHidden string
	GapsNone, GapsTimes, GapsNearest string

	// What has become of a text that somebody quotes.
	VerifyUsage                 string
	Verbatim, VerbatimCut       string // VerbatimCut: with an ellipsis for words that matter
	Reworded                    string
	Spliced, Absent, AbsentNear string
	Allowed                     string
	MorePlaces, MorePieces      string // that are not shown
	MoreDifferences             string
	Omits                       string // before the words that an ellipsis stands for
	AlsoIn, AndMore             string // before the names of other documents, and behind them
	QuestionBeside              string // before why the question beside a passage is not answered
	AnsweredBeside              string // of a question that the original of the passage beside it answers
	NothingToCheck              string
	TooLongToCheck, VerifyHow   string // VerifyHow: after a message too long for a question
	Changes                     map[collate.Kind]string
	Concerns                    map[word.Concern]string
	Allowances                  map[between.Allowance]string
	// What was asked in another way than it is answered.
	NoPiece, Elsewhere, Stray  string // a paragraph that the section lacks; a section that does not answer; one in another than was said
	TaskSection, TaskSections  string // a task not done here, of a section or of several
	TaskAlone                  string // of none
	Unread                     string // in a language that is not read; see UnreadIn
	Foreign                    string // in another script than the document
	UnknownCommand, DidYouMean string
	UnfoldName, ButtonsName    string // of the passage that unfolds, and of the buttons for those who have a page read to them

	// How the language writes what it quotes, counts and dates.
	Numbered           func(name, designation string) string   // measure 7, 第7条
	Interval           func(n Noun, first, last string) string // from 1 to 15, as its gender asks
	NoLevel            func(none, has Noun) string             // the document has none of a level, but has another
	Kinds              map[string]Noun                         // sections without a number: "preamble"
	Open, Close        string
	Stop, Comma, Colon string
	Day                string
	Months             [12]string
	Nouns              map[string]Noun
	SectionNoun        Noun
	Count              func(n Noun, count int) string // the noun after a number
	Of                 func(n Noun, count int) string // "15 measures" after "6 of"
	Unknown            func(name string) Noun         // for a name that Nouns lacks
}

// A Noun is the name of a level in the forms that the sentences need.
type Noun struct {
	Name string // before its number: measure 7; мера 7; la medida 7
	One  string // after the number 1: 1 measure; 1 мера; 1 medida; 1 条
	Few  string // after 2, 3, 4 in Russian, elsewhere as Many
	Many string // measures; мер; medidas; 条
	All  string // all of them, as a subject: the measures; меры; las medidas
}

// Fill puts values in place of {names}: Fill("{n} of {m}", "n", "1", "m", "2").
// Values are not looked into, so that no value can name another.
func Fill(format string, pairs ...string) string {
	named := slices.Clone(pairs)
	for i := 0; i < len(named); i += 2 {
		named[i] = "{" + named[i] + "}"
	}
	return strings.NewReplacer(named...).Replace(format)
}
