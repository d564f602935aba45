-- What a model chose for a question, so that the same question gets the same answer. key
-- is a keyed hash of the question, the texts, the model and the prompts; choice has places
-- in the texts, and no word of the question. Nothing tells who asked.
CREATE TABLE chosen (
    key    bytea PRIMARY KEY,
    choice bytea NOT NULL,
    at     bigint NOT NULL
);
CREATE INDEX chosen_at ON chosen (at);
