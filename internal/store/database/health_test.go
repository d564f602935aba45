package database

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// TestWhatFails tells errors of the database from those of one operation.
func TestWhatFails(t *testing.T) {
	for code, want := range map[string]bool{
		"25006": true, "53100": true, "53300": true, "28P01": true, "28000": true, "3D000": true, "42501": true, "42P01": true, "57P01": true, "57P03": true, "58030": true, "XX001": true,
		"23505": false, "22021": false, "40001": false, "40P01": false,
	} {
		err := fmt.Errorf("keep: %w", &pgconn.PgError{Code: code, Message: "refused"})
		if fails(err) != want {
			t.Errorf("%s fails: %v", code, !want)
		}
		if got := refusal(err); got != "refused" {
			t.Errorf("%s: refusal %q", code, got)
		}
	}
	for _, err := range []error{context.DeadlineExceeded, io.ErrUnexpectedEOF, sql.ErrConnDone} {
		if !fails(err) || refusal(err) != "" {
			t.Errorf("%v: fails %v, refusal %q", err, fails(err), refusal(err))
		}
	}
	for _, err := range []error{nil, Answer("it is handled"), fmt.Errorf("x: %w", Answer("it is lost"))} {
		if fails(err) {
			t.Errorf("%v fails", err)
		}
	}
}
