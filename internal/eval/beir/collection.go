package beir

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Collection is a folder of passages, queries and judgments in the layout of
// BEIR: corpus.jsonl, queries.jsonl and qrels.tsv.
type Collection struct {
	Language string // of the files that were read: "zh" for corpus.zh.jsonl, "" for corpus.jsonl
	Passages []Passage
	Queries  []Query
	Qrels    Qrels
}

// A Passage is one line of the corpus.
type Passage struct {
	ID    string `json:"_id"`
	Doc   string `json:"doc_id"` // the document that the passage is part of; may be empty
	Title string `json:"title"`
	Text  string `json:"text"`
}

// A Query is one line of the queries.
type Query struct {
	ID   string `json:"_id"`
	Text string `json:"text"`
	Doc  string `json:"context_doc"` // the only document to search; "" for all
}

// Qrels tells how relevant passages are: query id -> passage id -> grade. A
// grade of 0 or less is not relevant; a passage that is absent counts as 0.
type Qrels map[string]map[string]int

// maxLine bounds a line of a collection: 16 MiB, a thick book in one passage.
const maxLine = 16 << 20

// Read reads the folder dir. With a language it reads the variants
// corpus.LANG.jsonl, queries.LANG.jsonl and qrels.LANG.tsv; without one, the
// plain names, or the only language that there is. An error names the file, the
// line and what is wrong with it.
func Read(dir, language string) (*Collection, error) {
	language, err := chooseLanguage(dir, language)
	if err != nil {
		return nil, err
	}
	c := &Collection{Language: language, Qrels: Qrels{}}
	passages, queries := idChecker{}, idChecker{}
	err = eachJSON(variant(dir, "corpus", language, "jsonl"), func(p Passage) error {
		c.Passages = append(c.Passages, p)
		return passages.check(p.ID)
	})
	if err != nil {
		return nil, err
	}
	docs := c.documents()
	err = eachJSON(variant(dir, "queries", language, "jsonl"), func(q Query) error {
		c.Queries = append(c.Queries, q)
		if q.Doc != "" && !docs[q.Doc] {
			return fmt.Errorf("context_doc %q is not the doc_id of any passage", q.Doc)
		}
		return queries.check(q.ID)
	})
	if err != nil {
		return nil, err
	}
	return c, c.readQrels(dir)
}

// variant returns the path of a file of the collection.
func variant(dir, stem, language, ext string) string {
	if language != "" {
		stem += "." + language
	}
	return filepath.Join(dir, stem+"."+ext)
}

// chooseLanguage returns the language of the files to read.
func chooseLanguage(dir, language string) (string, error) {
	if _, err := os.Stat(variant(dir, "corpus", language, "jsonl")); !errors.Is(err, os.ErrNotExist) {
		return language, err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "corpus.*.jsonl"))
	if err != nil || len(paths) == 0 {
		return "", fmt.Errorf("%s: no corpus.jsonl in it: a folder in the BEIR layout is needed", dir)
	}
	var there []string
	for _, p := range paths {
		there = append(there, strings.TrimSuffix(strings.TrimPrefix(filepath.Base(p), "corpus."), ".jsonl"))
	}
	if language == "" && len(there) == 1 {
		return there[0], nil
	}
	return "", fmt.Errorf("%s: no %s in it: choose a language: %s", dir,
		filepath.Base(variant(dir, "corpus", language, "jsonl")), strings.Join(there, ", "))
}

// documents returns the ids of the documents that the passages are part of.
func (c *Collection) documents() map[string]bool {
	docs := make(map[string]bool)
	for _, p := range c.Passages {
		docs[p.Doc] = true
	}
	return docs
}

// An idChecker refuses ids that are empty, used twice, or not fit for a run file.
type idChecker map[string]bool

func (seen idChecker) check(id string) error {
	switch {
	case id == "":
		return errors.New("_id is missing")
	case strings.ContainsAny(id, " \t\n\v\f\r"):
		return fmt.Errorf("_id %q has white space in it, which a run file cannot hold", id)
	case seen[id]:
		return fmt.Errorf("_id %q is used twice", id)
	}
	seen[id] = true
	return nil
}

// eachJSON calls do with every line of a file, of which there must be some.
func eachJSON[T any](path string, do func(T) error) error {
	n := 0
	err := eachLine(path, func(line []byte) error {
		n++
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return err
		}
		return do(v)
	})
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: nothing in it", path)
	}
	return err
}

// eachLine calls do with every line of a file that is not blank. Errors name the
// file and the line.
func eachLine(path string, do func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	n, lines := 0, bufio.NewScanner(f)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		if err := do(line); err != nil {
			return fmt.Errorf("%s, line %d: %w", path, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s, line %d: %w", path, n+1, err)
	}
	return nil
}

// readQrels reads the judgments: a query, a passage and a grade on each line,
// below an optional head. Passages that the corpus lacks are kept, as trec_eval
// keeps them: they are relevant and cannot be found.
func (c *Collection) readQrels(dir string) error {
	path, err := qrelsPath(dir, c.Language)
	if err != nil {
		return err
	}
	known := make(map[string]bool, len(c.Queries))
	for _, q := range c.Queries {
		known[q.ID] = true
	}
	first := true
	err = eachLine(path, func(line []byte) error {
		columns := strings.Split(string(line), "\t")
		head := first && columns[0] == "query-id"
		first = false
		if head {
			return nil
		}
		if len(columns) != 3 {
			return fmt.Errorf("%d columns, want 3 with tabs between them: query-id, corpus-id, score", len(columns))
		}
		if !known[columns[0]] {
			return fmt.Errorf("query %q is not among the queries", columns[0])
		}
		return c.Qrels.add(columns[0], columns[1], columns[2])
	})
	if err == nil && len(c.Qrels) == 0 {
		err = fmt.Errorf("%s: nothing in it", path)
	}
	return err
}

// qrelsPath finds the judgments: qrels.tsv beside the corpus, qrels/test.tsv as
// BEIR has it, or the only file that its name lets be one.
func qrelsPath(dir, language string) (string, error) {
	for _, path := range []string{
		variant(dir, "qrels", language, "tsv"),
		filepath.Join(dir, "qrels", "test.tsv"),
	} {
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	paths, err := filepath.Glob(filepath.Join(dir, "qrels*.tsv"))
	if err == nil && len(paths) == 1 && language == "" {
		return paths[0], nil
	}
	return "", fmt.Errorf("%s: no judgments: %s is needed", dir, filepath.Base(variant(dir, "qrels", language, "tsv")))
}

func (q Qrels) add(query, passage, grade string) error {
	g, err := strconv.Atoi(grade)
	if err != nil {
		return fmt.Errorf("score %q is not a whole number", grade)
	}
	grades := q[query]
	if grades == nil {
		grades = make(map[string]int)
		q[query] = grades
	}
	if _, ok := grades[passage]; ok {
		return fmt.Errorf("query %q and passage %q are judged twice", query, passage)
	}
	grades[passage] = g
	return nil
}
