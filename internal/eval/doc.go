// Package eval measures answers: judged questions in, metrics out.
//
// [ReadSet] reads a question set and [ReadSets] those of a folder, [Ask] puts their
// questions to an answerer, [Summarize] adds up; [Documents] asks several documents, each
// its own questions, and a [Study] of them fits the confidence.
//
// data/questions/README.md tells what a set holds. Sets about the default document are
// asked by a test too, and the summary is kept in testdata/summary.golden, so that a
// change of ranking shows as a diff.
//
// # How an answer is judged
//
// The sections of a reply are those that it cites, each once, in the order of
// its citations; a reply about the structure of the document has "outline"
// before them. A reply of kind closest, none or help abstains; answer, section,
// outline and list do not.
//
// A question that is answerable:
//
//   - hit@1: the first section is one of the right ones. hit@3: one of the first
//     three is. MRR: the mean of 1/rank of the first right one. What a closest
//     reply cites counts as what any other does; that it abstained is the next
//     line's matter.
//   - refused: the reply abstains.
//   - A lookup of several sections wants them all, in order, and is otherwise
//     wrong (no hit at all). Sections that the set tolerates ("also") may be
//     among them, below the first place.
//   - quote: the quote of the first citation shares a byte with one of the
//     passages that answer, wherever the document has them; of an outline, which
//     is one answer made of many headings, any heading does. Any white space
//     is taken for any other. A share of the questions for which the set names a
//     passage; a quote can be right where hit@1 is not, since two sections may
//     say the same.
//
// A question that is not answerable has one metric, false: the reply does not
// abstain. Hostile input alone may instead be shown what the set tolerates,
// and nothing else: of "measure 0" the outline is a sane reply. What a set
// tolerates never excuses a confident answer to an earnest question.
//
// Each [Aim] is a share of those questions that it is about; see aims.go.
package eval
