package library_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/library"
)

// engines are those that TestGrowth compares. The others are asked for any of the
// words and return the ten best passages, as one would write it in a few lines.
var engines = map[string]engine{
	"pincite":     {buildPincite, openPincite},
	"bleve":       {buildBleve, openBleve},
	"SQLite FTS5": {buildFTS5, openFTS5},
	"limited":     limited(engine{buildPincite, openPincite}, limitedHeap),
}

// The whole program but for the words of the reply: what ask does.
func openLibrary(dir string) (*library.Library, error) {
	return library.Open(context.Background(), growthSource(dir))
}

func growthSource(dir string) library.Source {
	return library.Source{FS: os.DirFS(dir), Name: textFile,
		Reading: folder.Reading{Cache: cache.Open(filepath.Join(dir, "cache"), 0), Limit: 1 << 30}}
}

func buildPincite(dir string) error {
	l, err := openLibrary(dir)
	if err != nil {
		return err
	}
	return l.Close()
}

func openPincite(dir string) (func(asked) (int, error), func() error, error) {
	l, err := openLibrary(dir)
	if err != nil {
		return nil, nil, err
	}
	return func(q asked) (int, error) {
		a, err := l.Answer(context.Background(), library.Ask{Message: "What about " + strings.Join(q.Words, ", ") + "?"})
		if err != nil || len(a.Citations) == 0 {
			return -1, err
		}
		c := a.Citations[0]
		return sentence(l.Default(), c.Section, c.Span), nil
	}, l.Close, nil
}

// sentence returns the number of the sentence that a quote begins with, -1 for none.
func sentence(d *document.Document, section int, quote document.Span) int {
	number, err := strconv.Atoi(d.Sections[section].Designation.Normal)
	if err != nil {
		return -1
	}
	for n, s := range d.Sentences(section) {
		if s.Overlaps(quote) {
			return 4*(number-1) + n
		}
	}
	return -1
}

// eachPassage calls f for the sentences of a made text.
func eachPassage(dir string, f func(n int, passage string) error) error {
	file, err := os.Open(filepath.Join(dir, passagesFile))
	if err != nil {
		return err
	}
	defer file.Close() // only read
	lines := bufio.NewScanner(file)
	for n := 0; lines.Scan(); n++ {
		if err := f(n, lines.Text()); err != nil {
			return err
		}
	}
	return lines.Err()
}

type bleveText struct{ Body string }

func buildBleve(dir string) error {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = en.AnalyzerName
	body := bleve.NewTextFieldMapping()
	body.Store, body.IncludeTermVectors, body.DocValues, body.IncludeInAll = false, false, false, false
	mapping.DefaultMapping.AddFieldMappingsAt("Body", body)
	b, err := bleve.NewBuilder(filepath.Join(dir, "bleve"), mapping, map[string]any{"batchSize": 5000, "buildPathPrefix": dir})
	if err != nil {
		return err
	}
	err = eachPassage(dir, func(n int, passage string) error { return b.Index(strconv.Itoa(n), bleveText{passage}) })
	return errors.Join(err, b.Close())
}

func openBleve(dir string) (func(asked) (int, error), func() error, error) {
	x, err := bleve.OpenUsing(filepath.Join(dir, "bleve"), map[string]any{"read_only": true})
	if err != nil {
		return nil, nil, err
	}
	return func(q asked) (int, error) {
		query := bleve.NewMatchQuery(strings.Join(q.Words, " "))
		query.SetField("Body")
		found, err := x.Search(bleve.NewSearchRequest(query))
		if err != nil || len(found.Hits) == 0 {
			return -1, err
		}
		return strconv.Atoi(found.Hits[0].ID)
	}, x.Close, nil
}

func openSQLite(dir string) (*sql.DB, error) {
	return sql.Open("sqlite", filepath.Join(dir, "fts5.db"))
}

func buildFTS5(dir string) error {
	db, err := openSQLite(dir)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	_, err = db.Exec(`CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = 'porter unicode61'); BEGIN`)
	if err == nil {
		err = eachPassage(dir, func(n int, passage string) error {
			_, err := db.Exec(`INSERT INTO passages(rowid, body) VALUES (?, ?)`, n+1, passage)
			return err
		})
	}
	if err == nil {
		_, err = db.Exec(`COMMIT; INSERT INTO passages(passages) VALUES ('optimize')`)
	}
	return errors.Join(err, db.Close())
}

func openFTS5(dir string) (func(asked) (int, error), func() error, error) {
	db, err := openSQLite(dir)
	if err != nil {
		return nil, nil, err
	}
	search, err := db.Prepare(`SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10`)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return func(q asked) (best int, err error) {
		rows, err := search.Query(`"` + strings.Join(q.Words, `" OR "`) + `"`)
		if err != nil {
			return 0, err
		}
		defer func() { err = errors.Join(err, rows.Close()) }()
		best = -1
		for rows.Next() {
			var n int
			if err := rows.Scan(&n); err != nil {
				return 0, err
			}
			if best < 0 {
				best = n - 1
			}
		}
		return best, rows.Err()
	}, db.Close, nil
}
