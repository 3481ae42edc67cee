-- Who searches, searches one school: an index of names alone finds the Hansens of five hundred schools first.
CREATE EXTENSION IF NOT EXISTS btree_gin;
DROP INDEX pupil_search;
CREATE INDEX pupil_search ON pupil USING gin (school_id, search_name gin_trgm_ops);
