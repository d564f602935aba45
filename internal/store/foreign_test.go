package store

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// TestForeignTables opens databases that have tables by the names of this program's, and
// looks at them, too: they are refused in one line that says what to do, and stay as they
// are.
func TestForeignTables(t *testing.T) {
	steps, err := steps()
	must(t, err)
	whole := strings.Join(steps, "\n") + `CREATE TABLE pincite_store (version integer NOT NULL); `
	for name, c := range map[string]struct{ made, want string }{
		"ours in name alone":       {`CREATE TABLE pincite_store (recipe text)`, "another program"},
		"with other words":         {`CREATE TABLE pincite_store (version text); INSERT INTO pincite_store VALUES ('draft')`, "another program"},
		"another one's tables":     {`CREATE TABLE updates (id text)`, "another program"},
		"before the first version": {whole + `INSERT INTO pincite_store VALUES (-1)`, "another program"},
		"of a version twice":       {whole + `INSERT INTO pincite_store VALUES (1), (2)`, "another program"},
		"of no version":            {whole + `INSERT INTO pincite_store SELECT 1 WHERE false`, "another program"},
		"of a later version":       {whole + `INSERT INTO pincite_store VALUES (99)`, "newer program"},
		"without a table":          {whole + `INSERT INTO pincite_store VALUES (5); DROP TABLE facts`, "another program"},
		"without a column":         {whole + `INSERT INTO pincite_store VALUES (5); ALTER TABLE unanswered DROP COLUMN language`, "another program"},
	} {
		t.Run(name, func(t *testing.T) {
			conforms(t, func(t *testing.T, p place) {
				if p.Path == "" && p.URL == "" {
					t.Skip("memory is new each time")
				}
				p.make(t, c.made)
				_, looked := Inspect(t.Context(), p.Options)
				s, opened := Open(t.Context(), p.Options)
				if opened == nil {
					s.Close()
				}
				for how, err := range map[string]error{"to look": looked, "to open": opened} {
					if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "store: ") {
						t.Errorf("%s: error %v, want one line with %q", how, err, c.want)
					}
				}
			})
		})
	}
}

// TestEarlierVersions opens databases as every version before left them.
func TestEarlierVersions(t *testing.T) {
	steps, err := steps()
	must(t, err)
	for taken := range len(steps) + 1 {
		t.Run(fmt.Sprint(taken), func(t *testing.T) {
			conforms(t, func(t *testing.T, p place) {
				if p.Path == "" && p.URL == "" {
					t.Skip("memory is new each time")
				}
				p.make(t, strings.Join(steps[:taken], "\n")+fmt.Sprintf(`CREATE TABLE pincite_store (version integer NOT NULL); INSERT INTO pincite_store VALUES (%d);`, taken))
				found, err := Inspect(t.Context(), p.Options)
				if err != nil || found.New != (taken == 0) {
					t.Errorf("to look: %+v, %v", found, err)
				}
				s := p.open(t)
				must(t, s.SetLanguage(t.Context(), "tg:1", "ru"))
				finish(t, s, take(t, s, 1, "tg:1"), "a call")
				if got, err := s.Language(t.Context(), "tg:1"); got != "ru" || err != nil {
					t.Errorf("the language is %q, %v", got, err)
				}
			})
		})
	}
}

// make makes a database by other means than the program's.
func (p place) make(t *testing.T, queries string) {
	t.Helper()
	if p.Path != "" {
		db, err := sql.Open("sqlite", "file:"+url.PathEscape(p.Path))
		must(t, err)
		_, err = db.ExecContext(t.Context(), queries)
		must(t, errors.Join(err, db.Close()))
		return
	}
	db, err := pgx.Connect(t.Context(), p.URL)
	must(t, err)
	_, err = db.Exec(t.Context(), queries, pgx.QueryExecModeSimpleProtocol)
	must(t, errors.Join(err, db.Close(t.Context())))
}
