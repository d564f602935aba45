package beir

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// written writes files, given as name and content in turn, to a new folder.
func written(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	goodCorpus  = `{"_id":"p1","doc_id":"d","title":"Steam","text":"engines of iron"}` + "\n\n" + `{"_id":"p2","text":"iron and ore"}` + "\n"
	goodQueries = `{"_id":"q1","text":"iron","context_doc":null}` + "\n" + `{"_id":"q2","text":"irons","context_doc":"d"}` + "\n"
	goodQrels   = "query-id\tcorpus-id\tscore\nq1\tp2\t1\nq2\tp1\t2\n"
)

func TestReadErrors(t *testing.T) {
	tests := []struct{ name, corpus, queries, qrels, want string }{
		{"empty corpus", "\n", goodQueries, goodQrels, "corpus.jsonl: nothing in it"},
		{"broken JSON", goodCorpus + "{", goodQueries, goodQrels, "corpus.jsonl, line 4: unexpected end of JSON input"},
		{"two on a line", `{"_id":"a"} {"_id":"b"}`, goodQueries, goodQrels, "corpus.jsonl, line 1: invalid character"},
		{"wrong type", `{"_id":7}`, goodQueries, goodQrels, "corpus.jsonl, line 1: json: cannot unmarshal number"},
		{"no id", `{"text":"x"}`, goodQueries, goodQrels, "corpus.jsonl, line 1: _id is missing"},
		{"id twice", goodCorpus + goodCorpus, goodQueries, goodQrels, `corpus.jsonl, line 4: _id "p1" is used twice`},
		{"white space", `{"_id":"a b"}`, goodQueries, goodQrels, `corpus.jsonl, line 1: _id "a b" has white space in it`},
		{"empty queries", goodCorpus, "", goodQrels, "queries.jsonl: nothing in it"},
		{"unknown document", goodCorpus, `{"_id":"q1","context_doc":"e"}`, goodQrels, `queries.jsonl, line 1: context_doc "e" is not the doc_id of any passage`},
		{"columns", goodCorpus, goodQueries, "q1 p1 1\n", "qrels.tsv, line 1: 1 columns, want 3"},
		{"score", goodCorpus, goodQueries, goodQrels + "q2\tp2\tyes\n", `qrels.tsv, line 4: score "yes" is not a whole number`},
		{"judged twice", goodCorpus, goodQueries, goodQrels + "q1\tp2\t0\n", `qrels.tsv, line 4: query "q1" and passage "p2" are judged twice`},
		{"unknown query", goodCorpus, goodQueries, "q9\tp1\t1\n", `qrels.tsv, line 1: query "q9" is not among the queries`},
		{"no judgments", goodCorpus, goodQueries, "query-id\tcorpus-id\tscore\n", "qrels.tsv: nothing in it"},
	}
	for _, tt := range tests {
		dir := written(t, "corpus.jsonl", tt.corpus, "queries.jsonl", tt.queries, "qrels.tsv", tt.qrels)
		if _, err := Read(dir, ""); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

func TestReadMissing(t *testing.T) {
	tests := []struct {
		name, language string
		files          []string
		want           string
	}{
		{"nothing", "", nil, "no corpus.jsonl in it"},
		{"no queries", "", []string{"corpus.jsonl", goodCorpus}, "queries.jsonl: no such file"},
		{"no qrels", "", []string{"corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries}, "qrels.tsv is needed"},
		{"several languages", "", []string{"corpus.en.jsonl", goodCorpus, "corpus.zh.jsonl", goodCorpus}, "choose a language: en, zh"},
		{"no such language", "ru", []string{"corpus.en.jsonl", goodCorpus}, "no corpus.ru.jsonl in it: choose a language: en"},
	}
	for _, tt := range tests {
		_, err := Read(written(t, tt.files...), tt.language)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, ask, language string
		files               []string
	}{
		{"plain", "", "", []string{"corpus.jsonl", "\ufeff" + goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels}},
		{"test folder", "", "", []string{"corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels/test.tsv", goodQrels}},
		{"other name", "", "", []string{"corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.dev.tsv", goodQrels}},
		{"only language", "", "es", []string{"corpus.es.jsonl", goodCorpus, "queries.es.jsonl", goodQueries, "qrels.es.tsv", goodQrels}},
		{"chosen", "es", "es", []string{"corpus.jsonl", "?", "corpus.es.jsonl", goodCorpus, "queries.es.jsonl", goodQueries, "qrels.es.tsv", goodQrels}},
	}
	for _, tt := range tests {
		c, err := Read(written(t, tt.files...), tt.ask)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if c.Language != tt.language || len(c.Passages) != 2 || len(c.Queries) != 2 || c.Qrels["q2"]["p1"] != 2 {
			t.Errorf("%s: read %+v", tt.name, c)
		}
	}
}

func TestRank(t *testing.T) {
	dir := written(t, "corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels)
	c, err := Read(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	run, err := Rank(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range run {
		for _, h := range q.Hits {
			got = append(got, q.Query+" "+h.Passage)
		}
	}
	// Both texts have two words that count; q2 is asked of document d alone.
	if want := []string{"q1 p2", "q1 p1", "q2 p1"}; !slices.Equal(got, want) {
		t.Errorf("run %q, want %q", got, want)
	}
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Rank(canceled, c); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
}

func TestRepeatedWordsCountAsOften(t *testing.T) {
	dir := written(t,
		"corpus.jsonl", `{"_id":"a","text":"red blue"}`+"\n"+`{"_id":"b","text":"red green"}`,
		"queries.jsonl", `{"_id":"q","text":"green blue green"}`,
		"qrels.tsv", "q\tb\t1")
	if _, err := Read(dir, "en"); err == nil {
		t.Fatal("a language that the folder lacks was read")
	}
	c, err := Read(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	run, err := Rank(context.Background(), c)
	if err != nil || run[0].Hits[0].Passage != "b" || run[0].Hits[0].Score != 2*run[0].Hits[1].Score {
		t.Errorf("run %v, error %v: b must score twice what a does", run, err)
	}
}

// TestCollections measures the engine on public collections, which are not part
// of the repository: PINCITE_BENCH=dir go test -v -run TestCollections ./internal/eval/beir
// It skips what is absent. The floors are a little below what was measured.
func TestCollections(t *testing.T) {
	root := os.Getenv("PINCITE_BENCH")
	if root == "" {
		t.Skip("PINCITE_BENCH does not name a folder of collections")
	}
	for _, tt := range []struct {
		name, language string
		metric         func(Metrics) float64
		floor          float64
	}{
		{"scifact", "", func(m Metrics) float64 { return m.NDCG10 }, 0.690},
		{"cacm", "", func(m Metrics) float64 { return m.MAP }, 0.330},
		{"squad2-dev", "", func(m Metrics) float64 { return m.Recall[0] }, 0.870},
		{"xquadr-dev", "en", func(m Metrics) float64 { return m.Precision[0] }, 0.940},
		{"xquadr-dev", "zh", func(m Metrics) float64 { return m.Precision[0] }, 0.940},
		{"xquadr-dev", "ru", func(m Metrics) float64 { return m.Precision[0] }, 0.920},
		{"xquadr-dev", "es", func(m Metrics) float64 { return m.Precision[0] }, 0.920},
	} {
		c, err := Read(filepath.Join(root, tt.name), tt.language)
		if err != nil {
			t.Logf("%s %s: %v", tt.name, tt.language, err)
			continue
		}
		run, err := Rank(context.Background(), c)
		if err != nil {
			t.Fatal(err)
		}
		m := Evaluate(c.Qrels, run)
		t.Logf("%s %s: %+v", tt.name, tt.language, m)
		if tt.metric(m) < tt.floor {
			t.Errorf("%s %s: %.4f, want %.4f or more", tt.name, tt.language, tt.metric(m), tt.floor)
		}
	}
	compareLucene(t, filepath.Join(root, "cacm"))
}

// compareLucene evaluates the run that Lucene left beside a collection, cut at
// the depth it has, and ours cut in the same place.
func compareLucene(t *testing.T, dir string) {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "lucene-bm25-run.txt"))
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lucene := readRun(t, bufio.NewScanner(f))
	c, err := Read(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	ours, err := Rank(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	for i := range ours {
		ours[i].Hits = ours[i].Hits[:min(len(ours[i].Hits), 30)]
	}
	t.Logf("Lucene, top 30: %+v", Evaluate(c.Qrels, lucene))
	t.Logf("ours, top 30:   %+v", Evaluate(c.Qrels, ours))
}

// readRun reads a TREC run.
func readRun(t *testing.T, lines *bufio.Scanner) Run {
	t.Helper()
	var run Run
	for lines.Scan() {
		columns := strings.Fields(lines.Text())
		score, err := strconv.ParseFloat(columns[4], 32)
		if err != nil {
			t.Fatal(err)
		}
		if len(run) == 0 || run[len(run)-1].Query != columns[0] {
			run = append(run, QueryRun{Query: columns[0]})
		}
		last := &run[len(run)-1]
		last.Hits = append(last.Hits, Hit{columns[2], float32(score)})
	}
	for _, q := range run {
		q.sort()
	}
	return run
}

// FuzzRead feeds any bytes to the readers: they may refuse, with the
// name of the file, but never panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(goodCorpus), []byte(goodQueries), []byte(goodQrels))
	f.Add([]byte(`{"_id":"\ud800"}`), []byte("[]"), []byte("\t\t"))
	f.Fuzz(func(t *testing.T, corpus, queries, qrels []byte) {
		dir := written(t, "corpus.jsonl", string(corpus), "queries.jsonl", string(queries), "qrels.tsv", string(qrels))
		c, err := Read(dir, "")
		if err != nil {
			if !strings.Contains(err.Error(), dir) {
				t.Errorf("error without the file's name: %v", err)
			}
			return
		}
		run, err := Rank(context.Background(), c)
		if err != nil {
			t.Fatal(err)
		}
		if m := Evaluate(c.Qrels, run); !(m.NDCG10 >= 0 && m.NDCG10 <= 1+1e-9) {
			t.Errorf("nDCG@10 = %v", fmt.Sprint(m.NDCG10))
		}
	})
}
