-- When an answer left, so that it leaves once however often the queue delivers it, and is not taken back after that.
-- Null also for what left before this was kept.
ALTER TABLE support_message ADD COLUMN sent_at timestamptz;
ALTER TABLE support_message ADD CONSTRAINT support_message_only_a_reply_leaves CHECK (sent_at IS NULL OR kind = 'reply');
ALTER TABLE support_message ADD CONSTRAINT support_message_left_or_withdrawn CHECK (sent_at IS NULL OR withdrawn_at IS NULL);
GRANT UPDATE (sent_at) ON support_message TO kantinekortet_app;
