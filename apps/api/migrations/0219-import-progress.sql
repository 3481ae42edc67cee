-- How far an import that is being applied has come, in pupils. Written beside the import's own transaction, so that others
-- see it before there is anything else to see; of no meaning once the import is applied, or given up.
ALTER TABLE roster_import
  ADD COLUMN written_count integer NOT NULL DEFAULT 0,
  ADD COLUMN write_count integer,
  ADD CONSTRAINT roster_import_writes_no_more_than_all CHECK (written_count BETWEEN 0 AND coalesce(write_count, 0));
GRANT UPDATE (written_count, write_count) ON roster_import TO kantinekortet_app;
