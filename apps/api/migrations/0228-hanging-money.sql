-- Money that hangs is told to the office: since when a part of a refund is ready for its way, and when a provider last said
-- anything of a payment.
ALTER TABLE refund_part ADD COLUMN ready_at timestamptz;
GRANT UPDATE (ready_at) ON refund_part TO kantinekortet_app;

ALTER TABLE top_up ADD COLUMN heard_at timestamptz;
GRANT UPDATE (heard_at) ON top_up TO kantinekortet_app;
