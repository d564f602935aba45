package telegram

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"pincite/internal/store"
)

// TestALockLosesNothing has somebody lock the table of updates while a question is being
// answered, behind which more wait than may stay unconfirmed: what is confirmed though it
// could not be kept, the one at hand included, is answered once and in order.
func TestALockLosesNothing(t *testing.T) {
	t.Parallel()
	address := postgresURL(t)
	const questions = 2 * maxHeld
	f := newFake(t)
	r := newRun(t, f, func(o *Options) { o.Store = openStore(t, store.Options{URL: address, Log: o.Log}) }).start(t)
	f.introduced(t)
	l := ledger{manner: "ponder "} // which takes three seconds
	l.keep(f)
	db, err := pgx.Connect(t.Context(), address)
	must(t, err)
	defer db.Close(context.WithoutCancel(t.Context()))
	l.ask(f, 66, 66, 0)
	for begun := 0; begun == 0; {
		must(t, db.QueryRow(t.Context(), `SELECT count(*) FROM updates`).Scan(&begun))
	}
	tx, err := db.Begin(t.Context())
	must(t, err)
	_, err = tx.Exec(t.Context(), `LOCK TABLE updates`)
	must(t, err)
	l.manner = ""
	for n := 1; n < questions; n++ {
		l.ask(f, 66, 66, n)
	}
	r.logs(t, "updates are not kept")
	must(t, tx.Rollback(t.Context()))
	r.logs(t, "the store works again")
	f.arrive(t, questions)
	l.check(t, questions)
}
