package words

import (
	"fmt"
	"strings"

	"pincite/internal/sought"
	"pincite/internal/verify"
	"pincite/internal/verify/word"
)

var english = Words{
	Start:          "Ask me about “{title}”. I quote it word for word and say where each quote stands. When the document does not say, I tell you so.",
	StartHow:       "Type a question in your own words, or a number. For example:",
	HelpAsk:        "Ask in your own words, or send the number of a section. I answer with the document's own words and the place where they stand.",
	HelpFollow:     "You can follow up: “how often?”, “and number 9?”, “the next one”, “the full text”.",
	HelpCommands:   "In a group I answer commands and replies to my messages; other messages do not reach me. Reply to a message with /ask to put it to me as a question.",
	HelpMentions:   "In a group I answer commands, replies to my messages, and messages that mention me. Reply to a message with /ask to put it to me as a question.",
	HelpInline:     "To share a passage in any chat, type my name with @ and a question or a number.",
	Greeting:       "Hello. What would you like to know about “{title}”?",
	Thanks:         "Glad to help.",
	Identity:       "I am a program that answers from “{title}”. I find the passage, quote it word for word and say where it stands. I add nothing to it.",
	Description:    "Ask about “{title}” in your own words, or send a number. I answer with exact quotes and say where each one stands. When the document does not say, I tell you so.",
	Short:          "Answers questions about a document with exact quotes and their place.",
	ExampleOutline: "How is the document organised?",
	ExampleNumber:  "What does {noun} {n} say?",
	CmdAsk:         "Ask a question",
	CmdFind:        "Find every section that mentions something",
	CmdToc:         "Contents",
	CmdAbout:       "The document, and what is stored",
	CmdLanguage:    "Language",
	CmdVerify:      "Check whether a text is in the document",
	CmdHelp:        "How to ask",
	CmdLevel:       "Show a {noun} by its number",
	CmdPrivacy:     "What is stored about you",
	CmdForget:      "Delete what is stored about you",
	Empty:          "Please type a question, or the number of a section.",
	TooShort:       "That is too short to search for. Please ask in a few words.",
	TooLong:        "That is too long for one question. Please keep it under {n} characters.",
	NoPiece:        "The section has no such paragraph or point. This is all of it:",
	Elsewhere:      "The section named does not seem to answer that. Here it is:",
	TaskSection:    "I only quote: I do not summarise, translate, write or judge. This is the section itself:",
	TaskAlone:      "I only quote the document: I do not summarise, translate, write or judge. Ask a question, name a section, or see the contents: /toc",
	Unread:         "I read questions in English, Chinese, Russian and Spanish. Numbers and titles of sections work in any language.",
	UnknownCommand: "I do not know this command. There are /ask, /find, /verify, /toc, /about, /language and /help.",
	DidYouMean:     "Did you mean {command}?",
	TooMany:        "That is a lot of questions for one minute. Please wait {n} seconds: what comes before then is not answered.",
	CannotHear:     "I cannot listen to voice messages; please type your question.",
	CannotSee:      "I cannot see pictures; please type your question.",
	CannotOpen:     "I cannot open files here; please paste the passage as text.",
	Busy:           "Many questions have come at once. Please ask again in a moment.",
	AskUsage:       "Please put the question after the command: /ask {example}",
	FindUsage:      "Please put a word or a phrase after the command: /find {example}",
	NotThere:       "That section is not in this document.",

	SeeAlso:   "See also",
	Weak:      "This comes closest, but may not answer your question.",
	Unmet:     "This comes closest, but may not answer your question: nothing here about {words}.",
	Undefined: "The document mentions this in {place} but does not define it.",
	Lacks: map[sought.Kind]string{
		sought.Date:      "This comes closest, but I see no date in it.",
		sought.Frequency: "This comes closest, but I do not see in it how often.",
		sought.Count:     "This comes closest, but I see no number in it.",
		sought.Sum:       "This comes closest, but I see no amount in it.",
		sought.Age:       "This comes closest, but I see no age in it.",
		sought.Agent:     "This comes closest, but I see no person’s name in it.",
		sought.Duration:  "This comes closest, but I see no length of time in it.",
		sought.Contact:   "This comes closest, but I see no telephone number, address or link in it.",
	},
	Missing:   "Not in the document: {words}.",
	None:      "I find nothing about this in the document.",
	NoneHow:   "Try other words, or one of these:",
	Mentions:  "“{topic}” is mentioned in {k} of {of}; all were checked: ",
	Without:   "“{topic}” is not mentioned in {k} of {of}; all were checked: ",
	Length:    "Length",
	InWords:   "{n} words",
	Aided:     "“{topic}” does not stand in the text in these words. By its finding aids, {k} of {of} speak of it: ",
	Failed:    "The search failed. Please ask again in a moment.",
	NoMention: "“{topic}” is not mentioned; {n} {nouns} were checked.",
	Shown:     "Shown: {from} to {to} of {k}.",

	Range:      "There is no {noun} {n}: {all} run {range}.",
	RangeWhole: "There is no {noun} {n}: {all} run {range}.",
	RangeLarge: "There is no such number: {all} run {range}.",
	NoNumber:   "Please add a number from {first} to {last}, for example: “{example}”",
	NoNext:     "Nothing follows: this is where the document ends.",
	NoMore:     "I find nothing further on this.",
	NoPrevious: "Nothing comes before: this is where the document begins.",
	NoContext:  "I do not know which section you mean. Please name it, or ask in full.",
	AlsoThere:  "There is also ",
	Several:    "That is {n} sections. Choose one:",
	Has:        "The document has {counts}.",
	HasIn:      "{label} has {counts}.",
	And:        " and ",
	Contents:   "Contents",

	StartAll:       "Ask me about “{title}”. I quote the documents word for word and say where each quote stands. When they do not say, I tell you so.",
	CmdDocuments:   "Choose a document",
	ChooseDocument: "Which document shall I answer from? If a question names one, I answer from that one.",
	OneDocument:    "I answer from “{title}”. There is no other document here.",
	AllDocuments:   "All documents",
	DocumentSet:    "I will answer from “{title}” from now on.",
	DocumentAll:    "I will answer from all documents.",
	NoDocument:     "There is no document of that name here. Please choose one:",
	TitleBreak:     "”, “",
	NotMentionedIn: "It is not mentioned in {titles}.",
	NoMentionAny:   "“{topic}” is not mentioned in any of the {n} documents; every section was checked.",
	Moved:          "The text has changed since then, and this section has moved. It stands here now:",
	Altered:        "The text has changed since then. This section now reads:",
	Gone:           "The text has changed, and that section is no longer in it.",
	DocumentGone:   "That document is no longer here.",

	FullText:  "Full text",
	Share:     "Share",
	Automatic: "Automatic",
	InContext: "In context", Read: "Open the document", Back: "Back", More: "More",
	Changed:        "This button has expired, since the document has changed. Please ask again.",
	Stale:          "This button has expired. Please ask again.",
	Noted:          "Thank you, noted.",
	NotKept:        "Your rating could not be kept.",
	NoQuestion:     "I no longer have this list. Please ask again.",
	ChooseLanguage: "Which language shall I use? Quotes stay as the document has them.",
	LanguageSet:    "I will use English from now on.",
	LanguageAuto:   "I will use the language of your question.",

	Issuer:       "Issued by",
	Source:       "Source",
	InLanguage:   "The text is in {language}.",
	Digest:       "SHA-256 of the text begins with",
	Kept:         "Questions that I could not answer, and ratings with the question rated, are kept for {days} days. Other questions are not stored.",
	KeptNone:     "Questions and ratings are not stored.",
	KeptMemory:   "So that you can follow up, the last {n} exchanges stay in memory for {minutes} minutes.",
	KeptTurns:    "So that you can follow up, the last {n} exchanges are kept for {minutes} minutes after the last one.",
	KeptChoice:   "What you have chosen with /language or /documents is kept until you take it back.",
	KeptCode:     "In place of your name or number I keep a code made of it with a secret key. It serves to find what is yours when you want it deleted.",
	KeptSending:  "The numbers of messages that were handled are kept for a day. A reply that could not be sent waits for a day at most, with the number of the chat that it goes to.",
	KeptLasting:  "All this is in a database of whoever runs this program.",
	KeptUntilEnd: "All this is in memory, and gone when the program stops.",
	ForgetHow:    "/forgetme deletes at once what is kept of you, and this conversation.",
	Forgotten:    "Your ratings, unanswered questions and choices are deleted, and so is this conversation.",
	NotForgotten: "This could not be deleted just now. Please try again in a minute.",
	Dates:        map[string]string{"adopted": "Adopted", "released": "Released"},
	Languages:    map[string]string{"en": "English", "zh": "Chinese", "ru": "Russian", "es": "Spanish"},

	GapsAsked:   "Questions not answered in {days} days: {n}.",
	GapsKnown:   "Answered by now: {n}.",
	GapsHidden:  "Asked by fewer than {people} people, and not shown: {n}.",
	GapsNone:    "There is no gap that {people} people or more have asked for.",
	GapsTimes:   "asked {n}×, people: {people}, last 7 days: {last}, the 7 before: {before}",
	GapsNearest: "Nearest: {section}",

	VerifyUsage:    "Please put the text to check after the command, or reply to a message with /verify.",
	Verbatim:       "Word for word: the document has this text.",
	Reworded:       "Not word for word: the document says it differently.",
	Spliced:        "Not one passage: the document has these pieces in different places.",
	Absent:         "I do not find this text in the document.",
	AbsentNear:     "I do not find this text in the document. This passage shares most of its words:",
	Allowed:        "Passed over: {what}.",
	MorePlaces:     "It stands in {n} more places.",
	NothingToCheck: "There are no words to check.",
	Changes:        map[verify.Kind]string{verify.Inserted: "added", verify.LeftOut: "left out", verify.Replaced: "changed", verify.Punctuation: "punctuation"},
	Concerns:       map[word.Concern]string{word.Negation: "negation", word.Number: "number", word.Name: "name"},
	Allowances: map[word.Allowance]string{
		word.Quotes:      "quotation marks",
		word.Dashes:      "dashes",
		word.Ellipses:    "ellipses",
		word.LineBreaks:  "line breaks",
		word.WhiteSpace:  "spaces",
		word.Case:        "capitals",
		word.Hyphenation: "words divided at a line end",
		word.Ligatures:   "ligatures",
		word.FullWidth:   "full-width characters",
		word.Forms:       "forms of characters",
		word.Ends:        "the closing mark",
		word.Numbering:   "numbers of sections",
	},

	Numbered: func(name, designation string) string { return name + " " + designation },
	Interval: func(_ Noun, first, last string) string { return fmt.Sprintf("from %s to %s", first, last) },
	Kinds:    map[string]Noun{"title": {Name: "the title", One: "title"}, "preamble": {Name: "the opening", One: "opening"}, "conclusion": {Name: "the conclusion", One: "conclusion"}},
	Open:     "“", Close: "”",
	Stop: ".", Comma: ", ", Colon: ": ",
	Day: "{d} {month} {y}",
	Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"},
	Nouns:       map[string]Noun{},
	SectionNoun: englishNoun("section"),
	Count:       oneOrMany,
	Of:          func(n Noun, count int) string { return fmt.Sprint(count, " ", n.Many) },
	Unknown:     englishNoun,
}

func englishNoun(one string) Noun {
	many := one + "s"
	if strings.HasSuffix(one, "y") && !strings.HasSuffix(one, "ay") {
		many = strings.TrimSuffix(one, "y") + "ies"
	}
	if strings.HasSuffix(one, "x") || strings.HasSuffix(one, "s") {
		many = one + "es"
	}
	return Noun{Name: one, One: one, Few: many, Many: many, All: "the " + many}
}

// oneOrMany is the noun after a number in English and Spanish.
func oneOrMany(n Noun, count int) string {
	if count == 1 {
		return n.One
	}
	return n.Many
}
