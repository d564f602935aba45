-- What replicas must know of each other besides: how often a person asked within the
-- last minute, and which message answered which.
CREATE TABLE limits (
    person      bytea PRIMARY KEY,
    full_at     bigint NOT NULL, -- by the database's clock: when all is forgotten
    quiet_until bigint NOT NULL  -- until when the person was told to wait; 0 for never
);
CREATE INDEX limits_full_at ON limits (full_at);
CREATE TABLE replies (
    question bytea PRIMARY KEY, -- hash of the chat and the number of the message
    chat     bytea NOT NULL,
    text     bytea NOT NULL, -- hash of what was asked
    reply    bigint NOT NULL, -- number of the message that answers
    at       bigint NOT NULL
);
CREATE INDEX replies_at ON replies (at);
CREATE INDEX replies_chat ON replies (chat);
