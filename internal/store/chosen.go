package store

import "context"

// Chosen returns what KeepChosen kept last under a key, nil if there is nothing or it has
// been kept for Options.Keep.
func (s *Store) Chosen(ctx context.Context, key string) (choice []byte, err error) {
	return choice, s.db.Scan(ctx, "recall what a model chose", []any{&choice},
		`SELECT choice FROM chosen WHERE key = $1 AND at >= $2`, s.hash(key), s.opt.Now().Add(-s.opt.Keep).UnixMilli())
}

// KeepChosen keeps what a model chose, for Options.Keep. Of the key, which names the
// question, only a keyed hash is kept.
func (s *Store) KeepChosen(ctx context.Context, key string, choice []byte) error {
	return s.db.Exec(ctx, "keep what a model chose", `INSERT INTO chosen (key, choice, at) VALUES ($1, $2, $3)
		ON CONFLICT (key) DO UPDATE SET choice = excluded.choice, at = excluded.at`, s.hash(key), choice, s.now())
}
