package lexicon

// A language is what one language contributes to every table. Fields ending in
// Words are bags, and the level names are lists; the others are patterns.
type language struct {
	greetingWords, thanksWords string
	chatWords                  string // may stand around small talk without giving it substance
	identity, help             string // questions to the bot about itself
	thanks, greeting           string // for a script without spaces, where bags cannot do it

	lookupWords  string // carry no content in a wish to see a section
	outlineWords string // carry none in a question about the structure
	metaWords    string // carry none in a question about the document itself

	next, previous, fullText, more, summary, up string // steps from the section shown last

	count, list, children, structure string // of the outline
	parent                           string // the section that holds the one named
	title, issuer, adopted, released string // of the document
	dates, language, source, nature  string
	author                           string // the person, not the body that issued it

	mentions       string // with the topic as +
	prefix, suffix string // frames around the topic of a search

	connectiveWords string // begin a message that goes on from the last one
	connectives     string // the same as patterns
	pronouns        string // lean on what was said before
	askWords        string // question words
	shortAsk        string // questions that are whole only after another

	preamble, conclusion       string    // names of unnumbered sections
	preambleToo, conclusionToo string    // doubtful ones, words like any other in a longer question
	beside                     string    // "before", "after": joins a section to an unnumbered one that only says where it is
	fromEnd                    [3]string // 1: the last; 2: the one before; 0: the pattern holds the number
	genericLow, genericHigh    string    // level names of documents at large

	wants, not wants // words that ask for a kind of answer; those that only look like it
}

// wants are the words that tell what kind of answer is asked for.
type wants struct {
	date, howOften, howMany, amount, person, role, definition, enumeration, sanction,
	deadline, duration, place, yesNo, why, how, consequence, contact, creation string
}

// tables returns the tables in the order of the fields.
func (w *wants) tables() []string {
	return []string{w.date, w.howOften, w.howMany, w.amount, w.person, w.role, w.definition, w.enumeration, w.sanction,
		w.deadline, w.duration, w.place, w.yesNo, w.why, w.how, w.consequence, w.contact, w.creation}
}

// languages are the tables that All compiles, in the order in which they match.
var languages = []*language{&english, &chinese, &russian, &spanish}

// macros are alternatives that several patterns share.
var macros = map[string]string{
	"$doc":  "it|this|that|the_document|this_document|the_text|this_text|the_paper|this_paper|the_opinions|these_opinions|the_opinion|this_opinion|document|the_file|this_file|this_thing|the_doc|this_doc|the_whole_document|the_regulation|this_regulation|the_law|this_law|they",
	"$talk": "say|says|said|talk|talks|talking|mention|mentions|speak|speaks|discuss|discusses|cover|covers|address|addresses|bring_up|brings_up|deal_with|deals_with|contain|contains|have|has|state|states|tell|tells|write|include|includes|treat|treats|touch_on|touches_on|refer_to|refers_to|go_into|raise|raises",
	"$on":   "about|on|regarding|concerning|of|re|with_regard_to|as_to|to",
	"$ment": "mention|mentions|mentioning|mentioned|talk|talks|speak|speaks|refer|refers|reference|references|discuss|discusses|deal|deals|address|addresses|cover|covers|concern|concerns|contain|contains|include|includes|touch|touches|relate|relates|say_something|say_anything|name|names|bring_up|use_the_word|use_the_phrase|use_the_term|contain_the_word",
	"$文":    "文件|意见|文档|文本|这份文件|这个文件|该文件|本文件|这份意见|这个意见|本意见|全文|文中|文章|材料|这里|里面|它",
	"$提":    "提到|提及|提过|提了|涉及|讲到|说到|谈到|写到|讲了|说了|写了|提出|有提|包含|包括|出现|有关|关于|涉|讲|谈|提",
	"$док":  "документ|документе|текст|тексте|текста|документа|мнение|мнения|мнениях|этот_документ|этот_текст|этого_документа|этого_текста|этом_документе|этом_тексте",
	"$дел":  "документ|текст|он|там|тут|здесь|этот_документ|этот_текст",
	"$txt":  "el_documento|este_documento|documento|el_texto|este_texto|texto|las_opiniones|estas_opiniones|esto|la_norma|este",
}
