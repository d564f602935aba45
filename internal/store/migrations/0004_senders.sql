-- Whose update it is, as a keyed hash, as long as raw says it in the clear.
ALTER TABLE updates ADD COLUMN person bytea;
CREATE INDEX updates_person ON updates (person) WHERE person IS NOT NULL;
