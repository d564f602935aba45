-- What an update is, as long as it waits for its turn and does not come again: in the
-- clear, and NULL once it is handled.
ALTER TABLE updates ADD COLUMN raw bytea;
CREATE INDEX updates_kept ON updates (id) WHERE raw IS NOT NULL;
