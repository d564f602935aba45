package library_test

import (
	"database/sql"
	"errors"
	"flag"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"

	"pincite/internal/eval/beir"
)

// collections names the folders of TestBEIR.
var collections = flag.String("beir", "", "folders in the layout of BEIR, in English, separated by commas, which TestBEIR ranks")

// TestBEIR ranks collections with the search engine, with bleve alone and with SQLite
// FTS5, and prints nDCG@10 of each.
func TestBEIR(t *testing.T) {
	if *collections == "" {
		t.Skip("no -beir")
	}
	t.Logf("| %-12s | %8s | %7s | %7s | %7s | %11s |", "collection", "passages", "queries", "pincite", "bleve", "SQLite FTS5")
	for _, dir := range strings.Split(*collections, ",") {
		c, err := beir.Read(dir, "")
		if err != nil {
			t.Fatal(err)
		}
		ours, err := beir.Rank(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		of := func(run beir.Run) float64 { return beir.Evaluate(c.Qrels, run).NDCG10 }
		a, b, s := of(ours), of(rankAll(t, c, bleveRanker)), of(rankAll(t, c, fts5Ranker))
		t.Logf("| %-12s | %8d | %7d | %7.3f | %7.3f | %11.3f |", filepath.Base(dir), len(c.Passages), len(c.Queries), a, b, s)
		if a < b || a < s {
			t.Errorf("%s: nDCG@10 is %.3f, of bleve %.3f and of SQLite FTS5 %.3f", dir, a, b, s)
		}
	}
}

// A ranker indexes passages and returns what ranks them for a question.
type ranker func(t *testing.T, passages []beir.Passage) func(question string) []beir.Hit

// rankAll ranks the passages of each document that questions are asked of by itself.
func rankAll(t *testing.T, c *beir.Collection, of ranker) beir.Run {
	asks := map[string]func(string) []beir.Hit{}
	var run beir.Run
	for _, q := range c.Queries {
		if asks[q.Doc] == nil {
			var passages []beir.Passage
			for _, p := range c.Passages {
				if q.Doc == "" || p.Doc == q.Doc {
					passages = append(passages, p)
				}
			}
			asks[q.Doc] = of(t, passages)
		}
		run = append(run, beir.QueryRun{Query: q.ID, Hits: asks[q.Doc](q.Text)})
	}
	return run
}

const beirDepth = 10

func bleveRanker(t *testing.T, passages []beir.Passage) func(string) []beir.Hit {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer, mapping.ScoringModel = en.AnalyzerName, "bm25"
	x, err := bleve.NewUsing("", mapping, "scorch", "scorch", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() }) // in memory
	all := x.NewBatch()
	for _, p := range passages {
		if err := all.Index(p.ID, bleveText{p.Title + ". " + p.Text}); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Batch(all); err != nil {
		t.Fatal(err)
	}
	return func(question string) (out []beir.Hit) {
		query := bleve.NewMatchQuery(question)
		query.SetField("Body")
		found, err := x.Search(bleve.NewSearchRequestOptions(query, beirDepth, 0, false))
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range found.Hits {
			out = append(out, beir.Hit{Passage: h.ID, Score: float32(h.Score)})
		}
		return out
	}
}

func fts5Ranker(t *testing.T, passages []beir.Passage) func(string) []beir.Hit {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() }) // in memory
	db.SetMaxOpenConns(1)
	_, err = db.Exec(`CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61')`)
	for _, p := range passages {
		if err == nil {
			_, err = db.Exec(`INSERT INTO passages VALUES (?, ?, ?)`, p.ID, p.Title, p.Text)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return func(question string) (out []beir.Hit) {
		words := strings.FieldsFunc(question, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		rows, err := db.Query(`SELECT id, -rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?`, `"`+strings.Join(words, `" OR "`)+`"`, beirDepth)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var h beir.Hit
			if err := rows.Scan(&h.Passage, &h.Score); err != nil {
				t.Fatal(err)
			}
			out = append(out, h)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
		return out
	}
}
