// Package beir holds the search engine, and what the program answers without finding
// aids, to public collections of passages, queries and judgments.
//
// [Read] reads a folder in the layout of BEIR, and [Rank] ranks its passages by BM25, in
// title and text, for [Evaluate] and for trec_eval: figures that are published of other
// engines.
//
// [Abstain] makes a document without finding aids of each document of a
// collection and puts the queries to the answerer: it must not find less than
// plain BM25 does, and should know better what the document does not say.
// "pincite eval --abstain" prints both. On 8 articles of the dev set of SQuAD 2.0
// (1,459 questions with an answer, 1,727 written to look as if they had one) the
// right paragraph comes first for 0.888, by plain BM25 for 0.877; where a reply
// cites anything, for 0.897 and 0.880. The score tells the two kinds of question
// apart with an AUROC of 0.627: the words of a question say little about whether
// a paragraph that has them answers it.
package beir
