-- What drizzle-kit does not emit for 0006: FORCE and the grants.
ALTER TABLE account_merges FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE account_moves FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A merge is taken back by naming who did so and when; it is never rewritten.
GRANT SELECT, INSERT ON account_merges, account_moves TO gyakusan_app;--> statement-breakpoint
GRANT UPDATE (undone_by, undone_at) ON account_merges TO gyakusan_app;--> statement-breakpoint
-- Reasons that nobody typed were stored in Japanese until now.
ALTER TABLE restatements NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE restatements SET reason = NULL, reason_key = 'recordsChanged' WHERE reason = '記録の変更';--> statement-breakpoint
UPDATE restatements SET reason = NULL, reason_key = 'importUndone' WHERE reason = '取り込みの取り消し';--> statement-breakpoint
ALTER TABLE restatements FORCE ROW LEVEL SECURITY;
