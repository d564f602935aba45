package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

const (
	// connections bounds those of one process: a few replicas fit into the
	// hundred that PostgreSQL allows as it comes.
	connections = 16

	// openPatience is how long the database may take to answer at the start.
	openPatience = 15 * time.Second
)

// openPostgres connects and brings the tables up to date.
func openPostgres(ctx context.Context, o Options) (*DB, error) {
	db, err := Connect(o.URL)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, openPatience)
	defer cancel()
	if err := migrate(ctx, db, postgres, o.Steps); err != nil {
		db.Close()
		return nil, fmt.Errorf("store: %s: %w", where(o.URL), OneLine(err))
	}
	return newDB(db, postgres, o), nil
}

// Connect reads the address of a PostgreSQL database. Its error does not quote it: it
// holds a password.
func Connect(address string) (*sql.DB, error) {
	c, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, errors.New("store: store.url is not an address such as postgres://user:password@host:5432/name")
	}
	c.DefaultQueryExecMode = pgx.QueryExecModeExec // one way there and back, also with what a connection has not seen before
	db := sql.OpenDB(newDialler(stdlib.GetConnector(*c)))
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxIdleTime(5 * time.Minute)
	return db, nil
}

// where names the database without the password.
func where(address string) string {
	c, err := pgx.ParseConfig(address)
	if err != nil {
		return "store.url"
	}
	return fmt.Sprintf("database %s at %s", c.Database, c.Host)
}

// OneLine puts an error of several lines on one, as pgx reports each address
// that it tried.
func OneLine(err error) error {
	text := strings.Join(strings.Fields(err.Error()), " ")
	if text == err.Error() {
		return err
	}
	return errors.New(text)
}
