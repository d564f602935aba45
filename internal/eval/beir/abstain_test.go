package beir

import (
	"strings"
	"testing"

	"pincite/internal/eval"
)

// abstainFiles are a corpus of two documents. Each word of a query that has an
// answer stands in one passage, and the words of the others nowhere.
var abstainFiles = []string{
	"corpus.jsonl", `{"_id":"a#0","doc_id":"a","title":"A","text":"The museum opens at nine on weekdays. Tickets are sold in the lobby."}
{"_id":"a#1","doc_id":"a","title":"A","text":"The garden behind it has a pond with carp. Feeding the carp is forbidden."}
{"_id":"a#2","doc_id":"a","title":"A","text":"  "}
{"_id":"b#0","doc_id":"b","title":"B","text":"The pond of the mill drives a wheel of oak."}
{"_id":"b#1","doc_id":"b","title":"B","text":"The miller sells flour by the sack."}
`,
	"queries.jsonl", `{"_id":"q1","text":"Is feeding the carp in the pond forbidden?","context_doc":"a"}
{"_id":"q2","text":"Where are museum tickets sold?","context_doc":"a"}
{"_id":"q3","text":"How does the miller sell flour?","context_doc":"b"}
{"_id":"q4","text":"Which airline flies to Reykjavik?","context_doc":"a"}
{"_id":"q5","text":"Which senator vetoed the bankruptcy bill?","context_doc":"b"}
`,
	"qrels.tsv", "q1\ta#1\t1\nq2\ta#0\t1\nq3\tb#1\t1\nq5\tb#0\t0\n",
}

func TestAbstainNeedsADocument(t *testing.T) {
	c, err := Read(written(t, "corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Abstain(t.Context(), c); err == nil || !strings.Contains(err.Error(), "query q1 has no context_doc") {
		t.Errorf("error %v", err)
	}
}

func TestAbstain(t *testing.T) {
	c, err := Read(written(t, abstainFiles...), "")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Abstain(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if m.Documents != 2 || len(m.Answers) != 3 || len(m.Nothing) != 2 || m.First != 3 || m.InThree != 3 || m.BM25 != 3 {
		t.Errorf("%+v", m)
	}
	if m.Confided != 0 || eval.AUROC(m.Answers, m.Nothing) != 1 {
		t.Errorf("what no passage has a word of was answered: %+v", m)
	}
	var b strings.Builder
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"2 documents, 3 queries with an answer, 2 without\n",
		"right passage first                      1.000\n",
		"  though there is no answer              0.000\n",
		"separation of the two (AUROC)            1.000\n",
	} {
		if !strings.Contains(b.String(), line) {
			t.Errorf("no line %q in\n%s", line, &b)
		}
	}
}
