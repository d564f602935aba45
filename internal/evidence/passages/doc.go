// Package passages has what is searched of a document: its sentences with the headings
// that they come under and the finding aids for them, the questions that annotations
// expect, and those that they say stay unanswered.
//
// There is one [Index] a language, since most finding aids are in languages other than
// the document's; it is built when a question first needs it, and that of a long text is
// kept on disk. Spellings of one word that differ in more than its letters are brought
// together in the passages as in what is asked ([Set.Fold]), and see-references lead from
// the words that people use to those of the document ([Index.See]). A sentence with an
// initialism whose words the document has too is indexed under both, so that it is found by
// either and neither spelling makes it the better.
package passages
