-- A link that was opened before can say so until it would have expired; the password it carried is forgotten at once.
ALTER TABLE sign_up ADD COLUMN verified_at timestamptz;
ALTER TABLE sign_up ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE sign_up ADD CONSTRAINT sign_up_password_until_verified CHECK ((password_hash IS NULL) = (verified_at IS NOT NULL));
GRANT UPDATE (verified_at, password_hash) ON sign_up TO kantinekortet_app;
