package store

import (
	"context"
	"database/sql"
	"errors"

	"pincite/internal/chat"
	"pincite/internal/store/database"
)

const (
	insertRating = `INSERT INTO ratings (id, person, question, document, section, digest, good, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (id) DO UPDATE SET good = excluded.good, at = excluded.at`
	insertUnanswered = `INSERT INTO unanswered (id, person, question, language, kind, reason, document, digest, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	insertChoice     = `INSERT INTO choices (owner, name, value, at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (owner, name) DO UPDATE SET value = excluded.value, at = excluded.at`
	deleteChoice = `DELETE FROM choices WHERE owner IN ($1, $2) AND name = $3`
)

// Names of choices.
const (
	choiceLanguage = "language"
	choiceDocument = "document"
)

// ratingRow returns the values of a row of ratings. The id is that of the person and the
// answer rated, so that a second rating takes the place of the first.
func ratingRow(person []byte, f chat.Feedback, at int64) []any {
	good := 0
	if f.Good {
		good = 1
	}
	id := digest(person, f.Question, f.Document, f.Section, f.Digest)
	return []any{id, person, plain(f.Question), plain(f.Document), plain(f.Section), f.Digest, good, at}
}

// Feedback keeps a rating. A second one by the same person of the same answer
// takes the place of the first.
func (s *Store) Feedback(ctx context.Context, f chat.Feedback) error {
	return s.db.Exec(ctx, "keep a rating", insertRating, ratingRow(s.hash(f.Person), f, s.now())...)
}

// Unanswered keeps a question, and of who asked it what /forgetme needs.
func (s *Store) Unanswered(ctx context.Context, u chat.Unanswered) error {
	return s.db.Exec(ctx, "keep a question", insertUnanswered, random(16), s.hash(u.Person), plain(u.Question), plain(u.Language),
		string(u.Kind), string(u.Reason), plain(u.Document), u.Digest, s.now())
}

// Language returns the interface language that a person has chosen, "" for
// none.
func (s *Store) Language(ctx context.Context, person string) (string, error) {
	return s.choice(ctx, person, choiceLanguage)
}

// SetLanguage keeps that choice; "" forgets it.
func (s *Store) SetLanguage(ctx context.Context, person, language string) error {
	return s.choose(ctx, person, choiceLanguage, language)
}

// Document returns the name of the document that was chosen in a conversation, "*"
// for all, "" for no choice.
func (s *Store) Document(ctx context.Context, conversation string) (string, error) {
	return s.choice(ctx, conversation, choiceDocument)
}

// SetDocument keeps that choice; "" forgets it.
func (s *Store) SetDocument(ctx context.Context, conversation, document string) error {
	return s.choose(ctx, conversation, choiceDocument, document)
}

// choice returns what a person has chosen; a row that came from a file of lines
// counts where there is no other.
func (s *Store) choice(ctx context.Context, owner, name string) (value string, err error) {
	return value, s.db.Scan(ctx, "look up a choice", []any{&value},
		`SELECT value FROM choices WHERE owner IN ($1, $2) AND name = $3 ORDER BY at DESC LIMIT 1`, s.hash(owner), s.formerly(owner), name)
}

func (s *Store) choose(ctx context.Context, owner, name, value string) error {
	return s.db.Together(ctx, database.Operation{What: "keep a choice", Keeps: true}, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, deleteChoice, s.hash(owner), s.formerly(owner), name); err != nil || value == "" {
			return err
		}
		_, err := tx.ExecContext(ctx, insertChoice, s.hash(owner), name, plain(value), s.now())
		return err
	})
}

// Recall returns what Remember kept of a conversation last, nil if there is
// nothing or it has been idle for too long.
func (s *Store) Recall(ctx context.Context, conversation string) (state []byte, err error) {
	return state, s.db.Scan(ctx, "recall a conversation", []any{&state},
		`SELECT state FROM conversations WHERE key = $1 AND at >= $2`, s.hash(conversation), s.idleSince())
}

// Remember keeps the state of a conversation until it has been idle for
// Options.Idle.
func (s *Store) Remember(ctx context.Context, conversation string, state []byte) error {
	return s.db.Exec(ctx, "remember a conversation", `INSERT INTO conversations (key, state, at) VALUES ($1, $2, $3)
		ON CONFLICT (key) DO UPDATE SET state = excluded.state, at = excluded.at`, s.hash(conversation), state, s.now())
}

func (s *Store) idleSince() int64 { return s.before(s.opt.Idle) }

// Forget deletes at once what is kept of a person, what was said in a
// conversation, the replies that wait to be sent to the person's own chat, and what the
// person has sent anywhere that waits for its turn: this process may still answer it. What
// waits for a group is answers to others, too, and stays. A database that was set
// aside is deleted whole: it may hold what is theirs. Copies on the disk are gone at
// once or, where somebody asked for the same within a minute, after that.
func (s *Store) Forget(ctx context.Context, person, conversation string) error {
	err := s.db.Together(ctx, database.Operation{What: "forget a person", Keeps: true}, func(ctx context.Context, tx *sql.Tx) error {
		own, former := s.hash(person), s.formerly(person)
		for _, d := range []struct {
			query string
			args  []any
		}{
			{`DELETE FROM ratings WHERE person IN ($1, $2)`, []any{own, former}},
			{`DELETE FROM unanswered WHERE person = $1`, []any{own}},
			{`DELETE FROM choices WHERE owner IN ($1, $2, $3)`, []any{own, former, s.hash(conversation)}},
			{`DELETE FROM conversations WHERE key = $1`, []any{s.hash(conversation)}},
			{`DELETE FROM outbox WHERE chat = $1`, []any{person}},
			{`UPDATE updates SET raw = NULL, person = NULL WHERE person = $1`, []any{own}},
			{`DELETE FROM replies WHERE chat = $1`, []any{s.hash(conversation)}},
		} {
			if _, err := tx.ExecContext(ctx, d.query, d.args...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return errors.Join(s.db.DropAside(0), s.db.Erase(ctx))
}

// Chosen returns what KeepChosen kept last under a key, nil if there is nothing or it has
// been kept for Options.Keep.
func (s *Store) Chosen(ctx context.Context, key string) (choice []byte, err error) {
	return choice, s.db.Scan(ctx, "recall what a model chose", []any{&choice},
		`SELECT choice FROM chosen WHERE key = $1 AND at >= $2`, s.hash(key), s.before(s.opt.Keep))
}

// KeepChosen keeps what a model chose, for Options.Keep. Of the key, which names the
// question, only a keyed hash is kept.
func (s *Store) KeepChosen(ctx context.Context, key string, choice []byte) error {
	return s.db.Exec(ctx, "keep what a model chose", `INSERT INTO chosen (key, choice, at) VALUES ($1, $2, $3)
		ON CONFLICT (key) DO UPDATE SET choice = excluded.choice, at = excluded.at`, s.hash(key), choice, s.now())
}
