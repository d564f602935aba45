package store

import (
	"bytes"
	"context"
	"strconv"
	"time"

	"pincite/internal/store/database"
)

// Shared reports whether several processes may use the database: then what each of them
// would know for itself is kept there.
func (s *Store) Shared() bool { return s.shared }

// A Verdict says what to do with a message under a limit.
type Verdict int

// Verdicts.
const (
	Pass   Verdict = iota
	Tell           // over the limit: say so, and how long to wait
	Ignore         // sent before that time: it was said that there is no answer
)

// Admit counts a message of a person, of which perMinute may come in a minute, all at
// once if they like, among all processes that share the database. Who is over the limit
// is told once to wait for a time, at least rest and in whole seconds, and is ignored
// until then.
func (s *Store) Admit(ctx context.Context, person string, perMinute int, rest time.Duration) (v Verdict, wait time.Duration, err error) {
	each := time.Minute.Milliseconds() / int64(perMinute)
	room := each * int64(perMinute-1)
	var ms int64
	err = s.db.Do(ctx, database.Operation{What: "count a message"}, func(ctx context.Context) error {
		passed, err := database.ScanRow(s.db.QueryRowContext(ctx, s.db.SQL(`INSERT INTO limits (person, full_at, quiet_until) VALUES ($1, {now} + $2, 0)
			ON CONFLICT (person) DO UPDATE SET full_at = CASE WHEN limits.full_at > {now} THEN limits.full_at ELSE {now} END + $2
			WHERE limits.quiet_until <= {now} AND limits.full_at - {now} <= $3
			RETURNING full_at`), s.hash(person), each, room), &ms)
		if err != nil || passed {
			return err
		}
		told, err := database.ScanRow(s.db.QueryRowContext(ctx, s.db.SQL(`UPDATE limits SET quiet_until =
				{now} + CASE WHEN full_at - {now} - $2 > $3 THEN (full_at - {now} - $2 + 999) / 1000 * 1000 ELSE $3 END
			WHERE person = $1 AND quiet_until <= {now}
			RETURNING quiet_until - {now}`), s.hash(person), room, rest.Milliseconds()), &ms)
		if v = Ignore; told {
			v, wait = Tell, (time.Duration(ms)*time.Millisecond + time.Second - 1).Truncate(time.Second)
		}
		return err
	})
	return v, wait, err
}

// questionHash is what is kept of the number of a message in a chat.
func (s *Store) questionHash(chat string, message int) []byte {
	return digest(s.key, "question", chat, strconv.Itoa(message))
}

// Answered notes which message answers a message of a chat, so that any process can
// replace it when the question is edited. Of the question a keyed hash is kept.
func (s *Store) Answered(ctx context.Context, chat string, message int, text string, reply int) error {
	return s.db.Exec(ctx, "note what answers a message", `INSERT INTO replies (question, chat, text, reply, at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (question) DO UPDATE SET text = excluded.text, reply = excluded.reply, at = excluded.at`,
		s.questionHash(chat, message), s.hash(chat), digest(s.key, "text", text), reply, s.now())
}

// ReplyTo returns the number of the message that answers one of a chat, 0 if that is not
// known, and whether the text is another than was answered.
func (s *Store) ReplyTo(ctx context.Context, chat string, message int, text string) (reply int, changed bool, err error) {
	var asked []byte
	err = s.db.Scan(ctx, "look up what answers a message", []any{&reply, &asked},
		`SELECT reply, text FROM replies WHERE question = $1 AND at >= $2`, s.questionHash(chat, message), s.before(keepReplies))
	return reply, reply != 0 && !bytes.Equal(asked, digest(s.key, "text", text)), err
}
