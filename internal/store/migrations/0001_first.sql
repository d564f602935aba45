-- Times are seconds since 1970. Persons are keyed hashes, see doc.go.
CREATE TABLE secret (
    key BLOB NOT NULL -- of the hashes; one row, 32 random bytes
);
CREATE TABLE feedback (
    at       INTEGER NOT NULL,
    person   BLOB NOT NULL,
    question TEXT NOT NULL,
    section  TEXT NOT NULL,
    digest   TEXT NOT NULL,
    good     INTEGER NOT NULL,
    UNIQUE (person, question, section, digest)
);
CREATE INDEX feedback_at ON feedback (at);
CREATE TABLE unanswered (
    at       INTEGER NOT NULL,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    kind     TEXT NOT NULL,
    reason   TEXT NOT NULL,
    digest   TEXT NOT NULL
);
CREATE INDEX unanswered_at ON unanswered (at);
CREATE TABLE language (
    person   BLOB PRIMARY KEY,
    language TEXT NOT NULL
) WITHOUT ROWID;
