// Command pincite answers questions about documents: it quotes the sentence
// that answers, word for word, and cites its place; or it says that the document
// does not say.
//
// # A tour of the program
//
// Packages are in layers, and imports go strictly down; a test in
// internal/floors holds them to it.
//
// On the ground, internal/document is an immutable text with the tree of its
// sections, every sentence a span of bytes: a quote cannot differ from its
// source. internal/text knows languages and words, internal/text/numeral written numbers,
// internal/text/words which words say nothing, and internal/sought the kinds of things
// that are asked for, a date or a sum; internal/yamlfile reads the files that people
// write, internal/jsonline the objects that programs send, and internal/atomicfile writes
// files whole or not at all.
// internal/rescue has a panic cost one message, one request or one document.
// internal/metrics counts, internal/request names what is asked in the logs, which
// internal/redact keeps secrets out of, internal/recent remembers within bounds,
// internal/gate lets so many in at a time, and internal/listen serves HTTP within limits.
// internal/model calls a language model, where the operator has set one up, and
// internal/speech has one write down what is said in voice messages.
//
// Above it, internal/importer reads files of any format into a text and its blocks,
// and internal/outline makes the sections of them; internal/cache keeps what took
// long. Beside a text are its settings and its finding aids, which
// internal/annotation checks and, with a model, internal/annotation/draft writes.
// internal/folder reads and writes the folder of a document, with all of these.
// internal/question tells what a message asks for (a number, the contents, a list,
// small talk, or a search), by the rules of internal/question/grammar, one file a
// language; internal/locate finds what it names in the document. internal/search
// scores passages by BM25, whose words internal/search/postings keeps as bleve does;
// internal/spell brings spellings together, and internal/thesaurus has words that mean nearly
// the same, in English.
//
// internal/verify takes a text instead of a question: whether a document has it
// word for word, altered, spliced of several places, or not at all; internal/verify/cover
// finds where, internal/verify/collate tells what differs.
//
// internal/evidence finds what speaks for each section and sentence, among the passages
// of internal/evidence/passages: internal/evidence/sentence has what one sentence says
// for itself, and internal/evidence/mentions finds every mention of something. Then
// internal/answer decides: question to answer, with quotes, citations, and a reason
// where it abstains, by what internal/confidence makes of the evidence. What a message
// means after the earlier ones is read by internal/answer/turn, and which sections a
// question about the structure means by internal/answer/contents. Where the
// settings say so, internal/choose has a model choose among the sentences instead.
// internal/library holds the documents that there are, each with what answers from
// it; all that is above asks the library, which reads them again when internal/watch
// tells that their files have changed. internal/reply is what is said of it:
// internal/reply/words has the words and internal/reply/compose the replies.
// internal/chat holds conversations, which internal/chat/talk remembers, with what each
// message has cited (internal/chat/cited), and tells pasted passages from questions
// (internal/chat/pasted). internal/render draws a reply for the web, a terminal and
// programs. internal/eval holds answers against judged questions,
// and internal/eval/beir the search engine against public collections.
// internal/store keeps what outlives a process or is shared by several, in what
// internal/store/database opens: see its comment for how replicas work together.
// internal/store/lines reads what early versions kept. internal/gaps gathers what was
// asked and not found.
//
// internal/telegram and internal/web carry the chat. For the first,
// internal/telegram/botapi speaks with the platform, internal/telegram/queue has updates
// handled in turn, internal/telegram/respond puts what they say to the chat, within what
// internal/telegram/limit grants one person, internal/telegram/message draws replies, and
// internal/telegram/post sends them, or has them wait in internal/telegram/outbox. For the
// second, internal/web/guard wraps every request, internal/web/visitor tells who asks and
// how often, internal/web/page cuts documents into pages, and internal/web/object has what
// the API tells of them. internal/admin has the metrics, for whoever runs it;
// internal/config gathers the settings. internal/service is the only place where all of
// these meet, for serve, and internal/checkup tries them all. For the other verbs,
// internal/sources tells where the documents of the settings are, internal/terminal shows
// replies where people type, and internal/report says what is no reply: contents, coverage,
// gaps. This command has one file for each verb, with its flags and its help.
//
// # Where to begin
//
// Changes that are often made, and the file that each begins in:
//
//   - a word of a reply: its field in internal/reply/words/words.go, then one file a
//     language beside it
//   - a language of replies: internal/reply/words, a file like es.go, and its tag in
//     language.go beside it; for the reader internal/web/words, a file like es.json, and
//     its tag in words.go; then the tags in internal/question/message/language.go
//   - a language of questions: internal/question/grammar, a file of rules like pl.txt, and
//     its function words, a file in internal/text/words
//   - a language that is told from those that are read: its function words, and the
//     sentence of internal/reply/words/unread.txt
//   - a kind of thing that is asked for: its name in internal/sought/sought.go, then
//     internal/sought/rules, one file a language
//   - a file format: a package under internal/importer, its kind in
//     internal/importer/kind.go, and who reads it in internal/importer/importer.go
//   - a kind of heading: internal/outline/heading/mark.go
//   - a threshold or a weight: internal/evidence/params.go
//   - a signal of the confidence: internal/confidence/confidence.go, then
//     internal/evidence/features.go or, of the sentence alone, internal/evidence/sentence;
//     and a fit by pincite eval --fit
//   - a field of citations: internal/answer/citation.go, which JSON takes it from, and
//     internal/web/assets/openapi.json
//   - a command of the bot: internal/chat/command.go, its line of the menu in
//     internal/reply/words, and its name in internal/question/command.go
//   - a button: internal/reply/compose/button.go, then internal/chat/press.go
//   - a setting: internal/config/keys.go, its field in config.go beside it, and
//     config/pincite.yaml
//   - a metric: internal/metrics/metrics.go
//   - a verb of the command line: a file of its own in cmd/pincite, named in root.go, and
//     its row in README.md
//   - what a verb prints: internal/report
//
// # Rules of the command line
//
// Answers go to standard output, everything else to standard error. An error is
// one line that says what is wrong, where, and what to do. The exit status is 0
// for success (an answer that abstains is one), 1 for failure (verify has another
// 1, without an error: a text is not verbatim) and 2 for misuse: an unknown verb,
// flag or setting. Colours and line breaks are for terminals only. Nothing is read
// from the environment but PINCITE_…, NO_COLOR, TERM, the locale, what names the
// user's cache directory (HOME, XDG_CACHE_HOME), and what the Go runtime reads, such
// as GOGC; and, for calls to a model, HTTPS_PROXY and its like.
//
// Outside dependency: github.com/spf13/cobra parses the command line and writes its help.
package main
