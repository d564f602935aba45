-- Times are milliseconds since 1970. owner, person, chat and key are keyed
-- hashes, holder is the random number of a process.
CREATE TABLE facts (
    name  text PRIMARY KEY,
    value bytea NOT NULL
);
CREATE TABLE ratings (
    id       bytea PRIMARY KEY, -- hash of who rated what
    person   bytea NOT NULL,
    question text NOT NULL,
    document text NOT NULL,
    section  text NOT NULL,
    digest   text NOT NULL,
    good     integer NOT NULL,
    at       bigint NOT NULL
);
CREATE INDEX ratings_at ON ratings (at);
CREATE INDEX ratings_person ON ratings (person);
CREATE TABLE unanswered (
    id       bytea PRIMARY KEY, -- random
    person   bytea NOT NULL,
    question text NOT NULL,
    language text NOT NULL,
    kind     text NOT NULL,
    reason   text NOT NULL,
    document text NOT NULL,
    digest   text NOT NULL,
    at       bigint NOT NULL
);
CREATE INDEX unanswered_at ON unanswered (at);
CREATE INDEX unanswered_person ON unanswered (person);
CREATE TABLE choices (
    owner bytea NOT NULL,
    name  text NOT NULL,
    value text NOT NULL,
    at    bigint NOT NULL,
    PRIMARY KEY (owner, name)
);
CREATE TABLE conversations (
    key   bytea PRIMARY KEY,
    state bytea NOT NULL,
    at    bigint NOT NULL
);
CREATE INDEX conversations_at ON conversations (at);
CREATE TABLE updates (
    id     bigint PRIMARY KEY,
    chat   bytea NOT NULL, -- empty once done
    holder bytea NOT NULL,
    fence  bigint NOT NULL, -- one more with each holder
    done   integer NOT NULL,
    at     bigint NOT NULL
);
CREATE INDEX updates_at ON updates (at);
CREATE INDEX updates_waiting ON updates (chat, id) WHERE done = 0;
CREATE TABLE outbox (
    update_id bigint NOT NULL,
    part      integer NOT NULL,
    chat      text NOT NULL, -- in the clear: the call says it anyway
    call      bytea NOT NULL,
    holder    bytea NOT NULL,
    at        bigint NOT NULL,
    PRIMARY KEY (update_id, part)
);
CREATE INDEX outbox_chat ON outbox (chat);
CREATE TABLE replicas (
    id          bytea PRIMARY KEY,
    valid_until bigint NOT NULL -- by the database's clock
);
CREATE TABLE leases (
    name   text PRIMARY KEY,
    holder bytea NOT NULL,
    fence  bigint NOT NULL
);
