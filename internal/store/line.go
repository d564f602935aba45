package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"

	"pincite/internal/chat"
	"pincite/internal/store/database"
	"pincite/internal/store/lines"
)

// importLines copies a file of lines into a database, all or nothing.
func importLines(ctx context.Context, file *os.File, db *sql.DB) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	return database.InTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		key, err := lines.Read(io.NewSectionReader(file, 0, info.Size()), func(l lines.Line) error { return insertLine(ctx, tx, l) })
		if err != nil {
			return fmt.Errorf("%w; move the file away, and a new one is made", err)
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO facts (name, value) VALUES ($1, $2)`, factImported, key)
		return err
	})
}

// insertLine writes one line as a row.
func insertLine(ctx context.Context, tx *sql.Tx, l lines.Line) error {
	at := l.At * 1000
	l.Person = append([]byte{}, l.Person...) // not NULL
	var err error
	switch l.Kind {
	case lines.Feedback:
		f := chat.Feedback{Question: l.Question, Document: l.Document, Section: l.Section, Digest: l.Digest, Good: l.Good}
		_, err = tx.ExecContext(ctx, insertRating, ratingRow(l.Person, f, at)...)
	case lines.Unanswered:
		_, err = tx.ExecContext(ctx, insertUnanswered, random(16), []byte{}, plain(l.Question), l.Language, l.Answer, l.Reason, l.Document, l.Digest, at)
	case lines.Language:
		err = chooseLine(ctx, tx, l, choiceLanguage, l.Language)
	case lines.Document:
		err = chooseLine(ctx, tx, l, choiceDocument, l.Document)
	}
	return err
}

// chooseLine writes a choice, or takes it back.
func chooseLine(ctx context.Context, tx *sql.Tx, l lines.Line, name, value string) error {
	if value == "" {
		_, err := tx.ExecContext(ctx, deleteChoice, l.Person, l.Person, name)
		return err
	}
	_, err := tx.ExecContext(ctx, insertChoice, l.Person, name, plain(value), l.At*1000)
	return err
}
